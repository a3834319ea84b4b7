// The pages of the delivery officer: packets that wait, and one packet with to whom, what was shown and what proves it. Must
// stay true: nothing is shown of a case but name, village and packet (specification section 3); what was typed stays.
import { type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Pagination } from '../../platform/ui/pagination.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { HandOverInput, PacketListView, PacketView } from './card-port.ts'
import { KIND_NAMES, RELATIONS, CARD_WORDS as w } from './card-words.ts'

type Fault = { readonly at?: string; readonly text: string }

export function PacketListPage({
  base,
  view,
  language,
  missing,
  done = false,
}: {
  base: string
  view: PacketListView
  language: Language
  missing?: string
  done?: boolean
}) {
  const href = `${base}/office/hand-over`
  return (
    <div class="stack stack-m">
      {missing === undefined ? null : <ErrorSummary errors={[{ at: 'q', text: say(w.notFound, language) }]} />}
      <h1>{say(w.packets, language)}</h1>
      {done ? <Notice tone="good" fact={w.handed2} /> : null}
      <search>
        <form method="post" action={`${href}/find`} class="narrow stack stack-s">
          <label class="s" for="q">
            {say(w.find, language)}
          </label>
          <div class="search">
            <input id="q" name="q" type="search" value={missing ?? ''} autocomplete="off" />
            <Button kind="second" icon="search" label={w.search} fill="never" />
          </div>
        </form>
      </search>
      <Chips
        label={w.filter}
        chips={[
          { href, label: w.all, count: view.counts.all, current: view.filter === 'all' },
          {
            href: `${href}?show=uncollected`,
            label: w.uncollected,
            count: view.counts.uncollected,
            current: view.filter === 'uncollected',
          },
        ]}
      />
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={w.packetsEmpty} text={w.packetsEmptyText} />
      ) : (
        <>
          <Table
            caption={w.packetsCaption}
            phone="cards"
            dense
            columns={[
              { key: 'name', label: w.holder, title: true },
              { key: 'cards', label: w.cards },
              { key: 'place', label: w.village },
              { key: 'since', label: w.readySince },
              { key: 'act', label: w.act, hidden: true },
            ]}
            rows={view.lines.map((line) => ({
              ...(line.isUncollected ? { tone: 'late' as const } : {}),
              cells: {
                name: (
                  <>
                    <a href={`${href}/${line.caseId}`}>{line.names.join(', ')}</a>{' '}
                    <small class="quiet num">{line.number}</small>
                  </>
                ),
                cards: <span class="num">{say(line.cards, language)}</span>,
                place: line.village,
                since: line.isUncollected ? (
                  <Badge tone="care" label={`${line.readySince}, ${say(w.uncollected, language)}`} />
                ) : (
                  line.readySince
                ),
                act: <Button small kind="second" href={`${href}/${line.caseId}`} label={w.give} hidden={line.number} />,
              },
            }))}
          />
          <Pagination
            from={view.from}
            to={view.from + view.lines.length - 1}
            nextHref={
              view.next === undefined
                ? undefined
                : `${href}?${new URLSearchParams({ show: view.filter, after: view.next, from: String(view.from + view.lines.length) })}`
            }
            firstHref={view.from > 1 ? `${href}?show=${view.filter}` : undefined}
          />
        </>
      )}
    </div>
  )
}

export function PacketPage({
  base,
  view,
  actionKey,
  language,
  errors = [],
  typed,
}: {
  base: string
  view: PacketView
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: HandOverInput
}) {
  return (
    <div class="stack stack-m">
      <ErrorSummary errors={errors} />
      <div class="row row-apart">
        <div>
          <h1>{[...new Set(view.cards.map((card) => card.name))].join(', ') || view.number}</h1>
          <p class="quiet s">
            <span class="num">{view.number}</span>, {view.village}
          </p>
        </div>
        <Badge tone={view.mayHandOver ? 'work' : 'wait'} label={view.stateLabel} />
      </div>
      <section class="stack stack-s narrow" aria-labelledby="h-packet">
        <h2 id="h-packet">{say(w.packet, language)}</h2>
        <Table
          caption={w.packet}
          phone="cards"
          columns={[
            { key: 'kind', label: w.kind, title: true },
            { key: 'name', label: w.holder },
            { key: 'blank', label: w.blank, end: true },
            { key: 'state', label: w.stateOf },
          ]}
          rows={view.cards.map((card) => ({
            cells: {
              kind: <span class="num">{say(KIND_NAMES[card.kind], language)}</span>,
              name: card.name,
              blank: card.blank ?? '–',
              state: say(card.state, language),
            },
          }))}
        />
      </section>
      {view.blocked !== undefined ? (
        <Notice tone="care" fact={view.blocked} />
      ) : view.mayHandOver ? (
        <HandOverForm {...{ base, view, actionKey, language, errors, typed }} />
      ) : view.isHandedOver ? (
        <Notice tone="good" fact={w.handedOver} />
      ) : (
        <Notice fact={w.notReady} text={w.notReadyText} />
      )}
    </div>
  )
}

function HandOverForm({
  base,
  view,
  actionKey,
  language,
  errors,
  typed,
}: {
  base: string
  view: PacketView
  actionKey: string
  language: Language
  errors: readonly Fault[]
  typed?: HandOverInput
}) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  return (
    <form method="post" action={`${base}/office/cases/${view.caseId}/actions/hand-over`} class="stack stack-m narrow">
      <input type="hidden" name="key" value={actionKey} />
      <input type="hidden" name="from" value="desk" />
      <h2>{say(w.toWhom, language)}</h2>
      <Field
        name="takenBy"
        label={w.takenBy}
        hint={w.takenByHint}
        value={typed?.takenBy}
        autocapitalize="words"
        error={error('takenBy')}
      />
      <SelectField
        name="relation"
        label={w.relation}
        options={RELATIONS}
        value={typed?.relation}
        error={error('relation')}
      />
      <ChoiceCards
        name="originals"
        label={w.originals}
        hint={w.originalsHint}
        many
        choices={view.originals}
        value={typed?.originals ?? []}
        error={error('originals')}
      />
      {view.originals.length > 1 ? (
        <Field
          name="originalsNote"
          label={w.originalsNote}
          optional
          value={typed?.originalsNote}
          error={error('originalsNote')}
        />
      ) : null}
      <ChoiceCards
        name="proof"
        label={w.proof}
        two
        choices={[
          ...(view.hasCode ? [{ value: 'code', label: w.proofCode, hint: w.proofCodeHint }] : []),
          { value: 'slip', label: w.proofSlip, hint: w.proofSlipHint },
        ]}
        value={typed?.proof ?? (view.hasCode ? 'code' : 'slip')}
        error={error('proof')}
      />
      {view.hasCode ? (
        <Field name="code" kind="number" width={8} label={w.code} optional value={typed?.code} error={error('code')} />
      ) : (
        <p class="s quiet">{say(w.noCode, language)}</p>
      )}
      <Field name="slip" width={16} label={w.slip} optional={view.hasCode} value={typed?.slip} error={error('slip')} />
      <Button icon="check" label={w.handOverAct} />
    </form>
  )
}
