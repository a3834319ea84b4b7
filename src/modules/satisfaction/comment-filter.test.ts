import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterComment, HIDDEN } from './comment-filter.ts'

const filtered = (text: string) => filterComment(text).text

describe('comment filter', () => {
  it.each([
    ['Hubungi saya 0812-3456-7890 ya', `Hubungi saya ${HIDDEN.phone} ya`],
    ['WA: +62 812 3456 7890.', `WA: ${HIDDEN.phone}.`],
    ['telp (0526) 202 1234', `telp (${HIDDEN.phone}`],
    ['8123456789', HIDDEN.phone],
    ['O8I2 3456 789O', 'O8I2 3456 789O'.replace(/8I2 3456 789O/, HIDDEN.phone)],
    ['０８１２３４５６７８９０', HIDDEN.phone],
    ['08\u200b12\u200b345\u200b678\u200b90', HIDDEN.phone],
    ['nol delapan satu dua tiga empat lima enam tujuh', HIDDEN.phone],
    ['NIK saya 6311064503909901', `NIK saya ${HIDDEN.nik}`],
    ['6311.0645.0390.9901', HIDDEN.nik],
    ['6311 06 450390 9901 atas nama ibu', `${HIDDEN.nik} atas nama ibu`],
    ['kurang satu: 631106450390990', `kurang satu: ${HIDDEN.nik}`],
    ['tulis ke rahmah.contoh@example.id saja', `tulis ke ${HIDDEN.email} saja`],
  ])('hides in %j', (before, after) => {
    expect(filtered(before)).toBe(after)
  })

  it.each([
    'Antre nomor 12 dari jam 08.30 sampai 11.45, loket 3 tutup.',
    'Diminta Rp 150.000, lalu Rp 1.500.000.000 kata mereka.',
    'Tanggal 12-03-2026 dan 2026-03-12 tidak ada orang.',
    'Kursi hanya 20, padahal yang datang 100 orang.',
    'Satu dua kali disuruh kembali, tiga hari kemudian selesai.',
    '',
  ])('leaves %j alone', (text) => {
    expect(filterComment(text)).toEqual({ text, hidden: 0 })
  })

  it('hides a number after "Rp" when no sum looks like that', () => {
    expect(filtered('Rp 081234567890')).toBe(`Rp ${HIDDEN.phone}`)
    expect(filtered('Rp 6311064503909901')).toBe(`Rp ${HIDDEN.nik}`)
  })

  it('leaves no run of nine digits behind, whatever signs stand between, and is done after one run', () => {
    const sign = fc.constantFrom('', ' ', '.', '-', ' - ', '/', '(', ')')
    const number = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 9 }), sign), { minLength: 9, maxLength: 20 })
      .map((parts) => parts.map(([d, s]) => `${d}${s}`).join(''))
    fc.assert(
      fc.property(number, fc.constantFrom('halo ', 'nik: ', ''), (digits, before) => {
        const once = filterComment(`${before}${digits} ya`)
        const left = once.text.replace(/[^\d]/g, '')
        // A date written exactly as one is the only thing of eight digits that may stay.
        expect(left.length).toBeLessThan(9)
        expect(filterComment(once.text).text).toBe(once.text)
      }),
    )
  })
})
