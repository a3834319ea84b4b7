import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDayNumber, dayNumberOf } from './date.ts'
import { buildNik, isNik, isTestSerial, maskNik, type NikContext, nikStem, readNik, spokenNik } from './nik.ts'
import { refusals } from './refusals.ts'
import { fill } from './text.ts'

const today = '2026-04-15'
const read = (nik: string, context: Partial<NikContext> = {}) => readNik(nik, { today, ...context })
function codes(nik: string, context: Partial<NikContext> = {}): string[] {
  const result = read(nik, context)
  return result.ok ? [] : result.refusals.map((r) => r.code)
}
function warnings(nik: string, context: Partial<NikContext>): string[] {
  const result = read(nik, context)
  return result.ok ? result.value.warnings.map((r) => r.code) : ['refused']
}

describe('NIK', () => {
  it('reads the valid numbers of the table', () => {
    expect(read('6311061703909901')).toEqual({
      ok: true,
      value: {
        nik: '6311061703909901',
        districtCode: '63.11.06',
        sex: 'L',
        birthDate: '1990-03-17',
        otherBirthDate: undefined,
        serial: 9901,
        warnings: [],
      },
    })
    expect(read('6311065703909902')).toMatchObject({ ok: true, value: { sex: 'P', birthDate: '1990-03-17' } })
    expect(read('6311064503269901')).toMatchObject({
      ok: true,
      value: { sex: 'P', birthDate: '2026-03-05', otherBirthDate: '1926-03-05' },
    })
    expect(read('6311066902009906')).toMatchObject({
      ok: true,
      value: { sex: 'P', birthDate: '2000-02-29', otherBirthDate: undefined },
    })
    expect(read('6311087112059903')).toMatchObject({ ok: true, value: { sex: 'P', birthDate: '2005-12-31' } })
  })

  it('refuses the wrong numbers of the table for the right reason', () => {
    expect(codes('6311063202909905')).toEqual(['nik-day'])
    expect(codes('6311067202909906')).toEqual(['nik-day'])
    expect(codes('6311063002919907')).toEqual(['nik-date'])
    expect(codes('6311061713909908')).toEqual(['nik-month'])
    expect(codes('6311061703900000')).toEqual(['nik-serial'])
    expect(codes('631106170390990')).toEqual(['nik-one-missing'])
  })

  it('refuses everything that is wrong at once', () => {
    expect(codes('9911063202900000')).toEqual(['nik-province', 'nik-serial', 'nik-day'])
    expect(codes('0311061703909901')).toEqual(['nik-province'])
    expect(codes('6311060003909901')).toEqual(['nik-day'])
    expect(codes('6311064003909901')).toEqual(['nik-day'])
    expect(codes('5411061703909901')).toEqual([])
  })

  it('drops spaces and full stops and refuses every other sign', () => {
    expect(read(' 6311.0617.0390 9901 ')).toMatchObject({ ok: true, value: { nik: '6311061703909901' } })
    expect(codes('6311-0617-0390-9901')).toEqual(['nik-sign'])
    expect(codes('631106170390990l')).toEqual(['nik-sign'])
    expect(codes('6311061703909901’')).toEqual(['nik-sign'])
    expect(codes('٦311061703909901')).toEqual(['nik-sign'])
    expect(codes('')).toEqual(['nik-missing'])
    expect(codes('6.31106E+15')).toEqual(['nik-rounded'])
    expect(codes('63110617')).toEqual(['nik-too-short'])
    expect(codes('63110617039099011')).toEqual(['nik-too-long'])
  })

  it('says what to do', () => {
    const result = read('631106170390990')
    const refusal = result.ok ? undefined : result.refusals[0]
    expect(fill(refusals['nik-one-missing'].text.id, refusal?.params ?? {})).toBe(
      'NIK terdiri dari 16 angka. Yang tertulis 15, mungkin satu angka tertinggal.',
    )
  })

  it('lets the register decide the century, else takes the later one that is not in the future', () => {
    const registered = read('6311064503269901', { birthDate: '1926-03-05' })
    expect(registered).toMatchObject({
      ok: true,
      value: { birthDate: '1926-03-05', otherBirthDate: '2026-03-05', warnings: [] },
    })
    expect(read('6311061604269901')).toMatchObject({
      ok: true,
      value: { birthDate: '1926-04-16', otherBirthDate: undefined },
    })
    expect(read('6311061504269901')).toMatchObject({ ok: true, value: { birthDate: '2026-04-15' } })
  })

  it('warns and never refuses where the number differs from the facts', () => {
    expect(warnings('6308061203609904', { home: '63.11' })).toEqual(['nik-district-elsewhere'])
    expect(warnings('6311991203609904', { home: '63.11', isDistrict: () => false })).toEqual(['nik-district-unknown'])
    expect(warnings('6311061203609904', { home: '63.11', isDistrict: () => undefined })).toEqual([])
    expect(warnings('6311061703909901', { sex: 'P' })).toEqual(['nik-sex-differs'])
    expect(warnings('6311061703909901', { birthDate: '1990-03-18', sex: 'L' })).toEqual(['nik-birth-date-differs'])
    expect(warnings('6311061703909901', { birthDate: '1990-03-17', sex: 'L', home: '63' })).toEqual([])
  })

  it('builds what it reads, for every district, day and sex', () => {
    const dates = fc.integer({ min: dayNumberOf('1900-01-01'), max: dayNumberOf(today) }).map(dateOfDayNumber)
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom('L' as const, 'P' as const),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 99 }),
        (birthDate, sex, serial, district) => {
          const districtCode = `63.11.${String(district).padStart(2, '0')}`
          const nik = buildNik({ districtCode, birthDate, sex, serial })
          expect(isNik(nik, today)).toBe(true)
          expect(read(nik, { birthDate, sex })).toMatchObject({
            ok: true,
            value: { nik, districtCode, birthDate, sex, serial, warnings: [] },
          })
          expect(nik.startsWith(nikStem({ districtCode, birthDate, sex }))).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
    expect(buildNik({ districtCode: '63.11.06', birthDate: '2026-03-05', sex: 'P', serial: 9901 })).toBe(
      '6311064503269901',
    )
    expect(() => buildNik({ districtCode: '63.11', birthDate: '2026-03-05', sex: 'P', serial: 1 })).toThrow(RangeError)
    expect(() => buildNik({ districtCode: '63.11.06', birthDate: '2026-03-05', sex: 'P', serial: 10_000 })).toThrow(
      RangeError,
    )
    expect(() => buildNik({ districtCode: '63.11.06', birthDate: '1899-03-05', sex: 'P', serial: 1 })).toThrow(
      RangeError,
    )
  })

  it('never throws on what people type, and never accepts what is not sixteen digits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .]{10,20}$/)), (text) => {
        const result = read(text)
        if (result.ok) expect(text.replace(/[\s.]/g, '')).toBe(result.value.nik)
        else for (const refusal of result.refusals) expect(Object.keys(refusals)).toContain(refusal.code)
      }),
    )
  })

  it('masks for screens and speaks for screen readers', () => {
    expect(maskNik('6311064503269901')).toBe('6311************01')
    expect(spokenNik('6311064503269901').id).toBe('NIK berakhiran 01')
    expect(isTestSerial('6311064503269901')).toBe(true)
    expect(isTestSerial('6311064503269900')).toBe(false)
    expect(isTestSerial('6311064503260001')).toBe(false)
  })
})
