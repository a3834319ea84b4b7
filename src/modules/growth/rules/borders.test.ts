// Borders of age and of scores, each from both sides: birth, 24 months, five years; -3.00, -2.00 and what rounds to them.
import { expect, test } from 'vitest'
import { addDays, addMonths } from '../../../kernel/date.ts'
import { countChildMonths } from '../count-months.ts'
import { roundScore } from '../lms.ts'
import { EDITIONS } from '../testing/growth-world.ts'
import { classifyChild, classifyScore } from './classify.ts'
import { CATEGORIES_2020 } from './editions.ts'
import { judgeMeasurement, type Measurement } from './measurement.ts'

const born = '2021-03-10'
const at = (days: number, more: Partial<Measurement>) =>
  judgeMeasurement(
    { sex: 1, birthDate: born },
    { id: `m${days}`, date: addDays(born, days), place: 'posyandu', verified: true, ...more },
  )

test('on the day of birth there is a score for weight and length', () => {
  const newborn = at(0, { weightG: 3346, lengthHeightTenthMm: 4988, position: 'l' })
  expect([newborn.ageDays, newborn.scores.weightForAge?.z, newborn.scores.lengthForAge?.z]).toEqual([0, 0, 0])
})

test('730 days lie, 731 days stand: the same boy, 0.7 cm apart, no step in his score', () => {
  const lying = at(730, { lengthHeightTenthMm: 8070, position: 'l' })
  const standing = at(731, { lengthHeightTenthMm: 8000, position: 'h' })
  expect(lying.scores.usedLengthHeightCm).toBe(80.7)
  expect(standing.scores.usedLengthHeightCm).toBe(80)
  expect(Math.abs(lying.scores.lengthForAge!.z - standing.scores.lengthForAge!.z)).toBeLessThan(0.015)
  expect(at(730, { lengthHeightTenthMm: 8000, position: 'h' }).scores.usedLengthHeightCm).toBe(80.7)
  expect(at(731, { lengthHeightTenthMm: 8070, position: 'l' }).scores.usedLengthHeightCm).toBe(80)
})

test('1826 days are the last of the child standards; on day 1827 the child counts in no month any more', () => {
  const figures = { weightG: 17_000, lengthHeightTenthMm: 10_800, position: 'h' as const }
  const last = at(1826, figures)
  expect([last.scores.weightForAge, last.scores.lengthForAge].every((score) => score !== undefined)).toBe(true)
  const after = at(1827, figures)
  expect(after.scores.weightForAge).toBeUndefined()
  // Five completed months of years decide about lists and months, not days.
  expect(addMonths(born, 60)).toBe(addDays(born, 1826))
  const stored = [last, after].map((one) => ({
    ...one,
    childId: 'c',
    posyanduId: 'melati',
    villageCode: '63.11.06.1001',
    facts: {},
    findings: [],
    measurer: 'm',
    state: 'verified' as const,
    recordedAt: new Date(0),
  }))
  expect(
    countChildMonths({ sex: 1, birthDate: born }, stored, new Map(), EDITIONS).every(
      ({ ageGroup }) => ageGroup === undefined,
    ),
  ).toBe(true)
})

test('borders belong to the milder side, after rounding to hundredths', () => {
  const code = (z: number) => classifyScore('lengthForAge', { z: roundScore(z), flagged: false }, CATEGORIES_2020)?.code
  expect([-3.005, -3.0049, -3, -2.995].map(code)).toEqual(['severely-stunted', 'stunted', 'stunted', 'stunted'])
  expect([-2.005, -2.0049, -2, -1.999].map(code)).toEqual([
    'stunted',
    'normal-length',
    'normal-length',
    'normal-length',
  ])
})

test('oedema is severe wasting at any weight, and leaves the length alone', () => {
  const swollen = at(365, { weightG: 12_000, lengthHeightTenthMm: 7050, position: 'l', oedema: 2 })
  expect([swollen.scores.weightForAge, swollen.scores.weightForLength]).toEqual([undefined, undefined])
  const categories = classifyChild(swollen, CATEGORIES_2020)
  expect([categories.nutrition?.code, categories.lengthForAge?.code]).toEqual(['severely-wasted', 'stunted'])
})
