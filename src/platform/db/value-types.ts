// How values of PostgreSQL become values of ours, the same on both adapters. Must stay true: a date is its text
// (`2026-11-21`, no time zone can shift it), a bigint is a safe number or an error, a numeric stays text, an instant
// is a Date, bytes are a Buffer, json is parsed.
import pg from 'pg'

const DATE = 1082
const DATE_ARRAY = 1182
const BIGINT = 20
const BIGINT_ARRAY = 1016

function toSafeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`A bigint is too large for a number: ${text}`)
  return value
}

/** Splits the text of any array into the texts of its elements. */
const TEXT_ARRAY: number = 1009
const textArray: (text: string) => string[] = pg.types.getTypeParser(TEXT_ARRAY, 'text')
const OWN: Readonly<Record<number, (text: string) => unknown>> = {
  [DATE]: (text) => text,
  [DATE_ARRAY]: (text) => textArray(text),
  [BIGINT]: toSafeNumber,
  [BIGINT_ARRAY]: (text) => textArray(text).map(toSafeNumber),
}

/** The parsers both pools are opened with; the global ones of `pg` stay untouched. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => OWN[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
}
