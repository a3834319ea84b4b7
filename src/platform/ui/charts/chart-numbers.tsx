// The same numbers as the picture, as a table that opens: whoever cannot see the picture, copies figures or checks them needs it.
import { Icon } from '../icon.tsx'
import { type Phrase, usePhrase } from '../language.ts'
import { type Column, type Row, Table } from '../table.tsx'
import { words } from '../words.ts'

export type ChartNumbersProps = {
  /** What the numbers are, the title of the picture. */
  caption: Phrase
  /** Columns as in Table. */
  columns: readonly Column[]
  /** Rows as in Table. */
  rows: readonly Row[]
}

export function ChartNumbers({ caption, columns, rows }: ChartNumbersProps) {
  const phrase = usePhrase()
  return (
    <details class="numbers">
      <summary>
        {phrase(words.numbers)}
        <span class="hide">: {phrase(caption)}</span>
        <Icon name="down" />
      </summary>
      <Table caption={caption} columns={columns} rows={rows} phone="table" dense />
    </details>
  )
}
