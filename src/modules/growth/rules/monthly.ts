// Monthly status of a weighed child: B, O, N, T in that order, and runs of T.
// Must stay true: a weighed child has exactly one status, so D = N + T + O + B holds by construction; only the KBM
// branch is computed, a health worker may overrule N and T with a reason that is kept.
import type { PlainDate } from '../../../kernel/date.ts'
import { completedMonths } from '../../../kernel/date.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Score, Sex } from '../zscores.ts'
import type { KbmEdition, RedLineEdition } from './editions.ts'
import { monthOf, monthsBetween, shiftMonth } from './measurement.ts'

export type MonthlyStatus = 'N' | 'T' | 'O' | 'B'

/** The weighing that counts for its month. */
export type Weighing = { readonly date: PlainDate; readonly weightG: number; readonly atPosyandu: boolean }

/** Least gain in grams since last month; undefined in month 0 and above 60 completed months. */
export function kbmG(sex: Sex, ageMonths: number, edition: KbmEdition): number | undefined {
  const row = edition.grams.find(({ fromMonth, toMonth }) => ageMonths >= fromMonth && ageMonths <= toMonth)
  return row === undefined ? undefined : sex === 1 ? row.boys : row.girls
}

/** Sum of the least gains of the months after `fromMonths` up to `toMonths` completed months. */
export function kbmSumG(sex: Sex, fromMonths: number, toMonths: number, edition: KbmEdition): number {
  let sum = 0
  for (let month = fromMonths + 1; month <= toMonths; month++) sum += kbmG(sex, month, edition) ?? 0
  return sum
}

export type MonthlyDecision = {
  readonly month: string
  readonly status: MonthlyStatus
  /** Why: the order of the rules. `month-0`: weighed last month, but too young for a least gain, so the gain is not judged. */
  readonly because: 'first-at-posyandu' | 'gap' | 'month-0' | 'gain' | 'overruled'
  /** Completed months at this weighing. */
  readonly ageMonths: number
  /** Grams since the last weighing, whenever it was. */
  readonly gainG?: number
  /** Least gain asked this month (N and T only). */
  readonly kbmG?: number
  /** For the health worker, after a gap: the least gain of all months passed. */
  readonly gapKbmG?: number
  readonly gapMonths?: number
  /** What the computer had said before it was overruled. */
  readonly computed?: 'N' | 'T'
  readonly reason?: string
  readonly edition: string
}

/**
 * Status of the weighing of `month`. `weighings`: those that count, one a month, any order; later ones are ignored.
 * Undefined when the child was not weighed that month. Source: KMS and KIA book, decided in the order B, O, N, T.
 */
export function decideMonthlyStatus(
  child: { readonly sex: Sex; readonly birthDate: PlainDate },
  weighings: readonly Weighing[],
  month: string,
  edition: KbmEdition,
): MonthlyDecision | undefined {
  // one walk: an import decides some hundred thousand months
  let now: Weighing | undefined
  let last: Weighing | undefined
  let atPosyanduBefore = false
  for (const weighing of weighings) {
    const of = monthOf(weighing.date)
    if (of === month) now ??= weighing
    if (of >= month) continue
    if (last === undefined || weighing.date > last.date) last = weighing
    atPosyanduBefore ||= weighing.atPosyandu
  }
  if (now === undefined) return undefined
  const ageMonths = completedMonths(child.birthDate, now.date)
  const base = {
    month,
    ageMonths,
    edition: edition.id,
    ...(last === undefined ? {} : { gainG: now.weightG - last.weightG }),
  }
  if (now.atPosyandu && !atPosyanduBefore) return { ...base, status: 'B', because: 'first-at-posyandu' }
  if (last === undefined || monthOf(last.date) !== shiftMonth(month, -1)) {
    const gap =
      last === undefined
        ? {}
        : {
            gapMonths: monthsBetween(monthOf(last.date), month),
            gapKbmG: kbmSumG(child.sex, completedMonths(child.birthDate, last.date), ageMonths, edition),
          }
    return { ...base, ...gap, status: 'O', because: 'gap' }
  }
  const least = kbmG(child.sex, ageMonths, edition)
  if (least === undefined) return { ...base, status: 'O', because: 'month-0' }
  return { ...base, kbmG: least, status: now.weightG - last.weightG >= least ? 'N' : 'T', because: 'gain' }
}

/**
 * A health worker reads the curve and overrules N or T. Refuses B and O, which are facts of the calendar, and an empty
 * reason. Overruling back to what was computed is fine and leaves the reason standing.
 */
export function overruleStatus(decision: MonthlyDecision, status: 'N' | 'T', reason: string): Result<MonthlyDecision> {
  const computed = decision.computed ?? decision.status
  if (computed !== 'N' && computed !== 'T')
    return refuse('growth.status-not-judged', 'status', { status: decision.status })
  if (reason.trim() === '') return refuse('growth.reason-missing', 'reason')
  return accept({ ...decision, status, because: 'overruled', computed, reason: reason.trim() })
}

export type MonthStatus = { readonly month: string; readonly status: MonthlyStatus }

/** How many months in a row, ending with `month`, are T: 1T, 2T, 3T. A month without weighing, O, B and N end the run. */
export function runOfT(statuses: readonly MonthStatus[], month: string): number {
  const byMonth = new Map(statuses.map((s) => [s.month, s.status]))
  let run = 0
  while (byMonth.get(shiftMonth(month, -run)) === 'T') run++
  return run
}

/** Below the red line (BGM) for reports; undefined without a usable score of weight for age. */
export function isBelowRedLine(weightForAge: Score | undefined, edition: RedLineEdition): boolean | undefined {
  return weightForAge === undefined || weightForAge.flagged ? undefined : weightForAge.z < edition.reportingBelow
}

/**
 * Whole months without a weighing up to the month before `today` (the running month is not over). Counts from the
 * month after the last weighing, or after `since` (birth or registration) for a child never weighed.
 */
export function missedMonths(
  weighings: readonly { readonly date: PlainDate }[],
  since: PlainDate,
  today: PlainDate,
): number {
  const month = monthOf(today)
  if (weighings.some((weighing) => monthOf(weighing.date) === month)) return 0
  const last = weighings.reduce((latest, { date }) => (date <= today && date > latest ? date : latest), since)
  return Math.max(0, monthsBetween(monthOf(last), month) - 1)
}
