// Alerts and what happened to them. SQL only.
import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { GrowthTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<GrowthTables>()
export type AlertRead = Selectable<GrowthTables['growth_alert']>

export async function listAlertsOfChild(tx: Tx, region: string, childId: string): Promise<readonly AlertRead[]> {
  return table(tx)
    .selectFrom('growth_alert')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', childId)
    .orderBy('opened_on')
    .orderBy('urgency')
    .execute()
}

export async function insertAlerts(tx: Tx, rows: readonly Insertable<GrowthTables['growth_alert']>[]): Promise<void> {
  if (rows.length > 0)
    await table(tx)
      .insertInto('growth_alert')
      .values([...rows])
      .execute()
}

export async function insertAlertEvents(
  tx: Tx,
  rows: readonly Insertable<GrowthTables['growth_alert_event']>[],
): Promise<void> {
  if (rows.length > 0)
    await table(tx)
      .insertInto('growth_alert_event')
      .values([...rows])
      .execute()
}
