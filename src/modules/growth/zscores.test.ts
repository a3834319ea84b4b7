// Worked examples of the standard and the borders where programs usually go wrong: 0, 730, 731, 1826 and 1827 days,
// the table ends, restricted tails, and the entry slips that must come out flagged rather than plausible.
import { describe, expect, test } from 'vitest'
import { INDICATORS, type Indicator } from './indicators.ts'
import { hundredths, measureAt, restrictedScore, roundScore } from './lms.ts'
import { scoreSchoolChild } from './school-age.ts'
import { getTable } from './tables/decode.ts'
import { type ChildMeasure, scoreChild } from './zscores.ts'

const child = (
  sex: 1 | 2,
  ageDays: number | undefined,
  weightKg: number,
  lengthHeightCm: number,
  position?: 'l' | 'h',
  oedema = false,
): ChildMeasure => ({ sex, ageDays, weightKg, lengthHeightCm, position, oedema })

function four(measure: ChildMeasure) {
  const s = scoreChild(measure)
  return [s.usedLengthHeightCm, s.lengthForAge?.z, s.weightForAge?.z, s.weightForLength?.z, s.bmiForAge?.z]
}

test.each([
  ['last day of the length standard', child(1, 730, 9.8, 80.3, 'h'), [81.0, -2.23, -1.88, -1.0, -0.68]],
  ['first day of the height standard', child(2, 731, 10.2, 82.25, 'l'), [81.55, -1.3, -0.97, -0.4, -0.27]],
  ['both restricted', child(1, 548, 7.2, 74.5, 'l'), [74.5, -2.88, -3.68, -3.35, -2.95]],
  ['heavy', child(1, 900, 17.9, 84.2, 'h'), [84.2, -2.19, 2.56, 5.45, 5.99]],
  ['standing before nine months', child(1, 200, 6.5, 65.0, 'h'), [65.0, -1.63, -2.04, -1.38, -1.48]],
  ['oedema', child(2, 365, 6.1, 68.4, 'l', true), [68.4, -2.18, undefined, undefined, undefined]],
  ['last valid day', child(1, 1826, 15.3, 104.1, 'h'), [104.1, -1.26, -1.36, -0.95, -0.86]],
  ['too old', child(1, 1827, 15.3, 104.1, 'h'), [104.1, undefined, undefined, undefined, undefined]],
] as const)('worked example: %s', (_name, measure, expected) => {
  expect(four(measure).map((v) => (v === undefined ? v : Number(v.toFixed(4))))).toEqual(expected)
})

test('flags of the heavy child: weight for height and BMI, nothing else', () => {
  const s = scoreChild(child(1, 900, 17.9, 84.2, 'h'))
  expect(INDICATORS.filter((name) => s[name]?.flagged)).toEqual(['weightForLength', 'bmiForAge'])
})

describe('position', () => {
  test('nine months begin at 274 days', () => {
    expect(scoreChild(child(1, 273, 7, 70, 'h'))).toMatchObject({ standingTooYoung: true, usedLengthHeightCm: 70 })
    expect(scoreChild(child(1, 273, 7, 70, 'h')).usedPosition).toBeUndefined()
    const after = scoreChild(child(1, 274, 7, 70, 'h'))
    expect(after).toMatchObject({ standingTooYoung: false, usedPosition: 'h' })
    expect(after.usedLengthHeightCm).toBeCloseTo(70.7, 10)
  })
  test('unknown position and unknown age leave the number alone', () => {
    expect(scoreChild(child(1, 400, 9, 75)).usedLengthHeightCm).toBe(75)
    expect(scoreChild(child(1, undefined, 9, 75, 'h')).usedLengthHeightCm).toBe(75)
  })
})

describe('weight for length or height without an age', () => {
  test('position chooses the table, then 87 cm', () => {
    const byLength = scoreChild(child(1, undefined, 12, 90, 'l')).weightForLength!.z
    const byHeight = scoreChild(child(1, undefined, 12, 90, 'h')).weightForLength!.z
    expect(byLength).not.toBe(byHeight)
    expect(scoreChild(child(1, undefined, 12, 90)).weightForLength!.z).toBe(byHeight)
    expect(scoreChild(child(1, undefined, 11, 86.9)).weightForLength!.z).toBe(
      scoreChild(child(1, undefined, 11, 86.9, 'l')).weightForLength!.z,
    )
    expect(scoreChild(child(1, undefined, 12, 90)).lengthForAge).toBeUndefined()
  })
  test.each([
    [44.9, 'l', false],
    [45, 'l', true],
    [110, 'l', true],
    [110.1, 'l', false],
    [64.9, 'h', false],
    [65, 'h', true],
    [120, 'h', true],
    [120.1, 'h', false],
  ] as const)('%s cm measured %s: scored is %s', (cm, position, scored) => {
    expect(scoreChild(child(2, undefined, 10, cm, position)).weightForLength !== undefined).toBe(scored)
  })
})

