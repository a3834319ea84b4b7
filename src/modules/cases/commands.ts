// What people do with a case once it is written: send it, withdraw it, object; officers take it, check it, return it,
// approve it, sign it. Must stay true: each is one transaction on one locked row; pressing twice does it once.
import { createHash } from 'node:crypto'
import { buildCaseNumber, randomCasePart } from '../../kernel/case-number.ts'
import { canonicalJson } from '../../kernel/json.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { keyedHash, keyedHashes } from '../../platform/secrets/seal.ts'
import { isPersonAnswer, personIdOf } from '../catalogue/answers.ts'
import { officeCase, officeRoles, ownCase } from './access.ts'
import type { CaseFile, Fault } from './case.ts'
import { caseOf, patchOf } from './case-codec.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { listFormerHelpers } from './continue-store.ts'
import { isOwner, speaksForApplicant, unconfirmed } from './help-access.ts'
import { decideKinship } from './kinship.ts'
import { type MoveRequest, type Mover, moveCase, SYSTEM_MOVER } from './move-case.ts'
import { isOfficerRole, kinOf } from './officer.ts'
import { type OpenSession, openSession, personsIn } from './open-session.ts'
import { refusalsOfFaults, standingFaults } from './repair-rules.ts'
import { caseSerials } from './serials.ts'
import { findCase, findOpenBySubject, listHistory, lockCase, updateCase } from './store.ts'
import { tellerOf } from './told-to-helper.ts'
import { listFaults } from './upload-store.ts'

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

/** Sends a draft or a repaired file. Refuses what is not in order, all at once; `case-open` names the open one. */
export async function submitCase(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
): Promise<Result<{ caseId: string; number: string }>> {
  const region = visitor.region!
  const nowMs = context.clock.now().getTime()
  const day = todayIn(region.timeZone, nowMs)
  // Taken before the transaction: serials come in blocks and a gap is allowed, a row everyone waits for is not.
  const serial = await caseSerials(context).take(region.code, day)
  return context.database.inRegion(
    region.code,
    async (tx) => {
      const found = await ownCase(tx, context, visitor, caseId, 'lock')
      if (!found.ok) return found
      const file = found.value
      if (file.state !== 'draft' && file.state !== 'returned') return accept({ caseId, number: file.number! })
      const offered = await context.services.get(region.code, file.serviceId, file.revision)
      const opened = await openSession(tx, context, offered, file)
      const faults = [
        ...faultsBeforeSending(visitor, opened, file),
        ...(file.state === 'returned' ? await unrepaired(tx, offered, opened, file) : []),
      ]
      if (faults.length > 0) return refuseAll(faults)
      const help = await unconfirmed(tx, visitor, file, nowMs)
      if (help.refusal !== undefined) return refuseAll([help.refusal])
      const applicant =
        file.applicantPerson === undefined ? undefined : opened.snapshot.persons.get(file.applicantPerson)
      if (help.by === 'mandate' && applicant?.status === 'deceased') return refuse('mandate-giver-died')
      const subject = subjectOf(file, opened)
      const subjectKey = Buffer.from(keyedHash(context.ring, subject, 'nik-hash'))
      const subjectKeys = keyedHashes(context.ring, subject, 'nik-hash').map((hash) => Buffer.from(hash))
      const open = await findOpenBySubject(tx, region.code, file.serviceId, subjectKeys, caseId)
      if (open !== undefined)
        return refuse('case-open', undefined, {
          since: todayIn(region.timeZone, open.created_at.getTime()),
          number: open.number ?? '',
        })
      const number =
        file.number ??
        buildCaseNumber({
          family: offered.service.definition.series,
          date: day,
          random: randomCasePart(randomBytes),
          sequence: serial,
        })
      // A number given with the answers counts when the account had none.
      const told = opened.session.answersThatCount.contactPhone
      const contact: CaseFile['contact'] =
        file.contact?.phone === undefined && typeof told === 'string'
          ? { ...file.contact, phone: told, channel: 'whatsapp' }
          : file.contact
      const digits = contact?.phone?.slice(-4) ?? contact?.digits
      const moved = await moveCase(
        { tx, context, offered },
        file,
        {
          id: file.state === 'draft' ? 'submit' : 'resubmit',
          ...(help.by === undefined ? {} : { extra: { by: help.by } }),
        },
        applicantMover(
          visitor,
          help.by === undefined ? 'citizen' : help.by === 'mandate' ? 'mandate' : 'helper',
          help.unit,
        ),
        {
          opened,
          patch: {
            number,
            late: opened.session.late === true,
            villageCode: applicant?.villageCode ?? file.villageCode,
            ...(contact === undefined ? {} : { contact }),
            typed: {},
            answers: opened.session.answersThatCount,
          },
          row: {
            subject_key: subjectKey,
            ...(digits === undefined
              ? {}
              : { follow_up_hash: Buffer.from(keyedHash(context.ring, `${number}:${digits}`, 'nik-hash')) }),
          },
        },
      )
      if (!moved.ok) return moved
      await context.writer.ask(tx, moved.value, offered.service)
      return accept({ caseId, number: moved.value.number! })
    },
    { plans: 'kept' },
  )
}

