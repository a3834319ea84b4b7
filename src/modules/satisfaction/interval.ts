// How sure an index is: the 95 % interval over people who answered every element in use, and whether two periods differ.
// Must stay true: variances stay fractions, the only root is taken at the end, and the test of a change takes none at all.
import {
  absolute,
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  squareRoot,
  subtract,
  toDecimal,
} from '../../kernel/fraction.ts'
import type { CompletePeople } from './tally.ts'

/** 1.96, the 97.5 % point of the normal distribution as reports use it. */
const Z = fraction(196, 100)
const SCORE = 25n

export type Estimate = {
  readonly n: number
  /** Mean of the person scores (25 x mean of a person's answers). */
  readonly mean: Fraction
  /** Variance of that mean, with the correction for a small population when its size is known. */
  readonly variance: Fraction
  readonly deviation: Fraction
}

/** Needs two complete people; undefined below. `population` is the number of users N: with N known and every user asked
 *  the variance is zero. A population smaller than the number of answers is a wrong N and is not used. */
export function estimate(people: CompletePeople, population?: number): Estimate | undefined {
  if (people.n < 2) return undefined
  const n = BigInt(people.n)
  const scale = fraction(SCORE, people.k)
  const mean = multiply(scale, fraction(people.sum, n))
  const spread = multiply(
    multiply(scale, scale),
    fraction(n * people.sumOfSquares - people.sum * people.sum, n * (n - 1n)),
  )
  const correction =
    population === undefined || population < people.n || population < 2
      ? fraction(1)
      : fraction(BigInt(population) - n, BigInt(population) - 1n)
  return {
    n: people.n,
    mean,
    deviation: squareRoot(spread),
    variance: multiply(multiply(spread, fraction(1, n)), correction),
  }
}

export type Interval = {
  readonly low: string
  readonly high: string
  readonly mean: string
  readonly deviation: string
  readonly respondents: number
}

/** Mean -+ 1.96 standard errors, cut at 25 and 100, two decimals. Undefined below two complete people. */
export function interval(people: CompletePeople, population?: number): Interval | undefined {
  const found = estimate(people, population)
  if (!found) return undefined
  const half = multiply(Z, squareRoot(found.variance))
  const [low, high] = [subtract(found.mean, half), add(found.mean, half)]
  return {
    low: toDecimal(compare(low, fraction(25)) < 0 ? fraction(25) : low, 2),
    high: toDecimal(compare(high, fraction(100)) > 0 ? fraction(100) : high, 2),
    mean: toDecimal(found.mean, 2),
    deviation: toDecimal(found.deviation, 2),
    respondents: found.n,
  }
}

export type Change = {
  readonly difference: string
  /** True only when the interval of the difference leaves out 0; otherwise a report says "no sure change". */
  readonly sure: boolean
}

/** Difference of two means of person scores (later minus earlier) of one edition; undefined when either side has no estimate. */
export function change(earlier: Estimate | undefined, later: Estimate | undefined): Change | undefined {
  if (!earlier || !later) return undefined
  const difference = subtract(later.mean, earlier.mean)
  const bound = multiply(multiply(Z, Z), add(earlier.variance, later.variance))
  return {
    difference: toDecimal(difference, 2),
    sure: compare(multiply(absolute(difference), absolute(difference)), bound) > 0,
  }
}
