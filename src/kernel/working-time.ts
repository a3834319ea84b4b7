// Arithmetic in office hours: 24 office hours after Friday 15:00, office time between two instants, the next opening.
// Must stay true: adding and measuring are inverse; any distance costs the same few steps (sums are kept per day), so clocks over
// years are as cheap as over hours. Instants are epoch milliseconds and come in as arguments.
import { dateOfDayNumber, dayNumberOf, type PlainDate, weekdayOfDayNumber } from './date.ts'
import { minuteOf, type OfficeCalendar, type OfficeWeek } from './office-calendar.ts'
import type { Text } from './text.ts'
import { instantOf, offsetMinutesAt } from './zone.ts'

/** Minutes of the day during which the office is open, in order: [480, 960] is 08:00 to 16:00. */
type OpenMinutes = readonly (readonly [from: number, to: number])[]

export type WorkingCalendar = {
  readonly data: OfficeCalendar
  readonly firstDay: number
  readonly lastDay: number
  /** Open hours of each covered day, from `firstDay`. */
  readonly days: readonly OpenMinutes[]
  /** Open minutes before each covered day, counted from `firstDay`; one entry more than days. */
  readonly openBefore: Float64Array
  /** Open hours of Monday to Sunday outside the covered time. */
  readonly weekdays: readonly OpenMinutes[]
  readonly weekMinutes: number
  readonly daysOff: ReadonlyMap<PlainDate, Text>
}

export const OFFICE_HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Prepares a checked calendar; a millisecond for three years, so keep the result. */
export function workingCalendar(data: OfficeCalendar): WorkingCalendar {
  const firstDay = dayNumberOf(data.covers.from)
  const lastDay = dayNumberOf(data.covers.to)
  const daysOff = new Map(data.daysOff.map((day) => [day.date, day.name]))
  const weekdays = weekdaysOf(data.week)
  const periods = data.periods.map((period) => ({ ...period, weekdays: weekdaysOf(period.week) }))
  const days: OpenMinutes[] = []
  const openBefore = new Float64Array(lastDay - firstDay + 2)
  for (let day = firstDay; day <= lastDay; day++) {
    const date = dateOfDayNumber(day)
    const pattern = periods.find((period) => period.from <= date && date <= period.to)?.weekdays ?? weekdays
    const open = daysOff.has(date) ? [] : pattern[weekdayOfDayNumber(day) - 1]!
    days.push(open)
    openBefore[days.length] = openBefore[days.length - 1]! + minutesIn(open)
  }
  const weekMinutes = weekdays.reduce((sum, open) => sum + minutesIn(open), 0)
  return { data, firstDay, lastDay, days, openBefore, weekdays, weekMinutes, daysOff }
}

/** The instant at which `officeMs` of office time have passed since `from`. Zero gives `from` itself; negative throws. */
export function addOfficeTime(calendar: WorkingCalendar, from: number, officeMs: number): number {
  if (officeMs < 0) throw new RangeError('office time is added, not taken away')
  return officeMs === 0 ? from : instantAtOfficeMs(calendar, officeMsAt(calendar, from) + officeMs)
}

/** Office time between two instants in milliseconds; negative when `to` is earlier. */
export function officeTimeBetween(calendar: WorkingCalendar, from: number, to: number): number {
  return officeMsAt(calendar, to) - officeMsAt(calendar, from)
}

export function isOpenAt(calendar: WorkingCalendar, at: number): boolean {
  const { day, minute } = localOf(calendar, at)
  return openOn(calendar, day).some(([from, to]) => from <= minute && minute < to)
}

/** The first instant at or after `at` when the office is open. */
export function nextOpening(calendar: WorkingCalendar, at: number): number {
  return isOpenAt(calendar, at) ? at : addOfficeTime(calendar, at, 1) - 1
}

/** True when the office opens at all on that date. */
export function isOfficeDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  return openOn(calendar, dayNumberOf(date)).length > 0
}

