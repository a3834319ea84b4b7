// SQL of boundaries. Must stay true: at most one map of a region is in use; shapes are only ever added.
import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import type { MapTables } from './map-tables.ts'

const tables = (tx: Tx) => tx.withTables<MapTables>()
export type MapRow = Selectable<MapTables['boundary_map']>
export type ShapeRow = MapTables['boundary_shape']

/** The row, or the one that was there for the same file; `isNew` tells which. */
export async function insertMap(
  tx: Tx,
  row: Insertable<MapTables['boundary_map']>,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const made = await tables(tx)
    .insertInto('boundary_map')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region_code', 'file_hash']).doNothing())
    .returning('map_id')
    .executeTakeFirst()
  if (made !== undefined) return { id: made.map_id, isNew: true }
  const known = await tables(tx)
    .selectFrom('boundary_map')
    .select('map_id')
    .where('region_code', '=', row.region_code)
    .where('file_hash', '=', row.file_hash)
    .executeTakeFirstOrThrow()
  return { id: known.map_id, isNew: false }
}

export async function insertShapes(tx: Tx, rows: readonly ShapeRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500)
    await tables(tx)
      .insertInto('boundary_shape')
      .values([...rows.slice(from, from + 500)])
      .execute()
}

export async function listMaps(tx: Tx, region: string): Promise<readonly MapRow[]> {
  return tables(tx)
    .selectFrom('boundary_map')
    .selectAll()
    .where('region_code', '=', region)
    .orderBy('uploaded_at', 'desc')
    .limit(30)
    .execute()
}

export async function findMap(tx: Tx, region: string, id: string): Promise<MapRow | undefined> {
  return tables(tx)
    .selectFrom('boundary_map')
    .selectAll()
    .where('region_code', '=', region)
    .where('map_id', '=', id)
    .executeTakeFirst()
}

export async function findCurrentMap(tx: Tx, region: string): Promise<MapRow | undefined> {
  return tables(tx)
    .selectFrom('boundary_map')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', '=', 'current')
    .executeTakeFirst()
}

export async function listShapes(tx: Tx, region: string, map: string, zoom: string): Promise<readonly ShapeRow[]> {
  return tables(tx)
    .selectFrom('boundary_shape')
    .selectAll()
    .where('region_code', '=', region)
    .where('map_id', '=', map)
    .where('zoom', '=', zoom)
    .orderBy('area_code')
    .execute()
}

/** Takes a map into use; the one before stays as history. */
export async function useMap(
  tx: Tx,
  region: string,
  id: string,
  by: { readonly account: string; readonly at: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('boundary_map')
    .set({ state: 'replaced' })
    .where('region_code', '=', region)
    .where('state', '=', 'current')
    .where('map_id', '<>', id)
    .execute()
  await tables(tx)
    .updateTable('boundary_map')
    .set({ state: 'current', used_by: by.account, used_at: by.at })
    .where('region_code', '=', region)
    .where('map_id', '=', id)
    .where('state', '<>', 'current')
    .execute()
}
