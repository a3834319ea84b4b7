// A large fill of an empty register: its indexes, unique and foreign keys are taken away, the rows written, and everything is
// laid and checked again over all rows at once, some three times cheaper than row by row. Must stay true: all of it is one
// transaction, so that a fill that breaks off, or rows that break a rule, leave the empty register with all its rules behind.
import { sql } from 'kysely'
import { isTenantCode } from '../../../kernel/region-code.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Tx } from '../../../platform/db/tx.ts'

const TIMEOUT_MS = 600_000

/** Runs `work` in one transaction that may write this region's rows, without the indexes of `tables` until it is done. */
export async function fillEmpty(
  db: Database,
  region: string,
  tables: readonly string[],
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  if (!isTenantCode(region)) throw new Error(`Not the code of a region: ${JSON.stringify(region)}`)
  await db.asOwner(
    async (tx) => {
      await sql`set local app.region = '${sql.raw(region)}'`.execute(tx)
      const { drop, lay } = await rulesOf(tx, tables)
      for (const text of drop) await sql.raw(text).execute(tx)
      await work(tx)
      await sql`set local maintenance_work_mem = '256MB'`.execute(tx)
      for (const text of lay) await sql.raw(text).execute(tx)
    },
    { statementTimeoutMs: TIMEOUT_MS },
  )
}

/** True when no region has a person yet. */
export async function isEmptyRegister(db: Database): Promise<boolean> {
  return db.asOwner(async (tx) => {
    const { rows } = await sql<{ any: boolean }>`select exists (select from person) as any`.execute(tx)
    return rows[0]?.any === false
  })
}

/** What to take away and what to lay again, in order; primary keys that others point at stay. */
async function rulesOf(
  tx: Tx,
  tables: readonly string[],
): Promise<{ drop: readonly string[]; lay: readonly string[] }> {
  const { rows } = await sql<{ drop: string; lay: string }>`
    with t as (select unnest(${tables}::text[])::regclass as oid),
    own as (
      select c.oid, c.conname, c.conrelid, c.contype, c.conindid from pg_constraint c join t on t.oid = c.conrelid
      where c.contype = 'f' or (c.contype in ('u', 'p') and not exists (
        select from pg_constraint f where f.contype = 'f' and f.confrelid = c.conrelid and f.conindid = c.conindid))
    )
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as lay,
           contype <> 'f' as later
      from own
    union all
    select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), true
      from pg_index i join t on t.oid = i.indrelid
     where not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('u', 'p'))
    order by later, 1`.execute(tx)
  return { drop: rows.map((row) => row.drop), lay: [...rows].sort(byLaying).map((row) => row.lay) }
}

/** Foreign keys are checked last, when the indexes that they ask are there again. */
function byLaying(one: { lay: string }, other: { lay: string }): number {
  return Number(one.lay.includes(' FOREIGN KEY ')) - Number(other.lay.includes(' FOREIGN KEY '))
}
