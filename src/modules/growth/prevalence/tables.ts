// Prevalence tables as WHO's analyser gives them: shares beyond -3, -2, -1, +1, +2, +3 SD, mean and spread of four
// indicators, for all, by age group, sex, both, and by any column of the file.
// Must stay true: flagged scores are missing; a child with oedema counts below -3 SD in the weight-based shares and is
// left out of their means; children older than 1826 days take no part. Source: WHO anthro package, anthro_prevalence.
import { LAST_DAY } from '../engine.ts'
import type { Indicator } from '../indicators.ts'
import { DAYS_PER_MONTH } from '../lms.ts'
import { createDesign, estimateMeans, meanInterval, type SurveyDesign, shareInterval } from './survey.ts'

export const PREVALENCE_INDICATORS = [
  { code: 'HA', indicator: 'lengthForAge', weightBased: false },
  { code: 'WA', indicator: 'weightForAge', weightBased: true },
  { code: 'WH', indicator: 'weightForLength', weightBased: true },
  { code: 'BMI', indicator: 'bmiForAge', weightBased: true },
] as const satisfies readonly { code: string; indicator: Indicator; weightBased: boolean }[]
export type PrevalenceCode = (typeof PREVALENCE_INDICATORS)[number]['code']

export const CUTS = [-3, -2, -1, 1, 2, 3] as const
export const AGE_GROUPS = ['00-05 mo', '06-11 mo', '12-23 mo', '24-35 mo', '36-47 mo', '48-59 mo'] as const
const AGE_STARTS = [0, 6, 12, 24, 36, 48, 60]
const SEXES = ['Female', 'Male']

/** Age group of a child by exact months (days / 30.4375); -1 when unknown or 60 months and more. */
export function ageGroupOf(ageDays: number): number {
  const months = ageDays / DAYS_PER_MONTH
  return months >= 0 && months < 60 ? AGE_STARTS.findIndex((start) => months < start) - 1 : -1
}

/** One row a child; scores in SD with NaN for none or flagged. */
export type PrevalenceData = {
  readonly rows: number
  readonly sex: Uint8Array
  readonly ageDays: Float64Array
  readonly oedema: Uint8Array
  readonly scores: Readonly<Record<PrevalenceCode, Float64Array>>
  readonly weights?: Float64Array
  readonly clusters?: readonly string[]
  readonly strata?: readonly string[]
  /** More groupings: the name of a column and its cell for each row (empty = in no group). */
  readonly by?: readonly { readonly name: string; readonly labels: readonly string[] }[]
}

export type Share = {
  readonly cut: number
  readonly percent: number
  readonly se: number
  readonly low: number
  readonly high: number
}
export type IndicatorTable = {
  readonly n: number
  readonly weighted: number
  readonly shares: readonly Share[]
  readonly mean: number
  readonly meanSe: number
  readonly meanLow: number
  readonly meanHigh: number
  readonly sd: number
}
export type CombinedShare = Omit<Share, 'cut'> & { readonly n: number; readonly weighted: number }
export type PrevalenceRow = {
  /** 'All', 'Age group: 00-05 mo', 'Sex: Female', 'Age + sex: 00-05 mo.Female', 'desa: Kapul' */
  readonly group: string
  readonly indicators: Readonly<Record<PrevalenceCode, IndicatorTable>>
  readonly stuntedAndWasted: CombinedShare
  readonly stuntedAndOverweight: CombinedShare
}
export type PrevalenceResult = {
  readonly rows: readonly PrevalenceRow[]
  readonly excluded: number
  readonly withoutWeight: number
  readonly design: SurveyDesign
}

/** Rows with a cluster and stratum where these are asked for, and not older than the standard reaches. */
function keptRows(data: PrevalenceData): Int32Array {
  return Int32Array.from({ length: data.rows }, (_, row) => row).filter(
    (row) => data.clusters?.[row] !== '' && data.strata?.[row] !== '' && !(data.ageDays[row]! >= LAST_DAY + 0.5),
  )
}

