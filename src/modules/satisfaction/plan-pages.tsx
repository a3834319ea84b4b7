// One period at the office: the head of the unit writes the follow-up plan, the manager publishes, actions are reported. Must stay true: no form
// here has a field for a figure; figures stand beside it as text.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { figure } from './figures.ts'
import { PlanTable, STATUS } from './plan-table.tsx'
import { PLAN_WORDS as w } from './plan-words.ts'
import type { ActionView, ReviewView } from './port.ts'
import { ResultHead } from './report-head.tsx'

export type PeriodOfficeProps = {
  view: ReviewView
  /** Address of this page; the plan is posted to it, publishing to `/publish`, reports of actions to `/follow-up`. */
  action: string
  /** As typed, when the form came back. */
  typed?: Readonly<Record<string, string>>
  errors?: readonly { readonly at?: string; readonly text: string }[]
}

/** One period at the office, from computing on: the result, and the one thing to do next. */
export function PeriodOfficePage(props: PeriodOfficeProps) {
  const { view, action, errors = [] } = props
  const language = useLanguage()
  const { state } = view
  return (
    <div class="narrow stack stack-l">
      <ErrorSummary errors={errors} />
      <div>
        <p class="quiet">{view.unitName}</p>
        <h1>
          {say(w.title, language)}, {say(view.name, language)}
        </h1>
      </div>
      <ResultHead view={view} />
      {state === 'computed' ? <PlanForm {...props} /> : null}
      {state === 'reviewed' ? (
        <>
          <PlanTable actions={view.plan} />
          <form method="post" action={`${action}/publish`}>
            <Button label={w.publish} />
          </form>
        </>
      ) : null}
      {state === 'published' || state === 'followed-up'
        ? view.plan.map((one) => <ActionForm one={one} action={action} />)
        : null}
      {state === 'archived' ? <PlanTable actions={view.plan} /> : null}
    </div>
  )
}

/** The form of the head of the unit. Field names are `plan.N.what`, `plan.N.who`, `plan.N.until`, `plan.N.element`. */
function PlanForm({ view, action, typed = {}, errors = [] }: PeriodOfficeProps) {
  const language = useLanguage()
  const { result, edition } = view
  const codes = result.lowest.length > 0 ? result.lowest : edition.elements.slice(0, 1).map((e) => e.code)
  const errorAt = (at: string) => errors.find((error) => error.at === at)?.text
  return (
    <form method="post" action={action} class="stack stack-l" novalidate>
      <p>{say(w.lead, language)}</p>
      {codes.map((code, i) => {
        const row = result.elements.find((e) => e.code === code)
        const name = (part: string) => `plan.${i}.${part}`
        return (
          <section class="stack" aria-labelledby={`e-${code}`}>
            <h2 id={`e-${code}`}>{say(edition.elements.find((e) => e.code === code)!.name, language)}</h2>
            {row?.value == null ? null : (
              <p class="quiet">
                {fill(say(w.now, language), { value: figure(row.value, language), grade: row.grade ?? '' })}
              </p>
            )}
            <input type="hidden" name={name('element')} value={code} />
            <Field
              name={name('what')}
              kind="lines"
              rows={2}
              label={w.what}
              hint={w.whatHint}
              value={typed[name('what')]}
              error={errorAt(name('what'))}
            />
            <Field
              name={name('who')}
              label={w.who}
              hint={w.whoHint}
              value={typed[name('who')]}
              error={errorAt(name('who'))}
            />
            <Field
              name={name('until')}
              label={w.until}
              hint={w.untilHint}
              width={16}
              value={typed[name('until')]}
              error={errorAt(name('until'))}
            />
          </section>
        )
      })}
      <Button label={w.save} />
    </form>
  )
}

function ActionForm({ one, action }: { one: ActionView; action: string }) {
  const language = useLanguage()
  return (
    <form method="post" action={`${action}/follow-up`} class="panel stack">
      <h2>{one.what}</h2>
      <p class="quiet">
        {say(one.elementName, language)}, {one.who}, {say(w.until, language).toLowerCase()}{' '}
        {formatDate(one.until, language)}
      </p>
      <input type="hidden" name="action" value={one.id} />
      <SelectField
        id={`status-${one.id}`}
        name="status"
        label={w.status}
        value={one.status}
        options={Object.entries(STATUS).map(([value, { label }]) => ({ value, label }))}
        width={16}
      />
      <Field id={`proof-${one.id}`} name="proof" label={w.proof} hint={w.proofHint} value={one.proof ?? ''} />
      <Button label={w.report} kind="second" hidden={one.what} />
    </form>
  )
}
