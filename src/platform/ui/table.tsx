// Lists of work and figures. `cards` become cards on a phone with the object as title; `slim` stays a table and drops optional columns.
// ARIA roles are written out, because a table whose display changes loses them in some browsers. Sorted by what is due first.

import type { Text } from '../../kernel/text.ts'
import { type Content, type Phrase, usePhrase, usePlain } from './language.ts'

export type Column = {
  readonly key: string
  readonly label: Text | string
  /** The object of the row: title of its card, row header for screen readers. Exactly one column. */
  readonly title?: boolean
  /** Numbers stand at the end. */
  readonly end?: boolean
  /** Dropped on a phone in `slim`. */
  readonly optional?: boolean
  /** Heading is heard only: a column of buttons. */
  readonly hidden?: boolean
  /** A column of bars: gets the room the others leave. */
  readonly bar?: boolean
  /** Label in the card when it differs from the heading; `false` shows none. */
  readonly cardLabel?: Text | string | false
}

export type Row = {
  readonly cells: Readonly<Record<string, Phrase>>
  /** `late` gets a red edge, `soon` a turmeric one; the words in the row say it too. */
  readonly tone?: 'late' | 'soon'
}

export type TableProps = {
  /** What the table lists and how it is sorted. */
  caption: Phrase
  /** Writes the caption above the table instead of only speaking it. */
  showCaption?: boolean
  /** One of them is the title of its row. */
  columns: readonly Column[]
  /** Sorted already: what is due first stands first. */
  rows: readonly Row[]
  /** A last row of sums. */
  foot?: Row
  /** What a phone does with it: `cards`, `slim` (default), `table` (few narrow columns). */
  phone?: 'cards' | 'slim' | 'table'
  /** Smaller text and less height, for offices. */
  dense?: boolean
}

// Written out on purpose (see above); the linter would take them away as self-evident.
export const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
} as const

export function Table({
  caption,
  showCaption = false,
  columns,
  rows,
  foot,
  phone = 'slim',
  dense = false,
}: TableProps) {
  const phrase = usePhrase()
  const plain = usePlain()
  const toned = rows.some((row) => row.tone)
  const look = ['grid', dense && 'dense', phone !== 'table' && phone, toned && 'lead-in'].filter(Boolean).join(' ')
  const cellClass = (column: Column): string | undefined =>
    [column.end && 'end num', column.optional && 'opt', column.hidden && 'end deed', column.bar && 'of-bars']
      .filter(Boolean)
      .join(' ') || undefined
  const cell = (column: Column, content: Content) => {
    if (column.title)
      return (
        <th {...roles.rowheader} scope="row">
          {phrase(content)}
        </th>
      )
    const label = column.cardLabel === undefined ? (column.hidden ? false : column.label) : column.cardLabel
    return (
      <td
        {...roles.cell}
        class={cellClass(column)}
        data-l={phone === 'cards' && label !== false ? plain(label) : undefined}
      >
        {phrase(content)}
      </td>
    )
  }
  const line = (row: Row) => (
    <tr {...roles.row} class={row.tone}>
      {columns.map((column) => cell(column, phrase(row.cells[column.key])))}
    </tr>
  )
  return (
    <table class={look} {...roles.table}>
      <caption class={showCaption ? undefined : 'hide'}>{phrase(caption)}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <th
              {...roles.columnheader}
              scope="col"
              class={[column.end && 'end', column.optional && 'opt'].filter(Boolean).join(' ') || undefined}
            >
              {column.hidden ? <span class="hide">{phrase(column.label)}</span> : phrase(column.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>{rows.map(line)}</tbody>
      {foot ? <tfoot {...roles.rowgroup}>{line(foot)}</tfoot> : null}
    </table>
  )
}
