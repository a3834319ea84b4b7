// Once a month: children whose capsule of vitamin A or whose development screening was missed get their alert, also those who never
// had one. Must stay true: only where the posyandu keeps that record, so that silence is never taken for neglect; running twice
// in a month does nothing the second time.
import { sql } from 'kysely'
import { addMonths, type PlainDate } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import { findSetting, setSetting } from '../regions/store.ts'
import { childOf } from './child-codec.ts'
import { findPosyandu, lockChild } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { countChildMonths } from './count-months.ts'
import { measurementOf } from './measurement-codec.ts'
import { listMeasurements } from './measurement-store.ts'
import { historyOf, openAlerts } from './open-alerts.ts'
import { lastCapsuleMonth } from './rules/alert-facts.ts'

const AT_ONCE = 200
const DONE = 'growth-schedules-looked-at'
/** A posyandu that screened anybody in so many months keeps the record of screenings. */
const SCREENING_MONTHS = 6
const FIRST = '00000000-0000-0000-0000-000000000000'

type Missed = { readonly child_id: string; readonly capsule: boolean; readonly screening: boolean }

/** Children of posyandu that keep the record, without a capsule since its month or without a screening of late; by key. */
async function listMissed(
  tx: Tx,
  region: string,
  today: PlainDate,
  capsuleMonth: string,
  after: string,
): Promise<readonly Missed[]> {
  const stands = sql`m.region_code = ${region} and m.state in ('recorded', 'verified')`
  const { rows } = await sql<Missed>`
    with kept as materialized (
      select p.posyandu_id,
        exists (select 1 from growth_measurement m where ${stands} and m.posyandu_id = p.posyandu_id
          and m.measured_on >= ${`${capsuleMonth}-01`} and m.facts ? 'vitaminA') as capsules,
        exists (select 1 from growth_measurement m where ${stands} and m.posyandu_id = p.posyandu_id
          and m.measured_on >= ${addMonths(today, -SCREENING_MONTHS)} and m.facts ? 'development') as screenings
      from posyandu p where p.region_code = ${region})
    select * from (
      select c.child_id,
        k.capsules and not exists (select 1 from growth_measurement m where ${stands} and m.child_id = c.child_id
          and m.measured_on >= ${`${capsuleMonth}-01`} and m.facts ? 'vitaminA') as capsule,
        k.screenings and not exists (select 1 from growth_measurement m where ${stands} and m.child_id = c.child_id
          and m.measured_on >= ${addMonths(today, -SCREENING_MONTHS)} and m.facts ? 'development') as screening
      from growth_child c join kept k on k.posyandu_id = c.posyandu_id and (k.capsules or k.screenings)
      where c.region_code = ${region} and c.status = 'active' and c.child_id > ${after}::uuid
        and c.birth_date > ${addMonths(today, -60)} and c.birth_date < ${addMonths(today, -3)}) missed
    where capsule or screening order by child_id limit ${AT_ONCE}`.execute(tx)
  return rows
}

/** Opens what was missed; gives how many alerts. Nothing when this month was looked at. */
export async function openForSchedules(context: GrowthContext, region: string): Promise<number> {
  const today = context.today(region)
  const month = today.slice(0, 7)
  const editions = context.editions(region)
  const capsuleMonth = lastCapsuleMonth(today, editions.alerts.schedules.vitaminA.months)
  const looked = await context.database.inRegion(region, (tx) => findSetting(tx, region, DONE), { readOnly: true })
  if (looked === month) return 0
  let opened = 0
  let after = FIRST
  for (;;) {
    const missed = await context.database.inRegion(region, (tx) => listMissed(tx, region, today, capsuleMonth, after))
    for (const one of missed)
      opened += await context.database.inRegion(region, async (tx) => {
        const row = await lockChild(tx, region, one.child_id)
        const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
        if (row === undefined || posyandu === undefined) return 0
        const child = childOf(context.ring, row)
        const measured = (await listMeasurements(tx, region, child.childId)).map(measurementOf)
        const months = countChildMonths(child, measured, new Map(), editions)
        const history = historyOf(child, measured, months, undefined, today, {
          vitaminA: one.capsule,
          development: one.screening,
        })
        const done = await openAlerts(tx, region, posyandu, child, history, undefined, editions, {
          actor: 'system:alerts',
          role: 'system',
          at: context.clock.now(),
        })
        return done.opened.length
      })
    if (missed.length < AT_ONCE) break
    after = missed.at(-1)!.child_id
  }
  await context.database.inRegion(region, (tx) =>
    setSetting(tx, {
      region_code: region,
      name: DONE,
      value: month,
      changed_by: 'system:growth',
      changed_at: context.clock.now(),
    }),
  )
  return opened
}

export function scheduleJobs(
  context: GrowthContext,
  regions: () => Promise<readonly string[]>,
): readonly JobDefinition[] {
  return [
    defineJob(
      'child.schedule-night',
      async () => {
        for (const code of await regions()) await openForSchedules(context, code)
      },
      { schedule: { dailyAt: '02:35', hoursEast: 8 }, timeoutSeconds: 1800 },
    ),
  ]
}
