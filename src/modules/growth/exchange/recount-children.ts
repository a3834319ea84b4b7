// Counts the months of many children anew with a handful of statements; the same rows as recount-child.ts makes one by one.
// Must stay true: called inside the transaction that changed the measurings, with the children's rows locked.
import type { Tx } from '../../../platform/db/tx.ts'
import type { ChildRecord, StoredMeasurement } from '../child.ts'
import type { GrowthEditions } from '../context.ts'
import { type CountedMonth, countChildMonths, type Overruling } from '../count-months.ts'
import { type ChildMonthRead, markDirty } from '../measurement-store.ts'
import { isSame, monthRow } from '../recount-child.ts'
import { listMonthsOf, replaceMonthsOf } from './import-children-store.ts'

export async function recountChildren(
  tx: Tx,
  region: string,
  children: readonly { readonly child: ChildRecord; readonly measurements: readonly StoredMeasurement[] }[],
  editions: GrowthEditions,
): Promise<ReadonlyMap<string, readonly CountedMonth[]>> {
  const before = new Map<string, ChildMonthRead[]>(children.map(({ child }) => [child.childId, []]))
  for (const row of await listMonthsOf(tx, region, [...before.keys()])) before.get(row.child_id)?.push(row)
  const counted = new Map<string, readonly CountedMonth[]>()
  const gone: { childId: string; month: string }[] = []
  const written: Parameters<typeof replaceMonthsOf>[3][number][] = []
  const dirty: { posyanduId: string; month: string }[] = []
  for (const { child, measurements } of children) {
    const old = before.get(child.childId) ?? []
    const overruled = new Map<string, Overruling>(
      old.flatMap((row): [string, Overruling][] =>
        row.because === 'overruled' && (row.status === 'N' || row.status === 'T')
          ? [[row.month, { status: row.status, reason: row.reason ?? '' }]]
          : [],
      ),
    )
    const months = countChildMonths(child, measurements, overruled, editions)
    counted.set(child.childId, months)
    const rows = months.flatMap((month) => monthRow(region, child, month, editions) ?? [])
    const oldOf = new Map(old.map((row) => [row.month, row]))
    const now = new Set(rows.map(({ month }) => month))
    const changed = rows.filter((row) => !isSame(oldOf.get(row.month), row))
    const left = old.filter(({ month }) => !now.has(month)).map(({ month }) => month)
    const touched = new Set([...left, ...changed.map(({ month }) => month)])
    gone.push(...[...touched].filter((month) => oldOf.has(month)).map((month) => ({ childId: child.childId, month })))
    written.push(...changed)
    for (const { posyandu_id, month } of [...old.filter(({ month }) => touched.has(month)), ...changed])
      dirty.push({ posyanduId: posyandu_id, month })
  }
  await replaceMonthsOf(tx, region, gone, written)
  await markDirty(tx, region, dirty)
  return counted
}
