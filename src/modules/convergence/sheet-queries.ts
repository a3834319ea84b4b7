// The sheet for the village meeting (rembuk): the scorecard as everyone at the table may see it, and what programmes promised already.
// Must stay true: no name, and small counts hidden whoever prints it, because paper goes from hand to hand.
import { accept, type Result } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { type ConvergenceTools, quarterOf } from './reading.ts'
import { readVillage } from './scorecard-queries.ts'
import { listAssignments } from './service-store.ts'
import type { SheetView } from './sheet-port.ts'
import { assignmentLine, namesFor } from './work-queries.ts'

export async function readSheet(
  tools: ConvergenceTools,
  visitor: Visitor,
  code: string,
  period: string | undefined,
): Promise<Result<SheetView>> {
  const village = await readVillage(tools, visitor, code, period, true)
  if (!village.ok) return village
  const region = visitor.region!.code
  return tools.db.inRegion(
    region,
    async (tx) => {
      const names = await namesFor(tx, region)
      const rows = await listAssignments(tx, region, { village: code, period: village.value.period.key, limit: 12 })
      return accept({
        village: village.value,
        assignments: rows.map((row) => assignmentLine(tools, region, row, names, false)),
        printedOn: tools.today(region),
        year: quarterOf(tools, region, period)!.year,
      })
    },
    { readOnly: true },
  )
}
