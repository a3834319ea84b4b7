// A report to the bytes of a PDF, A4 upright: the same canvas, fonts and page making as deeds, without anything a deed has. Must stay
// true: it never looks like a signed paper; every page says what it is and which page of how many; no letter is smaller than 6.5 points.
import { printable } from '../form-sheet.ts'
import type { Report, ReportPart } from '../report.ts'
import { Canvas, MM, type TextStyle } from './canvas.ts'
import { drawingPiece } from './drawing.ts'
import { paginate } from './paginate.ts'
import { type Flow, flow, type Piece, type Placing } from './piece.ts'
import { reportTable } from './report-table.ts'
import { plain } from './typeset.ts'

const MARGIN = 14 * MM
const FOOT = 8 * MM
const SCALES = [1, 0.95, 0.9, 0.85, 0.8]

export async function renderReport(report: Report): Promise<Uint8Array> {
  const canvas = new Canvas('portrait', {
    title: report.title,
    subject: report.subject,
    author: report.author,
    createdAtMs: report.createdAtMs,
    language: report.language,
  })
  const height = canvas.height - 2 * MARGIN - FOOT
  const pages = sheetsOf(report.parts).flatMap((parts) => {
    const tries = SCALES.map((scale) => {
      const placing: Placing = { canvas, left: MARGIN, width: canvas.width - 2 * MARGIN, scale }
      return paginate(
        parts.map((part) => flowOf(part, placing)),
        { full: height, last: height },
      )
    })
    return tries.reduce((best, one) => (one.length < best.length ? one : best))
  })
  for (const [index, page] of pages.entries()) {
    canvas.addPage()
    for (const { piece, y } of page) piece.draw(MARGIN + y)
    const style: TextStyle = { face: 'sans', size: 7 }
    const y = canvas.height - MARGIN
    canvas.line(MARGIN, y - 9, canvas.width - MARGIN, y - 9, 0.4)
    canvas.text(printable(report.foot), MARGIN, y, style)
    const place = `${index + 1}/${pages.length}`
    canvas.text(place, canvas.width - MARGIN - canvas.widthOf(place, style), y, style)
  }
  return canvas.finish()
}

/** The parts of each sheet that begins anew. */
function sheetsOf(parts: readonly ReportPart[]): readonly (readonly ReportPart[])[] {
  const sheets: ReportPart[][] = [[]]
  for (const part of parts) {
    if (part.part === 'sheet') sheets.push([])
    else sheets.at(-1)!.push(part)
  }
  return sheets.filter((sheet) => sheet.length > 0)
}

function flowOf(part: ReportPart, placing: Placing): Flow {
  const { canvas, left, width, scale } = placing
  const style = (size: number, bold?: true): TextStyle => ({
    face: 'sans',
    size: Math.max(size * scale, 6.5),
    ...(bold ? { bold } : {}),
  })
  const words = (text: string, size: number, bold?: true): Piece => {
    const set = plain(canvas, printable(text), style(size, bold), width, 'left', 1.3)
    return { height: set.height, draw: (y) => set.draw(left, y) }
  }
  switch (part.part) {
    case 'title':
      return flow(0, words(part.text, 16, true))
    case 'heading':
      return flow(3.5 * MM * scale, { ...words(part.text, 11, true), keepWithNext: true })
    case 'text':
      return flow(1.2 * MM * scale, words(part.text, part.small ? 7.5 : 9.5, part.bold))
    case 'list':
      return flow(1 * MM * scale, ...part.items.map((item) => words(`•  ${item}`, 9)))
    case 'rows':
      return flow(1.5 * MM * scale, ...part.rows.map((row) => rowPiece(row, placing, style)))
    case 'table':
      return reportTable(part, placing)
    case 'drawing':
      return flow(1.5 * MM * scale, drawingPiece(part.svg, placing))
    case 'signs':
      return flow(5 * MM * scale, signsPiece(part.names, placing, style(8)))
    case 'sheet':
      return flow(0)
  }
}

const LABEL = 0.36
function rowPiece(
  row: { readonly label: string; readonly value: string },
  { canvas, left, width }: Placing,
  style: (size: number, bold?: true) => TextStyle,
): Piece {
  const label = plain(canvas, printable(row.label), style(9), width * LABEL - 2 * MM, 'left', 1.25)
  const value = plain(canvas, printable(row.value), style(9, true), width * (1 - LABEL), 'left', 1.25)
  const height = Math.max(label.height, value.height) + 1 * MM
  return {
    height,
    draw(y) {
      label.draw(left, y)
      value.draw(left + width * LABEL, y)
      canvas.line(left, y + height - 0.4 * MM, left + width, y + height - 0.4 * MM, 0.25)
    },
  }
}

/** Boxes with room for ink, three in a row. */
function signsPiece(names: readonly string[], { canvas, left, width, scale }: Placing, style: TextStyle): Piece {
  const [columns, ink] = [3, 15 * MM * scale]
  const box = width / columns
  const high = ink + style.size * 1.6
  return {
    height: Math.ceil(names.length / columns) * high,
    draw(y) {
      for (const [at, name] of names.entries()) {
        const [x, top] = [left + (at % columns) * box, y + Math.floor(at / columns) * high]
        canvas.box(x, top, box, high, 0.4)
        plain(canvas, printable(name), style, box - 2 * MM, 'center', 1.2).draw(x + 1 * MM, top + ink)
      }
    },
  }
}
