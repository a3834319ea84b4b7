// Readings, limits, comparison with the past, round numbers, and the slips people make with units, commas and ages.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MEASURING_2020 } from './editions.ts'
import {
  type Child,
  countedOfMonths,
  judgeMeasurement,
  type Measurement,
  monthsBetween,
  readTenthMm,
  readWeightG,
  shiftMonth,
} from './measurement.ts'
import {
  decideDigitPreference,
  decideReadings,
  expectedPosition,
  findAgainstPast,
  findAtEntry,
  findSameValues,
  refuseMeasurement,
} from './measuring.ts'

const child: Child = { sex: 1, birthDate: '2025-01-20' }
const judged = (id: string, date: string, part: Partial<Measurement>) =>
  judgeMeasurement(child, { id, date, place: 'posyandu', verified: false, ...part })
const codes = (findings: readonly { code: string }[]) => findings.map((f) => f.code)

describe('what people type', () => {
  test.each([
    ['7,35', 7350],
    ['7.35', 7350],
    ['7.350', 7350],
    ['7,350', 7350],
    [' 10 ', 10_000],
    ['0,9', 900],
    ['12.5', 12_500],
  ])('%s kg is %d g', (typed, grams) => {
    expect(readWeightG(typed)).toEqual({ ok: true, value: grams })
  })
  test.each([
    ['82,25', 8225],
    ['82.25', 8225],
    ['104', 10_400],
    ['49.9', 4990],
  ])('%s cm is %d tenths of a millimetre', (typed, tenths) => {
    expect(readTenthMm(typed)).toEqual({ ok: true, value: tenths })
  })
  test.each(['', 'tujuh', '7,3512', '7,3,5', '7kg'])('%j is refused', (typed) =>
    expect(readWeightG(typed).ok).toBe(false),
  )
  test('7.35 - 7.10 is 250 g, exactly', () => {
    const [a, b] = [readWeightG('7.35'), readWeightG('7.10')]
    expect(a.ok && b.ok && a.value - b.value).toBe(250)
    const [c, d] = [readWeightG('8.3'), readWeightG('8')]
    expect(c.ok && d.ok && c.value - d.value).toBe(300)
    expect(8.3 - 8).not.toBe(0.3)
  })
})

describe('ages', () => {
  test('born 20 January, measured 13 June: 144 days and 4 completed months', () => {
    const m = judgeMeasurement(
      { sex: 2, birthDate: '2026-01-20' },
      { id: 'm', date: '2026-06-13', place: 'home', verified: true },
    )
    expect([m.ageDays, m.ageMonths]).toEqual([144, 4])
  })
  test.each([
    [0, 'l'],
    [730, 'l'],
    [731, 'h'],
    [1826, 'h'],
  ] as const)('at %i days a child is measured %s', (days, position) =>
    expect(expectedPosition(days, MEASURING_2020)).toBe(position),
  )
})

