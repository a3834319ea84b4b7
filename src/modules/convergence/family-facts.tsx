// What is known about a house and a person besides services: facts of the family with its risk, conditions with their days.
import { fill, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import type { SubjectView } from './family-port.ts'
import { FAMILY_WORDS } from './family-words.ts'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { GAP_WORDS } from './gap-pages.tsx'
import { day, faultAt } from './page-parts.tsx'

const w = FAMILY_WORDS

export function Conditions({
  view,
  action,
  typed = {},
  errors = [],
}: { view: SubjectView; action: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  return (
    <>
      <h2 class="h3">{say(w.conditions, language)}</h2>
      {view.conditions.map((one) => (
        <form method="post" action={`${action}/end`} class="row row-apart">
          <span>
            {say(one.name, language)},{' '}
            <span class="s quiet">{fill(say(w.since, language), { date: day(one.from, language) })}</span>
          </span>
          <input type="hidden" name="code" value={one.code} />
          {view.mayCheck ? <Button small kind="second" label={w.end} hidden={one.name} /> : null}
        </form>
      ))}
      {!view.mayCheck || view.conditionChoices.length === 0 ? null : (
        <PanelForm action={action} title={w.newCondition} level={3} send={w.save} kind="second" look="side">
          <SelectField
            {...f.of('code')}
            label={w.condition}
            options={view.conditionChoices.map((one) => ({ value: one.code, label: one.name }))}
          />
          <DateOfBirth {...f.day('from', view.today)} label={w.from} />
        </PanelForm>
      )}
    </>
  )
}

export function FamilyFacts({
  view,
  action,
  typed = {},
  errors = [],
}: { view: SubjectView; action: string } & FormState) {
  const language = useLanguage()
  const factors = view.factors.map((one) => say(one, language).toLowerCase()).join(', ')
  return (
    <>
      <h2 class="h3">{say(w.risk, language)}</h2>
      <p>
        {view.isAtRisk === true
          ? fill(say(w.atRisk, language), { factors })
          : say(view.isAtRisk === false ? w.notAtRisk : w.open, language)}
      </p>
      <h2 class="h3">{say(w.facts, language)}</h2>
      {view.mayCheck ? (
        view.facts.map((fact) => (
          <form method="post" action={action} class="stack stack-s" novalidate>
            <input type="hidden" name="fact" value={fact.fact} />
            <SelectField
              name="value"
              id={fact.fact}
              label={fact.name}
              value={(typed.fact === fact.fact ? typed.value : undefined) ?? fact.value}
              error={faultAt(errors, fact.fact)}
              options={fact.choices.map((one) => ({ value: one.value, label: one.name }))}
            />
            <Button small kind="second" label={w.save} hidden={fact.name} />
          </form>
        ))
      ) : (
        <SummaryList
          small
          rows={view.facts.map((fact) => ({ term: fact.name, value: fact.valueName ?? w.notKnown }))}
        />
      )}
      {view.history.length === 0 ? null : (
        <>
          <h2 class="h3">{say(w.history, language)}</h2>
          <Timeline
            items={view.history.map((one, index) => ({
              title: one.isAtRisk === true ? GAP_WORDS.risk : w.judged,
              state: index === 0 ? ('now' as const) : ('done' as const),
              at: { iso: one.onDay, words: day(one.onDay, language) },
              text: [
                ...(one.came.length === 0
                  ? []
                  : [fill(say(w.came, language), { factors: one.came.map((f) => say(f, language)).join(', ') })]),
                ...(one.went.length === 0
                  ? []
                  : [fill(say(w.went, language), { factors: one.went.map((f) => say(f, language)).join(', ') })]),
              ].join('. '),
            }))}
          />
        </>
      )}
    </>
  )
}
