// Reports of institutions: kept, matched to a person by NIK and name, and made a draft for the family. Must stay true: who
// reports learns nothing (the answer is the same for match and no match); the same paper twice is one; one event is one case.

import { readNik } from '../../kernel/nik.ts'
import { readStoredName } from '../../kernel/person-name.ts'
import { readPhone } from '../../kernel/phone.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Fields } from '../../platform/http/form.ts'
import { type Assignment, assignmentsFor, holds, type Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { keyedHash, keyedHashes, openSealedText, seal } from '../../platform/secrets/seal.ts'
import type { Answers } from '../catalogue/answers.ts'
import type { Field } from '../catalogue/field-types/all.ts'
import { parseAnswers } from '../catalogue/parse-answers.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { MOST_LINES, REPORT_KINDS, type ReportKind, readLines } from './report-kinds.ts'
import { type ContactOf, matchReport, type Named, type ReportContent, reach } from './report-match.ts'
import { findReport, insertReport, lockReport, type ReportRow, updateReport } from './report-store.ts'

export type ReportTyped = {
  readonly kind: string
  readonly nik: string
  readonly name: string
  readonly number: string
  readonly phone: string
  readonly lines: string
  readonly fields: Fields
}
export const contentContext = (reportId: string): string => `event-report:${reportId}`
export const contentOf = (context: CasesContext, row: ReportRow): ReportContent =>
  JSON.parse(openSealedText(context.ring, row.content, contentContext(row.report_id))) as ReportContent

/** The kinds a visitor may report, each with the unit it is reported under. */
export function kindsOf(visitor: Visitor): readonly { readonly kind: ReportKind; readonly by: Assignment }[] {
  return REPORT_KINDS.flatMap((kind) => {
    const [by] = assignmentsFor(visitor.actor, visitor.region!.code, 'notifier', kind.service)
    return by === undefined ? [] : [{ kind, by }]
  })
}

/** The questions of a report, from the service's own definition, in words for whoever reports. */
export function fieldsOf(kind: ReportKind, { service }: OfferedService): readonly Field[] {
  return kind.keys.flatMap((key) => {
    const field = service.fields[key]
    return field === undefined ? [] : [{ ...field, ...kind.words?.[key] }]
  })
}

/** Keeps a report (or a list of them). Refuses `not-found` and all faults of the form at once; gives how many were received. */
export async function sendReport(
  context: CasesContext,
  visitor: Visitor,
  typed: ReportTyped,
  contactOf: ContactOf,
): Promise<Result<{ readonly received: number }>> {
  const region = visitor.region!
  const found = kindsOf(visitor).find(({ kind }) => kind.id === typed.kind)
  if (found === undefined) return refuse('not-found')
  const { kind, by } = found
  const offered = await context.services.find(region.code, kind.service)
  if (offered === undefined) return refuse('service-not-offered')
  const today = todayIn(region.timeZone, context.clock.now().getTime())
  const parsed = parseAnswers(fieldsOf(kind, offered), typed.fields, { today, region: region.code })
  const faults: Refusal[] = [...parsed.refusals]
  for (const key of kind.must)
    if (parsed.answers[key] === undefined && !parsed.refusals.some((one) => one.at?.split('.')[0] === key))
      faults.push({ code: 'answer-missing', at: key })
  const people = kind.list === true ? peopleIn(typed.lines, today) : onePerson(typed, today)
  faults.push(...people.faults)
  const number = typed.number.replace(/\s+/g, ' ').trim()
  if (kind.list !== true && number === '') faults.push({ code: 'report-number-missing', at: 'number' })
  if (number.length > 60)
    faults.push({ code: 'text-too-long', at: 'number', params: { count: number.length, max: 60 } })
  const phone = typed.phone.trim() === '' ? undefined : readPhone(typed.phone, 'phone')
  if (phone?.ok === false) faults.push(...phone.refusals)
  if (faults.length > 0) return refuseAll(faults)
  const answers = Object.fromEntries(
    Object.entries(parsed.answers).filter(([, answer]) => answer !== undefined),
  ) as Answers
  for (const person of people.people) {
    const content: ReportContent = { ...person, ...(phone?.ok === true ? { phone: phone.value } : {}), answers }
    const source = `${by.unitId ?? by.unit}:${kind.id}:${kind.list === true ? person.nik : number}`
    const reached = await reach(context, visitor, kind, person, contactOf)
    await context.database.inRegion(region.code, async (tx) => {
      const reportId = newId()
      const isNew = await insertReport(
        tx,
        {
          region_code: region.code,
          report_id: reportId,
          kind: kind.id,
          service_id: kind.service,
          account_id: visitor.actor!.accountId,
          unit_id: by.unitId ?? by.unit,
          unit_name: by.unit,
          source_hash: keyedHash(context.ring, `report:${source}`),
          content: seal(context.ring, JSON.stringify(content), contentContext(reportId)),
          person_id: null,
          case_id: null,
          state: 'waiting',
          closed_by: null,
          closed_at: null,
          created_at: context.clock.now(),
        },
        keyedHashes(context.ring, `report:${source}`),
      )
      if (!isNew) return
      await journal(tx, context, visitor, 'report.send', 'notifier')
      await matchReport(tx, context, visitor, offered, reportId, content, reached)
    })
  }
  return accept({ received: people.people.length })
}

function onePerson(typed: ReportTyped, today: string): { people: readonly Named[]; faults: readonly Refusal[] } {
  const nik = readNik(typed.nik, { at: 'nik', today })
  const name = readStoredName(typed.name, 'name')
  return nik.ok && name.ok
    ? { people: [{ nik: nik.value.nik, name: name.value.name }], faults: [] }
    : { people: [], faults: [...(nik.ok ? [] : nik.refusals), ...(name.ok ? [] : name.refusals)] }
}

function peopleIn(text: string, today: string): { people: readonly Named[]; faults: readonly Refusal[] } {
  const lines = readLines(text)
  if (lines.length === 0 || lines.length > MOST_LINES)
    return { people: [], faults: [{ code: 'report-lines', at: 'lines', params: { most: MOST_LINES } }] }
  const people: Named[] = []
  const faults: Refusal[] = []
  for (const { line, nik, name } of lines) {
    const number = readNik(nik, { at: 'lines', today })
    const stored = readStoredName(name, 'lines')
    if (number.ok && stored.ok) people.push({ nik: number.value.nik, name: stored.value.name })
    else faults.push({ code: 'report-line', at: 'lines', params: { line } })
  }
  return { people, faults: faults.slice(0, 10) }
}

/** The office corrects whom a waiting report is about. Refuses `not-found`, `report-still-unknown` and what is typed wrong. */
export async function matchWaiting(
  context: CasesContext,
  visitor: Visitor,
  reportId: string,
  typed: Named,
  contactOf: ContactOf,
): Promise<Result<void>> {
  const region = visitor.region!
  const today = todayIn(region.timeZone, context.clock.now().getTime())
  const people = onePerson({ ...typed, kind: '', number: '', phone: '', lines: '', fields: {} }, today)
  if (people.faults.length > 0) return refuseAll(people.faults)
  const wait = await context.limits.take('person-lookup', visitor.actor!.accountId)
  if (wait !== undefined) return refuse('too-many', 'nik', { seconds: wait })
  const known = await context.database.inRegion(region.code, (tx) => findReport(tx, region.code, reportId), {
    readOnly: true,
  })
  const kind = REPORT_KINDS.find((one) => one.id === known?.kind)
  if (known === undefined || kind === undefined || !mayTend(visitor, known)) return refuse('not-found')
  const reached = await reach(context, visitor, kind, people.people[0]!, contactOf)
  return context.database.inRegion(region.code, async (tx) => {
    const row = await lockReport(tx, region.code, reportId)
    if (row === undefined || row.state !== 'waiting') return accept(undefined)
    const offered = await context.services.find(region.code, row.service_id)
    if (offered === undefined) return refuse('service-not-offered')
    await journal(tx, context, visitor, 'report.match', 'front-office')
    const content = { ...contentOf(context, row), ...people.people[0]! }
    return (await matchReport(tx, context, visitor, offered, reportId, content, reached))
      ? accept(undefined)
      : refuse('report-still-unknown', 'nik')
  })
}

/** The office closes a report that leads nowhere. A second time nothing happens. */
export async function closeReport(context: CasesContext, visitor: Visitor, reportId: string): Promise<Result<void>> {
  const region = visitor.region!.code
  return context.database.inRegion(region, async (tx) => {
    const row = await lockReport(tx, region, reportId)
    if (row === undefined || !mayTend(visitor, row)) return refuse('not-found')
    if (row.state !== 'waiting') return accept(undefined)
    await updateReport(tx, region, reportId, {
      state: 'closed',
      closed_by: visitor.actor!.accountId,
      closed_at: context.clock.now(),
    })
    await journal(tx, context, visitor, 'report.close', 'front-office')
    return accept(undefined)
  })
}

/** Waiting reports are tended by the counter, for the services it handles. */
export function mayTend(visitor: Visitor, row: Pick<ReportRow, 'service_id'>): boolean {
  return holds(visitor.actor, visitor.region!.code, 'front-office', row.service_id)
}

async function journal(tx: Tx, context: CasesContext, visitor: Visitor, action: string, role: string): Promise<void> {
  await writeJournal(tx, {
    at: context.clock.now(),
    actor: visitor.actor!.accountId,
    role,
    device: visitor.device,
    action,
  })
}
