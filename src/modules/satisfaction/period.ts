// A survey period of one unit: what is fixed when it is planned, and the words for everything after.
// Must stay true: edition, dates and size of the population never change once the period is open; dates are plain days.
import { addDays, addMonths, datePartsOf, type PlainDate, plainDate } from '../../kernel/date.ts'
import { formatMonth } from '../../kernel/date-format.ts'
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Edition } from './edition.ts'
import { sampleSize } from './sample-size.ts'

export const STATES = [
  'planned',
  'open',
  'closed',
  'computed',
  'reviewed',
  'published',
  'followed-up',
  'archived',
] as const
export type PeriodState = (typeof STATES)[number]

/** The word of each state, for badges and sentences. */
export const STATE_NAMES: Readonly<Record<PeriodState, Text>> = {
  planned: { id: 'direncanakan', en: 'planned' },
  open: { id: 'dibuka', en: 'open' },
  closed: { id: 'ditutup', en: 'closed' },
  computed: { id: 'dihitung', en: 'computed' },
  reviewed: { id: 'ditinjau', en: 'reviewed' },
  published: { id: 'terbit', en: 'published' },
  'followed-up': { id: 'ditindaklanjuti', en: 'followed up' },
  archived: { id: 'diarsipkan', en: 'archived' },
}

export const KINDS = ['month', 'quarter', 'semester', 'year'] as const
export type PeriodKind = (typeof KINDS)[number]
const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, semester: 6, year: 12 }

/** A question of the unit's own; its answers are counted and shown, and never enter the index. */
export type ExtraQuestion = { readonly key: string; readonly question: Text; readonly answers: readonly Text[] }

export type FollowUpStatus = 'planned' | 'under-way' | 'done' | 'dropped'
export type FollowUpAction = {
  readonly id: string
  readonly element: string
  readonly what: string
  /** The unit or post that does it, never a person's name. */
  readonly who: string
  readonly until: PlainDate
  readonly status: FollowUpStatus
  /** Hash of a file or the address of what shows it was done; the reason when it was dropped. */
  readonly proof: string | null
}

export type Period = {
  readonly id: string
  readonly unitId: string
  readonly services: readonly string[]
  readonly editionId: string
  readonly kind: PeriodKind
  readonly from: PlainDate
  readonly to: PlainDate
  /** Users of these services in the period, or in the one before; and how many answers are needed. */
  readonly users: number
  readonly needed: number
  readonly extras: readonly ExtraQuestion[]
  readonly state: PeriodState
  readonly closedOn: PlainDate | null
  /** Paper may be typed in until this day, unless the unit says earlier that none is left. */
  readonly paperUntil: PlainDate | null
  readonly plan: readonly FollowUpAction[]
  readonly publishedOn: PlainDate | null
}

export type PeriodDraft = {
  readonly unitId: string
  readonly services: readonly string[]
  readonly kind: PeriodKind
  readonly year: number
  /** 1 to 12, 4, 2 or 1, by kind. */
  readonly number: number
  readonly users: number
  readonly extras: readonly ExtraQuestion[]
}

/** First and last day of the n-th month, quarter, semester or year; undefined when there is no such one. */
export function periodDates(
  kind: PeriodKind,
  year: number,
  number: number,
): { from: PlainDate; to: PlainDate } | undefined {
  const months = MONTHS[kind]
  if (!Number.isInteger(number) || number < 1 || number > 12 / months) return undefined
  const from = plainDate(year, (number - 1) * months + 1, 1)
  return from && { from, to: addDays(addMonths(from, months), -1) }
}

/** "Triwulan I 2026": the name people know a period by. */
export function periodName(period: Pick<Period, 'kind' | 'from'>): Text {
  const { year, month } = datePartsOf(period.from)
  const roman = ['I', 'II', 'III', 'IV'][Math.floor((month - 1) / MONTHS[period.kind])] ?? ''
  if (period.kind === 'year') return { id: `Tahun ${year}`, en: `Year ${year}` }
  if (period.kind === 'semester') return { id: `Semester ${roman} ${year}`, en: `Semester ${roman} ${year}` }
  if (period.kind === 'quarter') return { id: `Triwulan ${roman} ${year}`, en: `Quarter ${roman} ${year}` }
  return { id: formatMonth(period.from, 'id'), en: formatMonth(period.from, 'en') }
}

/** Plans a period with the edition in force. Refuses dates that are no period, a past or overlapping one, no service, a number
 *  of users that is none, and extra questions that could be taken for elements. */
export function planPeriod(
  id: string,
  draft: PeriodDraft,
  edition: Edition,
  today: PlainDate,
  others: readonly Period[],
): Result<Period> {
  const refusals: Refusal[] = []
  const dates = periodDates(draft.kind, draft.year, draft.number)
  if (!dates) refusals.push({ code: 'satisfaction-period-dates', at: 'number' })
  else {
    if (dates.to < today) refusals.push({ code: 'satisfaction-period-past', at: 'number' })
    if (others.some((other) => other.unitId === draft.unitId && other.from <= dates.to && other.to >= dates.from))
      refusals.push({ code: 'satisfaction-period-overlaps', at: 'number' })
  }
  if (draft.unitId === '') refusals.push({ code: 'satisfaction-period-unit', at: 'unit' })
  if (draft.services.length === 0) refusals.push({ code: 'satisfaction-period-services', at: 'services' })
  if (!Number.isSafeInteger(draft.users) || draft.users < 1)
    refusals.push({ code: 'satisfaction-period-users', at: 'users' })
  if (!edition.current) refusals.push({ code: 'satisfaction-period-edition', at: 'edition' })
  refusals.push(...faultsOfExtras(draft.extras))
  if (refusals.length > 0 || !dates) return refuseAll(refusals)
  return accept({
    id,
    unitId: draft.unitId,
    services: draft.services,
    editionId: edition.id,
    kind: draft.kind,
    ...dates,
    users: draft.users,
    needed: sampleSize(draft.users),
    extras: draft.extras,
    state: 'planned',
    closedOn: null,
    paperUntil: null,
    plan: [],
    publishedOn: null,
  })
}

function faultsOfExtras(extras: readonly ExtraQuestion[]): Refusal[] {
  const refusals: Refusal[] = []
  if (extras.length > 3) refusals.push({ code: 'satisfaction-extra-many', at: 'extras' })
  extras.forEach((extra, i) => {
    const twice = extras.findIndex((other) => other.key === extra.key) < i
    if (!/^[a-z][a-z0-9-]{1,29}$/.test(extra.key) || twice)
      refusals.push({ code: 'satisfaction-extra-key', at: `extras.${i}.key` })
    if (extra.answers.length < 2 || extra.answers.length > 7)
      refusals.push({ code: 'satisfaction-extra-answers', at: `extras.${i}.answers` })
  })
  return refusals
}

/** Units that have no published period in a calendar year, which every unit must have (section 6 of our specification). */
export function unitsWithoutPeriod(units: readonly string[], periods: readonly Period[], year: number): string[] {
  const done = new Set(
    periods.filter((p) => p.publishedOn !== null && datePartsOf(p.from).year === year).map((p) => p.unitId),
  )
  return units.filter((unit) => !done.has(unit))
}
