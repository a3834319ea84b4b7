// The platform's own nightly work: old answers of commands go, and bytes that no row names. Must stay true: harmless
// when repeated; what a citizen or an officer may still need is never removed here.
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Files } from '../files/files.ts'
import { defineJob, type JobDefinition } from './job.ts'

/** A phone that was offline longer than this asks for the state instead of sending its command again. */
const ANSWERS_KEPT_DAYS = 60

/** Removes answers of commands older than `days`, of all regions; gives how many. */
export async function forgetOldAnswers(db: Database, now: Date, days = ANSWERS_KEPT_DAYS): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000)
  return db.asPlatform(
    async (tx) => {
      const done = await sql`delete from idempotency where created_at < ${before}`.execute(tx)
      return Number(done.numAffectedRows ?? 0n)
    },
    { statementTimeoutMs: 120_000 },
  )
}

/** Sweeps the file store of every region that has joined; gives how many files went. */
export async function sweepAllFiles(db: Database, files: Files, olderThanMs?: number): Promise<number> {
  const regions = await db.asPlatform(
    (tx) =>
      tx.withTables<{ regions: { code: string } }>().selectFrom('regions').select('code').orderBy('code').execute(),
    { readOnly: true },
  )
  let swept = 0
  for (const { code } of regions) swept += await files.sweep(code, olderThanMs)
  return swept
}

/** For `startJobs`: at 02:10 and 02:40 in Central Indonesia. */
export function housekeepingJobs(db: Database, files: Files, clock: Clock): readonly JobDefinition[] {
  return [
    defineJob('platform.forget-answers', async () => void (await forgetOldAnswers(db, clock.now())), {
      schedule: { dailyAt: '02:10', hoursEast: 8 },
      timeoutSeconds: 600,
    }),
    defineJob('platform.sweep-files', async () => void (await sweepAllFiles(db, files)), {
      schedule: { dailyAt: '02:40', hoursEast: 8 },
      timeoutSeconds: 3600,
    }),
  ]
}
