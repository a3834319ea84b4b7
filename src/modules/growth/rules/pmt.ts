// Supplementary food (PMT): for whom, how long, how it went; and when care for severe wasting may end.
// Must stay true: the heaviest reason that holds decides the length; days given are counted from ticks, never assumed.
import * as v from 'valibot'
import pmt2023 from '../../../../instruments/stunting/pmt-2023.json'
import { addDays, type PlainDate } from '../../../kernel/date.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import { classifyArm } from './classify.ts'
import { CATEGORIES_2020, type CategoriesEdition, head, type MeasuringEdition, text, wholeNumber } from './editions.ts'
import type { JudgedMeasurement } from './measurement.ts'
import type { MonthlyStatus } from './monthly.ts'

const positive = v.pipe(wholeNumber, v.minValue(1))
const coded = v.array(v.strictObject({ code: v.string(), eppgbm: positive }))
const schema = v.strictObject({
  ...head,
  kind: v.literal('pmt'),
  reasons: v.array(
    v.strictObject({
      code: v.picklist(['wasting', 'underweight', 'not-gaining', 'kek']),
      /** Code in the e-PPGBM sheet; null where it has none. */
      eppgbm: v.nullable(positive),
      days: positive,
      subject: v.picklist(['child', 'pregnant']),
      confirmed: v.boolean(),
      name: text,
    }),
  ),
  kinds: coded,
  money: coded,
  samDischarge: v.strictObject({
    weightForLengthFrom: v.number(),
    armFromTenthMm: positive,
    withoutOedemaDays: positive,
    confirmed: v.boolean(),
  }),
})
export type PmtEdition = v.InferOutput<typeof schema>
export const PMT_2023 = v.parse(schema, pmt2023)
export type PmtReason = PmtEdition['reasons'][number]['code']

/**
 * Why a child gets supplementary food: wasting (by weight for length or by the arm, as the alert says) before underweight before
 * not gaining; undefined when none holds, and for severe wasting, which is treated and not fed at the posyandu.
 */
export function decidePmtReason(
  judged: Pick<JudgedMeasurement, 'scores' | 'oedema' | 'armTenthMm' | 'ageMonths'>,
  status: MonthlyStatus | undefined,
  categories: CategoriesEdition = CATEGORIES_2020,
): PmtReason | undefined {
  const usable = (score: { z: number; flagged: boolean } | undefined) =>
    score === undefined || score.flagged ? undefined : score.z
  const wfl = usable(judged.scores.weightForLength)
  const wfa = usable(judged.scores.weightForAge)
  const arm = classifyArm(judged.armTenthMm, judged.ageMonths, categories)?.code
  if ((judged.oedema ?? 0) > 0 || (wfl !== undefined && wfl < -3) || arm === 'severely-wasted') return undefined
  if ((wfl !== undefined && wfl < -2) || arm === 'wasted') return 'wasting'
  if (wfa !== undefined && wfa < -2) return 'underweight'
  return status === 'T' ? 'not-gaining' : undefined
}

export type PmtPlan = {
  readonly reason: PmtReason
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  readonly days: number
  readonly weeks: number
  readonly edition: string
}

/** Length of a programme that begins on `firstDay`. Throws on a reason the edition does not know. */
export function planPmt(reason: PmtReason, firstDay: PlainDate, edition: PmtEdition): PmtPlan {
  const found = edition.reasons.find((r) => r.code === reason)
  if (found === undefined) throw new RangeError('unknown reason')
  return {
    reason,
    firstDay,
    lastDay: addDays(firstDay, found.days - 1),
    days: found.days,
    weeks: Math.ceil(found.days / 7),
    edition: edition.id,
  }
}

