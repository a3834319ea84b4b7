// Vaccines recorded dose by dose: given here by a health worker, or copied from the KIA book by a cadre too. Must stay true: the
// same dose twice is once; when nothing is overdue any more the alert about it ends with its result; a wrong row is withdrawn
// with a reason and stays in the history.
import type { PlainDate } from '../../../kernel/date.ts'
import { dateParams } from '../../../kernel/date-format.ts'
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { newId } from '../../../platform/ids.ts'
import { writeOutbox } from '../../../platform/jobs/outbox.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { asRole, HEALTH_WORKERS, MEASURERS } from '../access.ts'
import { insertAlertEvents, listAlertsOfChild } from '../alert-store.ts'
import { updateAlert } from '../care-store.ts'
import type { ChildRecord, Posyandu } from '../child.ts'
import { childOf } from '../child-codec.ts'
import { findPosyandu, lockChild } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { openAlerts } from '../open-alerts.ts'
import { faultOfDose, IMMUNISATION_2023, summarizeDoses } from '../rules/immunisation.ts'
import type { DoseRequest } from './immunisation-port.ts'
import { insertDoses, listDoses, putVaccineState, withdrawDose } from './immunisation-store.ts'
import { givenDoses } from './vaccines-of.ts'

const FAULTS = {
  future: 'growth.dose-future',
  'before-birth': 'growth.dose-before-birth',
  order: 'growth.dose-order',
  unknown: 'growth.dose-missing',
} as const
const REASON_LENGTH = 300

