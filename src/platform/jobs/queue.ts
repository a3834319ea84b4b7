// The job queue: pg-boss in the schema and under the role `jobs`. Must stay true: it is fed by the dispatcher and the
// schedule only, never inside a region's transaction; a job's id is given, so queueing it twice queues it once.
import PgBoss from 'pg-boss'
import type { Database } from '../db/database.ts'
import type { JobDefinition } from './job.ts'
import type { OutboxPayload } from './outbox.ts'

export type QueuedData = { kind: string; region: string | null; key: string | null; payload: OutboxPayload }
export type Queueable = { id: string; data: QueuedData; notBefore: Date | null }

/** `work`: every job; `single`: those that collapse by region and key; `dead`: those that failed for good. */
export const QUEUES = ['work', 'single'] as const
export type QueueName = (typeof QUEUES)[number]
export const DEAD = 'dead'

const YEAR_MINUTES = 365 * 24 * 60

export async function openQueue(db: Database, onError: (error: unknown) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: 'pgboss',
    schedule: false,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 12 * 3600,
    deleteAfterDays: 7,
    db: {
      // The schema is there already; this role may not create schemas.
      executeSql: (text: string, values: unknown[]) =>
        db.runAs('jobs', text.replace(/create schema if not exists pgboss\s*;/i, ''), values),
    },
  })
  boss.on('error', onError)
  await boss.start()
  await boss.createQueue(DEAD, { name: DEAD, policy: 'standard' })
  await boss.createQueue('work', { name: 'work', policy: 'standard', deadLetter: DEAD })
  await boss.createQueue('single', { name: 'single', policy: 'short', deadLetter: DEAD })
  await keepLong(db)
  await indexByTurn(db)
  // Backups read the waiting jobs in the same snapshot as everything else.
  await db.runAs('jobs', 'grant select on pgboss.job to puja_owner')
  return boss
}

/**
 * Left alone, the library puts away what has waited for two weeks, and what failed for good after four. A server may stand still
 * longer than that, and what failed waits for a person; `forgetDeadJobs` ends it in its time. Also for queues that were there before.
 */
async function keepLong(db: Database): Promise<void> {
  await db.runAs(
    'jobs',
    `update pgboss.queue set retention_minutes = $1 where name = any($2::text[]) and retention_minutes is distinct from $1`,
    [YEAR_MINUTES, [...QUEUES, DEAD]],
  )
}

/**
 * The library looks for the next job among all that are due, sorted anew each time: with thousands waiting (an import, a receiver that
 * is down for hours) each look would cost as much as their number. In this index they lie in their turn.
 */
async function indexByTurn(db: Database): Promise<void> {
  const { rows } = await db.runAs(
    'jobs',
    `select partition_name as name from pgboss.queue
     where partition_name is not null and to_regclass('pgboss.' || quote_ident(partition_name || '_turn')) is null`,
  )
  for (const { name } of rows as { name: string }[])
    await db.runAs(
      'jobs',
      `create index if not exists "${name}_turn" on pgboss."${name}" (name, priority desc, created_on, id) where state < 'active'`,
    )
}

/** Queues jobs; those already queued under their id are left as they are. Gives the queues they went to. */
export async function enqueue(
  boss: PgBoss,
  definitions: ReadonlyMap<string, JobDefinition>,
  jobs: readonly Queueable[],
): Promise<ReadonlySet<QueueName>> {
  const used = new Set<QueueName>()
  if (jobs.length === 0) return used
  await boss.insert(
    jobs.map(({ id, data, notBefore }) => {
      const options = definitions.get(data.kind)?.options
      const collapse = options?.collapse === true && data.key !== null
      const name: QueueName = collapse ? 'single' : 'work'
      used.add(name)
      return {
        id,
        name,
        data,
        priority: options?.priority ?? 0,
        retryLimit: options?.retries ?? 10,
        retryDelay: options?.firstWaitSeconds ?? 5,
        retryBackoff: true,
        expireInSeconds: options?.timeoutSeconds ?? 120,
        deadLetter: DEAD,
        ...(collapse ? { singletonKey: `${data.region ?? ''}/${data.kind}/${data.key}` } : {}),
        ...(notBefore === null ? {} : { startAfter: notBefore.toISOString() }),
      }
    }),
  )
  return used
}

/**
 * Gives jobs back that a killed process left behind as active. Only for the embedded database, whose folder no other
 * process can have; with PostgreSQL they come back when their time is up.
 */
export async function recoverOrphans(db: Database, boss: PgBoss): Promise<number> {
  let count = 0
  for (const name of QUEUES) {
    const { rows } = await db.runAs('jobs', `select id::text from pgboss.job where name = $1 and state = 'active'`, [
      name,
    ])
    const ids = (rows as { id: string }[]).map(({ id }) => id)
    for (const id of ids) await boss.fail(name, id, { message: 'the process ended while this job was running' })
    count += ids.length
  }
  return count
}
