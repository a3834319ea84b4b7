// The examples of the specification (9.3) and what must hold for every village.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, decimal, fraction, toDecimal } from '../../kernel/fraction.ts'
import type { Scorecard } from './edition.ts'
import { disagreements, indicators, scorecard } from './editions.ts'
import { achievement, type Count, coverage, gradeOf, missing, villageResult } from './score.ts'

const ONE = fraction(1)
const all = indicators.indicators
const count = fc
  .tuple(fc.nat(500), fc.nat(500))
  .map(([a, b]): Count => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }))

describe('examples of the specification', () => {
  it('SP7: 90 of 120 against 0.9 is 75 %, 0.833, 18 children missing', () => {
    const c: Count = { numerator: 90, denominator: 120 }
    expect(toDecimal(coverage(c)!, 3)).toBe('0.750')
    expect(toDecimal(achievement(c, decimal('0.9'), 'higher')!, 3)).toBe('0.833')
    expect(missing(c, decimal('0.9'), 'higher')).toBe(18)
  })
  it('SP3: 30 of 40 against 0.58 is full and nobody is missing', () => {
    const c: Count = { numerator: 30, denominator: 40 }
    expect(achievement(c, decimal('0.58'), 'higher')).toEqual(ONE)
    expect(missing(c, decimal('0.58'), 'higher')).toBe(0)
  })
  it('SE2: 3 of 12 against 0.155, lower is better: 0.62', () => {
    const c: Count = { numerator: 3, denominator: 12 }
    expect(toDecimal(achievement(c, decimal('0.155'), 'lower')!, 2)).toBe('0.62')
  })
  it('a village is free of open defecation or it is not', () => {
    expect(achievement({ numerator: 1, denominator: 1 }, decimal('0.9'), 'yes-no')).toEqual(ONE)
    expect(toDecimal(achievement({ numerator: 0, denominator: 1 }, decimal('0.9'), 'yes-no')!, 0)).toBe('0')
    expect(missing({ numerator: 0, denominator: 1 }, decimal('0.9'), 'yes-no')).toBe(1)
  })
  it('nobody entitled: left out, neither 0 nor 100 %', () => {
    expect(coverage({ numerator: 0, denominator: 0 })).toBeUndefined()
    const one = villageResult(all, new Map([['SP1', { numerator: 0, denominator: 0 }]]), 2026, scorecard)
    expect(one.available).toBe(0)
    expect(one.score).toBeUndefined()
  })
  it('13 of 20 indicators are too few for a grade, 14 are enough', () => {
    const of = (n: number) => new Map(all.slice(20 - n).map((one) => [one.code, { numerator: 1, denominator: 1 }]))
    expect(villageResult(all, of(13), 2026, scorecard)).toMatchObject({ isEnough: false, available: 13 })
    expect(villageResult(all, of(13), 2026, scorecard).grade).toBeUndefined()
    expect(villageResult(all, of(14), 2026, scorecard).isEnough).toBe(true)
  })
  it('grades at their borders, without rounding first', () => {
    expect(['90', '89.999', '75', '74.999', '60', '59.999', '0'].map((x) => gradeOf(decimal(x), scorecard))).toEqual([
      'A',
      'B',
      'B',
      'C',
      'C',
      'D',
      'D',
    ])
  })
  it('the yardsticks agree with one another', () => {
    expect(disagreements()).toEqual([])
    expect(all.filter((one) => one.kind === 'specific')).toHaveLength(9)
    expect(all.filter((one) => one.kind === 'sensitive')).toHaveLength(11)
  })
})

describe('for every count', () => {
  const share = fc.integer({ min: 1, max: 1000 }).map((n) => fraction(n, 1000))
  it('achievement lies between 0 and 1, and reaching one more never lowers it', () => {
    fc.assert(
      fc.property(count, share, (c, t) => {
        const a = achievement(c, t, 'higher')
        if (a === undefined) return c.denominator === 0
        const more = achievement({ ...c, numerator: Math.min(c.denominator, c.numerator + 1) }, t, 'higher')!
        return compare(a, fraction(0)) >= 0 && compare(a, ONE) <= 0 && compare(more, a) >= 0
      }),
    )
  })
  it('the gap is exactly what brings the achievement to 1', () => {
    fc.assert(
      fc.property(count, share, (c, t) => {
        if (c.denominator === 0) return missing(c, t, 'higher') === 0
        const gap = missing(c, t, 'higher')
        const at = (n: number) => compare(achievement({ ...c, numerator: c.numerator + n }, t, 'higher')!, ONE) === 0
        return at(gap) && (gap === 0 || !at(gap - 1))
      }),
    )
  })
  it('the score lies between 0 and 100, and lies between its halves', () => {
    const village = fc.array(fc.tuple(fc.constantFrom(...all.map((one) => one.code)), count), { maxLength: 30 })
    fc.assert(
      fc.property(village, (rows) => {
        const r = villageResult(all, new Map(rows), 2026, scorecard)
        if (r.score === undefined) return r.grade === undefined
        const [low, high] =
          compare(r.specific!, r.sensitive!) <= 0 ? [r.specific!, r.sensitive!] : [r.sensitive!, r.specific!]
        return (
          compare(r.score, low) >= 0 &&
          compare(r.score, high) <= 0 &&
          compare(r.score, fraction(100)) <= 0 &&
          (r.grade !== undefined) === r.isEnough
        )
      }),
    )
  })
  it('equal weights written in any size give the same score', () => {
    const heavy: Scorecard = { ...scorecard, indicatorWeights: Object.fromEntries(all.map((one) => [one.code, '7.5'])) }
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...all.map((one) => one.code)), count)), (rows) => {
        const [a, b] = [scorecard, heavy].map((edition) => villageResult(all, new Map(rows), 2026, edition).score)
        return a === undefined ? b === undefined : b !== undefined && compare(a, b) === 0
      }),
    )
  })
})
