// Takes the lines of an import back, some hundred at a time, newest first. Must stay true: what a health worker has verified or
// somebody corrected since is kept; a line is undone once; months are counted anew in the same transaction.
import type { Tx } from '../../../platform/db/tx.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { StoredMeasurement } from '../child.ts'
import { standing } from '../child.ts'
import { childColumns, childOf } from '../child-codec.ts'
import type { GrowthContext } from '../context.ts'
import { measurementOf } from '../measurement-codec.ts'
import { markDirty } from '../measurement-store.ts'
import { withoutAdded } from './child-changes.ts'
import { updateChildrenAtOnce } from './import-bulk-store.ts'
import {
  dropMonthsOf,
  listChildrenById,
  listMeasurementsOf,
  listWithOthers,
  setStates,
} from './import-children-store.ts'
import { type ImportLineRow, listUndoneLater, lockImport, markUndone, updateImport } from './import-store.ts'
import type { ImportBy } from './import-write.ts'
import { recountChildren } from './recount-children.ts'
import type { UndoCounts } from './tables.ts'

const LINES_AT_ONCE = 1000
export const UNDONE_REASON = 'Impor dibatalkan'

/** Undoes the next lines below a number; gives the lowest that was taken, undefined when none is left. */
export async function undoLines(
  tx: Tx,
  context: GrowthContext,
  by: ImportBy,
  below: number,
): Promise<number | undefined> {
  const { region, importId } = by
  const head = await lockImport(tx, region, importId)
  const lines = await listUndoneLater(tx, region, importId, below, LINES_AT_ONCE)
  if (head === undefined || lines.length === 0) return undefined
  const ids = [...new Set(lines.map((line) => line.child_id))]
  const children = new Map((await listChildrenById(tx, region, ids, { lock: true })).map((row) => [row.child_id, row]))
  const byChild = new Map<string, ImportLineRow[]>(ids.map((id) => [id, []]))
  for (const line of lines) byChild.get(line.child_id)?.push(line)
  // Most children of a large file came with it and know nothing else: theirs need neither be read nor judged again.
  const others = await listWithOthers(
    tx,
    region,
    ids,
    lines.flatMap(({ measurement_id }) => measurement_id ?? []),
  )
  const isWhole = (id: string) =>
    !others.has(id) &&
    (byChild.get(id) ?? []).some((line) => line.child_effect === 'created') &&
    (byChild.get(id) ?? []).every((line) => line.replaced_id === null)
  const [whole, partly] = [ids.filter(isWhole), ids.filter((id) => !isWhole(id))]
  const measured = new Map<string, StoredMeasurement[]>(partly.map((id) => [id, []]))
  for (const row of await listMeasurementsOf(tx, region, partly)) measured.get(row.child_id)?.push(measurementOf(row))

  const counts = { ...(head.undo_counts ?? { withdrawn: 0, children: 0, kept: 0 }) }
  const withdrawn = new Set<string>()
  const restored = new Set<string>()
  for (const line of lines) {
    const known = measured.get(line.child_id)
    if (known !== undefined) takeBack(line, known, withdrawn, restored, counts)
    else if (line.measurement_id !== null) {
      withdrawn.add(line.measurement_id)
      counts.withdrawn++
    }
  }
  await setStates(tx, region, [...withdrawn], 'withdrawn', UNDONE_REASON)
  await setStates(tx, region, [...restored], 'recorded')
  const present = (childId: string) =>
    (measured.get(childId) ?? []).map((one): StoredMeasurement => {
      if (withdrawn.has(one.id)) return { ...one, state: 'withdrawn' }
      return restored.has(one.id) ? { ...one, state: 'recorded' } : one
    })

  const left: Parameters<typeof updateChildrenAtOnce>[2][number][] = []
  const lessened: Parameters<typeof updateChildrenAtOnce>[2][number][] = []
  for (const row of children.values()) {
    const mine = byChild.get(row.child_id) ?? []
    const created = mine.some((line) => line.child_effect === 'created')
    const added = mine.flatMap((line) => line.added)
    if (!created && added.length === 0) continue
    const changedSince = head.written_at !== null && row.updated_at > head.written_at
    // a child with a measuring of another source, or changed by somebody since, is no longer this file's
    if (changedSince || (created && standing(present(row.child_id)).length > 0)) counts.kept++
    else if (created) {
      left.push({
        child_id: row.child_id,
        version: row.version,
        status: 'duplicate',
        status_on: context.today(region),
        nik_hash: null,
        nik_sealed: null,
        updated_at: by.at,
      })
      counts.children++
    } else {
      const columns = childColumns(context.ring, withoutAdded(childOf(context.ring, row), added))
      lessened.push({ ...columns, child_id: row.child_id, version: row.version, updated_at: by.at })
    }
  }
  await updateChildrenAtOnce(tx, region, left)
  await updateChildrenAtOnce(tx, region, lessened)
  await recountChildren(
    tx,
    region,
    partly.flatMap((id) => {
      const row = children.get(id)
      return row === undefined ? [] : [{ child: childOf(context.ring, row), measurements: present(id) }]
    }),
    context.editions(region),
  )
  await markDirty(tx, region, await dropMonthsOf(tx, region, whole))
  await markUndone(
    tx,
    region,
    importId,
    lines.map(({ line }) => line),
  )
  await writeJournal(
    tx,
    ids.map((id) => ({
      at: by.at,
      actor: by.account,
      role: by.scope.role,
      subject: children.get(id)?.person_id ?? id,
      action: 'child.import-undone',
    })),
  )
  await updateImport(tx, region, importId, { undo_counts: JSON.stringify(counts) })
  return lines.at(-1)?.line
}

function takeBack(
  line: ImportLineRow,
  measured: readonly StoredMeasurement[],
  withdrawn: Set<string>,
  restored: Set<string>,
  counts: { -readonly [K in keyof UndoCounts]: UndoCounts[K] },
): void {
  const mine = measured.find(({ id }) => id === line.measurement_id)
  if (mine === undefined) return
  if (mine.state !== 'recorded') {
    counts.kept++
    return
  }
  withdrawn.add(mine.id)
  counts.withdrawn++
  if (line.replaced_id !== null) restored.add(line.replaced_id)
}
