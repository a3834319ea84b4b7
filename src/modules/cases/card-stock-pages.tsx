// Blanks of the office: what is left, where the year's blanks went, deliveries and counts. Must stay true: the figures of a
// row add up in front of the reader; who may not change the stock sees no form.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { decimal } from '../../platform/ui/format.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Stat } from '../../platform/ui/stat.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { StockView } from './card-port.ts'
import { KIND_NAMES, CARD_WORDS as w } from './card-words.ts'

type Fault = { readonly at?: string; readonly text: string }
const KINDS = (['ktp-el', 'kia'] as const).map((value) => ({ value, label: KIND_NAMES[value] }))

export function CardStockPage({
  base,
  view,
  actionKey,
  language,
  errors = [],
  typed = {},
  done,
}: {
  base: string
  view: StockView
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: Readonly<Record<string, string>>
  done?: 'received' | 'counted'
}) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  const number = (n: number): string => decimal(n, 0, language)
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>{say(w.stockTitle, language)}</h1>
        <p class="quiet">{say(w.stockLead, language)}</p>
        {done === undefined ? null : <Notice tone="good" fact={done === 'received' ? w.received2 : w.countedDone} />}
      </div>
      <div class="duo">
        {view.lines.map((line) => (
          <div class="stack stack-s">
            <Stat
              value={number(line.level)}
              unit={w.remaining}
              reading={KIND_NAMES[line.kind]}
              source={fill(say(w.yearOf, language), { year: view.year, now: view.now })}
            />
            <Badge
              tone={line.isLow ? 'care' : 'done'}
              label={{
                id: fill(line.isLow ? w.low.id : w.enough.id, { limit: number(line.warnBelow) }),
                en: fill(line.isLow ? w.low.en : w.enough.en, { limit: number(line.warnBelow) }),
              }}
            />
          </div>
        ))}
      </div>
      <Table
        caption={w.stockCaption}
        phone="cards"
        columns={[
          { key: 'kind', label: w.kind, title: true },
          { key: 'opening', label: w.opening, end: true },
          { key: 'received', label: w.received, end: true },
          { key: 'printed', label: w.used, end: true },
          { key: 'spoiled', label: w.ofThemSpoiled, end: true },
          { key: 'counted', label: w.counted, end: true },
          { key: 'level', label: w.remainingNow, end: true },
          { key: 'handed', label: w.handed, end: true },
          { key: 'next', label: w.nextBlank, end: true },
        ]}
        rows={view.lines.map((line) => ({
          ...(line.isLow ? { tone: 'soon' as const } : {}),
          cells: {
            kind: say(KIND_NAMES[line.kind], language),
            opening: number(line.opening),
            received: `+${number(line.received)}`,
            printed: `−${number(line.printed)}`,
            spoiled: number(line.spoiled),
            counted: line.counted > 0 ? `+${number(line.counted)}` : number(line.counted).replace('-', '−'),
            level: <b>{number(line.level)}</b>,
            handed: number(line.handed),
            next: line.nextBlank ?? '–',
          },
        }))}
      />
      {view.mayChange ? (
        <div class="duo">
          <form method="post" action={`${base}/office/stock/receive`} class="panel stack">
            <input type="hidden" name="key" value={actionKey} />
            <h2>{say(w.receive, language)}</h2>
            <SelectField name="kind" label={w.kind} options={KINDS} value={typed.kind} error={error('kind')} />
            <Field
              name="count"
              kind="number"
              width={8}
              unit={w.countUnit}
              label={w.count}
              value={typed.count}
              error={error('count')}
            />
            <Field
              name="first"
              width={16}
              label={w.first}
              hint={w.firstHint}
              optional
              autocapitalize="characters"
              value={typed.first}
              error={error('first')}
            />
            <Field name="letter" label={w.letter} optional value={typed.letter} error={error('letter')} />
            <Button label={w.receiveAct} />
          </form>
          <form method="post" action={`${base}/office/stock/count`} class="panel stack">
            <input type="hidden" name="key" value={`${actionKey}:count`} />
            <h2>{say(w.countTitle, language)}</h2>
            <SelectField
              name="kind"
              id="count-kind"
              label={w.kind}
              options={KINDS}
              value={typed.countKind}
              error={error('count-kind')}
            />
            <Field
              name="found"
              kind="number"
              width={8}
              unit={w.countUnit}
              label={w.found}
              value={typed.found}
              error={error('found')}
            />
            <Field
              name="note"
              label={w.countNote}
              hint={w.countNoteHint}
              optional
              value={typed.note}
              error={error('note')}
            />
            <Field
              name="warnBelow"
              kind="number"
              width={8}
              unit={w.countUnit}
              label={w.warnBelow}
              hint={w.warnBelowHint}
              optional
              value={typed.warnBelow}
              error={error('warnBelow')}
            />
            <Button kind="second" label={w.countAct} />
          </form>
        </div>
      ) : null}
      <section class="stack" aria-labelledby="h-moves">
        <h2 id="h-moves">{say(w.moves, language)}</h2>
        {view.moves.length === 0 ? (
          <EmptyState title={w.movesEmpty} text={w.movesEmptyText} />
        ) : (
          <Table
            caption={w.movesCaption}
            phone="cards"
            dense
            columns={[
              { key: 'when', label: w.when, title: true },
              { key: 'kind', label: w.kind },
              { key: 'cause', label: w.cause },
              { key: 'change', label: w.change, end: true },
              { key: 'note', label: w.note },
            ]}
            rows={view.moves.map((move) => ({
              cells: {
                when: move.when,
                kind: say(KIND_NAMES[move.kind], language),
                cause: say(move.cause, language),
                change: move.change > 0 ? `+${number(move.change)}` : number(move.change).replace('-', '−'),
                note: move.note === '' ? '–' : move.note,
              },
            }))}
          />
        )}
      </section>
    </div>
  )
}
