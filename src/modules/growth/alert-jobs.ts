// Each night: late alerts are told to the next one, children nobody weighed for two months get a visit. Must stay true: may
// run twice without harm; cost follows what is open or missing, not the history.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import { insertAlertEvents } from './alert-store.ts'
import { listLate, updateAlert } from './care-store.ts'
import { childOf } from './child-codec.ts'
import { findChild, findPosyandu } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { countChildMonths } from './count-months.ts'
import { measurementOf } from './measurement-codec.ts'
import { listMeasurements } from './measurement-store.ts'
import { historyOf, openAlerts } from './open-alerts.ts'
import { decideEscalation } from './rules/alerts.ts'
import { shiftMonth } from './rules/measurement.ts'

const AT_ONCE = 200

/** Tells the next one of every alert that is late; gives how many. */
export async function escalateLate(context: GrowthContext, region: string): Promise<number> {
  const today = context.today(region)
  const editions = context.editions(region)
  return context.database.inRegion(region, async (tx) => {
    let told = 0
    for (const alert of await listLate(tx, region, today, 1000)) {
      const escalation = decideEscalation(
        {
          code: alert.code,
          openedOn: alert.opened_on,
          state: alert.state,
          due: alert.due_on,
          ...(alert.referred_on === null ? {} : { referredOn: alert.referred_on }),
        },
        today,
        (editions.on?.(alert.opened_on) ?? editions).alerts,
      )
      if (escalation === undefined) continue
      await updateAlert(tx, region, alert, { escalated_to: escalation.to, escalated_on: today })
      await insertAlertEvents(tx, [
        {
          region_code: region,
          alert_id: alert.alert_id,
          event_id: newId(),
          at: context.clock.now(),
          actor: 'system:alerts',
          role: escalation.to,
          kind: 'escalated',
          note: null,
          data: JSON.stringify({ because: escalation.because, daysLate: escalation.daysLate }),
        },
      ])
      told++
    }
    return told
  })
}

/** Active children under five without a measuring in the last two whole months and without an open MISS. */
async function listMissing(
  tx: Tx,
  region: string,
  today: string,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const since = `${shiftMonth(today.slice(0, 7), -2)}-01`
  const { rows } = await sql<{ child_id: string }>`
    select c.child_id from growth_child c
    where c.region_code = ${region} and c.status = 'active' and c.child_id > ${after}
      and c.birth_date > ${today}::date - interval '60 months' and c.birth_date < ${since}
      and not exists (select 1 from growth_measurement m where m.region_code = c.region_code and m.child_id = c.child_id
                      and m.measured_on >= ${since} and m.state in ('recorded', 'verified'))
      and not exists (select 1 from growth_alert a where a.region_code = c.region_code and a.child_id = c.child_id
                      and a.code = 'MISS' and (a.state <> 'closed' or a.opened_on > ${today}::date - 60))
    order by c.child_id limit ${limit}`.execute(tx)
  return rows.map((row) => row.child_id)
}

/** Opens the alerts of children nobody weighed; gives how many alerts. */
export async function openForMissing(context: GrowthContext, region: string): Promise<number> {
  const today = context.today(region)
  const editions = context.editions(region)
  let opened = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const ids = await context.database.inRegion(region, (tx) => listMissing(tx, region, today, after, AT_ONCE))
    for (const id of ids)
      opened += await context.database.inRegion(region, async (tx) => {
        const row = await findChild(tx, region, id)
        const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
        if (row === undefined || posyandu === undefined) return 0
        const child = childOf(context.ring, row)
        const measured = (await listMeasurements(tx, region, id)).map(measurementOf)
        const months = countChildMonths(child, measured, new Map(), editions)
        const history = historyOf(child, measured, months, undefined, today)
        const done = await openAlerts(tx, region, posyandu, child, history, undefined, editions, {
          actor: 'system:alerts',
          role: 'system',
          at: context.clock.now(),
        })
        return done.opened.length
      })
    if (ids.length < AT_ONCE) return opened
    after = ids.at(-1)!
  }
}

export function alertJobs(context: GrowthContext, regions: () => Promise<readonly string[]>): readonly JobDefinition[] {
  return [
    defineJob(
      'child.alert-night',
      async () => {
        for (const code of await regions()) {
          await openForMissing(context, code)
          await escalateLate(context, code)
        }
      },
      { schedule: { dailyAt: '02:20', hoursEast: 8 }, timeoutSeconds: 900 },
    ),
  ]
}
