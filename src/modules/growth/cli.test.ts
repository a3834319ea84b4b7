// The command as people use it: streams in, streams out, exit codes. The sample must come out byte for byte as WHO's
// program writes it; anything odd in a file must be told and kept.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { growthCli } from './cli.ts'
import { INPUT_COLUMNS, RESULT_COLUMNS } from './csv/columns.ts'
import { DESCRIBED, INDICATORS } from './indicators.ts'
import { type ChildMeasure, scoreChild } from './zscores.ts'

const sample = readFileSync(new URL('./fixtures/who-sample.csv', import.meta.url))
const sampleInput = sample.toString().replace(/^((?:[^,\n]*,){10}[^,\n]*),.*$/gm, '$1')
const HEADER = INPUT_COLUMNS.join(',')
const folder = mkdtempSync(join(tmpdir(), 'puja-growth-'))
afterAll(() => rmSync(folder, { recursive: true }))

class Collect extends Writable {
  readonly pieces: Buffer[] = []
  private readonly delay: boolean
  constructor(delay = false) {
    super({ highWaterMark: 1024 })
    this.delay = delay
  }
  override _write(piece: Buffer, _encoding: string, done: () => void) {
    this.pieces.push(Buffer.from(piece))
    if (this.delay) setImmediate(done)
    else done()
  }
  get text() {
    return Buffer.concat(this.pieces).toString()
  }
}

async function run(args: string[], input: string | Buffer = '', options: { pieceSize?: number; slow?: boolean } = {}) {
  const stdout = new Collect(options.slow)
  const stderr = new Collect()
  const bytes = Buffer.from(input)
  const size = options.pieceSize ?? 1 << 16
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  const code = await growthCli(args, { stdin: Readable.from(pieces), stdout, stderr })
  return { code, out: stdout.text, err: stderr.text }
}

describe('the sample', () => {
  test('comes out byte for byte, from standard input and from a file', async () => {
    expect(sampleInput.split('\n')[1]).toBe('1,2,93,4.4,53.81,l,37.9,11,7,9.4,n')
    expect(await run(['zscores'], sampleInput)).toEqual({ code: 0, out: sample.toString(), err: '' })
    const file = join(folder, 'sample.csv')
    writeFileSync(file, sampleInput)
    expect(await run(['zscores', file])).toEqual({ code: 0, out: sample.toString(), err: '' })
  })
  test.each([1, 7, 61, 4096])('comes out the same in pieces of %i bytes, to a slow reader', async (pieceSize) => {
    expect((await run(['zscores', '-'], sampleInput, { pieceSize, slow: pieceSize > 7 })).out).toBe(sample.toString())
  })
  test('comes out the same with a byte order mark, CRLF and every field quoted', async () => {
    const odd = `\ufeff${sampleInput
      .trimEnd()
      .split('\n')
      .map((line) =>
        line
          .split(',')
          .map((c) => `"${c}"`)
          .join(','),
      )
      .join('\r\n')}\r\n`
    const { code, out } = await run(['zscores'], odd)
    expect(code).toBe(0)
    expect(parse(out, { columns: true })).toEqual(parse(sample, { columns: true }))
    const plain = await run(['zscores'], `\ufeff${sampleInput.replaceAll('\n', '\r\n')}`)
    expect(plain.out).toBe(sample.toString())
  })
  test('scored again, it stays as it is and says what was replaced', async () => {
    const again = await run(['zscores'], sample)
    expect(again.out).toBe(sample.toString())
    expect(again.err).toContain('Old results replaced: clenhei,')
  })
})

test('a BMI that lies exactly half way goes to the even digit, as R rounds it', async () => {
  const bmi = async (weight: number, cm: number) =>
    (
      parse((await run(['zscores'], `${HEADER}\n1,1,,${weight},${cm},,,,,,\n`)).out, { columns: true }) as Record<
        string,
        string
      >[]
    )[0]!.cbmi
  expect(await bmi(17, 160)).toBe('6.640625')
  expect([17 / 1.28 ** 2, await bmi(16.6015625, 100), await bmi(16.6015635, 100), await bmi(2.5390625, 100)]).toEqual([
    10.3759765625,
    '16.601562',
    '16.601564',
    '2.539062',
  ])
})

