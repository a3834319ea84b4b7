// A measuring is recorded: judged, compared with the child's past, counted into its month, its alerts opened, in one
// transaction. Must stay true: what was measured is kept as measured; questions are asked once and then believed; sending
// the same form twice records once; a closed month is changed by a health worker with a reason only.

import { monthParams } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { asRole, HEALTH_WORKERS, MEASURERS } from './access.ts'
import type { ChildRecord, Posyandu, StoredMeasurement } from './child.ts'
import { standing } from './child.ts'
import { childOf } from './child-codec.ts'
import { findPosyandu, lockChild } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { type CountedMonth, ofDay } from './count-months.ts'
import type { Facts } from './facts-of-day.ts'
import { measurementColumns, measurementOf } from './measurement-codec.ts'
import {
  countSameValues,
  findMeasurement,
  insertMeasurements,
  listMeasurements,
  setMeasurementState,
} from './measurement-store.ts'
import { findClosedMonth } from './month-store.ts'
import { historyOf, openAlerts } from './open-alerts.ts'
import { recountChild } from './recount-child.ts'
import type { NewAlert } from './rules/alerts.ts'
import { judgeMeasurement, type Measurement, monthOf } from './rules/measurement.ts'
import {
  type Finding,
  findAgainstPast,
  findAtEntry,
  findMeasuredToday,
  isImpossible,
  MEASURE_KINDS,
  refuseMeasurement,
} from './rules/measuring.ts'
import type { Sex } from './zscores.ts'

export type MeasureRequest = {
  /** Made where the form is made; the same id twice is the same measuring. */
  readonly measurementId: string
  readonly measurement: Omit<Measurement, 'id' | 'verified'>
  readonly facts: Facts
  /** The measurer has seen the questions and stands by the figures. */
  readonly confirmed: boolean
  /** The measuring that this one corrects, and why. */
  readonly replaces?: string
  readonly reason?: string
}

export type MeasureOutcome =
  | {
      readonly saved: false
      readonly questions: readonly Finding[]
      readonly judged: StoredMeasurement
      readonly sex: Sex
    }
  | {
      readonly saved: true
      readonly measurement: StoredMeasurement
      readonly month?: CountedMonth
      readonly opened: readonly NewAlert[]
    }