describe('at entry', () => {
  test('hard limits refuse, soft limits ask', () => {
    const refused = (part: Partial<Measurement>, date = '2026-02-01') =>
      codes(refuseMeasurement(child, { id: 'm', date, place: 'posyandu', verified: false, ...part }, '2026-02-10'))
    expect(refused({ weightG: 0 })).toEqual(['growth.not-above-zero'])
    expect(refused({ weightG: 9000 }, '2026-02-11')).toEqual(['growth.in-future'])
    expect(refused({ weightG: 9000 }, '2025-01-19')).toEqual(['growth.before-birth'])
    expect(refused({})).toEqual(['growth.nothing-measured'])
    expect(refused({ oedema: 1 })).toEqual([])
    expect(refused({ weightG: 1 })).toEqual([])
    expect(codes(findAtEntry(judged('m', '2026-02-01', { weightG: 1 }), MEASURING_2020))).toContain(
      'outside-soft-limits',
    )
  })
  test.each([
    [899, true],
    [900, false],
    [58_000, false],
    [58_001, true],
  ])('weight of %i g asks: %s', (weightG, asks) => {
    expect(
      codes(findAtEntry(judged('m', '2026-02-01', { weightG }), MEASURING_2020)).includes('outside-soft-limits'),
    ).toBe(asks)
  })
  test('kilograms and centimetres swapped are asked about', () => {
    const swapped = judged('m', '2026-02-01', { weightG: 76_000, lengthHeightTenthMm: 960, position: 'l' })
    expect(findAtEntry(swapped, MEASURING_2020).map((f) => f.at ?? f.code)).toEqual([
      'weightG',
      'lengthHeightTenthMm',
      'implausible-score',
    ])
  })
  test('positions', () => {
    const at = (date: string, position?: 'l' | 'h') =>
      codes(findAtEntry(judged('m', date, { lengthHeightTenthMm: 7000, position }), MEASURING_2020)).filter(
        (c) => c !== 'implausible-score',
      )
    expect(at('2025-08-01', 'h')).toEqual(['standing-too-young'])
    expect(at('2026-02-01', 'h')).toEqual(['other-position'])
    expect(at('2026-02-01')).toEqual(['position-missing'])
    expect(at('2026-02-01', 'l')).toEqual([])
  })
})

describe('two readings', () => {
  const decide = (...readings: number[]) => decideReadings(readings, 'lengthHeightTenthMm', MEASURING_2020)
  test('within the limit their mean, beyond it a third', () => {
    expect(decide(7450)).toEqual({ accepted: false, need: 'second' })
    expect(decide(7450, 7520)).toEqual({ accepted: true, value: 7485 })
    expect(decide(7450, 7521)).toEqual({ accepted: false, need: 'third' })
    expect(decideReadings([7300, 7401], 'weightG', MEASURING_2020)).toEqual({ accepted: false, need: 'third' })
    expect(decideReadings([7300, 7400], 'weightG', MEASURING_2020)).toEqual({ accepted: true, value: 7350 })
    expect(decideReadings([1250, 1301], 'armTenthMm', MEASURING_2020)).toEqual({ accepted: false, need: 'third' })
  })
  test('of three the closest two, of equal gaps the middle', () => {
    expect(decide(7450, 7600, 7460)).toEqual({ accepted: true, value: 7455 })
    expect(decide(7450, 7600, 7590)).toEqual({ accepted: true, value: 7595 })
    expect(decide(7400, 7600, 7500)).toEqual({ accepted: true, value: 7500 })
  })
  test('the value always lies among the readings', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 3800, max: 15_000 }), { minLength: 2, maxLength: 3 }), (readings) => {
        const got = decideReadings(readings, 'lengthHeightTenthMm', MEASURING_2020)
        if (got.accepted) expect(got.value >= Math.min(...readings) && got.value <= Math.max(...readings)).toBe(true)
        else expect(readings).toHaveLength(2)
      }),
    )
  })
})

