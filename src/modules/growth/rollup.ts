// What a dashboard counts for an area, a month, a sex and an age group. Pure. Must stay true: everything here is a count and
// adds up from posyandu to village to district to region; shares are worked out when they are shown.
export const AGE_GROUPS = ['0-5', '6-11', '12-23', '24-35', '36-47', '48-59'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]
const FROM = [0, 6, 12, 24, 36, 48]

/** The group of completed months; undefined from 60 months on. */
export function ageGroupOf(ageMonths: number): AgeGroup | undefined {
  if (ageMonths < 0 || ageMonths >= 60) return undefined
  return AGE_GROUPS[FROM.findLastIndex((from) => ageMonths >= from)]
}

export type RollupCounts = {
  /** Children of the area that month, with card, weighed. */
  readonly S: number
  readonly K: number
  readonly D: number
  readonly N: number
  readonly T: number
  readonly O: number
  readonly B: number
  readonly twoT: number
  readonly BGM: number
  /** Length measured; valid (unflagged) score of length for age; below -2; below -3. */
  readonly lengths: number
  readonly validLength: number
  readonly stunted: number
  readonly severelyStunted: number
  readonly validWeight: number
  readonly underweight: number
  readonly severelyUnderweight: number
  /** Children with oedema count in these as severe. */
  readonly validWeightLength: number
  readonly wasted: number
  readonly severelyWasted: number
  readonly overweight: number
  readonly flagged: number
  readonly vitaminA: number
  readonly breastfed: number
}

export const NO_COUNTS: RollupCounts = {
  S: 0,
  K: 0,
  D: 0,
  N: 0,
  T: 0,
  O: 0,
  B: 0,
  twoT: 0,
  BGM: 0,
  lengths: 0,
  validLength: 0,
  stunted: 0,
  severelyStunted: 0,
  validWeight: 0,
  underweight: 0,
  severelyUnderweight: 0,
  validWeightLength: 0,
  wasted: 0,
  severelyWasted: 0,
  overweight: 0,
  flagged: 0,
  vitaminA: 0,
  breastfed: 0,
}
export const COUNTED = Object.keys(NO_COUNTS) as readonly (keyof RollupCounts)[]

export function addCounts(a: RollupCounts, b: RollupCounts): RollupCounts {
  const sum: Record<keyof RollupCounts, number> = { ...a }
  for (const key of COUNTED) sum[key] += b[key]
  return sum
}
