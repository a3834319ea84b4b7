// The documents of a draft, one by one, each a form of its own. Must stay true: one document a POST, saved on its own; what the register
// holds is not asked for.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { Icon } from '../../platform/ui/icon.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import { DraftFrame, type Fault, hrefOf } from './draft-frame.tsx'
import type { DocumentsView } from './port.ts'
import { CASE_WORDS as w } from './words.ts'

export function DocumentsPage({
  base,
  view,
  errors,
  language,
}: {
  base: string
  view: DocumentsView
  errors: readonly Fault[]
  language: Language
}) {
  const at = (path: string) => `${base}/cases/${view.caseId}/uploads/${path}`
  const doubtWords: Readonly<Record<string, Text>> = { dark: w.dark, blurred: w.blurred, glare: w.glare }
  const form = (id: string, label: Text, hint: Text, error: string | undefined, more = false) => (
    <form
      method="post"
      action={at(id)}
      enctype="multipart/form-data"
      class="stack stack-s"
      data-island="upload"
      data-upload={at(id)}
    >
      <Upload
        id={id}
        name="file"
        accept="image/*,application/pdf"
        label={label}
        hint={hint}
        error={error}
        samples={more ? [] : undefined}
      />
      <Button kind="second" label={w.upload} hidden={label} fill="phone" />
    </form>
  )
  return (
    <DraftFrame base={base} view={view} now="documents" errors={errors} language={language}>
      <div class="stack">
        <h1>{say(w.documentsTitle, language)}</h1>
        <p class="lead">{say(view.documents.length === 0 ? w.noDocuments : w.documentsLead, language)}</p>
      </div>
      {view.refused.length === 0 ? null : (
        <Notice tone="care" fact={w.cannotTitle}>
          {view.refused.map((text) => (
            <p>{say(text, language)}</p>
          ))}
        </Notice>
      )}
      {view.documents.map(({ needed, uploads, fault, toReplace }) => {
        const { document, status, alternatives } = needed
        if (status === 'held') return <CheckList items={[{ title: document.label, text: w.heldDocument }]} />
        const error = errors.find((one) => one.at === document.id)?.text
        return (
          <section class="stack" data-document={document.id} aria-label={say(document.label, language)}>
            {fault === undefined ? null : <Notice tone="care" fact={fault} />}
            {uploads.length === 0 ? (
              form(document.id, document.label, document.hint, error)
            ) : (
              <>
                <h2 class="h3">{say(document.label, language)}</h2>
                {uploads.map((upload) => (
                  <div class="upload upload-has">
                    {upload.pdfPages === undefined ? (
                      <img src={upload.src} alt={say(document.label, language)} width="96" height="128" />
                    ) : (
                      <span class="page-sign">
                        <Icon name="doc" large />
                      </span>
                    )}
                    <div class="stack stack-xs">
                      <p class="saved ok">
                        {say(w.uploaded, language)}, {upload.receivedAt}
                      </p>
                      {upload.pdfPages === undefined ? null : (
                        <p>
                          <a href={upload.src}>{fill(say(w.pdfOf, language), { pages: upload.pdfPages })}</a>
                        </p>
                      )}
                      {upload.quality.length === 0 ? null : (
                        <p class="s">
                          {fill(say(w.doubt, language), {
                            what: upload.quality.map((one) => say(doubtWords[one] ?? w.blurred, language)).join(', '),
                          })}
                        </p>
                      )}
                      <form method="post" action={at(`${document.id}/${upload.uploadId}/remove`)}>
                        <Button kind="harm" small label={w.remove} hidden={document.label} />
                      </form>
                    </div>
                  </div>
                ))}
                <details open={error !== undefined || toReplace}>
                  <summary>{say(toReplace ? w.newPaper : w.anotherPage, language)}</summary>
                  {form(document.id, document.label, document.hint, error, true)}
                </details>
              </>
            )}
            {uploads.length === 0
              ? alternatives.map((other) => (
                  <details class="panel panel-wash" open={errors.some((one) => one.at === other.id)}>
                    <summary>{say(w.instead, language)}</summary>
                    {form(other.id, other.label, other.hint, errors.find((one) => one.at === other.id)?.text, true)}
                  </details>
                ))
              : null}
          </section>
        )
      })}
      <p>
        <Button href={hrefOf(base, view.caseId, 'review')} label={w.toReview} />
      </p>
    </DraftFrame>
  )
}
