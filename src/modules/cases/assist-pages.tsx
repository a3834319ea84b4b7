// Helping somebody who stands there: begin, let them agree, print the receipt. Must stay true: what the person agrees to is
// the whole of the answers, large enough to be read aloud; without a phone everything works on paper.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards, Tick } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { AssistTyped, AssistView, ConfirmView, ReceiptView } from './assist-port.ts'
import { ASSIST_WORDS as w } from './assist-words.ts'
import { CASE_WORDS } from './words.ts'

export type PageFault = { readonly at?: string; readonly text: string }
const errorAt = (errors: readonly PageFault[], name: string): string | undefined =>
  errors.find((one) => one.at === name)?.text

export const NOTHING_TYPED: AssistTyped = {
  service: '',
  way: '',
  nik: '',
  name: '',
  phone: '',
  email: '',
  outsider: false,
  consent: false,
}

export function AssistPage({
  base,
  view,
  typed,
  errors,
  pressKey,
  language,
}: {
  base: string
  view: AssistView
  typed: AssistTyped
  errors: readonly PageFault[]
  pressKey: string
  language: Language
}) {
  const error = (name: string) => errorAt(errors, name)
  const sole = view.ways.length === 1 ? view.ways[0]!.value : undefined
  return (
    <div class="stack stack-xl">
      <form method="post" action={`${base}/assist`} class="stack stack-l narrow">
        <ErrorSummary errors={errors} />
        <div class="stack">
          <h1>{say(w.title, language)}</h1>
          <p class="lead">
            {view.villages.length === 0
              ? say(w.lead, language)
              : fill(say(w.leadVillage, language), { village: view.villages.join('; ') })}
          </p>
        </div>
        <input type="hidden" name="key" value={pressKey} />
        <SelectField
          name="service"
          label={w.service}
          value={typed.service}
          options={view.services}
          error={error('service')}
        />
        {sole === undefined ? (
          <ChoiceCards
            two
            name="way"
            label={w.where}
            value={typed.way === '' ? view.ways[0]!.value : typed.way}
            choices={view.ways}
            error={error('way')}
          />
        ) : (
          <input type="hidden" name="way" value={sole} />
        )}
        <Field
          name="nik"
          kind="number"
          width={16}
          label={CASE_WORDS.nik}
          hint={w.nikHint}
          value={typed.nik}
          error={error('nik')}
        />
        <Field
          name="name"
          label={CASE_WORDS.name}
          hint={CASE_WORDS.nameHint}
          value={typed.name}
          autocapitalize="words"
          error={error('name')}
        />
        {view.mayTakeOutsiders ? (
          <div class="stack stack-s">
            <Tick name="outsider" label={w.outsider} checked={typed.outsider} />
            {error('outsider') === undefined ? null : <p class="err">{error('outsider')}</p>}
          </div>
        ) : null}
        <Field
          name="phone"
          kind="tel"
          width={16}
          label={w.phone}
          hint={w.phoneHint}
          value={typed.phone}
          error={error('phone')}
          optional
        />
        <Field name="email" kind="email" label={w.email} value={typed.email} error={error('email')} optional />
        <div class="stack stack-s" id="consent-box">
          <Tick name="consent" label={w.consent} checked={typed.consent} />
          {error('consent') === undefined ? null : <p class="err">{error('consent')}</p>}
        </div>
        <Button label={w.begin} />
      </form>
      <section class="stack" aria-labelledby="h-helped">
        <h2 id="h-helped">{say(w.helped, language)}</h2>
        {view.lines.length === 0 ? (
          <EmptyState title={w.helpedEmpty} text={w.helpedEmptyText} />
        ) : (
          <Table
            caption={w.helped}
            phone="cards"
            columns={[
              { key: 'who', label: w.who, title: true },
              { key: 'service', label: CASE_WORDS.services },
              { key: 'state', label: w.state, cardLabel: false },
              { key: 'way', label: w.wayIn },
              { key: 'updated', label: w.updated },
            ]}
            rows={view.lines.map((line) => ({
              cells: {
                who: (
                  <>
                    <a href={line.href}>{line.who}</a>{' '}
                    {line.number === undefined ? null : <small class="caseno">{line.number}</small>}
                  </>
                ),
                service: say(line.serviceName, language),
                state: <Badge tone={line.tone} label={line.stateLabel} />,
                way: say(line.way, language),
                updated: line.updated,
              },
            }))}
          />
        )}
      </section>
      {view.ofColleagues.length === 0 ? null : (
        <section class="stack" aria-labelledby="h-colleagues">
          <h2 id="h-colleagues">{say(w.colleagues, language)}</h2>
          <p class="quiet">{say(w.colleaguesText, language)}</p>
          {view.ofColleagues.map((line) => (
            <details
              class="panel"
              open={error(`name-${line.caseId}`) !== undefined || error(`consent-${line.caseId}`) !== undefined}
            >
              <summary>
                <b>{say(line.serviceName, language)}</b>, {line.who} <Badge tone={line.tone} label={line.stateLabel} />{' '}
                <small class="quiet">
                  {say(line.way, language)}, {line.updated}
                </small>
              </summary>
              <form method="post" action={`${base}/assist/${line.caseId}/go-on`} class="stack stack-m">
                <Field
                  name="name"
                  id={`name-${line.caseId}`}
                  label={w.fullName}
                  autocapitalize="words"
                  error={error(`name-${line.caseId}`)}
                />
                <div class="stack stack-s">
                  <Tick name="consent" id={`consent-${line.caseId}`} label={w.consent} />
                  {error(`consent-${line.caseId}`) === undefined ? null : (
                    <p class="err">{error(`consent-${line.caseId}`)}</p>
                  )}
                </div>
                <p>
                  <Button small kind="second" label={w.goOn} hidden={line.who} />
                </p>
              </form>
            </details>
          ))}
        </section>
      )}
    </div>
  )
}

