// What of a cohort may be shown of each place: outcomes by place are a table whose rows and columns add up, over pages of the region, its
// districts and their villages. Pure. Must stay true: a district has the same marks on every page, its villages are decided after it.
import { type Hidden, hiddenCounts, type KnownSum } from '../../kernel/small-counts.ts'
import type { CohortCounts } from './figures.ts'

/** The sum first, then what it consists of; new cases stand by themselves. */
export const COHORT_KEYS = ['all', 'recovered', 'stayed', 'agedOut', 'moved', 'died', 'unknown', 'newCases'] as const
export type CohortHidden = Readonly<Record<(typeof COHORT_KEYS)[number], Hidden>>
const WIDTH = COHORT_KEYS.length
const cell = (row: number, column: number): number => row * WIDTH + column

/** Rows from `from` on add up to the row `total`, column by column; each row's outcomes add up to its `all`. */
function sumsOf(rows: number, groups: readonly { readonly total: number; readonly parts: readonly number[] }[]) {
  const across = Array.from(
    { length: rows },
    (_, row): KnownSum => ({
      total: cell(row, 0),
      parts: Array.from({ length: WIDTH - 2 }, (_, i) => cell(row, i + 1)),
    }),
  )
  const down = groups.flatMap(({ total, parts }) =>
    COHORT_KEYS.map(
      (_, column): KnownSum => ({
        total: cell(total, column),
        parts: parts.map((row) => cell(row, column)),
      }),
    ),
  )
  return [...across, ...down]
}

const NOBODY: CohortCounts = {
  all: 0,
  recovered: 0,
  stayed: 0,
  agedOut: 0,
  moved: 0,
  died: 0,
  unknown: 0,
  newCases: 0,
}

export type CohortsOf = (area: string) => CohortCounts | undefined

/** The marks of one area of a region: itself, one of its districts or of their villages. */
export function hiddenCohort(
  area: string,
  {
    region,
    districts,
    villages,
  }: {
    readonly region: string
    readonly districts: readonly string[]
    /** Villages of the district of the area, or none. */
    readonly villages: readonly string[]
  },
  cohorts: CohortsOf,
): CohortHidden {
  const upper = [region, ...districts]
  const countsOf = (areas: readonly string[]) =>
    areas.flatMap((one) => COHORT_KEYS.map((key) => (cohorts(one) ?? NOBODY)[key]))
  const level = { total: 0, parts: districts.map((_, i) => i + 1) }
  const above = hiddenCounts(countsOf(upper), sumsOf(upper.length, [level]))
  const all = [...upper, ...villages]
  const home = upper.findIndex((one) => one !== region && villages.some((village) => village.startsWith(`${one}.`)))
  const hidden =
    villages.length === 0 || home < 0
      ? above
      : hiddenCounts(
          countsOf(all),
          sumsOf(all.length, [level, { total: home, parts: villages.map((_, i) => upper.length + i) }]),
          above,
        )
  const at = all.indexOf(area)
  return Object.fromEntries(COHORT_KEYS.map((key, column) => [key, hidden[cell(at, column)]])) as CohortHidden
}
