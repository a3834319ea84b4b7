// A draft: who applies, and its pages of few questions. Plain forms throughout.
import type { Refusal } from '../../kernel/refusal.ts'
import { fill, type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards, Tick } from '../../platform/ui/choice-cards.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { DraftFrame, hrefOf } from './draft-frame.tsx'
import { FormField } from './form-fields.tsx'
import type { DraftPageView, DraftView } from './port.ts'
import { CASE_WORDS as w } from './words.ts'

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
  const errors = view.problems.map((problem) => ({ at: problem.at, text: tell(problem) }))
  // Two people on a page have the same parts, and above the form nobody sees which box a sentence stands at.
  const labels = Object.fromEntries(view.page.fields.map(({ field }) => [field.key, field.label]))
  return (
    <DraftFrame {...{ base, view, errors, labels, language }} now={page.id}>
      <div class="stack stack-s" data-island="read-aloud" data-reads="draft">
        <h1>{say(page.title, language)}</h1>
        {page.lead ? <p class="lead">{say(page.lead, language)}</p> : null}
        {view.short === undefined || language !== 'id' ? null : <ShortLine short={view.short} />}
      </div>
      <Opened view={view} language={language} />
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

/** Answers that bring further questions are kept and no fault: the way to the first of them. */
function Opened({ view, language }: { view: DraftPageView; language: Language }) {
  const fresh = view.page.fields.filter(({ field }) => view.opened.includes(field.key))
  if (fresh.length === 0) return null
  return (
    <Notice fact={fill(say(w.opened, language), { count: fresh.length })}>
      <ul>
        {fresh.map(({ field }) => (
          <li>
            <a href={`#${field.key}`}>{say(field.label, language)}</a>
          </li>
        ))}
      </ul>
    </Notice>
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
