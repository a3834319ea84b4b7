// Puts the counts of a month together for a DHIS2: rollups and care, by sex and age. Pure. Must stay true: only what does not
// overlap goes out, because a DHIS2 adds up the ages and sexes itself; a nought is said where that record is kept, never elsewhere.
import type { RollupRow } from '../export-store.ts'
import { AGE_GROUPS, type AgeGroup, type MonthCountsRecord } from '../types.ts'
import type { CareCount } from './care-counts-store.ts'

/** Who keeps one count of these keeps them all: `dose.MR1` and `dose.BCG`. */
const familyOf = (local: string): string => local.slice(0, local.indexOf('.'))
const ageGroupOf = (text: string): AgeGroup | undefined => AGE_GROUPS.find((group) => group === text)

export function monthRecords(
  rollups: readonly Pick<RollupRow, 'area' | 'month' | 'sex' | 'age_group' | 'counts'>[],
  care: readonly CareCount[],
  elements: readonly { readonly local: string; readonly by: 'child' | 'total' }[],
): readonly MonthCountsRecord[] {
  const kept = new Set(care.map(({ local }) => familyOf(local)))
  const noughts = (by: 'child' | 'total'): Record<string, number> =>
    Object.fromEntries(
      elements
        .filter((one) => one.by === by && one.local.includes('.') && kept.has(familyOf(one.local)))
        .map(({ local }) => [local, 0]),
    )
  const known = new Map<string, MonthCountsRecord & { readonly counts: Record<string, number | undefined> }>()
  const place = (area: string, month: string, sex: 0 | 1 | 2, ageGroup: AgeGroup) => {
    const key = `${area} ${sex} ${ageGroup}`
    const found = known.get(key) ?? {
      area,
      month,
      sex,
      ageGroup,
      counts: noughts(sex === 0 ? 'total' : 'child'),
    }
    known.set(key, found)
    return found.counts
  }
  const month = rollups[0]?.month
  if (month === undefined) return []
  for (const row of rollups) {
    const ageGroup = ageGroupOf(row.age_group)
    if (ageGroup === undefined) continue
    // "flagged" is a matter of our own quality and has no data element
    if (row.sex !== 0 && ageGroup !== 'all')
      Object.assign(place(row.area, month, row.sex, ageGroup), row.counts, { flagged: undefined })
    else if (row.sex === 0 && ageGroup === 'all' && kept.has('women')) place(row.area, month, 0, 'all')
  }
  for (const { area, sex, age_group, local, n } of care) {
    const ageGroup = ageGroupOf(age_group)
    if (ageGroup !== undefined) place(area, month, sex, ageGroup)[local] = n
  }
  return [...known.values()]
}
