// Ends the alerts that a child's present measuring answers by itself, with the result that the edition names. Must stay true: inside the
// transaction of the measuring; one that somebody has begun is left to them; the event says who measured. An import ends none: it can be undone.
import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { type AlertRead, insertAlertEvents } from './alert-store.ts'
import type { AlertEdition } from './rules/alert-edition.ts'
import type { ChildHistory } from './rules/alert-facts.ts'
import { decideEndings } from './rules/alerts.ts'
import type { Child } from './rules/measurement.ts'
import type { GrowthTables } from './tables.ts'

export async function endAlerts(
  tx: Tx,
  region: string,
  child: Child,
  history: ChildHistory,
  alerts: readonly AlertRead[],
  edition: AlertEdition,
  by: { readonly actor: string; readonly role: string; readonly at: Date },
): Promise<void> {
  const past = alerts.map(({ code, opened_on, state }) => ({ code, openedOn: opened_on, state }))
  for (const { code, result } of decideEndings(child, history, past, edition)) {
    const ended = alerts.filter((alert) => alert.code === code && alert.state === 'open')
    await closeRows(tx, region, ended, { result, on: history.today, handler: by.actor })
    await insertAlertEvents(
      tx,
      ended.map(({ alert_id }) => ({
        region_code: region,
        alert_id,
        event_id: newId(),
        at: by.at,
        actor: by.actor,
        role: by.role,
        kind: 'closed',
        note: null,
        data: JSON.stringify({ because: 'measured' }),
      })),
    )
  }
}

async function closeRows(
  tx: Tx,
  region: string,
  alerts: readonly AlertRead[],
  { result, on, handler }: { readonly result: string; readonly on: PlainDate; readonly handler: string },
): Promise<void> {
  await tx
    .withTables<GrowthTables>()
    .updateTable('growth_alert')
    .set({ state: 'closed', result, closed_on: on, handler, version: sql`version + 1` })
    .where('region_code', '=', region)
    .where(
      'alert_id',
      'in',
      alerts.map(({ alert_id }) => alert_id),
    )
    .where('state', '=', 'open')
    .execute()
}
