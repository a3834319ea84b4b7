import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { DataFolderInUse } from '../platform/db/errors.ts'
import { lockFolder } from '../platform/db/folder-lock.ts'
import { readEnv } from '../platform/env.ts'
import { clearUnfinished, markFinished, markUnfinished } from './demo-unfinished.ts'

const root = mkdtempSync(join(tmpdir(), 'puja unfinished '))
afterAll(() => rmSync(root, { recursive: true }))
let folder = ''
let places = 0
beforeEach(() => {
  places += 1
  folder = join(root, String(places))
  for (const name of ['pg', 'files', 'heads', 'keys', 'mine']) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'one'), 'x')
  }
})
const env = (more: Record<string, string> = {}) => readEnv({ PUJA_DATA: folder, ...more })
const left = () => ['pg', 'files', 'heads', 'keys', 'mine'].filter((name) => existsSync(join(folder, name, 'one')))

describe('a filling of the demo that was broken off', () => {
  it('is cleared once, with its mark; keys and what is not ours stay', async () => {
    await markUnfinished(folder)
    expect(await clearUnfinished(env())).toBe(true)
    expect(left()).toEqual(['keys', 'mine'])
    expect(await clearUnfinished(env())).toBe(false)
  })

  it('without a mark, in production or on PostgreSQL nothing is removed', async () => {
    expect(await clearUnfinished(env())).toBe(false)
    await markUnfinished(folder)
    expect(await clearUnfinished(env({ DATABASE_URL: 'postgresql://localhost/x' }))).toBe(false)
    const production = { PUJA_MODE: 'production', PUJA_EMBEDDED: 'yes', PUJA_ORIGIN: 'https://a.example' }
    expect(await clearUnfinished(env({ ...production, PUJA_SECRETS: join(root, 'keys') }))).toBe(false)
    await markFinished(folder)
    expect(await clearUnfinished(env())).toBe(false)
    expect(left()).toHaveLength(5)
  })

  it('is left alone while another process fills it', async () => {
    await markUnfinished(folder)
    const lock = await lockFolder(folder)
    await expect(clearUnfinished(env())).rejects.toThrow(DataFolderInUse)
    expect(left()).toHaveLength(5)
    await lock.release()
    expect(await clearUnfinished(env())).toBe(true)
  })
})
