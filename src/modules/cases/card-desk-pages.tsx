// The page of the production officer: cards to print with the blanks they go on, and printed cards to be checked. Must stay
// true: one form prints what is marked; nothing typed or marked is lost when it is refused.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { Tick } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Pagination } from '../../platform/ui/pagination.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { DeskCard, DeskView, DoneMany } from './card-port.ts'
import { KIND_NAMES, spoilWords, CARD_WORDS as w } from './card-words.ts'

type Fault = { readonly at?: string; readonly text: string }
export type DeskPageProps = {
  readonly base: string
  readonly view: DeskView
  readonly actionKey: string
  readonly language: Language
  readonly errors?: readonly Fault[]
  /** What was marked and typed in a form that was refused. */
  readonly marked?: readonly string[]
  readonly blank?: string
  readonly spoiled?: { readonly card: string; readonly reason: string }
  readonly outcome?: { readonly what: 'printed' | 'made' | 'spoiled' } & DoneMany
}

export function CardDeskPage(props: DeskPageProps) {
  const { base, view, language, errors = [], outcome } = props
  const kindName = say(KIND_NAMES[view.kind], language)
  return (
    <div class="stack stack-m">
      <ErrorSummary errors={errors} />
      <h1>{say(w.desk, language)}</h1>
      {outcome === undefined ? null : <Outcome outcome={outcome} language={language} />}
      <Chips
        label={w.kind}
        chips={(['ktp-el', 'kia'] as const).map((kind) => ({
          href: `${base}/office/cards?kind=${kind}`,
          label: KIND_NAMES[kind],
          count: view.counts[kind],
          current: kind === view.kind,
        }))}
      />
      {view.stock.isLow ? (
        <Notice tone="care" fact={fill(say(w.leftLow, language), { count: view.stock.level })} text={w.leftLowText} />
      ) : (
        <p class="quiet s">{fill(say(w.left, language), { count: view.stock.level })}</p>
      )}
      {view.toPrint.length === 0 && view.toCheck.length === 0 ? (
        <EmptyState level={2} title={fill(say(w.deskEmpty, language), { kind: kindName })} text={w.deskEmptyText} />
      ) : null}
      {view.toPrint.length === 0 ? null : <ToPrint {...props} />}
      {view.toCheck.length === 0 ? null : <ToCheck {...props} />}
    </div>
  )
}

