// Closed months of posyandu, and the measurings of a month. SQL only.
import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { MeasurementRead } from './measurement-store.ts'
import type { GrowthTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<GrowthTables>()
export type MonthRead = Selectable<GrowthTables['growth_month']>

/** Closed versions, newest first. */
export async function listMonthVersions(
  tx: Tx,
  region: string,
  posyanduId: string,
  month: string,
): Promise<readonly MonthRead[]> {
  return table(tx)
    .selectFrom('growth_month')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', '=', posyanduId)
    .where('month', '=', month)
    .where('state', '=', 'closed')
    .orderBy('version', 'desc')
    .execute()
}

export async function findClosedMonth(
  tx: Tx,
  region: string,
  posyanduId: string,
  month: string,
): Promise<MonthRead | undefined> {
  return (await listMonthVersions(tx, region, posyanduId, month))[0]
}

/** The newest closed version of the month of each posyandu that has one. */
export async function listClosedOf(
  tx: Tx,
  region: string,
  posyanduIds: readonly string[],
  month: string,
): Promise<readonly MonthRead[]> {
  if (posyanduIds.length === 0) return []
  return table(tx)
    .selectFrom('growth_month')
    .distinctOn('posyandu_id')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', 'in', [...posyanduIds])
    .where('month', '=', month)
    .where('state', '=', 'closed')
    .orderBy('posyandu_id')
    .orderBy('version', 'desc')
    .execute()
}

export async function insertMonth(tx: Tx, row: Insertable<GrowthTables['growth_month']>): Promise<void> {
  await table(tx).insertInto('growth_month').values(row).execute()
}

export async function listMeasurementsOfMonth(
  tx: Tx,
  region: string,
  posyanduId: string,
  month: string,
): Promise<readonly MeasurementRead[]> {
  return table(tx)
    .selectFrom('growth_measurement')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', '=', posyanduId)
    .where('measured_on', '>=', `${month}-01`)
    .where('month', '=', month)
    .orderBy('measured_on')
    .execute()
}