/** One row of the weekly sheet. */
export type PmtWeek = {
  readonly week: number /** Seven ticks. */
  readonly given: readonly boolean[]
  /** Of the days given, those on which it was eaten up; absent when nobody asked. */
  readonly daysEaten?: number
  readonly weightG?: number
}
/** The last day of a week that was ticked; undefined when none is. */
export function lastDayTicked(
  firstDay: PlainDate,
  { week, given }: Pick<PmtWeek, 'week' | 'given'>,
): PlainDate | undefined {
  const last = given.lastIndexOf(true)
  return last < 0 ? undefined : addDays(firstDay, (week - 1) * 7 + last)
}

/**
 * The weighing before a week's on its sheet, or the one it began with, when the weight differs from it as measuring asks about:
 * undefined when it fits, when nothing is known, or when that weighing is too old to tell.
 */
export function findWeightJump(
  weeks: readonly PmtWeek[],
  { week, weightG }: Pick<PmtWeek, 'week' | 'weightG'>,
  startWeightG: number | undefined,
  past: MeasuringEdition['past'],
): number | undefined {
  const before = weeks
    .filter((one) => one.week < week && one.weightG !== undefined)
    .reduce<{ week: number; weightG?: number }>((last, one) => (one.week > last.week ? one : last), {
      week: 0,
      weightG: startWeightG,
    })
  if (weightG === undefined || before.weightG === undefined) return undefined
  const isNear = (week - before.week) * 7 < past.weightChangeWithinDays
  const change = Math.abs(weightG - before.weightG)
  return isNear && change * 100 >= past.weightChangeFromPercent * before.weightG ? before.weightG : undefined
}

export type PmtProgress = {
  readonly daysGiven: number
  /** Over the weeks in which somebody asked; undefined when nobody did. */
  readonly daysEaten: number | undefined
  readonly daysPlanned: number /** From the first weighing to the last. */
  readonly gainG: number | undefined
  readonly complete: boolean
}

/** How far a programme is. Refuses a week twice, outside the plan, without seven ticks, or with
 * more days eaten than given. */
export function pmtProgress(plan: PmtPlan, weeks: readonly PmtWeek[], startWeightG?: number): Result<PmtProgress> {
  const seen = new Set<number>()
  for (const { week, given, daysEaten } of weeks) {
    if (!Number.isInteger(week) || week < 1 || week > plan.weeks || given.length !== 7 || seen.has(week))
      return refuse('growth.pmt-week', `week-${week}`, { week, weeks: plan.weeks })
    const days = given.filter(Boolean).length
    if (daysEaten !== undefined && (!Number.isInteger(daysEaten) || daysEaten < 0 || daysEaten > days))
      return refuse('growth.pmt-eaten', 'eaten', { days })
    seen.add(week)
  }
  const daysGiven = weeks.reduce((sum, { given }) => sum + given.filter(Boolean).length, 0)
  const eaten = weeks.flatMap((one) => one.daysEaten ?? [])
  const weighed = [...weeks].sort((a, b) => a.week - b.week).flatMap(({ weightG }) => weightG ?? [])
  const first = startWeightG ?? weighed[0]
  const last = weighed.at(-1)
  const gainG =
    first === undefined || last === undefined || (startWeightG === undefined && weighed.length < 2)
      ? undefined
      : last - first
  return accept({
    daysGiven,
    daysEaten: eaten.length === 0 ? undefined : eaten.reduce((sum, one) => sum + one, 0),
    daysPlanned: plan.days,
    gainG,
    complete: daysGiven >= plan.days,
  })
}

/** Care for severe wasting may end: weight for length from -2, or the arm from 12.5 cm, and no oedema for two weeks. */
export function mayEndSamCare(
  facts: { readonly weightForLength?: number; readonly armTenthMm?: number; readonly daysWithoutOedema: number },
  edition: PmtEdition,
): boolean {
  const { weightForLengthFrom, armFromTenthMm, withoutOedemaDays } = edition.samDischarge
  const grown =
    (facts.weightForLength ?? Number.NEGATIVE_INFINITY) >= weightForLengthFrom ||
    (facts.armTenthMm ?? 0) >= armFromTenthMm
  return grown && facts.daysWithoutOedema >= withoutOedemaDays
}
