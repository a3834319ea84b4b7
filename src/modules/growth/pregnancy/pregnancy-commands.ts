// A pregnancy is registered, seen at visits, and ends. Must stay true: one running pregnancy a woman; KEK and anaemia open their
// alerts in the transaction of the visit; sent twice is once; whoever may not reach the posyandu finds nothing.
import { ageOn, daysBetween, type PlainDate } from '../../../kernel/date.ts'
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { Role, Visitor } from '../../../platform/http/visitor.ts'
import { newId } from '../../../platform/ids.ts'
import { writeOutbox } from '../../../platform/jobs/outbox.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { keyedHashes } from '../../../platform/secrets/seal.ts'
import { findByNik } from '../../register/find-by-nik.ts'
import { asRole, HEALTH_WORKERS } from '../access.ts'
import { insertAlertEvents, insertAlerts } from '../alert-store.ts'
import { listPmtOfPregnancy, updateAlert } from '../care-store.ts'
import type { Posyandu } from '../child.ts'
import { findPosyandu } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { alertRows, openedEvents } from '../open-alerts.ts'
import { endPmt } from '../pmt-end.ts'
import { decidePregnancyAlerts } from '../rules/alerts.ts'
import { PREGNANCY_2021, weeksOn } from '../rules/pregnancy.ts'
import { sealedOf } from './pregnancy-codec.ts'
import type { Outcome, VisitRequest, WomanFacts } from './pregnancy-port.ts'
import {
  findPregnancy,
  findRunningOf,
  insertPregnancies,
  insertVisits,
  listAlertsOfPregnancy,
  listVisits,
  type PregnancyRead,
  updatePregnancy,
  withdrawVisit,
} from './pregnancy-store.ts'

const AGES = { min: 10, max: 60 }
const REASON_LENGTH = 300

