// What a region's tables hold, read from the catalog of the database: every table with a region_code, fingerprints to see
// that nothing changed, and raw SQL inside a region. Must stay true: no list of tables stands here; a new one is found.
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../src/platform/db/database.ts'
import { regionsToSeal } from '../../src/platform/journal/seal-journal.ts'

/** Every table with a region_code, named with its schema. */
export async function regionTables(database: Database): Promise<readonly string[]> {
  const { rows } = await database.asOwner(
    (tx) =>
      sql<{ name: string }>`
        select format('%I.%I', n.nspname, c.relname) as name
        from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'region_code' and not a.attisdropped
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
        order by 1`.execute(tx),
    { readOnly: true },
  )
  return rows.map(({ name }) => name)
}

/** Waits until the running house's sealer has numbered what the region's journal holds: it writes half a second after a commit. */
async function journalIsSealed(database: Database, region: string): Promise<void> {
  const until = Date.now() + 20_000
  while ((await regionsToSeal(database)).includes(region)) {
    if (Date.now() > until) throw new Error(`The journal of ${region} is not sealed: does the sealer run?`)
    await delay(50)
  }
}

/** A short sum over all rows of a region in each table; tables the application may not read are left out. */
export async function fingerprints(
  database: Database,
  region: string,
  tables: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  await journalIsSealed(database, region)
  const sums: Record<string, string> = {}
  for (const table of tables) {
    const rows = await tryInRegion<{ sum: string }>(
      database,
      region,
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${table} t where region_code = '${region}'`,
    )
    if (rows.ok) sums[table] = rows.rows[0]!.sum
  }
  return sums
}

export type Tried<T> =
  | { readonly ok: true; readonly rows: readonly T[]; readonly changed: bigint }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** One statement as the application's role inside a region; an error of the database is an answer. */
export async function tryInRegion<T>(database: Database, region: string, text: string): Promise<Tried<T>> {
  try {
    return await database.inRegion(region, async (tx) => {
      const { rows, numAffectedRows } = await sql.raw<T>(text).execute(tx)
      return { ok: true as const, rows, changed: numAffectedRows ?? 0n }
    })
  } catch (error) {
    let cause: unknown = error
    while (
      cause instanceof Error &&
      !('code' in cause && /^[0-9A-Z]{5}$/.test(String(cause.code))) &&
      cause.cause !== undefined
    )
      cause = cause.cause
    const { code = '', message = '' } = cause as { code?: string; message?: string }
    return { ok: false, code: String(code), message }
  }
}
