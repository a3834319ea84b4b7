// From facts to alerts: which open, which are held back, what each needs and when, and what happens when it is late.
// Must stay true: the same alert never opens twice within its window or while it is open; a cadre sees the most urgent
// first; every alert ends in a recorded result.
import { addDays, daysBetween, type PlainDate } from '../../../kernel/date.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { AlertEdition, AlertRole, AlertRule, Comparison, Trigger } from './alert-edition.ts'
import { type ChildHistory, childFacts, type Facts, pregnancyFacts } from './alert-facts.ts'
import type { PregnancyFacts } from './classify.ts'
import type { Child } from './measurement.ts'

export type AlertState = 'open' | 'in-work' | 'referred' | 'answered' | 'closed'
export type PastAlert = { readonly code: string; readonly openedOn: PlainDate; readonly state: AlertState }

/** A fact that made the alert, with the limit it crossed. */
export type Evidence = {
  readonly fact: Comparison['fact']
  readonly value: number
  readonly limit: number
  readonly is: 'lt' | 'le' | 'gt' | 'ge' | 'eq'
}

export type NewAlert = {
  readonly code: string
  readonly openedOn: PlainDate
  readonly due: PlainDate
  readonly by: readonly AlertRole[]
  readonly transport: boolean
  readonly urgency: number
  readonly evidence: readonly Evidence[]
  readonly edition: string
}
export type HeldAlert = {
  readonly code: string
  readonly because: 'still-open' | 'within-window' | 'superseded'
  readonly by?: string
  readonly urgency: number
}

export type AlertDecision = {
  /** New alerts, the most urgent first; the first is what a cadre is shown. */
  readonly open: readonly NewAlert[]
  /** Triggered, but not opened again. */
  readonly held: readonly HeldAlert[]
}

/** Alerts of a child on one day. `past`: all alerts of this child so far. */
export function decideAlerts(
  child: Child,
  history: ChildHistory,
  past: readonly PastAlert[],
  edition: AlertEdition,
): AlertDecision {
  return decide('child', childFacts(child, history, edition), history.today, past, edition)
}

/** Alerts of a pregnant woman's visit. */
export function decidePregnancyAlerts(
  visit: PregnancyFacts,
  today: PlainDate,
  past: readonly PastAlert[],
  edition: AlertEdition,
): AlertDecision {
  return decide('pregnant', pregnancyFacts(visit), today, past, edition)
}

function decide(
  subject: AlertRule['subject'],
  facts: Facts,
  today: PlainDate,
  past: readonly PastAlert[],
  edition: AlertEdition,
): AlertDecision {
  const triggered = edition.alerts
    .flatMap((rule) => {
      const evidence = rule.subject === subject ? evidenceOf(rule.trigger, facts) : undefined
      return evidence === undefined ? [] : [{ rule, evidence }]
    })
    .sort((a, b) => a.rule.urgency - b.rule.urgency)
  const open: NewAlert[] = []
  const held: HeldAlert[] = []
  for (const { rule, evidence } of triggered) {
    const { code, urgency } = rule
    const stronger = triggered.find((other) => other.rule.supersedes.includes(code))
    const same = past.filter((alert) => alert.code === code && alert.openedOn <= today)
    if (stronger !== undefined) held.push({ code, urgency, because: 'superseded', by: stronger.rule.code })
    else if (same.some((alert) => alert.state !== 'closed')) held.push({ code, urgency, because: 'still-open' })
    else if (same.some((alert) => daysBetween(alert.openedOn, today) < rule.windowDays))
      held.push({ code, urgency, because: 'within-window' })
    else
      open.push({
        code,
        openedOn: today,
        due: addDays(today, rule.dueDays),
        by: rule.by,
        transport: rule.transport,
        urgency,
        evidence,
        edition: edition.id,
      })
  }
  return { open, held }
}

/** Alerts nobody has begun that today's measuring answers by itself, with the result to record. Being treated ends by a person only. */
export function decideEndings(
  child: Child,
  history: ChildHistory,
  past: readonly PastAlert[],
  edition: AlertEdition,
): readonly { readonly code: string; readonly result: string }[] {
  const waiting = new Set(
    past.filter(({ state, openedOn }) => state === 'open' && openedOn <= history.today).map(({ code }) => code),
  )
  if (waiting.size === 0 || history.present === undefined) return []
  const facts = childFacts(child, history, edition)
  return edition.alerts.flatMap(({ code, ends }) =>
    ends !== undefined && waiting.has(code) && evidenceOf(ends.when, facts) !== undefined
      ? [{ code, result: ends.result }]
      : [],
  )
}

