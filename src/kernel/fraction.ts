// Exact fractions. Official figures are decided on the second decimal, and binary floating point gets that wrong:
// 76.605 becomes 76.60 and a grade falls from B to C. Must stay true: no `number` is ever divided here, the
// denominator is positive, and a value is rounded only when it turns into text.
import { divideHalfUp } from './percent.ts'

export type Fraction = { readonly n: bigint; readonly d: bigint }

export const ZERO: Fraction = { n: 0n, d: 1n }

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `n / d` in lowest terms. Whole numbers only; a zero denominator or an inexact `number` is a bug and throws. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom === 0n) throw new RangeError('A fraction needs a denominator other than zero')
  const g = gcd(top, bottom) * (bottom < 0n ? -1n : 1n)
  return { n: top / g, d: bottom / g }
}

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)
export const absolute = (a: Fraction): Fraction => (a.n < 0n ? { n: -a.n, d: a.d } : a)
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(add, ZERO)

/** Negative when a < b, zero when equal, positive when a > b. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** Reads `3.31` or `3,31` digit by digit; undefined for anything that is not a plain decimal of at most 60 digits. */
export function parseDecimal(text: string): Fraction | undefined {
  const match = /^(-?)(\d{1,30})(?:[.,](\d{1,30}))?$/.exec(text)
  if (!match) return undefined
  const decimals = match[3] ?? ''
  const digits = BigInt(`${match[2]}${decimals}`)
  return fraction(match[1] === '-' ? -digits : digits, 10n ** BigInt(decimals.length))
}

/** A decimal our own code or a checked file wrote; anything else is a bug and throws. */
export function decimal(text: string): Fraction {
  const value = parseDecimal(text)
  if (!value) throw new RangeError(`Not a decimal number: ${text}`)
  return value
}

/** Rounds half up (half away from zero below zero) to a whole number of 10^-places, as a count of those steps. */
export const roundedSteps = (a: Fraction, places: number): bigint => divideHalfUp(a.n, a.d, places)

/** Rounded half up and written with exactly `places` decimals and a point: `76.61`. The only place where rounding happens. */
export function toDecimal(a: Fraction, places: number): string {
  const steps = roundedSteps(a, places)
  const digits = (steps < 0n ? -steps : steps).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${steps < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`
}

/** Largest whole number whose square is not above `value` (Newton, whole numbers only). */
export function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value
  let x = 1n << BigInt(Math.ceil(value.toString(2).length / 2))
  for (;;) {
    const next = (x + value / x) / 2n
    if (next >= x) return x
    x = next
  }
}

/** Square root: exact when the value is a square of a fraction, otherwise cut after 40 decimals (far below any printed digit). */
export function squareRoot(a: Fraction): Fraction {
  if (a.n < 0n) throw new RangeError('No square root of a negative value')
  const [top, bottom] = [wholeRoot(a.n), wholeRoot(a.d)]
  if (top * top === a.n && bottom * bottom === a.d) return fraction(top, bottom)
  const step = 10n ** 40n
  return fraction(wholeRoot((a.n * step * step) / a.d), step)
}
