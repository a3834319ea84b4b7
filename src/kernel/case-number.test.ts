import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCaseNumber, hasMod3736, mod3736, randomCasePart, readCaseNumber } from './case-number.ts'
import { dateOfDayNumber, dayNumberOf } from './date.ts'
import { READABLE_ALPHABET } from './id.ts'

const parts = fc.record({
  family: fc.constantFrom('GS', 'PM', 'LPR', 'KIPP'),
  date: fc.integer({ min: dayNumberOf('2020-01-01'), max: dayNumberOf('2099-12-31') }).map(dateOfDayNumber),
  random: fc
    .array(fc.constantFrom(...READABLE_ALPHABET), { minLength: 4, maxLength: 4 })
    .map((signs) => signs.join('')),
  sequence: fc.integer({ min: 1, max: 9_999_999 }),
})

describe('case numbers', () => {
  it('gives the example of the specification', () => {
    expect(buildCaseNumber({ family: 'GS', date: '2026-01-05', random: 'K7QX', sequence: 42 })).toBe(
      'GS-20260105-K7QX-00042-T',
    )
    expect(readCaseNumber('gs202601 05k7qx00042t')).toEqual({
      ok: true,
      value: { family: 'GS', date: '2026-01-05', random: 'K7QX', sequence: 42, caseNumber: 'GS-20260105-K7QX-00042-T' },
    })
  })

  it('checks the published example of ISO 7064 MOD 37,36', () => {
    // Global Release Identifier A1-2425G-ABC1234002-M, the worked example of that standard's users.
    expect(mod3736('A12425GABC1234002')).toBe('M')
    expect(hasMod3736('A12425GABC1234002M')).toBe(true)
    expect(hasMod3736('A12425GABC1234003M')).toBe(false)
    expect(() => mod3736('a')).toThrow(RangeError)
  })

  it('reads back every number it builds, in lower case and without hyphens', () => {
    fc.assert(
      fc.property(parts, (value) => {
        const caseNumber = buildCaseNumber(value)
        for (const typed of [
          caseNumber,
          caseNumber.toLowerCase(),
          caseNumber.replaceAll('-', ''),
          caseNumber.replaceAll('-', ' – '),
        ]) {
          expect(readCaseNumber(typed)).toEqual({ ok: true, value: { ...value, caseNumber } })
        }
      }),
    )
  })

  it('notices one wrong sign and nearly every pair of swapped neighbours', () => {
    let swaps = 0
    let missed = 0
    fc.assert(
      fc.property(parts, fc.nat(), fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), (value, at, sign) => {
        const signs = [...buildCaseNumber(value).replaceAll('-', '')]
        const place = at % signs.length
        const slip = signs.with(place, sign).join('')
        if (slip !== signs.join('')) expect(hasMod3736(slip)).toBe(false)
        const next = signs[place + 1]
        if (next !== undefined && next !== signs[place]) {
          const swapped = signs
            .with(place, next)
            .with(place + 1, signs[place] ?? '')
            .join('')
          swaps++
          if (hasMod3736(swapped)) missed++
        }
      }),
      { numRuns: 3000 },
    )
    expect(swaps).toBeGreaterThan(1000)
    expect(missed / swaps).toBeLessThan(0.01)
  })

  it('forgives letters for digits where only digits stand, and says what is wrong otherwise', () => {
    expect(readCaseNumber('GS-2O26O1O5-K7QX-OOO42-T')).toMatchObject({ ok: true, value: { sequence: 42 } })
    const code = (text: string) => {
      const result = readCaseNumber(text, 'number')
      return result.ok ? 'ok' : result.refusals[0]?.code
    }
    expect(code('')).toBe('case-number-missing')
    expect(code('GS-20260105-K7QX-00042')).toBe('case-number-shape')
    expect(code('GS-20261305-K7QX-00042-T')).toBe('case-number-shape')
    expect(code('GS-20260105-K7QX-00043-T')).toBe('case-number-check')
    expect(code('6311064503269901')).toBe('case-number-shape')
  })

  it('takes random signs from the source it is given and refuses parts that do not fit', () => {
    expect(randomCasePart(() => Uint8Array.of(0, 1, 30, 255))).toBe('23YZ')
    expect(() => buildCaseNumber({ family: 'gs', date: '2026-01-05', random: 'K7QX', sequence: 1 })).toThrow(RangeError)
    expect(() => buildCaseNumber({ family: 'GS', date: '2026-01-05', random: 'K7Q0', sequence: 1 })).toThrow(RangeError)
    expect(() => buildCaseNumber({ family: 'GS', date: '2026-01-05', random: 'K7QX', sequence: 0 })).toThrow(RangeError)
  })
})
