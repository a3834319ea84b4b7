// A draft: who applies, pages of few questions, documents one by one, the summary before sending. Plain forms throughout.
import type { Refusal } from '../../kernel/refusal.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import type { Fields } from '../../platform/http/form.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { ChoiceCards, Tick } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Icon } from '../../platform/ui/icon.tsx'
import { type Content, usePhrase } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { Steps } from '../../platform/ui/steps.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import { FormField } from './form-fields.tsx'
import type { DocumentsView, DraftPageView, DraftView, ReviewView } from './port.ts'
import { CASE_WORDS as w } from './words.ts'

type Fault = { readonly at?: string; readonly text: string }

function DraftFrame({
  base,
  view,
  now,
  errors,
  language,
  children,
}: {
  base: string
  view: DraftView
  now: string
  errors: readonly Fault[]
  language: Language
  children?: Content
}) {
  const index = Math.max(
    0,
    view.steps.findIndex((step) => step.id === now),
  )
  return (
    <div class="split split-rail">
      <Steps
        now={index}
        steps={view.steps.map((step) => ({ label: step.label, href: hrefOf(base, view.caseId, step.id) }))}
      />
      <div class="stack stack-l narrow">
        <ErrorSummary errors={errors} />
        {view.help === undefined ? null : <Notice fact={view.help.fact} text={view.help.text} />}
        {children}
        <p class="s quiet">{fill(say(w.saved, language), { at: view.savedAt, until: view.keptUntil })}</p>
      </div>
    </div>
  )
}

export function hrefOf(base: string, caseId: string, step: string): string {
  return `${base}/cases/${caseId}/${step === 'role' || step === 'documents' || step === 'review' ? step : `edit/${step}`}`
}

export function RolePage({
  base,
  view,
  language,
  error,
}: {
  base: string
  view: DraftView
  language: Language
  error?: string
}) {
  return (
    <DraftFrame
      base={base}
      view={view}
      now="role"
      errors={error === undefined ? [] : [{ at: 'role', text: error }]}
      language={language}
    >
      <form method="post" action={hrefOf(base, view.caseId, 'role')} class="stack stack-l">
        <ChoiceCards
          asTitle
          name="role"
          label={w.roleTitle}
          value={view.role ?? ''}
          error={error}
          choices={view.roles}
        />
        <Button label={w.go} />
      </form>
    </DraftFrame>
  )
}

/** "Saksi kedua: " before a fault in one part of a question: two people on a page have the same parts. */
function questionOf(view: DraftPageView, at: string | undefined, language: Language): string {
  const [key, part] = at?.split('.') ?? []
  const asked = part === undefined ? undefined : view.page.fields.find((one) => one.field.key === key)
  return asked === undefined ? '' : `${say(asked.field.label, language)}: `
}

