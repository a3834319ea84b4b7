// Rows to the bytes of an XLSX or CSV file. Must stay true: a cell of an XLSX file is text of the sheet (format "@") unless its column
// is named as one of figures and it holds a number, so a NIK keeps its sixteen digits, a code of a region its points, and a text
// that begins with "=" is never a formula; in CSV such a text gets an apostrophe in front, which our own reader takes away again.
import { stringify } from 'csv-stringify/sync'
import { csvCell } from '../../../kernel/csv-cell.ts'

export type FileFormat = 'xlsx' | 'csv'
export type TextRows = readonly (readonly string[])[]

export const CONTENT_TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
/** What a spreadsheet program holds in one cell. */
const MOST_IN_CELL = 32_767
/** Control signs and halves of signs cannot stand in XML at all; line breaks and tabs can. */
const NOT_IN_XML = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** CSV as RFC 4180: UTF-8 with a byte order mark for spreadsheet programs, comma, CRLF. */
export function csvBytes(rows: TextRows): Uint8Array {
  return Buffer.from(
    stringify(
      rows.map((row) => row.map(csvCell)),
      { record_delimiter: 'windows', bom: true, quoted_match: /[\r\n]/ },
    ),
    'utf8',
  )
}

/** A number a workbook keeps to the last digit: no zeros in front, no more than fifteen digits. */
const FIGURE = /^-?(0|[1-9]\d*)(?:\.(\d+))?$/
const MOST_DIGITS = 15

/** One sheet with a header that stays in view. The first row is the header; `figures`: the headings of columns of numbers. */
export async function xlsxBytes(
  rows: TextRows,
  sheetName: string,
  figures: readonly string[] = [],
): Promise<Uint8Array> {
  // Loaded when somebody wants a file, or every start would wait for it.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const [header = [], ...rest] = rows
  const isFigures = header.map((name) => figures.includes(name))
  const cell = (value: string) => ({ value: inCell(value), type: String, format: '@' })
  const cellAt = (value: string, column: number) =>
    (isFigures[column] === true ? figureCell(value) : undefined) ?? cell(value)
  return writeXlsxFile(
    [header.map((value) => ({ ...cell(value), fontWeight: 'bold' as const })), ...rest.map((row) => row.map(cellAt))],
    {
      sheet: sheetName,
      stickyRowsCount: 1,
      columns: header.map((name, i) => ({
        width: Math.min(40, Math.max(name.length, ...rest.slice(0, 50).map((row) => row[i]?.length ?? 0)) + 2),
      })),
    },
  ).toBuffer()
}

export async function fileBytes(
  format: FileFormat,
  rows: TextRows,
  sheetName: string,
  figures?: readonly string[],
): Promise<Uint8Array> {
  return format === 'csv' ? csvBytes(rows) : xlsxBytes(rows, sheetName, figures)
}

/** A number with the decimals it was written with; what is hidden (`<5`), empty or no number stays text. */
function figureCell(value: string) {
  const found = FIGURE.exec(value)
  if (found === null || value.replace(/\D/g, '').length > MOST_DIGITS) return undefined
  const decimals = found[2]?.length ?? 0
  return { value: Number(value), type: Number, format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` }
}

function inCell(value: string): string {
  const text = value.replace(NOT_IN_XML, (sign) => (/[\t\n\r]/.test(sign) ? sign : '')).slice(0, MOST_IN_CELL)
  // the writer keeps texts in a plain object and stumbles over its own names; readers trim the space away
  return text in Object.prototype ? `${text} ` : text
}