/** Refuses `not-found`, `growth.dose-*`, `growth.in-future`. Sent twice records once. */
export async function recordDoses(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  request: DoseRequest,
): Promise<Result<{ readonly recorded: number }>> {
  const region = visitor.region!.code
  if (!isUuid(childId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<{ readonly recorded: number }>> => {
    const row = await lockChild(tx, region, childId)
    const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
    const role = asRole(visitor, posyandu, [...HEALTH_WORKERS, ...MEASURERS])
    if (row === undefined || posyandu === undefined || !role.ok) return refuse('not-found')
    const child = childOf(context.ring, row)
    const today = context.today(region)
    const known = await listDoses(tx, region, childId)
    const wanted = [...new Set(request.doses)].filter(
      (dose) => !known.some((one) => one.dose === dose && one.given_on === request.on),
    )
    if (request.doses.length === 0) return refuse('growth.dose-missing', 'dose')
    const refusals: Refusal[] = []
    const given = [...givenDoses(known)]
    for (const dose of wanted) {
      const before = known.find((one) => one.dose === dose)
      const name = IMMUNISATION_2023.doses.find(({ code }) => code === dose)?.name
      const params = { doseId: name?.id ?? dose, doseEn: name?.en ?? dose }
      const fault = faultOfDose({ dose, on: request.on }, child.birthDate, given, today, IMMUNISATION_2023)
      if (before !== undefined)
        refusals.push({
          code: 'growth.dose-known',
          at: 'dose',
          params: { ...params, ...dateParams('given', before.given_on) },
        })
      else if (fault !== undefined)
        refusals.push({
          code: FAULTS[fault],
          at: fault === 'future' || fault === 'before-birth' ? 'on' : 'dose',
          params,
        })
      given.push({ dose, on: request.on })
    }
    if (refusals.length > 0)
      return refuseAll(
        refusals.filter((one, i) => refusals.findIndex((r) => r.code === one.code && r.at === one.at) === i),
      )
    const now = context.clock.now()
    const isHealthWorker = HEALTH_WORKERS.includes(role.value)
    await insertDoses(
      tx,
      wanted.map((dose) => ({
        region_code: region,
        dose_id: newId(),
        child_id: childId,
        dose,
        given_on: request.on,
        source: isHealthWorker && request.on === today ? ('given' as const) : ('book' as const),
        place: request.place,
        recorded_by: visitor.actor!.accountId,
        recorded_at: now,
        withdrawn_by: null,
        withdrawn_at: null,
        reason: null,
      })),
    )
    if (wanted.length > 0) {
      await writeJournal(tx, {
        at: now,
        actor: visitor.actor!.accountId,
        role: role.value,
        device: visitor.device,
        subject: child.personId ?? child.childId,
        action: 'child.vaccine',
        fields: wanted,
      })
      await followVaccines(tx, context, region, child, posyandu, {
        actor: visitor.actor!.accountId,
        role: role.value,
        at: now,
      })
    }
    return accept({ recorded: wanted.length })
  })
}

/** A dose that was never given is taken back. Refuses `not-found`, `growth.reason-missing`, `growth.dose-followed`. */
export async function withdrawDoseOf(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  dose: string,
  reason: string,
): Promise<Result<void>> {
  const region = visitor.region!.code
  if (!isUuid(childId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<void>> => {
    const row = await lockChild(tx, region, childId)
    const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
    const role = asRole(visitor, posyandu, HEALTH_WORKERS)
    if (row === undefined || posyandu === undefined || !role.ok) return refuse('not-found')
    const known = await listDoses(tx, region, childId)
    const wrong = known.find((one) => one.dose === dose)
    if (wrong === undefined) return refuse('not-found')
    if (reason.trim() === '') return refuse('growth.reason-missing', 'reason')
    const follows = IMMUNISATION_2023.doses.filter(({ after }) => after === dose).map(({ code }) => code)
    if (known.some((one) => follows.includes(one.dose))) return refuse('growth.dose-followed', 'dose')
    const now = context.clock.now()
    const actor = visitor.actor!.accountId
    await withdrawDose(tx, region, wrong.dose_id, { by: actor, at: now, reason: reason.trim().slice(0, REASON_LENGTH) })
    const child = childOf(context.ring, row)
    await writeJournal(tx, {
      at: now,
      actor,
      role: role.value,
      device: visitor.device,
      subject: child.personId ?? child.childId,
      action: 'child.vaccine-withdrawn',
      fields: [dose],
      reason: reason.trim().slice(0, REASON_LENGTH),
    })
    await followVaccines(tx, context, region, child, posyandu, { actor, role: role.value, at: now })
    return accept(undefined)
  })
}

type By = { readonly actor: string; readonly role: string; readonly at: Date }

/** The child's state anew; the alert about vaccines opens or ends with it. */
export async function followVaccines(
  tx: Tx,
  context: GrowthContext,
  region: string,
  child: ChildRecord,
  posyandu: Posyandu,
  by: By,
): Promise<void> {
  const today: PlainDate = context.today(region)
  const summary = summarizeDoses(
    child.birthDate,
    givenDoses(await listDoses(tx, region, child.childId)),
    today,
    IMMUNISATION_2023,
  )
  await putVaccineState(tx, {
    region_code: region,
    child_id: child.childId,
    next_on: summary.nextOn ?? null,
    overdue_on: summary.lastOn === undefined ? null : (summary.overdueOn ?? null),
    basic_on: summary.basicOn ?? null,
    last_on: summary.lastOn ?? today,
    edition: IMMUNISATION_2023.id,
    updated_at: by.at,
  })
  if (summary.overdue > 0 && summary.lastOn !== undefined)
    await openAlerts(
      tx,
      region,
      posyandu,
      child,
      { today, earlier: [], overdueVaccines: summary.overdue },
      undefined,
      context.editions(region),
      by,
    )
  else
    for (const alert of await listAlertsOfChild(tx, region, child.childId)) {
      if (alert.code !== 'IMM' || alert.state === 'closed') continue
      await updateAlert(tx, region, alert, { state: 'closed', result: 'given', closed_on: today, handler: by.actor })
      await insertAlertEvents(tx, [
        {
          region_code: region,
          alert_id: alert.alert_id,
          event_id: newId(),
          at: by.at,
          actor: by.actor,
          role: by.role,
          kind: 'closed',
          note: null,
          data: '{}',
        },
      ])
    }
  if (child.personId !== undefined)
    await writeOutbox(tx, { kind: 'child.care-changed', key: child.childId, payload: { childId: child.childId } })
}
