import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { satisfactionCli } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'puja-satisfaction-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(args: string[], input = '') {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const out = text(stdout)
  const err = text(stderr)
  const code = await satisfactionCli(args, { stdin: Readable.from([input]), stdout, stderr })
  stdout.end()
  stderr.end()
  return { code, out: await out, err: await err }
}
const index = (input: unknown) => run(['index', '-'], typeof input === 'string' ? input : JSON.stringify(input))
const codes = (k: number) => Array.from({ length: k }, (_, i) => `U${i + 1}`)
const byCode = (values: unknown[]) => Object.fromEntries(codes(values.length).map((code, i) => [code, values[i]]))

const bogor = byCode(['3.020', 2.973, '3.067', 3.127, '3.033', 3.06, 2.867, 3.013, 3.267, 3, 2.96, 2.947, 3.193, 3.16])
const five = [
  [4, 3, 3, 4, 3, 4, 4, 3, 3],
  [3, 3, 2, 4, 3, 3, 4, 3, null],
  [3, 4, 3, 4, 4, 4, 3, 3, 3],
  [2, 3, 2, 4, 3, 3, 3, null, 3],
  [4, 4, 3, 4, 4, 4, 4, 4, 4],
]

describe('puja satisfaction index', () => {
  it('answers one object with one object, from a file', async () => {
    const file = join(folder, 'five.json')
    writeFileSync(file, `\uFEFF${JSON.stringify({ edition: 'permenpan-14-2017', answers: five, population: 40 })}`)
    const { code, out, err } = await run(['index', file])
    expect([code, err]).toEqual([0, ''])
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({
      index: '84.17',
      grade: 'B',
      label: { id: 'Baik' },
      incomplete: false,
      k: 9,
      weights: { rule: 'exact', weight: '1/9' },
      respondents: { counted: 5, leftOut: 0 },
      sample: { population: 40, needed: 36, answered: 5, enough: false },
      lowest: ['U3', 'U1', 'U8'],
    })
    expect(answer.elements.U3).toEqual({
      name: { id: 'Waktu penyelesaian', en: 'Time to completion' },
      nrr: '2.600',
      value: '65.00',
      weighted: '0.289',
      grade: 'C',
      answered: 5,
    })
    expect(answer.elements.U8).toMatchObject({ nrr: '3.250', answered: 4 })
    expect(answer.interval).toMatchObject({ respondents: 3 })
  })

  it('answers a list with a list, in its order, whatever the form of the figures', async () => {
    const { code, out } = await index([
      { edition: 'kep-25-2004', averages: bogor },
      { edition: 'permenpan-14-2017', counts: byCode(Array(9).fill({ sum: 15321, count: 5000 })) },
      { edition: 'permenpan-14-2017', answers: [Array(9).fill(4)] },
      { edition: 'permenpan-14-2017', answers: [Array(9).fill(1)] },
      { edition: 'permenpan-14-2017', answers: [] },
      {
        edition: 'permenpan-14-2017',
        averages: byCode([3.2, 3.216, 2.936, 3.53, 3.136, 3.2, 3.316, 3.916, 3.323]),
        weights: '0.11',
      },
    ])
    expect(code).toBe(0)
    expect(
      JSON.parse(out).map((r: { index: string; grade: string; incomplete: boolean }) => [
        r.index,
        r.grade,
        r.incomplete,
      ]),
    ).toEqual([
      ['75.77', 'B', false],
      ['76.61', 'B', false],
      ['100.00', 'A', false],
      ['25.00', 'D', false],
      [null, null, true],
      ['81.88', 'B', false],
    ])
    expect(await index([])).toEqual({ code: 0, out: '[]\n', err: '' })
  })

  it('reads a number by its decimal text: 3.0642 nine times is 76.605, as text and as number', async () => {
    for (const average of [3.0642, '3.0642', '3,0642']) {
      const { out } = await index({ edition: 'permenpan-14-2017', averages: byCode(Array(9).fill(average)) })
      expect(JSON.parse(out)).toMatchObject({ index: '76.61', grade: 'B' })
    }
  })

  it('lets elements drop out and says incomplete; people with too few answers are left out and counted', async () => {
    const { out } = await index([
      { edition: 'permenpan-14-2017', averages: { U1: '3.00', U2: null } },
      { edition: 'permenpan-14-2017', counts: { U1: { sum: 7, count: 2 }, U2: { sum: 0, count: 0 } } },
      { edition: 'permenpan-14-2017', answers: [...five, [1, 1, 1, 1, null, null, null, null, null]] },
      { edition: 'permenpan-14-2017', averages: {} },
    ])
    const [one, two, three, none] = JSON.parse(out)
    expect(one).toMatchObject({
      index: '75.00',
      grade: 'C',
      incomplete: true,
      k: 1,
      weights: { weight: '1/1' },
      respondents: null,
      interval: null,
    })
    expect(two).toMatchObject({ index: '87.50', incomplete: true, k: 1 })
    expect(three).toMatchObject({ index: '84.17', respondents: { counted: 5, leftOut: 1 } })
    expect(none).toMatchObject({ index: null, grade: null, incomplete: true, k: 0, weights: { weight: null } })
  })

  it('keeps the printed weight of 2004 and shows the exact one beside it', async () => {
    const full = JSON.parse((await index({ edition: 'kep-25-2004', averages: bogor })).out)
    expect(full).toMatchObject({
      weights: { rule: 'printed', weight: '0.071' },
      withExactWeights: { index: '76.23', grade: 'B' },
    })
    const { out, err } = await index([
      { edition: 'kep-25-2004', averages: { ...byCode(Array(14).fill(3)), U14: null } },
    ])
    expect(JSON.parse(out)).toMatchObject([
      { index: '69.23', incomplete: true, withExactWeights: { index: '75.00', grade: 'B' } },
    ])
    expect(err).toContain('warning: item 1, [0] has 13 of 14 elements; the printed weight 0.071')
  })

  it('refuses a list with one bad item as a whole, naming every fault with its place', async () => {
    const { code, out, err } = await index([
      { edition: 'permenpan-14-2017', averages: { U1: '3.1' } },
      { edition: 'permenpan-14-2017', averages: { U4: 4.31, U10: '3.0', U2: 'tiga', U3: true } },
      { edition: 'permenpan-14-2018', averages: {} },
      {
        edition: 'kep-25-2004',
        counts: { U1: { sum: 9, count: 2 }, U2: { sum: 1.5, count: 1 }, U3: { sum: 3 }, U4: 3 },
      },
      { edition: 'permenpan-14-2017', answers: [Array(9).fill(3), [1, 2], [1, 2, 3, 4, 5, '1', 1, 1, null], 'x'] },
      {
        edition: 'permenpan-14-2017',
        answers: [
          [1, 2],
          [1, 2, 3, 4, 5, '1', 1, 1, null],
        ],
      },
      { edition: 'permenpan-14-2017', averages: {}, counts: {} },
      { edition: 'permenpan-14-2017' },
      { edition: 'permenpan-14-2017', averages: ['3.1'], weights: '0.2' },
      { edition: 'permenpan-14-2017', answers: five, population: 4 },
      'x',
    ])
    expect([code, out]).toEqual([1, ''])
    for (const words of [
      'item 2, [1].averages.U4 4.31 lies outside 1 to 4',
      'item 2, [1].averages.U10 is no element of permenpan-14-2017',
      '[1].averages.U2 "tiga" is no decimal number',
      '[1].averages.U3 true is no decimal number',
      '[2].edition "permenpan-14-2018" is unknown; known are permenpan-14-2017,',
      '[3].counts.U1 2 answers of 1 to 4 cannot add to 9',
      '[3].counts.U2.sum 1.5 is not a whole number',
      '[3].counts.U3.count is missing',
      '[3].counts.U4 3 is no object',
      '[4].answers[3] "x" is no list of 9 answers',
      '[5].answers[0] has 2 answers; permenpan-14-2017 has 9 elements',
      '[5].answers[1][4] (U5) 5 is no answer',
      '[5].answers[1][5] (U6) "1" is no answer',
      '[6] has averages and counts; give one of them',
      '[7] has none of averages, counts, answers',
      '[8].averages ["3.1"] is no object',
      '[8].weights "0.2" is not a weight of permenpan-14-2017',
      '[9].population 4 is less than the 5 people counted',
      '[10] "x" is no object',
      'faults; nothing was computed',
    ])
      expect(err).toContain(words)
    expect(err).not.toContain('item 1,')
  })

  it('names line and column of what is not JSON, and says when nothing came', async () => {
    const broken = await index('[\n  {"edition": "permenpan-14-2017",}\n]')
    expect([broken.code, broken.out]).toEqual([1, ''])
    expect(broken.err).toMatch(/Line 2, column 3\d/)
    expect((await index('')).err).toContain('It is empty')
    expect((await run(['index', join(folder, 'none.json')])).code).toBe(1)
    const object = await index({ edition: 'permenpan-14-2017', averages: { U1: 9 } })
    expect(object.err).toContain('averages.U1 9 lies outside')
  })

  it('refuses an element that stands twice, which JSON would read as the last of the two', async () => {
    const twice = '{"edition":"permenpan-14-2017","averages":{"U1":"3","U2":"3","U1":"4"}}'
    expect(await index(twice)).toEqual({
      code: 1,
      out: '',
      err: 'standard input: averages.U1 stands twice; keep one of them\nstandard input: 1 fault; nothing was computed.\n',
    })
    expect((await index(`[${twice}]`)).err).toContain('item 1, [0].averages.U1 stands twice')
  })

  it('warns of keys it does not read, and still answers', async () => {
    const { code, out, err } = await index({ edition: 'permenpan-14-2017', answers: five, weight: '0.11' })
    expect(code).toBe(0)
    expect(err).toContain('warning: weight is not read')
    expect(JSON.parse(out).index).toBe('84.17')
  })

  it('explains itself: --help on standard output, wrong usage on standard error with exit 2', async () => {
    const help = await run(['index', '--help'])
    expect([help.code, help.err]).toEqual([0, ''])
    expect(help.out).toContain('nothing is computed')
    for (const args of [[], ['index'], ['indexx', 'a.json'], ['index', 'a.json', 'b.json'], ['index', '--fast']]) {
      const wrong = await run(args)
      expect([wrong.code, wrong.out]).toEqual([2, ''])
      expect(wrong.err).toContain('puja satisfaction index FILE.json')
    }
  })
})
