// The frame of the command line: what every command has in common. Must stay true: help goes to standard output with 0, bad
// usage to standard error with 2 and an empty standard output, and a reader that leaves is no failure.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { startChild } from '../tests/support/child.ts'
import { packagePath } from './platform/paths.ts'

const place = mkdtempSync(join(tmpdir(), 'puja-cli-'))
afterAll(() => rmSync(place, { recursive: true }))

const COMMANDS = [
  'growth',
  'satisfaction',
  'services',
  'demo',
  'region',
  'officer',
  'audit',
  'retention',
  'jobs',
  'keys',
  'partner',
  'backup',
  'restore',
]

async function run(...args: string[]) {
  const { runCommand } = await import('./cli.ts')
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const [out, err] = [text(stdout), text(stderr)]
  const code = await runCommand(args, { stdin: Readable.from(['']), stdout, stderr })
  stdout.end()
  stderr.end()
  return { code, out: await out, err: await err }
}

describe('every command', () => {
  it.each(COMMANDS)('%s tells its usage on standard output', async (name) => {
    for (const words of [
      [name, '--help'],
      [name, '-h'],
      ['help', name],
    ]) {
      const { code, out, err } = await run(...words)
      expect([code, err], words.join(' ')).toEqual([0, ''])
      expect(out).toContain(`puja ${name}`)
    }
  })

  it.each(COMMANDS)('%s refuses an unknown option with its usage on standard error', async (name) => {
    const { code, out, err } = await run(name, '--no-such-option')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`puja ${name}`)
  })

  it.each(['constructor', '__proto__', 'toString', '', '👶'])('there is no command %j', async (name) => {
    expect(await run(name)).toEqual({
      code: 2,
      out: '',
      err: `puja: there is no command "${name}". See npx puja --help\n`,
    })
  })
})

describe('a data folder that was mistyped', () => {
  it.each([
    ['keys', 'list'],
    ['jobs', 'list'],
    ['audit', 'verify'],
    ['backup', join(place, 'backup')],
    ['region', 'list'],
    ['officer', 'list', '--region', '63.11'],
    ['partner', 'list', '--region', '63.11'],
    ['services', 'list', '--region', '63.11'],
    ['growth', 'export', 'measures.csv', '--region', '63.11', '--centre', 'pkm'],
  ])('%s %s does not make an empty installation of it', async (...args) => {
    const before = process.env.PUJA_DATA
    process.env.PUJA_DATA = join(place, 'nowhere')
    try {
      const { code, out, err } = await run(...args)
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain(`There is no installation in ${join(place, 'nowhere')} `)
    } finally {
      if (before === undefined) delete process.env.PUJA_DATA
      else process.env.PUJA_DATA = before
    }
  })
})

describe('standard output', () => {
  it.each([
    ['--help'],
    ['services', 'list', packagePath('services')],
    ['growth', 'zscores', packagePath('src/modules/growth/fixtures/who-sample.csv')],
  ])('%s ends quietly when its reader leaves', async (...args) => {
    const child = await startChild('command-line', args)
    child.process.stdout?.destroy()
    expect(await child.ended, child.errors()).toBe(0)
    expect(child.errors()).not.toMatch(/EPIPE|at .*:\d+:\d+/)
  })
})
