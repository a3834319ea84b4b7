// One measuring of one child as it is recorded, in whole grams and tenths of a millimetre, and what is worked out of it.
// Must stay true: what was measured is kept as measured; corrections, ages and scores are worked out, never typed.
import { completedMonths, daysBetween, type PlainDate } from '../../../kernel/date.ts'
import { type Decimal, readDecimal } from '../../../kernel/decimal.ts'
import { accept, type Result } from '../../../kernel/refusal.ts'
import { STANDARD_EDITION } from '../indicators.ts'
import { type ChildScores, type Position, type Sex, scoreChild } from '../zscores.ts'

export type MeasuringPlace = 'posyandu' | 'home' | 'puskesmas' | 'mobile-clinic' | 'mass-month'

export type Measurement = {
  readonly id: string
  readonly date: PlainDate
  readonly place: MeasuringPlace
  /** 7.35 kg is 7350. */
  readonly weightG?: number
  /** 82.25 cm is 8225. As measured, without correction. */
  readonly lengthHeightTenthMm?: number
  /** The position actually used. */
  readonly position?: Position
  readonly armTenthMm?: number
  readonly headTenthMm?: number
  /** Pitting oedema of both feet: 0 none, 1 to 3 as graded. */
  readonly oedema?: 0 | 1 | 2 | 3
  /** A health worker has confirmed the measuring. */
  readonly verified: boolean
}

export type Child = { readonly sex: Sex; readonly birthDate: PlainDate }

export type JudgedMeasurement = Measurement & {
  readonly ageDays: number
  /** Completed calendar months: for N/T, schedules and reports, never for scores. */
  readonly ageMonths: number
  readonly scores: ChildScores
  /** The edition of the standard, stored beside the scores. */
  readonly standard: string
}

/** A decimal number of kilograms, centimetres ... as a whole number of 1/perUnit. Exact, or undefined when digits are left. */
function whole(value: Decimal, perUnit: number): number | undefined {
  const scaled = value.units * BigInt(perUnit)
  const unit = 10n ** BigInt(value.scale)
  return scaled % unit === 0n ? Number(scaled / unit) : undefined
}

/** What no scale and no measuring board shows, in any unit: beyond it a number is a slip of the keys and is not kept. */
const MOST = 99_999

/**
 * "7,35" or "7.35" kg as 7350 g. Refusals are those of the number reader (a third decimal of a kilogram is fine, a
 * fourth is refused).
 */
export function readWeightG(typed: string, at?: string): Result<number> {
  // kilograms have up to three decimals, so "7.350" is a weight and never seven thousand
  const read = readDecimal(typed.trim().replace(/^(\d{1,2})[.,](\d{3})$/, '$1.$20'), at, {
    maxDecimals: 3,
    max: MOST,
  })
  return read.ok ? accept(whole(read.value, 1000) ?? 0) : read
}

/** "82,25" or "82.25" cm as 8225 tenths of a millimetre. At most two decimals. */
export function readTenthMm(typed: string, at?: string): Result<number> {
  const read = readDecimal(typed, at, { maxDecimals: 2, max: MOST })
  return read.ok ? accept(whole(read.value, 100) ?? 0) : read
}

/** Ages, correction and scores of a measuring. Pure; the division by a power of ten gives the very decimal that was typed. */
export function judgeMeasurement(child: Child, measurement: Measurement): JudgedMeasurement {
  const ageDays = daysBetween(child.birthDate, measurement.date)
  const part = (value: number | undefined, by: number) => (value === undefined ? undefined : value / by)
  const scores = scoreChild({
    sex: child.sex,
    ageDays,
    weightKg: part(measurement.weightG, 1000),
    lengthHeightCm: part(measurement.lengthHeightTenthMm, 100),
    position: measurement.position,
    headCm: part(measurement.headTenthMm, 100),
    armCm: part(measurement.armTenthMm, 100),
    oedema: (measurement.oedema ?? 0) > 0,
  })
  return {
    ...measurement,
    ageDays,
    ageMonths: completedMonths(child.birthDate, measurement.date),
    scores,
    standard: STANDARD_EDITION,
  }
}

/** The measuring that counts for each month: the latest verified, without one the latest. Others stay in the history. */
export function countedOfMonths<M extends Pick<Measurement, 'date' | 'verified'>>(
  measurements: readonly M[],
): ReadonlyMap<string, M> {
  const counted = new Map<string, M>()
  for (const measurement of measurements) {
    const month = monthOf(measurement.date)
    const known = counted.get(month)
    if (
      known === undefined ||
      (measurement.verified === known.verified ? measurement.date >= known.date : measurement.verified)
    )
      counted.set(month, measurement)
  }
  return counted
}

/** '2026-04' of a date. Text order is month order. */
export function monthOf(date: PlainDate): string {
  return date.slice(0, 7)
}

/** The month so many months later; negative goes back. */
export function shiftMonth(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Months from one to the other: 0 for the same, 1 for the next. */
export function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
