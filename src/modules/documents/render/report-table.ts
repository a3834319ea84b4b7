// A table of a report: its head is repeated on a new page, rows grow with their longest cell and may leave room for a hand.
import { printable } from '../form-sheet.ts'
import type { ReportCell, ReportPart } from '../report.ts'
import { MM, type TextStyle } from './canvas.ts'
import type { Flow, Piece, Placing } from './piece.ts'
import { type Paragraph, plain } from './typeset.ts'

const PAD = 1.1 * MM

export function reportTable(
  { columns, rows, leastMm = 0 }: Extract<ReportPart, { part: 'table' }>,
  { canvas, left, width, scale }: Placing,
): Flow {
  const shares = columns.reduce((sum, column) => sum + column.share, 0)
  const edges = [left]
  for (const column of columns) edges.push(edges.at(-1)! + (width * column.share) / shares)
  const body: TextStyle = { face: 'sans', size: Math.max(8.5 * scale, 6.5) }
  const small: TextStyle = { face: 'sans', size: Math.max(7 * scale, 6.5) }
  const widthAt = (at: number) => edges[at + 1]! - edges[at]! - 2 * PAD
  const set = (text: string, at: number, style: TextStyle): Paragraph =>
    plain(canvas, printable(text), style, widthAt(at), columns[at]!.end === true ? 'right' : 'left', 1.22)
  const cellOf = (cell: ReportCell, at: number): readonly Paragraph[] => {
    const style = columns[at]!.bold === true ? { ...body, bold: true } : body
    return typeof cell === 'string' ? [set(cell, at, style)] : [set(cell.text, at, style), set(cell.small, at, small)]
  }
  const band = (cells: readonly (readonly Paragraph[])[], least: number): Piece => {
    const heights = cells.map((parts) => parts.reduce((sum, part) => sum + part.height, 0))
    const height = Math.max(least, ...heights.map((one) => one + 2 * PAD))
    return {
      height,
      draw(y) {
        for (const [at, parts] of cells.entries()) {
          canvas.box(edges[at]!, y, edges[at + 1]! - edges[at]!, height, 0.4)
          let top = y + PAD
          for (const part of parts) {
            part.draw(edges[at]! + PAD, top)
            top += part.height
          }
        }
      },
    }
  }
  const head: Piece = {
    ...band(
      columns.map(({ label }, at) => [set(label, at, { ...small, bold: true })]),
      0,
    ),
    keepWithNext: true,
  }
  return {
    space: 1.5 * MM * scale,
    repeat: head,
    pieces: [head, ...rows.map((row) => band(row.map(cellOf), leastMm * MM * scale ** 4))],
  }
}
