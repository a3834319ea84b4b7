// Case audits: two cycles a year, seven steps in order, cases under pseudonyms, findings sealed, a plan that a second person approves.
// Must stay true: looking for causes, not for fault; whoever is not of the audit team never gets a person's key or name.
import { addMonths, completedMonths, isPlainDate, type PlainDate } from '../../kernel/date.ts'
import { dateParams } from '../../kernel/date-format.ts'
import { readNik } from '../../kernel/nik.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import { findByNiks, type ResidentFacts } from '../register/resident-queries.ts'
import { type Acting, entryOf } from './acting.ts'
import * as store from './care-store.ts'
import type { AuditKind, AuditSelection } from './tables.ts'

export const STEPS: readonly Text[] = [
  { id: 'Rapat manajemen audit', en: 'Management meeting' },
  { id: 'Kertas kerja tiap kasus', en: 'Working papers of each case' },
  { id: 'Kajian pakar dan rencana tindak lanjut', en: 'Expert review and follow-up plan' },
  { id: 'Diseminasi pertama', en: 'First dissemination' },
  { id: 'Pemantauan tiga bulan', en: 'Three months of monitoring' },
  { id: 'Diseminasi kedua', en: 'Second dissemination' },
  { id: 'Laporan', en: 'Report' },
]
export const KINDS: readonly AuditKind[] = ['couple-to-be', 'pregnant', 'postpartum', 'child']
export const SELECTIONS: readonly AuditSelection[] = ['no-improvement', 'many-cases', 'complete-data']
/** Watched, with a measuring each month, from the first dissemination on. */
const MONITORING = { step: 5, months: 3 } as const
const CHILD_BELOW_MONTHS = 60
/** Ten years: the youngest whom services for mothers count. */
const GROWN_FROM_MONTHS = 120
/** From this step on the plans of all cases must be approved. */
const PLANS_BY = 4
export const findingsContext = (caseId: string): string => `convergence.audit-case:${caseId}`

export async function openAudit(
  tx: Tx,
  acting: Acting,
  year: number,
  cycle: string,
): Promise<Result<{ readonly id: string }>> {
  if (cycle !== '1' && cycle !== '2') return refuse('convergence-choose', 'cycle')
  const id = newId()
  const isNew = await store.insertAudit(tx, {
    region_code: acting.region,
    audit_id: id,
    year,
    cycle: Number(cycle),
    step: 0,
    opened_by: acting.actor.accountId,
    opened_at: acting.now,
  })
  if (!isNew) return refuse('convergence-audit-exists')
  await writeJournal(tx, entryOf(acting, 'convergence.audit-open', { fields: [`${year}-${cycle}`] }))
  return accept({ id })
}

/** The next step, and only the next. */
export async function stepAudit(
  tx: Tx,
  acting: Acting,
  id: string,
  input: { readonly step: string; readonly doneOn: string; readonly note: string },
): Promise<Result<null>> {
  const audit = await store.findAudit(tx, acting.region, id, true)
  if (audit === undefined) return refuse('convergence-not-yours')
  const step = audit.step + 1
  if (step > STEPS.length || input.step !== String(step)) return refuse('convergence-step-order')
  const before = (await store.listSteps(tx, acting.region, id)).at(-1)?.done_on
  if (!isPlainDate(input.doneOn) || input.doneOn > acting.today || (before !== undefined && input.doneOn < before))
    return refuse('convergence-step-day', 'doneOn')
  const watchedUntil =
    step === MONITORING.step && before !== undefined ? addMonths(before, MONITORING.months) : undefined
  if (watchedUntil !== undefined && input.doneOn < watchedUntil)
    return refuse('convergence-monitoring-early', 'doneOn', dateParams('date', watchedUntil))
  if (input.note.trim().length < 3) return refuse('convergence-text-missing', 'note')
  if (input.note.length > 2000) return refuse('convergence-text-long', 'note', { max: 2000 })
  if (step >= PLANS_BY && (await store.listCases(tx, acting.region, id)).some((one) => one.approved_on === null))
    return refuse('convergence-plan-missing')
  await store.insertStep(tx, {
    region_code: acting.region,
    audit_id: id,
    step,
    done_on: input.doneOn,
    note: input.note.trim(),
    by_account: acting.actor.accountId,
    at: acting.now,
  })
  await writeJournal(tx, entryOf(acting, 'convergence.audit-step', { subject: id, fields: [String(step)] }))
  return accept(null)
}

