// A reader with every page of a region: what each page shows of its cohort, and that outcomes and places add up. Nothing small follows.
import { expect, test } from 'vitest'
import type { Hidden, KnownSum } from '../../kernel/small-counts.ts'
import { COHORT_KEYS, hiddenCohort } from './cohort.ts'
import type { CohortCounts } from './figures.ts'

const REGION = '63.11'
const DISTRICTS = Array.from({ length: 4 }, (_, i) => `${REGION}.0${i + 1}`)
const villagesOf = (district: string) => Array.from({ length: 5 }, (_, i) => `${district}.200${i}`)
const VILLAGES = DISTRICTS.flatMap(villagesOf)
const AREAS = [REGION, ...DISTRICTS, ...VILLAGES]

function randomOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

function cohortsOf(random: (below: number) => number): ReadonlyMap<string, CohortCounts> {
  const found = new Map<string, Record<string, number>>()
  for (const village of VILLAGES) {
    const outcomes = COHORT_KEYS.slice(1).map(
      (key) => [key, random(3) === 0 ? 0 : random(random(4) === 0 ? 30 : 6)] as const,
    )
    const all = outcomes.reduce((sum, [key, n]) => (key === 'newCases' ? sum : sum + n), 0)
    const own: Record<string, number> = { all, ...Object.fromEntries(outcomes) }
    for (const area of [village, village.slice(0, 8), REGION]) {
      const known = found.get(area) ?? {}
      found.set(area, Object.fromEntries(COHORT_KEYS.map((key) => [key, (known[key] ?? 0) + own[key]!])))
    }
  }
  return found as unknown as ReadonlyMap<string, CohortCounts>
}

/** Everything a reader knows to add up, over all pages. */
const at = (area: string, key: (typeof COHORT_KEYS)[number]) =>
  AREAS.indexOf(area) * COHORT_KEYS.length + COHORT_KEYS.indexOf(key)
const SUMS: readonly KnownSum[] = [
  ...AREAS.map((area) => ({ total: at(area, 'all'), parts: COHORT_KEYS.slice(1, -1).map((key) => at(area, key)) })),
  ...[REGION, ...DISTRICTS].flatMap((area) =>
    COHORT_KEYS.map((key) => ({
      total: at(area, key),
      parts: (area === REGION ? DISTRICTS : villagesOf(area)).map((part) => at(part, key)),
    })),
  ),
]

/** A reader's own subtraction: any sum with one unknown gives it; then elimination over all sums, in fractions of whole numbers. */
function recovered(hidden: readonly Hidden[]): ReadonlySet<number> {
  const unknown = hidden.flatMap((mark, i) => (mark === undefined ? [] : [i]))
  const rows: bigint[][] = SUMS.map(({ total, parts }) =>
    unknown.map((i) => (i === total ? -1n : parts.includes(i) ? 1n : 0n)),
  ).filter((row) => row.some((n) => n !== 0n))
  let top = 0
  for (let column = 0; column < unknown.length && top < rows.length; column++) {
    const from = rows.findIndex((row, i) => i >= top && row[column] !== 0n)
    if (from < 0) continue
    const pivot = rows[from]!
    rows[from] = rows[top]!
    rows[top] = pivot
    rows.forEach((row, i) => {
      const [a, b] = [pivot[column]!, row[column]!]
      if (i === top || b === 0n) return
      const divisor = gcd(a, b)
      for (let c = 0; c < row.length; c++) row[c] = (row[c]! * a - pivot[c]! * b) / divisor
    })
    top++
  }
  return new Set(
    rows.slice(0, top).flatMap((row) => {
      const left = row.flatMap((n, i) => (n === 0n ? [] : [i]))
      return left.length === 1 ? [unknown[left[0]!]!] : []
    }),
  )
}
function gcd(a: bigint, b: bigint): bigint {
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  return y === 0n ? x : gcd(y, x % y)
}

const marksOf = (cohorts: ReadonlyMap<string, CohortCounts>, area: string) =>
  hiddenCohort(
    area,
    {
      region: REGION,
      districts: DISTRICTS,
      villages: VILLAGES.includes(area) ? villagesOf(area.slice(0, 8)) : [],
    },
    (one) => cohorts.get(one),
  )

test('over all pages of a region, no small outcome of any place can be had by adding and subtracting', () => {
  const random = randomOf(119)
  let [small, alone] = [0, 0]
  for (let round = 0; round < 12; round++) {
    const cohorts = cohortsOf(random)
    const hidden = AREAS.flatMap((area) => {
      const marks = marksOf(cohorts, area)
      return COHORT_KEYS.map((key) => marks[key])
    })
    AREAS.forEach((area) => {
      for (const key of COHORT_KEYS) {
        const count = cohorts.get(area)![key]
        expect([area, key, hidden[at(area, key)] === 'small']).toEqual([area, key, count > 0 && count < 5])
      }
    })
    const known = recovered(hidden)
    small += hidden.filter((mark) => mark === 'small').length
    expect([...known].filter((i) => hidden[i] === 'small')).toEqual([])
    // The same reader, when small counts are hidden one by one as they were before.
    alone += recovered(hidden.map((mark) => (mark === 'small' ? mark : undefined))).size
  }
  expect(small).toBeGreaterThan(200)
  expect(alone).toBeGreaterThan(20)
})

test('nobody small: everything is shown; nobody at all: too', () => {
  const full = new Map(
    AREAS.map((area) => [
      area,
      { all: 60, recovered: 10, stayed: 10, agedOut: 10, moved: 10, died: 10, unknown: 10, newCases: 9 },
    ]),
  )
  expect(Object.values(marksOf(full, VILLAGES[0]!)).filter(Boolean)).toEqual([])
  expect(Object.values(marksOf(new Map(), REGION)).filter(Boolean)).toEqual([])
})
