// Pages about where a child is: moves to another posyandu, dies or leaves, comes from the register. Must stay true: nothing is ended
// without a day; what was typed stays.

import { datePartsOf } from '../../kernel/date.ts'
import { formatDate } from '../../kernel/date-format.ts'
import { type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { DATA_WORDS as d } from './child-data-pages.tsx'
import type { MoveView, NewcomersView } from './children-port.ts'
import type { FormFields } from './measure-form.ts'
import type { FormErrors } from './posyandu-frame.ts'
import { POSYANDU_WORDS as w } from './posyandu-words.ts'

export function MovePage({
  action,
  view,
  errors,
  chosen,
  language,
}: {
  action: string
  view: MoveView
  errors: FormErrors
  chosen: string
  language: Language
}) {
  const error = errors.find(({ at }) => at === 'to')?.text
  return (
    <div class="stack stack-m narrow">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <div class="stack stack-xs">
        <h1>{say(d.move, language)}</h1>
        <p class="lead">
          {view.child.name}, {view.child.posyandu.name}
        </p>
        <p class="quiet">{say(d.moveLead, language)}</p>
      </div>
      <form class="stack stack-m" method="post" action={action}>
        <SelectField
          name="to"
          label={d.to}
          value={chosen}
          options={view.targets.map(({ posyanduId, name, village }) => ({
            value: posyanduId,
            label: `${name}, ${village}`,
          }))}
          {...(error === undefined ? {} : { error })}
        />
        <Button label={d.doMove} />
      </form>
    </div>
  )
}

export function EndPage({
  action,
  name,
  fields,
  errors,
  today,
  language,
}: {
  action: string
  name: string
  fields: FormFields
  errors: FormErrors
  today: string
  language: Language
}) {
  const typed = (box: string) => fields[box]?.[0]
  const error = (box: string) => {
    const found = errors.find(({ at }) => at === box || at?.startsWith(`${box}.`) === true)?.text
    return found === undefined ? {} : { error: found }
  }
  const now = datePartsOf(today)
  return (
    <div class="stack stack-m narrow">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <div class="stack stack-xs">
        <h1>{say(d.end, language)}</h1>
        <p class="lead">{name}</p>
        <p class="quiet">{say(d.endLead, language)}</p>
      </div>
      <form class="stack stack-m" method="post" action={action}>
        <ChoiceCards
          name="kind"
          label={d.kind}
          value={typed('kind') ?? ''}
          choices={[
            { value: 'moved', label: d.left },
            { value: 'died', label: d.died },
          ]}
          {...error('kind')}
        />
        <DateOfBirth
          name="on"
          label={d.on}
          value={{
            day: typed('on.day') ?? now.day,
            month: typed('on.month') ?? now.month,
            year: typed('on.year') ?? now.year,
          }}
          {...error('on')}
        />
        <Button label={d.doEnd} />
      </form>
    </div>
  )
}

export function NewcomersPage({ base, view, language }: { base: string; view: NewcomersView; language: Language }) {
  const here = `${base}/${view.posyandu.posyanduId}`
  return (
    <div class="stack stack-m">
      <div class="stack stack-xs">
        <h1>{say(d.newcomers, language)}</h1>
        <p class="quiet">{say(d.newcomersLead, language)}</p>
      </div>
      {view.newcomers.length === 0 ? (
        <EmptyState
          level={2}
          title={d.newcomersEmpty}
          text={d.newcomersEmptyText}
          link={{ href: here, label: w.toList }}
        />
      ) : (
        <Table
          caption={d.newcomers}
          phone="cards"
          columns={[
            { key: 'name', label: d.name, title: true },
            { key: 'sex', label: d.sex },
            { key: 'born', label: d.born },
            { key: 'mother', label: d.mother },
            { key: 'act', label: d.welcome, hidden: true },
          ]}
          rows={view.newcomers.map((one) => ({
            cells: {
              name: one.name,
              sex: one.sex === 1 ? w.boy : w.girl,
              born: formatDate(one.birthDate, language),
              mother: one.motherName ?? '–',
              act: (
                <form method="post" action={`${here}/newcomers`}>
                  <input type="hidden" name="person" value={one.personId} />
                  <Button small kind="second" label={d.welcome} hidden={one.name} />
                </form>
              ),
            },
          }))}
        />
      )}
    </div>
  )
}