/** Whether somebody of this age and sex can be such a case: a child is below five years, who carries or bore a child is a woman. */
function mayBe(kind: AuditKind, person: Pick<ResidentFacts, 'birthDate' | 'sex'>, today: PlainDate): boolean {
  const months = completedMonths(person.birthDate, today)
  if (kind === 'child') return months < CHILD_BELOW_MONTHS
  return months >= GROWN_FROM_MONTHS && (kind === 'couple-to-be' || person.sex === 'P')
}

/** A person becomes a case under the next pseudonym. The number is looked up and kept nowhere. */
export async function addCase(
  tx: Tx,
  ring: KeyRing,
  acting: Acting,
  id: string,
  input: { readonly nik: string; readonly kind: string; readonly selection: string },
): Promise<Result<null>> {
  const audit = await store.findAudit(tx, acting.region, id, true)
  if (audit === undefined || audit.step >= PLANS_BY) return refuse('convergence-step-order')
  const kind = KINDS.find((one) => one === input.kind)
  const selection = SELECTIONS.find((one) => one === input.selection)
  const read = readNik(input.nik, { today: acting.today, at: 'nik' })
  if (!read.ok || kind === undefined || selection === undefined)
    return refuseAll([
      ...(read.ok ? [] : read.refusals),
      ...(kind === undefined ? [{ code: 'convergence-choose', at: 'kind' }] : []),
      ...(selection === undefined ? [{ code: 'convergence-choose', at: 'selection' }] : []),
    ])
  const { nik } = read.value
  const person = (await findByNiks(tx, ring, acting.region, [nik])).get(nik)
  if (person === undefined || person.status !== 'active') return refuse('convergence-case-unknown', 'nik')
  if (!mayBe(kind, person, acting.today)) return refuse('convergence-case-kind', 'kind')
  const number = (await store.listCases(tx, acting.region, id)).length + 1
  const isNew = await store.insertCase(tx, {
    region_code: acting.region,
    case_id: newId(),
    audit_id: id,
    pseudonym: `K${audit.year % 100}${audit.cycle}-${String(number).padStart(2, '0')}`,
    person_id: person.personId,
    village_code: person.villageCode,
    kind,
    selection,
    findings: null,
    plan: null,
    planned_by: null,
    approved_by: null,
    approved_on: null,
  })
  if (!isNew) return refuse('convergence-case-exists', 'nik')
  await writeJournal(tx, entryOf(acting, 'convergence.audit-case', { subject: person.personId, fields: ['nik'] }))
  return accept(null)
}

/** Findings and plan of a case; changing the plan takes back its approval. */
export async function writeCase(
  tx: Tx,
  ring: KeyRing,
  acting: Acting,
  auditId: string,
  caseId: string,
  input: { readonly findings: string; readonly plan: string },
): Promise<Result<null>> {
  const row = await store.findCase(tx, acting.region, auditId, caseId, true)
  if (row === undefined) return refuse('convergence-not-yours')
  for (const [at, text] of [
    ['findings', input.findings],
    ['plan', input.plan],
  ] as const) {
    if (text.trim().length < 3) return refuse('convergence-text-missing', at)
    if (text.length > 5000) return refuse('convergence-text-long', at, { max: 5000 })
  }
  await store.updateCase(tx, acting.region, caseId, {
    findings: seal(ring, input.findings.trim(), findingsContext(caseId)),
    plan: input.plan.trim(),
    planned_by: acting.actor.accountId,
    approved_by: null,
    approved_on: null,
  })
  await writeJournal(
    tx,
    entryOf(acting, 'convergence.audit-write', { subject: row.person_id, fields: ['findings', 'plan'] }),
  )
  return accept(null)
}

export function findingsOf(ring: KeyRing, row: store.CaseRow): string {
  return row.findings === null ? '' : openSealedText(ring, row.findings, findingsContext(row.case_id))
}

/** The follow-up plan is approved by someone who did not write it. */
export async function approveCase(tx: Tx, acting: Acting, auditId: string, caseId: string): Promise<Result<null>> {
  const row = await store.findCase(tx, acting.region, auditId, caseId, true)
  if (row === undefined) return refuse('convergence-not-yours')
  if (row.plan === null) return refuse('convergence-plan-missing')
  if (row.approved_on !== null) return accept(null)
  if (row.planned_by === acting.actor.accountId) return refuse('convergence-second-person')
  await store.updateCase(tx, acting.region, caseId, { approved_by: acting.actor.accountId, approved_on: acting.today })
  await writeJournal(tx, entryOf(acting, 'convergence.audit-approve', { subject: row.case_id }))
  return accept(null)
}