describe('columns', () => {
  test('may stand in any order, between others that pass through untouched', async () => {
    const rows = parse(sampleInput, { columns: true }) as Record<string, string>[]
    const order = ['oedema', 'nama ibu', ...INPUT_COLUMNS.filter((c) => c !== 'oedema').reverse(), 'desa']
    const lines = rows.map((row) =>
      order.map((c) => (c === 'desa' ? '"Desa ""Kapul"",\nHalong"' : c === 'nama ibu' ? ' Nurul ' : row[c])).join(','),
    )
    const { out, code } = await run(['zscores'], `${order.join(',')}\n${lines.join('\n')}\n`, { pieceSize: 997 })
    expect(code).toBe(0)
    const got = parse(out, { columns: true }) as Record<string, string>[]
    const expected = parse(sample, { columns: true }) as Record<string, string>[]
    expect(got.map(({ desa, 'nama ibu': mother, ...rest }) => rest)).toEqual(expected)
    expect(got.every((row) => row.desa === 'Desa "Kapul",\nHalong' && row['nama ibu'] === ' Nurul ')).toBe(true)
    expect(out.split('\n')[0]).toBe([...order, ...RESULT_COLUMNS].join(','))
  })
  test.each(INPUT_COLUMNS)('without %s the file is refused', async (column) => {
    const { code, out, err } = await run(['zscores'], `${INPUT_COLUMNS.filter((c) => c !== column).join(',')}\n`)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`column ${column} is missing`)
  })
  test('tabs between columns and lone CRs between lines are told as what they are', async () => {
    expect((await run(['zscores'], `${INPUT_COLUMNS.join('\t')}\n`)).err).toContain('separated by tabs')
    const old = await run(['zscores'], `${HEADER}\r1,1,548,7.2,74.5,l,,,,,n\r`)
    expect([old.code, old.out]).toEqual([1, ''])
    expect(old.err).toContain('CR alone')
  })
  test('twice the same column, semicolons, nothing, UTF-16: each is refused with a way out', async () => {
    expect((await run(['zscores'], `${HEADER},sex\n`)).err).toContain('column sex stands there twice')
    expect((await run(['zscores', '--lang', 'id'], `${INPUT_COLUMNS.join(';')}\n`)).err).toContain('titik koma')
    expect((await run(['zscores'], '')).err).toContain('empty')
    expect((await run(['zscores'], Buffer.from(HEADER, 'utf16le'))).code).toBe(1)
    expect(
      (await run(['zscores'], Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(HEADER, 'utf16le')]))).err,
    ).toContain('UTF-8')
  })
})

