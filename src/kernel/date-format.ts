// How dates and times read in Indonesian and English: "Rabu, 15 April 2026", "pukul 16.00 WITA".
// Must stay true: words come from the tables below, not from Intl, so server, worker and tests print the same.
import { datePartsOf, type PlainDate, weekdayOf } from './date.ts'
import type { Language } from './text.ts'
import { localTimeAt } from './zone.ts'

export const MONTH_NAMES = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const
const MONTHS_SHORT = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const
export const WEEKDAY_NAMES = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const ZONE_LABELS = new Map([
  ['Asia/Jakarta', 'WIB'],
  ['Asia/Pontianak', 'WIB'],
  ['Asia/Makassar', 'WITA'],
  ['Asia/Jayapura', 'WIT'],
])

/** Name of a month, 1 to 12. */
export function monthName(month: number, language: Language): string {
  return MONTH_NAMES[language][month - 1] ?? String(month)
}

/** "15 April 2026" */
export function formatDate(date: PlainDate, language: Language): string {
  const { year, month, day } = datePartsOf(date)
  return `${day} ${monthName(month, language)} ${year}`
}

/** "Rabu, 15 April 2026" */
export function formatDateLong(date: PlainDate, language: Language): string {
  return `${WEEKDAY_NAMES[language][weekdayOf(date) - 1]}, ${formatDate(date, language)}`
}

/** "15 Apr 2026", for narrow tables. */
export function formatDateShort(date: PlainDate, language: Language): string {
  const { year, month, day } = datePartsOf(date)
  return `${day} ${MONTHS_SHORT[language][month - 1]} ${year}`
}

/** "April 2026" from any date of that month, or from 'YYYY-MM'. */
export function formatMonth(dateOrMonth: string, language: Language): string {
  const { year, month } = datePartsOf(dateOrMonth.length === 7 ? `${dateOrMonth}-01` : dateOrMonth)
  return `${monthName(month, language)} ${year}`
}

/** "WIB", "WITA", "WIT"; other zones keep their IANA name. */
export function zoneLabel(zone: string): string {
  return ZONE_LABELS.get(zone) ?? zone
}

/** Clock time without words: "16.00" in Indonesian, "16:00" in English. `minuteOfDay` 0 to 1440. */
export function formatClock(minuteOfDay: number, language: Language): string {
  const hour = String(Math.floor(minuteOfDay / 60)).padStart(2, '0')
  const minute = String(minuteOfDay % 60).padStart(2, '0')
  return `${hour}${language === 'id' ? '.' : ':'}${minute}`
}

/** "pukul 16.00 WITA" / "16:00 WITA" for an instant. */
export function formatTime(epochMs: number, zone: string, language: Language): string {
  const clock = `${formatClock(localTimeAt(zone, epochMs).minuteOfDay, language)} ${zoneLabel(zone)}`
  return language === 'id' ? `pukul ${clock}` : clock
}

/** "Rabu, 15 April 2026, pukul 16.00 WITA" / "Wednesday, 15 April 2026, 16:00 WITA" for an instant. */
export function formatInstant(epochMs: number, zone: string, language: Language): string {
  return `${formatDateLong(localTimeAt(zone, epochMs).date, language)}, ${formatTime(epochMs, zone, language)}`
}

/**
 * A date as parameters of a refusal: `dateParams('today', '2026-04-15')` gives `todayId` and `todayEn`, because the
 * two sentences of a refusal need the same date in different words.
 */
export function dateParams(name: string, date: PlainDate): Record<string, string> {
  return { [`${name}Id`]: formatDate(date, 'id'), [`${name}En`]: formatDate(date, 'en') }
}

/** A month as parameters of a refusal, like `dateParams`. */
export function monthParams(name: string, month: string): Record<string, string> {
  return { [`${name}Id`]: formatMonth(month, 'id'), [`${name}En`]: formatMonth(month, 'en') }
}
