// Decides what may happen to a case next, by the process of its definition. Pure: who acts, what was done before and what
// is true come in. Must stay true: nothing moves without an action of the list, by a role of that action, with the
// reasons it demands; verifier, validator and signer of one case are never the same person.
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import { evaluateCondition } from './condition.ts'
import type { Condition } from './expression.ts'
import { PREVIOUS, type Process, type ProcessAction, type ProcessState, type Span } from './process-definition.ts'
import type { Scope } from './scope.ts'

export type Progress = {
  readonly state: string
  /** The state before a hold or a proposed annulment. */
  readonly cameFrom?: string
  /** Actions done on this case, oldest first. */
  readonly history: readonly { readonly action: string; readonly actor: string }[]
}

export type Actor = {
  readonly id: string
  readonly roles: readonly string[]
  /** The case is about the actor, close family, or the own family card. */
  readonly related?: boolean
}

export type RequestedAction = {
  readonly id: string
  readonly reason?: string
  readonly note?: string
  /** Next date of a hold. */
  readonly until?: string
  /** What is wrong, field by field and document by document. */
  readonly points?: readonly { readonly at: string; readonly reason: string }[]
}

export type ProcessFacts = {
  readonly scope: Scope
  /** Whether the state was reached less than this long ago; needed only for actions with `within`. */
  readonly isWithin?: (span: Span) => boolean
}

export type Transition = {
  readonly action: string
  readonly from: string
  readonly to: string
  /** To be kept with the case while it is in `to`. */
  readonly cameFrom?: string
  readonly clock?: NonNullable<ProcessAction['clock']>
  readonly register?: NonNullable<ProcessAction['register']>
  readonly final: boolean
  /** The action the system does next by itself, if there is one. */
  readonly next?: string
}

/** The role `system` may do what the action names it for; it is nobody's colleague. */
export const SYSTEM: Actor = { id: 'system', roles: ['system'] }

/**
 * The transition, or all refusals at once. Codes: `action-unknown`, `action-not-now`, `action-not-your-role`, `actor-related`,
 * `four-eyes` (params.duty), `action-condition`, `action-settled`, `action-too-late`, `reason-missing`, `reason-unknown`, `points-missing`,
 * `note-missing`, `note-too-long`, `until-missing`.
 */
export function decideAction(
  process: Process,
  current: Progress,
  requested: RequestedAction,
  actor: Actor,
  facts: ProcessFacts,
): Result<Transition> {
  const refusals = refuseAction(process, current, requested, actor, facts)
  if (refusals.length > 0) return refuseAll(refusals)
  const action = process.actions.find((one) => one.id === requested.id)!
  const to = targetOf(action, current, facts)
  if (to === undefined) return refuseAll([{ code: 'action-condition' }])
  const next = process.actions.find(
    (one) => one.automatic === true && one.from.includes(to) && (one.when === undefined || isTrue(one.when, facts)),
  )
  return accept({
    action: action.id,
    from: current.state,
    to,
    ...(leadsBack(process, to) ? { cameFrom: current.state } : {}),
    ...(action.clock === undefined ? {} : { clock: action.clock }),
    ...(action.register === undefined ? {} : { register: action.register }),
    final: stateOf(process, to)?.kind === 'final',
    ...(next === undefined ? {} : { next: next.id }),
  })
}

/** Why this actor may not do it now; empty when they may. Without facts, what an action asks of the application is left out. */
export function refuseAction(
  process: Process,
  current: Progress,
  requested: RequestedAction,
  actor: Actor,
  facts?: ProcessFacts,
): readonly Refusal[] {
  const action = process.actions.find((one) => one.id === requested.id)
  if (action === undefined) return [{ code: 'action-unknown', params: { action: requested.id } }]
  const state = stateOf(process, current.state)
  if (state === undefined || !action.from.includes(state.id))
    return [{ code: 'action-not-now', params: { action: requested.id } }]
  const refusals = [...refuseActor(process, state, action, current, actor), ...refuseForm(process, action, requested)]
  if (action.when !== undefined && facts !== undefined && !isTrue(action.when, facts))
    refusals.push({ code: 'action-condition' })
  if (isSettled(process, action, current)) refusals.push({ code: 'action-settled' })
  if (action.within !== undefined && facts?.isWithin?.(action.within) === false)
    refusals.push({ code: 'action-too-late' })
  return refusals
}

/** The actions this actor could do now, in the order of the definition. Conditions count, reasons and notes not yet. */
export function listActions(
  process: Process,
  current: Progress,
  actor: Actor,
  facts: ProcessFacts,
): readonly ProcessAction[] {
  const state = stateOf(process, current.state)
  if (state === undefined) return []
  return process.actions.filter(
    (action) =>
      action.from.includes(state.id) &&
      refuseActor(process, state, action, current, actor).length === 0 &&
      !isSettled(process, action, current) &&
      (action.when === undefined || isTrue(action.when, facts)) &&
      (action.within === undefined || facts.isWithin?.(action.within) !== false),
  )
}

/**
 * Whether the officers whose turn a state is can do more there than put it on hold: nobody prints the cards of an application that
 * issues none, so it is on nobody's list.
 */
