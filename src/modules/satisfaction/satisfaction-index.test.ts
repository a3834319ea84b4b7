import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../../kernel/fraction.ts'
import { getEdition } from './editions.ts'
import { averagesOf, computeIndex, meanOfUnits } from './satisfaction-index.ts'
import { type AnswerRow, faultyCells, pool, tallyAnswers } from './tally.ts'

const e2017 = getEdition('permenpan-14-2017')
const e2004 = getEdition('kep-25-2004')
const ofAnswers = (rows: AnswerRow[]) => computeIndex(e2017, averagesOf(tallyAnswers(e2017, rows).elements))
const ofAverages = (edition: typeof e2017, texts: string[], weighting?: string) =>
  computeIndex(
    edition,
    texts.map((text, i) => ({ code: `U${i + 1}`, nrr: decimal(text), answered: null })),
    weighting,
  )

const five: AnswerRow[] = [
  [4, 3, 3, 4, 3, 4, 4, 3, 3],
  [3, 3, 2, 4, 3, 3, 4, 3, null],
  [3, 4, 3, 4, 4, 4, 3, 3, 3],
  [2, 3, 2, 4, 3, 3, 3, null, 3],
  [4, 4, 3, 4, 4, 4, 4, 4, 4],
]
const bogor = [
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
]
const westSumatra = ['3.200', '3.216', '2.936', '3.530', '3.136', '3.200', '3.316', '3.916', '3.323']

describe('worked examples', () => {
  it('five people with two empty answers: 84.17 B, lowest U3 at 65.00 C', () => {
    const tally = tallyAnswers(e2017, five)
    expect(tally.elements.map((e) => e.sum)).toEqual([16, 17, 13, 20, 17, 18, 18, 13, 13])
    expect(tally.elements.map((e) => e.count)).toEqual([5, 5, 5, 5, 5, 5, 5, 4, 4])
    const result = ofAnswers(five)
    expect(result.elements.map((e) => e.nrr)).toEqual([
      '3.200',
      '3.400',
      '2.600',
      '4.000',
      '3.400',
      '3.600',
      '3.600',
      '3.250',
      '3.250',
    ])
    expect([result.index, result.grade, result.k, result.weight, result.incomplete]).toEqual([
      '84.17',
      'B',
      9,
      '1/9',
      false,
    ])
    expect(result.lowest).toEqual(['U3', 'U1', 'U8'])
    expect([result.elements[2]!.value, result.elements[2]!.grade]).toEqual(['65.00', 'C'])
  })

  it('Bogor 2014 by the rule of 2004: 75.77 B; by the bands of 2017 C; with exact weights 76.23', () => {
    const printed = ofAverages(e2004, bogor)
    expect([printed.index, printed.grade, printed.weight]).toEqual(['75.77', 'B', '0.071'])
    expect(ofAverages(e2004, bogor, 'exact').index).toBe('76.23')
    const gradeIn2017 = e2017.bands.findLast((band) => Number(band.lower) <= 75.77)!.grade
    expect(gradeIn2017).toBe('C')
  })

  it('West Sumatra: 82.70 exactly, 82.62 with 0.111, 81.88 with 0.11, B in every case, element 3 is C', () => {
    const results = ['exact', '0.111', '0.11'].map((w) => ofAverages(e2017, westSumatra, w))
    expect(results.map((r) => r.index)).toEqual(['82.70', '82.62', '81.88'])
    expect(new Set(results.map((r) => r.grade))).toEqual(new Set(['B']))
    expect(results[1]!.elements.map((e) => e.weighted)).toEqual([
      '0.355',
      '0.357',
      '0.326',
      '0.392',
      '0.348',
      '0.355',
      '0.368',
      '0.435',
      '0.369',
    ])
    expect([results[0]!.elements[2]!.value, results[0]!.elements[2]!.grade]).toEqual(['73.40', 'C'])
  })

  it('floating-point trap: nine elements of 15,321 in 5,000 answers are exactly 76.605, so 76.61 and B', () => {
    const binary =
      Array(9)
        .fill((15321 / 5000) * (1 / 9))
        .reduce((a: number, b: number) => a + b, 0) * 25
    expect(Math.round(binary * 100) / 100).toBe(76.6)
    const result = computeIndex(
      e2017,
      averagesOf(e2017.elements.map(({ code }) => ({ code, sum: 15321, count: 5000 }))),
    )
    expect([result.index, result.grade]).toEqual(['76.61', 'B'])
    expect(result.elements.every((e) => e.nrr === '3.064' && e.value === '76.61' && e.grade === 'B')).toBe(true)
  })

  it('all 4: 100.00 A; all 1: 25.00 D; nobody: no value', () => {
    expect([ofAnswers([Array(9).fill(4)])].map((r) => [r.index, r.grade])).toEqual([['100.00', 'A']])
    expect([ofAnswers([Array(9).fill(1)])].map((r) => [r.index, r.grade])).toEqual([['25.00', 'D']])
    const none = ofAnswers([])
    expect([none.index, none.grade, none.exact, none.incomplete, none.k]).toEqual([null, null, null, true, 0])
  })

  it('printed weights lose what they lose: all 4 gives 99.00 with 0.11 and 99.90 with 0.111', () => {
    const fours = Array(9).fill('4')
    expect(['exact', '0.11', '0.111'].map((w) => ofAverages(e2017, fours, w).index)).toEqual([
      '100.00',
      '99.00',
      '99.90',
    ])
  })
})

