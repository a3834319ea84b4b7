// From counts to what a dashboard says: prevalence with its base, coverage, severity; small counts hidden. Pure. Must stay
// true: a share is worked out once from whole numbers; without a base there is none; routine and survey never mix.
import { type Hidden, hiddenCounts, type KnownSum } from '../../kernel/small-counts.ts'
import type { Text } from '../../kernel/text.ts'
import type { RollupCounts } from './rollup.ts'
import { SEVERITY_2018 } from './rules/editions.ts'
import { decidePrevalence, type Prevalence } from './rules/severity.ts'

export const CONDITIONS = ['stunting', 'wasting', 'underweight'] as const
export type ConditionName = (typeof CONDITIONS)[number]
export const CONDITION_WORDS: Readonly<Record<ConditionName, Text>> = {
  stunting: { id: 'Pendek (stunting)', en: 'Stunting' },
  wasting: { id: 'Gizi kurang dan buruk (wasting)', en: 'Wasting' },
  underweight: { id: 'Berat badan kurang (underweight)', en: 'Underweight' },
}

const PARTS: Readonly<
  Record<ConditionName, { cases: keyof RollupCounts; valid: keyof RollupCounts; of: keyof RollupCounts }>
> = {
  stunting: { cases: 'stunted', valid: 'validLength', of: 'lengths' },
  wasting: { cases: 'wasted', valid: 'validWeightLength', of: 'D' },
  underweight: { cases: 'underweight', valid: 'validWeight', of: 'D' },
}

export type AreaFigure = {
  readonly prevalence: Prevalence
  /** Weighed of all children, in hundredths of a percent; undefined without children. */
  readonly counts: RollupCounts
  /** What stays hidden beside others of the same sum, for those who do not see all. */
  readonly hidden?: { readonly cases: Hidden; readonly valid: Hidden }
}

/** The figures with what must stay hidden so that no small one follows from the sums a reader knows. */
export function hideAmong(
  figures: readonly (AreaFigure | undefined)[],
  sums: readonly KnownSum[],
): readonly (AreaFigure | undefined)[] {
  const of = (part: 'cases' | 'valid') =>
    hiddenCounts(
      figures.map((one) => one?.prevalence[part] ?? 0),
      sums,
    )
  const [cases, valid] = [of('cases'), of('valid')]
  return figures.map((one, i) =>
    one === undefined || (cases[i] === undefined && valid[i] === undefined)
      ? one
      : { ...one, hidden: { cases: cases[i], valid: valid[i] } },
  )
}

/** The same for the parts of one whole that is shown. */
export function hideParts<P extends { readonly figure?: AreaFigure }>(parts: readonly P[]): readonly P[] {
  const hidden = hideAmong(
    parts.map(({ figure }) => figure),
    [{ parts: parts.map((_, i) => i) }],
  )
  return parts.map((part, i) => (hidden[i] === undefined ? part : { ...part, figure: hidden[i] }))
}

/** A count of a figure as somebody may see it. */
export function shownPart(
  { prevalence, hidden }: AreaFigure,
  part: 'cases' | 'valid',
  maySeeAll: boolean,
): number | '<5' | 'hidden' {
  return !maySeeAll && hidden?.[part] === 'beside' ? 'hidden' : shownCount(prevalence[part], maySeeAll)
}

/** The figure of an area; undefined when nobody was counted. Severity borders of stunting serve underweight too, unnamed. */
export function figureOf(counts: RollupCounts | undefined, condition: ConditionName): AreaFigure | undefined {
  if (counts === undefined || counts.S === 0) return undefined
  const { cases, valid, of } = PARTS[condition]
  const measured = Math.max(counts[of], counts[valid])
  const prevalence = decidePrevalence(
    { cases: counts[cases], measured, unusable: measured - counts[valid], all: Math.max(counts.S, measured) },
    condition === 'wasting' ? 'wasting' : 'stunting',
    SEVERITY_2018,
  )
  if (!prevalence.ok) throw new Error(`rollup contradicts itself: ${JSON.stringify(prevalence.refusals)}`)
  return {
    counts,
    prevalence: condition === 'underweight' ? { ...prevalence.value, severity: undefined } : prevalence.value,
  }
}

/** A count as somebody may see it: below five it is hidden from those who do not treat. */
export function shownCount(count: number, mayseeAll: boolean): number | '<5' {
  return mayseeAll || count === 0 || count >= 5 ? count : '<5'
}

/** May this share be shown? Not when its few cases could be counted back from it. */
export function mayShowShare(
  {
    prevalence: { cases, valid },
    hidden,
  }: Pick<AreaFigure, 'hidden'> & { readonly prevalence: Pick<Prevalence, 'cases' | 'valid'> },
  maySeeAll: boolean,
): boolean {
  const isBeside = hidden?.cases === 'beside' || hidden?.valid === 'beside'
  return maySeeAll || (!isBeside && (cases === 0 || cases >= 5) && (valid === 0 || valid >= 5))
}

export type CohortCounts = {
  readonly all: number
  readonly recovered: number
  readonly stayed: number
  readonly agedOut: number
  readonly moved: number
  readonly died: number
  readonly unknown: number
  readonly newCases: number
}
export const COHORT_WORDS: Readonly<Record<Exclude<keyof CohortCounts, 'all' | 'newCases'>, Text>> = {
  recovered: { id: 'Tidak pendek lagi', en: 'No longer stunted' },
  stayed: { id: 'Masih pendek', en: 'Still stunted' },
  agedOut: { id: 'Lewat lima tahun', en: 'Older than five' },
  moved: { id: 'Pindah', en: 'Moved away' },
  died: { id: 'Meninggal', en: 'Died' },
  unknown: { id: 'Belum diukur lagi', en: 'Not measured again' },
}
