// Requests of citizens for those who answer them. Must stay true: the list has no words of anybody; a button stands only
// where it works, otherwise the reason does.
import { type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Fault } from './own-pages.tsx'
import { ClockBadge, Parts } from './page-parts.tsx'
import type { OfficeRequest, OfficeRequestLine, OfficeRequests } from './port.ts'
import { KIND_WORDS, STATE_TONES, STATE_WORDS, PRIVACY_WORDS as w } from './words.ts'

export function RequestsPage({ base, view, language }: { base: string; view: OfficeRequests; language: Language }) {
  return (
    <div class="stack stack-l">
      <div class="stack stack-s">
        <h1>{say(w.requests, language)}</h1>
        <p class="lead">{say(w.requestsLead, language)}</p>
        <Parts base={base} here="requests" />
      </div>
      <section class="stack" aria-labelledby="h-running">
        <h2 id="h-running">{say(w.running, language)}</h2>
        {view.open.length === 0 ? (
          <EmptyState title={w.requestsEmpty} text={w.requestsEmptyText} />
        ) : (
          <RequestTable {...{ base, language }} lines={view.open} caption={w.running} />
        )}
      </section>
      <section class="stack" aria-labelledby="h-done">
        <h2 id="h-done">{say(w.done, language)}</h2>
        {view.done.length === 0 ? (
          <EmptyState title={w.doneEmpty} text={w.doneEmptyText} />
        ) : (
          <RequestTable {...{ base, language }} lines={view.done} caption={w.done} />
        )}
        {view.next === undefined ? null : (
          <p>
            <Button kind="second" small href={`${base}/office/privacy?before=${view.next}`} label={w.older} />
          </p>
        )}
      </section>
    </div>
  )
}

function RequestTable({
  base,
  lines,
  caption,
  language,
}: {
  base: string
  lines: readonly OfficeRequestLine[]
  caption: { readonly id: string; readonly en: string }
  language: Language
}) {
  return (
    <Table
      caption={caption}
      phone="cards"
      dense
      columns={[
        { key: 'kind', label: w.kind, title: true },
        { key: 'made', label: w.made },
        { key: 'due', label: w.due },
        { key: 'state', label: w.state, cardLabel: false },
        { key: 'act', label: w.act, hidden: true },
      ]}
      rows={lines.map((line) => ({
        ...(line.clock.state === 'late' ? { tone: 'late' as const } : {}),
        ...(line.clock.state === 'soon' ? { tone: 'soon' as const } : {}),
        cells: {
          kind: KIND_WORDS[line.kind],
          made: line.madeAt,
          due: (
            <>
              {line.dueAt} {line.state === 'withdrawn' ? null : <ClockBadge clock={line.clock} language={language} />}
            </>
          ),
          state: <Badge tone={STATE_TONES[line.state]} label={STATE_WORDS[line.state]} />,
          act: (
            <Button
              small
              kind="second"
              href={`${base}/office/privacy/requests/${line.requestId}`}
              label={w.open}
              hidden={KIND_WORDS[line.kind]}
            />
          ),
        },
      }))}
    />
  )
}

export function RequestPage({
  base,
  view,
  actionKey,
  language,
  errors = [],
  typed = {},
  isSaved = false,
}: {
  base: string
  view: OfficeRequest
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: Readonly<Record<string, string>>
  isSaved?: boolean
}) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  const href = `${base}/office/privacy/requests/${view.requestId}`
  const key = <input type="hidden" name="key" value={actionKey} />
  return (
    <div class="stack stack-l medium">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <p>
          <a href={`${base}/office/privacy`}>{say(w.requests, language)}</a>
        </p>
        <h1>{say(KIND_WORDS[view.kind], language)}</h1>
        <p class="row">
          <Badge tone={STATE_TONES[view.state]} label={STATE_WORDS[view.state]} />
          {view.state === 'withdrawn' ? null : <ClockBadge clock={view.clock} language={language} />}
        </p>
        {isSaved ? <Notice tone="good" fact={w.saved} /> : null}
      </div>
      <SummaryList
        rows={[
          { term: w.from, value: view.from },
          { term: w.asked, value: view.words },
          { term: w.made, value: view.madeAt },
          { term: w.due, value: view.dueAt },
          ...(view.answer === undefined ? [] : [{ term: w.answer, value: view.answer }]),
          ...(view.proposedBy === undefined ? [] : [{ term: w.by, value: view.proposedBy }]),
          ...(view.decidedBy === undefined
            ? []
            : [{ term: w.decided, value: `${view.decidedBy}, ${view.decidedAt ?? ''}` }]),
        ]}
      />
      <p class="s quiet">{say(w.readNote, language)}</p>
      {view.blocked === undefined ? null : <Notice tone="care" fact={view.blocked} />}
      {view.mayAnswer ? (
        <form method="post" action={`${href}/answer`} class="panel stack stack-m" aria-labelledby="h-answer">
          {key}
          <h2 id="h-answer">{say(w.answer, language)}</h2>
          <ChoiceCards
            name="outcome"
            label={w.outcome}
            choices={[
              { value: 'granted', label: w.grant, hint: w.grantHint },
              { value: 'refused', label: w.refuse, hint: w.refuseHint },
            ]}
            value={typed.outcome ?? ''}
            error={error('outcome')}
          />
          <Field name="answer" kind="lines" label={w.answerWords} value={typed.answer} error={error('answer')} />
          <Button label={w.answerAct} />
        </form>
      ) : null}
      {view.mayConfirm ? (
        <div class="row">
          <form method="post" action={`${href}/confirm`}>
            {key}
            <Button kind="harm" label={w.confirm} />
          </form>
          <form method="post" action={`${href}/hand-back`}>
            {key}
            <Button kind="second" label={w.handBack} />
          </form>
        </div>
      ) : null}
    </div>
  )
}
