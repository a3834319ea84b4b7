// One step of a case, inside a transaction: the process decides, the register does its part, state, clock, events, journal
// and notices follow together. Automatic steps of the system come at once. Must stay true: everything or nothing, also when
// the refusal is a value and the transaction commits (platform/db/all-or-nothing.ts).
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import { allOrNothing } from '../../platform/db/all-or-nothing.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { seal } from '../../platform/secrets/seal.ts'
import { endsWithCardAlone } from '../catalogue/cards.ts'
import { findNotice } from '../catalogue/notice.ts'
import {
  type Actor,
  decideAction,
  hasWork,
  type RequestedAction,
  SYSTEM,
  stateOf,
  type Transition,
} from '../catalogue/process.ts'
import type { CaseFile, Fault, HoldCause } from './case.ts'
import { noteContext, patchOf } from './case-codec.ts'
import { noticeApplicant } from './case-notice.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { startFollowUps } from './follow-ups.ts'
import { applyTransition, type CasePatch, spanEnd } from './lifecycle.ts'
import { type OpenSession, openSession } from './open-session.ts'
import { appendEvents, type EventRow, type HistoryLine, listHistory, updateCase } from './store.ts'
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
 * step (the number at submission); `opened` and `history` are those of this case when the caller has just read them. Refuses what
 * `decideAction` and the register refuse; a stale preparation sends the case back to verification instead of refusing.
 */
export async function moveCase(
  moving: Moving,
  file: CaseFile,
  request: MoveRequest,
  mover: Mover,
  more: {
    readonly patch?: CasePatch
    readonly row?: Partial<CaseRow>
    readonly opened?: OpenSession
    readonly history?: readonly HistoryLine[]
  } = {},
): Promise<Result<CaseFile>> {
  const { tx, context, offered } = moving
  const [opened, history] = await Promise.all([
    more.opened ?? openSession(tx, context, offered, file),
    more.history ?? listHistory(tx, file.region, file.caseId),
  ])
  const decided = decide(moving, file, opened, history, request, mover)
  if (!decided.ok) return decided
  return step(moving, newChain(file, opened, history), request, mover, decided.value, more)
}

/** Ends without an issue. What an objection may still turn is asked for again then. */
const ENDS_IN_VAIN: ReadonlySet<string> = new Set(['withdrawn', 'expired', 'discarded', 'rejected'])

/** A case on its way through one step and those that follow by themselves; what is not written yet stands in `patch`, `row`, `events`. */
type Chain = {
  /** As the database has it. */
  stored: CaseFile
  /** As it is now. */
  file: CaseFile
  opened: OpenSession
  readonly history: HistoryLine[]
  patch: CasePatch
  row: Partial<CaseRow>
  events: EventRow[]
  /** What is written beside the row: faults, notices, the journal. */
  beside: (() => Promise<void>)[]
}

function newChain(file: CaseFile, opened: OpenSession, history: readonly HistoryLine[]): Chain {
  return { stored: file, file, opened, history: [...history], patch: {}, row: {}, events: [], beside: [] }
}