export function ConfirmPage({
  base,
  view,
  errors,
  language,
}: {
  base: string
  view: ConfirmView
  errors: readonly PageFault[]
  language: Language
}) {
  const at = `${base}/cases/${view.caseId}/confirm`
  return (
    <div class="stack stack-l narrow">
      <ErrorSummary errors={errors} />
      <div class="stack">
        <p class="quiet">{say(view.serviceName, language)}</p>
        <h1>{fill(say(w.confirmTitle, language), { who: view.who })}</h1>
        <p class="lead">{say(w.confirmLead, language)}</p>
      </div>
      <SummaryList rows={view.lines.map((line) => ({ term: line.label, value: line.value }))} />
      {view.documents.length === 0 ? null : (
        <SummaryList rows={[{ term: w.papers, value: view.documents.map((one) => say(one, language)).join(', ') }]} />
      )}
      <p class="print-only">{fill(say(w.signLine, language), { who: view.who, date: view.today, unit: view.unit })}</p>
      {view.incomplete.length === 0 ? null : (
        <Notice tone="care" fact={w.incomplete}>
          <ul>
            {view.incomplete.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </Notice>
      )}
      {view.phone === undefined || view.incomplete.length > 0 ? null : (
        <section class="panel stack no-print" aria-labelledby="h-code">
          <h2 id="h-code">{say(w.byCode, language)}</h2>
          {view.codeSent ? (
            <>
              <p>{fill(say(w.codeSent, language), { phone: view.phone })}</p>
              <form method="post" action={at} class="stack">
                <input type="hidden" name="how" value="code" />
                <Field name="code" kind="number" width={8} label={w.code} error={errorAt(errors, 'code')} />
                <Button label={w.agreeSend} />
              </form>
              <form method="post" action={`${at}/code`}>
                <Button kind="second" small label={w.newCode} />
              </form>
            </>
          ) : (
            <form method="post" action={`${at}/code`} class="stack">
              <p>{fill(say(w.codeLead, language), { phone: view.phone })}</p>
              {errorAt(errors, 'code') === undefined ? null : <p class="err">{errorAt(errors, 'code')}</p>}
              <Button label={w.sendCode} />
            </form>
          )}
        </section>
      )}
      {view.incomplete.length > 0 ? null : (
        <section class="panel stack no-print" aria-labelledby="h-sign">
          <h2 id="h-sign">{say(w.bySignature, language)}</h2>
          <p>{say(w.signLead, language)}</p>
          <form method="post" action={at} class="stack">
            <input type="hidden" name="how" value="signature" />
            <Tick name="signed" label={w.signed} />
            {errorAt(errors, 'signed') === undefined ? null : <p class="err">{errorAt(errors, 'signed')}</p>}
            <Button kind={view.phone === undefined ? 'main' : 'second'} label={w.signedSend} />
          </form>
        </section>
      )}
      <p class="no-print">
        <a href={`${base}/cases/${view.caseId}/review`}>{say(w.backToReview, language)}</a>
      </p>
    </div>
  )
}

export function ReceiptPage({ view, language }: { view: ReceiptView; language: Language }) {
  const side = view.qr.length
  const rows = view.qr
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
    .join('')
  return (
    <div class="stack stack-l narrow">
      <div class="stack">
        <p class="quiet">{view.office}</p>
        <h1>{say(w.receiptTitle, language)}</h1>
        <p class="lead">{say(view.serviceName, language)}</p>
      </div>
      <p class="h2">
        <span class="caseno">{view.number}</span>
      </p>
      <SummaryList
        rows={[
          { term: w.sentAt, value: view.sentAt },
          { term: w.state, value: view.stateLabel },
          { term: w.unit, value: view.unit },
          ...(view.helped === undefined ? [] : [{ term: w.wayIn, value: view.helped }]),
          {
            term: w.digits,
            value: view.digits === undefined ? w.digitsPhone : <b class="num">{view.digits}</b>,
          },
        ]}
      />
      <figure class="stack stack-s">
        <svg
          role="img"
          aria-label={say(w.qr, language)}
          viewBox={`0 0 ${side + 8} ${side + 8}`}
          width="160"
          height="160"
          shape-rendering="crispEdges"
        >
          <rect width={side + 8} height={side + 8} fill="#fff" />
          <path d={rows} fill="#000" />
        </svg>
        <figcaption>{fill(say(w.follow, language), { address: view.trackAddress })}</figcaption>
      </figure>
      <Notice fact={w.keep} text={w.free} />
      <p class="no-print">
        <a href={view.trackHref}>{say(w.followNow, language)}</a>
      </p>
    </div>
  )
}
