import { expect, test } from 'vitest'
import { deathsExpected } from './expected-deaths.ts'

test('expected deaths grow with the days of the year and never stand without their source', () => {
  expect(deathsExpected('2026-12-31', 138_950)).toMatchObject({ deaths: 973, population: 138_950 })
  expect(deathsExpected('2026-01-01', 138_950).deaths).toBe(3)
  expect(deathsExpected('2026-06-30', 0).deaths).toBe(0)
  expect(deathsExpected('2026-06-30', 1).source.id).toContain('belum dipastikan')
})
