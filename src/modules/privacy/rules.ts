// What the duties of data protection ask, pure: kinds of requests, clocks of three times twenty-four hours, what an entry
// must say. Must stay true: a clock runs day and night, not in office hours; who asked or recorded does not decide alone.
import { isPlainDate } from '../../kernel/date.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Role } from '../../platform/http/visitor.ts'

export const REQUEST_KINDS = ['access', 'correction', 'objection', 'erasure'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]
export type RequestState = 'open' | 'proposed' | 'granted' | 'refused' | 'withdrawn'
export const BREACH_KINDS = [
  'identity',
  'family',
  'contact',
  'health',
  'child',
  'biometric',
  'papers',
  'accounts',
] as const
export type BreachKind = (typeof BREACH_KINDS)[number]
export const STEP_KINDS = ['measure', 'authority', 'subjects', 'close'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** Who reads these registers and answers. */
export const KEEPERS: readonly Role[] = ['auditor', 'data-officer']
const HOUR_MS = 3_600_000
/** Three times twenty-four hours. */
export const CLOCK_MS = 72 * HOUR_MS
export const MOST_OPEN = 5
const MOST_WORDS = 2000

export const dueOf = (from: Date): Date => new Date(from.getTime() + CLOCK_MS)

export type Clock72 = { readonly state: 'running' | 'soon' | 'late' | 'kept' | 'missed'; readonly hours: number }

/** How the clock stands: hours left or over, or whether it was kept when `doneAt` is given. */
export function clockAt(now: Date, due: Date, doneAt?: Date): Clock72 {
  if (doneAt !== undefined) {
    const gap = due.getTime() - doneAt.getTime()
    return { state: gap >= 0 ? 'kept' : 'missed', hours: Math.floor(Math.abs(gap) / HOUR_MS) }
  }
  const left = due.getTime() - now.getTime()
  const hours = Math.floor(Math.abs(left) / HOUR_MS)
  return { state: left < 0 ? 'late' : left < 24 * HOUR_MS ? 'soon' : 'running', hours }
}

export const isRequestKind = (text: string): text is RequestKind => REQUEST_KINDS.some((one) => one === text)
export const isStepKind = (text: string): text is StepKind => STEP_KINDS.some((one) => one === text)
const isBreachKind = (text: string): text is BreachKind => BREACH_KINDS.some((one) => one === text)

/** Free words: something is said, and it is no book. */
export function faultOfWords(words: string, at: string): Refusal | undefined {
  const length = words.trim().length
  if (length < 10) return { code: 'privacy-words', at }
  return length > MOST_WORDS ? { code: 'privacy-words-long', at } : undefined
}

export function faultsOfRequest(kind: string, words: string): readonly Refusal[] {
  return [
    ...(isRequestKind(kind) ? [] : [{ code: 'privacy-kind', at: 'kind' }]),
    ...[faultOfWords(words, 'words')].filter((one) => one !== undefined),
  ]
}

export type BreachEntry = {
  readonly what: string
  readonly how: string
  readonly kinds: readonly string[]
  readonly people: string
  readonly drill: boolean
}

/** What an entry lacks, all at once. `foundMs` is undefined when the day and time are none. */
export function faultsOfBreach(entry: BreachEntry, foundMs: number | undefined, nowMs: number): readonly Refusal[] {
  const faults: Refusal[] = []
  for (const at of ['what', 'how'] as const) {
    const fault = faultOfWords(entry[at], at)
    if (fault !== undefined) faults.push(fault)
  }
  if (entry.kinds.length === 0 || !entry.kinds.every(isBreachKind))
    faults.push({ code: 'privacy-breach-kinds', at: 'kinds' })
  if (entry.people.trim() !== '' && !/^\d{1,7}$/.test(entry.people.trim()))
    faults.push({ code: 'privacy-breach-people', at: 'people' })
  if (foundMs === undefined || foundMs > nowMs || foundMs < nowMs - 366 * 24 * HOUR_MS)
    faults.push({ code: 'privacy-breach-found', at: 'found' })
  return faults
}

export const ACTIVITY_FIELDS = ['name', 'purpose', 'basis', 'categories', 'recipients', 'retention', 'owner'] as const
export type ActivityField = (typeof ACTIVITY_FIELDS)[number]
export type ActivityEntry = Readonly<Record<ActivityField, string>> & { readonly reviewOn: string }

export function faultsOfActivity(entry: ActivityEntry, today: string): readonly Refusal[] {
  const faults: Refusal[] = []
  for (const at of ACTIVITY_FIELDS) {
    const { length } = entry[at].trim()
    if (length < 3 || length > 400) faults.push({ code: 'privacy-activity-field', at })
    else if (/(?<!\d)\d{16}(?!\d)/.test(entry[at])) faults.push({ code: 'privacy-activity-number', at })
  }
  if (!isPlainDate(entry.reviewOn) || entry.reviewOn <= today) faults.push({ code: 'privacy-review', at: 'reviewOn' })
  return faults
}

/** Why this officer may not decide about that request; undefined when they may. */
export function conflictOf(
  officer: { readonly account: string; readonly person?: string },
  request: { readonly account: string; readonly person?: string; readonly proposedBy?: string },
): Refusal | undefined {
  if (officer.account === request.account) return { code: 'privacy-own' }
  if (officer.person !== undefined && officer.person === request.person) return { code: 'privacy-own' }
  return officer.account === request.proposedBy ? { code: 'privacy-four-eyes' } : undefined
}
