// The invented childhoods are plausible: most months gain, few are flagged, lengths do not shrink, the same seed gives the same.
import { expect, test } from 'vitest'
import { Random } from '../../register/demo/random.ts'
import { countChildMonths } from '../count-months.ts'
import { judgeMeasurement } from '../rules/measurement.ts'
import { EDITIONS } from '../testing/growth-world.ts'
import { growChild, pickCourse, sessionDays } from './grow.ts'

const DAYS = sessionDays('2026-04-16', 18, 12)
const childhoods = (seed: string) => {
  const random = new Random(seed)
  return Array.from({ length: 200 }, (_, i) => {
    const child = { sex: i % 2 === 0 ? (1 as const) : (2 as const), birthDate: random.day('2021-08-01', '2026-02-01') }
    return { child, visits: growChild(child, DAYS, random, pickCourse(random)) }
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
