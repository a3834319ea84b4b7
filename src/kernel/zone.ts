// From an instant (epoch milliseconds) to what an office clock shows, and back. Instants come in as arguments: no clock
// is read here. Must stay true: the Indonesian zones give what Intl gives; they are kept as a table only for speed.
import { dateOfDayNumber, dayNumberOf, type PlainDate } from './date.ts'

export type LocalTime = {
  readonly date: PlainDate /** 0 to 1439 */
  readonly minuteOfDay: number
  readonly second: number
}

/** The zone of Balangan and of all South Kalimantan. */
export const WITA = 'Asia/Makassar'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
// No Indonesian zone has moved since Pontianak changed on 1 January 1988.
const FIXED_SINCE_MS = Date.UTC(1988, 0, 2)
const FIXED_OFFSET_MINUTES = new Map([
  ['Asia/Jakarta', 420],
  ['Asia/Pontianak', 420],
  ['Asia/Makassar', 480],
  ['Asia/Jayapura', 540],
  ['UTC', 0],
])
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(zone, formatter)
  return formatter
}

/** Minutes that the zone (IANA name) is ahead of UTC at that instant. Throws for an unknown zone. */
export function offsetMinutesAt(zone: string, epochMs: number): number {
  const fixed = FIXED_OFFSET_MINUTES.get(zone)
  if (fixed !== undefined && epochMs >= FIXED_SINCE_MS) return fixed
  return offsetMinutesByIntl(zone, epochMs)
}

/** The same through Intl, without the table; kept apart so that a test can hold the two against each other. */
export function offsetMinutesByIntl(zone: string, epochMs: number): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatterOf(zone).formatToParts(epochMs)) parts[type] = Number(value)
  const whole = Math.floor(epochMs / 1000) * 1000
  const local = Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!)
  return Math.round((local - whole) / MINUTE_MS)
}

/** Date and time of day that a clock in the zone shows at that instant. */
export function localTimeAt(zone: string, epochMs: number): LocalTime {
  const local = epochMs + offsetMinutesAt(zone, epochMs) * MINUTE_MS
  const dayNumber = Math.floor(local / DAY_MS)
  const ofDay = local - dayNumber * DAY_MS
  return {
    date: dateOfDayNumber(dayNumber),
    minuteOfDay: Math.floor(ofDay / MINUTE_MS),
    second: Math.floor((ofDay % MINUTE_MS) / 1000),
  }
}

/** Today's date in the zone: `todayIn('Asia/Makassar', clock.now())`. */
export function todayIn(zone: string, epochMs: number): PlainDate {
  return localTimeAt(zone, epochMs).date
}

/** The instant at which a clock in the zone shows this date and minute of the day (0 to 1440). */
export function instantOf(zone: string, date: PlainDate, minuteOfDay: number): number {
  const local = dayNumberOf(date) * DAY_MS + minuteOfDay * MINUTE_MS
  const guess = local - offsetMinutesAt(zone, local) * MINUTE_MS
  return local - offsetMinutesAt(zone, guess) * MINUTE_MS
}
