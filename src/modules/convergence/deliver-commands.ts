// Services given: by the officer of a programme from their list, by the cadre who checks at the village, or from an uploaded list.
// Must stay true: a person counts once for a service and quarter whoever reports it; every agency's own report is kept; twice
// changes nothing; what was received is not taken back.

import { isPlainDate, type PlainDate } from '../../kernel/date.ts'
import { dateParams } from '../../kernel/date-format.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Acting, entryOf } from './acting.ts'
import type { ServiceState } from './due.ts'
import { findService } from './editions.ts'
import { queueRollup } from './list-commands.ts'
import { periodName, type Quarter, readPeriod } from './period.ts'
import * as store from './service-store.ts'
import type { ServiceRow } from './tables.ts'

export type Giving = {
  readonly programme: Pick<store.ProgrammeRow, 'programme_id' | 'agency_id' | 'services'>
  readonly service: string
  readonly period: string
  readonly giver: string
}

/** A day of giving: within the quarter and not in the future. */
export function checkGivenOn(day: string, quarter: Quarter, today: PlainDate): Result<PlainDate> {
  if (!isPlainDate(day) || day < quarter.from || day > quarter.to || day > today) {
    const name = periodName(quarter.key)
    return refuse('convergence-given-on', 'givenOn', { periodId: name.id, periodEn: name.en })
  }
  return accept(day)
}

export type Delivered = { readonly added: number; readonly known: number }

/** Records deliveries to subjects that have a row for this service and quarter; others must have been refused before. */
export async function recordDeliveries(
  tx: Tx,
  acting: Acting,
  giving: Giving,
  given: readonly { readonly row: ServiceRow; readonly on: PlainDate }[],
  channel: 'single' | 'upload' | 'check',
  uploadId: string | null = null,
): Promise<Delivered> {
  const added = await store.insertDeliveries(
    tx,
    given.map(({ row, on }) => ({
      region_code: acting.region,
      delivery_id: newId(),
      period: giving.period,
      subject_id: row.subject_id,
      service: giving.service,
      village_code: row.village_code,
      given_on: on,
      giver: giving.giver,
      programme_id: giving.programme.programme_id,
      agency_id: giving.programme.agency_id,
      channel,
      upload_id: uploadId,
      recorded_by: acting.actor.accountId,
      recorded_at: acting.now,
    })),
  )
  // Whoever reported first stays named on the person's row.
  const changed = given.filter(({ row }) => row.state !== 'received' && added.has(row.subject_id))
  await store.putServices(
    tx,
    changed.map(({ row, on }) => ({
      ...row,
      state: 'received' as const,
      given_on: on,
      giver: giving.giver,
      programme_id: giving.programme.programme_id,
      agency_id: giving.programme.agency_id,
      reason: null,
      changed_by: acting.actor.accountId,
      changed_at: acting.now,
    })),
  )
  const touched = given.filter(({ row }) => added.has(row.subject_id))
  for (const village of new Set(touched.map(({ row }) => row.village_code)))
    await queueRollup(tx, giving.period, village)
  await writeJournal(
    tx,
    touched.map(({ row }) =>
      entryOf(acting, 'convergence.deliver', { subject: row.subject_id, fields: [giving.service] }),
    ),
  )
  return { added: added.size, known: given.length - added.size }
}

