// Reads single cells of sheets as people fill them: decimal commas, Indonesian dates, "2 Tahun - 3 Bulan - 10 Hari", L and P.
// Must stay true: "-" and an empty cell are "nothing said" and never change a value; what cannot be read is refused by name.
import type { PlainDate } from '../../../kernel/date.ts'
import { parseDateText } from '../../../kernel/date-parse.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import { readSixteenDigits } from '../../../kernel/sixteen-digits.ts'
import { readTenthMm, readWeightG } from '../rules/measurement.ts'
import type { Position, Sex } from '../zscores.ts'

/** Empty, "-", "–" or "n/a": nothing is said. */
export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || /^(-+|–|—|n\/?a|null)$/i.test(cell)
}

/** Beyond this it is no slip of a point but another number altogether (a telephone, a NIK). */
const LARGEST = 99_000_000
type Read<T> = Result<T | undefined>
const nothing: Read<never> = accept(undefined)

/** "7,35", "7.350 kg", "7350" as grams. From 500 on it is grams; 101.5 may be a length in the wrong column and stays kilograms. */
export function readWeightCell(cell: string | undefined, column: string): Read<number> {
  if (cell === undefined || isBlank(cell)) return nothing
  const read = readWeightG(cell.replace(/\s*(kg|g|gr|gram)\.?$/i, ''))
  if (!read.ok || read.value > LARGEST) return unreadable(column, cell)
  if (read.value <= 0) return notAboveZero(column, cell)
  return accept(read.value >= 500_000 ? Math.round(read.value / 1000) : read.value)
}

/** Birth weight: below 10 is kilograms, above it grams; 0 is how lists write that nobody noted it. */
export function readBirthWeightCell(cell: string | undefined, column: string): Read<number> {
  if (cell === undefined || isBlank(cell)) return nothing
  const read = readWeightG(cell.replace(/\s*(kg|g|gr|gram)\.?$/i, ''))
  if (!read.ok || read.value > LARGEST) return unreadable(column, cell)
  if (read.value <= 0) return read.value === 0 ? nothing : notAboveZero(column, cell)
  return accept(read.value >= 10_000 ? Math.round(read.value / 1000) : read.value)
}

/** "82,25" or "82.3 cm" as tenths of a millimetre. */
export function readLengthCell(cell: string | undefined, column: string): Read<number> {
  if (cell === undefined || isBlank(cell)) return nothing
  const read = readTenthMm(cell.replace(/\s*cm\.?$/i, ''))
  if (!read.ok || read.value > LARGEST) return unreadable(column, cell)
  return read.value > 0 ? read : notAboveZero(column, cell)
}

/** A length that is often left out (arm, head, at birth): lists write 0 where it was not measured. */
export function readRareLengthCell(cell: string | undefined, column: string): Read<number> {
  return cell !== undefined && /^0+([.,]0+)?( ?cm\.?)?$/i.test(cell) ? nothing : readLengthCell(cell, column)
}

/** Laki-laki, L, 1, M, boy; Perempuan, P, 2, F. */
export function readSexCell(cell: string | undefined, column: string): Read<Sex> {
  if (cell === undefined || isBlank(cell)) return nothing
  if (/^(l|m|1|laki([ -]?laki)?|pria|male|boy)$/i.test(cell)) return accept(1)
  if (/^(p|f|2|perempuan|wanita|female|girl)$/i.test(cell)) return accept(2)
  return unreadable(column, cell)
}

export function readPositionCell(cell: string | undefined, column: string): Read<Position> {
  if (cell === undefined || isBlank(cell)) return nothing
  if (/^(terlentang|telentang|berbaring|lying|l|2)$/i.test(cell)) return accept('l')
  if (/^(berdiri|standing|h|1)$/i.test(cell)) return accept('h')
  return unreadable(column, cell)
}

export function readYesNoCell(cell: string | undefined, column: string): Read<boolean> {
  if (cell === undefined || isBlank(cell)) return nothing
  if (/^(ya|y|yes|1|v|✓|benar|true)$/i.test(cell)) return accept(true)
  if (/^(tidak|tdk|t|no|n|0|false)$/i.test(cell)) return accept(false)
  return unreadable(column, cell)
}

