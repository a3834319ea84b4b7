import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  completedMonths,
  dateOfDayNumber,
  datePartsOf,
  dayNumberOf,
  daysBetween,
  isPlainDate,
  plainDate,
  weekdayOf,
} from './date.ts'

const dayNumbers = fc.integer({ min: dayNumberOf('0001-01-01'), max: dayNumberOf('9999-12-31') })
const recent = fc.integer({ min: dayNumberOf('1900-01-01'), max: dayNumberOf('2100-12-31') }).map(dateOfDayNumber)

describe('plain dates', () => {
  it('knows real dates only', () => {
    for (const real of ['2026-04-15', '2000-02-29', '2024-02-29', '1900-02-28', '0001-01-01', '9999-12-31']) {
      expect(isPlainDate(real), real).toBe(true)
    }
    for (const wrong of [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-4-15',
      '15-04-2026',
      '0000-01-01',
      '',
      20260415,
      null,
    ]) {
      expect(isPlainDate(wrong), String(wrong)).toBe(false)
    }
    expect(plainDate(2026, 4, 15.5)).toBeUndefined()
  })

  it('agrees with the Gregorian calendar of the runtime on every day number', () => {
    fc.assert(
      fc.property(dayNumbers, (dayNumber) => {
        const date = dateOfDayNumber(dayNumber)
        expect(dayNumberOf(date)).toBe(dayNumber)
        const reference = new Date(dayNumber * 86_400_000)
        expect(date).toBe(reference.toISOString().slice(0, 10))
        expect(weekdayOf(date)).toBe(((reference.getUTCDay() + 6) % 7) + 1)
      }),
      { numRuns: 2000 },
    )
  })

  it('adds and counts days across leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    // The example of the growth module: 144 days and 4 months.
    expect(daysBetween('2026-01-20', '2026-06-13')).toBe(144)
    expect(completedMonths('2026-01-20', '2026-06-13')).toBe(4)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => datePartsOf('2026-02-30')).toThrow(RangeError)
  })

  it('counts a month when its day number is reached', () => {
    expect(completedMonths('2026-01-31', '2026-02-28')).toBe(0)
    expect(completedMonths('2026-01-31', '2026-03-01')).toBe(1)
    expect(completedMonths('2026-03-05', '2026-03-04')).toBe(0)
    expect(completedMonths('2026-03-05', '2026-02-05')).toBe(-1)
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', -11)).toBe('2025-02-28')
  })

  it('counts age in completed years, the day before the birthday too', () => {
    expect(ageOn('2009-04-15', '2026-04-14')).toBe(16)
    expect(ageOn('2009-04-15', '2026-04-15')).toBe(17)
    expect(ageOn('2008-02-29', '2025-02-28')).toBe(16)
    expect(ageOn('2008-02-29', '2025-03-01')).toBe(17)
    expect(ageOn('2026-03-05', '2026-03-04')).toBe(-1)
  })

  it('keeps the laws of a calendar', () => {
    fc.assert(
      fc.property(recent, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
    fc.assert(
      fc.property(recent, recent, (a, b) => {
        expect(a < b).toBe(dayNumberOf(a) < dayNumberOf(b))
        const [from, to] = a <= b ? [a, b] : [b, a]
        const months = completedMonths(from, to)
        expect(addMonths(from, months) <= to).toBe(true)
        expect(
          completedMonths(from, addMonths(from, months + 1)) > months ||
            addMonths(from, months + 1) > to ||
            datePartsOf(from).day > 28,
        ).toBe(true)
        expect(ageOn(from, to)).toBe(Math.floor(months / 12))
      }),
    )
  })
})
