import { describe, expect, it } from 'vitest'
import { dateOfDayNumber, dayNumberOf } from './date.ts'
import {
  dateParams,
  formatClock,
  formatDate,
  formatDateLong,
  formatDateShort,
  formatInstant,
  formatMonth,
  formatTime,
} from './date-format.ts'

const fourInTheAfternoon = Date.UTC(2026, 3, 15, 8, 0)

describe('dates and times in words', () => {
  it('speaks Indonesian and English', () => {
    expect(formatDateLong('2026-04-15', 'id')).toBe('Rabu, 15 April 2026')
    expect(formatDateLong('2026-04-15', 'en')).toBe('Wednesday, 15 April 2026')
    expect(formatDate('2026-08-01', 'id')).toBe('1 Agustus 2026')
    expect(formatDateShort('2026-08-01', 'id')).toBe('1 Agu 2026')
    expect(formatMonth('2026-05', 'en')).toBe('May 2026')
    expect(formatTime(fourInTheAfternoon, 'Asia/Makassar', 'id')).toBe('pukul 16.00 WITA')
    expect(formatTime(fourInTheAfternoon, 'Asia/Jakarta', 'en')).toBe('15:00 WIB')
    expect(formatInstant(fourInTheAfternoon, 'Asia/Makassar', 'id')).toBe('Rabu, 15 April 2026, pukul 16.00 WITA')
    expect(formatInstant(fourInTheAfternoon, 'Asia/Makassar', 'en')).toBe('Wednesday, 15 April 2026, 16:00 WITA')
    expect(formatClock(5, 'id')).toBe('00.05')
    expect(dateParams('today', '2026-04-15')).toEqual({ todayId: '15 April 2026', todayEn: '15 April 2026' })
  })

  it('uses the words that Intl uses, on every day of a leap year', () => {
    for (let n = dayNumberOf('2028-01-01'); n <= dayNumberOf('2028-12-31'); n++) {
      const date = dateOfDayNumber(n)
      for (const [language, locale] of [
        ['id', 'id-ID'],
        ['en', 'en-GB'],
      ] as const) {
        const reference = new Intl.DateTimeFormat(locale, {
          timeZone: 'UTC',
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          year: 'numeric',
        })
        expect(formatDateLong(date, language).replace(',', '')).toBe(reference.format(n * 86_400_000).replace(',', ''))
      }
    }
  })
})
