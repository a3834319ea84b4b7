// Hands outbox rows to the job queue after their commit. Must stay true: a row goes only after the queue has it, and
// its id is the job's id: dying between the two hands it over twice and queues it once. Any number may run at once.
import { sql } from 'kysely'
import type PgBoss from 'pg-boss'
import type { Database } from '../db/database.ts'
import type { JobDefinition } from './job.ts'
import type { OutboxTable } from './outbox.ts'
import { enqueue, type QueueName } from './queue.ts'

type Tables = { outbox: OutboxTable }
const PAGE = 500

/** Hands over everything that is committed now; gives how many rows and to which queues. */
export async function dispatchOutbox(
  db: Database,
  boss: PgBoss,
  definitions: ReadonlyMap<string, JobDefinition>,
): Promise<{ readonly handed: number; readonly queues: ReadonlySet<QueueName> }> {
  let handed = 0
  const queues = new Set<QueueName>()
  for (;;) {
    const rows = await db.asPlatform(
      (tx) => tx.withTables<Tables>().selectFrom('outbox').selectAll().limit(PAGE).execute(),
      { readOnly: true },
    )
    if (rows.length === 0) return { handed, queues }
    const used = await enqueue(
      boss,
      definitions,
      rows.map((row) => ({
        id: row.id,
        notBefore: row.not_before,
        data: { kind: row.kind, region: row.region_code, key: row.key, payload: row.payload },
      })),
    )
    await db.asPlatform((tx) =>
      tx
        .withTables<Tables>()
        .deleteFrom('outbox')
        .where(sql<boolean>`region_code = any(${[...new Set(rows.map((row) => row.region_code))]}::text[])`)
        .where(sql<boolean>`id = any(${rows.map(({ id }) => id)}::uuid[])`)
        .execute(),
    )
    for (const queue of used) queues.add(queue)
    handed += rows.length
    if (rows.length < PAGE) return { handed, queues }
  }
}
