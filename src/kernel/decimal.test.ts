import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDecimal,
  compareDecimal,
  type DecimalRule,
  decimal,
  decimalText,
  decimalToNumber,
  divideDecimal,
  formatDecimal,
  formatFigure,
  formatLiteral,
  multiplyDecimal,
  readDecimal,
  roundDecimal,
  subtractDecimal,
} from './decimal.ts'
import { refusals } from './refusals.ts'
import { fill } from './text.ts'
import { findUnitSlip, refuseImplausible } from './unit-slip.ts'

function outcome(text: string, rule?: DecimalRule): string {
  const result = readDecimal(text, 'weight', rule)
  return result.ok ? decimalText(result.value) : (result.refusals[0]?.code ?? '')
}

describe('decimals as people type them', () => {
  it('takes comma and point', () => {
    for (const [text, value] of [
      ['3,2', '3.2'],
      ['3.2', '3.2'],
      ['3,20', '3.20'],
      ['1.250,5', '1250.5'],
      ['1,250.5', '1250.5'],
      ['1.250.000', '1250000'],
      ['0.125', '0.125'],
      ['0,125', '0.125'],
      ['12345,678', '12345.678'],
      [' 12 ', '12'],
      ['-0,5', '-0.5'],
      ['−2', '-2'],
      [',5', '0.5'],
    ] as const) {
      expect(outcome(text), text).toBe(value)
    }
  })

  it('asks when a number can mean two things', () => {
    const result = readDecimal('1.250', 'weight')
    const refusal = result.ok ? undefined : result.refusals[0]
    expect(fill(refusals['number-ambiguous'].text.id, refusal?.params ?? {})).toBe(
      '“1.250” bisa berarti 1250 atau 1,25. Tulis salah satunya begitu.',
    )
    expect(outcome('32,000')).toBe('number-ambiguous')
  })

  it('says what is wrong', () => {
    expect(outcome('')).toBe('number-missing')
    expect(outcome('3,2 kg')).toBe('number-sign')
    for (const wrong of ['3,2,1', '1.25.000', '--3', '3.', '.', '1.250,', '3-2'])
      expect(outcome(wrong), wrong).toBe('number-shape')
    expect(outcome('3,25', { maxDecimals: 1 })).toBe('number-decimals')
    expect(outcome('3,20', { maxDecimals: 1 })).toBe('3.20')
    expect(outcome('0,2', { min: 0.3 })).toBe('number-too-small')
    expect(outcome('40,1', { max: decimal('40') })).toBe('number-too-large')
    expect(outcome('40,0', { max: 40 })).toBe('40.0')
  })
})

describe('arithmetic on decimals', () => {
  const decimals = fc.record({ units: fc.bigInt(-(10n ** 12n), 10n ** 12n), scale: fc.integer({ min: 0, max: 6 }) })

  it('is exact where floats are not', () => {
    expect(decimalText(addDecimal(decimal('0.1'), decimal('0.2')))).toBe('0.3')
    expect(decimalText(roundDecimal(decimal('1.005'), 2))).toBe('1.01')
    expect(decimalText(roundDecimal(decimal('-2.5'), 0))).toBe('-3')
    expect(decimalText(divideDecimal(decimal(2), decimal(3), 2))).toBe('0.67')
    expect(formatDecimal(decimal('1250.50'), 'id')).toBe('1.250,5')
    expect(formatDecimal(decimal('1250.5'), 'en', 2)).toBe('1,250.50')
    expect(formatDecimal(decimal('-0.5'), 'id')).toBe('-0,5')
    expect(() => decimal('3,2')).toThrow(RangeError)
    expect(() => decimal('')).toThrow(RangeError)
  })

  it('keeps the laws of arithmetic and reads back what it writes', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compareDecimal(subtractDecimal(addDecimal(a, b), b), a)).toBe(0)
        expect(compareDecimal(multiplyDecimal(a, b), multiplyDecimal(b, a))).toBe(0)
        expect(compareDecimal(a, b)).toBe(-compareDecimal(b, a) || 0)
        expect(decimal(decimalText(a))).toEqual(a)
        expect(decimalToNumber(a)).toBe(Number(decimalText(a)))
        for (const language of ['id', 'en'] as const) {
          const read = readDecimal(formatDecimal(a, language))
          if (read.ok) expect(compareDecimal(read.value, a)).toBe(0)
          else expect(read.refusals[0]?.code).toBe('number-ambiguous')
        }
      }),
    )
  })
})

describe('unit slips', () => {
  const birthWeightGram = { min: 500, max: 6500 }
  const weightKg = { min: 1, max: 35 }
  const heightCm = { min: 40, max: 130 }

  it('guesses what was meant', () => {
    const guess = (value: string, range: { min: number; max: number }) => {
      const slip = findUnitSlip(decimal(value), range)
      return slip === undefined ? undefined : decimalText(slip)
    }
    expect(guess('32000', birthWeightGram)).toBe('3200')
    expect(guess('3.2', birthWeightGram)).toBe('3200')
    expect(guess('5.5', birthWeightGram)).toBe('5500')
    expect(guess('3200', birthWeightGram)).toBeUndefined()
    expect(guess('8500', weightKg)).toBe('8.5')
    expect(guess('85', weightKg)).toBe('8.5')
    expect(guess('0.85', heightCm)).toBe('85')
    expect(guess('850', heightCm)).toBe('85')
    expect(guess('0', weightKg)).toBeUndefined()
    expect(guess('-9', weightKg)).toBeUndefined()
  })

  it('says so in words', () => {
    const refusal = refuseImplausible(decimal('32000'), birthWeightGram, 'gram', 'birthWeight')
    expect(refusal?.code).toBe('number-unit-slip')
    expect(fill(refusals['number-unit-slip'].text.id, refusal?.params ?? {})).toBe(
      '32.000 gram di luar yang mungkin, 500 sampai 6.500. Mungkin maksudnya 3.200?',
    )
    expect(refuseImplausible(decimal('0'), birthWeightGram, 'gram')?.code).toBe('number-implausible')
    expect(refuseImplausible(decimal('3200'), birthWeightGram, 'gram')).toBeUndefined()
  })
})

describe('figures for people', () => {
  it.each([
    [-2.12, 2, '−2,12', '−2.12'],
    [1206, 0, '1.206', '1,206'],
    [7.35, 1, '7,4', '7.4'],
    [0, 2, '0,00', '0.00'],
  ] as const)('%d with %i decimals', (value, digits, id, en) => {
    expect([formatFigure(value, digits, 'id'), formatFigure(value, digits, 'en')]).toEqual([id, en])
  })
  it('keeps the decimals of a stored literal, and is strict about it', () => {
    expect([formatLiteral('78.40', 'id'), formatLiteral('-3', 'en')]).toEqual(['78,40', '−3'])
    expect(() => formatLiteral('1,5', 'id')).toThrow(RangeError)
  })
})