/** Refuses `not-found`, `growth.*` of measuring.ts, `growth.month-closed(-reason)`, `growth.reason-missing`, `growth.replaced-already`. */
export async function recordMeasurement(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  request: MeasureRequest,
): Promise<Result<MeasureOutcome>> {
  const region = visitor.region!.code
  if (!isUuid(childId) || !isUuid(request.measurementId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<MeasureOutcome>> => {
    const row = await lockChild(tx, region, childId)
    const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
    const role = asRole(visitor, posyandu, MEASURERS)
    if (row === undefined || posyandu === undefined || !role.ok) return refuse('not-found')
    const child = childOf(context.ring, row)
    const known = await findMeasurement(tx, region, request.measurementId)
    if (known !== undefined)
      return known.child_id === childId
        ? accept({ saved: true, measurement: measurementOf(known), opened: [] })
        : refuse('not-found')
    return record(tx, context, visitor, role.value, posyandu, child, request)
  })
}

async function record(
  tx: Tx,
  context: GrowthContext,
  visitor: Visitor,
  role: Role,
  posyandu: Posyandu,
  child: ChildRecord,
  request: MeasureRequest,
): Promise<Result<MeasureOutcome>> {
  const region = visitor.region!.code
  const editions = context.editions(region)
  const today = context.today(region)
  const isHealthWorker = HEALTH_WORKERS.includes(role)
  const typed: Measurement = { ...request.measurement, id: request.measurementId, verified: isHealthWorker }
  const refusals = refuseMeasurement(child, typed, today)
  if (refusals.length > 0) return refuseAll(refusals)
  const all = (await listMeasurements(tx, region, child.childId)).map(measurementOf)
  const replaced = request.replaces === undefined ? undefined : all.find(({ id }) => id === request.replaces)
  if (request.replaces !== undefined) {
    if (replaced === undefined) return refuse('not-found')
    if (standing([replaced]).length === 0) return refuse('growth.replaced-already')
    if ((request.reason ?? '').trim() === '') return refuse('growth.reason-missing', 'reason')
  }
  const closed = await findClosedMonth(tx, region, posyandu.posyanduId, monthOf(typed.date))
  if (closed !== undefined && !(isHealthWorker && (request.reason ?? '').trim() !== ''))
    return refuse(
      isHealthWorker ? 'growth.month-closed-reason' : 'growth.month-closed',
      'date',
      monthParams('month', monthOf(typed.date)),
    )
  const past = standing(all).filter(({ id }) => id !== request.replaces)
  const judged = judgeMeasurement(child, typed)
  const { measuring } = ofDay(editions, typed.date)
  const findings = [
    ...(isHealthWorker ? [] : findMeasuredToday(judged, past)),
    ...findAtEntry(judged, measuring),
    ...findAgainstPast(judged, past, measuring),
  ]
  if (typed.weightG !== undefined && typed.lengthHeightTenthMm !== undefined) {
    const same = await countSameValues(tx, region, {
      posyanduId: posyandu.posyanduId,
      date: typed.date,
      childId: child.childId,
      weightG: typed.weightG,
      lengthTenthMm: typed.lengthHeightTenthMm,
    })
    if (same > 0) findings.push({ code: 'same-as-another-child' })
  }
  const now = context.clock.now()
  const measurement: StoredMeasurement = {
    ...judged,
    childId: child.childId,
    posyanduId: posyandu.posyanduId,
    villageCode: posyandu.villageCode,
    facts: request.facts,
    findings,
    measurer: visitor.actor!.accountId,
    state: isHealthWorker ? 'verified' : 'recorded',
    ...(request.replaces === undefined ? {} : { replaces: request.replaces }),
    ...(request.reason === undefined ? {} : { reason: request.reason.trim() }),
    ...(isHealthWorker ? { verifiedBy: visitor.actor!.accountId } : {}),
    recordedAt: now,
  }
  const impossible = MEASURE_KINDS.some((kind) => typed[kind] !== undefined && isImpossible(kind, typed[kind]))
  if (findings.length > 0 && (!request.confirmed || impossible))
    return accept({ saved: false, questions: findings, judged: measurement, sex: child.sex })
  await insertMeasurements(tx, [
    { ...measurementColumns(region, measurement), verified_at: isHealthWorker ? now : null },
  ])
  if (replaced !== undefined) await setMeasurementState(tx, region, replaced.id, { state: 'replaced' })
  const present = [
    ...all.map((one) => (one.id === replaced?.id ? { ...one, state: 'replaced' as const } : one)),
    measurement,
  ]
  const months = await recountChild(tx, region, child, present, editions)
  const latest = standing(present).reduce((last, one) => (one.date >= last.date ? one : last), measurement)
  const { opened } =
    latest.id === measurement.id
      ? await openAlerts(
          tx,
          region,
          posyandu,
          child,
          historyOf(child, present, months, measurement, typed.date),
          measurement.id,
          editions,
          { actor: visitor.actor!.accountId, role, at: now },
        )
      : { opened: [] }
  await writeJournal(tx, {
    at: now,
    actor: visitor.actor!.accountId,
    role,
    device: visitor.device,
    subject: child.personId ?? child.childId,
    action: request.replaces === undefined ? 'child.measure' : 'child.correct',
    ...(measurement.reason === undefined ? {} : { reason: measurement.reason }),
  })
  await writeOutbox(tx, [
    { kind: 'growth.rollup', key: region },
    ...(child.personId === undefined
      ? []
      : [{ kind: 'child.care-changed', key: child.childId, payload: { childId: child.childId } }]),
  ])
  const month = months.find((one) => one.measurement.id === measurement.id)
  return accept({ saved: true, measurement, opened, ...(month === undefined ? {} : { month }) })
}
