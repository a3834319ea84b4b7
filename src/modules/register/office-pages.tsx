// Search in the register for officers, and the question what a record is opened for. HTML from data only.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth, type DatePart } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { MaskedNumber } from '../../platform/ui/masked-number.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { GAP_TEXTS } from './number-gap-pages.tsx'
import type { SearchTyped, SearchView } from './office-port.ts'
import { PURPOSES } from './office-purposes.ts'
import { REGISTER_WORDS as w } from './office-words.ts'

export type Fault = { readonly at?: string; readonly text: string }
export const faultAt = (faults: readonly Fault[], name: string): string | undefined =>
  faults.find((one) => one.at === name || one.at?.startsWith(`${name}.`))?.text
export const wrongParts = (faults: readonly Fault[], name: string): readonly DatePart[] | undefined => {
  const parts = (['day', 'month', 'year'] as const).filter((part) => faults.some((one) => one.at === `${name}.${part}`))
  return parts.length === 0 ? undefined : parts
}
const purposeOptions = Object.entries(PURPOSES).map(([value, label]) => ({ value, label }))

export function SearchPage({
  base,
  typed,
  view,
  errors,
  mayReadGaps = false,
  language,
}: {
  base: string
  typed: SearchTyped
  view?: SearchView
  errors: readonly Fault[]
  mayReadGaps?: boolean
  language: Language
}) {
  return (
    <div class="stack stack-l">
      <div class="stack stack-s">
        <ErrorSummary errors={errors} />
        <h1>{say(w.title, language)}</h1>
        <p class="quiet">{say(w.lead, language)}</p>
      </div>
      {view === undefined ? null : <Results base={base} typed={typed} view={view} language={language} />}
      <search>
        <form method="post" action={`${base}/office/register`} class="stack narrow">
          <Field
            name="name"
            label={w.name}
            hint={w.nameHint}
            value={typed.name}
            error={faultAt(errors, 'name')}
            optional
          />
          <Field
            name="nik"
            label={w.nik}
            kind="number"
            width={16}
            value={typed.nik}
            error={faultAt(errors, 'nik')}
            optional
          />
          <Field
            name="kk"
            label={w.kk}
            kind="number"
            width={16}
            value={typed.kk}
            error={faultAt(errors, 'kk')}
            optional
          />
          <DateOfBirth
            name="birthDate"
            label={w.born}
            value={typed.birthDate}
            error={faultAt(errors, 'birthDate')}
            wrong={wrongParts(errors, 'birthDate')}
            optional
          />
          <SelectField
            name="purpose"
            label={w.purpose}
            hint={w.purposeHint}
            value={typed.purpose}
            options={purposeOptions}
            error={faultAt(errors, 'purpose')}
          />
          <Button icon="search" label={w.find} />
        </form>
      </search>
      {mayReadGaps ? (
        <p>
          <a href={`${base}/office/register/numbers`}>{say(GAP_TEXTS.title, language)}</a>
        </p>
      ) : null}
    </div>
  )
}

function Results({
  base,
  typed,
  view,
  language,
}: {
  base: string
  typed: SearchTyped
  view: SearchView
  language: Language
}) {
  if (view.found.length === 0) return <EmptyState level={2} title={w.none} text={w.noneText} />
  return (
    <section class="stack" aria-labelledby="h-results">
      <div>
        <h2 id="h-results">{say(w.results, language)}</h2>
        <p class="quiet s">{fill(say(w.resultsIn, language), { place: view.within })}</p>
      </div>
      <Table
        caption={w.results}
        phone="cards"
        dense
        columns={[
          { key: 'name', label: w.person, title: true },
          { key: 'nik', label: w.nik },
          { key: 'born', label: w.bornShort },
          { key: 'place', label: w.place },
          { key: 'status', label: w.status, cardLabel: false },
        ]}
        rows={view.found.map((one) => ({
          cells: {
            name: <a href={`${base}/office/register/persons/${one.personId}?for=${view.purpose}`}>{one.name}</a>,
            nik: one.nik === undefined ? '–' : <MaskedNumber {...one.nik} />,
            born: one.born,
            place: one.village,
            status: <Badge {...one.status} />,
          },
        }))}
      />
      {view.next === undefined ? null : (
        <form method="post" action={`${base}/office/register`}>
          {(['name', 'nik', 'kk', 'purpose'] as const).map((name) => (
            <input type="hidden" name={name} value={typed[name]} />
          ))}
          {(['day', 'month', 'year'] as const).map((part) => (
            <input type="hidden" name={`birthDate.${part}`} value={typed.birthDate[part]} />
          ))}
          <input type="hidden" name="after" value={view.next} />
          <Button kind="second" small label={w.more} iconAfter="right" />
        </form>
      )}
    </section>
  )
}

/** Before a record: what for. A link into a record that carries no purpose leads here first. */
export function PurposePage({
  action,
  errors,
  language,
}: {
  action: string
  errors: readonly Fault[]
  language: Language
}) {
  return (
    <form method="get" action={action} class="stack narrow">
      <ErrorSummary errors={errors} />
      <SelectField name="for" label={w.askTitle} hint={w.purposeHint} options={purposeOptions} asTitle />
      <p class="quiet s">{say(w.lead, language)}</p>
      <Button label={w.askGo} />
    </form>
  )
}