/** Refuses `not-found`, `growth.pregnancy-nik`, `-known`, `-age`. The same id twice registers once. */
export async function registerPregnancy(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
  pregnancyId: string,
  facts: WomanFacts,
): Promise<Result<string>> {
  const region = visitor.region!.code
  if (!isUuid(pregnancyId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<string>> => {
    const posyandu = await findPosyandu(tx, region, posyanduId)
    const role = asRole(visitor, posyandu, HEALTH_WORKERS)
    if (posyandu === undefined || !role.ok) return refuse('not-found')
    const again = await findPregnancy(tx, region, pregnancyId)
    if (again !== undefined) return again.posyandu_id === posyanduId ? accept(pregnancyId) : refuse('not-found')
    const today = context.today(region)
    const age = ageOn(facts.birthDate, today)
    if (age < AGES.min || age > AGES.max) return refuse('growth.pregnancy-age', 'birth', AGES)
    const person = facts.nik === undefined ? undefined : await findByNik(tx, context.ring, region, facts.nik)
    if (person !== undefined && (person.sex !== 'P' || person.birthDate !== facts.birthDate))
      return refuse('growth.pregnancy-nik', 'nik')
    const known = await findRunningOf(tx, region, {
      nikHashes: facts.nik === undefined ? [] : keyedHashes(context.ring, facts.nik),
      ...(person === undefined ? {} : { personId: person.personId }),
    })
    if (known !== undefined) {
      const at = await findPosyandu(tx, region, known.posyandu_id)
      return refuse('growth.pregnancy-known', 'nik', { place: at?.name ?? '' })
    }
    const now = context.clock.now()
    await insertPregnancies(tx, [
      {
        region_code: region,
        pregnancy_id: pregnancyId,
        person_id: person?.personId ?? null,
        posyandu_id: posyanduId,
        village_code: posyandu.villageCode,
        name: facts.name,
        birth_date: facts.birthDate,
        ...sealedOf(context.ring, pregnancyId, facts),
        last_period: facts.lastPeriod ?? null,
        due_on: facts.dueOn,
        gravida: facts.gravida ?? null,
        registered_on: today,
        registered_by: visitor.actor!.accountId,
        state: 'running',
        ended_on: null,
        edition: PREGNANCY_2021.id,
        version: 1,
        created_at: now,
        updated_at: now,
      },
    ])
    await journal(tx, context, visitor, role.value, person?.personId ?? pregnancyId, 'pregnancy.register')
    await tell(tx, pregnancyId, person?.personId)
    return accept(pregnancyId)
  })
}

type Held = { readonly tx: Tx; readonly row: PregnancyRead; readonly posyandu: Posyandu; readonly role: Role }

async function holding(
  context: GrowthContext,
  visitor: Visitor,
  pregnancyId: string,
  work: (held: Held) => Promise<Result<void>>,
): Promise<Result<void>> {
  const region = visitor.region!.code
  if (!isUuid(pregnancyId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<void>> => {
    const row = await findPregnancy(tx, region, pregnancyId, true)
    const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
    const role = asRole(visitor, posyandu, HEALTH_WORKERS)
    if (row === undefined || posyandu === undefined || !role.ok) return refuse('not-found')
    return work({ tx, row, posyandu, role: role.value })
  })
}

/** True for a day inside the pregnancy, and not later than today. */
function isWithin(row: PregnancyRead, on: PlainDate, today: PlainDate): boolean {
  const since = PREGNANCY_2021.pregnancyDays - daysBetween(on, row.due_on)
  return on <= today && since >= 0 && since <= PREGNANCY_2021.longestDays
}

/** Refuses `not-found`, `growth.visit-*`, `growth.pregnancy-ended`. */
export function recordVisit(
  context: GrowthContext,
  visitor: Visitor,
  pregnancyId: string,
  request: VisitRequest,
): Promise<Result<void>> {
  const region = visitor.region!.code
  if (!isUuid(request.visitId)) return Promise.resolve(refuse('not-found'))
  return holding(context, visitor, pregnancyId, async ({ tx, row, posyandu, role }): Promise<Result<void>> => {
    const known = await listVisits(tx, region, [pregnancyId])
    if (known.some(({ visit_id }) => visit_id === request.visitId)) return accept(undefined)
    const today = context.today(region)
    if (row.state !== 'running') return refuse('growth.pregnancy-ended')
    if (!isWithin(row, request.on, today)) return refuse('growth.visit-day', 'on')
    const { visitId, on, ...facts } = request
    if (!Object.values(facts).some((value) => value !== undefined && value !== 0 && value !== false))
      return refuse('growth.visit-nothing', 'arm')
    const now = context.clock.now()
    const actor = visitor.actor!.accountId
    await insertVisits(tx, [
      {
        region_code: region,
        pregnancy_id: pregnancyId,
        visit_id: visitId,
        visited_on: on,
        weeks: weeksOn(row.due_on, on, PREGNANCY_2021),
        arm_tenth_mm: facts.armTenthMm ?? null,
        haemoglobin_tenth_gdl: facts.haemoglobinTenthGdl ?? null,
        weight_g: facts.weightG ?? null,
        tablets_given: facts.tabletsGiven,
        tablets_taken: facts.tabletsTaken,
        food_given: facts.foodGiven,
        class_attended: facts.classAttended,
        recorded_by: actor,
        recorded_at: now,
        state: 'recorded',
        reason: null,
      },
    ])
    // What was seen earlier than the newest visit opens nothing any more.
    if (known.every(({ visited_on, state }) => state === 'withdrawn' || visited_on <= on)) {
      const past = await listAlertsOfPregnancy(tx, region, pregnancyId)
      const editions = context.editions(region)
      const decided = decidePregnancyAlerts(
        facts,
        on,
        past.map(({ code, opened_on, state }) => ({ code, openedOn: opened_on, state })),
        (editions.on?.(on) ?? editions).alerts,
      )
      const rows = alertRows(region, posyandu, { pregnancyId }, decided.open, undefined)
      await insertAlerts(tx, rows)
      await insertAlertEvents(tx, openedEvents(rows, { actor, role, at: now }))
    }
    await journal(tx, context, visitor, role, row.person_id ?? pregnancyId, 'pregnancy.visit')
    await tell(tx, pregnancyId, row.person_id)
    return accept(undefined)
  })
}

/** A visit that was not so. Refuses `not-found`, `growth.reason-missing`. */
export function withdrawVisitOf(
  context: GrowthContext,
  visitor: Visitor,
  pregnancyId: string,
  visitId: string,
  reason: string,
): Promise<Result<void>> {
  const region = visitor.region!.code
  return holding(context, visitor, pregnancyId, async ({ tx, row, role }): Promise<Result<void>> => {
    const visit = (await listVisits(tx, region, [pregnancyId])).find(({ visit_id }) => visit_id === visitId)
    if (visit === undefined) return refuse('not-found')
    if (visit.state === 'withdrawn') return accept(undefined)
    const why = reason.trim().slice(0, REASON_LENGTH)
    if (why === '') return refuse('growth.reason-missing', 'reason')
    await withdrawVisit(tx, region, visit, why)
    await journal(tx, context, visitor, role, row.person_id ?? pregnancyId, 'pregnancy.visit-withdrawn', why)
    await tell(tx, pregnancyId, row.person_id)
    return accept(undefined)
  })
}

/** Ends it; its open alerts end with it. Refuses `not-found`, `growth.outcome-day`, `growth.pregnancy-ended`. */
export function endPregnancy(
  context: GrowthContext,
  visitor: Visitor,
  pregnancyId: string,
  outcome: Outcome,
  on: PlainDate,
): Promise<Result<void>> {
  const region = visitor.region!.code
  return holding(context, visitor, pregnancyId, async ({ tx, row, role }): Promise<Result<void>> => {
    if (row.state === outcome && row.ended_on === on) return accept(undefined)
    if (row.state !== 'running') return refuse('growth.pregnancy-ended')
    if (!isWithin(row, on, context.today(region))) return refuse('growth.outcome-day', 'on')
    await closePregnancy(tx, context, region, row, outcome, on, { actor: visitor.actor!.accountId, role })
    await journal(tx, context, visitor, role, row.person_id ?? pregnancyId, 'pregnancy.end')
    return accept(undefined)
  })
}

const RESULT_OF: Readonly<Record<Outcome, string>> = {
  born: 'pregnancy-over',
  stillborn: 'pregnancy-over',
  miscarried: 'pregnancy-over',
  moved: 'moved',
  died: 'died',
}

/** State, alerts and news of a pregnancy that is over. The row is held by the caller. */
export async function closePregnancy(
  tx: Tx,
  context: GrowthContext,
  region: string,
  row: PregnancyRead,
  outcome: Outcome,
  on: PlainDate,
  by: { readonly actor: string; readonly role: string },
): Promise<void> {
  const at = context.clock.now()
  for (const food of await listPmtOfPregnancy(tx, region, row.pregnancy_id))
    if (food.state === 'running') await endPmt(tx, context, { region, ...by }, food, 'finish')
  await updatePregnancy(tx, region, row, { state: outcome, ended_on: on, updated_at: at })
  for (const alert of await listAlertsOfPregnancy(tx, region, row.pregnancy_id)) {
    if (alert.state === 'closed') continue
    await updateAlert(tx, region, alert, {
      state: 'closed',
      result: RESULT_OF[outcome],
      closed_on: context.today(region),
      handler: by.actor,
    })
    await insertAlertEvents(tx, [
      {
        region_code: region,
        alert_id: alert.alert_id,
        event_id: newId(),
        at,
        actor: by.actor,
        role: by.role,
        kind: 'closed',
        note: null,
        data: '{}',
      },
    ])
  }
  await tell(tx, row.pregnancy_id, row.person_id)
}

/** Whoever plans services hears that something changed, after the commit; nothing about whom the register does not know. */
async function tell(tx: Tx, pregnancyId: string, personId: string | null | undefined): Promise<void> {
  if (personId !== null && personId !== undefined)
    await writeOutbox(tx, { kind: 'child.care-changed', key: pregnancyId, payload: { pregnancyId } })
}

async function journal(
  tx: Tx,
  context: GrowthContext,
  visitor: Visitor,
  role: Role,
  subject: string,
  action: string,
  reason?: string,
): Promise<void> {
  await writeJournal(tx, {
    at: context.clock.now(),
    actor: visitor.actor!.accountId,
    role,
    device: visitor.device,
    subject,
    action,
    ...(reason === undefined ? {} : { reason }),
  })
}
