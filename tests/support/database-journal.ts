// A journal to try things on: a region of its own for each test, entries, and an administrator who breaks the rules.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { fixedClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { folderHeads, type HeadStore } from '../../src/platform/journal/heads.ts'
import { type JournalEntry, writeJournal } from '../../src/platform/journal/journal.ts'
import { memoryKeyRing } from '../../src/platform/secrets/memory-key-ring.ts'
import { openTestDatabase, platformMigrations } from './database.ts'

const START = '2026-03-02T02:00:00Z'

export class JournalBench {
  db!: Database
  heads!: HeadStore
  region = ''
  readonly clock = fixedClock(START)
  readonly ring = memoryKeyRing()

  get tools() {
    return { ring: this.ring, clock: this.clock, heads: this.heads }
  }

  entry(n: number, more: Partial<JournalEntry> = {}): JournalEntry {
    return {
      at: new Date(this.clock.now().getTime() + n),
      actor: `account-${n}`,
      role: 'verifier',
      unit: 'dukcapil',
      device: 'd1',
      caseId: `case-${n}`,
      subject: `p${n}`,
      action: 'case.read',
      fields: ['name', 'birthDate'],
      reason: 'check',
      ...more,
    }
  }

  /** Entries `from`, `from + 1`, … in one transaction, a millisecond apart. */
  write(count: number, from = 0): Promise<void> {
    const entries = Array.from({ length: count }, (_, n) => this.entry(from + n))
    return this.db.inRegion(this.region, (tx) => writeJournal(tx, entries))
  }

  /** As the administrator of the server, past every rule: row security off and all rights. `$region` is filled in. */
  async tamper(statement: string): Promise<void> {
    await this.db.asOwner(async (tx) => {
      const force = async (word: string) => {
        for (const table of ['journal', 'journal_heads'])
          await sql.raw(`alter table ${table} ${word} row level security`).execute(tx)
      }
      await force('no force')
      await sql.raw(statement.replaceAll('$region', `'${this.region}'`)).execute(tx)
      await force('force')
    })
  }
}

/** Opens the bench for the tests of one file. */
export function useJournal(): JournalBench {
  const bench = new JournalBench()
  let counter = 0
  beforeAll(async () => {
    bench.db = await openTestDatabase({ migrations: platformMigrations() })
  })
  afterAll(() => bench.db.close())
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'puja-heads-'))
    bench.heads = folderHeads(folder)
    bench.region = `${11 + Math.floor(counter / 90)}.${String(10 + (counter++ % 90))}`
    bench.clock.set(START)
    return () => rmSync(folder, { recursive: true, force: true })
  })
  return bench
}
