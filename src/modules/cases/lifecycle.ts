// What a transition does to a case: state, turn, clock, hold, hands. Pure: the process has decided, this writes the
// consequences. Must stay true: the clock stands still exactly while the file is with the applicant or on hold; returned
// at screening, the file was never complete and the clock starts anew (specification section 6).
import { addDays, type PlainDate } from '../../kernel/date.ts'
import { readClock } from '../../kernel/service-clock.ts'
import { addOfficeDays, addOfficeTime, OFFICE_HOUR_MS, type WorkingCalendar } from '../../kernel/working-time.ts'
import { instantOf, todayIn } from '../../kernel/zone.ts'
import { stateOf, type Transition } from '../catalogue/process.ts'
import type { Process, ProcessState, Span } from '../catalogue/process-definition.ts'
import type { CaseClock, CaseFile, HoldCause } from './case.ts'

export type LifecycleContext = {
  readonly process: Process
  readonly calendar: WorkingCalendar
  readonly timeZone: string
  readonly nowMs: number
  readonly deadlineOfficeHours: number
  /** Who acts, by account; `system` is nobody's hand. */
  readonly actor: string
  /** Nobody has anything to do in the state it comes to. */
  readonly idle?: boolean
  readonly hold?: { readonly cause: HoldCause; readonly untilMs: number }
}

export type CasePatch = Partial<{ -readonly [K in keyof CaseFile]: CaseFile[K] | undefined }>

/** The columns a transition changes. `undefined` empties a column. */
export function applyTransition(file: CaseFile, transition: Transition, context: LifecycleContext): CasePatch {
  const { process, nowMs } = context
  const to = stateOf(process, transition.to)!
  const clock = moveClock(file.clock, transition, nowMs)
  const previous = transition.cameFrom === undefined ? undefined : stateOf(process, transition.cameFrom)
  const patch: CasePatch = {
    state: to.id,
    stateSinceMs: nowMs,
    cameFrom: transition.cameFrom,
    turn: context.idle === true ? undefined : turnOf(to, previous),
    clock,
    takenBy: undefined,
    takenAtMs: undefined,
    holdCause: context.hold?.cause,
    holdUntilMs: context.hold?.untilMs,
    applicantUntilMs: applicantUntil(to, context),
    hands: handsAfter(file, transition, process, context.actor),
    updatedAtMs: nowMs,
    ...(transition.final ? { endedAtMs: nowMs } : { endedAtMs: undefined }),
    ...(transition.action === 'submit' || transition.action === 'resubmit' ? { submittedAtMs: nowMs } : {}),
    ...(transition.clock === 'confirm' ? { completeAtMs: clock?.startedAt } : {}),
    ...(transition.clock === 'end' && transition.register === 'commit' ? { issuedAtMs: nowMs } : {}),
    ...(to.id === 'returned' ? { returns: file.returns + 1 } : {}),
  }
  return { ...patch, ...dueAfter(file, patch, to, context) }
}

function turnOf(to: ProcessState, previous: ProcessState | undefined): string | undefined {
  // A case on hold stays in sight of those who put it there.
  return to.turn ?? (to.kind === 'final' ? undefined : previous?.turn)
}

function handsAfter(file: CaseFile, transition: Transition, process: Process, actor: string): CaseFile['hands'] {
  const duty = process.actions.find((action) => action.id === transition.action)?.duty
  return duty === undefined || actor === 'system' ? file.hands : { ...file.hands, [duty]: actor }
}

function moveClock(clock: CaseClock | undefined, transition: Transition, nowMs: number): CaseClock | undefined {
  const open = clock?.pauses.findIndex((pause) => pause.to === undefined) ?? -1
  switch (transition.clock) {
    case 'start':
      return { startedAt: nowMs, pauses: [] }
    case 'reset':
      return undefined
    case 'stop':
      return clock === undefined || open >= 0 ? clock : { ...clock, pauses: [...clock.pauses, { from: nowMs }] }
    case 'resume':
      if (clock === undefined) return { startedAt: nowMs, pauses: [] }
      return open < 0
        ? clock
        : { ...clock, pauses: clock.pauses.map((pause, index) => (index === open ? { ...pause, to: nowMs } : pause)) }
    case 'end':
      return clock === undefined || open < 0
        ? clock
        : { ...clock, pauses: clock.pauses.map((pause, index) => (index === open ? { ...pause, to: nowMs } : pause)) }
    default:
      return clock
  }
}

function dueAfter(file: CaseFile, patch: CasePatch, to: ProcessState, context: LifecycleContext): CasePatch {
  const { calendar, nowMs, deadlineOfficeHours } = context
  if (to.kind === 'final') return { dueAtMs: undefined }
  if (patch.holdUntilMs !== undefined) return { dueAtMs: patch.holdUntilMs }
  if (context.idle === true) return { dueAtMs: undefined }
  if ((patch.issuedAtMs ?? file.issuedAtMs) !== undefined) return { dueAtMs: dueAfterIssue(to, context) }
  const clock = patch.clock
  if (clock === undefined) return { dueAtMs: undefined }
  const reading = readClock(calendar, { ...clock, targetMs: deadlineOfficeHours * OFFICE_HOUR_MS }, nowMs)
  return { dueAtMs: reading.dueAt, overdue: file.overdue || reading.late }
}

/**
 * After the issue the promise is about the card, not the deed: when it is printed, then how long it waits to be collected. Whatever
 * else comes then, an annulment, is given the time of the service itself.
 */
export function dueAfterIssue(
  state: ProcessState,
  context: Pick<LifecycleContext, 'process' | 'calendar' | 'timeZone' | 'nowMs' | 'deadlineOfficeHours'>,
): number {
  const waits = context.process.timers?.find((one) => one.state === state.id && one.action === undefined)?.after
  return spanEnd(state.target ?? waits ?? { officeHours: context.deadlineOfficeHours }, context)
}

function applicantUntil(to: ProcessState, context: LifecycleContext): number | undefined {
  const timer = context.process.timers?.find((one) => one.state === to.id && one.action !== undefined)
  return timer === undefined ? undefined : spanEnd(timer.after, context)
}

/** The end of a stretch that begins now: calendar days and working days end with the day, office hours to the minute. */
export function spanEnd(
  span: Span,
  { calendar, timeZone, nowMs }: Pick<LifecycleContext, 'calendar' | 'timeZone' | 'nowMs'>,
): number {
  if ('officeHours' in span) return addOfficeTime(calendar, nowMs, span.officeHours * OFFICE_HOUR_MS)
  const today = todayIn(timeZone, nowMs)
  const last: PlainDate = 'days' in span ? addDays(today, span.days) : addOfficeDays(calendar, today, span.workingDays)
  return instantOf(timeZone, addDays(last, 1), 0) - 1
}
