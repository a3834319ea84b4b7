// From a child's measurings to its months: status, run of T, categories, what a rollup counts. Pure. Must stay true: the
// same measurings give the same months in any order; only the measuring that counts for a month speaks for it.
import type { PlainDate } from '../../kernel/date.ts'
import type { ChildRecord, StoredMeasurement } from './child.ts'
import { standing } from './child.ts'
import { type AgeGroup, ageGroupOf } from './rollup.ts'
import { type ChildCategories, classifyChild, MEASURE_AGAIN } from './rules/classify.ts'
import type { CategoriesEdition, KbmEdition, RedLineEdition } from './rules/editions.ts'
import { countedOfMonths, monthOf, shiftMonth } from './rules/measurement.ts'
import {
  decideMonthlyStatus,
  isBelowRedLine,
  type MonthlyDecision,
  overruleStatus,
  runOfT,
  type Weighing,
} from './rules/monthly.ts'

export type MonthEditions = {
  readonly kbm: KbmEdition
  readonly redLine: RedLineEdition
  readonly categories: CategoriesEdition
  /** What held on a day, where a region changed something; absent where one edition holds for ever. */
  on?(day: PlainDate): MonthEditions
}

/** The editions that held on a day: what was measured then is asked about by them, however late it is written. */
export function ofDay<E extends { on?(day: PlainDate): E }>(editions: E, day: PlainDate): E {
  return editions.on?.(day) ?? editions
}

/** The editions of a month: a month keeps those that held on its first day, whenever it is counted again. */
export function ofMonth<E extends { on?(day: PlainDate): E }>(editions: E, month: string): E {
  return ofDay(editions, `${month}-01`)
}

/** From this first day of a month on, weight for age below so many SD is reported as below the red line. */
export type RedLineStep = { readonly from: PlainDate; readonly below: number }

/** The red line over the five years of a child, by the editions that hold in each month; one step where nothing changes. */
export function redLineOf(birthDate: PlainDate, editions: MonthEditions): readonly RedLineStep[] {
  const steps: RedLineStep[] = []
  for (let months = 0; months <= 60; months++) {
    const month = shiftMonth(monthOf(birthDate), months)
    const below = ofMonth(editions, month).redLine.reportingBelow
    if (steps.at(-1)?.below !== below) steps.push({ from: `${month}-01`, below })
  }
  return steps
}

/** What a health worker decided about a month, and why. */
export type Overruling = { readonly status: 'N' | 'T'; readonly reason: string }

export type CountedMonth = {
  readonly month: string
  readonly measurement: StoredMeasurement
  readonly ageGroup: AgeGroup | undefined
  readonly decision?: MonthlyDecision
  readonly tRun: number
  readonly belowRed?: boolean
  readonly categories: ChildCategories
  readonly flagged: boolean
}

/** Every month with a measuring, oldest first. */
export function countChildMonths(
  child: Pick<ChildRecord, 'sex' | 'birthDate'>,
  measurements: readonly StoredMeasurement[],
  overruled: ReadonlyMap<string, Overruling>,
  editions: MonthEditions,
): readonly CountedMonth[] {
  const counted = [...countedOfMonths(standing(measurements))].sort(([a], [b]) => (a < b ? -1 : 1))
  const weighings = counted.flatMap(([, measurement]): Weighing[] =>
    measurement.weightG === undefined
      ? []
      : [
          {
            date: measurement.date,
            weightG: measurement.weightG,
            atPosyandu: measurement.place === 'posyandu' || measurement.place === 'mass-month',
          },
        ],
  )
  const decided: { month: string; status: MonthlyDecision['status'] }[] = []
  return counted.map(([month, measurement]) => {
    const held: MonthEditions = ofMonth(editions, month)
    const computed = decideMonthlyStatus(child, weighings, month, held.kbm)
    const over = overruled.get(month)
    const changed =
      computed === undefined || over === undefined ? undefined : overruleStatus(computed, over.status, over.reason)
    const decision = changed?.ok === true ? changed.value : computed
    if (decision !== undefined) decided.push({ month, status: decision.status })
    const belowRed = isBelowRedLine(measurement.scores.weightForAge, held.redLine)
    const categories = classifyChild(measurement, held.categories)
    return {
      month,
      measurement,
      ageGroup: ageGroupOf(measurement.ageMonths),
      ...(decision === undefined ? {} : { decision }),
      tRun: decision === undefined ? 0 : runOfT(decided, month),
      ...(belowRed === undefined ? {} : { belowRed }),
      categories,
      flagged: Object.values(categories).some((category) => category.code === MEASURE_AGAIN.code),
    }
  })
}
