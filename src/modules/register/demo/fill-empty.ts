// A large fill of an empty register: its indexes, unique and foreign keys are taken away, the rows written, and everything is
// laid and checked again over all rows at once, some three times cheaper than row by row. Must stay true: all of it is one
// transaction, so that a fill that breaks off, or rows that break a rule, leave the empty register with all its rules behind; nobody
// else sees or writes these tables meanwhile.
import { sql } from 'kysely'
import { isTenantCode } from '../../../kernel/region-code.ts'
import type { CopyIn } from '../../../platform/db/copy-in.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Tx } from '../../../platform/db/tx.ts'

const TIMEOUT_MS = 600_000

/** The transaction of the fill, and the way to hand rows over as COPY where the adapter has it. */
export type Filling = { readonly tx: Tx; readonly copy: CopyIn | undefined }

/**
 * Runs `work` in one transaction that may write this region's rows, without the indexes of `tables` until it is done. False, with
 * nothing done, when one of the tables has rows of any region.
 */
export async function fillEmpty(
  db: Database,
  region: string,
  tables: readonly string[],
  work: (filling: Filling) => Promise<void>,
  onLaid: (rules: number, of: number) => void = () => {},
): Promise<boolean> {
  if (!isTenantCode(region)) throw new Error(`Not the code of a region: ${JSON.stringify(region)}`)
  const inside = async (tx: Tx, copy: CopyIn | undefined): Promise<boolean> => {
    await sql`lock table ${sql.join(tables.map((table) => sql.table(table)))} in access exclusive mode`.execute(tx)
    for (const table of tables) if (await hasRows(tx, table)) return false
    await sql`set local app.region = '${sql.raw(region)}'`.execute(tx)
    const { drop, lay } = await rulesOf(tx, tables)
    for (const text of drop) await sql.raw(text).execute(tx)
    // COPY knows no row security: it is off for the owner alone, inside this lock, and what it would have said is asked below.
    if (copy !== undefined) for (const table of tables) await forceRowSecurity(tx, table, 'no force')
    await work({ tx, copy })
    for (const setting of LAYING) await sql.raw(`set local ${setting}`).execute(tx)
    for (const [index, text] of lay.entries()) {
      await sql.raw(text).execute(tx)
      onLaid(index + 1, lay.length)
    }
    if (copy !== undefined)
      for (const table of tables) {
        await forceRowSecurity(tx, table, 'force')
        if (await hasRows(tx, table, region)) throw new Error(`A row of another region came into ${table}.`)
      }
    return true
  }
  const options = { statementTimeoutMs: TIMEOUT_MS }
  return db.loading === undefined
    ? db.asOwner((tx) => inside(tx, undefined), options)
    : db.loading((tx, copy) => inside(tx, copy), options)
}

/** Memory for sorting, and a second process of the server for the sorting of tables of a megabyte. */
const LAYING = ["maintenance_work_mem = '256MB'", "min_parallel_table_scan_size = '1MB'"] as const

async function forceRowSecurity(tx: Tx, table: string, how: 'force' | 'no force'): Promise<void> {
  await sql`alter table ${sql.table(table)} ${sql.raw(how)} row level security`.execute(tx)
}

/** Whether a table has rows, of any region or of any other than one. */
async function hasRows(tx: Tx, table: string, except?: string): Promise<boolean> {
  const others = except === undefined ? sql`` : sql`where region_code <> ${except}`
  const { rows } = await sql<{
    any: boolean
  }>`select exists (select from ${sql.table(table)} ${others}) as any`.execute(tx)
  return rows[0]?.any === true
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