/** What keeps an application from being sent, all at once. */
export function faultsBeforeSending(
  visitor: Visitor,
  { session, snapshot }: OpenSession,
  file: CaseFile,
): readonly Refusal[] {
  const told = tellerOf(visitor, file, snapshot)
  // Both languages: a draft begun in one may be read in the other.
  const faults: Refusal[] = session.refusals.map(({ id, text }) => ({
    code: 'requirement-missing',
    at: id,
    params: { text: told(text).id, textEn: told(text).en },
  }))
  if (session.askRole && file.applicantRole === undefined) faults.push({ code: 'role-missing', at: 'role' })
  for (const { page, complete } of session.pages)
    if (!complete)
      faults.push({
        code: 'page-incomplete',
        at: `edit/${page.id}`,
        params: { page: page.title.id, pageEn: page.title.en },
      })
  for (const id of session.missingDocuments) {
    const { label } = session.documents.find((one) => one.document.id === id)!.document
    faults.push({
      code: 'document-missing',
      at: `documents#${id}`,
      params: { document: label.id, documentEn: label.en },
    })
  }
  return faults
}

async function unrepaired(
  tx: Tx,
  offered: OfferedService,
  { session, uploads }: OpenSession,
  file: CaseFile,
): Promise<readonly Refusal[]> {
  const faults = await listFaults(tx, file.region, file.caseId)
  return refusalsOfFaults(offered, standingFaults(faults, uploads, session.documents))
}

/** What an application is about: the persons it names, the day of the event, and the name given; not its witnesses. */
function subjectOf(file: CaseFile, { session }: OpenSession): string {
  const about = Object.entries(session.answersThatCount)
    .filter(([key, answer]) => (isPersonAnswer(answer) && !key.startsWith('witness')) || /(Date|Name)$/.test(key))
    .map(([key, answer]) => [key, isPersonAnswer(answer) ? (personIdOf(answer) ?? canonicalJson(answer)) : answer])
  return createHash('sha256')
    .update(
      canonicalJson([
        file.serviceId,
        file.applicantPerson ?? file.accountId ?? '',
        about.length === 0 ? [] : Object.fromEntries(about),
      ] as never),
    )
    .digest('hex')
}

/**
 * Whoever acts as the applicant: in person, under a mandate, or (with a unit) as their helper. `role` is what the person concerned
 * reads at "who saw my data": their own steps are no news to them, those of others are.
 */
function applicantMover(visitor: Visitor, role: 'citizen' | 'helper' | 'mandate', helpUnit?: string): Mover {
  return {
    id: visitor.actor!.accountId,
    roles: ['applicant'],
    role,
    ...(helpUnit === undefined || helpUnit === '' ? {} : { unit: helpUnit }),
    device: visitor.device,
  }
}

/** Withdraw, object, finish: what the applicant may do with a sent case. */
export async function actAsApplicant(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  action: string,
  note: string,
  key: string,
): Promise<Result<unknown>> {
  const region = visitor.region!.code
  return context.database.inRegion(region, async (tx) => {
    const found = await ownCase(tx, context, visitor, caseId, 'lock')
    if (!found.ok) return found
    // Withdrawing and objecting is the applicant's own, or under a mandate; who only filled in cannot.
    if (!(await speaksForApplicant(tx, visitor, found.value))) return refuse('not-found')
    const offered = await context.services.get(region, found.value.serviceId, found.value.revision)
    return once(tx, `case:${caseId}:${key}`, action, async () => {
      const mover = applicantMover(visitor, isOwner(visitor, found.value) ? 'citizen' : 'mandate')
      const moved = await moveCase({ tx, context, offered }, found.value, { id: action, note }, mover)
      return moved.ok ? accept(null) : moved
    })
  })
}

export type OfficeRequest = MoveRequest & { readonly faults?: readonly Fault[] }

