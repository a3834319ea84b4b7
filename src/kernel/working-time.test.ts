import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tabalong from '../../instruments/calendars/63.09-2026.json' with { type: 'json' }
import balangan from '../../instruments/calendars/63.11-2026.json' with { type: 'json' }
import { dateOfDayNumber, dayNumberOf } from './date.ts'
import { formatInstant } from './date-format.ts'
import { type OfficeCalendar, officeHoursText, readOfficeCalendar } from './office-calendar.ts'
import { readClock, type ServiceClock, whenElapsed } from './service-clock.ts'
import {
  addOfficeDays,
  addOfficeTime,
  dayOffName,
  isCovered,
  isOfficeDay,
  isOpenAt,
  nextOpening,
  OFFICE_HOUR_MS,
  officeTimeBetween,
  type WorkingCalendar,
  workingCalendar,
} from './working-time.ts'
import { instantOf } from './zone.ts'

function checked(input: unknown): OfficeCalendar {
  const result = readOfficeCalendar(input)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const calendar = workingCalendar(checked(balangan))
const at = (date: string, hour: number, minute = 0) => instantOf('Asia/Makassar', date, hour * 60 + minute)
const shown = (instant: number | undefined) =>
  instant === undefined ? undefined : formatInstant(instant, 'Asia/Makassar', 'en').replace(' WITA', '')
const day24 = (startedAt: number, ...pauses: ServiceClock['pauses'][number][]): ServiceClock => ({
  startedAt,
  targetMs: 24 * OFFICE_HOUR_MS,
  pauses,
})
const due = (clock: ServiceClock) => shown(whenElapsed(calendar, clock, clock.targetMs))

describe('the worked examples of the clocks', () => {
  it('begins on the first working day of 2026, a Friday', () => {
    expect(dayOffName(calendar, '2026-01-01')?.id).toBe('Tahun Baru Masehi')
    expect(isOfficeDay(calendar, '2026-01-01')).toBe(false)
    expect(isOfficeDay(calendar, '2026-01-02')).toBe(true)
  })

  it('Friday 15:00 without a pause: Wednesday 15:00', () => {
    expect(due(day24(at('2026-01-02', 15)))).toBe('Wednesday, 7 January 2026, 15:00')
  })

  it('returned on Monday 10:00, sent again on Wednesday 09:00: Friday 14:00', () => {
    expect(due(day24(at('2026-01-02', 15), { from: at('2026-01-05', 10), to: at('2026-01-07', 9) }))).toBe(
      'Friday, 9 January 2026, 14:00',
    )
  })

  it('Saturday 10:00 starts on Monday 08:00: Wednesday 16:00', () => {
    expect(due(day24(at('2026-01-03', 10)))).toBe('Wednesday, 7 January 2026, 16:00')
  })

  it('Monday 20:00, on hold from Tuesday 08:00 to Thursday 08:00: the Monday after, 16:00', () => {
    expect(due(day24(at('2026-01-05', 20), { from: at('2026-01-06', 8), to: at('2026-01-08', 8) }))).toBe(
      'Monday, 12 January 2026, 16:00',
    )
  })
})

describe('the clock of a case', () => {
  const start = at('2026-01-02', 15)

  it('shows elapsed, held and remaining office time', () => {
    const clock = day24(start, { from: at('2026-01-05', 10), to: at('2026-01-07', 9) })
    expect(readClock(calendar, clock, at('2026-01-07', 12))).toEqual({
      state: 'running',
      elapsedMs: 6 * OFFICE_HOUR_MS,
      remainingMs: 18 * OFFICE_HOUR_MS,
      heldMs: 15 * OFFICE_HOUR_MS,
      dueAt: at('2026-01-09', 14),
      share: 0.25,
      late: false,
    })
    expect(readClock(calendar, clock, at('2026-01-09', 14)).late).toBe(false)
    expect(readClock(calendar, clock, at('2026-01-09', 14) + 1)).toMatchObject({ late: true, remainingMs: 0 })
  })

  it('stands still in an open pause and names no due time', () => {
    const clock = day24(start, { from: at('2026-01-05', 10) })
    const reading = readClock(calendar, clock, at('2026-01-06', 16))
    expect(reading).toMatchObject({
      state: 'paused',
      elapsedMs: 3 * OFFICE_HOUR_MS,
      heldMs: 14 * OFFICE_HOUR_MS,
      dueAt: undefined,
      late: false,
    })
    expect(readClock(calendar, clock, at('2026-06-01', 9)).elapsedMs).toBe(3 * OFFICE_HOUR_MS)
  })

  it('is late from the evening of its last day, although no office hour passes', () => {
    const clock = day24(at('2026-01-03', 10))
    expect(readClock(calendar, clock, at('2026-01-07', 16)).late).toBe(false)
    expect(readClock(calendar, clock, at('2026-01-07', 17))).toMatchObject({ late: true, share: 1 })
  })

  it('counts overlapping and early pauses once, in any order', () => {
    const one = day24(start, { from: at('2026-01-05', 10), to: at('2026-01-07', 9) })
    const many = day24(
      start,
      { from: at('2026-01-06', 8), to: at('2026-01-07', 9) },
      { from: at('2026-01-01', 8), to: start },
      { from: at('2026-01-05', 10), to: at('2026-01-06', 12) },
      { from: at('2026-01-05', 11), to: at('2026-01-05', 12) },
    )
    expect(due(many)).toBe(due(one))
    expect(readClock(calendar, many, at('2026-01-08', 9))).toEqual(readClock(calendar, one, at('2026-01-08', 9)))
  })

  it('tells when half and four fifths are used', () => {
    expect(shown(whenElapsed(calendar, day24(start), 12 * OFFICE_HOUR_MS))).toBe('Tuesday, 6 January 2026, 11:00')
    expect(shown(whenElapsed(calendar, day24(start), 19.2 * OFFICE_HOUR_MS))).toBe('Wednesday, 7 January 2026, 10:12')
  })
})

describe('office time', () => {
  it('passes over joint leave and long holidays', () => {
    // Nyepi and Idulfitri 2026: the office is shut from Wednesday 18 to Tuesday 24 March.
    expect(shown(addOfficeTime(calendar, at('2026-03-17', 15), 2 * OFFICE_HOUR_MS))).toBe(
      'Wednesday, 25 March 2026, 09:00',
    )
    expect(officeTimeBetween(calendar, at('2026-03-17', 16), at('2026-03-25', 8))).toBe(0)
    expect(addOfficeDays(calendar, '2026-03-17', 1)).toBe('2026-03-25')
    expect(addOfficeDays(calendar, '2026-01-02', 21)).toBe('2026-02-03')
  })

  it('knows when it is open', () => {
    expect(isOpenAt(calendar, at('2026-01-02', 8))).toBe(true)
    expect(isOpenAt(calendar, at('2026-01-02', 16))).toBe(false)
    expect(shown(nextOpening(calendar, at('2026-01-02', 16)))).toBe('Monday, 5 January 2026, 08:00')
    expect(nextOpening(calendar, at('2026-01-02', 9))).toBe(at('2026-01-02', 9))
    expect(isCovered(calendar, '2027-12-31')).toBe(true)
    expect(isCovered(calendar, '2028-01-01')).toBe(false)
  })

  it('keeps breaks and periods with other hours', () => {
    const ramadan = workingCalendar(
      checked({
        ...balangan,
        week: [
          { days: [1, 2, 3, 4], open: '08:00', close: '16:30', breaks: [{ from: '12:00', to: '12:30' }] },
          { days: [5], open: '08:00', close: '11:00', breaks: [] },
        ],
        periods: [
          {
            from: '2026-02-18',
            to: '2026-03-17',
            reason: { id: 'Ramadan', en: 'Ramadan' },
            week: [{ days: [1, 2, 3, 4], open: '08:00', close: '15:00', breaks: [] }],
          },
        ],
      }),
    )
    expect(shown(addOfficeTime(ramadan, at('2026-01-05', 11), 2 * OFFICE_HOUR_MS))).toBe(
      'Monday, 5 January 2026, 13:30',
    )
    expect(shown(addOfficeTime(ramadan, at('2026-01-08', 16), 3.5 * OFFICE_HOUR_MS))).toBe(
      'Friday, 9 January 2026, 11:00',
    )
    expect(shown(addOfficeTime(ramadan, at('2026-02-19', 14), 2 * OFFICE_HOUR_MS))).toBe(
      'Monday, 23 February 2026, 09:00',
    )
    expect(officeHoursText(ramadan.data).map((text) => text.id)).toEqual([
      'Senin sampai Kamis, pukul 08.00 sampai 16.30 WITA, istirahat 12.00–12.30',
      'Jumat, pukul 08.00 sampai 11.00 WITA',
    ])
  })

  const instants = fc.integer({ min: at('2023-01-01', 0), max: at('2031-12-31', 0) })

  it('agrees with counting minute by minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumberOf('2024-12-20'), max: dayNumberOf('2028-01-10') }),
        fc.nat(1439),
        fc.integer({ min: 0, max: 12_000 }),
        (day, minute, length) => {
          const from = at(dateOfDayNumber(day), 0, minute)
          let open = 0
          for (let i = 0; i < length; i++) if (isOpenAt(calendar, from + i * 60_000)) open++
          expect(officeTimeBetween(calendar, from, from + length * 60_000)).toBe(open * 60_000)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('adds and measures inversely, before, inside and after the covered years', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 4000 * OFFICE_HOUR_MS }), (from, officeMs) => {
        const to = addOfficeTime(calendar, from, officeMs)
        expect(officeTimeBetween(calendar, from, to)).toBe(officeMs)
        expect(officeTimeBetween(calendar, from, to - 1)).toBe(officeMs - 1)
      }),
      { numRuns: 500 },
    )
    expect(addOfficeTime(calendar, at('2026-01-03', 10), 0)).toBe(at('2026-01-03', 10))
    expect(() => addOfficeTime(calendar, 0, -1)).toThrow(RangeError)
  })

  it('costs the same over forty years as over a day', () => {
    const run = (span: number) => {
      const began = performance.now()
      for (let i = 0; i < 2000; i++) addOfficeTime(calendar, at('2026-01-02', 9) + i, span)
      return (performance.now() - began) / 2000
    }
    run(OFFICE_HOUR_MS)
    const years = run(40 * 2000 * OFFICE_HOUR_MS)
    console.info(`adding 40 years of office time: ${(years * 1000).toFixed(1)} µs`)
    expect(years).toBeLessThan(1)
  })
})

