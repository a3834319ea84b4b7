// The steps of a period: planned, open, closed, computed, reviewed, published, followed-up, archived; each with its rule.
// Must stay true: a step is only taken from the one before; only the system computes; nobody's step carries a figure, so
// a head of unit cannot change a number; nothing is published without a follow-up plan.
import { addDays, daysBetween, type PlainDate } from '../../kernel/date.ts'
import { dateParams } from '../../kernel/date-format.ts'
import { parseDateText } from '../../kernel/date-parse.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Edition } from './edition.ts'
import { type FollowUpAction, type FollowUpStatus, type Period, type PeriodState, STATE_NAMES } from './period.ts'

export const PAPER_DAYS = 7
/** Our target, not a rule: a later publication is shown as late, not refused. */
export const PUBLISH_DAYS = 14

export type StepActor =
  | { readonly kind: 'system' }
  | { readonly kind: 'person'; readonly headOf: readonly string[]; readonly managesSurvey: boolean }

const notFrom = (period: Period, ...states: PeriodState[]): Refusal | undefined =>
  states.includes(period.state)
    ? undefined
    : {
        code: 'satisfaction-step-order',
        params: { stateId: STATE_NAMES[period.state].id, stateEn: STATE_NAMES[period.state].en },
      }

function managed(actor: StepActor): Refusal | undefined {
  return actor.kind === 'system' || actor.managesSurvey ? undefined : { code: 'satisfaction-not-manager' }
}

/** Questions may be answered from the first day on. */
export function openPeriod(period: Period, actor: StepActor, today: PlainDate): Result<Period> {
  const refusal = notFrom(period, 'planned') ?? managed(actor)
  if (refusal) return refuseAll([refusal])
  if (today < period.from) return refuse('satisfaction-open-early', undefined, dateParams('from', period.from))
  if (today > period.to) return refuse('satisfaction-open-late', undefined, dateParams('to', period.to))
  return accept({ ...period, state: 'open' })
}

/** Ends answering, after the last day only, so that nobody ends a period when its figures please. */
export function closePeriod(period: Period, actor: StepActor, today: PlainDate): Result<Period> {
  const refusal = notFrom(period, 'open') ?? managed(actor)
  if (refusal) return refuseAll([refusal])
  if (today <= period.to) return refuse('satisfaction-close-early', undefined, dateParams('to', period.to))
  return accept({ ...period, state: 'closed', closedOn: today, paperUntil: addDays(today, PAPER_DAYS) })
}

/** Whether a token may be answered now. */
export function acceptsAnswers(period: Period, today: PlainDate): boolean {
  return period.state === 'open' && today >= period.from && today <= period.to
}

export type PaperBatch = {
  readonly forms: number
  readonly scan: string
  readonly typedInUnit: string
  readonly note: string
}

/** A batch of paper forms: with its scan, typed in by another unit, until 7 days after closing and then with a note. */
export function decidePaperBatch(period: Period, batch: PaperBatch, today: PlainDate): Result<{ late: boolean }> {
  const refusals: Refusal[] = []
  const late = period.state === 'closed'
  if (period.state !== 'open' && !late) return refuse('satisfaction-paper-closed')
  if (late && (period.paperUntil === null || today > period.paperUntil)) return refuse('satisfaction-paper-late')
  if (batch.typedInUnit === period.unitId) refusals.push({ code: 'satisfaction-paper-own-unit', at: 'typedInUnit' })
  if (!/^[0-9a-f]{64}$/.test(batch.scan)) refusals.push({ code: 'satisfaction-paper-scan', at: 'scan' })
  if (!Number.isSafeInteger(batch.forms) || batch.forms < 1 || batch.forms > 500)
    refusals.push({ code: 'satisfaction-paper-forms', at: 'forms' })
  if (late && batch.note.trim().length < 5) refusals.push({ code: 'satisfaction-paper-note', at: 'note' })
  return refusals.length > 0 ? refuseAll(refusals) : accept({ late })
}

/** Says that no paper is left, so that computing need not wait for the seventh day. */
export function endPaper(period: Period, actor: StepActor, today: PlainDate): Result<Period> {
  const refusal = notFrom(period, 'closed') ?? managed(actor)
  return refusal ? refuseAll([refusal]) : accept({ ...period, paperUntil: addDays(today, -1) })
}

/** By the system only, when no paper can come any more and no answer waits. */
export function computePeriod(period: Period, actor: StepActor, waiting: number, today: PlainDate): Result<Period> {
  const refusal = notFrom(period, 'closed')
  if (refusal) return refuseAll([refusal])
  if (actor.kind !== 'system') return refuse('satisfaction-compute-system')
  if (period.paperUntil === null || today <= period.paperUntil)
    return refuse('satisfaction-compute-paper', undefined, dateParams('until', period.paperUntil ?? today))
  if (waiting > 0) return refuse('satisfaction-compute-waiting', undefined, { waiting })
  return accept({ ...period, state: 'computed' })
}

/** `until` as typed: 30-09-2026, 30 September 2026 or 2026-09-30. */
export type PlanDraft = Omit<FollowUpAction, 'status' | 'proof' | 'until'> & { readonly until: string }

