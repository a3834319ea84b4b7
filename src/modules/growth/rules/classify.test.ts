// Borders and totality of every table of categories: each score has exactly one category, each border one owner.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import categories from '../../../../instruments/growth/categories-permenkes-2-2020.json'
import {
  bandOf,
  classifyArm,
  classifyBirth,
  classifyChild,
  classifyPregnancy,
  classifyScore,
  isStunted,
  JUDGED_INDICATORS,
} from './classify.ts'
import { CATEGORIES_2020, readEdition, SEVERITY_2018 } from './editions.ts'
import { judgeMeasurement } from './measurement.ts'
import { decidePrevalence, nationalColour, severityOf } from './severity.ts'

const code = (indicator: Parameters<typeof classifyScore>[0], z: number) =>
  classifyScore(indicator, { z, flagged: false }, CATEGORIES_2020)?.code

test.each([
  ['weightForAge', -3.01, 'severely-underweight'],
  ['weightForAge', -3, 'underweight'],
  ['weightForAge', -2.01, 'underweight'],
  ['weightForAge', -2, 'normal-weight'],
  ['weightForAge', 1, 'normal-weight'],
  ['weightForAge', 1.01, 'risk-overweight'],
  ['lengthForAge', -3.01, 'severely-stunted'],
  ['lengthForAge', -3, 'stunted'],
  ['lengthForAge', -2, 'normal-length'],
  ['lengthForAge', 3, 'normal-length'],
  ['lengthForAge', 3.01, 'tall'],
  ['weightForLength', -3.01, 'severely-wasted'],
  ['weightForLength', -3, 'wasted'],
  ['weightForLength', -2, 'well-nourished'],
  ['weightForLength', 1, 'well-nourished'],
  ['weightForLength', 1.01, 'risk-overweight'],
  ['weightForLength', 2, 'risk-overweight'],
  ['weightForLength', 2.01, 'overweight'],
  ['weightForLength', 3, 'overweight'],
  ['weightForLength', 3.01, 'obese'],
  ['bmiForAge', 2.01, 'overweight'],
  ['schoolBmiForAge', 2, 'overweight'],
  ['schoolBmiForAge', 2.01, 'obese'],
  ['schoolBmiForAge', -2.01, 'thin'],
  ['headForAge', -2.01, 'microcephaly'],
  ['headForAge', -2, 'normal-head'],
  ['headForAge', 2, 'normal-head'],
  ['headForAge', 2.01, 'macrocephaly'],
] as const)('%s %d is %s', (indicator, z, expected) => expect(code(indicator, z)).toBe(expected))

test('every hundredth from -10 to 10 lies in exactly one band of every table', () => {
  for (const indicator of [...JUDGED_INDICATORS, 'schoolBmiForAge'] as const) {
    const wrong: number[] = []
    for (let h = -1000; h <= 1000; h++) {
      const z = h / 100
      const inside = CATEGORIES_2020[indicator].filter(
        (b) =>
          (b.from === undefined || (b.fromOpen ? z > b.from : z >= b.from)) &&
          (b.to === undefined || (b.toOpen ? z < b.to : z <= b.to)),
      )
      if (inside.length !== 1 || bandOf(CATEGORIES_2020[indicator], z) !== inside[0]) wrong.push(z)
    }
    expect([indicator, wrong]).toEqual([indicator, []])
  }
})

test('a flagged score is measured again and never stunted', () => {
  expect(classifyScore('lengthForAge', { z: -6.5, flagged: true }, CATEGORIES_2020)?.code).toBe('measure-again')
  expect([
    isStunted({ z: -6.5, flagged: true }),
    isStunted(undefined),
    isStunted({ z: -2, flagged: false }),
    isStunted({ z: -2.01, flagged: false }),
  ]).toEqual([undefined, undefined, false, true])
})

test('upper arm by millimetres, 6 to under 60 months', () => {
  const arm = (tenthMm: number, months: number) => classifyArm(tenthMm, months, CATEGORIES_2020)?.text.id
  expect([arm(1149, 12), arm(1150, 12), arm(1249, 12), arm(1250, 12)]).toEqual([
    'gizi buruk',
    'gizi kurang',
    'gizi kurang',
    'normal',
  ])
  expect([arm(1100, 5), arm(1100, 6), arm(1100, 59), arm(1100, 60)]).toEqual([
    undefined,
    'gizi buruk',
    'gizi buruk',
    undefined,
  ])
})

test('birth and pregnancy', () => {
  expect(classifyBirth({ weightG: 2499, lengthTenthMm: 4799, gestationWeeks: 36 }, CATEGORIES_2020)).toEqual([
    'low-weight',
    'short',
    'premature',
  ])
  expect(classifyBirth({ weightG: 2500, lengthTenthMm: 4800, gestationWeeks: 37 }, CATEGORIES_2020)).toEqual([])
  expect(classifyPregnancy({ armTenthMm: 2349, haemoglobinTenthGdl: 109 }, CATEGORIES_2020)).toEqual(['kek', 'anaemia'])
  expect(classifyPregnancy({ armTenthMm: 2350, haemoglobinTenthGdl: 110 }, CATEGORIES_2020)).toEqual([])
})