export function readOedemaCell(cell: string | undefined, column: string): Read<0 | 1 | 2 | 3> {
  if (cell === undefined || isBlank(cell)) return nothing
  if (/^(tidak|tdk|no|0)$/i.test(cell)) return accept(0)
  const grade = /^\+?([123])$/.exec(cell)?.[1]
  return grade === '1' ? accept(1) : grade === '2' ? accept(2) : grade === '3' ? accept(3) : unreadable(column, cell)
}

/** `2026-08-13`, `13/08/2026`, `13 Agustus 2026`, `13-Agu-26` stays unread: two digits of a year are not guessed. */
export function readDateCell(cell: string | undefined, column: string): Read<PlainDate> {
  if (cell === undefined || isBlank(cell)) return nothing
  const read = parseDateText(cell, column)
  return read.ok ? read : refuse('exchange.line-date', column, { column, value: short(cell) })
}

/**
 * NIK or KK. Masked numbers (with stars) say nothing. Refuses a rounded one and a wrong count, without ever repeating the
 * number.
 */
export function readSixteenCell(cell: string | undefined, kind: 'nik' | 'kk', column: string): Read<string> {
  if (cell === undefined || isBlank(cell) || cell.includes('*')) return nothing
  const read = readSixteenDigits(cell.replace(/^'/, ''), kind, column)
  if (read.ok) return /^(\d)\1{15}$/.test(read.value) ? nothing : read
  const rounded = read.refusals.some(({ code }) => code.endsWith('-rounded'))
  return rounded
    ? refuse('exchange.line-number-rounded', column, { column })
    : refuse('exchange.line-number', column, { column, count: cell.replace(/\D/g, '').length })
}

/** Hundredths of an SD from "-2,31" or "-2.31"; what is no number says nothing, since it is only compared. */
export function readScoreCell(cell: string | undefined): number | undefined {
  if (cell === undefined || isBlank(cell)) return undefined
  const value = Number(cell.replace(',', '.').replace('−', '-'))
  return Number.isFinite(value) && Math.abs(value) < 100 ? Math.round(value * 100) : undefined
}

/** The age printed beside a measuring: years, months and days, or one bare number. */
export type PrintedAge =
  | { readonly kind: 'parts'; readonly months: number; readonly days: number }
  | { readonly kind: 'number'; readonly value: number }

export function readAgeCell(cell: string | undefined): PrintedAge | undefined {
  if (cell === undefined || isBlank(cell)) return undefined
  const part = (word: string) => Number(new RegExp(`(\\d+)\\s*${word}`, 'i').exec(cell)?.[1] ?? Number.NaN)
  const [years, months, days] = [part('(?:tahun|thn|th)\\b'), part('(?:bulan|bln|bl)\\b'), part('(?:hari|hr)\\b')]
  if ([years, months, days].some((n) => !Number.isNaN(n)))
    return { kind: 'parts', months: (years || 0) * 12 + (months || 0), days: days || 0 }
  return /^\d{1,4}$/.test(cell) ? { kind: 'number', value: Number(cell) } : undefined
}

/** Names in one cell, separated by "/", "&", a dash with spaces, or "dan". */
export function splitParents(cell: string | undefined): readonly string[] {
  if (cell === undefined || isBlank(cell)) return []
  return cell
    .split(/\s*[/&]\s*|\s+[-–]\s+|\s+dan\s+/i)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** A name for comparing: letters only, small, one space. */
export function nameKey(name: string): string {
  const small = name.toLowerCase()
  // nearly all names: plain letters need no more, and a file asks some hundred thousand times
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(small)) return small
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function notAboveZero(column: string, value: string) {
  return refuse('exchange.line-not-above-zero', column, { column, value: short(value) })
}

function unreadable(column: string, value: string) {
  return refuse('exchange.line-unreadable', column, { column, value: short(value) })
}

/** What a sentence may repeat of a cell: a few signs, none that could break a page, and never a long number. */
function short(value: string): string {
  if (value.replace(/\D/g, '').length > 10) return '…'
  const plain = value.replace(/[^\p{L}\p{N} .,:;/+\-_=()%]/gu, '?')
  return plain.length > 24 ? `${plain.slice(0, 24)}…` : plain
}
