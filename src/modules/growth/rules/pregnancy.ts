// A pregnancy in weeks, visits, tablets and services, by an edition. Pure. Must stay true: weeks count from the due date; tablets
// are summed over the whole pregnancy, whatever quarters it touches; a withdrawn visit never comes in here.
import * as v from 'valibot'
import pregnancy2021 from '../../../../instruments/stunting/pregnancy-2021.json'
import { addDays, daysBetween, type PlainDate } from '../../../kernel/date.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import { type CategoriesEdition, head, wholeNumber } from './editions.ts'

const positive = v.pipe(wholeNumber, v.minValue(1))
const range = v.strictObject({ min: wholeNumber, max: positive })
const schema = v.strictObject({
  ...head,
  kind: v.literal('pregnancy'),
  source: v.string(),
  /** From the first day of the last period to the due date. */
  pregnancyDays: positive,
  /** Longer than this nobody is pregnant: the outcome is missing. */
  longestDays: positive,
  /** The first trimester is below the first number of weeks, the third from the second on. */
  trimesterEndsAfterWeeks: v.tuple([positive, positive]),
  /** Visits due in each trimester. */
  visits: v.tuple([wholeNumber, wholeNumber, wholeNumber]),
  tablets: positive,
  postpartumDays: positive,
  entry: v.strictObject({ armTenthMm: range, haemoglobinTenthGdl: range, weightG: range, tablets: range }),
})
export type PregnancyEdition = v.InferOutput<typeof schema>
export const PREGNANCY_2021: PregnancyEdition = v.parse(schema, pregnancy2021)

export type VisitFacts = {
  readonly on: PlainDate
  readonly armTenthMm?: number
  readonly haemoglobinTenthGdl?: number
  readonly weightG?: number
  readonly tabletsGiven: number
  /** Swallowed since the visit before. */
  readonly tabletsTaken: number
  readonly foodGiven: boolean
  readonly classAttended: boolean
}

/** Completed weeks on a day; never below 0. */
export function weeksOn(dueOn: PlainDate, on: PlainDate, edition: PregnancyEdition): number {
  return Math.max(0, Math.floor((edition.pregnancyDays - daysBetween(on, dueOn)) / 7))
}

/** 0, 1, 2: the first, second, third trimester. */
export function trimesterOf(weeks: number, { trimesterEndsAfterWeeks: [first, second] }: PregnancyEdition): 0 | 1 | 2 {
  return weeks < first ? 0 : weeks < second ? 1 : 2
}

/** The due date from the first day of the last period. Refuses days that no running pregnancy can have. */
export function dueFrom(
  typed: { readonly lastPeriod?: PlainDate; readonly due?: PlainDate },
  today: PlainDate,
  edition: PregnancyEdition,
): Result<PlainDate> {
  const { lastPeriod, due } = typed
  if (lastPeriod !== undefined) {
    if (lastPeriod > today || daysBetween(lastPeriod, today) > edition.longestDays)
      return refuse('growth.pregnancy-period', 'period', { weeks: Math.floor(edition.longestDays / 7) })
    return accept(addDays(lastPeriod, edition.pregnancyDays))
  }
  if (due === undefined) return refuse('growth.pregnancy-date-missing', 'period')
  const first = addDays(due, -edition.pregnancyDays)
  if (first > today || daysBetween(first, today) > edition.longestDays)
    return refuse('growth.pregnancy-due', 'due', { weeks: Math.floor(edition.pregnancyDays / 7) })
  return accept(due)
}

export type PregnancyState = {
  readonly weeks: number
  readonly trimester: 0 | 1 | 2
  readonly isOverdue: boolean
  /** Days with a visit, by trimester. */
  readonly visits: readonly [number, number, number]
  /** No trimester that is over lacks a visit, and there was one at all. */
  readonly visitsAsDue: boolean
  readonly tabletsGiven: number
  readonly tabletsTaken: number
  readonly tabletsDone: boolean
  /** By the newest visit that measured it. */
  readonly isKek?: boolean
  readonly isAnaemic?: boolean
  readonly kekSince?: PlainDate
}

export function pregnancyState(
  dueOn: PlainDate,
  visits: readonly VisitFacts[],
  today: PlainDate,
  edition: PregnancyEdition,
  categories: CategoriesEdition,
): PregnancyState {
  const weeks = weeksOn(dueOn, today, edition)
  const trimester = trimesterOf(weeks, edition)
  const made: [number, number, number] = [0, 0, 0]
  for (const on of new Set(visits.map((visit) => visit.on))) made[trimesterOf(weeksOn(dueOn, on, edition), edition)]++
  const sum = (pick: (visit: VisitFacts) => number) => visits.reduce((total, visit) => total + pick(visit), 0)
  const sorted = [...visits].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const { armBelowTenthMm, haemoglobinBelowTenthGdl } = categories.pregnancy
  const arm = sorted.findLast((visit) => visit.armTenthMm !== undefined)?.armTenthMm
  const hb = sorted.findLast((visit) => visit.haemoglobinTenthGdl !== undefined)?.haemoglobinTenthGdl
  const arms = sorted.filter((visit) => visit.armTenthMm !== undefined)
  const lastWell = arms.findLastIndex((visit) => visit.armTenthMm! >= armBelowTenthMm)
  const kekSince = arms[lastWell + 1]?.on
  const tabletsTaken = sum((visit) => visit.tabletsTaken)
  return {
    weeks,
    trimester,
    isOverdue: today > dueOn,
    visits: made,
    visitsAsDue: visits.length > 0 && edition.visits.every((due, t) => t >= trimester || made[t]! >= due),
    tabletsGiven: sum((visit) => visit.tabletsGiven),
    tabletsTaken,
    tabletsDone: tabletsTaken >= edition.tablets,
    ...(arm === undefined ? {} : { isKek: arm < armBelowTenthMm }),
    ...(hb === undefined ? {} : { isAnaemic: hb < haemoglobinBelowTenthGdl }),
    ...(kekSince === undefined ? {} : { kekSince }),
  }
}

/** The day on which the sum of tablets taken reached what is due; undefined while it did not. */
export function tabletsDoneOn(visits: readonly VisitFacts[], edition: PregnancyEdition): PlainDate | undefined {
  let taken = 0
  for (const visit of [...visits].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    taken += visit.tabletsTaken
    if (taken >= edition.tablets) return visit.on
  }
  return undefined
}
