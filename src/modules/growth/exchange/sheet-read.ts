// The bytes of an XLSX or CSV file to rows of text with their line numbers, as people and other programs save them: with title
// lines, semicolons, a byte order mark, numbers and dates as spreadsheets hold them. Must stay true: a number that a
// spreadsheet may have rounded (sixteen digits that end in 0) is told, never taken for a NIK.
import { parse } from 'csv-parse/sync'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import { CsvRecords, FIELD } from '../csv/records.ts'
import { unpackedSize } from './zip-size.ts'

export type SheetRow = { readonly line: number; readonly cells: readonly string[] }

export const MOST_ROWS = 200_000
const MOST_UNPACKED = 400 * 1024 * 1024
const MOST_IN_RECORD = 1 << 20
const XLSX = [0x50, 0x4b, 0x03, 0x04]

/** Refuses `exchange.not-a-sheet`, `exchange.too-large`, `exchange.empty`. Empty rows are left out; line numbers count them. */
export async function readSheetFile(bytes: Uint8Array): Promise<Result<readonly SheetRow[]>> {
  const rows = XLSX.every((byte, i) => bytes[i] === byte) ? await readXlsx(bytes) : readCsv(bytes)
  if (!rows.ok) return rows
  const filled = rows.value.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (filled.length === 0) return refuse('exchange.empty')
  return filled.length > MOST_ROWS ? refuse('exchange.too-large', undefined, { most: MOST_ROWS }) : accept(filled)
}

async function readXlsx(bytes: Uint8Array): Promise<Result<readonly SheetRow[]>> {
  const unpacked = unpackedSize(bytes)
  if (unpacked === undefined) return refuse('exchange.not-a-sheet')
  if (unpacked > MOST_UNPACKED) return refuse('exchange.too-large', undefined, { most: MOST_ROWS })
  const { default: readXlsxFile } = await import('read-excel-file/node')
  try {
    const [sheet] = await readXlsxFile(Buffer.from(bytes), { parseNumber: numberText })
    return accept((sheet?.data ?? []).map((row, i) => ({ line: i + 1, cells: row.map(cellText) })))
  } catch {
    return refuse('exchange.not-a-sheet')
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return withoutGuard(String(value).trim())
}

/** The number as it was typed: 7.35 and not 7.3499999999999996; sixteen digits ending in 0 as the rounded thing they may be. */
function numberText(stored: string): string {
  const value = Number(stored)
  if (!Number.isFinite(value)) return stored
  const text = String(value)
  return /^\d{15,}0$/.test(text) ? value.toExponential(14).toUpperCase() : text
}

/** Takes away the apostrophe that writers of CSV put before a text that could be a formula. */
function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}

function readCsv(bytes: Uint8Array): Result<readonly SheetRow[]> {
  const text = decode(bytes)
  if (text === undefined || text.includes('\u0000')) return refuse('exchange.not-a-sheet')
  if (delimiterOf(text) === ',' && hasOneLineEnd(text)) {
    const plain = readWellFormed(Buffer.from(text, 'utf8'))
    if (plain !== undefined) return accept(plain)
  }
  try {
    const lines: number[] = []
    const records: readonly (readonly string[])[] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MOST_IN_RECORD,
      bom: true,
      on_record: (record: string[], { lines: end }) => {
        // `end` is the last line of the record; new lines inside quotes lie before it
        lines.push(end - record.reduce((n, cell) => n + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0))
        return record
      },
    })
    return accept(
      records.map((record, i) => ({ line: lines[i] ?? i + 1, cells: record.map((cell) => withoutGuard(cell.trim())) })),
    )
  } catch {
    return refuse('exchange.not-a-sheet')
  }
}

/** Lines end in one way only, so that a line break inside a cell cannot be taken for an end. */
const hasOneLineEnd = (text: string) => !text.includes('\r') || !/\r(?!\n)|(?<!\r)\n/.test(text)

/** A file with commas and without a fault, some ten times faster than the forgiving reader; undefined: that one is needed. */
function readWellFormed(bytes: Buffer): SheetRow[] | undefined {
  const records = new CsvRecords()
  const rows: SheetRow[] = []
  let line = 1
  for (let at = bytes[0] === 0xef ? 3 : 0; at < bytes.length; ) {
    const next = records.read(bytes, at, bytes.length, true)
    if (next < 0 || !records.wellFormed || next - at > MOST_IN_RECORD) return undefined
    const cells: string[] = []
    for (let i = 0; i < records.count; i++) {
      const text = bytes.toString('utf8', records.starts[i], records.ends[i])
      cells.push(withoutGuard((records.kinds[i] === FIELD.doubled ? text.replaceAll('""', '"') : text).trim()))
    }
    rows.push({ line, cells })
    line += records.lines
    at = next
  }
  return rows
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // older spreadsheet programs save CSV in the code page of Windows
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The sign that stands most often in the first lines; a comma when none does. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000).split('\n').slice(0, 15).join('\n')
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: start.split(sign).length }))
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).sign
}