describe('against the past', () => {
  const find = (now: ReturnType<typeof judged>, ...past: ReturnType<typeof judged>[]) =>
    codes(findAgainstPast(now, past, MEASURING_2020))
  test('shrunk by more than 0.7 cm', () => {
    const before = judged('a', '2026-01-10', { lengthHeightTenthMm: 7600, position: 'l' })
    expect(find(judged('b', '2026-02-10', { lengthHeightTenthMm: 7530, position: 'l' }), before)).toEqual([])
    expect(find(judged('b', '2026-02-10', { lengthHeightTenthMm: 7529, position: 'l' }), before)).toEqual(['shrunk'])
  })
  test('the cadre is told the figure just typed, and the earlier one as it would read in that position', () => {
    const before = judged('a', '2026-01-10', { lengthHeightTenthMm: 7600, position: 'l' })
    const told = (position: 'l' | 'h') =>
      findAgainstPast(judged('b', '2026-02-10', { lengthHeightTenthMm: 7400, position }), [before], MEASURING_2020)
    expect(told('l')).toMatchObject([{ value: 7400, past: 7600 }])
    expect(told('h')).toMatchObject([{ value: 7400, past: 7530 }])
  })
  test('lying before 24 months and standing after is no shrinking', () => {
    const lying = judged('a', '2027-01-18', { lengthHeightTenthMm: 8600, position: 'l' })
    expect(lying.ageDays).toBe(728)
    expect(find(judged('b', '2027-01-25', { lengthHeightTenthMm: 8530, position: 'h' }), lying)).toEqual([])
    expect(find(judged('b', '2027-01-25', { lengthHeightTenthMm: 8450, position: 'h' }), lying)).toEqual(['shrunk'])
  })
  test('weight changed by 15 % within 45 days', () => {
    const before = judged('a', '2026-01-10', { weightG: 8000 })
    expect(find(judged('b', '2026-02-10', { weightG: 9199 }), before)).toEqual([])
    expect(find(judged('b', '2026-02-10', { weightG: 9200 }), before)).toEqual(['weight-jump'])
    expect(find(judged('b', '2026-02-10', { weightG: 6800 }), before)).toEqual(['weight-jump'])
    expect(find(judged('b', '2026-02-24', { weightG: 9200 }), before)).toEqual([])
  })
  test('later measurings and the measuring itself are no past', () => {
    const now = judged('b', '2026-02-10', { weightG: 8000 })
    expect(find(now, judged('c', '2026-03-10', { weightG: 5000 }), now)).toEqual([])
  })
})

test('the same weight and length on the same day', () => {
  const row = (childId: string, weightG: number, date = '2026-02-10') => ({
    childId,
    date,
    weightG,
    lengthHeightTenthMm: 7600,
  })
  expect(
    findSameValues([row('a', 8000), row('b', 8000), row('c', 8100), row('d', 8000, '2026-02-11'), row('a', 8000)]),
  ).toEqual([['a', 'b']])
})

describe('round numbers', () => {
  const many = (round: number, all: number) =>
    Array.from({ length: all }, (_, i) => ({
      date: '2026-02-10',
      weightG: i < round ? 8500 : 8430,
      lengthHeightTenthMm: i < round ? 7450 : 7440,
    }))
  test('more than 40 % of the last 50, judged from 20 on', () => {
    expect(decideDigitPreference(many(20, 50), MEASURING_2020)).toEqual({
      readings: 50,
      round: 20,
      judged: true,
      preferred: false,
    })
    expect(decideDigitPreference(many(21, 50), MEASURING_2020).preferred).toBe(true)
    expect(decideDigitPreference(many(19, 19), MEASURING_2020)).toMatchObject({ judged: false, preferred: false })
  })
  test('only the last 50 count, and only when both numbers are round', () => {
    const old = many(100, 100).map((m) => ({ ...m, date: '2025-01-01' }))
    expect(decideDigitPreference([...many(0, 50), ...old], MEASURING_2020).round).toBe(0)
    expect(
      decideDigitPreference(
        many(50, 50).map((m) => ({ ...m, lengthHeightTenthMm: 7455 })),
        MEASURING_2020,
      ).round,
    ).toBe(0)
  })
})

test('one measuring a month counts: the latest verified, else the latest', () => {
  const m = (id: string, date: string, verified: boolean) => ({ id, date, verified })
  const counted = countedOfMonths([
    m('a', '2026-02-03', true),
    m('b', '2026-02-20', false),
    m('c', '2026-02-10', true),
    m('d', '2026-03-01', false),
    m('e', '2026-03-09', false),
  ])
  expect([...counted].map(([month, { id }]) => [month, id])).toEqual([
    ['2026-02', 'c'],
    ['2026-03', 'e'],
  ])
})

test('months go over the year and back', () => {
  expect([shiftMonth('2026-01', -1), shiftMonth('2025-12', 1), shiftMonth('2026-03', -15)]).toEqual([
    '2025-12',
    '2026-01',
    '2024-12',
  ])
  fc.assert(
    fc.property(fc.integer({ min: -600, max: 600 }), (by) => {
      expect(monthsBetween('2026-05', shiftMonth('2026-05', by))).toBe(by)
    }),
  )
})
