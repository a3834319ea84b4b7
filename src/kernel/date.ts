// Plain calendar dates as text 'YYYY-MM-DD', without clock or zone: a birth date is the same day everywhere.
// Must stay true: arithmetic is on whole days of the proleptic Gregorian calendar, never through a Date object,
// so no summer time and no machine zone can move a day. Text order is date order, so dates compare with < and >.
export type PlainDate = string & { readonly __brand?: 'PlainDate' }
export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Number of days of a month (1 to 12); 0 when there is no such month. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

const TWO_DIGITS = Array.from({ length: 32 }, (_, value) => String(value).padStart(2, '0'))

/** The date with these parts, or undefined when no calendar has it. Years 1 to 9999. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined
  if (year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${year > 999 ? year : String(year).padStart(4, '0')}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`
}

/** True for text of the exact shape 'YYYY-MM-DD' that names a real day. */
export function isPlainDate(value: unknown): value is PlainDate {
  return typeof value === 'string' && partsOf(value) !== undefined
}

const HYPHEN = 45

/** Sign by sign: dates are read a million times where people are counted. */
function partsOf(text: string): DateParts | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined
  const year = pairAt(text, 0) * 100 + pairAt(text, 2)
  const month = pairAt(text, 5)
  const day = pairAt(text, 8)
  // What is no digit makes NaN, and NaN is never at least one.
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined
}

function pairAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** Year, month (1 to 12) and day of a date. Throws when the text is no date: by then it should have been checked. */
export function datePartsOf(date: PlainDate): DateParts {
  const parts = partsOf(date)
  if (parts === undefined) throw new RangeError('not a plain date')
  return parts
}

/** Days since 1970-01-01, negative before it. */
export function dayNumberOf(date: PlainDate): number {
  const { year, month, day } = datePartsOf(date)
  return dayNumberOfParts(year, month, day)
}

// Counting years from March puts the leap day last, which makes both directions a closed formula.
function dayNumberOfParts(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date that lies so many days after 1970-01-01. Throws outside the years 1 to 9999. */
export function dateOfDayNumber(dayNumber: number): PlainDate {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const date = plainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  if (date === undefined) throw new RangeError('day number outside the years 1 to 9999')
  return date
}

/** The date so many days later; a negative number goes back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumberOf(date) + days)
}

/** The same day so many months later; where that month is shorter, its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = datePartsOf(date)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  const result = plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
  if (result === undefined) throw new RangeError('date outside the years 1 to 9999')
  return result
}

/** Days from one date to another: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumberOf(to) - dayNumberOf(from)
}

/**
 * Completed calendar months from one date to a later one ("umur bulan penuh"): a month is complete when its day number
 * is reached, so 20 January to 13 June is 4, and 31 January to 28 February is 0. Negative when `to` is earlier.
 */
export function completedMonths(from: PlainDate, to: PlainDate): number {
  if (to < from) return 0 - completedMonths(to, from)
  const start = datePartsOf(from)
  const end = datePartsOf(to)
  const months = (end.year - start.year) * 12 + (end.month - start.month)
  return end.day < start.day ? months - 1 : months
}

/** Age in completed years on a date. Someone born on 29 February turns older on 1 March of a common year. */
export function ageOn(birthDate: PlainDate, on: PlainDate): number {
  return on < birthDate ? -1 : Math.floor(completedMonths(birthDate, on) / 12)
}

/** Day of the week after ISO 8601: 1 = Monday to 7 = Sunday. */
export function weekdayOf(date: PlainDate): number {
  return weekdayOfDayNumber(dayNumberOf(date))
}

export function weekdayOfDayNumber(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}
