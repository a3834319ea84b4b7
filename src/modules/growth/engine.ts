// Scores many children at once, without allocating: columns in, columns out, one pass. The scalar API (zscores.ts),
// the command line and the field program all go through `scoreRows`, so there is one arithmetic only.
// Must stay true: 500 children of WHO's own program agree to the last printed digit (engine.test.ts); NaN is "missing".
import { DESCRIBED, INDICATORS } from './indicators.ts'
import { DAYS_PER_MONTH, plainHundredths, restrictedHundredths } from './lms.ts'
import { getTable, type LmsTable } from './tables/decode.ts'

export const POSITION = { unknown: 0, lying: 1, standing: 2 } as const

/** One row a child. Numbers: NaN when not measured. */
export type GrowthColumns = {
  /** 1 boy, 2 girl, 0 unknown. */
  readonly sex: Uint8Array
  /** Age in days on the day of measuring. */
  readonly ageDays: Float64Array
  readonly weightKg: Float64Array
  readonly lengthHeightCm: Float64Array
  /** As `POSITION`. */
  readonly position: Uint8Array
  readonly headCm: Float64Array
  readonly armCm: Float64Array
  readonly tricepsMm: Float64Array
  readonly subscapularMm: Float64Array
  /** 1 when both feet hold a pit. */
  readonly oedema: Uint8Array
}

export type GrowthScores = {
  /** Length or height after the 0.7 cm correction; NaN when not measured. */
  readonly usedLengthHeightCm: Float64Array
  /** Position after the nine-month check, as `POSITION`. */
  readonly usedPosition: Uint8Array
  /** 1 when recorded standing below nine months: the position was dropped. */
  readonly standingTooYoung: Uint8Array
  /** kg/m², not rounded; NaN without weight or length. */
  readonly bmi: Float64Array
  /** Eight a row in the order of INDICATORS: hundredths of an SD as whole numbers; NaN when there is no score. */
  readonly scores: Float64Array
  /** Eight a row: 1 implausible (measure again), 0 plausible or no score. */
  readonly flags: Uint8Array
}

export const PER_ROW = INDICATORS.length
export const LAST_DAY = 1826
const LENGTH = 0
const WEIGHT = 1
const WEIGHT_FOR_LENGTH = 2
const BMI = 3
const HEAD = 4
const ARM = 5
const TRICEPS = 6
const SUBSCAPULAR = 7
const FLAG_BELOW = Float64Array.from(INDICATORS, (name) => DESCRIBED[name].flagBelow * 100)
const FLAG_ABOVE = Float64Array.from(INDICATORS, (name) => DESCRIBED[name].flagAbove * 100)

export function createColumns(rows: number): GrowthColumns {
  const numbers = () => new Float64Array(rows).fill(Number.NaN)
  return {
    sex: new Uint8Array(rows),
    ageDays: numbers(),
    weightKg: numbers(),
    lengthHeightCm: numbers(),
    position: new Uint8Array(rows),
    headCm: numbers(),
    armCm: numbers(),
    tricepsMm: numbers(),
    subscapularMm: numbers(),
    oedema: new Uint8Array(rows),
  }
}

export function createScores(rows: number): GrowthScores {
  return {
    usedLengthHeightCm: new Float64Array(rows),
    usedPosition: new Uint8Array(rows),
    standingTooYoung: new Uint8Array(rows),
    bmi: new Float64Array(rows),
    scores: new Float64Array(rows * PER_ROW),
    flags: new Uint8Array(rows * PER_ROW),
  }
}

function restrictedAt(table: LmsTable, at: number, y: number): number {
  return y > 0 ? restrictedHundredths(y, table.lms[at]!, table.lms[at + 1]!, table.lms[at + 2]!) : Number.NaN
}

function plainAt(table: LmsTable, at: number, y: number): number {
  return y > 0 ? plainHundredths(y, table.lms[at]!, table.lms[at + 1]!, table.lms[at + 2]!) : Number.NaN
}

/**
 * Weight for length or height: the row of the tenth below, mixed with the row above it by the part between. Without a
 * part the row above weighs nothing, so the last row may stand in for the one the table does not have.
 */
