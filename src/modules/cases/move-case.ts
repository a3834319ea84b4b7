// One step of a case, inside a transaction: the process decides, the register does its part, state, clock, events, journal
// and notices follow together. Automatic steps of the system come at once. Must stay true: everything or nothing, also when
// the refusal is a value and the transaction commits (platform/db/all-or-nothing.ts).
import { formatDate, formatInstant } from '../../kernel/date-format.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { fill } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import { allOrNothing } from '../../platform/db/all-or-nothing.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { seal } from '../../platform/secrets/seal.ts'
import { findNotice } from '../catalogue/notice.ts'
import {
  type Actor,
  decideAction,
  type RequestedAction,
  SYSTEM,
  stateOf,
  type Transition,
} from '../catalogue/process.ts'
import type { CaseFile, Fault, HoldCause } from './case.ts'
import { noteContext, patchOf } from './case-codec.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { startFollowUps } from './follow-ups.ts'
import { applyTransition, type CasePatch, spanEnd } from './lifecycle.ts'
import { type OpenSession, openSession } from './open-session.ts'
import { appendEvents, type EventRow, lastEventSeq, listEvents, updateCase } from './store.ts'
import type { CaseRow } from './tables.ts'
import { insertFaults, listFaults, markRepaired } from './upload-store.ts'

export type Mover = Actor & { readonly role: string; readonly unit?: string; readonly device?: string }
export const SYSTEM_MOVER: Mover = { ...SYSTEM, role: 'system' }

export type MoveRequest = RequestedAction & {
  readonly holdUntilMs?: number
  readonly faults?: readonly Fault[]
  readonly extra?: Readonly<Record<string, unknown>>
}

type Moving = { tx: Tx; context: CasesContext; offered: OfferedService }

/**
 * Moves a locked case by an action and by the automatic ones that follow. `more` are columns that change with the first
 * step (the number at submission). Refuses what `decideAction` and the register refuse; a stale preparation sends the
 * case back to verification instead of refusing.
 */
export async function moveCase(
  moving: Moving,
  file: CaseFile,
  request: MoveRequest,
  mover: Mover,
  more: { readonly patch?: CasePatch; readonly row?: Partial<CaseRow> } = {},
): Promise<Result<CaseFile>> {
  // A later automatic step may be refused when the first is written already: then none of them happened.
  return allOrNothing(moving.tx, () => move(moving, file, request, mover, more))
}

async function move(
  moving: Moving,
  file: CaseFile,
  request: MoveRequest,
  mover: Mover,
  more: { readonly patch?: CasePatch; readonly row?: Partial<CaseRow> } = {},
): Promise<Result<CaseFile>> {
  const { tx, context, offered } = moving
  const opened = await openSession(tx, context, offered, file)
  const history = (await listEvents(tx, file.region, file.caseId)).map((event) => ({
    action: event.action,
    actor: event.actor_account ?? 'system',
  }))
  const decided = decide(moving, file, opened, history, request, mover)
  if (!decided.ok) return decided
  return step(moving, file, opened, history, request, mover, decided.value, more)
}

type History = { action: string; actor: string }[]

function decide(
  moving: Moving,
  file: CaseFile,
  opened: OpenSession,
  history: History,
  request: MoveRequest,
  mover: Mover,
): Result<Transition> {
  const { context, offered } = moving
  const nowMs = context.clock.now().getTime()
  const { timeZone } = context.regionInfo(file.region)
  const calendar = context.calendar(file.region)
  return decideAction(
    offered.service.process,
    { state: file.state, cameFrom: file.cameFrom, history },
    request,
    mover,
    {
      scope: opened.session.scope,
      isWithin: (span) => nowMs <= spanEnd(span, { calendar, timeZone, nowMs: file.stateSinceMs }),
    },
  )
}