function decide(
  moving: Moving,
  file: CaseFile,
  opened: OpenSession,
  history: readonly HistoryLine[],
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

/**
 * One step, and the automatic one after it. Steps that ask nothing of the register are written together once all of them are
 * decided; before the register speaks, everything so far is in the database, and its refusal takes it all back.
 */
async function step(
  moving: Moving,
  chain: Chain,
  request: MoveRequest,
  mover: Mover,
  transition: Transition,
  more: { readonly patch?: CasePatch; readonly row?: Partial<CaseRow> } = {},
): Promise<Result<CaseFile>> {
  if (transition.register === undefined) return stepOn(moving, chain, request, mover, transition, more)
  return allOrNothing(moving.tx, async () => {
    const registered = await writtenAndRegistered(moving, chain, transition, mover)
    if (!registered.ok) return whenRegisterRefuses(moving, chain, registered.refusals)
    return stepOn(moving, chain, request, mover, transition, more)
  })
}

/** What was signed knows nothing of the row of its case, so both go to the database in the same journeys; anything else comes after it. */
async function writtenAndRegistered(
  moving: Moving,
  chain: Chain,
  transition: Transition,
  mover: Mover,
): Promise<Result<unknown>> {
  const { file, opened } = chain
  const isInstant = moving.offered.service.process.kind === 'instant'
  if (transition.register !== 'commit' || isInstant) {
    await writeChain(moving, chain)
    return register(moving, chain.file, opened, transition, mover)
  }
  const [registered] = await Promise.all([register(moving, file, opened, transition, mover), writeChain(moving, chain)])
  return registered
}

/** A preparation that the register has outrun goes back to be checked again; any other refusal is the answer. */
async function whenRegisterRefuses(
  moving: Moving,
  { file }: Chain,
  refusals: readonly Refusal[],
): Promise<Result<CaseFile>> {
  const isStale = refusals.some((refusal) => refusal.code === 'register-changed')
  const { actions } = moving.offered.service.process
  if (!isStale || !actions.some((action) => action.id === 'stale' && action.from.includes(file.state)))
    return refuseAll(refusals)
  return moveCase(moving, file, { id: 'stale', extra: { differences: refusals } }, SYSTEM_MOVER)
}

async function stepOn(
  moving: Moving,
  chain: Chain,
  request: MoveRequest,
  mover: Mover,
  transition: Transition,
  more: { readonly patch?: CasePatch; readonly row?: Partial<CaseRow> },
): Promise<Result<CaseFile>> {
  const { tx, context, offered } = moving
  const { service } = offered
  const now = context.clock.now()
  const before = chain.file
  const patch: CasePatch = {
    ...applyTransition(before, transition, {
      process: service.process,
      calendar: context.calendar(before.region),
      timeZone: context.regionInfo(before.region).timeZone,
      nowMs: now.getTime(),
      deadlineOfficeHours: service.definition.deadline.officeHours,
      actor: mover.id,
      idle: !hasWork(service.process, stateOf(service.process, transition.to)!, { scope: chain.opened.session.scope }),
      ...(request.holdUntilMs === undefined
        ? {}
        : { hold: { cause: request.reason as HoldCause, untilMs: request.holdUntilMs } }),
    }),
    ...more.patch,
  }
  const after = { ...before, ...patch } as CaseFile
  chain.file = after
  chain.patch = { ...chain.patch, ...patch }
  chain.row = { ...chain.row, ...more.row }
  const seq = (chain.history.at(-1)?.seq ?? 0) + 1
  chain.history.push({ seq, action: transition.action, actor: mover.id })
  chain.events.push(eventRow(context, after, seq, request, mover, transition, now))
  chain.beside.push(async () => {
    await writeJournal(tx, {
      at: now,
      actor: mover.id === 'system' ? 'system:cases' : mover.id,
      role: mover.role,
      unit: mover.unit,
      device: mover.device,
      caseId: after.caseId,
      subject: before.applicantPerson,
      action: `case.${transition.action}`,
    })
    if (request.faults !== undefined) await keepFaults(moving, after, request.faults)
    if (transition.action === 'resubmit') await markRepaired(tx, after.region, after.caseId, now)
    await tell(moving, after, transition)
    if (transition.to === 'completed' || transition.to === 'rejected') await context.inviteToSurvey(tx, after)
    if (ENDS_IN_VAIN.has(transition.to) && after.issuedAtMs === undefined)
      await context.writer.letGo(tx, after, service)
    if (transition.action === 'accept-objection') await context.writer.ask(tx, after, service)
  })
  if (transition.next === undefined) {
    await writeChain(moving, chain)
    return accept(chain.file)
  }
  if (transition.register !== undefined) {
    await writeChain(moving, chain)
    chain.opened = await openSession(tx, context, offered, chain.file)
  }
  const next = decide(moving, chain.file, chain.opened, chain.history, { id: transition.next }, SYSTEM_MOVER)
  return next.ok ? step(moving, chain, { id: transition.next }, SYSTEM_MOVER, next.value) : next
}

/** Writes what the chain has gathered, in one journey. Throws when the row is not the one that was read: then nobody had locked it. */
async function writeChain({ tx, context }: Moving, chain: Chain): Promise<void> {
  if (chain.events.length === 0) return
  const { stored, events } = chain
  const columns = { ...patchOf(stored, chain.patch, context.ring), ...chain.row }
  const writeBeside = async () => {
    for (const write of chain.beside) await write()
  }
  const [isSame] = await Promise.all([
    updateCase(tx, stored.region, stored.caseId, stored.version, columns),
    appendEvents(tx, events),
    writeBeside(),
  ])
  if (!isSame) throw new Error('A case was moved that somebody else had changed: moveCase wants a locked case.')
  await writeOutbox(tx, {
    kind: 'cases.moved',
    payload: { caseId: stored.caseId, seq: events[0]!.seq, last: events.at(-1)!.seq },
  })
  chain.file = { ...chain.file, version: stored.version + 1 }
  chain.stored = chain.file
  chain.patch = {}
  chain.row = {}
  chain.events = []
  chain.beside = []
}

function eventRow(
  context: CasesContext,
  file: CaseFile,
  seq: number,
  request: MoveRequest,
  mover: Mover,
  transition: Transition,
  at: Date,
): EventRow {
  return {
    region_code: file.region,
    case_id: file.caseId,
    seq,
    at,
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
}

async function register(
  { tx, context, offered }: Moving,
  file: CaseFile,
  opened: OpenSession,
  transition: Transition,
  mover: Mover,
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
      return context.writer.reverse(tx, file.region, {
        caseId: file.caseId,
        today: input.today,
        actor: { account: mover.id, role: mover.role, ...(mover.unit === undefined ? {} : { unit: mover.unit }) },
      })
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

async function tell(moving: Moving, file: CaseFile, transition: Transition): Promise<void> {
  const { service } = moving.offered
  const notice = findNotice(service.notices, transition.to, transition.action)
  if (notice === undefined) return
  const text = (endsWithCardAlone(service) ? notice.cardOnly : undefined) ?? notice.text
  await noticeApplicant(moving, file, stateOf(service.process, transition.to)!.id, text)
}
