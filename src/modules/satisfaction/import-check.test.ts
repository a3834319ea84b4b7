import { describe, expect, it } from 'vitest'
import { toDecimal } from '../../kernel/fraction.ts'
import { getEdition } from './editions.ts'
import { checkImport, decideImport, type ImportedReport, toleranceOf } from './import-check.ts'

const e2017 = getEdition('permenpan-14-2017')
const westSumatra: ImportedReport = {
  edition: e2017,
  order: 'official',
  averages: ['3.200', '3.216', '2.936', '3.530', '3.136', '3.200', '3.316', '3.916', '3.323'],
  index: '81.71',
  grade: 'B',
  answers: 150,
  before: null,
}
const bogor: ImportedReport = {
  edition: getEdition('kep-25-2004'),
  order: 'official',
  averages: [
    '3.020',
    '2.973',
    '3.067',
    '3.127',
    '3.033',
    '3.060',
    '2.867',
    '3.013',
    '3.267',
    '3.000',
    '2.960',
    '2.947',
    '3.193',
    '3.160',
  ],
  index: '75.77',
  grade: 'B',
  answers: 150,
  before: null,
}
const checked = (report: ImportedReport) => {
  const result = checkImport(report)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const codes = (report: ImportedReport) => {
  const result = checkImport(report)
  return result.ok ? [] : result.refusals.map((r) => r.code)
}

describe('figures from a printed report', () => {
  it('Bogor 2014 fits with 0.071; rounded rows and exact weights do not', () => {
    const result = checked(bogor)
    expect(result.verdict).toBe('reproduced')
    expect(result.fits).toMatchObject({ weighting: '0.071', rowsRounded: false, index: '75.77', difference: '0.00' })
    expect(result.ways.map((w) => [w.weighting, w.rowsRounded, w.index, w.fits])).toEqual([
      ['exact', false, '76.23', false],
      ['0.071', false, '75.77', true],
      ['0.071', true, '75.75', false],
    ])
    expect([result.grade, result.printedGradeDiffers, result.doubts]).toEqual(['B', false, []])
  })

  it('West Sumatra fits in no way: both figures kept, the difference shown, B in every case', () => {
    const result = checked(westSumatra)
    expect([result.verdict, result.fits, result.index, result.grade]).toEqual(['not-reproducible', null, '81.71', 'B'])
    expect(result.ways.map((w) => [w.weighting, w.rowsRounded, w.index])).toEqual([
      ['exact', false, '82.70'],
      ['0.11', false, '81.88'],
      ['0.11', true, '81.90'],
      ['0.111', false, '82.62'],
      ['0.111', true, '82.63'],
    ])
    expect(result.ways[0]!.difference).toBe('-0.99')
  })

  it('allows 0.13 for averages of two decimals and 0.018 for three', () => {
    expect([['3.20', '3.216'], ['3.200']].map((texts) => toDecimal(toleranceOf(texts), 3))).toEqual(['0.130', '0.018'])
    const two = { ...westSumatra, averages: Array(9).fill('3.31') }
    expect(checked({ ...two, index: '82.88' }).verdict).toBe('reproduced')
    expect(checked({ ...two, index: '82.89', averages: Array(9).fill('3.310') }).verdict).toBe('not-reproducible')
    expect(checked({ ...two, index: '82.89' }).fits).toBeNull()
  })

  it('puts figures to elements by the order the report names, never by position', () => {
    const result = checked({ ...westSumatra, order: 'facilities-eighth' })
    expect([result.averagesByCode.U8, result.averagesByCode.U9]).toEqual(['3.323', '3.916'])
    expect(codes({ ...westSumatra, order: 'alphabetical' })).toEqual(['satisfaction-import-order'])
  })

  it('says when there is nothing to check with, and reports a printed grade that differs', () => {
    const result = checked({ ...westSumatra, averages: null, index: '76.60', grade: 'B' })
    expect([result.verdict, result.grade, result.printedGradeDiffers]).toEqual(['not-checkable', 'C', true])
  })

  it('refuses what cannot be read, all faults at once', () => {
    expect(codes({ ...westSumatra, index: 'delapan', averages: ['3.2', 'x'], answers: 0 })).toEqual([
      'satisfaction-import-index',
      'satisfaction-import-answers',
      'satisfaction-import-length',
      'satisfaction-import-average',
    ])
  })
})

describe('strange figures need a second person', () => {
  const misprint = checked({ ...westSumatra, averages: null, index: '34.37', grade: null, before: '83.32' })

  it('stops 34.37 after 83.32 and asks', () => {
    expect(misprint.doubts).toEqual([
      {
        code: 'satisfaction-doubt-change',
        at: 'index',
        params: { before: '83.32', written: '34.37', difference: '48.95' },
      },
    ])
    const stopped = decideImport(misprint, 'ani', null)
    expect(stopped.ok ? [] : stopped.refusals.map((r) => r.code)).toEqual([
      'satisfaction-doubt-change',
      'satisfaction-import-second-person',
    ])
  })

  it('takes the yes of another person who names the source, and keeps the figure as printed', () => {
    const same = decideImport(misprint, 'ani', { person: 'ani', source: 'Laporan SKM 2022 halaman 4' })
    expect(same.ok ? [] : same.refusals.map((r) => r.code)).toEqual(['satisfaction-import-same-person'])
    const bare = decideImport(misprint, 'ani', { person: 'budi', source: ' ' })
    expect(bare.ok ? [] : bare.refusals.map((r) => r.code)).toEqual(['satisfaction-import-source'])
    expect(decideImport(misprint, 'ani', { person: 'budi', source: 'Laporan SKM 2022 halaman 4' })).toMatchObject({
      ok: true,
      value: { index: '34.37' },
    })
  })

  it('doubts an index outside 25 to 100 and an element outside 1 to 4, but not a change of exactly 15 points', () => {
    expect(checked({ ...westSumatra, averages: null, index: '24.99' }).doubts.map((d) => d.code)).toEqual([
      'satisfaction-doubt-range',
    ])
    expect(checked({ ...westSumatra, averages: null, index: '100.01' }).doubts.map((d) => d.code)).toEqual([
      'satisfaction-doubt-range',
    ])
    const element = checked({ ...westSumatra, averages: ['4.01', ...westSumatra.averages!.slice(1)] })
    expect(element.doubts).toMatchObject([
      { code: 'satisfaction-doubt-element', params: { element: 'U1', written: '4.01' } },
    ])
    expect(checked({ ...westSumatra, averages: null, index: '81.71', before: '66.71' }).doubts).toEqual([])
    expect(checked({ ...westSumatra, averages: null, index: '81.71', before: '66.70' }).doubts).toHaveLength(1)
  })
})
