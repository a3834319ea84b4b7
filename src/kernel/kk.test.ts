import { describe, expect, it } from 'vitest'
import { buildKk, kkStem, maskKk, readKk, spokenKk } from './kk.ts'

const today = '2026-04-15'
function codes(kk: string): string[] {
  const result = readKk(kk, { today, at: 'kk' })
  return result.ok ? [] : result.refusals.map((r) => `${r.at} ${r.code}`)
}

describe('family card numbers', () => {
  it('reads the day of recording', () => {
    expect(readKk('6311 0612 0521 9901', { today })).toEqual({
      ok: true,
      value: { kk: '6311061205219901', districtCode: '63.11.06', recordedOn: '2021-05-12', serial: 9901, warnings: [] },
    })
    expect(readKk('6311061205859901', { today })).toMatchObject({ ok: true, value: { recordedOn: '1985-05-12' } })
  })

  it('refuses what only a NIK may hold, and says so', () => {
    expect(codes('6311065205219902')).toEqual(['kk kk-is-nik'])
    expect(codes('6311063205219902')).toEqual(['kk kk-day'])
    expect(codes('6311061213219902')).toEqual(['kk kk-month'])
    expect(codes('6311063102219902')).toEqual(['kk kk-date'])
    expect(codes('6311061205210000')).toEqual(['kk kk-serial'])
    expect(codes('631106120521990')).toEqual(['kk kk-one-missing'])
    expect(codes('6311-061205219902')).toEqual(['kk kk-sign'])
  })

  it('warns of a card from elsewhere', () => {
    const result = readKk('6309061205219902', { today, home: '63.11' })
    expect(result.ok && result.value.warnings.map((w) => w.code)).toEqual(['kk-district-elsewhere'])
  })

  it('builds, masks and speaks', () => {
    expect(buildKk({ districtCode: '63.11.06', recordedOn: '2021-05-12', serial: 9901 })).toBe('6311061205219901')
    expect(kkStem({ districtCode: '63.11.06', recordedOn: '2021-05-12' })).toBe('631106120521')
    expect(maskKk('6311061205219901')).toBe('6311************01')
    expect(spokenKk('6311061205219901').en).toBe('family card number ending in 01')
    expect(() => buildKk({ districtCode: '63.11.06', recordedOn: '2021-05-12', serial: 0 })).toThrow(RangeError)
  })
})
