// From a report to the family it is for: whom it is about, who gets the draft, how they are told. Must stay true: number and
// name must agree; one event is one case, whoever told of it first.
import { ageOn } from '../../kernel/date.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Answers } from '../catalogue/answers.ts'
import { familyOf, openMembers } from '../register/kinship.ts'
import type { Person, RegisterSnapshot } from '../register/snapshot.ts'
import { caseOf } from './case-codec.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { confirmPerson, insertDraft, sameName } from './draft-commands.ts'
import { findAccountOfPerson } from './help-store.ts'
import { REPORT_KINDS, type ReportKind } from './report-kinds.ts'
import { lockReport, updateReport } from './report-store.ts'
import { listOpenOfApplicants } from './store.ts'

export type Named = { readonly nik: string; readonly name: string }
export type ReportContent = {
  readonly nik: string
  readonly name: string
  readonly phone?: string
  readonly answers: Answers
}
export type ContactOf = (accountId: string) => Promise<{ readonly phone?: string; readonly email?: string } | undefined>

type Found = { readonly person: Person; readonly snapshot: RegisterSnapshot; readonly recipient: string }

/** Whom the report is about, when number and name agree, and who of the family gets the draft. */
async function findFamily(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  kind: ReportKind,
  named: Named,
): Promise<Found | undefined> {
  const region = visitor.region!.code
  const person = await context.register.findByNik(tx, region, named.nik)
  if (person === undefined || person.status !== 'active' || !sameName(person.name, named.name)) return undefined
  const snapshot = await context.register.loadSnapshot(tx, region, { personIds: [person.id] })
  const today = todayIn(visitor.region!.timeZone, context.clock.now().getTime())
  const recipient = recipientOf(kind, person, snapshot, today)
  return recipient === undefined ? undefined : { person, snapshot, recipient }
}

type Reached = { readonly accountId?: string; readonly contact?: Awaited<ReturnType<ContactOf>> }

/** How the family is reached; accounts lie outside the region's transaction, so this is asked before it. */
export async function reach(
  context: CasesContext,
  visitor: Visitor,
  kind: ReportKind,
  named: Named,
  contactOf: ContactOf,
): Promise<Reached> {
  const region = visitor.region!.code
  const accountId = await context.database.inRegion(
    region,
    async (tx) => {
      const found = await findFamily(tx, context, visitor, kind, named)
      return found === undefined ? undefined : findAccountOfPerson(tx, region, found.recipient)
    },
    { readOnly: true },
  )
  if (accountId === undefined) return {}
  const contact = await contactOf(accountId)
  return { accountId, ...(contact === undefined ? {} : { contact }) }
}

/** Finds whom the report is about and gives their family a draft; nothing happens when nobody fits. */
export async function matchReport(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  offered: OfferedService,
  reportId: string,
  content: ReportContent,
  reached: Reached,
): Promise<boolean> {
  const region = visitor.region!.code
  const row = (await lockReport(tx, region, reportId))!
  const kind = REPORT_KINDS.find((one) => one.id === row.kind)!
  const found = await findFamily(tx, context, visitor, kind, content)
  if (found === undefined) return false
  const { person, snapshot, recipient } = found
  const answers: Record<string, Answers[string]> = { ...content.answers }
  for (const [key, answer] of Object.entries(answers))
    if (typeof answer === 'object' && 'nik' in answer && 'name' in answer && typeof answer.nik === 'string')
      answers[key] = await confirmPerson(tx, context, visitor, { nik: answer.nik, name: answer.name })
  if (kind.aboutKey !== undefined) answers[kind.aboutKey] = { personId: person.id }
  const family = familyOf(snapshot, person.id)
  const around = family === undefined ? [recipient] : openMembers(family).map((member) => member.personId)
  const open = (await listOpenOfApplicants(tx, region, kind.service, [...new Set([recipient, ...around])]))
    .map((one) => caseOf(one, context.ring))
    .find((file) => isSameEvent(kind, answers, file.answers))
  let caseId = open?.caseId
  if (caseId === undefined) {
    const owner = await findAccountOfPerson(tx, region, recipient)
    const contact = owner !== undefined && owner === reached.accountId ? reached.contact : undefined
    const phone = contact?.phone ?? content.phone
    const draft = await insertDraft(tx, context, visitor, offered, {
      helper: 'prepared',
      channel: 'notice',
      personId: recipient,
      ...(owner === undefined ? {} : { owner }),
      ...(phone === undefined ? {} : { phone }),
      ...(contact?.email === undefined ? {} : { email: contact.email }),
      answers,
      ...(kind.role === undefined ? {} : { role: kind.role }),
    })
    // What is prepared is never refused at its start.
    if (!draft.ok) throw new Error(`A prepared draft was refused: ${draft.refusals.map((one) => one.code).join()}`)
    caseId = draft.value.caseId
    await tellFamily(tx, context, region, caseId, { ...contact, ...(phone === undefined ? {} : { phone }) })
  }
  await updateReport(tx, region, reportId, { person_id: person.id, case_id: caseId, state: 'prepared' })
  return true
}

/** An open application about the same event: what both say agrees, and at least one thing is said by both. */
function isSameEvent(kind: ReportKind, told: Answers, open: Answers): boolean {
  const keys = kind.same.length > 0 || kind.aboutKey === undefined ? kind.same : [kind.aboutKey]
  const both = keys.filter((key) => told[key] !== undefined && open[key] !== undefined)
  const plain = (answer: Answers[string]): string =>
    typeof answer === 'object' && 'personId' in answer ? String(answer.personId) : JSON.stringify(answer)
  return both.length > 0 && both.every((key) => plain(told[key]) === plain(open[key]))
}

/** Who gets the draft: the person, who stays behind of the family, or a parent. */
function recipientOf(kind: ReportKind, person: Person, snapshot: RegisterSnapshot, today: string): string | undefined {
  if (kind.recipient === 'self') return person.id
  if (kind.recipient === 'parent')
    return [person.motherId, person.fatherId].find(
      (id) => id !== undefined && snapshot.persons.get(id)?.status === 'active',
    )
  const family = familyOf(snapshot, person.id)
  if (family === undefined) return undefined
  const adults = openMembers(family)
    .filter((member) => member.personId !== person.id)
    .flatMap((member) => {
      const one = snapshot.persons.get(member.personId)
      return one === undefined || one.status !== 'active' || ageOn(one.birthDate, today) < 17
        ? []
        : [{ ...member, one }]
    })
    .sort((a, b) => a.one.birthDate.localeCompare(b.one.birthDate))
  // Spouse or head of the card first, then the eldest.
  return (adults.find(({ relation }) => ['1', '2', '3'].includes(relation)) ?? adults[0])?.personId
}

async function tellFamily(
  tx: Tx,
  context: CasesContext,
  region: string,
  caseId: string,
  contact: { readonly phone?: string; readonly email?: string },
): Promise<void> {
  if (contact.phone === undefined && contact.email === undefined) return
  await context.notify(tx, region, {
    caseId,
    kind: 'prepared',
    body: `Ada permohonan yang sudah disiapkan untuk Anda. Masuk, periksa, lalu kirim: ${context.origin}/${region}/me`,
    contact: { ...contact, channel: contact.phone === undefined ? 'email' : 'whatsapp' },
  })
}