describe('calendars as data', () => {
  const refused = (change: Record<string, unknown>) => {
    const result = readOfficeCalendar({ ...balangan, ...change })
    return result.ok ? [] : result.refusals.map((r) => `${r.at}: ${r.params?.problem}`)
  }

  it('accepts the committed calendars', () => {
    for (const data of [balangan, tabalong]) {
      const working: WorkingCalendar = workingCalendar(checked(data))
      expect(working.data.daysOff.filter((off) => off.date.startsWith('2026') && off.kind === 'national')).toHaveLength(
        17,
      )
      expect(
        working.data.daysOff.filter((off) => off.date.startsWith('2026') && off.kind === 'joint-leave'),
      ).toHaveLength(8)
    }
    expect(officeHoursText(checked(balangan))).toEqual([
      { id: 'Senin sampai Jumat, pukul 08.00 sampai 16.00 WITA', en: 'Monday to Friday, 08:00 to 16:00 WITA' },
    ])
  })

  it('refuses nonsense with its place', () => {
    const hours = { days: [1], open: '08:00', close: '16:00', breaks: [] }
    expect(refused({ zone: 'Asia/Balangan' })).toEqual(['zone: not a time zone'])
    expect(refused({ week: [] })).toEqual(['week: the office never opens'])
    expect(refused({ week: [{ ...hours, open: '16:00', close: '08:00' }] })[0]).toBe('week.0: opens after it closes')
    expect(refused({ week: [{ ...hours, breaks: [{ from: '07:00', to: '09:00' }] }] })).toEqual([
      'week.0: breaks overlap, are out of order or lie outside the hours',
    ])
    expect(refused({ week: [hours, hours] })).toEqual(['week: a weekday stands twice'])
    expect(refused({ daysOff: [{ date: '2026-02-30', kind: 'national', name: { id: 'x', en: 'x' } }] })).toEqual([
      'daysOff.0.date: not a date YYYY-MM-DD',
    ])
    expect(refused({ daysOff: [{ date: '2030-01-01', kind: 'national', name: { id: 'x', en: 'x' } }] })).toEqual([
      '-: a day off lies outside the covered time',
    ])
    expect(refused({ covers: { from: '2026-12-31', to: '2026-01-01' } })[0]).toBe('covers: ends before it begins')
  })
})
