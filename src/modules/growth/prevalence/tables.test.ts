// Prevalence against figures that WHO's package prints for four children, against the sample counted by hand, and at
// the command line.
import { readFileSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { growthCli } from '../cli.ts'
import { tQuantile975 } from './student-t.ts'
import { AGE_GROUPS, ageGroupOf } from './tables.ts'

const HEADER = 'id,sex,age_days,weight_kg,lenhei_cm,measure,headc_cm,muac_cm,triskin_mm,subskin_mm,oedema'
const sample = readFileSync(new URL('../fixtures/who-sample.csv', import.meta.url), 'utf8')
type Row = Record<string, string>

async function run(args: string[], input: string) {
  const collect = () => {
    const pieces: Buffer[] = []
    const stream = new Writable({
      write(piece: Buffer, _encoding, done) {
        pieces.push(piece)
        done()
      },
    })
    return { stream, text: () => Buffer.concat(pieces).toString() }
  }
  const [out, err] = [collect(), collect()]
  const code = await growthCli(['prevalence', ...args], {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: out.stream,
    stderr: err.stream,
  })
  return { code, out: out.text(), err: err.text() }
}
const table = async (args: string[], input: string) => parse((await run(args, input)).out, { columns: true }) as Row[]

test('age groups begin at exact months', () => {
  const days = [0, 182, 183, 365, 366, 730, 731, 1095, 1096, 1461, 1826]
  expect(days.map((d) => AGE_GROUPS[ageGroupOf(d)])).toEqual([
    '00-05 mo',
    '00-05 mo',
    '06-11 mo',
    '06-11 mo',
    '12-23 mo',
    '12-23 mo',
    '24-35 mo',
    '24-35 mo',
    '36-47 mo',
    '48-59 mo',
    '48-59 mo',
  ])
  expect([ageGroupOf(1827), ageGroupOf(Number.NaN)]).toEqual([-1, -1])
})

describe('four children of the documentation of WHO’s package', () => {
  const four = `${HEADER}\n1,1,1001,18,100,,,,,,\n2,2,1000,15,80,,,,,,\n3,2,1010,10,100,,,,,,\n4,1,1000,15,100,,,,,,\n`
  test('the groups, their order, shares and standard errors', async () => {
    const rows = await table(['--layout', 'anthro'], four)
    expect(rows.map((r) => r.Group)).toHaveLength(21)
    expect(rows[0]).toMatchObject({ Group: 'All', HAZ_pop: '4', HAZ_unwpop: '4', HA_3_r: '25', HA_3_se: '25' })
    expect(rows[1]).toMatchObject({ Group: 'Age group: 00-05 mo', HAZ_pop: '0', HA_3_r: '' })
    expect(rows[7]).toMatchObject({ Group: 'Sex: Female', HAZ_pop: '2', HA_3_r: '50' })
    expect(Number(rows[7]!.HA_3_se)).toBeCloseTo(40.82483, 5)
    expect(rows[8]).toMatchObject({ Group: 'Sex: Male', HA_3_r: '0', HA_3_se: '0', HA_3_ll: '0', HA_3_ul: '0' })
    expect(rows[12]!.Group).toBe('Age + sex: 24-35 mo.Female')
    const columns = Object.keys(rows[0]!)
    expect([columns[0], columns[1], columns[2], columns[3], columns[7], columns[27], columns[32]]).toEqual([
      'Group',
      'HAZ_pop',
      'HAZ_unwpop',
      'HA_3_r',
      'HA_2_r',
      'HA_r',
      'WAZ_pop',
    ])
    expect(columns.at(-1)).toBe('HA_2_WH2_ul')
  })
})

describe('the sample', () => {
  const rows = parse(sample, { columns: true }) as Row[]
  const inAge = rows.filter((r) => r.age_days === '' || Number(r.age_days) <= 1826)
  const values = (z: string, f: string, weightBased: boolean, keep: (r: Row) => boolean = () => true) =>
    inAge
      .filter(keep)
      .flatMap((r) => (weightBased && r.oedema === 'y' ? [-3.1] : r[z] === '' || r[f] === '1' ? [] : [Number(r[z])]))

  test.each([
    ['HA', 'zlen', 'flen', false],
    ['WA', 'zwei', 'fwei', true],
    ['WH', 'zwfl', 'fwfl', true],
    ['BMI', 'zbmi', 'fbmi', true],
  ] as const)('%s is what counting gives', async (code, z, f, weightBased) => {
    const [all] = await table(['--layout', 'anthro'], sample)
    const mine = values(z, f, weightBased)
    const share = (hit: (v: number) => boolean) => (100 * mine.filter(hit).length) / mine.length
    expect(Number(all![`${code}Z_unwpop`])).toBe(mine.length)
    expect(Number(all![`${code}_3_r`])).toBeCloseTo(
      share((v) => v < -3),
      10,
    )
    expect(Number(all![`${code}_2_r`])).toBeCloseTo(
      share((v) => v < -2),
      10,
    )
    expect(Number(all![`${code}1_r`])).toBeCloseTo(
      share((v) => v > 1),
      10,
    )
    expect(Number(all![`${code}2_r`])).toBeCloseTo(
      share((v) => v > 2),
      10,
    )
    expect(Number(all![`${code}3_r`])).toBeCloseTo(
      share((v) => v > 3),
      10,
    )
    const scored = values(z, f, false, (r) => !weightBased || r.oedema !== 'y')
    expect(Number(all![`${code}_r`])).toBeCloseTo(scored.reduce((a, b) => a + b, 0) / scored.length, 9)
    // simple design of WHO's package: se of a share = sqrt(N/(N-1)) sqrt(r(1-r)/n), N all children kept
    const r = share((v) => v < -2) / 100
    const N = inAge.length
    const se = Math.sqrt(N / (N - 1)) * Math.sqrt((r * (1 - r)) / mine.length)
    expect(Number(all![`${code}_2_se`])).toBeCloseTo(100 * se, 10)
    const spread = (tQuantile975(N - 1) * se) / (r * (1 - r))
    expect(Number(all![`${code}_2_ul`])).toBeCloseTo(100 / (1 + Math.exp(-Math.log(r / (1 - r)) - spread)), 9)
  })
  test('children with oedema count below -3 SD in weight-based shares and not in their mean', async () => {
    const [all] = await table(['--layout', 'anthro'], `${HEADER}\n1,1,500,9,76,l,,,,,y\n2,1,500,10,76,l,,,,,n\n`)
    expect(all).toMatchObject({ WHZ_unwpop: '2', WH_3_r: '50', HAZ_unwpop: '2', HA_3_r: '0' })
    const lone = (await table([], `${HEADER}\n1,1,500,9,76,l,,,,,y\n2,1,500,10,76,l,,,,,n\n`)).find(
      (r) => r.indicator === 'weight-for-age' && r.group === 'All',
    )
    expect(lone).toMatchObject({ n: '2', 'below_-3_percent': '50.0', sd_z: '' })
  })
  test('children who are too old are left out and told', async () => {
    const { err, code } = await run([], sample)
    expect(code).toBe(0)
    expect(err).toContain(`${rows.length - inAge.length} children are left out`)
  })
})

describe('columns of a survey', () => {
  const lines = parse(sample, { columns: true }).slice(0, 200) as Row[]
  const text = `${HEADER},desa,klaster,strata,bobot\n${lines.map((r, i) => [...HEADER.split(',').map((c) => r[c]), `"Desa ${i % 3}"`, i % 12, i % 2, 1 + (i % 5) / 10].join(',')).join('\n')}\n`
  test('a place column gives a row each; clusters and weights change the interval', async () => {
    const plain = await table(['--by', 'desa', '--layout', 'anthro'], text)
    expect(plain.slice(-3).map((r) => r.Group)).toEqual(['desa: Desa 0', 'desa: Desa 1', 'desa: Desa 2'])
    expect(plain.slice(-3).reduce((n, r) => n + Number(r.HAZ_unwpop), 0)).toBe(Number(plain[0]!.HAZ_unwpop))
    const designed = await table(
      ['--cluster=klaster', '--strata', 'strata', '--weights', 'bobot', '--layout=anthro'],
      text,
    )
    expect(designed[0]!.HAZ_unwpop).toBe(plain[0]!.HAZ_unwpop)
    expect(designed[0]!.HAZ_pop).not.toBe(plain[0]!.HAZ_pop)
    expect(designed[0]!.HA_2_se).not.toBe(plain[0]!.HA_2_se)
  })
  test('refusals: a column that is not there, a weight below zero, nobody left', async () => {
    expect(await run(['--by', 'rt'], text)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('column rt is missing'),
    })
    expect(await run(['--weights', 'bobot'], `${HEADER},bobot\n1,1,500,9,76,l,,,,,n,-1\n`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('Line 2'),
    })
    expect(await run([], `${HEADER}\n1,1,5000,9,76,l,,,,,n\n`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('No child is left'),
    })
  })
  test('a bad line is told and left out, wrong use is exit code 2', async () => {
    const { err, out } = await run([], `${HEADER}\n1,1,500,9,76,l,,,,,n\n2,1,500,9;5,76,l,,,,,n\n`)
    expect(err).toContain('line 3: weight_kg "9;5" is not a number')
    expect((parse(out, { columns: true }) as Row[])[0]!.n).toBe('1')
    expect((await run(['--layout', 'wide'], text)).code).toBe(2)
    expect((await run(['--weights'], text)).code).toBe(2)
    expect((await run(['--cluster', 'a', '--cluster', 'b'], text)).code).toBe(2)
  })
})
