// The lines of a file that was taken, and what they would do now. Must stay true: who may not see the import finds nothing; the
// digest names the plan that was shown. Reading a file of a hundred thousand lines takes seconds, so the last few files stay read
// in memory for some minutes: a file under its id never changes, what it would do is worked out anew each time.
import { createHash } from 'node:crypto'
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { openSealed } from '../../../platform/secrets/seal.ts'
import { listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { ofDay } from '../count-months.ts'
import { openLookup } from './import-lookup.ts'
import { countPlan, type PlanCounts, type PlanLine, planImport as planLines } from './import-plan.ts'
import { findImport, type ImportRow, readImportFile } from './import-store.ts'
import type { IncomingLine } from './incoming.ts'
import { readLines } from './read-lines.ts'
import { type Scope, scopeOf } from './scope.ts'
import { readSheetFile } from './sheet-read.ts'

export const importFileContext = (importId: string) => `growth.import.file:${importId}`
const LINES_KEPT = 200_000
const KEPT_MS = 10 * 60_000
const recent = new Map<string, { readonly lines: readonly IncomingLine[]; readonly until: number }>()

export type Preview = {
  readonly head: ImportRow
  readonly plan: readonly PlanLine[]
  readonly counts: PlanCounts
  /** What the confirmation must name, so that nobody confirms another plan than the one seen. */
  readonly digest: string
}

/** The plan as it is now. Refuses `not-found`. */
export async function previewImport(
  context: GrowthContext,
  visitor: Visitor,
  importId: string,
): Promise<Result<Preview>> {
  const opened = await openFile(context, visitor, importId)
  if (!opened.ok) return opened
  const region = visitor.region!.code
  return context.database.inRegion(region, (tx) => planNow(tx, context, region, importId, opened.value), {
    readOnly: true,
  })
}

export type OpenedFile = { readonly scope: Scope; readonly lines: readonly IncomingLine[] }

/** The file of an import, read outside any transaction: unpacking a large one takes seconds. Refuses `not-found`. */
export async function openFile(
  context: GrowthContext,
  visitor: Visitor,
  importId: string,
): Promise<Result<OpenedFile>> {
  const region = visitor.region!.code
  if (!isUuid(importId)) return refuse('not-found')
  const found = await context.database.inRegion(
    region,
    async (tx) => {
      const scope = scopeOf(visitor, await listPosyandus(tx, region))
      const head = await findImport(tx, region, importId)
      if (!scope.ok || head === undefined || head.scope !== scope.value.key) return refuse('not-found')
      return scope
    },
    { readOnly: true },
  )
  if (!found.ok) return found
  const lines = await linesOf(context, region, importId)
  return lines.ok ? accept({ scope: found.value, lines: lines.value }) : lines
}

/** The lines of an import's file, whoever asks; access is checked before. */
export async function linesOf(
  context: GrowthContext,
  region: string,
  importId: string,
): Promise<Result<readonly IncomingLine[]>> {
  const key = `${region} ${importId}`
  const now = context.clock.now().getTime()
  const known = recent.get(key)
  if (known !== undefined && known.until > now) return accept(known.lines)
  const file = await context.database.inRegion(region, (tx) => readImportFile(tx, region, importId), { readOnly: true })
  const rows = await readSheetFile(openSealed(context.ring, file, importFileContext(importId)))
  const sheet = rows.ok ? readLines(rows.value) : rows
  if (!sheet.ok) return sheet
  keepLines(key, sheet.value.lines, now)
  return accept(sheet.value.lines)
}

/** Keeps the lines that were just read for who looks at the preview next. */
export function rememberLines(
  context: GrowthContext,
  region: string,
  importId: string,
  lines: readonly IncomingLine[],
) {
  keepLines(`${region} ${importId}`, lines, context.clock.now().getTime())
}

function keepLines(key: string, lines: readonly IncomingLine[], now: number): void {
  recent.delete(key)
  recent.set(key, { lines, until: now + KEPT_MS })
  let kept = 0
  for (const [other, { lines: some, until }] of [...recent].reverse()) {
    kept += some.length
    if (other !== key && (until <= now || kept > LINES_KEPT)) recent.delete(other)
  }
  setTimeout(() => {
    if (recent.get(key)?.lines === lines) recent.delete(key)
  }, KEPT_MS).unref()
}

export async function planNow(
  tx: Tx,
  context: GrowthContext,
  region: string,
  importId: string,
  { scope, lines }: OpenedFile,
): Promise<Result<Preview>> {
  const head = await findImport(tx, region, importId)
  if (head === undefined) return refuse('not-found')
  const plan = await planOf(tx, context, region, scope, lines)
  const digest = createHash('sha256')
    .update(plan.map(({ line, state }) => `${line}${state}`).join())
    .digest('hex')
  return accept({ head, plan, counts: countPlan(plan), digest })
}

export async function planOf(
  tx: Tx,
  context: GrowthContext,
  region: string,
  scope: Scope,
  lines: Parameters<typeof planLines>[0],
): Promise<readonly PlanLine[]> {
  const lookup = await openLookup(tx, context, region, scope, lines)
  const editions = context.editions(region)
  return planLines(lines, {
    lookup,
    today: context.today(region),
    edition: (day) => ofDay(editions, day).measuring,
  })
}