describe('ages', () => {
  test.each([
    [-1, false],
    [0, true],
    [730, true],
    [731, true],
    [1826, true],
    [1827, false],
  ] as const)('day %i: scored is %s', (day, scored) => {
    const s = scoreChild({ ...child(2, day, 9, 70, 'l'), headCm: 44 })
    expect([s.lengthForAge, s.weightForAge, s.bmiForAge, s.headForAge].every((x) => (x !== undefined) === scored)).toBe(
      true,
    )
  })
  test('arm and skinfolds begin at 91 days', () => {
    const at = (day: number) => scoreChild({ sex: 1, ageDays: day, armCm: 13, tricepsMm: 9, subscapularMm: 7 })
    expect([at(90).armForAge, at(90).tricepsForAge, at(90).subscapularForAge]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect([at(91).armForAge, at(91).tricepsForAge, at(91).subscapularForAge].every((s) => s !== undefined)).toBe(true)
  })
})

describe('what is missing stays missing', () => {
  test('no sex, no score, but the corrected height and BMI', () => {
    const s = scoreChild({ ageDays: 800, weightKg: 11, lengthHeightCm: 83, position: 'l' })
    expect(INDICATORS.filter((name) => s[name] !== undefined)).toEqual([])
    expect(s.usedLengthHeightCm).toBeCloseTo(82.3, 10)
    expect(s.bmi).toBeCloseTo(11 / 0.823 ** 2, 10)
  })
  test.each([0, -3])('a measure of %d gives no score', (value) => {
    const s = scoreChild({
      sex: 1,
      ageDays: 500,
      weightKg: value,
      lengthHeightCm: value,
      headCm: value,
      armCm: value,
      tricepsMm: value,
      subscapularMm: value,
    })
    expect(INDICATORS.filter((name) => s[name] !== undefined)).toEqual([])
  })
})

describe('slips of entry come out flagged or unscored, never plausible', () => {
  test.each([
    ['kilograms and centimetres swapped', child(1, 400, 75, 9.5, 'l'), ['lengthForAge', 'weightForAge', 'bmiForAge']],
    [
      'a lost decimal comma, 95 for 9,5 kg',
      child(1, 400, 95, 75, 'l'),
      ['weightForAge', 'weightForLength', 'bmiForAge'],
    ],
    ['months written for days: 24 for 730', child(2, 24, 11, 84, 'l'), ['lengthForAge', 'weightForAge']],
  ] as const)('%s', (_name, measure, flagged) => {
    const s = scoreChild(measure)
    expect(INDICATORS.filter((name: Indicator) => s[name]?.flagged)).toEqual(flagged)
  })
})

describe('rounding', () => {
  test.each([
    [-2.004, -2],
    [-2.005, -2.01],
    [-2.006, -2.01],
    [-2, -2],
    [-3.004999, -3],
    [2.005, 2.01],
    [1.004, 1],
    [-0.004, 0],
    [-0.005, -0.01],
    [15.625, 15.63],
  ])('%d -> %d', (z, rounded) => {
    expect(roundScore(z)).toBe(rounded)
    expect(Object.is(roundScore(z), -0)).toBe(false)
  })
  test('no score stays no score', () => expect(hundredths(Number.NaN)).toBeNaN())
})

test('the restricted tail meets the plain score at 3 SD and goes on in steps of SD 3 - SD 2', () => {
  const table = getTable('weightForAge')
  const [L, M, S] = [table.lms[1200]!, table.lms[1201]!, table.lms[1202]!]
  const sd = (k: number) => measureAt(L, M, S, k)
  expect(restrictedScore(sd(3), L, M, S)).toBeCloseTo(3, 9)
  expect(restrictedScore(sd(3) + (sd(3) - sd(2)), L, M, S)).toBeCloseTo(4, 9)
  expect(restrictedScore(sd(-3) - 2 * (sd(-2) - sd(-3)), L, M, S)).toBeCloseTo(-5, 9)
})

describe('school age', () => {
  test('at the median of a month every score is zero', () => {
    const height = getTable('schoolHeightForAge').lms[3 * (100 - 60) + 1]!
    expect(scoreSchoolChild({ sex: 1, ageMonths: 100, heightCm: height }).schoolHeightForAge).toEqual({
      z: 0,
      flagged: false,
    })
  })
  test('between months L, M and S are mixed', () => {
    const table = getTable('schoolHeightForAge')
    const M = (table.lms[61]! + table.lms[64]!) / 2
    const S = (table.lms[62]! + table.lms[65]!) / 2
    expect(scoreSchoolChild({ sex: 1, ageMonths: 80.5, heightCm: M * (1 - 2.5 * S) }).schoolHeightForAge).toEqual({
      z: -2.5,
      flagged: false,
    })
  })
  test('ages: from 60 to 228 months, weight to 120', () => {
    const scored = (ageMonths: number) =>
      Object.keys(scoreSchoolChild({ sex: 2, ageMonths, heightCm: 120, weightKg: 25 }))
    expect(scored(59.99)).toEqual([])
    expect(scored(60)).toHaveLength(3)
    expect(scored(120)).toHaveLength(3)
    expect(scored(120.01)).toEqual(['schoolHeightForAge', 'schoolBmiForAge'])
    expect(scored(228)).toHaveLength(2)
    expect(scored(228.01)).toEqual([])
  })
  test('flags and restricted tails', () => {
    const s = scoreSchoolChild({ sex: 1, ageMonths: 90, heightCm: 60, weightKg: 90 })
    expect([s.schoolHeightForAge?.flagged, s.schoolWeightForAge?.flagged, s.schoolBmiForAge?.flagged]).toEqual([
      true,
      true,
      true,
    ])
    expect(scoreSchoolChild({ sex: 1, ageMonths: 90, weightKg: 25, heightCm: 120, oedema: true })).toEqual({
      schoolHeightForAge: expect.anything(),
    })
  })
})
