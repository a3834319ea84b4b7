// Shares as officials publish them: round half up, once, at the end, on whole numbers.
// Must stay true: no floating point on the way (74,244,858 of 79,964,264 is 92.85 %), and no base means "no data", never 0 or 100.
import type { Language } from './text.ts'

/** `numerator / denominator` with so many decimals, half away from zero, as an integer of that last place. Throws on 0. */
export function divideHalfUp(numerator: bigint, denominator: bigint, decimals = 0): bigint {
  if (denominator === 0n) throw new RangeError('division by zero')
  const negative = numerator < 0n !== denominator < 0n
  const n = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(decimals)
  const d = denominator < 0n ? -denominator : denominator
  const rounded = (2n * n + d) / (2n * d)
  return negative ? -rounded : rounded
}

/**
 * 100 x numerator / denominator in hundredths of a percent: 9285 for 92.85 %. Undefined when the denominator is 0. Counts come in as
 * whole numbers; anything else throws. Source of the rule: ownership coverage of the civil registry.
 */
export function percentHundredths(numerator: number | bigint, denominator: number | bigint): number | undefined {
  const d = BigInt(denominator)
  return d === 0n ? undefined : Number(divideHalfUp(100n * BigInt(numerator), d, 2))
}

/** The same as a plain decimal text for exports and comparison: '92.85', or undefined. */
export function percentDecimal(numerator: number | bigint, denominator: number | bigint): string | undefined {
  const hundredths = percentHundredths(numerator, denominator)
  return hundredths === undefined ? undefined : scaledText(hundredths, 2, '.')
}

/** "92,85 %" / "92.85 %"; "tidak ada data" / "no data" without a base. */
export function percentText(numerator: number | bigint, denominator: number | bigint, language: Language): string {
  const hundredths = percentHundredths(numerator, denominator)
  if (hundredths === undefined) return language === 'id' ? 'tidak ada data' : 'no data'
  return `${scaledText(hundredths, 2, language === 'id' ? ',' : '.')} %`
}

function scaledText(value: number, decimals: number, separator: string): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}${separator}${digits.slice(-decimals)}`
}
