// From what people type (day, month, year in three boxes; or one cell of a table) to a plain date.
// Must stay true: every refusal names the one part that is wrong, so that only that box turns red; all faults at once.
import { addDays, datePartsOf, daysInMonth, isPlainDate, type PlainDate, plainDate } from './date.ts'
import { dateParams, MONTH_NAMES, monthName } from './date-format.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from './refusal.ts'

export type DateInput = { readonly day: string; readonly month: string; readonly year: string }
export type DateLimits = {
  /** Not before this day. */
  readonly earliest?: PlainDate
  /** Not after this day. */
  readonly latest?: PlainDate
  /** Today in the zone of the office; with it, `when` is checked. */
  readonly today?: PlainDate
  /** 'past' = today or earlier (rule pastDate), 'future' = today or later (rule futureDate). */
  readonly when?: 'past' | 'future'
}

/** Years outside this range are slips of the pen in a civil register. */
const FIRST_YEAR = 1850
const LAST_YEAR = 2199

const MONTH_NUMBERS = new Map<string, number>()
for (const language of ['id', 'en'] as const) {
  MONTH_NAMES[language].forEach((name, index) => {
    MONTH_NUMBERS.set(name.toLowerCase(), index + 1)
    MONTH_NUMBERS.set(name.slice(0, 3).toLowerCase(), index + 1)
  })
}
// Short forms and spellings found on old papers.
for (const [name, month] of [
  ['agt', 8],
  ['agust', 8],
  ['ags', 8],
  ['sept', 9],
  ['nop', 11],
  ['nopember', 11],
  ['pebruari', 2],
  ['peb', 2],
  ['djanuari', 1],
  ['djuni', 6],
  ['djuli', 7],
] as const) {
  MONTH_NUMBERS.set(name, month)
}

/**
 * A date from the three boxes. Month as number or as word, Indonesian or English. Refusals: `date-missing`, `date-day-missing`,
 * `date-month-missing`, `date-year-missing`, `date-day-number`, `date-month-number`, `date-year-digits`, `date-year-range`,
 * `date-day-of-month`, and those of `checkDateLimits`; `at` is `<at>.day`, `<at>.month` or `<at>.year`.
 */
export function parseDateParts(input: DateInput, at: string, limits: DateLimits = {}): Result<PlainDate> {
  const day = input.day.trim()
  const month = input.month.trim()
  const year = input.year.trim()
  if (day === '' && month === '' && year === '') return refuse('date-missing', at)
  const monthNumber = monthNumberOf(month)
  const refusals = [refuseDay(day, at), refuseMonth(month, monthNumber, at), refuseYear(year, at)].filter(
    (r) => r !== undefined,
  )
  if (refusals.length > 0) return refuseAll(refusals)
  const date = plainDate(Number(year), monthNumber, Number(day))
  if (date === undefined) {
    const last = daysInMonth(Number(year), monthNumber)
    return refuse('date-day-of-month', `${at}.day`, {
      monthId: monthName(monthNumber, 'id'),
      monthEn: monthName(monthNumber, 'en'),
      year,
      last,
    })
  }
  const refusal = checkDateLimits(date, at, limits)
  return refusal === undefined ? accept(date) : refuseAll([refusal])
}

/**
 * A date from one piece of text: `2026-03-05`, `5/3/2026`, `05-03-2026`, `5 Maret 2026`, `5 Mar 2026`. Numbers alone are read day
 * first, as in Indonesia. Refusals: `date-missing`, `date-shape`, and those of `parseDateParts`.
 */
export function parseDateText(text: string, at: string, limits: DateLimits = {}): Result<PlainDate> {
  const trimmed = text.trim()
  if (trimmed === '') return refuse('date-missing', at)
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(trimmed)
  if (iso) return parseDateParts({ year: iso[1]!, month: iso[2]!, day: iso[3]! }, at, limits)
  const parts = /^(\d{1,2})(?:\s*[-/.]\s*|\s+)([a-z]+|\d{1,2})\.?(?:\s*[-/.]\s*|\s+)(\d{4})$/i.exec(trimmed)
  if (parts) return parseDateParts({ day: parts[1]!, month: parts[2]!, year: parts[3]! }, at, limits)
  return refuse('date-shape', at)
}

/** The refusal of a real date that lies outside the limits, or undefined. The part that first leaves the limit is named. */
export function checkDateLimits(date: PlainDate, at: string, limits: DateLimits): Refusal | undefined {
  const { today, when, earliest, latest } = limits
  if (today !== undefined && when === 'past' && date > today) {
    return outside('date-in-future', date, today, at, dateParams('today', today))
  }
  if (today !== undefined && when === 'future' && date < today) {
    return outside('date-in-past', date, today, at, dateParams('today', today))
  }
  if (earliest !== undefined && date < earliest) {
    return outside('date-too-early', date, earliest, at, dateParams('earliest', earliest))
  }
  if (latest !== undefined && date > latest)
    return outside('date-too-late', date, latest, at, dateParams('latest', latest))
  return undefined
}

/** `limits` for a date that may not be before another one, for rule pastDateAfter. */
export function pastAfter(today: PlainDate, earliest: PlainDate): DateLimits {
  return { today, when: 'past', earliest }
}

/** True when a report of an event on `event` received on `received` lies within so many days: day 60 is in time, day 61 is not. */
export function isWithinDays(event: PlainDate, received: PlainDate, days: number): boolean {
  return received <= addDays(event, days)
}

/** The hour of a rule `time`: 'HH:MM' or 'HH.MM' in 24 hours as minutes of the day. Refusals: `time-shape`. */
export function parseTime(text: string, at: string): Result<number> {
  const match = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(text.trim())
  return match ? accept(Number(match[1]) * 60 + Number(match[2])) : refuse('time-shape', at)
}

function monthNumberOf(month: string): number {
  return /^\d{1,2}$/.test(month) ? Number(month) : (MONTH_NUMBERS.get(month.toLowerCase()) ?? 0)
}

function refuseDay(day: string, at: string): Refusal | undefined {
  if (day === '') return { code: 'date-day-missing', at: `${at}.day` }
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > 31) return { code: 'date-day-number', at: `${at}.day` }
  return undefined
}

function refuseMonth(month: string, monthNumber: number, at: string): Refusal | undefined {
  if (month === '') return { code: 'date-month-missing', at: `${at}.month` }
  return monthNumber < 1 || monthNumber > 12 ? { code: 'date-month-number', at: `${at}.month` } : undefined
}

function refuseYear(year: string, at: string): Refusal | undefined {
  if (year === '') return { code: 'date-year-missing', at: `${at}.year` }
  if (!/^\d{4}$/.test(year)) return { code: 'date-year-digits', at: `${at}.year` }
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) {
    return { code: 'date-year-range', at: `${at}.year`, params: { first: FIRST_YEAR, last: LAST_YEAR } }
  }
  return undefined
}

function outside(code: string, date: PlainDate, limit: PlainDate, at: string, params: Record<string, string>): Refusal {
  const a = datePartsOf(date)
  const b = datePartsOf(limit)
  const part = a.year !== b.year ? 'year' : a.month !== b.month ? 'month' : 'day'
  return { code, at: `${at}.${part}`, params }
}

/** Throws unless the text is a plain date: for data that was checked when it came in. */
export function toPlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError('not a plain date')
  return text
}
