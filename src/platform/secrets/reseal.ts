// After a key was turned: seals and hashes anew what older keys made, a few rows in a transaction. Must stay true: it may be
// stopped or killed between two rows' transactions and begun again (each look finds by itself what is left); rows are locked
// while they change; a value is never without a key that opens it; what does not open is counted and left as it is.
import { sql } from 'kysely'
import { isTenantCode } from '../../kernel/region-code.ts'
import type { Database } from '../db/database.ts'
import type { Tx } from '../db/tx.ts'
import type { KeyRing } from './key-ring.ts'
import { keyedHash, keyedHashes, openSealed, SealBroken, seal } from './seal.ts'
import type { HashColumn, PlaceRow, SealedPlace } from './sealed-place.ts'

export const HASH_PURPOSE = 'nik-hash'
export type Batch = {
  /** The key of the last row looked at; undefined when the place is done. */
  readonly after: readonly string[] | undefined
  readonly renewed: number
  readonly broken: number
}
type KeyColumn = { readonly name: string; readonly type: string }
type Found = Record<string, unknown> & { readonly sealed_value: Uint8Array }

/** Two bytes of the sealed value name its key. */
export const keyBytes = (id: string): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(Number(id))
  return bytes
}
const hashText = ({ column, bytes }: Pick<HashColumn, 'column' | 'bytes'>) =>
  bytes === true ? sql`convert_from(${sql.ref(`t.${column}`)}, 'utf8')` : sql`${sql.ref(`t.${column}`)}`

/** What is still under another key than the current one. */
function isOld(ring: KeyRing, place: SealedPlace) {
  const hash = ring.current(HASH_PURPOSE).id
  const hashes = (place.hashes ?? []).map(
    (one) => sql`or (${sql.ref(`t.${one.column}`)} is not null and split_part(${hashText(one)}, '.', 1) <> ${hash})`,
  )
  const seal = keyBytes(ring.current('seal').id)
  return sql`(substring(${sql.ref(`t.${place.column}`)} from 2 for 2) <> ${seal} ${sql.join(hashes, sql` `)})`
}

/** The primary key of a table without its region, in order. */
async function keyOf(tx: Tx, table: string): Promise<readonly KeyColumn[]> {
  const { rows } = await sql<KeyColumn>`
    select a.attname as name, format_type(a.atttypid, null) as type
    from pg_index i cross join lateral unnest(i.indkey) with ordinality k (n, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n
    where i.indrelid = ${table}::regclass and i.indisprimary and a.attname <> 'region_code' order by k.place`.execute(
    tx,
  )
  return rows
}

async function readPage(
  tx: Tx,
  ring: KeyRing,
  place: SealedPlace,
  keys: readonly KeyColumn[],
  region: string | undefined,
  after: readonly string[] | undefined,
  limit: number,
): Promise<readonly Found[]> {
  const names = [...new Set([...keys.map(({ name }) => name), ...(place.also ?? [])])]
  const columns = names.map((name) => sql`${sql.ref(`t.${name}`)}::text as ${sql.ref(name)}`)
  const hashes = (place.hashes ?? []).map((one) => sql`${hashText(one)} as ${sql.ref(one.column)}`)
  const order = sql.join(keys.map(({ name }) => sql`${sql.ref(`t.${name}`)}`))
  const from =
    after === undefined
      ? sql``
      : sql`and (${order}) > (${sql.join(keys.map(({ type }, index) => sql`${after[index] ?? ''}::${sql.raw(type)}`))})`
  const { rows } = await sql<Found>`
    select ${sql.join([...columns, ...hashes])}, ${sql.ref(`t.${place.column}`)} as sealed_value
    from ${sql.table(place.table)} t
    where ${region === undefined ? sql`true` : sql`t.region_code = ${region}`} and ${sql.ref(`t.${place.column}`)} is not null
      and ${isOld(ring, place)} ${from}
    order by ${order} limit ${limit} for update of t`.execute(tx)
  return rows
}

function renewed(ring: KeyRing, place: SealedPlace, row: Found, context: string, texts: PlaceRow) {
  const bytes = openSealed(ring, row.sealed_value, context)
  const opened = place.hashes === undefined && place.inside === undefined ? undefined : bytes.toString('utf8')
  const within = opened === undefined ? undefined : place.inside?.(ring, opened, texts)
  const hashes = (place.hashes ?? []).flatMap((one) => {
    const stored = texts[one.column] ?? undefined
    const value = stored === undefined ? undefined : one.valueOf(opened ?? '', texts)
    // Only what the old hash was made of is hashed anew; anything else stays findable under its old key.
    const isSame = value !== undefined && keyedHashes(ring, value, HASH_PURPOSE).includes(stored ?? '')
    return isSame ? [[one, keyedHash(ring, value, HASH_PURPOSE)] as const] : []
  })
  return { sealed: seal(ring, within ?? bytes, context), hashes }
}

/** The next rows of a place that older keys made, in one transaction. */
export async function resealBatch(
  database: Database,
  ring: KeyRing,
  place: SealedPlace,
  region: string | undefined,
  after: readonly string[] | undefined,
  limit: number,
): Promise<Batch> {
  // The owner of the tables: some of them may only be appended to by everybody else. It still writes in one region only.
  return database.asOwner(async (tx) => {
    if (region !== undefined) {
      if (!isTenantCode(region)) throw new Error(`Not the code of a region: ${JSON.stringify(region)}`)
      await sql.raw(`set local app.region = '${region}'`).execute(tx)
    }
    const keys = await keyOf(tx, place.table)
    const rows = await readPage(tx, ring, place, keys, region, after, limit)
    let done = 0
    for (const row of rows) {
      const texts: PlaceRow = {
        ...Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
        ),
        ...(region === undefined ? {} : { region_code: region }),
      }
      try {
        const { sealed, hashes } = renewed(ring, place, row, place.contextOf(texts), texts)
        const sets = [
          sql`${sql.ref(place.column)} = ${sealed}`,
          ...hashes.map(
            ([one, hash]) => sql`${sql.ref(one.column)} = ${one.bytes === true ? Buffer.from(hash) : hash}`,
          ),
        ]
        const key = keys.map(({ name, type }) => sql`${sql.ref(name)} = ${texts[name] ?? ''}::${sql.raw(type)}`)
        if (region !== undefined) key.push(sql`region_code = ${region}`)
        await sql`update ${sql.table(place.table)} set ${sql.join(sets)} where ${sql.join(key, sql` and `)}`.execute(tx)
        done += 1
      } catch (error) {
        if (!(error instanceof SealBroken || (error instanceof Error && error.message.startsWith('The key '))))
          throw error
      }
    }
    const last = rows.length < limit ? undefined : rows.at(-1)
    return {
      after: last === undefined ? undefined : keys.map(({ name }) => String(last[name])),
      renewed: done,
      broken: rows.length - done,
    }
  })
}
