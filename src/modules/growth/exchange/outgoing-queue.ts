// Puts together what a month has for other systems: counts of villages for a DHIS2, a district at a time, and verified visits for
// SATUSEHAT. Must stay true: only where the region has set a receiver; the same content is queued once, changed counts as a
// new version; each child whose data leaves stands in the journal.
import { type RawBuilder, sql } from 'kysely'
import { isUuid } from '../../../kernel/id.ts'
import { offsetMinutesAt } from '../../../kernel/zone.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { childOf } from '../child-codec.ts'
import { listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { measurementOf } from '../measurement-codec.ts'
import type { MeasurementRead } from '../measurement-store.ts'
import { classifyScore, JUDGED_INDICATORS, MEASURE_AGAIN } from '../rules/classify.ts'
import { listCareCounts } from './dhis2/care-counts-store.ts'
import { dataValueSet } from './dhis2/data-value-sets.ts'
import { DHIS2_2026, dataValues } from './dhis2/mapping.ts'
import { monthRecords } from './dhis2/month-records.ts'
import { DIAGNOSED_SINCE, diagnosesOf } from './diagnoses-queries.ts'
import { listCounts } from './export-store.ts'
import { visitBundle } from './fhir/bundle.ts'
import { SATUSEHAT_2024 } from './fhir/codes.ts'
import { listChildrenById } from './import-children-store.ts'
import { queueItem } from './outbox-commands.ts'
import { listTargets, type TargetRow } from './outbox-store.ts'
import { numbersByHand } from './practitioner-numbers.ts'
import { exchangedChild } from './records.ts'

/** Visits queued at once; the rest follow with the next run. */
const VISITS_AT_ONCE = 200
export type QueueBy = { readonly account: string; readonly role: string; readonly timeZone: string }

/** Queues a month for every receiver that is switched on; gives how many items are new. */
export async function queueMonth(
  context: GrowthContext,
  region: string,
  month: string,
  by: QueueBy,
  most = VISITS_AT_ONCE,
): Promise<number> {
  return context.database.inRegion(
    region,
    async (tx) => {
      const targets = (await listTargets(tx, region)).filter(({ active }) => active)
      let queued = 0
      for (const target of targets)
        queued +=
          target.target === 'dhis2'
            ? await queueCounts(tx, context, region, month)
            : await queueVisits(tx, context, region, month, target, by, most)
      return queued
    },
    { statementTimeoutMs: 120_000 },
  )
}

async function queueCounts(tx: Tx, context: GrowthContext, region: string, month: string): Promise<number> {
  const villages = [...new Set((await listPosyandus(tx, region)).map(({ villageCode }) => villageCode))]
  const districts = [...new Set(villages.map((code) => code.split('.').slice(0, 3).join('.')))].sort()
  let queued = 0
  for (const district of districts) {
    const inside = villages.filter((code) => code.startsWith(`${district}.`))
    const rows = await listCounts(tx, region, inside, month)
    const care = await listCareCounts(tx, region, inside, month)
    const { values } = dataValues(monthRecords(rows, care, DHIS2_2026.elements), DHIS2_2026)
    if (values.length === 0) continue
    const done = await queueItem(tx, context, region, {
      target: 'dhis2',
      resource: 'dataValueSets',
      localId: `${month}:${district}`,
      payload: JSON.stringify(dataValueSet(values, DHIS2_2026)),
    })
    if (done.queued) queued++
  }
  return queued
}

async function queueVisits(
  tx: Tx,
  context: GrowthContext,
  region: string,
  month: string,
  target: TargetRow,
  by: QueueBy,
  most: number,
): Promise<number> {
  return queueWhere(tx, context, region, target, by, sql`m.month = ${month}`, most)
}

/** Puts one visit together again from today's records; gives its new item, or nothing when it would say the same. */
export async function queueVisitAgain(
  tx: Tx,
  context: GrowthContext,
  region: string,
  measurementId: string,
  by: QueueBy,
): Promise<boolean> {
  const target = (await listTargets(tx, region)).find((one) => one.target === 'satusehat' && one.active)
  if (target === undefined || !isUuid(measurementId)) return false
  return (await queueWhere(tx, context, region, target, by, sql`m.measurement_id = ${measurementId}::uuid`, 1)) > 0
}

/** What was refused is put together again each time: a record that was put right since makes another content. */
async function queueWhere(
  tx: Tx,
  context: GrowthContext,
  region: string,
  target: TargetRow,
  by: QueueBy,
  which: RawBuilder<unknown>,
  most: number,
): Promise<number> {
  if (target.organisation === '' || target.practitioner === '') return 0
  const { rows } = await sql<MeasurementRead>`
    select m.* from growth_measurement m
    where m.region_code = ${region} and ${which} and m.state = 'verified'
      and not exists (select 1 from growth_exchange_item i where i.region_code = ${region} and i.target = 'satusehat'
                      and i.resource = 'Bundle' and i.local_id = m.measurement_id::text
                      and i.state in ('waiting', 'sent', 'accepted') and not ${DIAGNOSED_SINCE})
    order by exists (select 1 from growth_exchange_item i where i.region_code = ${region} and i.target = 'satusehat'
                     and i.resource = 'Bundle' and i.local_id = m.measurement_id::text),
      m.measured_on, m.measurement_id limit ${most}`.execute(tx)
  const posyandus = new Map((await listPosyandus(tx, region)).map((one) => [one.posyanduId, one.name]))
  const ids = [...new Set(rows.map(({ child_id }) => child_id))]
  const children = new Map(
    (await listChildrenById(tx, region, ids, { lock: false })).map((row) => [row.child_id, childOf(context.ring, row)]),
  )
  const numbers = await numbersByHand.find(tx, region)
  const edition = context.editions(region).categories
  const diagnoses = await diagnosesOf(tx, context, region, ids, numbers)
  const queued = new Set<string>()
  let count = 0
  for (const row of rows) {
    const child = children.get(row.child_id)
    if (child === undefined) continue
    const measurement = measurementOf(row)
    const numberOf = numbers.get(measurement.measurer)
    const at = visitTime(measurement.recordedAt, measurement.date, by.timeZone)
    const { bundle } = visitBundle(
      {
        visitId: measurement.id,
        child: exchangedChild(child, posyandus.get(child.posyanduId) ?? ''),
        organisation: { ihs: target.organisation, name: target.organisation },
        practitioner: { ihs: numbers.get(row.verified_by ?? '') ?? target.practitioner },
        ...(numberOf === undefined ? {} : { measuredBy: { ihs: numberOf } }),
        location: { id: measurement.posyanduId, name: posyandus.get(measurement.posyanduId) ?? measurement.posyanduId },
        atHome: measurement.place === 'home',
        start: at,
        end: at,
        measurement,
        diagnoses: diagnoses.get(measurement.id) ?? [],
        categories: Object.fromEntries(
          JUDGED_INDICATORS.flatMap((name) => {
            const category = classifyScore(name, measurement.scores[name], edition)
            return category === undefined || category.code === MEASURE_AGAIN.code ? [] : [[name, category.code]]
          }),
        ),
      },
      SATUSEHAT_2024,
    )
    const done = await queueItem(tx, context, region, {
      target: 'satusehat',
      resource: 'Bundle',
      localId: measurement.id,
      payload: JSON.stringify(bundle),
    })
    if (!done.queued) continue
    count++
    queued.add(row.child_id)
  }
  await writeJournal(
    tx,
    [...queued].map((id) => ({
      at: context.clock.now(),
      actor: by.account,
      role: by.role,
      subject: children.get(id)?.personId ?? id,
      action: 'child.exchange-queued',
      fields: ['satusehat'],
    })),
  )
  return count
}

/** The instant with its offset when it was recorded on the day itself; else the day alone, since no hour is known. */
function visitTime(recordedAt: Date, day: string, zone: string): string {
  const minutes = offsetMinutesAt(zone, recordedAt.getTime())
  const local = new Date(recordedAt.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  if (!local.startsWith(day)) return day
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
}
