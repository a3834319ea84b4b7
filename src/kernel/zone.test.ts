import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, localTimeAt, offsetMinutesAt, offsetMinutesByIntl, todayIn, WITA } from './zone.ts'

describe('zones', () => {
  it('gives the date of the office, not of the machine', () => {
    // 16:30 UTC is half past midnight in Balangan.
    const late = Date.UTC(2026, 3, 14, 16, 30)
    expect(todayIn(WITA, late)).toBe('2026-04-15')
    expect(todayIn('Asia/Jakarta', late)).toBe('2026-04-14')
    expect(localTimeAt(WITA, late)).toEqual({ date: '2026-04-15', minuteOfDay: 30, second: 0 })
    expect(localTimeAt(WITA, late - 1)).toEqual({ date: '2026-04-15', minuteOfDay: 29, second: 59 })
  })

  it('keeps its table of Indonesian zones equal to Intl, before 1988 too', () => {
    const instants = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) })
    const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura', 'UTC')
    fc.assert(
      fc.property(zones, instants, (zone, ms) => {
        expect(offsetMinutesAt(zone, ms)).toBe(offsetMinutesByIntl(zone, ms))
      }),
    )
  })

  it('turns a clock reading back into the instant, in zones with summer time too', () => {
    const instants = fc
      .integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2100, 0, 1) / 60_000 })
      .map((minutes) => minutes * 60_000)
    fc.assert(
      fc.property(fc.constantFrom(WITA, 'Asia/Jayapura', 'UTC'), instants, (zone, ms) => {
        const { date, minuteOfDay } = localTimeAt(zone, ms)
        expect(instantOf(zone, date, minuteOfDay)).toBe(ms)
      }),
    )
    expect(instantOf('Europe/Berlin', '2026-07-01', 12 * 60)).toBe(Date.UTC(2026, 6, 1, 10))
    expect(instantOf('Europe/Berlin', '2026-01-01', 12 * 60)).toBe(Date.UTC(2026, 0, 1, 11))
    expect(() => offsetMinutesAt('Asia/Balangan', 0)).toThrow(RangeError)
  })
})
