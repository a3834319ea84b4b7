// Jobs that failed for good: visible, and given another chance by a person. Must stay true: shows what the job was
// about and the last error's words, never data of citizens (payloads carry ids only).
import type { Database } from '../db/database.ts'
import type { OutboxPayload } from './outbox.ts'
import { DEAD } from './queue.ts'

export type DeadJob = {
  readonly id: string
  readonly kind: string
  readonly region: string | undefined
  readonly key: string | undefined
  readonly payload: OutboxPayload
  readonly error: string
  readonly diedAt: Date
}
export type QueueState = {
  readonly outbox: number
  readonly waiting: number
  readonly active: number
  readonly dead: number
  /** Messages to people that a carrier did not take and that are tried again. */
  readonly notices: number
}

type DeadRow = {
  id: string
  data: { kind: string; region: string | null; key: string | null; payload: OutboxPayload }
  output: { message?: string } | null
  created_on: Date
}

/** The dead jobs of one region, or of all, newest first, at most `limit`. */
export async function listDeadJobs(db: Database, region: string | undefined, limit = 100): Promise<readonly DeadJob[]> {
  const { rows } = await db.runAs(
    'jobs',
    `select id, data, output, created_on from pgboss.job where name = $1 and state = 'created' and ($2::text is null or data->>'region' = $2) order by created_on desc limit $3`,
    [DEAD, region ?? null, limit],
  )
  return (rows as DeadRow[]).map(({ id, data, output, created_on }) => ({
    id,
    kind: data.kind,
    region: data.region ?? undefined,
    key: data.key ?? undefined,
    payload: data.payload,
    error: output?.message ?? '',
    diedAt: created_on,
  }))
}

/** Removes dead jobs of before `before`; gives how many. */
export async function forgetDeadJobs(db: Database, before: Date): Promise<number> {
  const { rows } = await db.runAs(
    'jobs',
    `delete from pgboss.job where name = $1 and state = 'created' and created_on < $2 returning id`,
    [DEAD, before],
  )
  return rows.length
}

/** Queues a dead job again, with all its tries. Gives false when it is not there (any more). Safe to call twice. */
export async function retryDeadJob(db: Database, id: string): Promise<boolean> {
  const { rows } = await db.runAs(
    'jobs',
    `with dead as (delete from pgboss.job where name = $1 and id = $2 and state = 'created' returning id, data)
     insert into pgboss.job (id, name, data, retry_limit, retry_delay, retry_backoff, expire_in, keep_until, dead_letter, policy)
     select id, 'work', data, 10, 5, true, interval '2 minutes', now() + interval '14 days', $1, 'standard' from dead
     returning id`,
    [DEAD, id],
  )
  return rows.length === 1
}

/** How much is waiting where, for the status page and the metrics. */
export async function queueState(db: Database): Promise<QueueState> {
  const outbox = await db.asPlatform(
    async (tx) =>
      (
        await tx
          .withTables<{ outbox: { id: string } }>()
          .selectFrom('outbox')
          .select((e) => e.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    { readOnly: true },
  )
  const { rows } = await db.runAs(
    'jobs',
    `select
      count(*) filter (where name <> $1 and state < 'active') as waiting,
      count(*) filter (where name <> $1 and state = 'active') as active,
      count(*) filter (where name <> $1 and state = 'retry' and data->>'kind' = 'notify.send') as notices,
      count(*) filter (where name = $1 and state = 'created') as dead from pgboss.job`,
    [DEAD],
  )
  const [counts] = rows as { waiting: number; active: number; dead: number; notices: number }[]
  return {
    outbox,
    waiting: counts?.waiting ?? 0,
    active: counts?.active ?? 0,
    dead: counts?.dead ?? 0,
    notices: counts?.notices ?? 0,
  }
}