describe('empty answers', () => {
  it('leaves out a person with fewer than five answers, and says so', () => {
    const tally = tallyAnswers(e2017, [...five, [1, 1, 1, 1, null, null, null, null, null]])
    expect([tally.counted, tally.leftOut]).toEqual([5, 1])
    expect(tally.elements[0]).toEqual({ code: 'U1', sum: 16, count: 5 })
  })

  it('drops an element nobody answered: k falls, the rest keeps its value, the result is incomplete', () => {
    const result = ofAnswers(five.map((row) => row.with(7, null)))
    expect([result.k, result.weight, result.incomplete, result.elements[7]!.nrr, result.index]).toEqual([
      8,
      '1/8',
      true,
      null,
      '84.53',
    ])
    expect(result.lowest).not.toContain('U8')
  })

  it('finds cells that are no answers, with their place', () => {
    expect(faultyCells(e2017, [Array(9).fill(3), [1, 2], [1, 2, 3, 4, 5, 1, '1', 1, null]])).toEqual([
      { row: 1 },
      { row: 2, column: 4 },
      { row: 2, column: 6 },
    ])
  })
})

const answer = fc.constantFrom(1, 2, 3, 4, null)
const rows = fc.array(fc.array(answer, { minLength: 9, maxLength: 9 }), { maxLength: 30 })

describe('laws of the index', () => {
  it('stays between 25 and 100, does not depend on the order of people, and pooling is counting together', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const result = ofAnswers([...a, ...b])
        if (result.index !== null) {
          const hundredths = BigInt(result.index.replace('.', ''))
          expect(hundredths >= 2500n && hundredths <= 10000n).toBe(true)
        }
        expect(ofAnswers([...b, ...a])).toEqual(result)
        const pooled = pool([tallyAnswers(e2017, a), tallyAnswers(e2017, b)])
        expect(computeIndex(e2017, averagesOf(pooled.elements))).toEqual(result)
      }),
    )
  })

  it('weighs units by their answers when pooled, equally when the mean of units is chosen', () => {
    const many = tallyAnswers(e2017, Array(9).fill(Array(9).fill(4)))
    const one = tallyAnswers(e2017, [Array(9).fill(2)])
    const indexes = [many, one].map((t) => computeIndex(e2017, averagesOf(t.elements)))
    expect(computeIndex(e2017, averagesOf(pool([many, one]).elements)).index).toBe('95.00')
    expect(meanOfUnits(e2017, indexes)).toMatchObject({ index: '75.00', grade: 'C', units: 2, incomplete: false })
    expect(meanOfUnits(e2017, [])).toMatchObject({ index: null, units: 0 })
    expect(() => meanOfUnits(e2004, indexes)).toThrow(/editions/)
  })
})
