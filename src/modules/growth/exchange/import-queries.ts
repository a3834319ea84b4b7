// Reading imports for their pages: the list, one with its plan or its result. Must stay true: access as in the commands.

import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import type { ExchangeView, ImportHead, ImportView } from './exchange-port.ts'
import { EXPORT_TABLES } from './export-tables.ts'
import { previewImport } from './import-file.ts'
import { countImportLines, findImport, type ImportRow, listDifferences, listImports } from './import-store.ts'
import { defined } from './read-lines.ts'
import { scopeOf, seesCounts } from './scope.ts'

const HISTORY = 30
const DIFFERENCES = 200

/** Refuses `not-found` to who may exchange nothing. */
export async function exchangeOverview(
  context: GrowthContext,
  visitor: Visitor,
  month: string | undefined,
): Promise<Result<ExchangeView>> {
  const region = visitor.region!.code
  return context.database.inRegion(
    region,
    async (tx) => {
      const scope = scopeOf(visitor, await listPosyandus(tx, region))
      if (!scope.ok && !seesCounts(visitor)) return refuse('not-found')
      const history = scope.ok ? await listImports(tx, region, [scope.value.key], HISTORY) : []
      const today = context.today(region).slice(0, 7)
      return accept({
        tables: EXPORT_TABLES.filter((table) => scope.ok || table.for === 'counts'),
        month: month !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) && month <= today ? month : today,
        imports: scope.ok,
        history: history.map(headOf),
      })
    },
    { readOnly: true },
  )
}

export async function readImport(
  context: GrowthContext,
  visitor: Visitor,
  importId: string,
): Promise<Result<ImportView>> {
  const region = visitor.region!.code
  if (!isUuid(importId)) return refuse('not-found')
  const found = await context.database.inRegion(
    region,
    async (tx) => {
      const scope = scopeOf(visitor, await listPosyandus(tx, region))
      const row = await findImport(tx, region, importId)
      if (!scope.ok || row === undefined || row.scope !== scope.value.key) return refuse('not-found')
      const differing = row.state === 'written' ? await listDifferences(tx, region, importId, DIFFERENCES) : []
      const progress =
        row.state === 'writing' || row.state === 'undoing' ? await countImportLines(tx, region, importId) : undefined
      return accept({ row, differing, progress })
    },
    { readOnly: true },
  )
  if (!found.ok) return found
  const { row, differing, progress } = found.value
  const differences = differing.map(({ line, differences: list }) => ({ line, list: list ?? [] }))
  if (row.state === 'written' && row.counts.refused > 0) {
    const seen = await previewImport(context, visitor, importId)
    const refused = seen.ok ? seen.value.plan.filter(({ state }) => state === 'refused') : []
    return accept({ head: headOf(row), differences, refused })
  }
  if (row.state !== 'planned')
    return accept({
      head: headOf(row),
      differences,
      ...(progress === undefined
        ? {}
        : {
            progress:
              row.state === 'writing'
                ? { done: progress.written, all: row.counts.added + row.counts.changed }
                : { done: progress.undone, all: progress.written },
          }),
    })
  const seen = await previewImport(context, visitor, importId)
  if (!seen.ok) return seen
  const { plan, counts, digest } = seen.value
  return accept({ head: headOf(row), plan: { lines: plan, counts, digest }, differences })
}

function headOf(row: ImportRow): ImportHead {
  return {
    importId: row.import_id,
    fileName: row.file_name,
    fingerprint: row.fingerprint,
    sheet: row.sheet,
    template: row.template,
    lines: row.lines,
    state: row.state,
    counts: row.counts,
    plannedAt: row.planned_at,
    ...defined({
      undoCounts: row.undo_counts ?? undefined,
      writtenAt: row.written_at ?? undefined,
      undoneAt: row.undone_at ?? undefined,
    }),
  }
}