describe('bad lines', () => {
  const good = '1,1,548,7.2,74.5,l,,,,,n'
  const goodOut = `${good},74.5,l,0,12.972389,-2.88,0,-3.68,0,-3.35,0,-2.95,0,,,,,,,,`
  const empty = ','.repeat(RESULT_COLUMNS.length)
  test.each([
    ['2,1,548,7.2,74.5,l,,,,n', '2,1,548,7.2,74.5,l,,,,n,', '10 fields where the header has 11'],
    ['2,1,548,7,2,74.5,l,,,,,n', '2,1,548,7,2,74.5,l,,,,",n"', '12 fields where the header has 11'],
    ['2,1,548,"7,2",74.5,l,,,,,n', '2,1,548,"7,2",74.5,l,,,,,n', 'weight_kg "7,2" has a comma; write 7.2'],
    ['2,1,548,7.2kg,74.5,l,,,,,n', '2,1,548,7.2kg,74.5,l,,,,,n', 'weight_kg "7.2kg" is not a number'],
    ['2,1,548,0x10,74.5,l,,,,,n', '2,1,548,0x10,74.5,l,,,,,n', '"0x10" is not a number'],
    ['2,1,548,NaN,74.5,l,,,,,n', '2,1,548,NaN,74.5,l,,,,,n', '"NaN" is not a number'],
    ['2,3,548,7.2,74.5,l,,,,,n', '2,3,548,7.2,74.5,l,,,,,n', 'unknown sex "3"'],
    ['2,1,-3,7.2,74.5,l,,,,,n', '2,1,-3,7.2,74.5,l,,,,,n', 'age_days "-3" lies before birth'],
    ['2,1,548,7.2,74.5,x,,,,,n', '2,1,548,7.2,74.5,x,,,,,n', 'unknown measure "x"'],
    ['2,1,548,7.2,74.5,l,,,,,maybe', '2,1,548,7.2,74.5,l,,,,,maybe', 'unknown oedema "maybe"'],
    ['"2"x,1,548,7.2,74.5,l,,,,,n', '"""2""x",1,548,7.2,74.5,l,,,,,n', 'after the closing quotation mark in column id'],
    ['', ','.repeat(10), 'empty, there is no child on this line'],
    ['\r', ','.repeat(10), 'empty, there is no child on this line'],
  ])('%s is told and kept', async (bad, kept, reason) => {
    const { code, out, err } = await run(['zscores'], `${HEADER}\n${good}\n${bad}\n${good}\n`, { pieceSize: 13 })
    expect(out.split('\n').slice(1)).toEqual([goodOut, kept + empty, goodOut, ''])
    expect(err).toContain(`line 3: `)
    expect(err).toContain(reason)
    expect(err).toContain('1 of 3 records could not be scored')
    expect(code).toBe(0)
    expect((await run(['zscores', '--strict'], `${HEADER}\n${bad}\n`)).code).toBe(1)
  })
  test('a header alone is no fault, and it is said that there is no child', async () => {
    const { code, out, err } = await run(['zscores', '--strict'], `${HEADER}\n`)
    expect(code).toBe(0)
    expect(out.split('\n')).toHaveLength(2)
    expect(err).toBe('This file holds its header only; there is no child to score.\n')
    expect((await run(['zscores', '--lang', 'id'], HEADER)).err).toContain('hanya berisi baris judul')
  })
  test('line numbers count the lines inside quotes and the empty ones', async () => {
    const { err } = await run(['zscores'], `${HEADER},desa\n${good},"a\nb\nc"\n\n${good},x\n2,9,1,1,1,l,,,,,n,x\n`)
    expect(err).toContain('line 7: unknown sex "9"')
    expect(err).toContain('line 5: empty')
    expect((await run(['zscores'], `${HEADER}\n${good}\n`)).err).toBe('')
  })
  test('a quotation mark that never closes costs its own line only', async () => {
    const { out, err } = await run(['zscores'], `${HEADER}\n${good}\n"2,1,548,7.2,74.5,l,,,,,n\n${good}\n`, {
      pieceSize: 50,
    })
    expect(out.split('\n').slice(1)).toEqual([goodOut, `"""2",1,548,7.2,74.5,l,,,,,n${empty}`, goodOut, ''])
    expect(err).toContain('line 3: a quotation mark opens and never closes')
  })
  test('a quotation mark that runs into the next one does not swallow the lines between', async () => {
    const { out, err } = await run(
      ['zscores'],
      `${HEADER},desa\n"2,1,548,7.2,74.5,l,,,,,n,x\n${good},y\n${good},"Kapul, Halong"\n`,
    )
    expect((parse(out, { columns: true }) as Record<string, string>[]).map((row) => [row.desa, row.zwei])).toEqual([
      ['x', ''],
      ['y', '-3.68'],
      ['Kapul, Halong', '-3.68'],
    ])
    expect(err).toContain('line 2: a quotation mark opens and never closes')
  })
  test('the same far from the end, with more than 1 MiB behind it', async () => {
    const many = `${good}\n`.repeat(60_000)
    const { out, err } = await run(['zscores'], `${HEADER}\n"2,1,548,7.2,74.5,l,,,,,n\n${many}`)
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(60_002)
    expect(lines.at(-1)).toBe(goodOut)
    expect(err).toBe(
      'line 2: a quotation mark opens and never closes\n1 of 60001 records could not be scored; their results are empty.\n',
    )
  })
  test('a line of more than 1 MiB is refused by its number', async () => {
    const endless = await run(['zscores'], `${HEADER}\n${good}\n${'x'.repeat(2_200_000)}\n${good}\n`)
    expect([endless.code, endless.err]).toEqual([
      1,
      'Line 3 is longer than 1 MiB. Check that this file is CSV at all.\n',
    ])
  })
  test('a stray quotation mark in another column does not cost the scores', async () => {
    const { out, err } = await run(['zscores'], `${HEADER},nama\n${good},Siti "Ami"\n`)
    expect(err).toBe('')
    expect(parse(out, { columns: true })[0]).toMatchObject({ nama: 'Siti "Ami"', zwei: '-3.68' })
  })
})

const cell = (value: fc.Arbitrary<number | undefined>) => value.map((v) => (v === undefined ? '' : String(v)))
const measure = (min: number, max: number) =>
  cell(
    fc.option(
      fc.double({ min, max, noNaN: true }).map((v) => Math.round(v * 100) / 100),
      { nil: undefined, freq: 6 },
    ),
  )
const rowArbitrary = fc.record({
  id: fc.string({ maxLength: 6 }),
  sex: fc.constantFrom('1', '2', '', 'm', 'F', 'L', ' 1 ', 'x'),
  age_days: cell(fc.option(fc.integer({ min: 0, max: 1900 }), { nil: undefined, freq: 9 })),
  weight_kg: measure(0, 40),
  lenhei_cm: measure(0, 130),
  measure: fc.constantFrom('l', 'h', '', 'H', '?'),
  headc_cm: measure(20, 60),
  muac_cm: measure(5, 30),
  triskin_mm: measure(2, 30),
  subskin_mm: measure(2, 30),
  oedema: fc.constantFrom('y', 'n', '', '1', '2'),
  desa: fc.string({ maxLength: 8 }),
})

