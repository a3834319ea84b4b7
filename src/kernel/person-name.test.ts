import { describe, expect, it } from 'vitest'
import { maskName, normaliseName, readNewName, readStoredName } from './person-name.ts'
import { refusals } from './refusals.ts'
import { fill } from './text.ts'
import { joinTitles, splitTitles } from './titles.ts'

function sentences(name: string): string[] {
  const result = readNewName(name, 'child.name')
  return result.ok
    ? []
    : result.refusals.map((r) => fill(refusals[r.code as keyof typeof refusals].text.id, r.params ?? {}))
}
function codes(name: string): string[] {
  const result = readNewName(name)
  return result.ok ? result.value.warnings.map((w) => `warning ${w.code}`) : result.refusals.map((r) => r.code)
}

describe('names given from 21 April 2022', () => {
  it('follows the table of the regulation', () => {
    expect(codes('Siti Aminah')).toEqual([])
    expect(codes('Muhammad Rizky Pratama Putra')).toEqual([])
    expect(codes('Budi')).toEqual(['warning name-one-word'])
    expect(codes('R2 D2')).toEqual(['name-digit'])
    expect(codes('Anna-Maria')).toEqual(['name-letters'])
    expect(codes("Nur'aini")).toEqual(['name-letters'])
    expect(codes('M. Yusuf')).toEqual(['name-abbreviation'])
    expect(codes('H. Ahmad Fauzi')).toEqual(['name-title'])
    expect(codes('Ahmad Fauzi S.Pd')).toEqual(['name-title'])
    expect(codes('Ahmad Fauzi, SE')).toEqual(['name-title'])
  })

  it('counts 60 signs with spaces', () => {
    const sixty = `${'Abcdefghi '.repeat(5)}Abcdefghij`
    expect(sixty).toHaveLength(60)
    expect(codes(sixty)).toEqual([])
    expect(codes(`${sixty}k`)).toEqual(['name-length'])
  })

  it('says what to write instead', () => {
    expect(sentences('St. Aisyah Ramadhani')).toEqual(['“St.” adalah singkatan. Tulis lengkap: Siti Aisyah Ramadhani.'])
    expect(sentences('Siti Aisyah R.')).toEqual(['“R.” adalah singkatan. Tulis kata lengkapnya, tanpa titik.'])
    expect(sentences("Nur'aini")).toEqual(["Nama baru hanya memuat huruf dan spasi, tanpa “'”. Bisa ditulis: Nuraini."])
    expect(sentences('José Maria')).toEqual([
      'Nama baru hanya memuat huruf dan spasi, tanpa “é”. Bisa ditulis: Jose Maria.',
    ])
    expect(sentences('Hj. Rusmini')).toEqual([
      '“Hj.” adalah gelar, tidak dicatat di akta. Tulis namanya saja: Rusmini.',
    ])
    expect(codes('H. M. Yusuf 2')).toEqual(['name-title', 'name-abbreviation', 'name-digit'])
    expect(codes('   ')).toEqual(['name-missing'])
    expect(sentences('Siti, Aminah')).toEqual([
      'Nama baru hanya memuat huruf dan spasi, tanpa “,”. Bisa ditulis: Siti Aminah.',
    ])
  })

  it('keeps names that only look like titles', () => {
    for (const name of [
      'Gusti Nurul',
      'Andin Syarifah',
      'Se Hun',
      'Ama Dea',
      'Irma Handayani',
      'Drajat Wibowo',
      'Haikal Amri',
    ])
      expect(codes(name), name).toEqual([])
    expect(codes('Haji Samsul')).toEqual(['name-title'])
    expect(codes('M Yusuf')).toEqual(['warning name-single-letter'])
  })

  it('puts spaces in order and nothing else', () => {
    expect(readNewName('  siti   AMINAH ')).toEqual({ ok: true, value: { name: 'siti AMINAH', warnings: [] } })
    expect(normaliseName(' a \t b\u00a0c ')).toBe('a b c')
  })
})

describe('names on record', () => {
  it('stay as they stand', () => {
    for (const name of ["Nur'aini", 'M. Yusuf', 'Budi', 'Anna-Maria', 'R2 D2', 'A'.repeat(150)]) {
      expect(readStoredName(name), name).toEqual({ ok: true, value: { name, warnings: [] } })
    }
    expect(readStoredName('A'.repeat(151)).ok).toBe(false)
    expect(readStoredName('Si\u0007ti').ok).toBe(false)
    expect(readStoredName(' ').ok).toBe(false)
  })

  it('are masked for a stranger', () => {
    expect(maskName('Siti Aminah')).toBe('S*** A*****')
    expect(maskName('Aisyah Nur Ramadhani')).toBe('A***** N** R********')
    expect(maskName("Nur'aini")).toBe('N*******')
  })
})

describe('titles', () => {
  it('are split from the name and joined again', () => {
    const split = splitTitles('Drs. H. Ahmad Fauzi, S.Pd., M.M.')
    expect(split).toEqual({ titleBefore: 'Drs. H.', name: 'Ahmad Fauzi', titleAfter: 'S.Pd., M.M.' })
    expect(joinTitles(split)).toBe('Drs. H. Ahmad Fauzi, S.Pd., M.M.')
    expect(splitTitles('Siti Aminah')).toEqual({ titleBefore: '', name: 'Siti Aminah', titleAfter: '' })
    expect(splitTitles('Rahmah A.Md.Keb')).toEqual({ titleBefore: '', name: 'Rahmah', titleAfter: 'A.Md.Keb' })
    expect(splitTitles('H')).toEqual({ titleBefore: '', name: 'H', titleAfter: '' })
  })
})
