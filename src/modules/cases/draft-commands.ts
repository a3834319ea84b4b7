// Filling in: a draft is begun, answered page by page, given its documents. Must stay true: everything typed is kept,
// also what is refused; nothing here decides; calling twice changes nothing more.
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Fields } from '../../platform/http/form.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { type Answer, type Answers, isOutsider, isPersonAnswer } from '../catalogue/answers.ts'
import { parseAnswers } from '../catalogue/parse-answers.ts'
import { startOf, stateOf } from '../catalogue/process.ts'
import { refusedAtStart } from '../catalogue/start-rules.ts'
import { editableCase } from './access.ts'
import type { CaseFile, Channel } from './case.ts'
import { caseOf, patchOf, rowOf } from './case-codec.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { nextStep, stepAfter } from './draft-view.ts'
import { ownPeople, pointsElsewhere } from './family-choice.ts'
import { type OpenSession, openSession } from './open-session.ts'
import { insertCase, listCasesOfAccount, updateCase } from './store.ts'
import { tellerOf } from './told-to-helper.ts'

/** How long a draft waits for its sender. */
export const DRAFT_MS = 30 * 86_400_000

export type DraftStart = {
  readonly personId?: string
  readonly phone?: string
  readonly email?: string
  readonly channel?: Channel
  /** The visitor fills in for somebody else, or (`prepared`) only brings what that person will complete. */
  readonly helper?: boolean | 'prepared'
  /** The account of that person, when there is one. */
  readonly owner?: string
  readonly name?: string
  readonly digits?: string
  readonly answers?: Answers
  readonly role?: string
}

/** Begins a draft; an untouched one of the same service is opened again. Refuses `service-not-offered`, `not-eligible-start`. */
export async function startDraft(
  context: CasesContext,
  visitor: Visitor,
  serviceId: string,
  start: DraftStart,
): Promise<Result<{ caseId: string; step: string }>> {
  const region = visitor.region!.code
  const accountId = visitor.actor!.accountId
  const offered = await context.services.find(region, serviceId)
  if (offered === undefined) return refuse('service-not-offered')
  return context.database.inRegion(region, async (tx) => {
    if (start.answers === undefined && start.helper === undefined) {
      const recent = await listCasesOfAccount(tx, region, { accountId }, 10)
      const empty = recent.find(
        (row) =>
          row.state === 'draft' &&
          row.service_id === serviceId &&
          row.version === 1 &&
          row.revision === offered.revision,
      )
      if (empty !== undefined) {
        const file = caseOf(empty, context.ring)
        const opened = await openSession(tx, context, offered, file)
        const { session } = opened
        const refusals = startRefusals(visitor, offered, file, opened)
        if (refusals.length > 0) return refuseAll(refusals)
        return accept({ caseId: file.caseId, step: nextStep(session, file.applicantRole) })
      }
    }
    return insertDraft(tx, context, visitor, offered, start)
  })
}

/** In the words of the service: what the applicant's own record already rules out, said before anything is typed. */
function startRefusals(
  visitor: Visitor,
  offered: OfferedService,
  file: CaseFile,
  { session, snapshot }: OpenSession,
): readonly Refusal[] {
  if (file.applicantPerson === undefined) return []
  const told = tellerOf(visitor, file, snapshot)
  return refusedAtStart(session, offered.service.eligibility).map(({ id, text }) => ({
    code: 'not-eligible-start',
    at: id,
    params: { reason: told(text)[visitor.language] },
  }))
}

/**
 * Writes a new draft in this transaction. Decides nothing about who may begin it. Refuses `not-eligible-start`, but for what an office
 * prepared: that waits with its recipient, who reads there what stands against it.
 */
