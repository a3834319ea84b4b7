// Measurings and the months worked out of them. SQL only.
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { GrowthTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<GrowthTables>()
export type MeasurementRead = Selectable<GrowthTables['growth_measurement']>
export type ChildMonthRead = Selectable<GrowthTables['growth_child_month']>

/** All measurings of a child, oldest first; replaced and withdrawn ones too. Five years hold some sixty. */
export async function listMeasurements(tx: Tx, region: string, childId: string): Promise<readonly MeasurementRead[]> {
  return table(tx)
    .selectFrom('growth_measurement')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', childId)
    .orderBy('measured_on')
    .orderBy('recorded_at')
    .orderBy('measurement_id')
    .execute()
}

export async function findMeasurement(tx: Tx, region: string, id: string): Promise<MeasurementRead | undefined> {
  return table(tx)
    .selectFrom('growth_measurement')
    .selectAll()
    .where('region_code', '=', region)
    .where('measurement_id', '=', id)
    .executeTakeFirst()
}

export async function insertMeasurements(
  tx: Tx,
  rows: readonly Insertable<GrowthTables['growth_measurement']>[],
): Promise<void> {
  if (rows.length > 0)
    await table(tx)
      .insertInto('growth_measurement')
      .values([...rows])
      .execute()
}

export async function setMeasurementState(
  tx: Tx,
  region: string,
  id: string,
  set: Pick<Insertable<GrowthTables['growth_measurement']>, 'state'> &
    Partial<Pick<Insertable<GrowthTables['growth_measurement']>, 'verified_by' | 'verified_at' | 'reason'>>,
): Promise<void> {
  await table(tx)
    .updateTable('growth_measurement')
    .set(set)
    .where('region_code', '=', region)
    .where('measurement_id', '=', id)
    .execute()
}

/** Other children measured at the posyandu that day with the same weight and the same length. */
export async function countSameValues(
  tx: Tx,
  region: string,
  at: { posyanduId: string; date: string; childId: string; weightG: number; lengthTenthMm: number },
): Promise<number> {
  const row = await table(tx)
    .selectFrom('growth_measurement')
    .select(sql<number>`count(distinct child_id)::int`.as('n'))
    .where('region_code', '=', region)
    .where('posyandu_id', '=', at.posyanduId)
    .where('measured_on', '=', at.date)
    .where('child_id', '<>', at.childId)
    .where('weight_g', '=', at.weightG)
    .where('length_tenth_mm', '=', at.lengthTenthMm)
    .where('state', 'in', ['recorded', 'verified'])
    .executeTakeFirstOrThrow()
  return row.n
}

export async function listChildMonths(tx: Tx, region: string, childId: string): Promise<readonly ChildMonthRead[]> {
  return table(tx)
    .selectFrom('growth_child_month')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', childId)
    .orderBy('month')
    .execute()
}

/** Writes months anew; a month that moved to another posyandu leaves no row behind. */
export async function replaceChildMonths(
  tx: Tx,
  region: string,
  childId: string,
  gone: readonly string[],
  rows: readonly Insertable<GrowthTables['growth_child_month']>[],
): Promise<void> {
  const months = [...new Set([...gone, ...rows.map((row) => row.month)])]
  if (months.length === 0) return
  await table(tx)
    .deleteFrom('growth_child_month')
    .where('region_code', '=', region)
    .where('child_id', '=', childId)
    .where('month', 'in', months)
    .execute()
  if (rows.length > 0)
    await table(tx)
      .insertInto('growth_child_month')
      .values([...rows])
      .execute()
}

/** The rollups of these months of posyandu wait to be recounted. */
export async function markDirty(
  tx: Tx,
  region: string,
  months: readonly { readonly posyanduId: string; readonly month: string }[],
): Promise<void> {
  if (months.length === 0) return
  const sorted = [...new Set(months.map(({ posyanduId, month }) => `${posyanduId}\n${month}`))].sort()
  await table(tx)
    .insertInto('growth_dirty')
    .values(
      sorted.map((key) => {
        const [posyandu_id, month] = key.split('\n') as [string, string]
        return { region_code: region, posyandu_id, month }
      }),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
