// Rules of measuring: what is asked again at entry, when two readings agree, what does not fit the child's own past.
// Must stay true: soft limits ask and never forbid; hard limits are few and refuse (a weight above nothing, a day that
// has come, a child that was born).
import { daysBetween, type PlainDate } from '../../../kernel/date.ts'
import { dateParams } from '../../../kernel/date-format.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { DAYS_PER_MONTH } from '../lms.ts'
import type { Position } from '../zscores.ts'
import type { MeasuringEdition } from './editions.ts'
import type { JudgedMeasurement, Measurement } from './measurement.ts'

export type MeasureKind = 'weightG' | 'lengthHeightTenthMm' | 'armTenthMm' | 'headTenthMm'
export const MEASURE_KINDS = [
  'weightG',
  'lengthHeightTenthMm',
  'armTenthMm',
  'headTenthMm',
] as const satisfies readonly MeasureKind[]

/** How a child of this age is measured: lying up to 730 days, standing from 731. */
export function expectedPosition(ageDays: number, edition: MeasuringEdition): Position {
  return ageDays <= edition.lyingUntilDay ? 'l' : 'h'
}

/** Something to ask about; nothing here forbids saving. `past` carries the earlier value where one is compared with. */
export type Finding = {
  readonly code:
    | 'outside-soft-limits'
    | 'other-position'
    | 'position-missing'
    | 'standing-too-young'
    | 'implausible-score'
    | 'shrunk'
    | 'weight-jump'
    | 'same-as-another-child'
    | 'measured-today'
  readonly at?: MeasureKind | 'position'
  readonly value?: number
  readonly past?: number
  readonly pastDate?: PlainDate
}

/** What cannot be saved: nothing measured, not above zero, before birth, in the future. */
export function refuseMeasurement(
  child: { readonly birthDate: PlainDate },
  measurement: Measurement,
  today: PlainDate,
): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (measurement.date > today) refusals.push({ code: 'growth.in-future', at: 'date' })
  if (measurement.date < child.birthDate)
    refusals.push({ code: 'growth.before-birth', at: 'date', params: dateParams('birthDate', child.birthDate) })
  const given = MEASURE_KINDS.filter((kind) => measurement[kind] !== undefined)
  for (const kind of given) if (!(measurement[kind]! > 0)) refusals.push({ code: 'growth.not-above-zero', at: kind })
  if (given.length === 0 && (measurement.oedema ?? 0) === 0) refusals.push({ code: 'growth.nothing-measured' })
  return refusals
}

/** Heavier or longer than any child: not saved even when somebody stands by it. */
const IMPOSSIBLE: Readonly<Record<MeasureKind, number>> = {
  weightG: 200_000,
  lengthHeightTenthMm: 25_000,
  armTenthMm: 10_000,
  headTenthMm: 10_000,
}
export const isImpossible = (kind: MeasureKind, value: number): boolean => value > IMPOSSIBLE[kind]

/** Questions about one measuring by itself. */
export function findAtEntry(judged: JudgedMeasurement, edition: MeasuringEdition): readonly Finding[] {
  const findings: Finding[] = []
  for (const kind of MEASURE_KINDS) {
    const value = judged[kind]
    const { min, max } = edition.softLimits[kind]
    if (value !== undefined && (value < min || value > max))
      findings.push({ code: 'outside-soft-limits', at: kind, value })
  }
  if (judged.lengthHeightTenthMm !== undefined) {
    const young = judged.position === 'h' && judged.ageDays / DAYS_PER_MONTH < edition.standingFromMonths
    if (judged.position === undefined) findings.push({ code: 'position-missing', at: 'position' })
    else if (young) findings.push({ code: 'standing-too-young', at: 'position' })
    else if (judged.position !== expectedPosition(judged.ageDays, edition))
      findings.push({ code: 'other-position', at: 'position' })
  }
  const { lengthForAge, weightForAge, weightForLength, bmiForAge, headForAge, armForAge } = judged.scores
  if (
    [lengthForAge, weightForAge, weightForLength, bmiForAge, headForAge, armForAge].some(
      (score) => score?.flagged === true,
    )
  )
    findings.push({ code: 'implausible-score' })
  return findings
}

export type Readings =
  | { readonly accepted: true; readonly value: number }
  | { readonly accepted: false; readonly need: 'second' | 'third' }

/**
 * Two readings within the limit give their mean. Otherwise a third is needed, and the mean of the closest two counts;
 * when both gaps are the same, the mean of all three (the middle one). Whole units, halves up.
 */
export function decideReadings(readings: readonly number[], kind: MeasureKind, edition: MeasuringEdition): Readings {
  const limit = edition.pairLimits[kind]
  const mean = (a: number, b: number) => Math.floor((a + b + 1) / 2)
  const [first, second, third] = readings
  if (first === undefined || second === undefined) return { accepted: false, need: 'second' }
  if (Math.abs(first - second) <= limit) return { accepted: true, value: mean(first, second) }
  if (third === undefined) return { accepted: false, need: 'third' }
  const [low, middle, high] = [first, second, third].sort((a, b) => a - b) as [number, number, number]
  if (middle - low === high - middle) return { accepted: true, value: middle }
  return { accepted: true, value: middle - low < high - middle ? mean(low, middle) : mean(middle, high) }
}