async function step(
  moving: Moving,
  file: CaseFile,
  opened: OpenSession,
  history: History,
  request: MoveRequest,
  mover: Mover,
  transition: Transition,
  more: { readonly patch?: CasePatch; readonly row?: Partial<CaseRow> } = {},
): Promise<Result<CaseFile>> {
  const { tx, context, offered } = moving
  const { service } = offered
  const now = context.clock.now()
  const { timeZone } = context.regionInfo(file.region)
  const registered = await register(moving, file, opened, transition)
  if (!registered.ok) {
    const stale = registered.refusals.some((refusal) => refusal.code === 'register-changed')
    if (!stale || !service.process.actions.some((action) => action.id === 'stale' && action.from.includes(file.state)))
      return refuseAll(registered.refusals)
    return move(moving, file, { id: 'stale', extra: { differences: registered.refusals } }, SYSTEM_MOVER)
  }
  const patch: CasePatch = {
    ...applyTransition(file, transition, {
      process: service.process,
      calendar: context.calendar(file.region),
      timeZone,
      nowMs: now.getTime(),
      deadlineOfficeHours: service.definition.deadline.officeHours,
      actor: mover.id,
      ...(request.holdUntilMs === undefined
        ? {}
        : { hold: { cause: request.reason as HoldCause, untilMs: request.holdUntilMs } }),
    }),
    ...more.patch,
  }
  const after = { ...file, ...patch, version: file.version + 1 } as CaseFile
  if (
    !(await updateCase(tx, file.region, file.caseId, file.version, {
      ...patchOf(file, patch, context.ring),
      ...more.row,
    }))
  )
    return refuse('case-changed')
  const seq = (await lastEventSeq(tx, file.region, file.caseId)) + 1
  const event: EventRow = {
    region_code: file.region,
    case_id: file.caseId,
    seq,
    at: now,
    action: transition.action,
    from_state: transition.from,
    to_state: transition.to,
    actor_account: mover.id === 'system' ? null : mover.id,
    actor_role: mover.role,
    unit: mover.unit ?? null,
    detail: {
      ...(request.reason === undefined ? {} : { reason: request.reason }),
      ...(request.holdUntilMs === undefined ? {} : { until: request.holdUntilMs }),
      ...(request.faults === undefined ? {} : { faults: request.faults.length }),
      ...request.extra,
    },
    note:
      request.note === undefined || request.note === ''
        ? null
        : seal(context.ring, request.note, noteContext(file.caseId)),
  }
  await appendEvents(tx, [event])
  await writeJournal(tx, {
    at: now,
    actor: mover.id === 'system' ? 'system:cases' : mover.id,
    role: mover.role,
    unit: mover.unit,
    device: mover.device,
    caseId: file.caseId,
    subject: file.applicantPerson,
    action: `case.${transition.action}`,
  })
  if (request.faults !== undefined) await keepFaults(moving, after, request.faults)
  if (transition.action === 'resubmit') await markRepaired(tx, file.region, file.caseId, now)
  await tell(moving, after, transition)
  await writeOutbox(tx, { kind: 'cases.moved', payload: { caseId: file.caseId, seq } })
  if (transition.to === 'completed' || transition.to === 'rejected') await context.inviteToSurvey(tx, after)
  history.push({ action: transition.action, actor: mover.id })
  if (transition.next === undefined) return accept(after)
  const reopened = transition.register === undefined ? opened : await openSession(tx, context, offered, after)
  const next = decide(moving, after, reopened, history, { id: transition.next }, SYSTEM_MOVER)
  return next.ok ? step(moving, after, reopened, history, { id: transition.next }, SYSTEM_MOVER, next.value) : next
}

async function register(
  { tx, context, offered }: Moving,
  file: CaseFile,
  opened: OpenSession,
  transition: Transition,
): Promise<Result<unknown>> {
  const input = {
    file,
    service: offered.service,
    session: opened.session,
    snapshot: opened.snapshot,
    today: todayIn(context.regionInfo(file.region).timeZone, context.clock.now().getTime()),
  }
  switch (transition.register) {
    case 'prepare':
      return context.writer.prepare(tx, input)
    case 'commit': {
      // Where nobody approves or signs, nothing was frozen before: an answer at once is prepared and carried out in one go.
      if (offered.service.process.kind === 'instant') {
        const prepared = await context.writer.prepare(tx, input)
        if (!prepared.ok) return prepared
      }
      const done = await context.writer.commit(tx, file)
      if (done.ok) await startFollowUps(tx, context, file, done.value.starts)
      return done
    }
    case 'release':
      await context.writer.release(tx, file.region, file.caseId)
      return accept(undefined)
    case 'reverse':
      return context.writer.reverse(tx, file)
    default:
      return accept(undefined)
  }
}

/** Stores the list of faults. A fault at a place that was there to be seen at the first return counts against the office. */
async function keepFaults({ tx, context }: Moving, file: CaseFile, faults: readonly Fault[]): Promise<void> {
  const before = await listFaults(tx, file.region, file.caseId)
  const named = new Set(before.map((fault) => fault.place))
  await insertFaults(
    tx,
    faults.map((fault, index) => ({
      region_code: file.region,
      case_id: file.caseId,
      round: file.returns,
      seq: index + 1,
      place: fault.place,
      reason: fault.reason,
      note:
        fault.note === undefined || fault.note === '' ? null : seal(context.ring, fault.note, noteContext(file.caseId)),
      avoidable: file.returns > 1 && !named.has(fault.place),
      repaired_at: null,
      created_at: context.clock.now(),
    })),
  )
}

async function tell({ tx, context, offered }: Moving, file: CaseFile, transition: Transition): Promise<void> {
  const notice = findNotice(offered.service.notices, transition.to, transition.action)
  const { contact } = file
  if (notice === undefined || contact === undefined || contact.channel === 'none' || file.number === undefined) return
  const { timeZone } = context.regionInfo(file.region)
  const until = file.applicantUntilMs ?? file.holdUntilMs
  const body = fill(notice.text[file.language], {
    number: file.number,
    service: offered.service.definition.texts.name[file.language],
    until:
      until !== undefined
        ? formatDate(todayIn(timeZone, until), file.language)
        : file.dueAtMs !== undefined
          ? formatInstant(file.dueAtMs, timeZone, file.language)
          : '',
    // Papers are handed to their applicant, signed in; following a case needs no account.
    address: `${context.origin}/${file.region}/${file.issuedAtMs === undefined ? 'track' : 'me'}`,
    unit: offered.unit,
    cause:
      file.holdCause === undefined
        ? ''
        : (offered.service.process.reasons?.holds?.find((reason) => reason.id === file.holdCause)?.label[
            file.language
          ] ?? ''),
  })
  await context.notify(tx, file.region, {
    caseId: file.caseId,
    kind: stateOf(offered.service.process, transition.to)!.id,
    body,
    contact,
  })
}
