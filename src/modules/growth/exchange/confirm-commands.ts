// Writing an import: what the preview showed, some hundred children at a time. Must stay true: nothing is written that was not
// shown; a broken-off import goes on where it stopped, whoever goes on; two who go on write nothing twice.
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { writeOutbox } from '../../../platform/jobs/outbox.ts'
import { listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { actorOf } from './commands.ts'
import { analyzeSmallTables } from './import-bulk-store.ts'
import { linesOf, openFile, planNow } from './import-file.ts'
import { type ImportActor, journalImport } from './import-journal.ts'
import { answerPlan, countPlan, type PlanCounts, type PlanLine, writes } from './import-plan.ts'
import { findImport, lockImport, updateImport } from './import-store.ts'
import { writeLines } from './import-write.ts'
import type { Answer } from './incoming.ts'
import { scopeOfKey } from './scope.ts'

const CHILDREN_AT_ONCE = 400
const ANALYZE_AFTER = new Set([1, 3, 10])
const MINUTES = 60_000
/** More lines than this are written after the answer, by a job; the page shows how far it is. */
const AT_ONCE_IN_REQUEST = 500
export const WRITE_JOB = 'growth.import-write'

export type Progress = (done: number, all: number) => void
export type Given = { readonly digest: string; readonly answers: Readonly<Record<string, Answer>> }
type Begun = { readonly state: 'written' | 'writing'; readonly counts: PlanCounts; readonly lines: number }

/**
 * Takes the agreement to what the preview showed. Refuses `exchange.plan-changed` when the records have moved since,
 * `exchange.not-planned`, `exchange.nothing-to-write`, `not-found`. With `inJob` a large one is handed to a job in the same
 * transaction. A broken-off one is confirmed again and goes on.
 */
async function beginImport(
  context: GrowthContext,
  visitor: Visitor,
  importId: string,
  given: Given,
  inJob: boolean,
): Promise<Result<Begun & { readonly actor: ImportActor }>> {
  const region = visitor.region!.code
  const opened = await openFile(context, visitor, importId)
  if (!opened.ok) return opened
  const actor = actorOf(visitor, opened.value.scope)
  return context.database.inRegion(region, async (tx) => {
    await lockImport(tx, region, importId)
    const seen = await planNow(tx, context, region, importId, opened.value)
    if (!seen.ok) return seen
    const { head, digest } = seen.value
    if (head.state === 'written') return accept({ state: 'written', counts: head.counts, lines: 0, actor })
    if (head.state !== 'planned' && head.state !== 'writing') return refuse('exchange.not-planned')
    const goesOn = head.state === 'writing'
    if (!goesOn && digest !== given.digest) return refuse('exchange.plan-changed')
    const plan = answerPlan(seen.value.plan, goesOn ? head.answers : given.answers)
    const lines = plan.filter(writes).length
    if (lines === 0 && !goesOn) return refuse('exchange.nothing-to-write')
    const counts = goesOn ? head.counts : countPlan(plan)
    await updateImport(tx, region, importId, {
      state: 'writing',
      counts: JSON.stringify(counts),
      ...(goesOn ? {} : { answers: JSON.stringify(given.answers) }),
    })
    if (inJob && lines > AT_ONCE_IN_REQUEST)
      await writeOutbox(tx, {
        kind: WRITE_JOB,
        key: importId,
        payload: { importId, account: actor.account, role: actor.role, device: actor.device ?? null },
      })
    return accept({ state: 'writing', counts, lines, actor })
  })
}

/** Writes at once what the preview showed; refuses what `beginImport` does. For the command line and tests. */
export async function confirmImport(
  context: GrowthContext,
  visitor: Visitor,
  importId: string,
  given: Given,
  progress: Progress = () => {},
): Promise<Result<PlanCounts>> {
  const begun = await beginImport(context, visitor, importId, given, false)
  if (!begun.ok) return begun
  if (begun.value.state === 'writing')
    await writeImport(context, visitor.region!.code, importId, begun.value.actor, progress)
  return accept(begun.value.counts)
}

/** The same for a page: a large file is written by a job after the answer. */
export async function confirmImportSoon(
  context: GrowthContext,
  visitor: Visitor,
  importId: string,
  given: Given,
): Promise<Result<PlanCounts>> {
  const begun = await beginImport(context, visitor, importId, given, true)
  if (!begun.ok) return begun
  if (begun.value.state === 'writing' && begun.value.lines <= AT_ONCE_IN_REQUEST)
    await writeImport(context, visitor.region!.code, importId, begun.value.actor)
  return accept(begun.value.counts)
}

/** Writes what is left of an import that was agreed to. Safe to run twice and beside another run. */
export async function writeImport(
  context: GrowthContext,
  region: string,
  importId: string,
  actor: ImportActor,
  progress: Progress = () => {},
): Promise<void> {
  const at = context.clock.now()
  const begun = await context.database.inRegion(
    region,
    async (tx) => {
      const head = await findImport(tx, region, importId)
      if (head === undefined || head.state !== 'writing') return undefined
      return { head, scope: scopeOfKey(head.scope, actor.role, await listPosyandus(tx, region)) }
    },
    { readOnly: true },
  )
  if (begun === undefined) return
  const file = await linesOf(context, region, importId)
  if (!file.ok) throw new Error('A file that was planned cannot be read any more.')
  const { scope } = begun
  const seen = await context.database.inRegion(
    region,
    (tx) => planNow(tx, context, region, importId, { scope, lines: file.value }),
    { readOnly: true, statementTimeoutMs: MINUTES },
  )
  if (!seen.ok) return
  const lines = answerPlan(seen.value.plan, begun.head.answers).filter(writes)
  const by = { region, importId, scope, at, ...actor }
  let done = 0
  let groups = 0
  for (const group of groupsOf(lines)) {
    await context.database.inRegion(region, (tx) => writeLines(tx, context, by, group), {
      statementTimeoutMs: 5 * MINUTES,
    })
    if (ANALYZE_AFTER.has(++groups)) await context.database.asOwner(analyzeSmallTables)
    done += group.length
    progress(done, lines.length)
  }
  await context.database.inRegion(region, async (tx) => {
    const head = await lockImport(tx, region, importId)
    if (head?.state !== 'writing') return
    await updateImport(tx, region, importId, { state: 'written', written_at: at })
    await journalImport(tx, actor, at, 'child-import.written', importId)
    await writeOutbox(tx, { kind: 'growth.rollup', key: region })
  })
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
