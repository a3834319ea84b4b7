// A number that lies outside what is possible is often right in another unit: 32000 for 3200 grams, 3,2 for a weight in grams.
// Must stay true: a slip is pointed out with a guess and never corrected silently.
import { compareDecimal, type Decimal, decimal, formatDecimal, multiplyDecimal, trimDecimal } from './decimal.ts'
import type { Refusal } from './refusal.ts'

export type PlausibleRange = { readonly min: Decimal | number; readonly max: Decimal | number }

// In the order of likelihood: another unit (g and kg, m and mm), a slipped point, then cm and m.
const FACTORS = ['1000', '0.001', '0.1', '10', '0.01', '100'].map((factor) => decimal(factor))

/**
 * The number that was probably meant: the value times a power of ten that lands inside the range. Undefined when the value is
 * plausible as it is, or when no factor helps.
 */
export function findUnitSlip(value: Decimal, range: PlausibleRange): Decimal | undefined {
  if (isPlausible(value, range)) return undefined
  return FACTORS.map((factor) => trimDecimal(multiplyDecimal(value, factor))).find((guess) => isPlausible(guess, range))
}

/** True when the value lies inside the range, ends included. */
export function isPlausible(value: Decimal, { min, max }: PlausibleRange): boolean {
  return compareDecimal(value, decimal(min)) >= 0 && compareDecimal(value, decimal(max)) <= 0
}

/**
 * The refusal of a value outside the range, or undefined: `number-unit-slip` with a guess, `number-implausible` without one. `unit` is
 * the sign printed behind the number ("gram", "kg", "cm").
 */
export function refuseImplausible(
  value: Decimal,
  range: PlausibleRange,
  unit: string,
  at?: string,
): Refusal | undefined {
  if (isPlausible(value, range)) return undefined
  const guess = findUnitSlip(value, range)
  const params = {
    unit,
    ...bothWays('written', value),
    ...bothWays('min', decimal(range.min)),
    ...bothWays('max', decimal(range.max)),
  }
  if (guess === undefined) return { code: 'number-implausible', at, params }
  return { code: 'number-unit-slip', at, params: { ...params, ...bothWays('guess', guess) } }
}

function bothWays(name: string, value: Decimal): Record<string, string> {
  return { [`${name}Id`]: formatDecimal(value, 'id'), [`${name}En`]: formatDecimal(value, 'en') }
}
