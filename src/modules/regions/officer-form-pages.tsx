// Forms of a role: inviting someone, and one officer with roles and keys.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { periodOf } from './officer-pages.tsx'
import type { OfficerView, RoleChoices, RoleForm } from './officer-port.ts'
import { OFFICER_WORDS as w } from './officer-words.ts'

type Fault = { readonly at?: string; readonly text: string }
const at = (faults: readonly Fault[], name: string): string | undefined => faults.find((one) => one.at === name)?.text

function RoleFields({
  choices,
  typed,
  faults,
  language,
}: {
  choices: RoleChoices
  typed: RoleForm
  faults: readonly Fault[]
  language: Language
}) {
  const [year, month, day] = typed.until
  return (
    <>
      <SelectField name="role" label={w.role} value={typed.role} options={choices.roles} error={at(faults, 'role')} />
      <SelectField name="unit" label={w.unit} value={typed.unit} options={choices.units} error={at(faults, 'unit')} />
      <Field
        name="place"
        label={w.place}
        hint={fill(say(w.placeHint, language), { region: choices.place })}
        width={16}
        value={typed.place}
        error={at(faults, 'place')}
      />
      <SelectField
        name="service"
        label={w.services}
        value={typed.service}
        options={[{ value: '*', label: w.allServices }, ...choices.services]}
        error={at(faults, 'services')}
      />
      <DateOfBirth
        name="until"
        label={w.until}
        hint={w.untilHint}
        value={{ day, month, year }}
        error={at(faults, 'until')}
        optional
      />
    </>
  )
}

export function InvitePage({
  base,
  choices,
  typed,
  faults,
  language,
}: {
  base: string
  choices: RoleChoices
  typed: RoleForm
  faults: readonly Fault[]
  language: Language
}) {
  return (
    <form method="post" action={`${base}/invite`} class="stack stack-m narrow">
      <ErrorSummary errors={faults} />
      <h1>{say(w.invite, language)}</h1>
      <Field name="name" label={w.name} hint={w.nameHint} value={typed.name} error={at(faults, 'name')} />
      <Field name="email" kind="email" label={w.email} value={typed.email} error={at(faults, 'email')} />
      <RoleFields choices={choices} typed={typed} faults={faults} language={language} />
      <Button label={w.send} />
    </form>
  )
}

export function OfficerPage({
  base,
  view,
  typed,
  faults,
  mayChange,
  language,
}: {
  base: string
  view: OfficerView
  typed: RoleForm
  faults: readonly Fault[]
  mayChange: boolean
  language: Language
}) {
  const words = (text: Text): string => say(text, language)
  const here = `${base}/${view.accountId}`
  const isFree = mayChange && !view.isSelf
  return (
    <div class="stack stack-l narrow">
      <div class="stack stack-s">
        <ErrorSummary errors={faults} />
        <h1>{view.name === '' ? words(w.unknown) : view.name}</h1>
        {view.email === '' ? null : <p class="quiet">{view.email}</p>}
        {view.isSelf ? <Notice icon="person" fact={w.self} /> : null}
        {view.isMatched ? null : (
          <Notice tone="care" icon="warn" fact={w.unmatched} text={w.unmatchedText}>
            {view.isSelf ? (
              <a href={`${base.replace(/\/office\/.*/, '')}/me/identify`}>{words(w.matchYourself)}</a>
            ) : null}
          </Notice>
        )}
      </div>
      <section class="stack stack-m">
        <h2>{words(w.roles)}</h2>
        <Table
          caption={w.roles}
          phone="cards"
          columns={[
            { key: 'role', label: w.role, title: true },
            { key: 'unit', label: w.unit },
            { key: 'place', label: w.place },
            { key: 'period', label: w.period },
            { key: 'act', label: w.end, hidden: true },
          ]}
          rows={view.roles.map((line) => ({
            cells: {
              role: line.role,
              unit: line.unit,
              place: [line.place, ...line.services.map(words)].join(', '),
              period:
                line.state === 'ended' ? `${periodOf(line, language)} (${words(w.ended)})` : periodOf(line, language),
              act:
                isFree && line.state !== 'ended' ? (
                  <form method="post" action={`${base}/roles/${line.assignmentId}/end`}>
                    <Button small kind="second" label={line.isPowerful ? w.endAsk : w.end} hidden={line.role} />
                  </form>
                ) : (
                  ''
                ),
            },
          }))}
        />
      </section>
      {isFree ? (
        <>
          <section class="stack stack-m">
            <h2>{words(w.giveTitle)}</h2>
            <form method="post" action={`${here}/give`} class="stack stack-m">
              <RoleFields choices={view.choices} typed={typed} faults={faults} language={language} />
              <Button label={w.give} />
            </form>
          </section>
          <section class="stack stack-m">
            <h2>{words(w.keys)}</h2>
            <p>
              {fill(words(w.keysNow), {
                app: words(view.hasAuthenticator ? w.yes : w.no),
                passkeys: String(view.passkeys),
              })}
            </p>
            <p>{words(w.resetText)}</p>
            <form method="post" action={`${here}/reset`} class="stack stack-m">
              <Field name="reason" label={w.reason} error={at(faults, 'reason')} />
              <Button kind="harm" label={w.reset} />
            </form>
          </section>
        </>
      ) : null}
    </div>
  )
}
