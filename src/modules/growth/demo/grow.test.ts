// The invented childhoods are plausible: most months gain, few are flagged, lengths do not shrink, the same seed gives the same.
import { expect, test } from 'vitest'
import { Random } from '../../register/demo/random.ts'
import { countChildMonths } from '../count-months.ts'
import { judgeMeasurement } from '../rules/measurement.ts'
import { EDITIONS } from '../testing/growth-world.ts'
import { growChild, type Manner, pickCourse, sessionDays } from './grow.ts'

const DAYS = sessionDays('2026-04-16', 18, 12)
const childhoods = (seed: string, manner: Manner = 'usual') => {
  const random = new Random(seed)
  return Array.from({ length: 200 }, (_, i) => {
    const child = { sex: i % 2 === 0 ? (1 as const) : (2 as const), birthDate: random.day('2021-08-01', '2026-02-01') }
    return { child, visits: growChild(child, DAYS, random, pickCourse(random), manner) }
  })
}

test('two hundred children: N is the most common, T frequent, flagged rare; again the same', () => {
  const all = childhoods('a')
  expect(childhoods('a')).toEqual(all)
  const months = all.flatMap(({ child, visits }) =>
    countChildMonths(
      child,
      visits.map(({ measurement, facts }, i) => ({
        ...judgeMeasurement(child, { ...measurement, id: String(i), verified: true }),
        childId: '',
        posyanduId: '',
        villageCode: '',
        facts,
        findings: [],
        measurer: '',
        state: 'verified' as const,
        recordedAt: new Date(0),
      })),
      new Map(),
      EDITIONS,
    ),
  )
  const share = (test: (one: (typeof months)[number]) => boolean) => months.filter(test).length / months.length
  expect(share(({ decision }) => decision?.status === 'N')).toBeGreaterThan(0.5)
  expect(share(({ decision }) => decision?.status === 'T')).toBeGreaterThan(0.15)
  expect(share(({ flagged }) => flagged)).toBeLessThan(0.02)
  expect(share(({ categories }) => (categories.lengthForAge?.code ?? '').endsWith('stunted'))).toBeGreaterThan(0.1)
})

test('scores spread as among real children where one measures by the book, and wider where one rounds', () => {
  const of = (manner: Manner, at: 'lengthForAge' | 'weightForLength') => {
    const scores = childhoods('b', manner).flatMap(({ child, visits }) => {
      const last = visits.at(-1)
      if (last === undefined) return []
      const score = judgeMeasurement(child, { ...last.measurement, id: '', verified: true }).scores[at]
      return score === undefined || score.flagged ? [] : [score.z]
    })
    const mean = scores.reduce((sum, z) => sum + z, 0) / scores.length
    return Math.sqrt(scores.reduce((sum, z) => sum + (z - mean) ** 2, 0) / (scores.length - 1))
  }
  expect(of('careful', 'lengthForAge')).toBeGreaterThan(1)
  expect(of('careful', 'lengthForAge')).toBeLessThan(1.3)
  expect(of('careful', 'weightForLength')).toBeGreaterThan(0.85)
  expect(of('careful', 'weightForLength')).toBeLessThan(1.15)
  expect(of('rounding', 'lengthForAge')).toBeGreaterThan(of('careful', 'lengthForAge'))
  const endings = (manner: Manner) => {
    const weights = childhoods('c', manner).flatMap(({ visits }) =>
      visits.map(({ measurement }) => measurement.weightG!),
    )
    return weights.filter((g) => g % 500 === 0).length / weights.length
  }
  expect([endings('careful') < 0.2, endings('rounding') > 0.6]).toEqual([true, true])
})