export function hasWork(process: Process, state: ProcessState, facts: ProcessFacts): boolean {
  const { turn } = state
  if (turn === undefined || turn === 'applicant' || turn === 'system') return true
  return process.actions.some(
    (action) =>
      action.from.includes(state.id) &&
      action.roles.includes(turn) &&
      action.reasons !== 'holds' &&
      (action.when === undefined || isTrue(action.when, facts)),
  )
}

export function stateOf(process: Process, id: string): ProcessState | undefined {
  return process.states.find((state) => state.id === id)
}

/** The state a case begins in. */
export function startOf(process: Process): string {
  return process.states.find((state) => state.kind === 'start')!.id
}

function refuseActor(
  process: Process,
  state: ProcessState,
  action: ProcessAction,
  current: Progress,
  actor: Actor,
): readonly Refusal[] {
  const isSystem = actor.roles.includes('system') && action.roles.includes('system')
  if (isSystem) return []
  const allowed = state.turn !== undefined && action.roles.includes(state.turn) ? [state.turn] : action.roles
  const acting = actor.roles.filter((role) => allowed.includes(role))
  if (acting.length === 0) return [{ code: 'action-not-your-role' }]
  const asOfficer = acting.every((role) => process.roles.find((one) => one.id === role)?.kind === 'officer')
  if (asOfficer && actor.related === true) return [{ code: 'actor-related' }]
  const done = current.history.filter((one) => one.actor === actor.id).map((one) => one.action)
  const duty = otherDuty(process, action, done)
  if (duty !== undefined) return [{ code: 'four-eyes', params: { duty } }]
  const before = action.notBy?.find((id) => done.includes(id))
  return before === undefined ? [] : [{ code: 'four-eyes', params: { duty: before } }]
}

/** A duty this actor already performed on the case that may not go together with the one at hand. */
function otherDuty(process: Process, action: ProcessAction, done: readonly string[]): string | undefined {
  const { duty } = action
  if (duty === undefined) return undefined
  const performed = new Set(process.actions.filter((one) => done.includes(one.id)).map((one) => one.duty))
  return (process.separateDuties ?? [])
    .filter((set) => set.includes(duty))
    .flatMap((set) => set.filter((other) => other !== duty && performed.has(other)))[0]
}

/** Whether the state was reached by the very answer after which this action is not offered again. */
function isSettled(process: Process, action: ProcessAction, current: Progress): boolean {
  const last = action.notAfter === undefined ? undefined : reachedBy(process, current.state, current.history)
  return last !== undefined && action.notAfter!.includes(last.action)
}

/** What led to the state last, of what was done on a case (oldest first). */
export function reachedBy<Done extends { readonly action: string }>(
  process: Process,
  state: string,
  history: readonly Done[],
): Done | undefined {
  return history.findLast(({ action: id }) =>
    process.actions.some((one) => one.id === id && [state, PREVIOUS].some((to) => targets(one).includes(to))),
  )
}

/** What one reads on a phone and in a notice; longer things are papers. */
const NOTE_LENGTH = 1500

function refuseForm(process: Process, action: ProcessAction, requested: RequestedAction): readonly Refusal[] {
  const refusals: Refusal[] = []
  const codes = action.reasons === undefined ? [] : (process.reasons?.[action.reasons] ?? []).map((reason) => reason.id)
  if (action.points === true) {
    if ((requested.points ?? []).length === 0) refusals.push({ code: 'points-missing' })
    for (const point of requested.points ?? [])
      if (!codes.includes(point.reason)) refusals.push({ code: 'reason-unknown', at: point.at })
  } else if (action.reasons !== undefined) {
    if (requested.reason === undefined || requested.reason === '')
      refusals.push({ code: 'reason-missing', at: 'reason' })
    else if (!codes.includes(requested.reason)) refusals.push({ code: 'reason-unknown', at: 'reason' })
  }
  if (action.note === true && (requested.note ?? '').trim() === '') refusals.push({ code: 'note-missing', at: 'note' })
  const length = [...(requested.note ?? '')].length
  if (length > NOTE_LENGTH) refusals.push({ code: 'note-too-long', at: 'note', params: { most: NOTE_LENGTH, length } })
  if (action.until === true && (requested.until ?? '') === '') refusals.push({ code: 'until-missing', at: 'until' })
  return refusals
}

function targetOf(action: ProcessAction, current: Progress, facts: ProcessFacts): string | undefined {
  const to =
    typeof action.to === 'string'
      ? action.to
      : action.to.find((route) => route.when === undefined || isTrue(route.when, facts))?.to
  return to === PREVIOUS ? current.cameFrom : to
}

/** True for states from which one goes back to where one came from. */
export function leadsBack(process: Process, state: string): boolean {
  return process.actions.some((action) => action.from.includes(state) && targets(action).includes(PREVIOUS))
}

/** All states an action may lead to, `@previous` as it stands. */
export function targets(action: ProcessAction): readonly string[] {
  return typeof action.to === 'string' ? [action.to] : action.to.map((route) => route.to)
}

/** Whether an action asks anything of the application: only then need its answers be read to decide who may do it. */
export function asksFacts(process: Process, id: string): boolean {
  return process.actions.some((action) => action.id === id && action.when !== undefined)
}

/** Unknown counts as not true: nothing moves on a guess. */
function isTrue(condition: Condition, facts: ProcessFacts): boolean {
  return evaluateCondition(condition, facts.scope).truth === true
}