test('generated files: every row kept in order with its cells, results as the engine gives them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rowArbitrary, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 3, max: 200 }),
      fc.boolean(),
      async (rows, pieceSize, crlf) => {
        const names = [...INPUT_COLUMNS, 'desa'] as const
        const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
        const text = [names.join(','), ...rows.map((row) => names.map((name) => quote(row[name])).join(','))].join(
          crlf ? '\r\n' : '\n',
        )
        const { code, out, err } = await run(['zscores'], text, { pieceSize })
        expect(code).toBe(0)
        const got = parse(out, { columns: true }) as Record<string, string>[]
        expect(got).toHaveLength(rows.length)
        rows.forEach((row, i) => {
          const mine = got[i]!
          expect(names.map((name) => mine[name])).toEqual(names.map((name) => row[name]))
          const sex = row.sex.trim().toLowerCase()
          const bad = sex === 'x' || row.measure === '?'
          const number = (value: string) => (value === '' ? undefined : Number(value))
          const child: ChildMeasure = {
            sex: sex === '' ? undefined : ['1', 'm', 'l'].includes(sex) ? 1 : 2,
            ageDays: number(row.age_days),
            weightKg: number(row.weight_kg),
            lengthHeightCm: number(row.lenhei_cm),
            position: row.measure.toLowerCase() === 'l' ? 'l' : row.measure.toLowerCase() === 'h' ? 'h' : undefined,
            headCm: number(row.headc_cm),
            armCm: number(row.muac_cm),
            tricepsMm: number(row.triskin_mm),
            subscapularMm: number(row.subskin_mm),
            oedema: row.oedema === 'y' || row.oedema === '1',
          }
          const scores = scoreChild(child)
          for (const name of INDICATORS) {
            const score = bad ? undefined : scores[name]
            expect([name, mine[`z${DESCRIBED[name].code}`], mine[`f${DESCRIBED[name].code}`]]).toEqual([
              name,
              score?.z.toFixed(2) ?? '',
              score === undefined ? '' : score.flagged ? '1' : '0',
            ])
          }
          const shown = (value: number | undefined, places: number) =>
            bad || value === undefined ? '' : String(Number(value.toFixed(places)))
          expect([mine.clenhei, mine.cbmi]).toEqual([shown(scores.usedLengthHeightCm, 4), shown(scores.bmi, 6)])
          expect([mine.cmeasure, mine.c9mo_flag]).toEqual(
            bad ? ['', ''] : [scores.usedPosition ?? '', scores.standingTooYoung ? '1' : '0'],
          )
          expect(
            new RegExp(
              `^line ${[...rows.slice(0, i)].reduce((n, r) => n + 1 + r.desa.split('\n').length - 1 + r.id.split('\n').length - 1, 2)}: `,
              'm',
            ).test(err),
          ).toBe(bad)
        })
      },
    ),
    { numRuns: 120 },
  )
})

describe('use and streams', () => {
  test('help, wrong use, a missing file', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Usage: puja growth'),
      err: '',
    })
    expect((await run(['zscores', '--help'])).code).toBe(0)
    expect(await run([])).toMatchObject({ code: 2, out: '' })
    expect((await run(['weigh'])).err).toContain('unknown command weigh')
    expect((await run(['zscores', '--fast'])).code).toBe(2)
    expect((await run(['zscores', 'a', 'b'])).code).toBe(2)
    expect((await run(['zscores', '--lang', 'fr'])).code).toBe(2)
    expect(await run(['zscores', join(folder, 'none.csv')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be opened'),
    })
    expect((await run(['zscores', folder])).code).toBe(1)
  })
  test('a reader that leaves ends the work quietly', async () => {
    const stdout = new Writable({
      highWaterMark: 16,
      write: (_piece, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    })
    const stderr = new Collect()
    let given = 0
    const endless = Readable.from(
      (function* () {
        yield `${HEADER}\n`
        for (; given < 100_000; given++) yield '1,1,548,7.2,74.5,l,,,,,n\n'.repeat(1000)
      })(),
    )
    expect(await growthCli(['zscores'], { stdin: endless, stdout, stderr })).toBe(0)
    expect(stderr.text).toBe('')
    expect(given).toBeLessThan(1000)
  })
  test('a slow reader slows the reading instead of filling the memory', async () => {
    const stdout = new PassThrough({ highWaterMark: 1 << 16 })
    let given = 0
    const source = Readable.from(
      (function* () {
        yield `${HEADER}\n`
        for (; given < 150; given++) yield '1,1,548,7.2,74.5,l,,,,,n\n'.repeat(1000)
      })(),
    )
    const done = growthCli(['zscores'], { stdin: source, stdout, stderr: new Collect() })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(given).toBeLessThan(60)
    let lines = 0
    stdout.on('data', (piece: Buffer) => {
      for (const byte of piece) if (byte === 10) lines++
    })
    expect(await done).toBe(0)
    expect(lines).toBe(150_001)
  })
})
