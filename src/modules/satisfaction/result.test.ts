import { describe, expect, it } from 'vitest'
import { getEdition } from './editions.ts'
import { shuffled } from './release.ts'
import { computeResult, mergeSmall, type ResultInputs, type StoredAnswer } from './result.ts'

const edition = getEdition('permenpan-14-2017')
const answer = (value: number, more: Partial<StoredAnswer> = {}): StoredAnswer => ({
  answers: Array(9).fill(value),
  service: 'birth-wni',
  marks: [],
  ...more,
})
const varied = (n: number): StoredAnswer[] =>
  Array.from({ length: n }, (_, i) => ({
    ...answer(3),
    answers: Array(9)
      .fill(3)
      .with(i % 9, 4)
      .with(2, 2),
  }))
const inputs = (answers: StoredAnswer[], more: Partial<ResultInputs> = {}): ResultInputs => ({
  edition,
  users: 1000,
  answers,
  comments: [],
  groups: {},
  notStored: 0,
  previous: null,
  ...more,
})

describe('result of a period', () => {
  it('gives no value for three answers, and no other figure either', () => {
    const result = computeResult(inputs(varied(3), { groups: { sex: [{ value: 'P', answers: 3 }] } }))
    expect(result).toMatchObject({
      tooFew: true,
      answered: 3,
      counted: 3,
      index: null,
      grade: null,
      interval: null,
      services: [],
      groups: {},
      people: null,
      lowest: [],
    })
    expect(result.elements.every((e) => e.nrr === null && e.answered === null)).toBe(true)
    expect(computeResult(inputs([], { notStored: 3 }))).toMatchObject({ tooFew: true, answered: 3, counted: 0 })
  })

  it('gives a value with the remark for 200 of 278 needed', () => {
    const result = computeResult(inputs(varied(200)))
    expect(result).toMatchObject({ needed: 278, counted: 200, enough: false, tooFew: false, grade: 'C' })
    expect(result.index).toMatch(/^\d\d\.\d\d$/)
    expect(result.lowest[0]).toBe('U3')
  })

  it('shows the figure with and without strange patterns', () => {
    const result = computeResult(
      inputs([...varied(20), ...Array.from({ length: 10 }, () => answer(4, { marks: ['one-device'] }))]),
    )
    expect(result.marked.map((m) => [m.mark, m.answers])).toEqual([
      ['all-equal', 10],
      ['one-device', 10],
    ])
    const without = computeResult(inputs(varied(20)))
    for (const m of result.marked) expect([m.indexWithout, m.gradeWithout]).toEqual([without.index, without.grade])
    expect(Number(result.index)).toBeGreaterThan(Number(without.index))
  })

  it('names an index for a service only from five counted people on', () => {
    const result = computeResult(
      inputs([
        ...varied(6),
        ...varied(4).map((a) => ({ ...a, service: 'death' })),
        ...varied(3).map((a) => ({ ...a, service: null })),
      ]),
    )
    expect(result.services).toMatchObject([
      { service: 'birth-wni', counted: 6 },
      { service: 'death', counted: 4, index: null, grade: null },
    ])
    expect(result.services[0]!.index).not.toBeNull()
  })

  it('hashes its inputs: the order of answers is none, everything else is', () => {
    const list = [...varied(7), answer(1)]
    const hash = (i: ResultInputs) => computeResult(i).inputHash
    expect(hash(inputs(shuffled(list, (n) => n - 1)))).toBe(hash(inputs(list)))
    expect(hash(inputs([...varied(7), answer(2)]))).not.toBe(hash(inputs(list)))
    expect(hash(inputs(list, { users: 999 }))).not.toBe(hash(inputs(list)))
  })

  it('compares with the period before of the same edition only, and says whether the change is sure', () => {
    const before = computeResult(inputs(varied(50)))
    const better = varied(50).map((a) => ({ ...a, answers: a.answers.map(() => 4).with(0, 3) }))
    const after = computeResult(inputs(better, { previous: before }))
    expect(after.change).toMatchObject({ sure: true })
    expect(after.elements[2]).toMatchObject({ code: 'U3', change: '50.00' })
    expect(computeResult(inputs(varied(50), { previous: before })).change).toEqual({ difference: '0.00', sure: false })
    expect(computeResult(inputs(better, { previous: { ...before, edition: 'permenpan-16-2014' } })).change).toBeNull()
  })

  it('puts the subjects of comments beside the three lowest elements only', () => {
    const result = computeResult(
      inputs(varied(30), { comments: ['antre lama', 'Antrean panjang', 'kursi rusak', 'kursi kurang'] }),
    )
    const u3 = result.elements.find((e) => e.code === 'U3')!
    expect(u3.subjects.map((s) => [s.key, s.comments])).toEqual([['queue', 2]])
    for (const element of result.elements)
      if (!result.lowest.includes(element.code)) expect(element.subjects).toEqual([])
  })
})

describe('groups of people', () => {
  const groups = (...pairs: [string, number][]) => pairs.map(([value, answers]) => ({ value, answers }))
  it('merges groups below five, and one more when the rest would still give a small one away', () => {
    expect(mergeSmall(groups(['SMA', 40], ['S1', 12], ['SD', 3], ['SMP', 4]))).toEqual(
      groups(['SMA', 40], ['S1', 12], ['other', 7]),
    )
    expect(mergeSmall(groups(['P', 30], ['L', 3]))).toEqual(groups(['other', 33]))
    expect(mergeSmall(groups(['SMA', 40], ['S1', 12], ['SD', 2]))).toEqual(groups(['SMA', 40], ['other', 14]))
    expect(mergeSmall(groups(['P', 30], ['L', 20], ['x', 0]))).toEqual(groups(['P', 30], ['L', 20]))
    expect(mergeSmall([])).toEqual([])
  })
})
