// Posyandu, children and their stays. SQL only.
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { Posyandu } from './child.ts'
import type { GrowthTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<GrowthTables>()
export type ChildRowRead = Selectable<GrowthTables['growth_child']>

const posyanduOf = (row: Selectable<GrowthTables['posyandu']>): Posyandu => ({
  posyanduId: row.posyandu_id,
  name: row.name,
  villageCode: row.village_code,
  centreId: row.centre_id,
})

export async function insertPosyandus(tx: Tx, rows: readonly Insertable<GrowthTables['posyandu']>[]): Promise<void> {
  if (rows.length === 0) return
  await table(tx)
    .insertInto('posyandu')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Active ones, by village and name. A region has some hundreds. */
export async function listPosyandus(tx: Tx, region: string): Promise<readonly Posyandu[]> {
  const rows = await table(tx)
    .selectFrom('posyandu')
    .selectAll()
    .where('region_code', '=', region)
    .where('active', '=', true)
    .orderBy('village_code')
    .orderBy('name')
    .execute()
  return rows.map(posyanduOf)
}

/** Active ones of one village. */
export async function listPosyandusIn(tx: Tx, region: string, village: string): Promise<readonly Posyandu[]> {
  const rows = await table(tx)
    .selectFrom('posyandu')
    .selectAll()
    .where('region_code', '=', region)
    .where('village_code', '=', village)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  return rows.map(posyanduOf)
}

export async function findPosyandu(tx: Tx, region: string, posyanduId: string): Promise<Posyandu | undefined> {
  const row = await table(tx)
    .selectFrom('posyandu')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', '=', posyanduId)
    .executeTakeFirst()
  return row === undefined ? undefined : posyanduOf(row)
}

/** The same, held until the transaction ends: two who close a month do it one after the other. */
export async function lockPosyandu(tx: Tx, region: string, posyanduId: string): Promise<Posyandu | undefined> {
  const row = await table(tx)
    .selectFrom('posyandu')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', '=', posyanduId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : posyanduOf(row)
}

export async function findChild(tx: Tx, region: string, childId: string): Promise<ChildRowRead | undefined> {
  return table(tx)
    .selectFrom('growth_child')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', childId)
    .executeTakeFirst()
}

/** The same, held until the transaction ends: two measurings of one child are counted one after the other. */
export async function lockChild(tx: Tx, region: string, childId: string): Promise<ChildRowRead | undefined> {
  return table(tx)
    .selectFrom('growth_child')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', childId)
    .forUpdate()
    .executeTakeFirst()
}

/** Active children of a posyandu by name; a posyandu has some tens to a few hundred. */
export async function listChildrenOf(tx: Tx, region: string, posyanduId: string): Promise<readonly ChildRowRead[]> {
  return table(tx)
    .selectFrom('growth_child')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', '=', posyanduId)
    .where('status', '=', 'active')
    .orderBy('name')
    .orderBy('child_id')
    .limit(1000)
    .execute()
}

/** By any of the hashes of a NIK, or by the register's key. */
export async function findChildByPerson(
  tx: Tx,
  region: string,
  by: { readonly nikHashes?: readonly string[]; readonly personId?: string },
): Promise<ChildRowRead | undefined> {
  return table(tx)
    .selectFrom('growth_child')
    .selectAll()
    .where('region_code', '=', region)
    .where((or) =>
      or.or([
        or('nik_hash', 'in', [...(by.nikHashes ?? []), '']),
        ...(by.personId === undefined ? [] : [or('person_id', '=', by.personId)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
}

export async function insertChildren(tx: Tx, rows: readonly Insertable<GrowthTables['growth_child']>[]): Promise<void> {
  if (rows.length > 0)
    await table(tx)
      .insertInto('growth_child')
      .values([...rows])
      .execute()
}

/** Writes the columns when the version is still the one that was read; gives whether it was. */
export async function updateChild(
  tx: Tx,
  region: string,
  childId: string,
  version: number,
  columns: Partial<Insertable<GrowthTables['growth_child']>>,
): Promise<boolean> {
  const done = await table(tx)
    .updateTable('growth_child')
    .set({ ...columns, version: version + 1 })
    .where('region_code', '=', region)
    .where('child_id', '=', childId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function insertStays(
  tx: Tx,
  rows: readonly Insertable<GrowthTables['growth_child_stay']>[],
): Promise<void> {
  if (rows.length > 0)
    await table(tx)
      .insertInto('growth_child_stay')
      .values([...rows])
      .execute()
}

/** Ends the open stay the day before `day` and begins another; on the same day it is corrected in place. */
export async function moveStay(
  tx: Tx,
  region: string,
  childId: string,
  to: { readonly posyanduId: string; readonly villageCode: string } | undefined,
  day: string,
): Promise<void> {
  await sql`delete from growth_child_stay where region_code = ${region} and child_id = ${childId} and from_day >= ${day}`.execute(
    tx,
  )
  await sql`update growth_child_stay set to_day = ${day}::date - 1 where region_code = ${region} and child_id = ${childId}
    and (to_day is null or to_day >= ${day})`.execute(tx)
  if (to !== undefined)
    await insertStays(tx, [
      {
        region_code: region,
        child_id: childId,
        from_day: day,
        to_day: null,
        posyandu_id: to.posyanduId,
        village_code: to.villageCode,
      },
    ])
}