/** An officer's step. Refuses `not-found`, `own-case`, `kin-case`, `case-taken`, and what the process refuses; a refusal of conflict is journalled. */
export async function actAsOfficer(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  request: OfficeRequest,
  key: string,
): Promise<Result<CaseFile>> {
  const region = visitor.region!.code
  return context.database.inRegion(
    region,
    async (tx) => {
      const found = await officeCase(tx, context, visitor, caseId, 'lock')
      if (!found.ok) return found
      const file = found.value
      const offered = await context.services.get(region, file.serviceId, file.revision)
      const [conflict, opened, history] = await Promise.all([
        findConflict(tx, context, visitor, file),
        openSession(tx, context, offered, file),
        listHistory(tx, region, caseId),
      ])
      const mover = officerMover(visitor, file, offered)
      if (conflict !== undefined) return refuseAndTell(tx, context, visitor, file, request.id, conflict)
      if (file.takenBy !== undefined && file.takenBy !== visitor.actor!.accountId) return refuse('case-taken')
      let after: CaseFile | undefined
      const done = await once(tx, `case:${caseId}:${key}`, request.id, async () => {
        const moved = await moveCase({ tx, context, offered }, file, request, mover, { opened, history })
        if (moved.ok) after = moved.value
        return moved.ok ? accept(null) : moved
      })
      if (!done.ok)
        return done.refusals.some((one) => one.code === 'four-eyes' || one.code === 'actor-related')
          ? refuseAndTell(tx, context, visitor, file, request.id, done.refusals[0]!)
          : done
      return accept(after ?? caseOf((await findCase(tx, region, caseId))!, context.ring))
    },
    { plans: 'kept' },
  )
}

/** A tie between officer and case, or undefined. */
export async function findConflict(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  file: CaseFile,
): Promise<Refusal | undefined> {
  const { actor } = visitor
  const persons = [
    ...new Set([...(file.applicantPerson === undefined ? [] : [file.applicantPerson]), ...personsIn(file.answers)]),
  ]
  const [own, families, former] = await Promise.all([
    kinOf(tx, context, file.region, actor!.personId),
    context.register.listFamiliesOf(tx, file.region, persons),
    listFormerHelpers(tx, file.region, file.caseId),
  ])
  const accounts = {
    ...(file.accountId === undefined ? {} : { applicant: file.accountId }),
    helpers: [file.helperAccount, ...former],
  }
  return decideKinship(actor!.accountId, accounts, { casePersons: persons, caseFamilies: families, ...own })
}

/** A refusal because of who asks is written to the journal; the transaction of it is kept. */
export async function refuseAndTell(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  file: CaseFile,
  action: string,
  refusal: Refusal,
): Promise<Result<never>> {
  await writeJournal(tx, {
    at: context.clock.now(),
    actor: visitor.actor!.accountId,
    role: 'officer',
    device: visitor.device,
    caseId: file.caseId,
    action: `case.${action}.refused`,
    reason: refusal.code,
  })
  return refuseAll([refusal])
}

export function officerMover(visitor: Visitor, file: CaseFile, offered: OfferedService): Mover {
  const roles = officeRoles(visitor, file).filter((role) => isOfficerRole(offered.service.process, role))
  const assignment = visitor.actor!.assignments.find((one) => one.region === file.region && roles.includes(one.role))
  return {
    id: visitor.actor!.accountId,
    roles,
    role: roles[0] ?? 'officer',
    unit: assignment?.unit ?? offered.unit,
    device: visitor.device,
  }
}

/** Takes a case from the shared list, or gives it back. Refuses `case-taken`, `own-case`, `kin-case`. */
export async function takeCase(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  take: boolean,
): Promise<Result<unknown>> {
  const region = visitor.region!.code
  const account = visitor.actor!.accountId
  return context.database.inRegion(region, async (tx) => {
    const found = await officeCase(tx, context, visitor, caseId, 'lock')
    if (!found.ok) return found
    const file = found.value
    if (take && file.takenBy !== undefined && file.takenBy !== account) return refuse('case-taken')
    if (!take && file.takenBy !== account) return accept(undefined)
    const conflict = take ? await findConflict(tx, context, visitor, file) : undefined
    if (conflict !== undefined) return refuseAndTell(tx, context, visitor, file, 'take', conflict)
    const patch = take
      ? { takenBy: account, takenAtMs: context.clock.now().getTime() }
      : { takenBy: undefined, takenAtMs: undefined }
    return (await updateCase(tx, region, caseId, file.version, patchOf(file, patch, context.ring)))
      ? accept(undefined)
      : refuse('case-changed')
  })
}

/** A step of the system on one case (timers, resumption after an outage). Refuses `case-changed` when the locked case is no longer what was meant. */
export async function actAsSystem(
  context: CasesContext,
  region: string,
  caseId: string,
  request: MoveRequest,
  isStill: (file: CaseFile) => boolean = () => true,
): Promise<Result<CaseFile>> {
  return context.database.inRegion(region, async (tx) => {
    const row = await lockCase(tx, region, caseId)
    if (row === undefined) return refuse('not-found')
    const file = caseOf(row, context.ring)
    if (!isStill(file)) return refuse('case-changed')
    const offered = await context.services.get(region, file.serviceId, file.revision)
    return moveCase({ tx, context, offered }, file, request, SYSTEM_MOVER)
  })
}
