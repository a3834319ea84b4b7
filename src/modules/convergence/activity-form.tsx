// The form of an activity of the budget: a new one, or one whose money and people are brought up to date. Must stay true: agency and
// villages of an activity stay as they were tagged.
import { fill, say } from '../../kernel/text.ts'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { BUDGET_WORDS, SOURCES } from './budget-words.ts'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { faultAt } from './page-parts.tsx'
import type { ActivityLine, BudgetView } from './planning-port.ts'

const w = BUDGET_WORDS

/** What was ticked, when the form came back. */
export type Chosen = { readonly indicators?: readonly string[]; readonly places?: readonly string[] }
export type ActivityFormProps = {
  view: BudgetView
  action: string
  known?: ActivityLine
  chosen?: Chosen
} & FormState

export function ActivityForm({ view, action, known, chosen = {}, typed = {}, errors = [] }: ActivityFormProps) {
  const f = fieldsOf({ typed, errors })
  return (
    <PanelForm
      action={action}
      {...(known === undefined ? { title: w.tag } : {})}
      send={known === undefined ? w.tag : w.change}
      look="plain"
    >
      <Field {...f.of('name', known?.name)} label={w.name} />
      {known === undefined ? (
        <SelectField
          {...f.of('agency', view.agencies.length === 1 ? view.agencies[0]!.id : '')}
          label={w.agency}
          options={view.agencies.map((one) => ({ value: one.id, label: one.name }))}
        />
      ) : null}
      <Field {...f.of('budgetCode', known?.budgetCode)} width={16} label={w.budgetCode} />
      <SelectField
        {...f.of('source', known?.source)}
        label={w.source}
        width={16}
        options={Object.entries(SOURCES).map(([value, label]) => ({ value, label }))}
      />
      <ChoiceCards
        name="indicators"
        many
        two
        label={w.indicators}
        value={chosen.indicators ?? known?.indicators}
        error={faultAt(errors, 'indicators')}
        choices={view.indicators.map((one) => ({ value: one.code, label: one.code, hint: one.name }))}
      />
      {known === undefined ? (
        <ChoiceCards
          name="places"
          many
          two
          label={w.places}
          value={chosen.places}
          error={faultAt(errors, 'places')}
          choices={view.districts.map((one) => ({ value: one.code, label: one.name }))}
        />
      ) : null}
      <Field {...f.of('planned', known?.plannedRupiah)} kind="number" width={16} unit="Rp" label={w.planned} />
      <Field
        {...f.of('realised', known?.realisedRupiah)}
        kind="number"
        width={16}
        unit="Rp"
        optional
        label={w.realised}
      />
      <Field {...f.of('plannedPeople', known?.plannedPeople)} kind="number" width={8} label={w.plannedPeople} />
      <Field
        {...f.of('reachedPeople', known?.reachedPeople)}
        kind="number"
        width={8}
        optional
        label={w.reachedPeople}
      />
    </PanelForm>
  )
}

export function ActivityPage(props: ActivityFormProps & { known: ActivityLine }) {
  const language = useLanguage()
  const { known, errors = [] } = props
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{known.name}</h1>
        <p class="lead">{fill(say(w.changeLead, language), { agency: known.agencyName, n: known.villages })}</p>
      </div>
      <ActivityForm {...props} />
    </div>
  )
}
