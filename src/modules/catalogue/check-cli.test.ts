import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { servicesCli } from './check-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'puja-services-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...args: readonly string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = []
  const err: string[] = []
  const code = await servicesCli(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { code, out, err }
}

describe('puja services check', () => {
  test('finds no fault in the services of this repository', async () => {
    const { code, out } = await run('check', 'services')
    expect(out.filter((line) => !line.includes(' are true.'))).toEqual([])
    expect(code).toBe(0)
  })

  test('names file, place and sentence of a fault in a folder of its own, without shared parts', async () => {
    const service = JSON.parse(readFileSync('services/birth-wni/service.json', 'utf8')) as { report: { from: string } }
    service.report.from = 'childName'
    mkdirSync(join(folder, 'birth-wni', 'examples'), { recursive: true })
    writeFileSync(join(folder, 'birth-wni', 'service.json'), JSON.stringify(service))
    writeFileSync(join(folder, 'birth-wni', 'README.md'), '# Birth')
    const plain = await run('check', folder)
    expect([plain.code, plain.out]).toEqual([
      1,
      [`${folder}/birth-wni/service.json#/report/from: "childName" is no question for a date`, '1 fault.'],
    ])
    const json = await run('check', folder, '--json', '--only', 'birth-wni')
    expect(JSON.parse(json.out[0]!)).toEqual({
      services: [{ id: 'birth-wni', examples: 0 }],
      faults: [
        {
          file: `${folder}/birth-wni/service.json`,
          pointer: '/report/from',
          message: '"childName" is no question for a date',
        },
      ],
    })
    writeFileSync(join(folder, 'birth-wni', 'service.json'), '{')
    const file = `${folder}/birth-wni/service.json`
    expect((await run('check', folder)).out.slice(0, 2)).toEqual([
      expect.stringMatching(`^${file}: no JSON: Line 1, column 2: `),
      '1 fault.',
    ])
    rmSync(file)
    expect((await run('check', folder)).out[0]).toBe(`${file}: missing`)
  })

  test('names a key that stands twice, and faults of paper templates', async () => {
    const there = join(folder, 'doubled')
    cpSync('services/death', join(there, 'death'), { recursive: true })
    cpSync('services/shared/documents', join(there, 'shared', 'documents'), { recursive: true })
    const service = join(there, 'death', 'service.json')
    writeFileSync(service, readFileSync(service, 'utf8').replace('"minutes":', '"minutes": 1, "minutes":'))
    const template = join(there, 'shared', 'documents', 'kk.json')
    writeFileSync(template, readFileSync(template, 'utf8').replace('"edition"', '"colour": 1, "edition"'))
    const letter = join(there, 'shared', 'documents', 'skpwni.json')
    writeFileSync(letter, readFileSync(letter, 'utf8').replace('{letterNumber}', '{letter}'))
    const { code, out } = await run('check', there, '--only', 'death')
    expect(code).toBe(1)
    expect(out.join('\n')).toContain(`${service}#/minutes: this key stands twice here`)
    expect(out.join('\n')).toContain(`${template}#/colour: unknown key "colour"`)
    expect(out.join('\n')).toMatch(
      /skpwni\.json#\/blocks\/\d+: The template skpwni uses "letter", which is not among its/,
    )
  })

  test('a folder of one service with the shared parts beside it owes their forms nothing for the others', async () => {
    const there = join(folder, 'few')
    cpSync('services/kk-lost-damaged', join(there, 'kk-lost-damaged'), { recursive: true })
    cpSync('services/shared', join(there, 'shared'), { recursive: true })
    expect(await run('check', there)).toMatchObject({
      code: 0,
      out: [expect.stringMatching(/^1 service and \d+ examples are true\.$/)],
    })
    const form = join(there, 'shared', 'forms', 'F-1.02.json')
    writeFileSync(form, readFileSync(form, 'utf8').replace('"fields": [', '"fields": ["nobodyAsks", '))
    const { code, out } = await run('check', there)
    expect([code, out]).toEqual([1, [expect.stringContaining('no service asks "nobodyAsks"'), '1 fault.']])
  })

  test('reads files with the mark of Windows at their front', async () => {
    const there = join(folder, 'marked', 'death')
    cpSync('services/death', there, { recursive: true })
    writeFileSync(join(there, 'service.json'), `\uFEFF${readFileSync('services/death/service.json', 'utf8')}`)
    const { code, out } = await run('check', join(folder, 'marked'), '--only', 'death')
    expect([code, out]).toEqual([0, [expect.stringMatching(/^1 service and \d+ examples are true\.$/)]])
  })

  test.each([
    ['Akta <b>lahir</b>', 'no markup'],
    ['a'.repeat(10_000), 'more than 400 characters'],
  ])('a name that no page could show is a fault: %.20s', async (name, sentence) => {
    const there = join(folder, `name-${name.length}`)
    cpSync('services/death', join(there, 'death'), { recursive: true })
    const file = join(there, 'death', 'service.json')
    const service = JSON.parse(readFileSync(file, 'utf8'))
    service.texts.name.id = name
    writeFileSync(file, JSON.stringify(service))
    const { code, out } = await run('check', there, '--only', 'death')
    expect([code, out.join()]).toEqual([1, expect.stringContaining(sentence)])
  })

  test('a folder without services is no folder that is well; a file is none', async () => {
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    expect((await run('check', empty)).code).toBe(1)
    expect((await run('check', 'package.json')).code).toBe(2)
  })

  test.each([
    [],
    ['fly'],
    ['check', '--loud'],
    ['check', 'a', 'b'],
    ['check', '--only'],
    ['check', 'nowhere'],
    ['check', 'services', '--only', 'submarine'],
  ])('answers 2 to %j', async (...args) => {
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toHaveLength(1)
  })

  test('lists services', async () => {
    const { code, out } = await run('list', 'services')
    expect(code).toBe(0)
    expect(out.find((line) => line.startsWith('birth-wni '))).toMatch(
      /Akta kelahiran \(\d+ questions at most, \d+ examples\)/,
    )
  })

  test('runs examples and writes what came out', async () => {
    const { code, out } = await run('run', 'services', '--only', 'birth-wni')
    expect(code).toBe(0)
    const usual = out
      .map((line) => JSON.parse(line) as { example: string })
      .find((one) => one.example === 'usual-health-centre')
    expect(usual).toMatchObject({ service: 'birth-wni', questions: 12, refused: null })
  })

  test('explains itself', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, err: [] })
  })
})