export async function insertDraft(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  offered: OfferedService,
  start: DraftStart,
): Promise<Result<{ caseId: string; step: string }>> {
  const nowMs = context.clock.now().getTime()
  const accountId = visitor.actor!.accountId
  const { applicants } = offered.service.definition
  const file: CaseFile = {
    region: visitor.region!.code,
    caseId: newId(),
    serviceId: offered.service.id,
    revision: offered.revision,
    state: startOf(offered.service.process),
    stateSinceMs: nowMs,
    turn: 'applicant',
    channel: start.channel ?? 'web',
    ...(start.helper === undefined || start.helper === false
      ? { accountId }
      : start.owner === undefined
        ? {}
        : { accountId: start.owner }),
    ...(start.helper === true ? { helperAccount: accountId } : {}),
    ...(start.personId === undefined ? {} : { applicantPerson: start.personId }),
    applicantRole: start.role ?? (applicants.length === 1 ? applicants[0] : undefined),
    answers: start.answers ?? {},
    confirmed: [],
    typed: {},
    contact: {
      ...(start.phone === undefined ? {} : { phone: start.phone }),
      ...(start.email === undefined ? {} : { email: start.email }),
      ...(start.name === undefined ? {} : { name: start.name }),
      ...(start.digits === undefined ? {} : { digits: start.digits }),
      channel: start.phone !== undefined ? 'whatsapp' : start.email !== undefined ? 'email' : 'none',
    },
    language: visitor.language,
    late: false,
    overdue: false,
    returns: 0,
    applicantUntilMs: nowMs + DRAFT_MS,
    hands: {},
    version: 1,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
  const opened = await openSession(tx, context, offered, file)
  const { session } = opened
  const refusals = start.helper === 'prepared' ? [] : startRefusals(visitor, offered, file, opened)
  if (refusals.length > 0) return refuseAll(refusals)
  await insertCase(tx, rowOf(file, context.ring))
  return accept({ caseId: file.caseId, step: nextStep(session, file.applicantRole) })
}

export type PageOutcome = {
  readonly problems: readonly Refusal[]
  readonly warnings: readonly Refusal[]
  /** Questions that only these answers brought: nobody forgot them. */
  readonly opened?: readonly string[]
  readonly next?: string
}

/** Keeps one page: good answers as answers, refused ones as typed. `search` and `later` only keep. */
export async function savePage(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  pageId: string,
  fields: Fields,
): Promise<Result<PageOutcome>> {
  const region = visitor.region!
  return context.database.inRegion(region.code, async (tx) => {
    const found = await editableCase(tx, context, visitor, caseId, 'lock')
    if (!found.ok) return found
    const file = found.value
    const offered = await context.services.get(region.code, file.serviceId, file.revision)
    const before = await openSession(tx, context, offered, file)
    const page = before.session.pages.find((one) => one.page.id === pageId)
    if (page === undefined)
      return accept({ problems: [], warnings: [], next: nextStep(before.session, file.applicantRole) })
    const asked = page.fields.filter((one) => one.state !== 'derived').map((one) => one.field)
    const parsed = parseAnswers(asked, fields, { today: before.today, region: region.code })
    const refusals: Refusal[] = [...parsed.refusals]
    const answers: Record<string, Answer | undefined> = { ...file.answers, ...parsed.answers }
    const own = ownPeople(before.snapshot, file.applicantPerson)
    for (const one of page.fields) {
      const { key } = one.field
      const answer = parsed.answers[key]
      if (one.state === 'derived' || answer === undefined || !pointsElsewhere(one, answer, own)) continue
      refusals.push({ code: 'choice-unknown', at: key })
      answers[key] = undefined
    }
    for (const field of asked) {
      const answer = parsed.answers[field.key]
      if (
        field.type !== 'person' ||
        answer === undefined ||
        !isPersonAnswer(answer) ||
        !('nik' in answer) ||
        isOutsider(answer)
      )
        continue
      const known = file.answers[field.key]
      if (isSamePair(known, answer)) {
        answers[field.key] = known
        continue
      }
      // Taken before the register is asked: many questions at the same moment are still no more than allowed.
      const wait = await context.limits.take('person-lookup', visitor.actor!.accountId)
      if (wait !== undefined) return refuse('too-many', field.key, { seconds: wait })
      answers[field.key] = await confirmPerson(tx, context, visitor, answer)
    }
    const kept = Object.fromEntries(
      Object.entries(file.typed).filter(
        ([name]) => !asked.some(({ key }) => name === key || name.startsWith(`${key}.`)),
      ),
    )
    const nowMs = context.clock.now().getTime()
    const after: CaseFile = {
      ...file,
      answers: Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined)) as Answers,
      typed: { ...kept, ...parsed.typed },
      confirmed: [
        ...new Set([...file.confirmed.filter((key) => !asked.some((field) => field.key === key)), ...parsed.confirmed]),
      ],
      updatedAtMs: nowMs,
    }
    await updateCase(
      tx,
      region.code,
      caseId,
      file.version,
      patchOf(after, { answers: after.answers, updatedAtMs: nowMs }, context.ring),
    )
    const session = (await openSession(tx, context, offered, after)).session
    if (fields.search !== undefined) return accept({ problems: [], warnings: [] })
    if (fields.later !== undefined) return accept({ problems: [], warnings: [], next: 'later' })
    const now = session.pages.find((one) => one.page.id === pageId)
    const here = now?.fields ?? []
    const open = here
      .filter(
        (one) =>
          one.required &&
          one.state !== 'derived' &&
          one.answer === undefined &&
          !refusals.some((r) => r.at?.split('.')[0] === one.field.key),
      )
      .map((one) => one.field.key)
    const wasAsked = (key: string): boolean => asked.some((field) => field.key === key)
    const opened = open.filter((key) => !wasAsked(key))
    const problems = [
      ...refusals,
      ...here.flatMap((one) => one.problems),
      ...open.filter(wasAsked).map((at) => ({ code: 'answer-missing', at })),
    ]
    const warnings = here
      .filter((one) => one.warnings.length > 0 && !after.confirmed.includes(one.field.key))
      .flatMap((one) => one.warnings.map((warning) => ({ ...warning, at: one.field.key })))
    return accept({
      problems,
      warnings,
      ...(opened.length === 0 ? {} : { opened }),
      ...(problems.length === 0 && warnings.length === 0 && opened.length === 0
        ? { next: now === undefined ? nextStep(session, after.applicantRole) : stepAfter(session, pageId) }
        : {}),
    })
  })
}