/** The officer ticks who received it, from an assignment of their own agency. */
export async function deliverAssigned(
  tx: Tx,
  acting: Acting,
  agencies: readonly string[],
  assignmentId: string,
  input: { readonly subjects: readonly string[]; readonly givenOn: string; readonly giver: string },
): Promise<Result<Delivered>> {
  const assignment = await store.findAssignment(tx, acting.region, assignmentId)
  if (assignment === undefined || !agencies.includes(assignment.agency_id)) return refuse('convergence-not-yours')
  const quarter = readPeriod(assignment.period)!
  const programme = await store.findProgramme(tx, acting.region, assignment.programme_id)
  const day = checkGivenOn(input.givenOn, quarter, acting.today)
  if (!day.ok) return day
  if (input.subjects.length === 0) return refuse('convergence-nobody-chosen', 'subjects')
  if (input.giver.length > 120) return refuse('convergence-text-long', 'giver', { max: 120 })
  for (const subject of input.subjects)
    if (!(await store.isAssigned(tx, acting.region, assignmentId, subject)))
      return refuse('convergence-subject-unknown')
  const rows = await store.listServicesOfSubjects(
    tx,
    acting.region,
    assignment.period,
    input.subjects,
    assignment.service,
    true,
  )
  const giving = { programme: programme!, service: assignment.service, period: assignment.period, giver: input.giver }
  return accept(
    await recordDeliveries(
      tx,
      acting,
      giving,
      rows.map((row) => ({ row, on: day.value })),
      'single',
    ),
  )
}

export type Check = {
  readonly subject: string
  readonly service: string
  readonly period: string
  readonly state: string
  readonly givenOn: string
  readonly giver: string
  /** Programme that gave it, when the cadre knows; then it is that agency's delivery too. */
  readonly programme: string
  readonly reason: string
}

const CHECKED: readonly ServiceState[] = ['due', 'received', 'refused', 'not-entitled']

/** What the cadre found at the family: received, still due, refused, not entitled. `village` is where the actor may check. */
export async function checkService(
  tx: Tx,
  acting: Acting,
  mayCheckIn: (village: string) => boolean,
  input: Check,
): Promise<Result<{ readonly village: string }>> {
  const quarter = readPeriod(input.period)
  const service = findService(input.service)
  if (quarter === undefined || service === undefined) return refuse('convergence-subject-unknown')
  const [row] = await store.listServicesOfSubjects(
    tx,
    acting.region,
    input.period,
    [input.subject],
    input.service,
    true,
  )
  if (row === undefined || !mayCheckIn(row.village_code)) return refuse('convergence-subject-unknown')
  const state = CHECKED.find((one) => one === input.state)
  if (state === undefined) return refuse('convergence-state', 'state')
  if (input.giver.length > 120) return refuse('convergence-text-long', 'giver', { max: 120 })
  if (input.reason.length > 300) return refuse('convergence-text-long', 'reason', { max: 300 })
  if (state === 'received') {
    const day = checkGivenOn(input.givenOn, quarter, acting.today)
    if (!day.ok) return day
    const programme = input.programme === '' ? undefined : await store.findProgramme(tx, acting.region, input.programme)
    if (input.programme !== '' && programme?.services.includes(input.service) !== true)
      return refuse('convergence-programme-missing', 'programme')
    if (programme !== undefined) {
      const giving = { programme, service: input.service, period: input.period, giver: input.giver }
      await recordDeliveries(tx, acting, giving, [{ row, on: day.value }], 'check')
      return accept({ village: row.village_code })
    }
    if (row.state !== 'received')
      await putState(tx, acting, { ...row, state, given_on: day.value, giver: input.giver, reason: null })
    return accept({ village: row.village_code })
  }
  if (row.state === 'received' && row.given_on !== null)
    return refuse('convergence-received-stays', 'state', {
      agency: row.agency_id ?? row.giver ?? '',
      ...dateParams('given', row.given_on),
    })
  if (state !== 'due' && input.reason.trim().length < 5) return refuse('convergence-reason', 'reason')
  await putState(tx, acting, { ...row, state, reason: state === 'due' ? null : input.reason.trim() })
  return accept({ village: row.village_code })
}

async function putState(tx: Tx, acting: Acting, row: ServiceRow): Promise<void> {
  await store.putServices(tx, [{ ...row, changed_by: acting.actor.accountId, changed_at: acting.now }])
  await queueRollup(tx, row.period, row.village_code)
  await writeJournal(
    tx,
    entryOf(acting, 'convergence.check', { subject: row.subject_id, fields: [row.service, row.state] }),
  )
}
