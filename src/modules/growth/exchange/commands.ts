// Imports: a file is taken and planned, then written, then perhaps taken back. Must stay true: nothing is written before somebody
// confirms what the preview showed; the same file again changes nothing; a broken-off import or undo goes on where it stopped.
import { createHash } from 'node:crypto'
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { newId } from '../../../platform/ids.ts'
import { writeOutbox } from '../../../platform/jobs/outbox.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { openSealed, seal } from '../../../platform/secrets/seal.ts'
import { listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { openLookup } from './import-lookup.ts'
import {
  answerPlan,
  countPlan,
  type PlanCounts,
  type PlanLine,
  planImport as planLines,
  writes,
} from './import-plan.ts'
import {
  findImport,
  findSameFile,
  type ImportRow,
  insertImport,
  lockImport,
  readImportFile,
  updateImport,
} from './import-store.ts'
import { undoLines } from './import-undo.ts'
import { type ImportBy, writeLines } from './import-write.ts'
import type { Answer, IncomingLine } from './incoming.ts'
import { readLines } from './read-lines.ts'
import { type Scope, scopeOf } from './scope.ts'
import { readSheetFile } from './sheet-read.ts'
import type { UndoCounts } from './tables.ts'

export const importFileContext = (importId: string) => `growth.import.file:${importId}`
export const fingerprintOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const CHILDREN_AT_ONCE = 400
const MINUTES = 60_000

export type Progress = (done: number, all: number) => void
export type Preview = {
  readonly head: ImportRow
  readonly plan: readonly PlanLine[]
  readonly counts: PlanCounts
  /** What the confirmation must name, so that nobody confirms another plan than the one seen. */
  readonly digest: string
}

/** Takes a file. The same file once more gives the import that exists. Refuses what sheet-read.ts and read-lines.ts refuse. */
export async function planImport(
  context: GrowthContext,
  visitor: Visitor,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<{ readonly importId: string; readonly known: boolean }>> {
  const region = visitor.region!.code
  const fingerprint = fingerprintOf(file.bytes)
  const rows = await readSheetFile(file.bytes)
  const sheet = rows.ok ? readLines(rows.value) : rows
  return context.database.inRegion(region, async (tx) => {
    const scope = scopeOf(visitor, await listPosyandus(tx, region))
    if (!scope.ok) return scope
    if (!sheet.ok) return sheet
    const before = await findSameFile(tx, region, scope.value.key, fingerprint)
    if (before !== undefined) return accept({ importId: before.import_id, known: true })
    const plan = await planOf(tx, context, region, scope.value, sheet.value.lines)
    const importId = newId()
    const at = context.clock.now()
    await insertImport(tx, {
      region_code: region,
      import_id: importId,
      fingerprint,
      file_name: fileName(file.name),
      file: seal(context.ring, file.bytes, importFileContext(importId)),
      sheet: sheet.value.sheet,
      template: sheet.value.template,
      lines: sheet.value.lines.length,
      account: visitor.actor!.accountId,
      role: scope.value.role,
      scope: scope.value.key,
      state: 'planned',
      answers: '{}',
      counts: JSON.stringify(countPlan(plan)),
      planned_at: at,
    })
    await journal(tx, visitor, scope.value, at, 'child-import.planned', importId)
    return accept({ importId, known: false })
  })
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
  return context.database.inRegion(region, (tx) => preview(tx, context, region, importId, opened.value), {
    readOnly: true,
  })
}

type OpenedFile = { readonly scope: Scope; readonly lines: readonly IncomingLine[] }

/** The file of an import, read outside any transaction: unpacking a large one takes seconds. */
async function openFile(context: GrowthContext, visitor: Visitor, importId: string): Promise<Result<OpenedFile>> {
  const region = visitor.region!.code
  if (!isUuid(importId)) return refuse('not-found')
  const found = await context.database.inRegion(
    region,
    async (tx) => {
      const scope = scopeOf(visitor, await listPosyandus(tx, region))
      const head = await findImport(tx, region, importId)
      if (!scope.ok || head === undefined || head.scope !== scope.value.key) return refuse('not-found')
      return accept({ scope: scope.value, file: await readImportFile(tx, region, importId) })
    },
    { readOnly: true },
  )
  if (!found.ok) return found
  const rows = await readSheetFile(openSealed(context.ring, found.value.file, importFileContext(importId)))
  const sheet = rows.ok ? readLines(rows.value) : rows
  return sheet.ok ? accept({ scope: found.value.scope, lines: sheet.value.lines }) : sheet
}

async function preview(
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

async function planOf(
  tx: Tx,
  context: GrowthContext,
  region: string,
  scope: Scope,
  lines: Parameters<typeof planLines>[0],
): Promise<readonly PlanLine[]> {
  const lookup = await openLookup(tx, context, region, scope, lines)
  return planLines(lines, { lookup, today: context.today(region), edition: context.editions(region).measuring })
}

/**
 * Writes what the preview showed. Refuses `exchange.plan-changed` when the records have moved since, `exchange.not-planned`,
 * `exchange.nothing-to-write`, `not-found`. A broken-off one is confirmed again and goes on.
 */
export async function confirmImport(
  context: GrowthContext,
  visitor: Visitor,
  importId: string,
  given: { readonly digest: string; readonly answers: Readonly<Record<string, Answer>> },
  progress: Progress = () => {},
): Promise<Result<PlanCounts>> {
  const region = visitor.region!.code
  const at = context.clock.now()
  const opened = await openFile(context, visitor, importId)
  if (!opened.ok) return opened
  const { scope } = opened.value
  const begun = await context.database.inRegion(region, async (tx) => {
    await lockImport(tx, region, importId)
    const seen = await preview(tx, context, region, importId, opened.value)
    if (!seen.ok) return seen
    const { head, digest } = seen.value
    if (head.state === 'written') return accept({ done: head.counts })
    if (head.state !== 'planned' && head.state !== 'writing') return refuse('exchange.not-planned')
    const goesOn = head.state === 'writing'
    if (!goesOn && digest !== given.digest) return refuse('exchange.plan-changed')
    const plan = answerPlan(seen.value.plan, goesOn ? head.answers : given.answers)
    const lines = plan.filter(writes)
    if (lines.length === 0 && !goesOn) return refuse('exchange.nothing-to-write')
    const counts = goesOn ? head.counts : countPlan(plan)
    await updateImport(tx, region, importId, {
      state: 'writing',
      counts: JSON.stringify(counts),
      ...(goesOn ? {} : { answers: JSON.stringify(given.answers) }),
    })
    return accept({ lines, counts })
  })
  if (!begun.ok) return begun
  if ('done' in begun.value) return accept(begun.value.done)
  const { lines, counts } = begun.value
  const by: ImportBy = {
    region,
    importId,
    account: visitor.actor!.accountId,
    scope,
    at,
    ...(visitor.device === undefined ? {} : { device: visitor.device }),
  }
  let done = 0
  for (const group of groupsOf(lines)) {
    await context.database.inRegion(region, (tx) => writeLines(tx, context, by, group), {
      statementTimeoutMs: 5 * MINUTES,
    })
    done += group.length
    progress(done, lines.length)
  }
  await context.database.inRegion(region, async (tx) => {
    await updateImport(tx, region, importId, { state: 'written', written_at: at })
    await journal(tx, visitor, scope, at, 'child-import.written', importId)
    await writeOutbox(tx, { kind: 'growth.rollup', key: region })
  })
  return accept(counts)
}

/** The lines of some hundred children at a time, a child's lines together. */
function* groupsOf(lines: readonly PlanLine[]): Generator<readonly PlanLine[]> {
  const byChild = new Map<string, PlanLine[]>()
  for (const line of lines) {
    const key = line.child?.kind === 'known' ? line.child.childId : (line.child?.key ?? '')
    const mine = byChild.get(key)
    if (mine === undefined) byChild.set(key, [line])
    else mine.push(line)
  }
  const children = [...byChild.values()]
  for (let i = 0; i < children.length; i += CHILDREN_AT_ONCE) yield children.slice(i, i + CHILDREN_AT_ONCE).flat()
}

/**
 * Takes a written import back: its measurings are withdrawn, those they replaced stand again, added values go, and new children
 * without any other measuring go too. What was verified or changed since is kept and counted. Pressing twice undoes once.
 */
export async function undoImport(
  context: GrowthContext,
  visitor: Visitor,
  importId: string,
): Promise<Result<UndoCounts>> {
  const region = visitor.region!.code
  const at = context.clock.now()
  if (!isUuid(importId)) return refuse('not-found')
  const begun = await context.database.inRegion(region, async (tx) => {
    const scope = scopeOf(visitor, await listPosyandus(tx, region))
    const head = await lockImport(tx, region, importId)
    if (!scope.ok || head === undefined || head.scope !== scope.value.key) return refuse('not-found')
    if (head.state === 'undone') return accept({ done: head.undo_counts ?? { withdrawn: 0, children: 0, kept: 0 } })
    if (head.state !== 'written' && head.state !== 'undoing' && head.state !== 'writing')
      return refuse('exchange.not-planned')
    await updateImport(tx, region, importId, { state: 'undoing' })
    return accept({ scope: scope.value })
  })
  if (!begun.ok) return begun
  if ('done' in begun.value) return accept(begun.value.done)
  const { scope } = begun.value
  for (;;) {
    const rest = await context.database.inRegion(region, (tx) =>
      undoLines(tx, context, { region, importId, account: visitor.actor!.accountId, scope, at }),
    )
    if (rest === 0) break
  }
  return context.database.inRegion(region, async (tx) => {
    const head = await lockImport(tx, region, importId)
    const counts = head?.undo_counts ?? { withdrawn: 0, children: 0, kept: 0 }
    await updateImport(tx, region, importId, {
      state: 'undone',
      undone_at: at,
      undone_by: visitor.actor!.accountId,
      undo_counts: JSON.stringify(counts),
    })
    await journal(tx, visitor, scope, at, 'child-import.undone', importId)
    await writeOutbox(tx, { kind: 'growth.rollup', key: region })
    return accept(counts)
  })
}

/** Puts a planned file away without writing anything. */
export async function dropImport(context: GrowthContext, visitor: Visitor, importId: string): Promise<Result<true>> {
  const region = visitor.region!.code
  if (!isUuid(importId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx) => {
    const scope = scopeOf(visitor, await listPosyandus(tx, region))
    const head = await lockImport(tx, region, importId)
    if (!scope.ok || head === undefined || head.scope !== scope.value.key) return refuse('not-found')
    if (head.state === 'dropped') return accept(true)
    if (head.state !== 'planned') return refuse('exchange.not-planned')
    await updateImport(tx, region, importId, { state: 'dropped' })
    return accept(true)
  })
}

async function journal(tx: Tx, visitor: Visitor, scope: Scope, at: Date, action: string, importId: string) {
  await writeJournal(tx, {
    at,
    actor: visitor.actor!.accountId,
    role: scope.role,
    ...(visitor.device === undefined ? {} : { device: visitor.device }),
    action,
    fields: [importId],
  })
}

/** A name to show again: no path, no signs that steer a terminal, no long number. */
function fileName(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').replace(/\d{12,}/g, '…')
  return plain.slice(0, 120) || 'berkas'
}
