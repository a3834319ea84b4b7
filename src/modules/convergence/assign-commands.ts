// A gap becomes work: those who wait for a service in a village go on the list of one programme. Must stay true: nobody stands on
// two lists for the same service and quarter; the planner chooses how many, not whom, and sees no name.
import { isPlainDate } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Acting, entryOf } from './acting.ts'
import { findIndicatorOn } from './own-edition-store.ts'
import { listFamiliesById } from './people-store.ts'
import { readPeriod } from './period.ts'
import { findProgramme, insertAssignment, listWaiting } from './service-store.ts'

export type AssignInput = {
  readonly village: string
  readonly period: string
  readonly indicator: string
  readonly programme: string
  /** Empty for everyone who waits. */
  readonly howMany: string
  readonly dueOn: string
  readonly note: string
}
const MOST = 2000

/** Puts those who wait and are on no list yet on the list of a programme: families at risk first. */
export async function assignGap(
  tx: Tx,
  acting: Acting,
  input: AssignInput,
): Promise<Result<{ readonly assignmentId: string; readonly people: number }>> {
  const quarter = readPeriod(input.period)
  if (quarter === undefined) return refuse('convergence-period-unknown')
  const indicator = await findIndicatorOn(tx, acting.region, input.indicator, quarter.from)
  if (indicator?.service == null) return refuse('convergence-indicator-unknown')
  const programme = await findProgramme(tx, acting.region, input.programme)
  if (programme === undefined || !programme.is_active || !programme.services.includes(indicator.service))
    return refuse('convergence-programme-missing', 'programme')
  if (!isPlainDate(input.dueOn) || input.dueOn < acting.today) return refuse('convergence-due-date', 'dueOn')
  if (input.note.length > 500) return refuse('convergence-text-long', 'note', { max: 500 })
  const waiting = await listWaiting(tx, acting.region, {
    period: input.period,
    village: input.village,
    service: indicator.service,
    limit: MOST,
    unassignedOnly: true,
  })
  if (waiting.length === 0) return refuse('convergence-nobody-waits')
  const typed = input.howMany.trim()
  const wanted = typed === '' ? waiting.length : /^\d{1,5}$/.test(typed) ? Number(typed) : 0
  if (wanted < 1) return refuse('convergence-how-many', 'howMany', { max: waiting.length })
  const families = await listFamiliesById(
    tx,
    acting.region,
    waiting.flatMap((row) => (row.family_id === null ? [] : [row.family_id])),
  )
  const atRisk = new Set(families.filter((one) => one.is_at_risk === true).map((one) => one.family_id))
  const chosen = [...waiting]
    .sort((a, b) => Number(atRisk.has(b.family_id ?? '')) - Number(atRisk.has(a.family_id ?? '')))
    .slice(0, wanted)
  const assignmentId = newId()
  const people = await insertAssignment(
    tx,
    {
      region_code: acting.region,
      assignment_id: assignmentId,
      period: input.period,
      village_code: input.village,
      service: indicator.service,
      programme_id: programme.programme_id,
      agency_id: programme.agency_id,
      due_on: input.dueOn,
      note: input.note,
      assigned_by: acting.actor.accountId,
      assigned_at: acting.now,
    },
    chosen.map((row) => row.subject_id),
  )
  await writeJournal(
    tx,
    chosen.map((row) => entryOf(acting, 'convergence.assign', { subject: row.subject_id, fields: [indicator.code] })),
  )
  return accept({ assignmentId, people })
}
