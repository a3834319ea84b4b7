// Rows to the bytes of an XLSX or CSV file. Must stay true: every cell of an XLSX file is text of the sheet (format "@"), so a
// NIK keeps its sixteen digits and a text that begins with "=" is never a formula; in CSV such a text gets an apostrophe in
// front, which our own reader takes away again.
import { stringify } from 'csv-stringify/sync'

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
      rows.map((row) => [...row]),
      { record_delimiter: 'windows', escape_formulas: true, bom: true, quoted_match: /[\r\n]/ },
    ),
    'utf8',
  )
}

/** One sheet with a header that stays in view. The first row is the header. */
export async function xlsxBytes(rows: TextRows, sheetName: string): Promise<Uint8Array> {
  // Loaded when somebody wants a file, or every start would wait for it.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const [header = [], ...rest] = rows
  const cell = (value: string) => ({ value: inCell(value), type: String, format: '@' })
  return writeXlsxFile(
    [header.map((value) => ({ ...cell(value), fontWeight: 'bold' as const })), ...rest.map((row) => row.map(cell))],
    {
      sheet: sheetName,
      stickyRowsCount: 1,
      columns: header.map((name, i) => ({
        width: Math.min(40, Math.max(name.length, ...rest.slice(0, 50).map((row) => row[i]?.length ?? 0)) + 2),
      })),
    },
  ).toBuffer()
}

export async function fileBytes(format: FileFormat, rows: TextRows, sheetName: string): Promise<Uint8Array> {
  return format === 'csv' ? csvBytes(rows) : xlsxBytes(rows, sheetName)
}

function inCell(value: string): string {
  const text = value.replace(NOT_IN_XML, (sign) => (/[\t\n\r]/.test(sign) ? sign : '')).slice(0, MOST_IN_CELL)
  // the writer keeps texts in a plain object and stumbles over its own names; readers trim the space away
  return text in Object.prototype ? `${text} ` : text
}
