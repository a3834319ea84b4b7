// What lies in the queue, job by job, for whoever runs the house. Must stay true: ids, kinds and reasons only, nothing of
// citizens (payloads carry ids, reasons are kept by `reasonOf`); an installation that never started has an empty queue.
import type { Database } from '../db/database.ts'
import { scrub } from '../log.ts'
import { DEAD } from './queue.ts'

export type JobState = 'waiting' | 'retrying' | 'active' | 'dead'
export type ListedJob = {
  readonly id: string
  readonly state: JobState
  readonly kind: string
  /** The region that asked for it; null for a scheduled job. */
  readonly region: string | null
  /** What it is about: an id, a village. */
  readonly key: string | null
  /** Tries that failed; of a dead one, all that it had. */
  readonly failed: number
  /** Since when it is where it is: queued, or dead. */
  readonly since: string
  /** When it is tried next; null for one that runs or is dead. */
  readonly next: string | null
  /** Why the last try failed. */
  readonly error: string | null
}
export type JobListing = { readonly jobs: readonly ListedJob[]; readonly total: number }

type Row = {
  id: string
  state: JobState
  kind: string
  region: string | null
  key: string | null
  failed: number
  since: Date
  next: Date | null
  error: string | null
  total: number
}
const MOST = 1000

/** The queue is made by the first start. */
export async function hasQueue(db: Database): Promise<boolean> {
  const { rows } = await db.runAs('jobs', `select to_regclass('pgboss.job') is not null as there`)
  return (rows as { there: boolean }[])[0]?.there === true
}

/** Dead ones first, then what runs and what waits, each newest first; at most `limit`, with how many there are. */
export async function listJobs(
  db: Database,
  { onlyDead = false, limit = MOST }: { readonly onlyDead?: boolean; readonly limit?: number } = {},
): Promise<JobListing> {
  if (!(await hasQueue(db))) return { jobs: [], total: 0 }
  const { rows } = await db.runAs(
    'jobs',
    `select id::text, data->>'kind' as kind, data->>'region' as region, data->>'key' as key, created_on as since,
       case when name = $1 then 'dead' when state = 'active' then 'active' when state = 'retry' then 'retrying' else 'waiting' end as state,
       case when name = $1 then retry_limit + 1 when state = 'retry' then retry_count + 1 else retry_count end as failed,
       case when name = $1 or state = 'active' then null else start_after end as next,
       coalesce(output->>'message', output->'value'->>'message') as error,
       (count(*) over ())::int as total
     from pgboss.job
     where (name = $1 and state = 'created') or (not $2 and name in ('work', 'single') and state <= 'active')
     order by name <> $1, state desc, created_on desc, id limit $3`,
    [DEAD, onlyDead, limit],
  )
  const found = rows as Row[]
  return {
    total: found[0]?.total ?? 0,
    jobs: found.map(({ total: _total, since, next, error, ...row }) => ({
      ...row,
      since: since.toISOString(),
      next: next?.toISOString() ?? null,
      error: error === null ? null : scrub(error),
    })),
  }
}
