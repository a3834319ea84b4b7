// The month of a posyandu: counting S, K, D, N, T, O, B, closing it, and the indicators (SKDN).
// Must stay true: a month whose sums do not hold is not closed; a closed month is corrected by a new version with a
// reason, and reports name the version; an indicator without a base is empty, never 0 or 100 %.
import { monthParams } from '../../../kernel/date-format.ts'
import { percentHundredths } from '../../../kernel/percent.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { SkdnEdition } from './editions.ts'
import type { MonthlyStatus } from './monthly.ts'

/** One child of the area in that month. */
export type ChildMonth = {
  readonly hasCard: boolean
  readonly weighed: boolean
  readonly status?: MonthlyStatus
  /** Months of T in a row, this one included. */
  readonly tRun?: number
  readonly belowRedLine?: boolean
  readonly lengthMeasured?: boolean
  readonly vitaminA?: boolean
  readonly exclusivelyBreastfed?: boolean
}

export type MonthCounts = {
  /** All children 0-59 months of the area. */
  readonly S: number
  readonly K: number
  readonly D: number
  readonly N: number
  readonly T: number
  readonly O: number
  readonly B: number
  readonly twoT: number
  readonly BGM: number
  readonly lengthMeasured: number
  readonly vitaminA: number
  readonly exclusivelyBreastfed: number
}

/** Counts the children of a posyandu for one month. */
export function countMonth(children: readonly ChildMonth[]): MonthCounts {
  const those = (test: (child: ChildMonth) => boolean | undefined) =>
    children.filter((child) => test(child) === true).length
  const weighedAs = (status: MonthlyStatus) => those((child) => child.weighed && child.status === status)
  return {
    S: children.length,
    K: those((child) => child.hasCard),
    D: those((child) => child.weighed),
    N: weighedAs('N'),
    T: weighedAs('T'),
    O: weighedAs('O'),
    B: weighedAs('B'),
    twoT: those((child) => child.weighed && (child.tRun ?? 0) >= 2),
    BGM: those((child) => child.weighed && child.belowRedLine),
    lengthMeasured: those((child) => child.lengthMeasured),
    vitaminA: those((child) => child.vitaminA),
    exclusivelyBreastfed: those((child) => child.exclusivelyBreastfed),
  }
}

/** Sums that must hold before a month is closed; each broken one is a refusal with both sides. */
export function checkCounts(counts: MonthCounts): readonly Refusal[] {
  const { S, K, D, N, T, O, B, twoT, BGM } = counts
  const refusals: Refusal[] = []
  const wrong = Object.entries(counts).find(([, n]) => !Number.isInteger(n) || n < 0)
  if (wrong !== undefined) refusals.push({ code: 'growth.month-count', at: wrong[0], params: { count: wrong[0] } })
  if (N + T + O + B !== D)
    refusals.push({ code: 'growth.month-unbalanced', at: 'D', params: { D, N, T, O, B, sum: N + T + O + B } })
  if (D > S)
    refusals.push({
      code: 'growth.month-more-than',
      at: 'D',
      params: { part: 'D', partCount: D, whole: 'S', wholeCount: S },
    })
  if (K > S)
    refusals.push({
      code: 'growth.month-more-than',
      at: 'K',
      params: { part: 'K', partCount: K, whole: 'S', wholeCount: S },
    })
  if (twoT > T)
    refusals.push({
      code: 'growth.month-more-than',
      at: 'twoT',
      params: { part: '2T', partCount: twoT, whole: 'T', wholeCount: T },
    })
  if (BGM > D)
    refusals.push({
      code: 'growth.month-more-than',
      at: 'BGM',
      params: { part: 'BGM', partCount: BGM, whole: 'D', wholeCount: D },
    })
  return refusals
}

export type ClosedMonth = {
  readonly month: string
  readonly version: number
  readonly counts: MonthCounts
  readonly reason?: string
}

/**
 * Closes a month, or closes it again as the next version of `previous`. Refuses broken sums, a month that has not begun,
 * a second version that changes nothing (a button pressed twice), and one without a reason.
 */
export function closeMonth(
  month: string,
  counts: MonthCounts,
  today: string,
  previous?: ClosedMonth,
  reason = '',
): Result<ClosedMonth> {
  const broken = checkCounts(counts)
  if (broken.length > 0) return refuseAll(broken)
  if (today.slice(0, 7) < month) return refuse('growth.month-not-begun', 'month', monthParams('month', month))
  if (previous === undefined) return accept({ month, version: 1, counts })
  if (Object.entries(counts).every(([name, n]) => previous.counts[name as keyof MonthCounts] === n))
    return refuse('growth.month-unchanged', 'month', { version: previous.version })
  if (reason.trim() === '') return refuse('growth.reason-missing', 'reason')
  return accept({ month, version: previous.version + 1, counts, reason: reason.trim() })
}

export type SkdnIndicator = {
  readonly code: string
  readonly name: Text
  readonly numerator: number
  readonly denominator: number
  /** Undefined without a base. */
  readonly percentHundredths: number | undefined
  readonly targetPermille: number | null
  /** Whether the target is met; undefined without a base or a target. */
  readonly met: boolean | undefined
}

/** The indicators of a month. */
export function skdnIndicators(counts: MonthCounts, edition: SkdnEdition): readonly SkdnIndicator[] {
  const sum = (parts: readonly string[]) =>
    parts.reduce(
      (total, part) =>
        part.startsWith('-')
          ? total - counts[part.slice(1) as keyof MonthCounts]
          : total + counts[part as keyof MonthCounts],
      0,
    )
  return edition.indicators.map(({ code, name, numerator, denominator, targetPermille, better }) => {
    const n = sum(numerator)
    const d = sum(denominator)
    const share = n * 1000
    const met =
      d === 0 || targetPermille === null
        ? undefined
        : better === 'higher'
          ? share >= targetPermille * d
          : share < targetPermille * d
    return { code, name, numerator: n, denominator: d, percentHundredths: percentHundredths(n, d), targetPermille, met }
  })
}

export type YearCounts = { readonly weighings: number; readonly lengths: number; readonly developments: number }

/** A child whose growth is monitored: weighed 8 times, length twice, development twice in a year. */
export function isGrowthMonitored(year: YearCounts, edition: SkdnEdition): boolean {
  const { weighings, lengths, developments } = edition.growthMonitored
  return year.weighings >= weighings && year.lengths >= lengths && year.developments >= developments
}
