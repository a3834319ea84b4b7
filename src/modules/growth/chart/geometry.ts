// Where things stand on a growth chart: axes, SD lines, the child's points and which of them are joined.
// Must stay true: lines are computed from L, M and S; points join only between neighbouring months; a point that is not
// judged stays alone; the step of 0.7 cm at 24 months stands in the lines where the standard has it.
import { daysBetween, type PlainDate } from '../../../kernel/date.ts'
import { DAYS_PER_MONTH, measureAt } from '../lms.ts'
import { type JudgedMeasurement, monthOf, monthsBetween } from '../rules/measurement.ts'
import { getTable, type TableName } from '../tables/decode.ts'
import type { Sex } from '../zscores.ts'

export const CHART_INDICATORS = ['weightForAge', 'lengthForAge', 'weightForLength', 'bmiForAge', 'headForAge'] as const
export type ChartIndicator = (typeof CHART_INDICATORS)[number]
/** 0 to 24 months, or 24 to 60. */
export type Panel = '0-24' | '24-60'
export type XY = readonly [number, number]

/** The panel a child of this age is read on. */
export function panelOf(ageDays: number): Panel {
  return ageDays < 731 ? '0-24' : '24-60'
}

/** Length and BMI change their measure at 24 months, so their charts show a month beyond the border, with the step. */
const stepsAt24 = (indicator: ChartIndicator) => indicator === 'lengthForAge' || indicator === 'bmiForAge'

function tableOf(indicator: ChartIndicator, panel: Panel): TableName {
  if (indicator === 'weightForLength') return panel === '0-24' ? 'weightForLength' : 'weightForHeight'
  return indicator
}

/** Ends of the x axis: months of age, or centimetres for weight by length. */
export function xDomain(indicator: ChartIndicator, panel: Panel): readonly [number, number] {
  if (indicator === 'weightForLength') return panel === '0-24' ? [45, 110] : [65, 120]
  if (panel === '0-24') return [0, stepsAt24(indicator) ? 25 : 24]
  return [stepsAt24(indicator) ? 23 : 24, 60]
}

/** Keys of the table and their place on the x axis. */
function samples(indicator: ChartIndicator, panel: Panel): readonly { readonly x: number; readonly key: number }[] {
  const [from, to] = xDomain(indicator, panel)
  if (indicator === 'weightForLength')
    return Array.from({ length: (to - from) / 2.5 + 1 }, (_, i) => ({ x: from + 2.5 * i, key: (from + 2.5 * i) * 10 }))
  const every = panel === '0-24' ? 1 : 2
  const found: { x: number; key: number }[] = []
  for (let month = from; month <= to; month += month < 24 ? 1 : every) {
    if (month === 24 && stepsAt24(indicator)) found.push({ x: 24, key: 730 })
    found.push({ x: month, key: Math.round(month * DAYS_PER_MONTH) })
  }
  return found
}

/** One SD line of the standard, as x and measure. */
export function sdLine(indicator: ChartIndicator, sex: Sex, panel: Panel, k: number): readonly XY[] {
  const table = getTable(tableOf(indicator, panel))
  return samples(indicator, panel).map(({ x, key }) => {
    const at = 3 * ((sex - 1) * table.rows + key - table.first)
    return [x, measureAt(table.lms[at]!, table.lms[at + 1]!, table.lms[at + 2]!, k)]
  })
}

/** Where weight for age counts as below the red line. WHO's own lines do not move; this one is the card's, and a region's to set. */
export type RedLine = readonly { readonly from: PlainDate; readonly below: number }[]

