import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideHalfUp, percentDecimal, percentHundredths, percentText } from './percent.ts'

describe('percentages', () => {
  it('gives the published coverage values', () => {
    // Birth deeds of children: nation, 30 August 2020; Buleleng 2017.
    expect(percentDecimal(74_244_858, 79_964_264)).toBe('92.85')
    expect(percentDecimal(240_021, 258_325)).toBe('92.91')
    expect(percentText(74_244_858, 79_964_264, 'id')).toBe('92,85 %')
  })

  it('rounds half up exactly where floating point slips', () => {
    expect(percentHundredths(1, 16)).toBe(625)
    expect(percentHundredths(1, 32)).toBe(313)
    // 100 x 201 / 20000 is exactly 1.005, which a float holds as 1.00499…
    expect(percentHundredths(201, 20_000)).toBe(101)
    expect(percentHundredths(-1, 32)).toBe(-313)
    expect(percentDecimal(1, 300_000)).toBe('0.00')
    expect(percentDecimal(7, 7)).toBe('100.00')
  })

  it('says no data without a base', () => {
    expect(percentHundredths(5, 0)).toBeUndefined()
    expect(percentText(0, 0, 'id')).toBe('tidak ada data')
    expect(percentText(0, 4, 'en')).toBe('0.00 %')
    expect(() => percentHundredths(1.5, 3)).toThrow(RangeError)
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError)
  })

  it('is never further than half a unit from the exact quotient', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 18n), 10n ** 18n),
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 0, max: 6 }),
        (n, d, decimals) => {
          const rest = 2n * (divideHalfUp(n, d, decimals) * d - n * 10n ** BigInt(decimals))
          expect(rest <= d && rest >= -d).toBe(true)
          expect(divideHalfUp(-n, d, decimals)).toBe(-divideHalfUp(n, d, decimals))
        },
      ),
    )
  })
})
