import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAndMonthInWords, numberInWords, yearInWords } from './words.ts'

test.each([
  [0, 'nol'],
  [1, 'satu'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [20, 'dua puluh'],
  [21, 'dua puluh satu'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [1000, 'seribu'],
  [1998, 'seribu sembilan ratus sembilan puluh delapan'],
  [2000, 'dua ribu'],
  [2026, 'dua ribu dua puluh enam'],
  [11_000, 'sebelas ribu'],
  [101_000, 'seratus satu ribu'],
  [1_000_000, 'satu juta'],
  [2_001_010, 'dua juta seribu sepuluh'],
])('%i is "%s"', (value, words) => {
  expect(numberInWords(value)).toBe(words)
})

test('two numbers never read the same', () => {
  const range = fc.integer({ min: 0, max: 999_999_999 })
  fc.assert(fc.property(range, range, (a, b) => a === b || numberInWords(a) !== numberInWords(b)))
})

test('a date reads as in a deed', () => {
  expect(`${dayAndMonthInWords('2026-03-05')} ${yearInWords('2026-03-05')}`).toBe('lima Maret dua ribu dua puluh enam')
  expect(() => numberInWords(-1)).toThrow(RangeError)
})
