// An uploaded list of people a programme reached: read, matched and judged line by line before anything is written. Pure but for the
// CSV library. Must stay true: each line is told what will happen to it and why; numbers of people leave no trace in the report.
import { parse } from 'csv-parse/sync'
import { isPlainDate, type PlainDate } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'

export const MOST_LINES = 5000
export type UploadLine = {
  /** Line of the file, the heading is 1. */
  readonly line: number
  readonly nik?: string
  readonly name: string
  readonly birthDate?: PlainDate
  readonly village?: string
  /** As written; the check says when it is no day. */
  readonly givenOn: string
  readonly giver: string
}
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  nik: ['nik'],
  name: ['nama', 'name'],
  birthDate: ['tanggal_lahir', 'tgl_lahir', 'birth_date'],
  village: ['kode_desa', 'desa', 'village'],
  givenOn: ['tanggal', 'tanggal_pemberian', 'given_on'],
  giver: ['pemberi', 'giver'],
}

/** Reads the file. Refusals: unreadable, too many lines, columns missing. */
export function readUpload(bytes: Uint8Array): Result<readonly UploadLine[]> {
  let rows: readonly (readonly string[])[]
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const delimiter = (text.split('\n')[0] ?? '').includes(';') ? ';' : ','
    rows = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as string[][]
  } catch {
    return refuse('convergence-file-unreadable', 'file')
  }
  const heading = (rows[0] ?? []).map((one) => one.toLowerCase().trim().replaceAll(' ', '_'))
  const at = (column: string): number => heading.findIndex((one) => COLUMNS[column]!.includes(one))
  const missing = [...(at('nik') < 0 && at('name') < 0 ? ['nik'] : []), ...(at('givenOn') < 0 ? ['tanggal'] : [])]
  if (missing.length > 0) return refuse('convergence-file-columns', 'file', { columns: missing.join(', ') })
  if (rows.length - 1 > MOST_LINES) return refuse('convergence-file-long', 'file', { max: MOST_LINES })
  const cell = (row: readonly string[], column: string): string =>
    at(column) < 0 ? '' : (row[at(column)] ?? '').trim()
  return accept(
    rows.slice(1).map((row, index): UploadLine => {
      const nik = cell(row, 'nik').replace(/\D/g, '')
      const birthDate = readDay(cell(row, 'birthDate'))
      const village = cell(row, 'village')
      return {
        line: index + 2,
        ...(nik === '' ? {} : { nik }),
        name: cell(row, 'name').slice(0, 200),
        ...(birthDate === undefined ? {} : { birthDate }),
        ...(village === '' ? {} : { village: village.slice(0, 100) }),
        givenOn: readDay(cell(row, 'givenOn')) ?? '',
        giver: cell(row, 'giver').slice(0, 120),
      }
    }),
  )
}

/** `2026-04-10`, `10-04-2026`, `10/4/2026`; undefined for what is no day. */
export function readDay(text: string): PlainDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  const [year, month, day] =
    iso !== null ? [iso[1], iso[2], iso[3]] : local !== null ? [local[3], local[2], local[1]] : []
  const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  return isPlainDate(date) ? date : undefined
}

export type LineFate = 'add' | 'known' | 'received' | 'nobody' | 'not-due' | 'day' | 'twice' | 'elsewhere'
/** Fates that write something. */
export const WRITES: readonly LineFate[] = ['add', 'received']
