// Means and shares of a sample with clusters, strata and weights, and how sure they are: Taylor linearisation over
// the whole design, as R's `survey` package does it for WHO's analyser. Without clusters every child is its own unit.
// Must stay true: a group is a domain of the full design (units without a member count as zero, degrees of freedom
// are those of the design); a stratum with a single unit is set against the overall mean ("adjust").
import { tQuantile975 } from './student-t.ts'

export type SurveyDesign = {
  readonly rows: number
  readonly weights: Float64Array
  /** Primary sampling unit of each row, numbered from 0 over all strata. */
  readonly unitOf: Int32Array
  readonly stratumOfUnit: Int32Array
  /** Units of each stratum. */
  readonly unitsIn: Int32Array
  /** Units (with any weight) minus strata. */
  readonly degreesOfFreedom: number
  /** 0.975 quantile of t for these degrees. */
  readonly t: number
}

/** Numbers labels from 0 in order of appearance. */
export function numbered(labels: readonly string[]): { readonly of: Int32Array; readonly labels: readonly string[] } {
  const known = new Map<string, number>()
  const of = Int32Array.from(labels, (label) => {
    const old = known.get(label)
    if (old !== undefined) return old
    known.set(label, known.size)
    return known.size - 1
  })
  return { of, labels: [...known.keys()] }
}

/**
 * A design of so many rows. Clusters are counted within their stratum; one single cluster for all counts as none.
 * Weights must not be negative; a row of weight 0 takes no part but its unit stays in the design.
 */
export function createDesign(
  rows: number,
  parts: { weights?: Float64Array; clusters?: readonly string[]; strata?: readonly string[] } = {},
): SurveyDesign {
  const weights = parts.weights ?? new Float64Array(rows).fill(1)
  const strata = parts.strata === undefined ? undefined : numbered(parts.strata)
  const stratumOf = (row: number) => strata?.of[row] ?? 0
  const clustered = parts.clusters !== undefined && new Set(parts.clusters).size > 1
  const unitOf = clustered
    ? numbered(parts.clusters!.map((label, row) => `${stratumOf(row)}/${label}`)).of
    : Int32Array.from({ length: rows }, (_, row) => row)
  const units = unitOf.reduce((most, unit) => Math.max(most, unit + 1), 0)
  const stratumOfUnit = new Int32Array(units)
  const weighted = new Uint8Array(units)
  for (let row = 0; row < rows; row++) {
    stratumOfUnit[unitOf[row]!] = stratumOf(row)
    if (weights[row] !== 0) weighted[unitOf[row]!] = 1
  }
  const unitsIn = new Int32Array(strata?.labels.length ?? 1)
  for (const stratum of stratumOfUnit) unitsIn[stratum]!++
  const withWeight = new Set<number>()
  let unitsWithWeight = 0
  weighted.forEach((has, unit) => {
    if (has === 0) return
    unitsWithWeight++
    withWeight.add(stratumOfUnit[unit]!)
  })
  const degreesOfFreedom = unitsWithWeight - withWeight.size
  return { rows, weights, unitOf, stratumOfUnit, unitsIn, degreesOfFreedom, t: tQuantile975(degreesOfFreedom) }
}

export type MeanEstimate = {
  /** Children with a value. */
  readonly n: number
  /** Sum of their weights. */
  readonly weighted: number
  /** NaN in an empty group, as everything below. */
  readonly mean: number
  readonly se: number
  /** Standard deviation of the values; NaN with fewer than two. */
  readonly sd: number
}

/**
 * Mean of `values` (NaN = missing) in each of `levels` groups; `groupOf` numbers a row's group, -1 for none.
 */
export function estimateMeans(
  design: SurveyDesign,
  values: Float64Array,
  groupOf: Int32Array,
  levels: number,
): MeanEstimate[] {
  const { rows, weights, unitOf, stratumOfUnit, unitsIn } = design
  const n = new Float64Array(levels)
  const positive = new Float64Array(levels)
  const weighted = new Float64Array(levels)
  const sum = new Float64Array(levels)
  for (let row = 0; row < rows; row++) {
    const group = groupOf[row]!
    const value = values[row]!
    if (group < 0 || Number.isNaN(value)) continue
    const weight = weights[row]!
    n[group]!++
    if (weight !== 0) positive[group]!++
    weighted[group]! += weight
    sum[group]! += weight * value
  }
  const units = stratumOfUnit.length
  const strata = unitsIn.length
  const alone = units === rows // every row its own unit: no need to add up units first
  const totals = alone ? new Float64Array(0) : new Float64Array(levels * units)
  const squares = new Float64Array(levels)
  const stratumSum = new Float64Array(levels * strata)
  const stratumSquares = new Float64Array(levels * strata)
  for (let row = 0; row < rows; row++) {
    const group = groupOf[row]!
    const value = values[row]!
    if (group < 0 || Number.isNaN(value)) continue
    const away = value - sum[group]! / weighted[group]!
    const part = (weights[row]! * away) / weighted[group]!
    squares[group]! += (weights[row]! * away * away) / weighted[group]!
    const unit = unitOf[row]!
    if (alone) {
      const cell = group * strata + stratumOfUnit[unit]!
      stratumSum[cell]! += part
      stratumSquares[cell]! += part * part
    } else totals[group * units + unit]! += part
  }
  for (let cell = 0; cell < totals.length; cell++) {
    const total = totals[cell]!
    const unit = cell % units
    const at = ((cell - unit) / units) * strata + stratumOfUnit[unit]!
    stratumSum[at]! += total
    stratumSquares[at]! += total * total
  }
  return Array.from({ length: levels }, (_, group) => {
    let variance = 0
    for (let stratum = 0; stratum < strata; stratum++) {
      const count = unitsIn[stratum]!
      const total = stratumSum[group * strata + stratum]!
      const square = stratumSquares[group * strata + stratum]!
      variance += count > 1 ? (count / (count - 1)) * Math.max(0, square - (total * total) / count) : square
    }
    const empty = weighted[group] === 0
    const used = positive[group]!
    return {
      n: n[group]!,
      weighted: weighted[group]!,
      mean: empty ? Number.NaN : sum[group]! / weighted[group]!,
      se: empty ? Number.NaN : Math.sqrt(variance),
      sd: used > 1 ? Math.sqrt((squares[group]! * used) / (used - 1)) : Number.NaN,
    }
  })
}

/** Interval of a mean: mean ± t x se. */
export function meanInterval(design: SurveyDesign, estimate: MeanEstimate): readonly [number, number] {
  return [estimate.mean - design.t * estimate.se, estimate.mean + design.t * estimate.se]
}

/** Interval of a share between 0 and 1 on the logit scale, so that it stays inside; a share of exactly 0 or 1 has none around it. */
export function shareInterval(design: SurveyDesign, { mean, se }: MeanEstimate): readonly [number, number] {
  if (Number.isNaN(mean)) return [Number.NaN, Number.NaN]
  if (mean <= 0 || mean >= 1) return mean <= 0 ? [0, 0] : [1, 1]
  const logit = Math.log(mean / (1 - mean))
  const spread = (design.t * se) / (mean * (1 - mean))
  const back = (x: number) => 1 / (1 + Math.exp(-x))
  return [back(logit - spread), back(logit + spread)]
}
