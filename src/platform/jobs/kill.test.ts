// kill -9 in the middle of work: afterwards every job has had its effect, exactly once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { startChild } from '../../../tests/support/child.ts'
import { platformMigrations, testAdapter } from '../../../tests/support/database.ts'
import { createPostgresDatabase } from '../../../tests/support/postgres.ts'
import { openDatabase } from '../db/database.ts'

const JOBS = 60

it('loses and doubles nothing when the process is killed three times', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'puja-kill-'))
  const server = testAdapter() === 'postgres' ? await createPostgresDatabase(platformMigrations()) : undefined
  const place = server?.url ?? folder
  const migrations = platformMigrations()
  try {
    const first = await startChild('work-jobs', [place, String(JOBS)])
    await first.line(/^written/)
    await first.kill()
    for (let kills = 0; kills < 2; kills++) {
      const next = await startChild('work-jobs', [place])
      await Promise.race([next.line(/^did/), new Promise((resolve) => setTimeout(resolve, 5_000))])
      await next.kill()
    }
    if (server !== undefined) {
      // With PostgreSQL a dead process's jobs come back once their second is up.
      await new Promise((resolve) => setTimeout(resolve, 1_500))
    }
    const last = await startChild('work-jobs', [place])
    await last.line(/^ready/)
    last.say('settle')
    await last.ended

    const db = await openDatabase(
      server === undefined ? { kind: 'pglite', folder, migrations } : { kind: 'postgres', url: place, migrations },
    )
    const read = () =>
      db.inRegion('63.11', (tx) =>
        sql<{
          effects: number
          cases: number
        }>`select count(*) as effects, count(distinct case_id) as cases from journal where action = 'test.effect'`.execute(
          tx,
        ),
      )
    const { rows } = await read()
    await db.close()
    expect(rows).toEqual([{ effects: JOBS, cases: JOBS }])
  } finally {
    await server?.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}, 180_000)
