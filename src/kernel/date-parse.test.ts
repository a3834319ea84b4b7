import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDayNumber, datePartsOf, dayNumberOf } from './date.ts'
import { formatDate } from './date-format.ts'
import { isWithinDays, parseDateParts, parseDateText, parseTime, pastAfter } from './date-parse.ts'
import { refusals } from './refusals.ts'
import { fill } from './text.ts'

const parts = (day: string, month: string, year: string) => ({ day, month, year })
function faults(result: ReturnType<typeof parseDateParts>): string[] {
  return result.ok ? [] : result.refusals.map((r) => `${r.at} ${r.code}`)
}

describe('dates as people type them', () => {
  it('names the one part that is wrong', () => {
    const cases: [string, string, string, string[]][] = [
      ['', '', '', ['birth date-missing']],
      ['', '3', '1990', ['birth.day date-day-missing']],
      ['17', '', '', ['birth.month date-month-missing', 'birth.year date-year-missing']],
      ['32', '3', '1990', ['birth.day date-day-number']],
      ['0', '13', '90', ['birth.day date-day-number', 'birth.month date-month-number', 'birth.year date-year-digits']],
      ['17', 'Marer', '1990', ['birth.month date-month-number']],
      ['17', '3', '0990', ['birth.year date-year-range']],
      ['30', '2', '2026', ['birth.day date-day-of-month']],
      ['29', 'Februari', '2025', ['birth.day date-day-of-month']],
    ]
    for (const [day, month, year, expected] of cases) {
      expect(faults(parseDateParts(parts(day, month, year), 'birth')), `${day}-${month}-${year}`).toEqual(expected)
    }
  })

  it('says how long February is', () => {
    const result = parseDateParts(parts('30', '2', '2026'), 'birth')
    const refusal = result.ok ? undefined : result.refusals[0]
    expect(fill(refusals['date-day-of-month'].text.id, refusal?.params ?? {})).toBe(
      'Februari 2026 hanya sampai tanggal 28. Periksa lagi suratnya.',
    )
    expect(fill(refusals['date-day-of-month'].text.en, refusal?.params ?? {})).toBe(
      'February 2026 ends on day 28. Look at the letter again.',
    )
  })

  it('refuses the future at the part that leaves the present', () => {
    const limits = { today: '2026-04-15', when: 'past' } as const
    expect(faults(parseDateParts(parts('15', '4', '2026'), 'birth', limits))).toEqual([])
    expect(faults(parseDateParts(parts('16', '4', '2026'), 'birth', limits))).toEqual(['birth.day date-in-future'])
    expect(faults(parseDateParts(parts('1', '5', '2026'), 'birth', limits))).toEqual(['birth.month date-in-future'])
    expect(faults(parseDateParts(parts('1', '1', '2062'), 'birth', limits))).toEqual(['birth.year date-in-future'])
    expect(faults(parseDateParts(parts('14', '4', '2026'), 'visit', { today: '2026-04-15', when: 'future' }))).toEqual([
      'visit.day date-in-past',
    ])
    expect(faults(parseDateParts(parts('1', '3', '2026'), 'burial', pastAfter('2026-04-15', '2026-03-02')))).toEqual([
      'burial.day date-too-early',
    ])
    expect(faults(parseDateParts(parts('3', '3', '2027'), 'end', { latest: '2026-12-31' }))).toEqual([
      'end.year date-too-late',
    ])
  })

  it('reads months as words and old spellings, and every date it prints', () => {
    for (const text of [
      '5 Maret 2026',
      '05-03-2026',
      '5/3/2026',
      '5.3.2026',
      '2026-03-05',
      '2026-03-05T00:00:00',
      '5 Mar 2026',
      '5 march 2026',
      '5 MARET 2026',
    ]) {
      expect(parseDateText(text, 'date'), text).toEqual({ ok: true, value: '2026-03-05' })
    }
    expect(parseDateText('10 Nopember 1965', 'date')).toEqual({ ok: true, value: '1965-11-10' })
    for (const text of ['kemarin', '5 2026', '03/2026', '5-3-26', '46086'])
      expect(parseDateText(text, 'date').ok, text).toBe(false)
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumberOf('1850-01-01'), max: dayNumberOf('2199-12-31') }),
        fc.constantFrom('id', 'en'),
        (n, language) => {
          const date = dateOfDayNumber(n)
          expect(parseDateText(formatDate(date, language), 'date')).toEqual({ ok: true, value: date })
          const { day, month, year } = datePartsOf(date)
          expect(parseDateParts(parts(String(day), String(month), String(year)), 'date')).toEqual({
            ok: true,
            value: date,
          })
        },
      ),
    )
  })

  it('takes day 60 for in time and day 61 for late', () => {
    expect(isWithinDays('2026-03-05', '2026-05-04', 60)).toBe(true)
    expect(isWithinDays('2026-03-05', '2026-05-05', 60)).toBe(false)
  })

  it('reads times', () => {
    expect(parseTime('07.30', 'time')).toEqual({ ok: true, value: 450 })
    expect(parseTime('7:05', 'time')).toEqual({ ok: true, value: 425 })
    for (const wrong of ['24.00', '7', '12.60', '']) expect(parseTime(wrong, 'time').ok, wrong).toBe(false)
  })
})