/** Was this very pair of number and name confirmed before? Saving a page again asks nothing of the register. */
function isSamePair(known: Answer | undefined, answer: { readonly nik: string; readonly name: string }): boolean {
  return (
    isPersonAnswer(known) &&
    'nik' in known &&
    'personId' in known &&
    known.nik === answer.nik &&
    known.name === answer.name
  )
}

/** Asks the register whether NIK and name belong together; only then is the person known. */
export async function confirmPerson(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  answer: { readonly nik: string; readonly name: string },
): Promise<Answer> {
  const wanted = { nik: answer.nik, name: answer.name }
  const person = await context.register.findByNik(tx, visitor.region!.code, answer.nik)
  return person !== undefined && sameName(person.name, answer.name) ? { ...wanted, personId: person.id } : wanted
}

/** Equal but for capitals, spaces and signs; a NIK alone opens nothing. */
export function sameName(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim()
  return plain(a) === plain(b)
}

export async function saveRole(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  role: string,
): Promise<Result<{ step: string }>> {
  return changeDraft(context, visitor, caseId, async (tx, file, offered) => {
    if (!(offered.service.definition.applicants as readonly string[]).includes(role))
      return refuse('choice-missing', 'role')
    const after: CaseFile = { ...file, applicantRole: role }
    await updateCase(
      tx,
      file.region,
      caseId,
      file.version,
      patchOf(after, { applicantRole: role, updatedAtMs: context.clock.now().getTime() }, context.ring),
    )
    const { session } = await openSession(tx, context, offered, after)
    return accept({ step: nextStep(session, role) })
  })
}

export async function changeDraft<T>(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  change: (tx: Tx, file: CaseFile, offered: OfferedService) => Promise<Result<T>>,
): Promise<Result<T>> {
  const region = visitor.region!.code
  return context.database.inRegion(region, async (tx) => {
    const found = await editableCase(tx, context, visitor, caseId, 'lock')
    if (!found.ok) return refuseAll(found.refusals)
    return change(tx, found.value, await context.services.get(region, found.value.serviceId, found.value.revision))
  })
}

/** The state word of a draft that its applicant may edit. */
export function isEditable(offered: OfferedService, file: CaseFile): boolean {
  return stateOf(offered.service.process, file.state)?.turn === 'applicant'
}
