// The estimator against figures of R's survey package on designs small enough to follow by hand, and against the
// textbook formulas where a design is simple.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tQuantile975 } from './student-t.ts'
import { createDesign, estimateMeans, meanInterval, shareInterval } from './survey.ts'

test.each([
  [1, 12.706204736432095],
  [2, 4.302652729911275],
  [3, 3.182446305284263],
  [10, 2.2281388519649385],
  [30, 2.0422724563012373],
  [120, 1.9799304050824413],
  [1000, 1.9623390808264078],
  [1e8, 1.959963984540054],
])('t at %d degrees', (df, t) => expect(tQuantile975(df)).toBeCloseTo(t, 9))
test('no degrees of freedom, no interval', () => expect(tQuantile975(0)).toBeNaN())

// Three strata: two units, a lonely unit, three units. Expected figures: R survey, lonely.psu = "adjust".
const y = Float64Array.from([3, 5, 4, 10, 8, 1, 2, 6, 4])
const toy = createDesign(9, {
  weights: Float64Array.from([1, 2, 1.5, 1, 0.5, 2, 1, 1, 0.5]),
  clusters: ['11', '11', '12', '21', '21', '31', '32', '33', '33'],
  strata: ['1', '1', '1', '2', '2', '3', '3', '3', '3'],
})

describe('strata, clusters and weights', () => {
  test('mean, standard error and degrees of freedom of the whole', () => {
    const [all] = estimateMeans(toy, y, new Int32Array(9), 1)
    expect(all!.mean).toBeCloseTo(30 / 7, 12)
    expect(all!.se).toBeCloseTo(0.987121477399568, 12)
    expect(toy.degreesOfFreedom).toBe(3)
    expect([all!.n, all!.weighted]).toEqual([9, 10.5])
    expect(meanInterval(toy, all!)[1]).toBeCloseTo(30 / 7 + 3.182446305284263 * 0.987121477399568, 8)
  })
  test('a group keeps the units of the design that have no member in it', () => {
    const [outside, inside] = estimateMeans(toy, y, Int32Array.from([0, 0, 0, 0, 0, 0, 1, 1, 1]), 2)
    expect(inside!.mean).toBeCloseTo(4, 12)
    expect(inside!.se).toBeCloseTo(1.385640646055102, 12)
    expect(outside!.n).toBe(6)
  })
  test('one cluster for everybody is no cluster', () => {
    const rows = createDesign(4, { clusters: ['a', 'a', 'a', 'a'] })
    expect(rows.degreesOfFreedom).toBe(3)
  })
  test('the same cluster number in two strata is two clusters', () => {
    expect(createDesign(4, { clusters: ['1', '2', '1', '2'], strata: ['a', 'a', 'b', 'b'] }).degreesOfFreedom).toBe(2)
  })
  test('a weight of zero takes part in nothing but the design', () => {
    const design = createDesign(4, { weights: Float64Array.from([1, 1, 1, 0]) })
    const [all] = estimateMeans(design, Float64Array.from([1, 2, 3, 99]), new Int32Array(4), 1)
    expect(all!.mean).toBe(2)
    expect(all!.sd).toBeCloseTo(1, 12)
    expect(design.degreesOfFreedom).toBe(2)
  })
})

test('without clusters and weights a mean has the textbook standard error', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 2, maxLength: 40 }), (values) => {
      const n = values.length
      const design = createDesign(n)
      const [all] = estimateMeans(design, Float64Array.from(values), new Int32Array(n), 1)
      const mean = values.reduce((a, b) => a + b, 0) / n
      const sd = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1))
      expect(all!.mean).toBeCloseTo(mean, 9)
      expect(all!.sd).toBeCloseTo(sd, 9)
      expect(all!.se).toBeCloseTo(sd / Math.sqrt(n), 9)
    }),
  )
})

test('the interval of a share stays between 0 and 1 and holds the share; at 0 and 1 it is the share', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 60 }), (hits) => {
      const design = createDesign(hits.length)
      const [all] = estimateMeans(design, Float64Array.from(hits, Number), new Int32Array(hits.length), 1)
      const [low, high] = shareInterval(design, all!)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low <= all!.mean && all!.mean <= high).toBe(true)
      if (all!.mean === 0 || all!.mean === 1) expect([low, high]).toEqual([all!.mean, all!.mean])
      else expect(low < all!.mean && all!.mean < high).toBe(true)
    }),
  )
})

test('a group without values is empty, not zero', () => {
  const [empty] = estimateMeans(createDesign(2), Float64Array.from([Number.NaN, 1]), Int32Array.from([0, -1]), 1)
  expect([empty!.n, empty!.mean, empty!.se, empty!.sd]).toEqual([0, Number.NaN, Number.NaN, Number.NaN])
})
