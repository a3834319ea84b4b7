// The command line of exchanges on an open database: machine-readable output, exit codes, preview writes nothing, undo.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../tests/support/database.ts'
import { growthContext, REGION, seedGrowthWorld } from '../modules/growth/testing/growth-world.ts'
import type { Database } from '../platform/db/database.ts'
import { exchangeCommand, runExchange } from './exchange-cli.ts'

let database: Database
const folder = mkdtempSync(join(tmpdir(), 'puja-exchange-'))
const file = join(folder, 'list.csv')
class Collect extends Writable {
  text = ''
  override _write(piece: Buffer, _: string, done: () => void) {
    this.text += piece.toString('utf8')
    done()
  }
}

beforeAll(async () => {
  database = await openTestDatabase()
  await seedGrowthWorld(database)
  writeFileSync(
    file,
    'Nama,JK,Tgl Lahir,Posyandu,Tanggal Pengukuran,Berat,Tinggi\nAnak,L,2026-01-05,melati,2026-06-10,6.9,66.1\nX,L,?,melati,,,\n',
  )
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database.close()
})

async function run(command: string, words: readonly string[], options: Record<string, string>, ...flags: string[]) {
  const io = { stdout: new Collect(), stderr: new Collect() }
  const values = new Map(Object.entries({ '--region': REGION, '--centre': 'pkm-paringin', ...options }))
  const code = await runExchange(command, { words, values, flags: new Set(flags) }, growthContext(database), io)
  return { code, out: io.stdout.text, err: io.stderr.text }
}
const last = (out: string) => JSON.parse(out.trim().split('\n').at(-1) ?? '')

test('preview, confirm, the same again, export, undo', async () => {
  const seen = await run('import', [file], { '--lang': 'id' }, '--preview')
  expect(seen.code).toBe(0)
  expect(seen.out).toContain('bukan tanggal')
  expect(last(seen.out)).toMatchObject({ counts: { added: 1, refused: 1 }, state: 'preview' })
  expect((await run('export', ['identity.csv'], {})).out.trim().split('\n')).toHaveLength(1)
  const done = await run('import', [file], {}, '--confirm')
  expect([done.code, done.err]).toEqual([0, '\r1 / 1\n'])
  const { importId } = last(done.out)
  expect(last((await run('import', [file], {}, '--confirm')).out)).toEqual(last(done.out))
  expect((await run('export', ['identity.csv'], {})).out).toContain('Anak')
  expect(last((await run('import', [], { '--undo': importId })).out)).toEqual({
    importId,
    withdrawn: 1,
    children: 1,
    kept: 0,
  })
})

test('refusals are 1, wrong use is 2 and says how', async () => {
  expect((await run('import', [file], { '--centre': "'; --" }, '--preview')).code).toBe(1)
  expect((await run('export', ['identity.exe'], {})).code).toBe(1)
  expect((await run('export', ['identity.csv'], { '--region': '99.99' })).code).toBe(1)
  const io = { stdout: new Collect(), stderr: new Collect() }
  for (const wrong of [
    ['import', 'a', '--preview'],
    ['import', 'a', '--region', 'x', '--centre', 'y'],
    ['import', 'a', '--preview', '--confirm', '--region', 'x', '--centre', 'y'],
    ['export', '--region', 'x', '--centre', 'y'],
    ['export', 'a.csv', '--region', 'x', '--centre', 'y', '--lang', 'fr'],
    ['export', 'a.csv', '--fast'],
  ])
    expect(await exchangeCommand(wrong, io)).toBe(2)
  expect(io.stderr.text).toContain('Usage: puja growth export')
  expect(io.stdout.text).toBe('')
  expect(await exchangeCommand(['import', '--help'], io)).toBe(0)
})
