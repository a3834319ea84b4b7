// Counts the months of one child anew and marks what changed for the rollups. Must stay true: called inside the transaction
// that changed a measuring or the child, with the child's row locked; calling it again changes nothing.
import type { Insertable } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { ChildRecord, StoredMeasurement } from './child.ts'
import type { GrowthEditions } from './context.ts'
import { type CountedMonth, countChildMonths, type Overruling, ofMonth } from './count-months.ts'
import { type ChildMonthRead, listChildMonths, markDirty, replaceChildMonths } from './measurement-store.ts'
import { MEASURE_AGAIN } from './rules/classify.ts'
import type { GrowthTables } from './tables.ts'

type MonthRow = Insertable<GrowthTables['growth_child_month']>

/** Gives all months of the child. `overrule` sets what a health worker decided about a month. */
export async function recountChild(
  tx: Tx,
  region: string,
  child: ChildRecord,
  measurements: readonly StoredMeasurement[],
  editions: GrowthEditions,
  overrule: ReadonlyMap<string, Overruling> = new Map(),
): Promise<readonly CountedMonth[]> {
  const before = await listChildMonths(tx, region, child.childId)
  const overruled = new Map<string, Overruling>([
    ...before.flatMap((row): [string, Overruling][] =>
      row.because === 'overruled' && (row.status === 'N' || row.status === 'T')
        ? [[row.month, { status: row.status, reason: row.reason ?? '' }]]
        : [],
    ),
    ...overrule,
  ])
  const months = countChildMonths(child, measurements, overruled, editions)
  const rows = months.flatMap((month) => {
    const row = monthRow(region, child, month, editions)
    return row === undefined ? [] : [row]
  })
  const now = new Map(rows.map((row) => [row.month, row]))
  const changed = rows.filter(
    (row) =>
      !isSame(
        before.find((old) => old.month === row.month),
        row,
      ),
  )
  const gone = before.filter((old) => !now.has(old.month)).map((old) => old.month)
  await replaceChildMonths(tx, region, child.childId, gone, changed)
  const touched = new Set([...gone, ...changed.map((row) => row.month)])
  await markDirty(tx, region, [
    ...before
      .filter((old) => touched.has(old.month))
      .map(({ posyandu_id, month }) => ({ posyanduId: posyandu_id, month })),
    ...changed.map(({ posyandu_id, month }) => ({ posyanduId: posyandu_id, month })),
  ])
  return months
}

/** The row of a counted month; undefined from five years on. */
export function monthRow(
  region: string,
  child: ChildRecord,
  { month, measurement, ageGroup, decision, tRun, belowRed, categories, flagged }: CountedMonth,
  editions: GrowthEditions,
): MonthRow | undefined {
  if (ageGroup === undefined) return undefined
  const held = ofMonth(editions, month)
  const code = (name: keyof typeof categories) => {
    const category = categories[name]
    return category === undefined || category.code === MEASURE_AGAIN.code ? null : category.code
  }
  return {
    region_code: region,
    posyandu_id: measurement.posyanduId,
    month,
    child_id: child.childId,
    village_code: measurement.villageCode,
    sex: child.sex,
    age_group: ageGroup,
    measurement_id: measurement.id,
    weighed: measurement.weightG !== undefined,
    has_card: child.book !== undefined,
    status: decision?.status ?? null,
    computed: decision?.computed ?? null,
    because: decision?.because ?? null,
    gain_g: decision?.gainG ?? null,
    kbm_g: decision?.kbmG ?? null,
    reason: decision?.reason ?? null,
    t_run: tRun,
    below_red: belowRed ?? null,
    length_measured: measurement.lengthHeightTenthMm !== undefined,
    vitamin_a: measurement.facts.vitaminA === undefined ? null : true,
    breastfed: measurement.facts.exclusivelyBreastfed ?? null,
    c_length: code('lengthForAge'),
    c_weight: code('weightForAge'),
    c_weight_length: (measurement.oedema ?? 0) > 0 ? held.categories.oedema.code : code('weightForLength'),
    c_bmi: code('bmiForAge'),
    c_head: code('headForAge'),
    flagged,
    oedema: (measurement.oedema ?? 0) > 0,
    edition: `${held.kbm.id} ${held.redLine.id} ${held.categories.id}`,
  }
}

export function isSame(old: ChildMonthRead | undefined, row: MonthRow): boolean {
  return (
    old !== undefined &&
    (Object.keys(row) as (keyof MonthRow)[]).every((key) => (old[key] ?? null) === (row[key] ?? null))
  )
}
