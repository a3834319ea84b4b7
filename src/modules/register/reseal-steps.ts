// After the keys were turned: NIK and card numbers get their seal and their hash under the new keys, page by page. Must
// stay true: each page is one transaction and may be repeated; a number is found at every moment, under one key or the
// other (searches ask for both).
import { sql } from 'kysely'
import type { Database } from '../../platform/db/database.ts'
import type { RenewedSecret, ResealStep, StoredSecret } from '../../platform/secrets/reseal.ts'
import { kkContext } from './family-row.ts'
import { nikContext } from './person-row.ts'

type Row = { readonly id: string; readonly sealed: Uint8Array; readonly hash: string | null }
type Place = {
  readonly table: string
  readonly key: string
  readonly sealed: string
  readonly hash: string
  readonly contextOf: (id: string) => string
}

const PLACES: readonly Place[] = [
  { table: 'person', key: 'person_id', sealed: 'nik_sealed', hash: 'nik_hash', contextOf: nikContext },
  { table: 'family', key: 'family_id', sealed: 'kk_sealed', hash: 'kk_hash', contextOf: kkContext },
]

/** Steps for `reseal`, one for the NIKs and one for the card numbers of a region. */
export function registerResealSteps(db: Database, region: string): readonly ResealStep[] {
  return PLACES.map((place) => ({
    read: (afterId, limit) =>
      db.inRegion(
        region,
        async (tx): Promise<readonly StoredSecret[]> => {
          const after = afterId === undefined ? sql`` : sql`and ${sql.ref(place.key)} > ${afterId}::uuid`
          const { rows } = await sql<Row>`
        select ${sql.ref(place.key)}::text as id, ${sql.ref(place.sealed)} as sealed, ${sql.ref(place.hash)} as hash
        from ${sql.table(place.table)} where region_code = ${region} and ${sql.ref(place.sealed)} is not null ${after}
        order by ${sql.ref(place.key)} limit ${limit}`.execute(tx)
          return rows.map((row) => ({ ...row, context: place.contextOf(row.id) }))
        },
        { readOnly: true },
      ),
    // A number never changes, so what was read is still what is stored.
    write: (rows: readonly RenewedSecret[]) =>
      db.inRegion(region, async (tx) => {
        for (const row of rows)
          await sql`
          update ${sql.table(place.table)} set ${sql.ref(place.sealed)} = ${row.sealed}, ${sql.ref(place.hash)} = ${row.hash}
          where region_code = ${region} and ${sql.ref(place.key)} = ${row.id}::uuid`.execute(tx)
      }),
  }))
}