/** The comparisons that hold, when the trigger as a whole does; undefined when it does not. Unknown facts hold nothing. */
export function evidenceOf(trigger: Trigger, facts: Facts): readonly Evidence[] | undefined {
  if ('all' in trigger) {
    const parts = trigger.all.map((part) => evidenceOf(part, facts))
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined
  }
  if ('any' in trigger) {
    const parts = trigger.any.flatMap((part) => evidenceOf(part, facts) ?? [])
    return parts.length > 0 ? parts : undefined
  }
  const value = facts[trigger.fact]
  if (value === undefined) return undefined
  const [is, limit] =
    'lt' in trigger
      ? (['lt', trigger.lt] as const)
      : 'le' in trigger
        ? (['le', trigger.le] as const)
        : 'gt' in trigger
          ? (['gt', trigger.gt] as const)
          : 'ge' in trigger
            ? (['ge', trigger.ge] as const)
            : (['eq', trigger.eq] as const)
  const holds =
    is === 'lt'
      ? value < limit
      : is === 'le'
        ? value <= limit
        : is === 'gt'
          ? value > limit
          : is === 'ge'
            ? value >= limit
            : value === limit
  return holds ? [{ fact: trigger.fact, value, limit, is }] : undefined
}

/** What a screen shows of an alert's code; undefined for a code of another edition. */
export function ruleOf(code: string, edition: AlertEdition): AlertRule | undefined {
  return edition.alerts.find((rule) => rule.code === code)
}

/** For the cadre: one alert first, the rest counted. The most urgent, then the one due first. Open ones only. */
export function firstForCadre<A extends { readonly code: string; readonly due: PlainDate }>(
  alerts: readonly A[],
  edition: AlertEdition,
): { readonly first: A | undefined; readonly others: number } {
  const urgency = (alert: A) => ruleOf(alert.code, edition)?.urgency ?? Number.MAX_SAFE_INTEGER
  const [first, ...others] = alerts
    .slice()
    .sort((a, b) => urgency(a) - urgency(b) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  return { first, others: others.length }
}

export type FollowedAlert = PastAlert & { readonly due: PlainDate; readonly referredOn?: PlainDate }
export type Escalation = {
  readonly to: AlertRole
  readonly daysLate: number
  readonly because: 'late' | 'referral-unanswered'
}

/**
 * Who must hear today that an alert is late, or that a referral has had no answer for 14 days; undefined when nobody. An answered
 * referral is late like any other: its due day is the day on which the child is looked at again.
 */
export function decideEscalation(
  alert: FollowedAlert,
  today: PlainDate,
  edition: AlertEdition,
): Escalation | undefined {
  const rule = ruleOf(alert.code, edition)
  if (rule === undefined || alert.state === 'closed') return undefined
  if (alert.state === 'referred') {
    const open = alert.referredOn === undefined ? 0 : daysBetween(alert.referredOn, today)
    return open > edition.referralOpenDays
      ? { to: rule.escalate.to, daysLate: open - edition.referralOpenDays, because: 'referral-unanswered' }
      : undefined
  }
  const daysLate = daysBetween(alert.due, today)
  return daysLate > rule.escalate.afterDaysLate ? { to: rule.escalate.to, daysLate, because: 'late' } : undefined
}

const STEPS: Readonly<Record<AlertState, readonly AlertState[]>> = {
  open: ['in-work', 'referred', 'closed'],
  'in-work': ['referred', 'closed'],
  referred: ['answered'],
  answered: ['in-work', 'referred', 'closed'],
  closed: [],
}

/** The next state of an alert. Refuses a step that is not one, and closing without a result. */
export function decideAlertStep(state: AlertState, next: AlertState, result = ''): Result<AlertState> {
  if (!STEPS[state].includes(next)) return refuse('growth.alert-step', 'state', { state, next })
  if (next === 'closed' && result.trim() === '') return refuse('growth.alert-result-missing', 'result')
  return accept(next)
}
