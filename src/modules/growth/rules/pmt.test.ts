// Supplementary food: reasons in order, lengths, weekly ticks, end of care.
import { expect, test } from 'vitest'
import { decidePmtReason, mayEndSamCare, PMT_2023, planPmt, pmtProgress } from './pmt.ts'

const scores = (weightForLength?: number, weightForAge?: number, armTenthMm?: number, ageMonths = 20) => ({
  ageMonths,
  ...(armTenthMm === undefined ? {} : { armTenthMm }),
  scores: {
    standingTooYoung: false,
    ...(weightForLength === undefined
      ? {}
      : { weightForLength: { z: weightForLength, flagged: Math.abs(weightForLength) > 5 } }),
    ...(weightForAge === undefined ? {} : { weightForAge: { z: weightForAge, flagged: false } }),
  },
})

test('wasting before underweight before not gaining; severe wasting and oedema are treated instead', () => {
  expect([
    decidePmtReason(scores(-2.01, -2.5), 'T'),
    decidePmtReason(scores(-3, -2.5), 'T'),
    decidePmtReason(scores(-2, -2.01), 'T'),
    decidePmtReason(scores(-1, -2), 'T'),
    decidePmtReason(scores(-1, -1), 'N'),
    decidePmtReason(scores(-3.01, -4), 'T'),
    decidePmtReason({ ...scores(-1), oedema: 1 }, 'T'),
    decidePmtReason(scores(-5.5, -1), 'T'),
  ]).toEqual(['wasting', 'wasting', 'underweight', 'not-gaining', undefined, undefined, undefined, 'not-gaining'])
})

test('the arm alone is reason enough from 6 months on, as it is for the alert; below 11.5 cm it is treated', () => {
  expect([
    decidePmtReason(scores(-1, -1, 1249), 'N'),
    decidePmtReason(scores(-1, -1, 1250), 'N'),
    decidePmtReason(scores(-1, -1, 1149), 'T'),
    decidePmtReason(scores(-1, -1, 1200, 5), 'N'),
  ]).toEqual(['wasting', undefined, undefined, undefined])
})

test('56, 28 and 14 days, first day counted', () => {
  expect(planPmt('wasting', '2026-04-01', PMT_2023)).toMatchObject({ lastDay: '2026-05-26', days: 56, weeks: 8 })
  expect(planPmt('underweight', '2026-04-01', PMT_2023)).toMatchObject({ lastDay: '2026-04-28', weeks: 4 })
  expect(planPmt('not-gaining', '2026-04-01', PMT_2023)).toMatchObject({ lastDay: '2026-04-14', weeks: 2 })
  expect(planPmt('kek', '2026-04-01', PMT_2023).days).toBe(120)
})

test('progress counts ticks and weighings', () => {
  const plan = planPmt('not-gaining', '2026-04-01', PMT_2023)
  const week = (n: number, days: number, weightG?: number) => ({
    week: n,
    given: Array.from({ length: 7 }, (_, i) => i < days),
    weightG,
  })
  expect(pmtProgress(plan, [week(2, 5, 8300), week(1, 7, 8100)])).toEqual({
    ok: true,
    value: { daysGiven: 12, daysPlanned: 14, gainG: 200, complete: false },
  })
  expect(pmtProgress(plan, [week(1, 7, 8100)], 8000)).toMatchObject({ value: { gainG: 100 } })
  expect(pmtProgress(plan, [week(1, 7, 8100)])).toMatchObject({ value: { gainG: undefined } })
  expect(pmtProgress(plan, [week(1, 7), week(2, 7)])).toMatchObject({ value: { complete: true } })
  expect(pmtProgress(plan, [{ ...week(1, 6), daysEaten: 5 }, week(2, 7)])).toMatchObject({ value: { daysEaten: 5 } })
  for (const daysEaten of [7, -1, 2.5, Number.NaN])
    expect(pmtProgress(plan, [{ ...week(1, 6), daysEaten }])).toMatchObject({
      refusals: [{ code: 'growth.pmt-eaten', params: { days: 6 } }],
    })
  for (const bad of [[week(3, 7)], [week(1, 7), week(1, 7)], [{ week: 1, given: [true] }]])
    expect(pmtProgress(plan, bad)).toMatchObject({ ok: false, refusals: [{ code: 'growth.pmt-week' }] })
})

test('care for severe wasting ends with growth and two weeks without oedema', () => {
  const end = (facts: Parameters<typeof mayEndSamCare>[0]) => mayEndSamCare(facts, PMT_2023)
  expect([
    end({ weightForLength: -2, daysWithoutOedema: 14 }),
    end({ weightForLength: -2.01, daysWithoutOedema: 14 }),
    end({ weightForLength: -2.5, armTenthMm: 1250, daysWithoutOedema: 20 }),
    end({ weightForLength: -1, daysWithoutOedema: 13 }),
    end({ daysWithoutOedema: 30 }),
  ]).toEqual([true, false, true, false, false])
})