/** The date that lies so many office days later; 1 is the next office day after `date`. Periods of law in working days. */
export function addOfficeDays(calendar: WorkingCalendar, date: PlainDate, count: number): PlainDate {
  let day = dayNumberOf(date)
  for (let left = count; left > 0; ) if (openOn(calendar, ++day).length > 0) left--
  return dateOfDayNumber(day)
}

/** The name of the holiday or joint leave on that date, if it is one. */
export function dayOffName(calendar: WorkingCalendar, date: PlainDate): Text | undefined {
  return calendar.daysOff.get(date)
}

/** False when days off around that date are not decided yet, so that a due time there is a forecast. */
export function isCovered(calendar: WorkingCalendar, date: PlainDate): boolean {
  return date >= calendar.data.covers.from && date <= calendar.data.covers.to
}

// Office milliseconds since the first covered day: a number line on which differences are office time.
function officeMsAt(calendar: WorkingCalendar, at: number): number {
  const { day, minute } = localOf(calendar, at)
  let minutes = openMinutesBefore(calendar, day)
  for (const [from, to] of openOn(calendar, day)) minutes += Math.min(Math.max(minute - from, 0), to - from)
  return Math.round(minutes * MINUTE_MS)
}

// The first instant at which that line reaches the value: the end of an afternoon, not the next morning.
function instantAtOfficeMs(calendar: WorkingCalendar, officeMs: number): number {
  const minutes = officeMs / MINUTE_MS
  let low = calendar.firstDay
  let high = calendar.firstDay + 1
  for (let step = 1; openMinutesBefore(calendar, high) < minutes; step *= 2) high += step
  for (let step = 1; openMinutesBefore(calendar, low) >= minutes; step *= 2) low -= step
  // The last day before which less than the wanted time has passed.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (openMinutesBefore(calendar, middle) < minutes) low = middle
    else high = middle
  }
  let left = minutes - openMinutesBefore(calendar, low)
  for (const [from, to] of openOn(calendar, low)) {
    if (left <= to - from)
      return Math.round(instantOf(calendar.data.zone, dateOfDayNumber(low), 0) + (from + left) * MINUTE_MS)
    left -= to - from
  }
  throw new Error('the sums of the calendar do not fit its days')
}

function openMinutesBefore(calendar: WorkingCalendar, day: number): number {
  const { firstDay, lastDay, openBefore } = calendar
  if (day < firstDay) return -forecastMinutes(calendar, day, firstDay)
  if (day <= lastDay + 1) return openBefore[day - firstDay]!
  return openBefore[lastDay + 1 - firstDay]! + forecastMinutes(calendar, lastDay + 1, day)
}

function forecastMinutes(calendar: WorkingCalendar, from: number, to: number): number {
  const weeks = Math.floor((to - from) / 7)
  let minutes = weeks * calendar.weekMinutes
  for (let day = from + weeks * 7; day < to; day++)
    minutes += minutesIn(calendar.weekdays[weekdayOfDayNumber(day) - 1]!)
  return minutes
}

function openOn(calendar: WorkingCalendar, day: number): OpenMinutes {
  return calendar.days[day - calendar.firstDay] ?? calendar.weekdays[weekdayOfDayNumber(day) - 1]!
}

function localOf(calendar: WorkingCalendar, at: number): { day: number; minute: number } {
  const local = at + offsetMinutesAt(calendar.data.zone, at) * MINUTE_MS
  const day = Math.floor(local / DAY_MS)
  return { day, minute: (local - day * DAY_MS) / MINUTE_MS }
}

function weekdaysOf(week: OfficeWeek): OpenMinutes[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const row = week.find((candidate) => candidate.days.includes(weekday))
    if (row === undefined) return []
    const edges = [
      minuteOf(row.open),
      ...row.breaks.flatMap((pause) => [minuteOf(pause.from), minuteOf(pause.to)]),
      minuteOf(row.close),
    ]
    const open: [number, number][] = []
    for (let i = 0; i + 1 < edges.length; i += 2) if (edges[i]! < edges[i + 1]!) open.push([edges[i]!, edges[i + 1]!])
    return open
  })
}

function minutesIn(open: OpenMinutes): number {
  return open.reduce((sum, [from, to]) => sum + to - from, 0)
}