/** The head of the unit adds the follow-up plan. `sent` are the names of everything that came with the form: a figure among
 *  them is refused outright, because a number that can be sent will one day be stored. Each of the `lowest` elements needs an action. */
export function reviewPeriod(
  period: Period,
  actor: StepActor,
  plan: readonly PlanDraft[],
  sent: readonly string[],
  edition: Edition,
  lowest: readonly string[],
  today: PlainDate,
): Result<Period> {
  const refusal = notFrom(period, 'computed', 'reviewed')
  if (refusal) return refuseAll([refusal])
  if (actor.kind !== 'person' || !actor.headOf.includes(period.unitId)) return refuse('satisfaction-review-head')
  const figure = sent.find((name) => FIGURES.test(name))
  if (figure !== undefined) return refuse('satisfaction-number-fixed', figure)
  const refusals: Refusal[] = plan.length === 0 ? [{ code: 'satisfaction-plan-missing', at: 'plan' }] : []
  const actions = plan.flatMap((action, i): FollowUpAction[] => {
    const fault = (condition: boolean, code: string, at: string) => {
      if (condition) refusals.push({ code, at: `plan.${i}.${at}` })
    }
    fault(!edition.elements.some((e) => e.code === action.element), 'satisfaction-plan-element', 'element')
    fault(action.what.trim().length < 10, 'satisfaction-plan-what', 'what')
    fault(action.who.trim().length < 3, 'satisfaction-plan-who', 'who')
    const until = parseDateText(action.until, `plan.${i}.until`)
    if (!until.ok) refusals.push(...until.refusals)
    else fault(until.value <= today, 'satisfaction-plan-until', 'until')
    return until.ok ? [{ ...action, until: until.value, status: 'planned', proof: null }] : []
  })
  const open = lowest.filter((code) => !plan.some((action) => action.element === code))
  if (plan.length > 0 && open.length > 0)
    refusals.push({ code: 'satisfaction-plan-lowest', at: 'plan', params: { elements: open.join(', ') } })
  if (refusals.length > 0) return refuseAll(refusals)
  return accept({ ...period, state: 'reviewed', plan: actions })
}

const FIGURES = /^(index|ikm|nrr|grade|mutu|sum|count|averages?|elements?\[?U\d+|value|nilai|U\d+)/i

/** Makes the result public. `late` says that our target of 14 days was missed. */
export function publishPeriod(
  period: Period,
  actor: StepActor,
  today: PlainDate,
): Result<{ period: Period; late: boolean }> {
  if (period.state === 'computed') return refuse('satisfaction-plan-missing')
  const refusal = notFrom(period, 'reviewed') ?? managed(actor)
  if (refusal) return refuseAll([refusal])
  if (period.plan.length === 0) return refuse('satisfaction-plan-missing')
  return accept({
    period: { ...period, state: 'published', publishedOn: today },
    late: period.closedOn !== null && daysBetween(period.closedOn, today) > PUBLISH_DAYS,
  })
}

/** Reports one action of the plan; `done` needs proof, `dropped` a reason. When none is left open the period is followed up. */
export function reportAction(
  period: Period,
  actor: StepActor,
  id: string,
  status: FollowUpStatus,
  proof: string,
): Result<Period> {
  const refusal = notFrom(period, 'published', 'followed-up')
  if (refusal) return refuseAll([refusal])
  if (actor.kind !== 'person' || !(actor.headOf.includes(period.unitId) || actor.managesSurvey))
    return refuse('satisfaction-review-head')
  if (!period.plan.some((action) => action.id === id)) return refuse('satisfaction-action-unknown', 'action')
  const settled = status === 'done' || status === 'dropped'
  if (settled && proof.trim().length < 5)
    return refuse(status === 'done' ? 'satisfaction-action-proof' : 'satisfaction-action-reason', 'proof')
  const plan = period.plan.map((action) =>
    action.id === id ? { ...action, status, proof: proof.trim() === '' ? null : proof.trim() } : action,
  )
  const open = plan.some((action) => action.status === 'planned' || action.status === 'under-way')
  return accept({ ...period, plan, state: open ? 'published' : 'followed-up' })
}

/** Puts a finished period away; its page stays readable. */
export function archivePeriod(period: Period, actor: StepActor): Result<Period> {
  const refusal = notFrom(period, 'followed-up') ?? managed(actor)
  return refusal ? refuseAll([refusal]) : accept({ ...period, state: 'archived' })
}

/** A published result is corrected only by a new edition with a reason; the old one stays. Gives the number of the new one. */
export function decideCorrection(
  period: Period,
  actor: StepActor,
  editionsSoFar: number,
  reason: string,
): Result<{ number: number; reason: string }> {
  const refusal = notFrom(period, 'published', 'followed-up', 'archived') ?? managed(actor)
  if (refusal) return refuseAll([refusal])
  if (reason.trim().length < 10) return refuse('satisfaction-correction-reason', 'reason')
  return accept({ number: editionsSoFar + 1, reason: reason.trim() })
}