export function DraftPage({
  base,
  view,
  tell,
  language,
}: {
  base: string
  view: DraftPageView
  tell: (refusal: Refusal) => string
  language: Language
}) {
  const { page } = view.page
  const errors = view.problems.map((problem) => ({
    at: problem.at,
    text: `${questionOf(view, problem.at, language)}${tell(problem)}`,
  }))
  return (
    <DraftFrame base={base} view={view} now={page.id} errors={errors} language={language}>
      <div class="stack stack-s" data-island="read-aloud" data-reads="draft">
        <h1>{say(page.title, language)}</h1>
        {page.lead ? <p class="lead">{say(page.lead, language)}</p> : null}
        {view.short === undefined || language !== 'id' ? null : <ShortLine short={view.short} />}
      </div>
      {view.faults.length > 0 ? (
        <Notice tone="care" fact={w.officeFound}>
          <ul>
            {view.faults.map((fault) => (
              <li>
                <a href={`#${fault.at}`}>{say(fault.text, language)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <form
        method="post"
        action={hrefOf(base, view.caseId, page.id)}
        id="draft"
        class="stack stack-l"
        data-island="autosave"
      >
        {view.page.fields
          .filter((one) => one.state !== 'derived')
          .map((one) => {
            const warnings = view.warnings.filter((warning) => warning.at === one.field.key)
            return (
              <div class="stack stack-s">
                <FormField field={one.field} form={view.form} optional={!one.required} />
                {warnings.map((warning) => (
                  <Notice tone="care" fact={tell(warning)}>
                    <Tick
                      name="confirm"
                      id={`confirm-${one.field.key}`}
                      value={one.field.key}
                      label={w.confirmWarning}
                    />
                  </Notice>
                ))}
              </div>
            )
          })}
        <div class="row">
          <Button label={w.go} />
          <Button kind="second" name="later" value="yes" label={w.later} fill="never" />
        </div>
      </form>
    </DraftFrame>
  )
}

/** The page in a language of the region; below it, as long as it is so, that no native speaker has read it. */
function ShortLine({ short }: { short: NonNullable<DraftPageView['short']> }) {
  return (
    <p>
      <b>Banjar:</b> <span lang={short.language}>{short.text}</span>
      {short.confirmed ? null : <small class="quiet"> {w.shortUnconfirmed.id}</small>}
    </p>
  )
}

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
      {view.documents.map(({ needed, uploads, fault }) => {
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
                <details>
                  <summary>{say(w.anotherPage, language)}</summary>
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

export function ReviewPage({
  base,
  view,
  problems,
  language,
}: {
  base: string
  view: ReviewView
  problems: readonly Fault[]
  language: Language
}) {
  const status = { held: w.held, uploaded: w.uploaded, missing: w.missing }
  return (
    <DraftFrame base={base} view={view} now="review" errors={problems} language={language}>
      <div class="stack">
        <h1>{say(w.reviewTitle, language)}</h1>
        <p class="lead">{say(w.reviewLead, language)}</p>
      </div>
      {view.openCase === undefined ? null : (
        <Notice tone="care" fact={fill(say(w.openCase, language), { since: view.openCase.since })}>
          <p>
            <a href={`${base}/cases/${view.openCase.caseId}`}>{say(w.openThat, language)}</a>
          </p>
        </Notice>
      )}
      {view.late === undefined ? null : (
        <Notice
          tone="care"
          fact={fill(say(w.lateNotice, language), { days: view.late.days, limit: view.late.limit })}
          text={w.lateText}
        />
      )}
      <SummaryList
        rows={view.lines.map((line) => ({
          term: line.label,
          value: line.value,
          changeHref: line.page === undefined ? undefined : hrefOf(base, view.caseId, line.page),
        }))}
      />
      {view.documents.length === 0 ? null : (
        <SummaryList
          rows={view.documents.map((document) => ({
            term: document.label,
            value: status[document.status],
            changeHref: document.status === 'held' ? undefined : hrefOf(base, view.caseId, 'documents'),
          }))}
        />
      )}
      {view.known.length === 0 ? null : (
        <section class="stack panel panel-wash" aria-labelledby="h-known">
          <h2 id="h-known">{say(w.known, language)}</h2>
          <p class="s quiet">{say(w.knownLead, language)}</p>
          <SummaryList small rows={view.known.map((line) => ({ term: line.label, value: line.value }))} />
        </section>
      )}
      {view.due === undefined ? null : <p>{fill(say(w.promise, language), { due: view.due })}</p>}
      {view.help?.confirmHref === undefined ? (
        <form method="post" action={`${base}/cases/${view.caseId}/submit`} class="stack">
          <input type="hidden" name="key" value={view.idempotencyKey} />
          <p class="s">{say(w.truth, language)}</p>
          <Button label={view.state === 'returned' ? w.sendAgain : w.send} />
        </form>
      ) : (
        <p>
          <Button href={view.help.confirmHref} label={w.askConsent} />
        </p>
      )}
    </DraftFrame>
  )
}

export function IdentifyPage({
  back,
  typed,
  errors,
}: {
  back: string
  typed: Fields
  errors: readonly { readonly at: string; readonly text: string }[]
}) {
  const value = (name: string): string => typed[name]?.[0] ?? ''
  const error = (name: string): string | undefined =>
    errors.find((one) => one.at === name || one.at.startsWith(`${name}.`))?.text
  return (
    <form method="post" class="stack stack-l narrow">
      <ErrorSummary errors={errors} />
      <div class="stack">
        <h1>
          <Both text={w.identifyTitle} />
        </h1>
        <p class="lead">
          <Both text={w.identifyLead} />
        </p>
      </div>
      <input type="hidden" name="back" value={back} />
      <Field
        name="nik"
        kind="number"
        width={16}
        label={w.nik}
        hint={w.nikHint}
        value={value('nik')}
        error={error('nik')}
      />
      <Field
        name="name"
        label={w.name}
        hint={w.nameHint}
        value={value('name')}
        error={error('name')}
        autocapitalize="words"
      />
      <DateOfBirth
        name="birthDate"
        label={w.birthDate}
        value={{ day: value('birthDate.day'), month: value('birthDate.month'), year: value('birthDate.year') }}
        error={error('birthDate')}
      />
      <Button label={w.match} />
    </form>
  )
}

function Both({ text }: { text: Text }) {
  const phrase = usePhrase()
  return <>{phrase(text)}</>
}
