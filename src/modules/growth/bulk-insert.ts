// Many rows of growth in one statement: the database reads them from one JSON text by the names of its own columns, which is
// some ten times faster than a parameter for each figure. For imports and the demo; SQL only.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { GrowthTables } from './tables.ts'

const AT_ONCE = 2000
const JSON_COLUMNS = new Set(['facts', 'findings', 'evidence', 'counts', 'data'])

/** Inserts all; columns that hold JSON may stand as its text. */
export async function bulkInsertGrowth<Name extends keyof GrowthTables>(
  tx: Tx,
  name: Name,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const text = JSON.stringify(rows.slice(from, from + AT_ONCE).map(plain))
    await sql`insert into ${sql.table(name)} select * from jsonb_populate_recordset(null::${sql.table(name)}, ${text}::jsonb)`.execute(
      tx,
    )
  }
}

function plain(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]: [string, unknown]) => {
      if (value instanceof Uint8Array) return [column, `\\x${Buffer.from(value).toString('hex')}`]
      if (typeof value === 'string' && JSON_COLUMNS.has(column)) return [column, JSON.parse(value)]
      return [column, value]
    }),
  )
}

/** After many rows: what the planner believes about them is brought up to date. */
export async function analyzeGrowth(tx: Tx): Promise<void> {
  for (const name of ['growth_child', 'growth_child_stay', 'growth_measurement', 'growth_child_month', 'growth_alert'])
    await sql`analyze ${sql.table(name)}`.execute(tx)
}
