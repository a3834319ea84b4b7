// Vaccines and pregnancies as pure rules: series, grace, too late, completeness; weeks, visits by trimester, tablets over quarters.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../kernel/date.ts'
import { CATEGORIES_2020, MEASURING_2020, QUALITY_2021 } from './editions.ts'
import { decideDoses, faultOfDose, type GivenDose, IMMUNISATION_2023, summarizeDoses } from './immunisation.ts'
import { dueFrom, PREGNANCY_2021, pregnancyState, tabletsDoneOn, type VisitFacts, weeksOn } from './pregnancy.ts'
import { addCounts, NOTHING, type QualityCounts, qualitySigns, spreadOf } from './quality-signs.ts'

const born = '2025-01-10'
const basic: readonly GivenDose[] = [
  ['HB0', 0],
  ['BCG', 31],
  ['OPV1', 31],
  ['DPT1', 62],
  ['OPV2', 62],
  ['DPT2', 93],
  ['OPV3', 93],
  ['DPT3', 124],
  ['OPV4', 124],
  ['IPV1', 124],
  ['MR1', 275],
].map(([dose, days]) => ({ dose: String(dose), on: addDays(born, Number(days)) }))
const stateOf = (code: string, given: readonly GivenDose[], today: string) =>
  decideDoses(born, given, today, IMMUNISATION_2023).find((line) => line.code === code)!.state

test('a dose is due, overdue after its days of grace, and missed when the child is too old for it', () => {
  expect(stateOf('BCG', [], '2025-02-09')).toBe('later')
  expect(stateOf('BCG', [], '2025-02-10')).toBe('due')
  expect(stateOf('BCG', [], '2025-03-12')).toBe('due')
  expect(stateOf('BCG', [], '2025-03-13')).toBe('overdue')
  expect(stateOf('HB0', [], '2025-01-17')).toBe('due')
  expect(stateOf('HB0', [], '2025-01-18')).toBe('missed')
  expect(stateOf('DPT2', [], '2026-01-10')).toBe('later')
})

test('a series keeps its days apart; the order is not turned round', () => {
  const late: GivenDose[] = [{ dose: 'DPT1', on: '2025-06-01' }]
  expect(stateOf('DPT2', late, '2025-06-28')).toBe('later')
  expect(stateOf('DPT2', late, '2025-06-29')).toBe('due')
  const fault = (dose: string, on: string, given: readonly GivenDose[] = []) =>
    faultOfDose({ dose, on }, born, given, '2025-12-01', IMMUNISATION_2023)
  expect(fault('DPT2', '2025-07-01')).toBe('order')
  expect(fault('DPT2', '2025-06-01', late)).toBe('order')
  expect(fault('DPT2', '2025-07-01', late)).toBeUndefined()
  expect(fault('BCG', '2025-12-02')).toBe('future')
  expect(fault('BCG', '2025-01-09')).toBe('before-birth')
  expect(fault("'; --", '2025-07-01')).toBe('unknown')
})

test('basic immunisation is complete with its last dose; up to date means complete from twelve months on', () => {
  const of = (given: readonly GivenDose[], today: string) => summarizeDoses(born, given, today, IMMUNISATION_2023)
  expect(of(basic, '2025-11-01')).toMatchObject({ basicOn: addDays(born, 275), isUpToDate: true, overdue: 1 })
  expect(of(basic.slice(0, 10), '2025-10-20').isUpToDate).toBe(true)
  expect(of(basic.slice(0, 9), '2025-10-20').isUpToDate).toBe(false)
  expect(of(basic.slice(0, 10), '2026-01-10').isUpToDate).toBe(false)
  expect(of([], '2025-01-12').isUpToDate).toBe(false)
})

test('for any order and any gaps of giving, nothing is overdue before it may be given', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(19), fc.nat(900))), fc.nat(1200), (picks, age) => {
      const given = new Map(picks.map(([i, days]) => [IMMUNISATION_2023.doses[i]!.code, addDays(born, days)]))
      const lines = decideDoses(
        born,
        [...given].map(([dose, on]) => ({ dose, on })),
        addDays(born, age),
        IMMUNISATION_2023,
      )
      for (const line of lines) {
        if (line.state === 'overdue') expect(line.overdueFrom! > line.from!).toBe(true)
        if (line.from !== undefined) expect(line.from >= born).toBe(true)
        expect(line.state === 'given').toBe(given.has(line.code))
      }
    }),
    { numRuns: 200 },
  )
})

