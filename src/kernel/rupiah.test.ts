import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feeText, formatCount, formatRupiah, numberInWords, readRupiah, rupiahInWords } from './rupiah.ts'

describe('rupiah', () => {
  it('prints for people', () => {
    expect(formatRupiah(1_250_000, 'id')).toBe('Rp1.250.000')
    expect(formatRupiah(1_250_000, 'en')).toBe('IDR 1,250,000')
    expect(formatRupiah(-500, 'id')).toBe('-Rp500')
    expect(feeText(0, 'id')).toBe('Gratis')
    expect(feeText(150_000, 'id')).toBe('Rp150.000')
    expect(formatCount(138_950, 'id')).toBe('138.950')
    expect(() => formatRupiah(0.5, 'id')).toThrow(RangeError)
  })

  it('reads what it prints and the usual other ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (amount) => {
        for (const text of [
          formatRupiah(amount, 'id'),
          String(amount),
          `Rp. ${formatCount(amount, 'id')},-`,
          `${formatCount(amount, 'id')},00`,
        ]) {
          expect(readRupiah(text)).toEqual({ ok: true, value: amount })
        }
      }),
    )
    for (const wrong of ['1.25', '12,5', 'seribu', '1,250,000', '-5']) expect(readRupiah(wrong).ok, wrong).toBe(false)
    expect(readRupiah('Rp').ok).toBe(false)
  })

  it('speaks Indonesian numbers', () => {
    const known: [number, string][] = [
      [0, 'nol'],
      [11, 'sebelas'],
      [12, 'dua belas'],
      [20, 'dua puluh'],
      [99, 'sembilan puluh sembilan'],
      [100, 'seratus'],
      [110, 'seratus sepuluh'],
      [999, 'sembilan ratus sembilan puluh sembilan'],
      [1000, 'seribu'],
      [1001, 'seribu satu'],
      [2015, 'dua ribu lima belas'],
      [101_000, 'seratus satu ribu'],
      [1_000_000, 'satu juta'],
      [1_001_000, 'satu juta seribu'],
      [2_000_000_011, 'dua miliar sebelas'],
    ]
    for (const [value, text] of known) expect(numberInWords(value), String(value)).toBe(text)
    expect(rupiahInWords(1_250_000)).toBe('satu juta dua ratus lima puluh ribu rupiah')
    expect(() => numberInWords(-1)).toThrow(RangeError)
    expect(() => numberInWords(1e15)).toThrow(RangeError)
  })
})
