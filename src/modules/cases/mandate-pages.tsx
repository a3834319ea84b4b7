// Acting for others: who gave me a mandate, whom I gave one, my family on the card. One page, because people look for one word.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { PageFault } from './assist-pages.tsx'
import type { MandateForm, MandateLine, MandatesView } from './assist-port.ts'
import { ASSIST_WORDS as w } from './assist-words.ts'

export const EMPTY_MANDATE: MandateForm = { nik: '', name: '', service: '', until: { day: '', month: '', year: '' } }

export function MandatesPage({
  base,
  view,
  typed,
  errors,
  pressKey,
  language,
}: {
  base: string
  view: MandatesView
  typed: MandateForm
  errors: readonly PageFault[]
  pressKey: string
  language: Language
}) {
  const error = (name: string): string | undefined =>
    errors.find((one) => one.at === name || one.at?.startsWith(`${name}.`))?.text
  return (
    <div class="stack stack-xl narrow">
      <ErrorSummary errors={errors} />
      <div class="stack">
        <h1>{say(w.mandates, language)}</h1>
        <p class="lead">{say(w.mandatesLead, language)}</p>
      </div>
      <section class="stack" aria-labelledby="h-held">
        <h2 id="h-held">{say(w.held, language)}</h2>
        {view.held.length === 0 ? <EmptyState title={w.heldEmpty} text={w.heldEmptyText} /> : null}
        {view.held.map((line) => (
          <form method="post" action={`${base}/me/mandates/${line.mandateId}/begin`} class="panel stack">
            <h3>{line.who}</h3>
            <p class="s quiet">
              {say(line.service, language)}. {say(w.until, language)} {line.until}.
            </p>
            <input type="hidden" name="key" value={pressKey} />
            <SelectField
              name="service"
              id={`service-${line.mandateId}`}
              label={w.service}
              value={line.services.length === 1 ? line.services[0]!.value : ''}
              options={line.services}
              error={error(`service-${line.mandateId}`)}
            />
            <Button kind="second" label={w.beginFor} hidden={line.who} />
          </form>
        ))}
      </section>
      {view.cases.length === 0 ? null : (
        <section class="stack" aria-labelledby="h-under">
          <h2 id="h-under">{say(w.under, language)}</h2>
          <Table
            caption={w.under}
            phone="cards"
            columns={[
              { key: 'who', label: w.who, title: true },
              { key: 'service', label: w.service },
              { key: 'state', label: w.state, cardLabel: false },
              { key: 'updated', label: w.updated },
            ]}
            rows={view.cases.map((line) => ({
              cells: {
                who: <a href={line.href}>{line.who}</a>,
                service: say(line.serviceName, language),
                state: <Badge tone={line.tone} label={line.stateLabel} />,
                updated: line.updated,
              },
            }))}
          />
        </section>
      )}
      {view.family.length === 0 ? null : (
        <section class="stack" aria-labelledby="h-family">
          <h2 id="h-family">{say(w.family, language)}</h2>
          <p>{say(w.familyLead, language)}</p>
          <SummaryList small rows={view.family.map((one) => ({ term: one.relation, value: one.name }))} />
          <details>
            <summary>{fill(say(w.familyServices, language), { n: view.familyServices.length })}</summary>
            <ul>
              {view.familyServices.map((one) => (
                <li>
                  <a href={`${base}/services/${one.value}`}>{say(one.label, language)}</a>
                </li>
              ))}
            </ul>
          </details>
        </section>
      )}
      <section class="stack" aria-labelledby="h-given">
        <h2 id="h-given">{say(w.given, language)}</h2>
        {view.given.length === 0 ? (
          <EmptyState title={w.givenEmpty} text={w.givenEmptyText} />
        ) : (
          <Table
            caption={w.given}
            phone="cards"
            columns={[
              { key: 'who', label: w.holder, title: true },
              { key: 'service', label: w.service },
              { key: 'until', label: w.until },
              { key: 'state', label: w.state, cardLabel: false },
              { key: 'act', label: w.end, hidden: true },
            ]}
            rows={view.given.map((line) => ({
              cells: {
                who: line.who,
                service: say(line.service, language),
                until: line.until,
                state: <Badge tone={line.state === 'holds' ? 'done' : 'stop'} label={w[line.state]} />,
                act: <EndForm base={base} line={line} />,
              },
            }))}
          />
        )}
      </section>
      <form method="post" action={`${base}/me/mandates`} class="stack stack-l">
        <div class="stack stack-s">
          <h2>{say(w.give, language)}</h2>
          <p>{say(w.giveLead, language)}</p>
        </div>
        <input type="hidden" name="key" value={pressKey} />
        <Field name="nik" kind="number" width={16} label={w.holderNik} value={typed.nik} error={error('nik')} />
        <Field name="name" label={w.holderName} value={typed.name} autocapitalize="words" error={error('name')} />
        <SelectField
          name="service"
          label={w.service}
          value={typed.service}
          options={[{ value: '*', label: w.all }, ...view.services]}
          error={error('service')}
        />
        <DateOfBirth name="until" label={w.until} hint={w.untilHint} value={typed.until} error={error('until')} />
        <Button label={w.give} />
      </form>
    </div>
  )
}

function EndForm({ base, line }: { base: string; line: MandateLine }) {
  return line.state === 'holds' ? (
    <form method="post" action={`${base}/me/mandates/${line.mandateId}/end`}>
      <Button kind="harm" small label={w.end} hidden={line.who} />
    </form>
  ) : null
}