const visit = (on: string, more: Partial<VisitFacts> = {}): VisitFacts => ({
  on,
  tabletsGiven: 0,
  tabletsTaken: 0,
  foodGiven: false,
  classAttended: false,
  ...more,
})
const due = '2026-09-01'
const at = (visits: readonly VisitFacts[], today: string) =>
  pregnancyState(due, visits, today, PREGNANCY_2021, CATEGORIES_2020)

test('weeks count from the due date; only a date of a running pregnancy is taken', () => {
  expect(weeksOn(due, due, PREGNANCY_2021)).toBe(40)
  expect(weeksOn(due, addDays(due, -280), PREGNANCY_2021)).toBe(0)
  expect(dueFrom({ lastPeriod: '2026-01-01' }, '2026-06-20', PREGNANCY_2021)).toMatchObject({ value: '2026-10-08' })
  const codes = (typed: Parameters<typeof dueFrom>[0]) => {
    const read = dueFrom(typed, '2026-06-20', PREGNANCY_2021)
    return read.ok ? [] : read.refusals.map(({ code }) => code)
  }
  expect(codes({})).toEqual(['growth.pregnancy-date-missing'])
  expect(codes({ lastPeriod: '2026-06-21' })).toEqual(['growth.pregnancy-period'])
  expect(codes({ lastPeriod: '2025-06-20' })).toEqual(['growth.pregnancy-period'])
  expect(codes({ due: '2027-06-20' })).toEqual(['growth.pregnancy-due'])
})

test('ninety tablets are counted over the quarters they were taken in', () => {
  const visits = [
    visit('2026-02-10', { tabletsGiven: 30 }),
    visit('2026-03-12', { tabletsTaken: 28, tabletsGiven: 30 }),
    visit('2026-05-12', { tabletsTaken: 30, tabletsGiven: 40 }),
    visit('2026-07-12', { tabletsTaken: 32 }),
  ]
  expect(tabletsDoneOn(visits.slice(0, 3), PREGNANCY_2021)).toBeUndefined()
  expect(tabletsDoneOn(visits, PREGNANCY_2021)).toBe('2026-07-12')
  expect(at(visits, '2026-07-20')).toMatchObject({ tabletsTaken: 90, tabletsDone: true, tabletsGiven: 100 })
})

test('a visit is missing only for a trimester that is over; KEK and anaemia follow the newest figures', () => {
  expect(at([visit('2026-01-20')], '2026-03-20').visitsAsDue).toBe(true)
  expect(at([visit('2026-03-20')], '2026-03-21').visitsAsDue).toBe(false)
  expect(at([], '2026-01-20').visitsAsDue).toBe(false)
  const thin = [
    visit('2026-01-20', { armTenthMm: 2340, haemoglobinTenthGdl: 109 }),
    visit('2026-02-20', { armTenthMm: 2349 }),
  ]
  expect(at(thin, '2026-02-21')).toMatchObject({ isKek: true, isAnaemic: true, kekSince: '2026-01-20' })
  const well = at([...thin, visit('2026-03-20', { armTenthMm: 2350, haemoglobinTenthGdl: 110 })], '2026-03-21')
  expect(well).toMatchObject({ isKek: false, isAnaemic: false })
  expect(well.kekSince).toBeUndefined()
})

test('the spread of sums is that of the values, months add up, and narrow and wide each speak once', () => {
  const of = (values: readonly number[]): QualityCounts => ({
    ...NOTHING,
    measured: values.length,
    spread: {
      ...NOTHING.spread,
      lengthForAge: {
        n: values.length,
        sum: values.reduce((a, b) => a + b, 0),
        squares: values.reduce((a, b) => a + b * b, 0),
      },
    },
  })
  const far = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? -300 : 300))
  const near = far.map((z) => z / 30)
  const both = addCounts(of(far.slice(0, 20)), of(far.slice(20)))
  expect(spreadOf(both.spread.lengthForAge)).toBeCloseTo(spreadOf(of(far).spread.lengthForAge)!, 10)
  expect(spreadOf(both.spread.lengthForAge)).toBeCloseTo(3.04, 2)
  const codes = (counts: QualityCounts) => qualitySigns(counts, QUALITY_2021, MEASURING_2020).map(({ code }) => code)
  expect([codes(both), codes(of(near)), codes(of(far.slice(0, 20)))]).toEqual([['wide'], ['narrow'], []])
})
