// Coverage, achievement, scores, grade and gap of a village (specification 9.3), in exact fractions. Pure. Must stay true: a
// denominator of 0 leaves an indicator out, never 0 or 100 %; too few indicators give no grade; rounding happens once, in text.
import {
  add,
  compare,
  decimal,
  divide,
  type Fraction,
  fraction,
  multiply,
  toDecimal,
  ZERO,
} from '../../kernel/fraction.ts'
import { type Indicator, type Scorecard, targetOf } from './edition.ts'

const ONE = fraction(1)
const HUNDRED = fraction(100)

/** What was counted of an indicator in a village and period. Whole numbers, 0 <= numerator <= denominator. */
export type Count = { readonly numerator: number; readonly denominator: number }
export type Direction = Indicator['direction']

/** n / d, or undefined when nobody is entitled. */
export function coverage({ numerator, denominator }: Count): Fraction | undefined {
  return denominator === 0 ? undefined : fraction(numerator, denominator)
}

/** How far an indicator is towards its target, 0 to 1; undefined without a base. */
export function achievement(count: Count, target: Fraction, direction: Direction): Fraction | undefined {
  const reached = coverage(count)
  if (reached === undefined) return undefined
  if (direction === 'yes-no') return compare(reached, ONE) >= 0 ? ONE : ZERO
  if (direction === 'lower') return compare(reached, target) <= 0 ? ONE : divide(target, reached)
  if (target.n === 0n) return ONE
  const towards = divide(reached, target)
  return compare(towards, ONE) > 0 ? ONE : towards
}

/** People (families, villages) still to reach: max(0, ceil(target x d) - n); for lower-is-better those above the target. */
export function missing(count: Count, target: Fraction, direction: Direction): number {
  const { numerator, denominator } = count
  if (denominator === 0) return 0
  if (direction === 'lower') {
    const allowed = (target.n * BigInt(denominator)) / target.d
    return Math.max(0, numerator - Number(allowed))
  }
  // One village cannot be ninety percent free: yes-no counts whole.
  const wanted = direction === 'yes-no' ? ONE : target
  const needed = (wanted.n * BigInt(denominator) + wanted.d - 1n) / wanted.d
  return Math.max(0, Number(needed) - numerator)
}

export type IndicatorResult = {
  readonly code: string
  readonly kind: Indicator['kind']
  readonly count?: Count
  readonly target: Fraction
  readonly achievement?: Fraction
  readonly missing: number
}

export type VillageResult = {
  readonly indicators: readonly IndicatorResult[]
  /** 0 to 100; undefined when no indicator of that half has data. */
  readonly specific?: Fraction
  readonly sensitive?: Fraction
  /** Undefined when either half is. */
  readonly score?: Fraction
  readonly available: number
  readonly of: number
  /** False below the share of indicators a grade needs; then there is no grade. */
  readonly isEnough: boolean
  readonly grade?: string
  /** All people missing, over all indicators of people and families. */
  readonly missing: number
}

/** The result of a village: `counts` by indicator code; what is absent has no data. */
export function villageResult(
  all: readonly Indicator[],
  counts: ReadonlyMap<string, Count>,
  year: number,
  edition: Scorecard,
): VillageResult {
  const scored = all.filter((one) => one.kind !== 'supply')
  const results = all.map((one): IndicatorResult => {
    const target = decimal(targetOf(one, year).share)
    const count = counts.get(one.code)
    const reached = count === undefined ? undefined : achievement(count, target, one.direction)
    return {
      code: one.code,
      kind: one.kind,
      target,
      ...(count === undefined ? {} : { count }),
      ...(reached === undefined ? {} : { achievement: reached }),
      missing: count === undefined ? 0 : missing(count, target, one.direction),
    }
  })
  const specific = meanOf(results, 'specific', edition)
  const sensitive = meanOf(results, 'sensitive', edition)
  const available = results.filter((one) => one.kind !== 'supply' && one.achievement !== undefined).length
  const isEnough =
    scored.length > 0 && compare(fraction(available, scored.length), decimal(edition.minimumAvailable)) >= 0
  const score =
    specific === undefined || sensitive === undefined
      ? undefined
      : add(
          multiply(specific, decimal(edition.weights.specific)),
          multiply(sensitive, decimal(edition.weights.sensitive)),
        )
  const people = new Set(
    all.filter((one) => one.unit !== 'village' && one.direction !== 'lower').map((one) => one.code),
  )
  return {
    indicators: results,
    ...(specific === undefined ? {} : { specific }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(score === undefined ? {} : { score }),
    available,
    of: scored.length,
    isEnough,
    ...(score !== undefined && isEnough ? { grade: gradeOf(score, edition) } : {}),
    missing: results.reduce((sum, one) => sum + (people.has(one.code) ? one.missing : 0), 0),
  }
}

// Weighted mean of the available achievements x 100. An indicator of weight 0 is shown and not counted.
function meanOf(
  results: readonly IndicatorResult[],
  kind: 'specific' | 'sensitive',
  edition: Scorecard,
): Fraction | undefined {
  let sum = ZERO
  let weights = ZERO
  for (const one of results) {
    if (one.kind !== kind || one.achievement === undefined) continue
    const weight = decimal(edition.indicatorWeights[one.code] ?? '1')
    sum = add(sum, multiply(one.achievement, weight))
    weights = add(weights, weight)
  }
  return weights.n === 0n ? undefined : multiply(divide(sum, weights), HUNDRED)
}

/** The grade of an unrounded score: 89.995 is a B although it prints as 90.0. */
export function gradeOf(score: Fraction, edition: Scorecard): string {
  const found = edition.grades.find((one) => compare(score, decimal(one.from)) >= 0)
  return found?.letter ?? edition.grades.at(-1)!.letter
}

/** A score as stored and shown: one decimal, point. */
export function scoreText(score: Fraction): string {
  return toDecimal(score, 1)
}