test('nutrition: oedema before weight for length, then the arm, then BMI', () => {
  const child = { sex: 1 as const, birthDate: '2025-01-01' }
  const base = { id: 'm', date: '2026-01-05', place: 'posyandu' as const, verified: true }
  const nutrition = (part: object) =>
    classifyChild(judgeMeasurement(child, { ...base, ...part }), CATEGORIES_2020).nutrition?.code
  expect(nutrition({ weightG: 10_000, lengthHeightTenthMm: 7600, position: 'l' })).toBe('well-nourished')
  expect(nutrition({ weightG: 10_000, lengthHeightTenthMm: 7600, position: 'l', oedema: 1 })).toBe('severely-wasted')
  expect(nutrition({ armTenthMm: 1200 })).toBe('wasted')
  expect(nutrition({})).toBeUndefined()
})

describe('severity of a place', () => {
  const level = (cases: number, valid: number, condition: 'stunting' | 'wasting' = 'stunting') =>
    severityOf(cases, valid, condition, SEVERITY_2018)?.text.en
  test('borders belong to the higher level, compared as counts', () => {
    expect([
      level(24, 1000),
      level(25, 1000),
      level(99, 1000),
      level(100, 1000),
      level(199, 1000),
      level(200, 1000),
      level(299, 1000),
      level(300, 1000),
    ]).toEqual(['very low', 'low', 'low', 'medium', 'medium', 'high', 'high', 'very high'])
    expect([
      level(49, 1000, 'wasting'),
      level(50, 1000, 'wasting'),
      level(100, 1000, 'wasting'),
      level(150, 1000, 'wasting'),
    ]).toEqual(['low', 'medium', 'high', 'very high'])
    // 9.996 % prints as 10.0 % and is still low
    expect(level(2499, 25_000)).toBe('low')
    expect(level(0, 0)).toBeUndefined()
  })
  test('colours of the news', () => {
    const colour = (cases: number) => nationalColour(cases, 1000, SEVERITY_2018)
    expect([colour(99), colour(100), colour(199), colour(200), colour(300), colour(301)]).toEqual([
      'blue',
      'green',
      'green',
      'yellow',
      'yellow',
      'red',
    ])
    expect(nationalColour(0, 0, SEVERITY_2018)).toBeUndefined()
  })
  test('counts that contradict each other are refused; nobody valid is no figure', () => {
    expect(decidePrevalence({ cases: 5, measured: 5, unusable: 1, all: 9 }, 'wasting', SEVERITY_2018)).toMatchObject({
      ok: false,
    })
    expect(decidePrevalence({ cases: 0, measured: 10, unusable: 0, all: 9 }, 'wasting', SEVERITY_2018)).toMatchObject({
      ok: false,
    })
    expect(decidePrevalence({ cases: 0, measured: 2, unusable: 2, all: 9 }, 'wasting', SEVERITY_2018)).toMatchObject({
      ok: true,
      value: { percentHundredths: undefined, severity: undefined, notRepresentative: true },
    })
  })
})

test('an edition with a gap, a shared border or a missing text is refused where it is wrong', () => {
  const broken = (change: (bands: typeof categories.weightForAge) => unknown) =>
    readEdition('categories', { ...categories, weightForAge: change(structuredClone(categories.weightForAge)) })
  expect(readEdition('categories', categories).ok).toBe(true)
  expect(broken((b) => b.filter((_, i) => i !== 1))).toMatchObject({
    ok: false,
    refusals: [{ code: 'growth.edition-unreadable', at: 'weightForAge' }],
  })
  expect(broken((b) => b.map((band) => ({ ...band, toOpen: false })))).toMatchObject({ ok: false })
  expect(broken((b) => b.map((band) => ({ ...band, text: { id: 'x' } })))).toMatchObject({ ok: false })
  expect(readEdition('kbm', { id: 'x' })).toMatchObject({ ok: false })
})

test('generated children: an oedema is always severely wasted, a flagged score never has a category', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1826 }),
      fc.integer({ min: 500, max: 40_000 }),
      fc.integer({ min: 3000, max: 13_000 }),
      fc.constantFrom(undefined, 'l' as const, 'h' as const),
      fc.constantFrom(0 as const, 1 as const, 3 as const),
      (days, weightG, lengthHeightTenthMm, position, oedema) => {
        const birthDate = '2020-01-01'
        const date = new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10)
        const judged = judgeMeasurement(
          { sex: 2, birthDate },
          { id: 'm', date, place: 'home', verified: false, weightG, lengthHeightTenthMm, position, oedema },
        )
        expect(judged.ageDays).toBe(days)
        const found = classifyChild(judged, CATEGORIES_2020)
        if (oedema > 0) {
          expect(found.nutrition?.code).toBe('severely-wasted')
          expect([found.weightForAge, found.weightForLength, found.bmiForAge]).toEqual([
            undefined,
            undefined,
            undefined,
          ])
        }
        for (const name of JUDGED_INDICATORS)
          expect(found[name]?.code === 'measure-again').toBe(judged.scores[name]?.flagged === true)
      },
    ),
  )
})