/** The red line on one panel, in a piece for each edition: the step between two stands in the month the newer one begins. */
export function redLinePieces(sex: Sex, panel: Panel, birthDate: PlainDate, line: RedLine): readonly (readonly XY[])[] {
  const table = getTable('weightForAge')
  const [from, to] = xDomain('weightForAge', panel)
  const ageAt = (day: PlainDate) => daysBetween(birthDate, day) / DAYS_PER_MONTH
  return line.flatMap(({ from: day, below }, i) => {
    const next = line[i + 1]
    const start = Math.max(from, ageAt(day))
    const end = next === undefined ? to : Math.min(to, ageAt(next.from))
    if (start >= end) return []
    const between = samples('weightForAge', panel).filter(({ x }) => x > start && x < end)
    return [
      [start, ...between.map(({ x }) => x), end].map((x): XY => {
        const at = 3 * ((sex - 1) * table.rows + Math.round(x * DAYS_PER_MONTH) - table.first)
        return [x, measureAt(table.lms[at]!, table.lms[at + 1]!, table.lms[at + 2]!, below)]
      }),
    ]
  })
}

export type ChartPoint = {
  readonly x: number
  readonly y: number
  readonly month: string
  /** Hollow: implausible, or without a score. */
  readonly hollow: boolean
  readonly measurement: JudgedMeasurement
}

/** The measure of this indicator: kg, cm or kg/m². Lengths as the standard uses them (corrected). */
function measureOf(indicator: ChartIndicator, m: JudgedMeasurement): number | undefined {
  if (indicator === 'lengthForAge') return m.scores.usedLengthHeightCm
  if (indicator === 'bmiForAge') return m.scores.bmi
  if (indicator === 'headForAge') return m.headTenthMm === undefined ? undefined : m.headTenthMm / 100
  return m.weightG === undefined ? undefined : m.weightG / 1000
}

/** The child's points on one panel, in order of time. `measurements`: those that count, one a month. */
export function chartPoints(
  indicator: ChartIndicator,
  panel: Panel,
  measurements: readonly JudgedMeasurement[],
): readonly ChartPoint[] {
  const [from, to] = xDomain(indicator, panel)
  const byLength = indicator === 'weightForLength'
  return measurements
    .flatMap((measurement) => {
      const y = measureOf(indicator, measurement)
      const x = byLength ? measurement.scores.usedLengthHeightCm : measurement.ageDays / DAYS_PER_MONTH
      if (y === undefined || x === undefined || x < from || x > to + 0.03) return []
      if (byLength && panelOf(measurement.ageDays) !== panel) return []
      const score = measurement.scores[indicator]
      return [
        {
          x: Math.min(x, to),
          y,
          month: monthOf(measurement.date),
          hollow: score === undefined || score.flagged,
          measurement,
        },
      ]
    })
    .sort((a, b) => (a.measurement.date < b.measurement.date ? -1 : 1))
}

/** Runs of points that are joined: filled ones of neighbouring calendar months. Single points make no run. */
export function joinedRuns(points: readonly ChartPoint[]): readonly (readonly ChartPoint[])[] {
  const runs: ChartPoint[][] = []
  let last: ChartPoint | undefined
  for (const point of points) {
    if (point.hollow) {
      last = undefined
      continue
    }
    if (last !== undefined && monthsBetween(last.month, point.month) === 1) runs.at(-1)!.push(point)
    else runs.push([point])
    last = point
  }
  return runs.filter((run) => run.length > 1)
}

/** Ends of the y axis: all lines, also a red line below them, the child's judged points, a little air. */
export function yDomain(
  indicator: ChartIndicator,
  sex: Sex,
  panel: Panel,
  points: readonly ChartPoint[],
  red: readonly XY[] = [],
): readonly [number, number] {
  const low = sdLine(indicator, sex, panel, -3).map(([, y]) => y)
  const high = sdLine(indicator, sex, panel, 3).map(([, y]) => y)
  const mine = points.filter((point) => !point.hollow).map((point) => point.y)
  const min = Math.min(...low, ...mine, ...red.map(([, y]) => y))
  const max = Math.max(...high, ...mine)
  const air = (max - min) * 0.02
  return [min - air, max + air]
}
