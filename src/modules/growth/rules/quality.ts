// Signs of how well a place measures: implausible scores, missing positions, same values, round numbers, spread.
// Must stay true: these are signs to talk about with the measurers, never a reason to drop a child's record.
import type { MeasuringEdition, QualityEdition } from './editions.ts'
import type { JudgedMeasurement } from './measurement.ts'
import { type DigitPreference, decideDigitPreference, findSameValues } from './measuring.ts'

export type SpreadSign = {
  readonly children: number
  /** Standard deviation of the plausible scores; undefined with fewer than two. */
  readonly sd: number | undefined
  readonly from: number
  readonly to: number
  /** `too-few` below the least number of children. */
  readonly sign: 'good' | 'narrow' | 'wide' | 'too-few'
}

export type QualitySigns = {
  readonly measured: number
  readonly flagged: number
  readonly flaggedMany: boolean
  readonly withLength: number
  readonly missingPosition: number
  readonly missingPositionMany: boolean
  readonly sameValues: readonly (readonly string[])[]
  readonly digits: DigitPreference
  readonly spread: Readonly<Record<'lengthForAge' | 'weightForAge' | 'weightForLength', SpreadSign>>
  readonly edition: string
}

const SPREADS = ['lengthForAge', 'weightForAge', 'weightForLength'] as const

/** Sample standard deviation; undefined with fewer than two values. */
export function standardDeviation(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/** Quality of the measurings of a place and period (or of one measurer). */
export function decideQuality(
  measurements: readonly (JudgedMeasurement & { readonly childId: string })[],
  edition: QualityEdition,
  measuring: MeasuringEdition,
): QualitySigns {
  const measured = measurements.length
  const flagged = measurements.filter(({ scores: s }) =>
    [s.lengthForAge, s.weightForAge, s.weightForLength].some((score) => score?.flagged === true),
  ).length
  const lengths = measurements.filter((m) => m.lengthHeightTenthMm !== undefined)
  const missingPosition = lengths.filter((m) => m.position === undefined).length
  const spread = {} as Record<(typeof SPREADS)[number], SpreadSign>
  for (const name of SPREADS) {
    const values = measurements.flatMap(({ scores }) =>
      scores[name] === undefined || scores[name].flagged ? [] : [scores[name].z],
    )
    const sd = standardDeviation(values)
    const { from, to } = edition.sd[name]
    const sign =
      sd === undefined || values.length < edition.leastChildren
        ? 'too-few'
        : sd < from
          ? 'narrow'
          : sd > to
            ? 'wide'
            : 'good'
    spread[name] = { children: values.length, sd, from, to, sign }
  }
  const sameValues = findSameValues(measurements)
  return {
    measured,
    flagged,
    flaggedMany: measured > 0 && flagged * 1000 >= edition.flaggedFromPermille * measured,
    withLength: lengths.length,
    missingPosition,
    missingPositionMany:
      lengths.length > 0 && missingPosition * 1000 >= edition.missingPositionFromPermille * lengths.length,
    sameValues: sameValues.length >= edition.duplicatesFrom ? sameValues : [],
    digits: decideDigitPreference(measurements, measuring),
    spread,
    edition: edition.id,
  }
}
