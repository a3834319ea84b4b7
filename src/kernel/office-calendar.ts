// The office calendar as data with an edition: zone, hours of the week, breaks, periods with other hours (Ramadan), days off.
// Must stay true: what an office may enter is checked here once, so that the arithmetic of working-time.ts never meets nonsense.
import * as v from 'valibot'
import { isPlainDate, type PlainDate } from './date.ts'
import { WEEKDAY_NAMES, zoneLabel } from './date-format.ts'
import { accept, type Result, refuse } from './refusal.ts'
import type { Language, Text } from './text.ts'
import { offsetMinutesAt } from './zone.ts'

const text = v.strictObject({ id: v.pipe(v.string(), v.nonEmpty()), en: v.pipe(v.string(), v.nonEmpty()) })
const date = v.custom<PlainDate>(isPlainDate, 'not a date YYYY-MM-DD')
const time = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not a time HH:MM'))
const interval = v.strictObject({ from: time, to: time })

const hours = v.pipe(
  v.strictObject({
    /** 1 = Monday to 7 = Sunday. */
    days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.nonEmpty()),
    open: time,
    close: time,
    breaks: v.array(interval),
  }),
  v.check(({ open, close }) => open < close, 'opens after it closes'),
  v.check(
    ({ open, close, breaks }) => isOrdered(open, close, breaks),
    'breaks overlap, are out of order or lie outside the hours',
  ),
)
const week = v.pipe(
  v.array(hours),
  v.check(
    (rows) => new Set(rows.flatMap((row) => row.days)).size === rows.flatMap((row) => row.days).length,
    'a weekday stands twice',
  ),
)
const range = v.pipe(
  v.strictObject({ from: date, to: date }),
  v.check(({ from, to }) => from <= to, 'ends before it begins'),
)

export const officeCalendarSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[\w.-]{3,40}$/)),
    region: v.pipe(v.string(), v.regex(/^\d{2}(\.\d{2})?$/)),
    edition: v.pipe(v.string(), v.nonEmpty()),
    zone: v.pipe(v.string(), v.check(isZone, 'not a time zone')),
    confirmedByOffice: v.boolean(),
    /** The days for which days off are known. Outside, the weekly hours are a forecast. */
    covers: range,
    week: v.pipe(
      week,
      v.check((rows) => rows.length > 0, 'the office never opens'),
    ),
    /** Other weekly hours between two days, both included. */
    periods: v.array(v.strictObject({ from: date, to: date, reason: text, week })),
    daysOff: v.array(v.strictObject({ date, kind: v.picklist(['national', 'joint-leave', 'regional']), name: text })),
    sources: v.array(
      v.strictObject({ year: v.number(), basis: v.picklist(['decree', 'forecast', 'office']), title: v.string() }),
    ),
  }),
  v.check(({ daysOff }) => new Set(daysOff.map((day) => day.date)).size === daysOff.length, 'a day off stands twice'),
  v.check(
    ({ daysOff, covers }) => daysOff.every((day) => day.date >= covers.from && day.date <= covers.to),
    'a day off lies outside the covered time',
  ),
  v.check(
    ({ periods }) =>
      periods.every((a, i) => a.from <= a.to && periods.every((b, j) => i === j || b.to < a.from || b.from > a.to)),
    'periods overlap or end before they begin',
  ),
)

export type OfficeCalendar = v.InferOutput<typeof officeCalendarSchema>
export type OfficeWeek = OfficeCalendar['week']

/** Checks a calendar from a file or a form. Refusals: `calendar-shape`, one for each fault, with the path of the fault. */
export function readOfficeCalendar(input: unknown): Result<OfficeCalendar> {
  const parsed = v.safeParse(officeCalendarSchema, input)
  if (parsed.success) return accept(parsed.output)
  const refusals = parsed.issues.flatMap((issue) => {
    const path = v.getDotPath(issue) ?? '-'
    const refusal = refuse('calendar-shape', path, { path, problem: issue.message })
    return refusal.refusals
  })
  return { ok: false, refusals }
}

/** "Senin sampai Jumat, pukul 08.00 sampai 16.00 WITA", one line for each row of the week. */
export function officeHoursText(calendar: OfficeCalendar): Text[] {
  return calendar.week.map((row) => ({ id: rowText(row, calendar.zone, 'id'), en: rowText(row, calendar.zone, 'en') }))
}

function rowText(row: OfficeWeek[number], zone: string, language: Language): string {
  const names = WEEKDAY_NAMES[language]
  const days = [...row.days].sort((a, b) => a - b)
  const [first = 1] = days
  const last = days.at(-1) ?? first
  const isRun = days.length > 2 && last - first === days.length - 1
  const to = language === 'id' ? 'sampai' : 'to'
  const which = isRun ? `${names[first - 1]} ${to} ${names[last - 1]}` : days.map((day) => names[day - 1]).join(', ')
  const clock = (value: string) => (language === 'id' ? value.replace(':', '.') : value)
  const times = `${clock(row.open)} ${to} ${clock(row.close)} ${zoneLabel(zone)}`
  const breaks = row.breaks.map((pause) => `${clock(pause.from)}–${clock(pause.to)}`).join(', ')
  if (breaks === '') return language === 'id' ? `${which}, pukul ${times}` : `${which}, ${times}`
  return language === 'id' ? `${which}, pukul ${times}, istirahat ${breaks}` : `${which}, ${times}, break ${breaks}`
}

/** 'HH:MM' as minutes of the day, 0 to 1440. */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

function isOrdered(open: string, close: string, breaks: { from: string; to: string }[]): boolean {
  let last = open
  for (const pause of breaks) {
    if (pause.from < last || pause.to <= pause.from || pause.to > close) return false
    last = pause.to
  }
  return true
}

/** Any instant of our time: for the Indonesian zones that asks a table, and not Intl, whose first answer takes a tenth of a second. */
const OF_LATE_MS = Date.UTC(2020, 0, 1)

function isZone(zone: string): boolean {
  try {
    offsetMinutesAt(zone, OF_LATE_MS)
    return true
  } catch {
    return false
  }
}