function weightForLengthAt(table: LmsTable, sex: number, cm: number, weightKg: number): number {
  const { lms } = table
  const low = Math.trunc(cm * 10)
  const part = Math.max(0, (cm - low / 10) / 0.1)
  const base = (sex - 1) * table.rows - table.first
  const a = 3 * (base + low)
  const b = Math.min(3 * (base + Math.trunc(cm * 10 + 1)), lms.length - 3)
  const L = lms[a]! + part * (lms[b]! - lms[a]!)
  const M = lms[a + 1]! + part * (lms[b + 1]! - lms[a + 1]!)
  const S = lms[a + 2]! + part * (lms[b + 2]! - lms[a + 2]!)
  return restrictedHundredths(weightKg, L, M, S)
}

/**
 * Scores rows `from` (inclusive) to `to` (exclusive) of `input` into the same rows of `out`.
 * Source: WHO Child Growth Standards 2006 and 2007, steps as in the specification (age in days, position check below
 * nine months, 0.7 cm, exact day, restricted tails, two decimals). Refuses nothing: what cannot be scored is NaN.
 */
export function scoreRows(input: GrowthColumns, out: GrowthScores, from: number, to: number): void {
  const lengthForAge = getTable('lengthForAge')
  const weightForAge = getTable('weightForAge')
  const bmiForAge = getTable('bmiForAge')
  const headForAge = getTable('headForAge')
  const armForAge = getTable('armForAge')
  const tricepsForAge = getTable('tricepsForAge')
  const subscapularForAge = getTable('subscapularForAge')
  const weightForLength = getTable('weightForLength')
  const weightForHeight = getTable('weightForHeight')
  const { scores, flags } = out
  for (let i = from; i < to; i++) {
    const sex = input.sex[i]!
    const age = input.ageDays[i]!
    const weight = input.weightKg[i]!
    const ageKnown = !Number.isNaN(age)
    const day = Math.floor(age + 0.5) // a part of a day counts from its half, as in WHO's program
    let position = input.position[i]!
    const tooYoung = position === POSITION.standing && age >= 0 && age / DAYS_PER_MONTH < 9
    if (tooYoung) position = POSITION.unknown
    let cm = input.lengthHeightCm[i]!
    if (age >= 0) {
      if (day < 731) {
        if (position === POSITION.standing) cm += 0.7
      } else if (position === POSITION.lying) cm -= 0.7
    }
    const meters = cm / 100
    const bmi = weight / (meters * meters)
    out.usedLengthHeightCm[i] = cm
    out.usedPosition[i] = position
    out.standingTooYoung[i] = tooYoung ? 1 : 0
    out.bmi[i] = bmi

    const at = i * PER_ROW
    for (let k = at; k < at + PER_ROW; k++) {
      scores[k] = Number.NaN
      flags[k] = 0
    }
    if (sex !== 1 && sex !== 2) continue
    const swollen = input.oedema[i] === 1
    const inRange = day >= 0 && day <= LAST_DAY && age / DAYS_PER_MONTH < 60
    if (inRange) {
      const row = 3 * ((sex - 1) * lengthForAge.rows + day)
      scores[at + LENGTH] = plainAt(lengthForAge, row, cm)
      scores[at + HEAD] = plainAt(headForAge, row, input.headCm[i]!)
      if (!swollen) {
        scores[at + WEIGHT] = restrictedAt(weightForAge, row, weight)
        scores[at + BMI] = restrictedAt(bmiForAge, row, cm > 0 && bmi < Number.POSITIVE_INFINITY ? bmi : Number.NaN)
      }
      if (day >= armForAge.first) {
        const later = 3 * ((sex - 1) * armForAge.rows + day - armForAge.first)
        scores[at + ARM] = restrictedAt(armForAge, later, input.armCm[i]!)
        scores[at + TRICEPS] = restrictedAt(tricepsForAge, later, input.tricepsMm[i]!)
        scores[at + SUBSCAPULAR] = restrictedAt(subscapularForAge, later, input.subscapularMm[i]!)
      }
    }
    if (!swollen && weight > 0 && (inRange || !ageKnown)) {
      const byLength = ageKnown ? day < 731 : position === POSITION.unknown ? cm < 87 : position === POSITION.lying
      if (byLength ? cm >= 45 && cm <= 110 : cm >= 65 && cm <= 120)
        scores[at + WEIGHT_FOR_LENGTH] = weightForLengthAt(
          byLength ? weightForLength : weightForHeight,
          sex,
          cm,
          weight,
        )
    }
    for (let k = 0; k < PER_ROW; k++) {
      const z = scores[at + k]!
      // no limit is narrower than 5 SD
      if ((z < -500 || z > 500) && (z < FLAG_BELOW[k]! || z > FLAG_ABOVE[k]!)) flags[at + k] = 1
    }
  }
}
