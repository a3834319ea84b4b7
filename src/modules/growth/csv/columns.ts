// Finds the eleven columns of a growth file in its header and fills engine columns from a record.
// Must stay true: columns may stand in any order and others may stand between them; every cell is checked, and a cell
// that cannot be read names its column and what to write instead.
import { accept, type Refusal, type Result, refuse } from '../../../kernel/refusal.ts'
import { type GrowthColumns, PER_ROW } from '../engine.ts'
import { DESCRIBED, INDICATORS } from '../indicators.ts'
import { BAD, numberIn, oedemaIn, positionIn, sexIn } from './cells.ts'
import { type CsvRecords, FIELD, fieldText } from './records.ts'

export const INPUT_COLUMNS = [
  'id',
  'sex',
  'age_days',
  'weight_kg',
  'lenhei_cm',
  'measure',
  'headc_cm',
  'muac_cm',
  'triskin_mm',
  'subskin_mm',
  'oedema',
] as const
export type InputColumn = (typeof INPUT_COLUMNS)[number]

export const RESULT_COLUMNS: readonly string[] = [
  'clenhei',
  'cmeasure',
  'c9mo_flag',
  'cbmi',
  ...INDICATORS.flatMap((name) => [`z${DESCRIBED[name].code}`, `f${DESCRIBED[name].code}`]),
]
export const RESULT_COUNT = 4 + 2 * PER_ROW

const MEASURES = [
  ['ageDays', 'age_days'],
  ['weightKg', 'weight_kg'],
  ['lengthHeightCm', 'lenhei_cm'],
  ['headCm', 'headc_cm'],
  ['armCm', 'muac_cm'],
  ['tricepsMm', 'triskin_mm'],
  ['subscapularMm', 'subskin_mm'],
] as const

export type Header = {
  readonly names: readonly string[]
  /** Place of each input column in a record. */
  readonly at: Readonly<Record<InputColumn, number>>
  /** Places of old result columns, which a new run replaces. */
  readonly replaced: readonly number[]
}

/** A file that is saved in another way lacks every column; the way is told instead of the first of them. */
function whyMissing(names: readonly string[]): string {
  if (names.length === 1 && names[0]!.includes(';')) return 'growth.csv-semicolons'
  if (names.length === 1 && names[0]!.includes('\t')) return 'growth.csv-tabs'
  return names.some((name) => name.includes('\r')) ? 'growth.csv-line-ends' : 'growth.csv-column-missing'
}

/** Understands a header. Refuses a column that is missing or stands there twice. */
export function readHeader(names: readonly string[]): Result<Header> {
  const clean = names.map((name) => name.trim().toLowerCase())
  const at: Partial<Record<InputColumn, number>> = {}
  for (const column of INPUT_COLUMNS) {
    const place = clean.indexOf(column)
    if (place < 0) {
      return refuse(whyMissing(names), column, { column })
    }
    if (clean.lastIndexOf(column) !== place) return refuse('growth.csv-column-twice', column, { column })
    at[column] = place
  }
  const replaced = clean.flatMap((name, i) => (RESULT_COLUMNS.includes(name) ? [i] : []))
  return accept({ names, at: at as Record<InputColumn, number>, replaced })
}

const shown = (bytes: Uint8Array, records: CsvRecords, place: number) => {
  const text = Array.from(fieldText(bytes, records, place), (c) => (c < ' ' ? ' ' : c)).join('')
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** Nothing between two line breaks. */
const isEmptyLine = ({ count, starts, ends, kinds }: CsvRecords): boolean =>
  count === 1 && starts[0] === ends[0] && kinds[0] === FIELD.plain

/** Puts one record into row `row`; what it cannot read comes back as a refusal and the row is then not to be used. */
export function fillRow(
  bytes: Uint8Array,
  records: CsvRecords,
  header: Header,
  into: GrowthColumns,
  row: number,
): Refusal | undefined {
  const { at } = header
  const { starts, ends, kinds } = records
  if (isEmptyLine(records)) return { code: 'growth.line-empty' }
  if (records.count !== header.names.length)
    return { code: 'growth.line-fields', params: { found: records.count, expected: header.names.length } }
  for (const [field, column] of MEASURES) {
    const place = at[column]
    const value = numberIn(bytes, starts[place]!, ends[place]!)
    if (value === BAD) {
      const text = shown(bytes, records, place)
      const comma = /^\s*-?\d+,\d+\s*$/.test(text)
      return {
        code: comma ? 'growth.line-comma' : 'growth.line-number',
        at: column,
        params: { column, value: text, instead: text.trim().replace(',', '.') },
      }
    }
    into[field][row] = value
  }
  if (into.ageDays[row]! < 0)
    return { code: 'growth.line-before-birth', at: 'age_days', params: { value: shown(bytes, records, at.age_days) } }
  const sex = sexIn(bytes, starts[at.sex]!, ends[at.sex]!)
  if (sex === BAD) return { code: 'growth.line-sex', at: 'sex', params: { value: shown(bytes, records, at.sex) } }
  const position = positionIn(bytes, starts[at.measure]!, ends[at.measure]!)
  if (position === BAD)
    return { code: 'growth.line-position', at: 'measure', params: { value: shown(bytes, records, at.measure) } }
  const oedema = oedemaIn(bytes, starts[at.oedema]!, ends[at.oedema]!)
  if (oedema === BAD)
    return { code: 'growth.line-oedema', at: 'oedema', params: { value: shown(bytes, records, at.oedema) } }
  into.sex[row] = sex
  into.position[row] = position
  into.oedema[row] = oedema
  if (records.broken) {
    const column = header.names[kinds.indexOf(FIELD.broken)]!
    return { code: 'growth.line-quotes', at: column, params: { column } }
  }
  return undefined
}
