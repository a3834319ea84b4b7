// Scores of school children, 5 to 19 years (WHO Reference 2007), for the school screening.
// Must stay true: L, M and S are mixed linearly between whole months; weight ends at 120 months, the others at 228.
import { SCHOOL_DESCRIBED, SCHOOL_INDICATORS, type SchoolIndicator } from './indicators.ts'
import { hundredths, plainScore, restrictedScore } from './lms.ts'
import { getTable } from './tables/decode.ts'
import type { Score, Sex } from './zscores.ts'

export type SchoolMeasure = {
  readonly sex: Sex
  /** Not rounded: days / 30.4375 where days are known. */
  readonly ageMonths: number
  readonly heightCm?: number
  readonly weightKg?: number
  /** Weight-based scores are empty with oedema. */
  readonly oedema?: boolean
}

/** The scores of one school child; an indicator outside its ages or without its measure is absent. */
export function scoreSchoolChild(child: SchoolMeasure): Readonly<Partial<Record<SchoolIndicator, Score>>> {
  const { heightCm = Number.NaN, weightKg = Number.NaN } = child
  const meters = heightCm / 100
  const measures: Record<SchoolIndicator, number> = {
    schoolHeightForAge: heightCm,
    schoolWeightForAge: child.oedema === true ? Number.NaN : weightKg,
    schoolBmiForAge: child.oedema === true || !(weightKg > 0) ? Number.NaN : weightKg / (meters * meters),
  }
  const scores: Partial<Record<SchoolIndicator, Score>> = {}
  for (const name of SCHOOL_INDICATORS) {
    const y = measures[name]
    const { lastMonth, restricted, flagBelow, flagAbove } = SCHOOL_DESCRIBED[name]
    if (!(y > 0 && Number.isFinite(y) && child.ageMonths >= 60 && child.ageMonths <= lastMonth)) continue
    const table = getTable(name)
    const month = Math.trunc(child.ageMonths)
    const part = child.ageMonths - month
    const at = 3 * ((child.sex - 1) * table.rows + month - table.first)
    const mix = (c: number) => table.lms[at + c]! + part * (table.lms[at + c + 3]! - table.lms[at + c]!)
    const score = restricted ? restrictedScore : plainScore
    const z = hundredths(score(y, mix(0), mix(1), mix(2))) / 100
    scores[name] = { z, flagged: z < flagBelow || z > flagAbove }
  }
  return scores
}
