// What NIK and family card number share: sixteen digits, typed by people with spaces and full stops, often one too few.
// Must stay true: the number is text from beginning to end (a number type or a spreadsheet rounds the last digits away).
import { type PlainDate, plainDate } from './date.ts'
import { monthName } from './date-format.ts'
import { isProvincePrefix } from './provinces.ts'
import { accept, type Refusal, type Result, refuse } from './refusal.ts'

export type NumberKind = 'nik' | 'kk'

/** Sixteen digits without spaces and full stops. Refusals: `<kind>-missing`, `-rounded`, `-sign`, `-one-missing`, `-too-short`, `-too-long`. */
export function readSixteenDigits(text: string, kind: NumberKind, at?: string): Result<string> {
  const trimmed = text.trim()
  if (trimmed === '') return refuse(`${kind}-missing`, at)
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(trimmed)) return refuse(`${kind}-rounded`, at)
  const digits = trimmed.replace(/[\s.]/g, '')
  const foreign = [...digits].find((sign) => sign < '0' || sign > '9')
  if (foreign !== undefined) return refuse(`${kind}-sign`, at, { sign: foreign })
  const count = digits.length
  if (count === 15) return refuse(`${kind}-one-missing`, at, { count })
  if (count < 16) return refuse(`${kind}-too-short`, at, { count })
  if (count > 16) return refuse(`${kind}-too-long`, at, { count })
  return accept(digits)
}

/** `63.11.06` from the first six digits. */
export function districtCodeOf(digits: string): string {
  return `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`
}

/** What both numbers refuse besides their date: the province and the serial 0000. */
export function refuseProvinceAndSerial(digits: string, kind: NumberKind, at?: string): Refusal[] {
  const refusals: Refusal[] = []
  const province = digits.slice(0, 2)
  if (!isProvincePrefix(province)) refusals.push({ code: `${kind}-province`, at, params: { province } })
  if (digits.endsWith('0000')) refusals.push({ code: `${kind}-serial`, at })
  return refusals
}

/**
 * The dates that day, month and two digits of the year can mean: in the 1900s or the 2000s, real and not after today, the later
 * first. An empty list means no calendar has it; then `refuseShortDate` says why.
 */
export function datesOfShortYear(day: number, month: number, shortYear: number, today: PlainDate): PlainDate[] {
  return [2000 + shortYear, 1900 + shortYear]
    .map((year) => plainDate(year, month, day))
    .filter((date) => date !== undefined && date <= today) as PlainDate[]
}

/** Why the six digits of a date name no day: the day itself, the month, or that month is shorter. `written` = digits as they stand. */
export function refuseShortDate(
  kind: NumberKind,
  written: { day: string; month: string },
  day: number,
  at?: string,
): Refusal {
  const month = Number(written.month)
  if (month < 1 || month > 12) return { code: `${kind}-month`, at, params: { month: written.month } }
  if (day < 1 || day > 31) return { code: `${kind}-day`, at, params: { day: written.day } }
  return { code: `${kind}-date`, at, params: { day, monthId: monthName(month, 'id'), monthEn: monthName(month, 'en') } }
}

/** `6311************01`: region and the last two digits stay. Always twelve stars, the official shape on screens. */
export function maskSixteen(digits: string): string {
  return `${digits.slice(0, 4)}************${digits.slice(-2)}`
}
