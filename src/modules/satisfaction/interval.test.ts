import { describe, expect, it } from 'vitest'
import { getEdition } from './editions.ts'
import { change, estimate, interval } from './interval.ts'
import { type AnswerRow, pool, tallyAnswers } from './tally.ts'

const edition = getEdition('permenpan-14-2017')
const people = (...rows: AnswerRow[]) => tallyAnswers(edition, rows).complete
const same = (value: number): AnswerRow => Array<number>(9).fill(value)

describe('interval of the index', () => {
  // Scores 50, 75, 100: mean 75, s = 25, n = 3; 1.96 x 25 / sqrt(3) = 28.2902...
  it('is mean -+ 1.96 s / sqrt(n) over people with complete answers', () => {
    const found = interval(people(same(2), same(3), same(4), same(1).with(4, null)))
    expect(found).toEqual({ mean: '75.00', deviation: '25.00', respondents: 3, low: '46.71', high: '100.00' })
  })

  // N = 10: sqrt(7 / 9) x 28.2902 = 24.9494...
  it('shrinks by the finite population correction, to nothing when everybody was asked', () => {
    const three = people(same(2), same(3), same(4))
    expect(interval(three, 10)).toMatchObject({ low: '50.05', high: '99.95' })
    expect(interval(three, 3)).toMatchObject({ low: '75.00', high: '75.00' })
    expect(interval(three, 2)).toEqual(interval(three))
  })

  it('is cut at 25 and 100', () => {
    expect(interval(people(same(1), same(1).with(0, 2)))).toMatchObject({ low: '25.00' })
    expect(interval(people(same(4), same(4).with(0, 3)))).toMatchObject({ high: '100.00' })
  })

  it('does not exist for fewer than two complete people', () => {
    expect(interval(people())).toBeUndefined()
    expect(interval(people(same(3)))).toBeUndefined()
  })

  it('counts only elements in use: an element nobody answered excludes nobody', () => {
    const found = people(same(3).with(8, null), same(4).with(8, null))
    expect(found).toMatchObject({ n: 2, k: 8 })
  })

  it('pools people of units that asked the same elements, and gives none when the elements differ', () => {
    const a = tallyAnswers(edition, [same(3), same(4)])
    const b = tallyAnswers(edition, [same(2)])
    const c = tallyAnswers(edition, [same(2).with(8, null)])
    expect(pool([a, b]).complete.n).toBe(3)
    expect(interval(pool([a, c]).complete)).toBeUndefined()
  })
})

describe('change between periods', () => {
  const around = (value: number, n: number) =>
    estimate(people(...Array.from({ length: n }, (_, i) => same(value).with(0, value + (i % 2 === 0 ? 1 : -1)))))
  it('is called sure only when its interval leaves out 0', () => {
    expect(change(around(2, 40), around(3, 40))).toEqual({ difference: '25.00', sure: true })
    expect(change(around(3, 4), around(3, 4))).toEqual({ difference: '0.00', sure: false })
    expect(change(around(3, 1), around(3, 4))).toBeUndefined()
  })

  // One person in 20 moves one element by one step: far inside the interval.
  it('does not call a small move a change', () => {
    const before = people(...Array.from({ length: 20 }, (_, i) => same(i % 2 === 0 ? 3 : 4)))
    const after = people(...Array.from({ length: 20 }, (_, i) => same(i % 2 === 0 ? 3 : 4).with(0, 4)))
    expect(change(estimate(before), estimate(after))).toMatchObject({ difference: '1.39', sure: false })
  })
})
