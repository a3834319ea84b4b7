// Downloads, the form for a file, the history. Must stay true: every link names its table and form; a secretariat sees counts only.
import { formatInstant, formatMonth } from '../../../kernel/date-format.ts'
import { fill, type Language, say } from '../../../kernel/text.ts'
import { Badge } from '../../../platform/ui/badge.tsx'
import { Button } from '../../../platform/ui/button.tsx'
import { EmptyState } from '../../../platform/ui/empty-state.tsx'
import { Notice } from '../../../platform/ui/notice.tsx'
import { SelectField } from '../../../platform/ui/select-field.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import { Upload } from '../../../platform/ui/upload.tsx'
import { shiftMonth } from '../rules/measurement.ts'
import type { ExchangeView, ImportHead } from './exchange-port.ts'
import { IMPORT_STATES, LINE_STATES, SHEET_NAMES, EXCHANGE_WORDS as w } from './exchange-words.ts'
import { type LineState, STATES } from './import-plan.ts'

type PageProps = { base: string; view: ExchangeView; zone: string; language: Language; error?: string; today: string }

export function ExchangePage({ base, view, zone, language, error, today }: PageProps) {
  const months = Array.from({ length: 13 }, (_, i) => shiftMonth(today.slice(0, 7), -i))
  return (
    <div class="stack stack-l">
      <div class="stack stack-xs">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(view.imports ? w.lead : w.leadCounts, language)}</p>
      </div>

      {view.imports ? (
        <section class="stack">
          <h2>{say(w.importTitle, language)}</h2>
          <form class="stack" method="post" action={`${base}/import`} enctype="multipart/form-data">
            <Upload
              name="file"
              label={w.file}
              hint={w.importHint}
              samples={[]}
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              {...(error === undefined ? {} : { error })}
            />
            <p>
              <Button label={w.preview} />
            </p>
          </form>
        </section>
      ) : null}

      <section class="stack">
        <h2>{say(w.downloads, language)}</h2>
        <form class="stack" method="get" action={base}>
          <SelectField
            name="month"
            label={w.month}
            hint={w.monthHint}
            value={view.month}
            width={16}
            options={months.map((month) => ({ value: month, label: formatMonth(month, language) }))}
          />
          <p>
            <Button kind="second" label={w.showMonth} />
          </p>
        </form>
        <Table
          caption={`${say(w.downloads, language)}: ${formatMonth(view.month, language)}`}
          showCaption
          phone="cards"
          columns={[
            { key: 'name', label: w.table, title: true },
            { key: 'about', label: w.about },
            { key: 'files', label: w.files },
          ]}
          rows={view.tables.map((table) => ({
            cells: {
              name: say(table.name, language),
              about: say(table.about, language),
              files: (
                <span class="row">
                  {table.formats.map((format) => (
                    <a href={`${base}/files/${table.key}.${format}?month=${view.month}`} download>
                      {format === 'xml' ? 'ADX' : format.toUpperCase()}
                      <span class="hide"> {say(table.name, language)}</span>
                    </a>
                  ))}
                </span>
              ),
            },
          }))}
        />
        {view.imports ? <p class="quiet">{say(w.sheetsNote, language)}</p> : null}
      </section>

      {view.imports ? (
        <section class="stack">
          <h2>{say(w.history, language)}</h2>
          {view.history.length === 0 ? (
            <EmptyState title={w.noHistory} text={w.noHistoryText} />
          ) : (
            <Table
              caption={w.history}
              phone="cards"
              columns={[
                { key: 'file', label: w.files, title: true },
                { key: 'state', label: w.state },
                { key: 'result', label: w.result },
                { key: 'received', label: w.received },
                { key: 'print', label: w.fingerprint },
              ]}
              rows={view.history.map((head) => ({
                cells: {
                  file: <a href={`${base}/imports/${head.importId}`}>{head.fileName}</a>,
                  state: <StateBadge head={head} />,
                  result: countsText(head, language),
                  received: formatInstant(head.plannedAt.getTime(), zone, language),
                  print: <code>{head.fingerprint.slice(0, 12)}</code>,
                },
                ...(head.state === 'planned' ? { tone: 'soon' as const } : {}),
              }))}
            />
          )}
        </section>
      ) : null}
    </div>
  )
}

export function StateBadge({ head }: { head: Pick<ImportHead, 'state'> }) {
  const { label, tone } = IMPORT_STATES[head.state]
  return <Badge label={label} tone={tone} />
}

/** "12 baru · 3 berubah", without what is nought. */
export function countsText(head: Pick<ImportHead, 'counts'>, language: Language): string {
  const parts = STATES.filter((state: LineState) => head.counts[state] > 0).map(
    (state) => `${head.counts[state]} ${say(LINE_STATES[state], language)}`,
  )
  return parts.length === 0 ? '0' : parts.join(' · ')
}

export function sheetName(head: Pick<ImportHead, 'sheet'>, language: Language): string {
  const name = SHEET_NAMES[head.sheet]
  return name === undefined ? head.sheet : say(name, language)
}

/** What became of a file: written, taken back, put away. */
export function Outcome({ head, language }: { head: ImportHead; language: Language }) {
  if (head.state === 'written') return <Notice tone="good" fact={w.written} text={w.writtenText} />
  if (head.state === 'dropped') return <Notice fact={w.dropped} />
  if (head.state === 'undone')
    return (
      <Notice
        fact={w.undone}
        text={fill(say(w.undoneText, language), head.undoCounts ?? { withdrawn: 0, children: 0, kept: 0 })}
      />
    )
  return <Notice tone="care" fact={w.broken} text={w.brokenText} />
}
