import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  decimal,
  divide,
  fraction,
  multiply,
  parseDecimal,
  roundedSteps,
  squareRoot,
  subtract,
  toDecimal,
  wholeRoot,
} from './fraction.ts'

const whole = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n })
const positive = fc.bigInt({ min: 1n, max: 10n ** 25n })
const any = fc.tuple(whole, positive).map(([n, d]) => fraction(n, d))

describe('fraction', () => {
  it('keeps the laws of arithmetic', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
        expect(subtract(add(a, b), b)).toEqual(a)
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a)
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)))
      }),
    )
  })

  it('reads decimals digit by digit and refuses everything else', () => {
    expect(parseDecimal('3.31')).toEqual(fraction(331, 100))
    expect(parseDecimal('3,31')).toEqual(fraction(331, 100))
    expect(parseDecimal('0.1')).toEqual(fraction(1, 10))
    for (const text of ['', '.5', '3.', '1e3', 'NaN', ' 3.1', '1.2.3', '1.234,5', '٣.١'])
      expect(parseDecimal(text), text).toBeUndefined()
    expect(() => decimal('abc')).toThrow(RangeError)
  })

  it('rounds half up once, away from zero below zero', () => {
    expect(toDecimal(fraction(76605, 1000), 2)).toBe('76.61')
    expect(toDecimal(fraction(-76605, 1000), 2)).toBe('-76.61')
    expect(toDecimal(fraction(5, 1000), 2)).toBe('0.01')
    expect(toDecimal(fraction(1, 3), 3)).toBe('0.333')
    expect(toDecimal(fraction(2, 3), 0)).toBe('1')
    expect(toDecimal(fraction(-1, 1000), 2)).toBe('0.00')
  })

  it('never moves a value by more than half a step, and a written value reads back to itself', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 6 }), (a, places) => {
        const back = fraction(roundedSteps(a, places), 10n ** BigInt(places))
        const off = subtract(back, a)
        expect(
          compare(multiply(off, off), multiply(fraction(1, 4n * 10n ** BigInt(2 * places)), fraction(1))),
        ).toBeLessThanOrEqual(0)
        if (a.n >= 0n) expect(toDecimal(decimal(toDecimal(back, places)), places)).toBe(toDecimal(back, places))
      }),
    )
  })

  it('takes roots without floating point', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), (value) => {
        const root = wholeRoot(value)
        expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true)
      }),
    )
    expect(squareRoot(fraction(9, 16))).toEqual(fraction(3, 4))
    expect(toDecimal(squareRoot(fraction(2)), 12)).toBe('1.414213562373')
    expect(() => squareRoot(fraction(-1))).toThrow(RangeError)
  })

  it('refuses a zero denominator and a number that is no whole number', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError)
    expect(() => fraction(0.5)).toThrow(RangeError)
  })
})
