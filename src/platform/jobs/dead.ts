// Jobs that failed for good: counted, given another chance by a person, forgotten in their time. Must stay true: none goes by
// itself before that time, and a chance given twice is one.
import type { Database } from '../db/database.ts'
import { hasQueue } from './job-list.ts'
import { DEAD } from './queue.ts'

export type QueueState = {
  readonly outbox: number
  readonly waiting: number
  readonly active: number
  readonly dead: number
  /** Messages to people that a carrier did not take and that are tried again. */
  readonly notices: number
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

/**
 * Queues dead jobs again with all their tries: the one of this id, or all. Gives their ids before and now; none when it is not
 * there (any more), so asking twice is safe. The handler's own limit ends a try; the hour only finds tries of a killed process.
 */
export async function retryDeadJobs(
  db: Database,
  id: string | 'all',
): Promise<readonly { readonly was: string; readonly id: string }[]> {
  if (!(await hasQueue(db))) return []
  const { rows } = await db.runAs(
    'jobs',
    `with dead as (
       delete from pgboss.job where name = $1 and state = 'created' and ($2::uuid is null or id = $2)
       returning id as was, gen_random_uuid() as id, data, retry_limit),
     queued as (
       insert into pgboss.job (id, name, data, retry_limit, retry_delay, retry_backoff, expire_in, keep_until, dead_letter, policy)
       select id, 'work', data, retry_limit, 5, true, interval '1 hour', now() + interval '1 year', $1, 'standard' from dead)
     select was, id from dead order by was`,
    [DEAD, id === 'all' ? null : id],
  )
  return rows as { was: string; id: string }[]
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
