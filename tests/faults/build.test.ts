// Building beside what runs: several commands right after a clone, a server that has not loaded all its parts, a killed builder.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { packagePath } from '../../src/platform/paths.ts'

type Outputs = { replaceOutputs(fresh: string, dist: string): void }
type Lock = { takeLock(path: string, options?: { log?: (line: string) => void; patienceMs?: number }): () => void }

const { replaceOutputs } = (await import(packagePath('tools', 'outputs.mjs'))) as Outputs
const { takeLock } = (await import(packagePath('tools', 'lock.mjs'))) as Lock

const folder = mkdtempSync(join(tmpdir(), 'puja-build-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the parts of the build before stay for what still runs from it, older ones go', () => {
  const dist = join(folder, 'dist')
  const build = (part: string) => {
    const fresh = join(folder, 'dist.next')
    for (const file of ['server.js', `chunks/${part}.js`, 'islands/a.js']) {
      mkdirSync(dirname(join(fresh, file)), { recursive: true })
      writeFileSync(join(fresh, file), part)
    }
    replaceOutputs(fresh, dist)
    expect(existsSync(fresh)).toBe(false)
    return [readFileSync(join(dist, 'server.js'), 'utf8'), readdirSync(join(dist, 'chunks'))]
  }
  mkdirSync(join(dist, 'chunks'), { recursive: true })
  writeFileSync(join(dist, 'chunks', 'older.js'), 'of a program that wrote no list')
  expect(build('one')).toEqual(['one', ['older.js', 'one.js']])
  expect(build('two')).toEqual(['two', ['one.js', 'two.js']])
  expect(build('three')).toEqual(['three', ['three.js', 'two.js']])
})

test('one at a time holds the lock', async () => {
  const lock = join(folder, 'held.lock')
  const log = join(folder, 'log')
  const work = `
    const { takeLock } = await import(${JSON.stringify(packagePath('tools', 'lock.mjs'))})
    const { appendFileSync } = await import('node:fs')
    const release = takeLock(${JSON.stringify(lock)}, { log: () => {} })
    appendFileSync(${JSON.stringify(log)}, 'in ')
    await new Promise((done) => setTimeout(done, 150))
    appendFileSync(${JSON.stringify(log)}, 'out ')
    release()`
  const ends = [1, 2, 3].map(
    () =>
      new Promise((done) =>
        spawn(process.execPath, ['--input-type=module', '-e', work]).once('close', (code) => done(code)),
      ),
  )
  expect(await Promise.all(ends)).toEqual([0, 0, 0])
  expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(3))
  expect(existsSync(lock)).toBe(false)
})

test('a lock of a process that is gone keeps nobody waiting', async () => {
  const lock = join(folder, 'left.lock')
  const gone = spawn(process.execPath, ['-e', ''])
  await new Promise((done) => gone.once('close', done))
  writeFileSync(lock, String(gone.pid))
  const said: string[] = []
  takeLock(lock, { log: (line) => said.push(line) })()
  expect(said).toEqual([])
  expect(existsSync(lock)).toBe(false)
})
