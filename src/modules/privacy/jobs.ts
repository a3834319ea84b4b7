// The nightly removal of what is kept no longer: each rule of retention.ts with the step that obeys it, handed in. Must stay
// true: a page is one transaction; a run that broke off goes on where it was; what was removed is counted for the register.
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import { NIGHTLY_AT, type NightlyRule, RETENTION } from './retention.ts'
import { noteRetention } from './store.ts'

/** Removes at most `limit` things older than `before`; gives how many went. */
export type RetentionStep = {
  readonly rule: NightlyRule
  readonly remove: (tx: Tx, region: string, before: Date, now: Date, limit: number) => Promise<number>
}
export type RetentionTools = {
  readonly database: Database
  readonly clock: Clock
  readonly regions: () => Promise<readonly string[]>
  readonly steps: readonly RetentionStep[]
}
const PAGE = 200
const DAY_MS = 86_400_000
/** The kind of a run that somebody asked for. */
export const RUN_NOW = 'privacy.retention-now'
/** Draft days are counted until they are closed; their contents go the night after. */
const FROM_CLOSING: readonly NightlyRule[] = ['drafts']

/** Runs every rule in a region; gives what went by rule. */
export async function runRetention(
  { database, clock, steps }: RetentionTools,
  region: string,
): Promise<Readonly<Record<string, number>>> {
  const gone: Record<string, number> = {}
  for (const { rule, remove } of steps) {
    const now = clock.now()
    const { days } = RETENTION[rule]
    const before = FROM_CLOSING.includes(rule) ? now : new Date(now.getTime() - days * DAY_MS)
    let removed = 0
    for (;;) {
      const page = await database.inRegion(region, (tx) => remove(tx, region, before, now, PAGE), {
        statementTimeoutMs: 60_000,
      })
      removed += page
      if (page < PAGE) break
    }
    await database.inRegion(region, (tx) => noteRetention(tx, region, rule, removed, now))
    gone[rule] = removed
  }
  return gone
}

/** For `startJobs`: at 01:20 in Central Indonesia, before the sweep of files. */
export function retentionJobs(tools: RetentionTools): readonly JobDefinition[] {
  return [
    defineJob(
      'privacy.retention',
      async () => {
        for (const region of await tools.regions()) await runRetention(tools, region)
      },
      { schedule: NIGHTLY_AT, timeoutSeconds: 3600 },
    ),
    // Asked for on the page of retention, in the region of whoever asked.
    defineJob(RUN_NOW, async ({ region }) => void (region === undefined || (await runRetention(tools, region))), {
      timeoutSeconds: 3600,
      collapse: true,
    }),
  ]
}