function Outcome({ outcome, language }: { outcome: NonNullable<DeskPageProps['outcome']>; language: Language }) {
  return (
    <Notice
      tone={outcome.refused.length === 0 ? 'good' : 'care'}
      fact={fill(say(outcome.done === 0 ? w.nothingDone : w[outcome.what], language), { count: outcome.done })}
    >
      {outcome.refused.length === 0 ? null : (
        <ul>
          {outcome.refused.map((one) => (
            <li>
              {one.number === '' ? null : <b class="num">{one.number}</b>} {one.text}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

function ToPrint({ base, view, actionKey, language, errors = [], marked, blank }: DeskPageProps) {
  return (
    <form method="post" action={`${base}/office/cards/print`} class="stack" aria-labelledby="h-print">
      <input type="hidden" name="key" value={actionKey} />
      <input type="hidden" name="kind" value={view.kind} />
      <h2 id="h-print">{say(w.toPrint, language)}</h2>
      <p class="quiet s">{say(w.toPrintLead, language)}</p>
      <Table
        caption={w.toPrintCaption}
        phone="cards"
        dense
        columns={[
          { key: 'name', label: w.holder, title: true },
          { key: 'service', label: w.service },
          { key: 'place', label: w.village },
          { key: 'since', label: w.since },
        ]}
        rows={view.toPrint.map((card) => ({
          ...(card.spoiled > 0 ? { tone: 'soon' as const } : {}),
          cells: {
            name: (
              <Tick
                name="card"
                id={`print-${card.cardId}`}
                value={card.cardId}
                checked={marked?.includes(card.cardId) ?? false}
                label={card.name}
              />
            ),
            service: <ServiceCell base={base} card={card} language={language} />,
            place: `${card.village}, ${card.district}`,
            since: (
              <>
                {card.wantedOn}
                {card.spoiled > 0 ? (
                  <small class="quiet"> {fill(say(w.again, language), { count: card.spoiled })}</small>
                ) : null}
              </>
            ),
          },
        }))}
      />
      <Field
        name="blank"
        label={w.firstBlank}
        hint={w.firstBlankHint}
        value={blank ?? view.nextBlank ?? ''}
        width={16}
        autocapitalize="characters"
        optional={view.nextBlank === undefined}
        error={errors.find((one) => one.at === 'blank')?.text}
      />
      <div class="row">
        <Button icon="doc" label={w.printMarked} />
      </div>
      <Pagination
        from={view.from}
        to={view.from + view.toPrint.length - 1}
        nextHref={
          view.next === undefined
            ? undefined
            : `${base}/office/cards?${new URLSearchParams({ kind: view.kind, after: view.next, from: String(view.from + view.toPrint.length) })}`
        }
        firstHref={view.from > 1 ? `${base}/office/cards?kind=${view.kind}` : undefined}
      />
    </form>
  )
}

function ServiceCell({ base, card, language }: { base: string; card: DeskCard; language: Language }) {
  return (
    <>
      {say(card.serviceName, language)}{' '}
      <a class="quiet num s" href={`${base}/office/cases/${card.caseId}`}>
        {card.number}
      </a>
    </>
  )
}

function ToCheck({ base, view, actionKey, language, spoiled, errors = [] }: DeskPageProps) {
  const fault = (name: string) => errors.find((one) => one.at === name)?.text
  return (
    <section class="stack" aria-labelledby="h-check">
      <h2 id="h-check">{say(w.toCheck, language)}</h2>
      <p class="quiet s">{say(w.toCheckLead[view.kind], language)}</p>
      <form method="post" action={`${base}/office/cards/ready`} class="stack" id="ready-form">
        <input type="hidden" name="key" value={`${actionKey}:ready`} />
        <input type="hidden" name="kind" value={view.kind} />
        <Table
          caption={w.toCheckCaption}
          phone="cards"
          dense
          columns={[
            { key: 'name', label: w.holder, title: true },
            { key: 'blank', label: w.blank },
            { key: 'service', label: w.service },
            { key: 'place', label: w.village },
          ]}
          rows={view.toCheck.map((card) => ({
            cells: {
              name: <Tick name="card" id={`ready-${card.cardId}`} value={card.cardId} label={card.name} />,
              blank: <b class="num">{card.blank ?? '–'}</b>,
              service: <ServiceCell base={base} card={card} language={language} />,
              place: `${card.village}, ${card.district}`,
            },
          }))}
        />
        <div class="row">
          <Button icon="check" label={w.readyMarked} kind={view.toPrint.length === 0 ? 'main' : 'second'} />
        </div>
      </form>
      <details class="panel" open={spoiled !== undefined || undefined}>
        <summary>{say(w.spoil, language)}</summary>
        <form method="post" action={`${base}/office/cards/spoil`} class="stack stack-s">
          <input type="hidden" name="key" value={`${actionKey}:spoil`} />
          <input type="hidden" name="kind" value={view.kind} />
          <SelectField
            name="card"
            id="spoiled"
            label={w.holder}
            value={spoiled?.card}
            error={fault('spoiled')}
            options={view.toCheck.map((card) => ({
              value: card.cardId,
              label: card.blank === undefined ? card.name : `${card.blank}, ${card.name}`,
            }))}
          />
          <SelectField
            name="reason"
            label={w.spoilReason}
            value={spoiled?.reason}
            error={fault('reason')}
            options={spoilWords(view.kind)}
          />
          <Button kind="harm" label={w.spoilAct} />
        </form>
      </details>
    </section>
  )
}