/** Computes all tables. Pure; weights must be 0 or more (NaN counts as 0 and is told). */
export function computePrevalence(data: PrevalenceData): PrevalenceResult {
  const kept = keptRows(data)
  const rows = kept.length
  const pick = (column: Float64Array) => Float64Array.from(kept, (row) => column[row]!)
  const labels = (column: readonly string[] | undefined) => column && Array.from(kept, (row) => column[row]!)
  let withoutWeight = 0
  const weights =
    data.weights &&
    pick(data.weights).map((w) => {
      if (!Number.isNaN(w)) return w
      withoutWeight++
      return 0
    })
  const design = createDesign(rows, { weights, clusters: labels(data.clusters), strata: labels(data.strata) })
  const oedema = Uint8Array.from(kept, (row) => data.oedema[row]!)
  const summary = {} as Record<PrevalenceCode, Float64Array>
  const counted = {} as Record<PrevalenceCode, Float64Array>
  for (const { code, weightBased } of PREVALENCE_INDICATORS) {
    const scores = pick(data.scores[code])
    summary[code] = weightBased ? scores.map((z, i) => (oedema[i] === 1 ? Number.NaN : z)) : scores
    counted[code] = weightBased ? scores.map((z, i) => (oedema[i] === 1 ? -3.1 : z)) : scores
  }
  const both = (wasted: (z: number) => boolean) =>
    counted.HA.map((ha, i) =>
      Number.isNaN(ha) || Number.isNaN(counted.WH[i]!) ? Number.NaN : ha < -2 && wasted(counted.WH[i]!) ? 1 : 0,
    )
  const stuntedWasted = both((z) => z < -2)
  const stuntedOverweight = both((z) => z > 2)

  const result: PrevalenceRow[] = []
  for (const { groupOf, names } of groupings(data, kept)) {
    const share = (hits: Float64Array) =>
      estimateMeans(design, hits, groupOf, names.length).map((estimate) => {
        const [low, high] = shareInterval(design, estimate)
        return {
          n: estimate.n,
          weighted: estimate.weighted,
          percent: 100 * estimate.mean,
          se: 100 * estimate.se,
          low: 100 * low,
          high: 100 * high,
        }
      })
    const tables = {} as Record<PrevalenceCode, IndicatorTable[]>
    for (const { code } of PREVALENCE_INDICATORS) {
      const shares = CUTS.map((cut) =>
        share(counted[code].map((z) => (Number.isNaN(z) ? z : (cut < 0 ? z < cut : z > cut) ? 1 : 0))),
      )
      tables[code] = estimateMeans(design, summary[code], groupOf, names.length).map((estimate, g) => {
        const [meanLow, meanHigh] = meanInterval(design, estimate)
        const { n, weighted } = shares[0]![g]!
        return {
          n,
          weighted,
          mean: estimate.mean,
          meanSe: estimate.se,
          meanLow,
          meanHigh,
          sd: estimate.sd,
          shares: CUTS.map((cut, c) => ({
            cut,
            percent: shares[c]![g]!.percent,
            se: shares[c]![g]!.se,
            low: shares[c]![g]!.low,
            high: shares[c]![g]!.high,
          })),
        }
      })
    }
    const wasted = share(stuntedWasted)
    const overweight = share(stuntedOverweight)
    names.forEach((group, g) => {
      const indicators = {} as Record<PrevalenceCode, IndicatorTable>
      for (const { code } of PREVALENCE_INDICATORS) indicators[code] = tables[code][g]!
      result.push({ group, indicators, stuntedAndWasted: wasted[g]!, stuntedAndOverweight: overweight[g]! })
    })
  }
  return { rows: result, excluded: data.rows - rows, withoutWeight, design }
}

type Grouping = { readonly groupOf: Int32Array; readonly names: readonly string[] }

function groupings(data: PrevalenceData, kept: Int32Array): Grouping[] {
  const age = Int32Array.from(kept, (row) => ageGroupOf(data.ageDays[row]!))
  const sex = Int32Array.from(kept, (row) => (data.sex[row] === 2 ? 0 : data.sex[row] === 1 ? 1 : -1))
  const found: Grouping[] = [{ groupOf: new Int32Array(kept.length), names: ['All'] }]
  if (age.some((g) => g >= 0)) found.push({ groupOf: age, names: AGE_GROUPS.map((name) => `Age group: ${name}`) })
  if (sex.some((g) => g >= 0)) found.push({ groupOf: sex, names: SEXES.map((name) => `Sex: ${name}`) })
  const ageAndSex = age.map((a, i) => (a < 0 || sex[i]! < 0 ? -1 : sex[i]! * AGE_GROUPS.length + a))
  if (ageAndSex.some((g) => g >= 0))
    found.push({ groupOf: ageAndSex, names: SEXES.flatMap((s) => AGE_GROUPS.map((a) => `Age + sex: ${a}.${s}`)) })
  for (const { name, labels } of data.by ?? []) {
    const mine = Array.from(kept, (row) => labels[row]!)
    const sorted = [...new Set(mine)].filter((label) => label !== '').sort()
    const place = new Map(sorted.map((label, i) => [label, i]))
    if (sorted.length > 0)
      found.push({
        groupOf: Int32Array.from(mine, (label) => place.get(label) ?? -1),
        names: sorted.map((label) => `${name}: ${label}`),
      })
  }
  return found
}