/**
 * What does not fit the child's earlier measurings (any order; later ones are ignored). A length and a height are
 * compared as heights, so the step at 24 months is no shrinking.
 */
export function findAgainstPast(
  judged: JudgedMeasurement,
  earlier: readonly JudgedMeasurement[],
  edition: MeasuringEdition,
): readonly Finding[] {
  const past = earlier
    .filter((other) => other.id !== judged.id && other.date <= judged.date)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const findings: Finding[] = []
  const lastHeight = past.findLast((other) => other.lengthHeightTenthMm !== undefined)
  if (lastHeight !== undefined && judged.lengthHeightTenthMm !== undefined) {
    const now = asHeightTenthMm(judged, edition)
    const before = asHeightTenthMm(lastHeight, edition)
    // Told as measured today: the figure just typed, and the earlier one as it would read in the same position.
    const value = judged.lengthHeightTenthMm
    if (before - now > edition.past.shrinkMoreThanTenthMm)
      findings.push({
        code: 'shrunk',
        at: 'lengthHeightTenthMm',
        value,
        past: before + value - now,
        pastDate: lastHeight.date,
      })
  }
  const lastWeight = past.findLast((other) => other.weightG !== undefined)
  if (lastWeight?.weightG !== undefined && judged.weightG !== undefined) {
    const near = daysBetween(lastWeight.date, judged.date) < edition.past.weightChangeWithinDays
    const change = Math.abs(judged.weightG - lastWeight.weightG)
    if (near && change * 100 >= edition.past.weightChangeFromPercent * lastWeight.weightG)
      findings.push({
        code: 'weight-jump',
        at: 'weightG',
        value: judged.weightG,
        past: lastWeight.weightG,
        pastDate: lastWeight.date,
      })
  }
  return findings
}

/** Somebody weighed the child on the same day already: perhaps the other cadre at the table, a minute ago. */
export function findMeasuredToday(judged: JudgedMeasurement, others: readonly JudgedMeasurement[]): readonly Finding[] {
  const known = others.findLast(
    ({ id, date, weightG }) => id !== judged.id && date === judged.date && weightG !== undefined,
  )
  return known?.weightG === undefined || judged.weightG === undefined
    ? []
    : [{ code: 'measured-today', value: judged.weightG, past: known.weightG, pastDate: known.date }]
}

/** The measured length or height as a standing height: lying ones (or of unknown position before 731 days) less 0.7 cm. */
function asHeightTenthMm(measured: JudgedMeasurement, edition: MeasuringEdition): number {
  const position = measured.scores.usedPosition ?? expectedPosition(measured.ageDays, edition)
  return measured.lengthHeightTenthMm! - (position === 'l' ? edition.positionStepTenthMm : 0)
}

export type DayMeasurement = Pick<Measurement, 'date' | 'weightG' | 'lengthHeightTenthMm'> & {
  readonly childId: string
}

/** Children measured on the same day with the same weight and the same length: pairs to look at again. */
export function findSameValues(measurements: readonly DayMeasurement[]): readonly (readonly string[])[] {
  const groups = new Map<string, Set<string>>()
  for (const { date, weightG, lengthHeightTenthMm, childId } of measurements) {
    if (weightG === undefined || lengthHeightTenthMm === undefined) continue
    const key = `${date}/${weightG}/${lengthHeightTenthMm}`
    groups.set(key, (groups.get(key) ?? new Set()).add(childId))
  }
  return [...groups.values()].filter((ids) => ids.size > 1).map((ids) => [...ids])
}

export type DigitPreference = {
  readonly readings: number
  readonly round: number
  readonly judged: boolean
  readonly preferred: boolean
}

/**
 * Whether somebody writes round numbers: among the last 50 measurings with weight and length, those with both ending
 * in .0 or .5. Judged from 20 on. Input in any order of the same measurer.
 */
export function decideDigitPreference(
  measurements: readonly Pick<Measurement, 'date' | 'weightG' | 'lengthHeightTenthMm'>[],
  edition: MeasuringEdition,
): DigitPreference {
  const { window, leastReadings, moreThanPercent, weightStepG, lengthStepTenthMm } = edition.digitPreference
  const last = measurements
    .filter((m) => m.weightG !== undefined && m.lengthHeightTenthMm !== undefined)
    .slice()
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .slice(-window)
  const round = last.filter(
    (m) => m.weightG! % weightStepG === 0 && m.lengthHeightTenthMm! % lengthStepTenthMm === 0,
  ).length
  const judged = last.length >= leastReadings
  return { readings: last.length, round, judged, preferred: judged && round * 100 > moreThanPercent * last.length }
}
