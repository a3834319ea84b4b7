// Nightly work of the platform: only what is old and named by nobody goes, and the schedule finds it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { accept } from '../../kernel/refusal.ts'
import { fixedClock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { once } from '../db/once.ts'
import { nameFile, openFiles } from '../files/files.ts'
import { folderStore } from '../files/folder-store.ts'
import { forgetOldAnswers, housekeepingJobs, sweepAllFiles } from './housekeeping.ts'
import { startJobs } from './jobs.ts'

let db: Database
const folder = mkdtempSync(join(tmpdir(), 'puja-housekeeping-'))
const regions = ['63.11', '64.02']
beforeAll(async () => {
  db = await openTestDatabase({ migrations: platformMigrations() })
  for (const code of regions)
    await db.asPlatform((tx) =>
      sql`insert into regions (code, name, level) values (${code}, 'test', 'regency')`.execute(tx),
    )
})
afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('housekeeping', () => {
  it('forgets answers of commands after sixty days, of every region', async () => {
    for (const region of regions) await db.inRegion(region, (tx) => once(tx, 'k', 'h', async () => accept(1)))
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    expect(await forgetOldAnswers(db, inDays(59))).toBe(0)
    expect(await forgetOldAnswers(db, inDays(61))).toBe(2)
    expect(await forgetOldAnswers(db, inDays(61))).toBe(0)
  })

  it('sweeps every region, and runs at its hour', async () => {
    const files = openFiles(db, folderStore(folder))
    const kept = await files.keep('63.11', Buffer.from('named'), 'text/plain')
    await db.inRegion('63.11', (tx) => nameFile(tx, kept))
    for (const region of regions) await files.keep(region, Buffer.from('orphan'), 'text/plain')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await sweepAllFiles(db, files, 5)).toBe(2)
    expect(await files.has('63.11', kept.hash)).toBe(true)

    await db.inRegion('63.11', (tx) => once(tx, 'old', 'h', async () => accept(1)))
    const night = fixedClock(
      new Date(Math.ceil((Date.now() + 70 * 86_400_000) / 86_400_000) * 86_400_000 - 5.5 * 3_600_000),
    )
    const jobs = await startJobs(db, housekeepingJobs(db, files, night), { clock: night, pollMs: 50 })
    await jobs.settle()
    await jobs.stop()
    expect((await db.inRegion('63.11', (tx) => sql`select key from idempotency`.execute(tx))).rows).toEqual([])
    expect(await files.has('63.11', kept.hash)).toBe(true)
  })
})
