// How many values each key still holds, counted over all regions. Must stay true: counts and key ids only, no value; a key
// with a count above zero is needed to open or find something.
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Tx } from '../db/tx.ts'
import { HASH_PURPOSE } from './reseal.ts'
import type { SealedPlace, StayingPlace } from './sealed-place.ts'

export type KeyUse = {
  readonly purpose: string
  readonly id: string
  readonly place: string
  readonly count: number
  /** Set when `reseal` does not change it. */
  readonly until?: string
}
type Counted = { readonly id: string; readonly count: number }

async function countBy(tx: Tx, table: string, column: string, form: StayingPlace['form']): Promise<readonly Counted[]> {
  const ref = sql.ref(`t.${column}`)
  const id = {
    sealed: sql`lpad((get_byte(substring(${ref} from 2 for 2), 0) * 256 + get_byte(substring(${ref} from 2 for 2), 1))::text, 4, '0')`,
    hash: sql`split_part(${ref}::text, '.', 1)`,
    'hash-bytes': sql`split_part(convert_from(${sql.ref(`t.${column}`)}::bytea, 'utf8'), '.', 1)`,
    'hash-values': sql`split_part(v.value, '.', 1)`,
    'key-id': sql`${ref}::text`,
  }[form]
  const more = form === 'hash-values' ? sql`cross join lateral jsonb_each_text(t.${sql.ref(column)}) v` : sql``
  const { rows } = await sql<Counted>`
    select ${id} as id, count(*)::int as count from ${sql.table(table)} t ${more}
    where ${ref} is not null group by 1 order by 1`.execute(tx)
  return rows
}

/** One line for each key and place that use each other. */
export async function countKeyUse(
  database: Database,
  sealed: readonly SealedPlace[],
  staying: readonly StayingPlace[],
): Promise<readonly KeyUse[]> {
  return database.asOwner(
    async (tx) => {
      const uses: KeyUse[] = []
      for (const place of sealed) {
        for (const one of await countBy(tx, place.table, place.column, 'sealed'))
          uses.push({ purpose: 'seal', place: `${place.table}.${place.column}`, ...one })
        for (const hash of place.hashes ?? [])
          for (const one of await countBy(tx, place.table, hash.column, hash.bytes === true ? 'hash-bytes' : 'hash'))
            uses.push({ purpose: HASH_PURPOSE, place: `${place.table}.${hash.column}`, ...one })
      }
      for (const { table, column, form, purpose, until } of staying)
        for (const one of await countBy(tx, table, column, form))
          uses.push({ purpose, place: `${table}.${column}`, until, ...one })
      return uses
    },
    { readOnly: true },
  )
}
