// Taking a written import back. Must stay true: pressed twice it undoes once; what a health worker verified or changed since is
// kept and counted; a broken-off undo goes on where it stopped.
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { writeOutbox } from '../../../platform/jobs/outbox.ts'
import { listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { actorOf } from './commands.ts'
import { type ImportActor, journalImport } from './import-journal.ts'
import { countImportLines, lockImport, updateImport } from './import-store.ts'
import { undoLines } from './import-undo.ts'
import { scopeOf, scopeOfKey } from './scope.ts'
import type { UndoCounts } from './tables.ts'

/** More lines than this are taken back by a job after the answer. */
const AT_ONCE_IN_REQUEST = 1000
const LAST_LINE = 2_147_483_647
const MINUTES = 60_000
export const UNDO_JOB = 'growth.import-undo'
const NOTHING: UndoCounts = { withdrawn: 0, children: 0, kept: 0 }

async function beginUndo(context: GrowthContext, visitor: Visitor, importId: string, inJob: boolean) {
  const region = visitor.region!.code
  if (!isUuid(importId)) return refuse('not-found')
  return context.database.inRegion(
    region,
    async (
      tx,
    ): Promise<Result<{ readonly actor: ImportActor; readonly lines: number; readonly done?: UndoCounts }>> => {
      const scope = scopeOf(visitor, await listPosyandus(tx, region))
      const head = await lockImport(tx, region, importId)
      if (!scope.ok || head === undefined || head.scope !== scope.value.key) return refuse('not-found')
      const actor = actorOf(visitor, scope.value)
      if (head.state === 'undone') return accept({ actor, lines: 0, done: head.undo_counts ?? NOTHING })
      if (head.state !== 'written' && head.state !== 'undoing' && head.state !== 'writing')
        return refuse('exchange.not-planned')
      await updateImport(tx, region, importId, { state: 'undoing' })
      const { written, undone } = await countImportLines(tx, region, importId)
      const lines = written - undone
      if (inJob && lines > AT_ONCE_IN_REQUEST)
        await writeOutbox(tx, {
          kind: UNDO_JOB,
          key: importId,
          payload: { importId, account: actor.account, role: actor.role, device: actor.device ?? null },
        })
      return accept({ actor, lines })
    },
  )
}

/**
 * Takes a written import back at once: its measurings are withdrawn, those they replaced stand again, added values go, and new
 * children without any other measuring go too. Refuses `not-found`, `exchange.not-planned`.
 */
export async function undoImport(
  context: GrowthContext,
  visitor: Visitor,
  importId: string,
): Promise<Result<UndoCounts>> {
  const begun = await beginUndo(context, visitor, importId, false)
  if (!begun.ok) return begun
  if (begun.value.done !== undefined) return accept(begun.value.done)
  return accept(await takeBack(context, visitor.region!.code, importId, begun.value.actor))
}

/** The same for a page: a large one is taken back by a job after the answer. */
export async function undoImportSoon(
  context: GrowthContext,
  visitor: Visitor,
  importId: string,
): Promise<Result<true>> {
  const begun = await beginUndo(context, visitor, importId, true)
  if (!begun.ok) return begun
  if (begun.value.done === undefined && begun.value.lines <= AT_ONCE_IN_REQUEST)
    await takeBack(context, visitor.region!.code, importId, begun.value.actor)
  return accept(true)
}

/** Takes back what is left of an import whose undoing was asked for. Safe to run twice and beside another run. */
export async function takeBack(
  context: GrowthContext,
  region: string,
  importId: string,
  actor: ImportActor,
): Promise<UndoCounts> {
  const at = context.clock.now()
  let below = LAST_LINE
  for (;;) {
    const lowest = await context.database.inRegion(
      region,
      async (tx) => {
        const head = await lockImport(tx, region, importId)
        if (head?.state !== 'undoing') return undefined
        const scope = scopeOfKey(head.scope, actor.role, await listPosyandus(tx, region))
        return undoLines(tx, context, { region, importId, scope, at, ...actor }, below)
      },
      { statementTimeoutMs: 5 * MINUTES },
    )
    if (lowest === undefined) break
    below = lowest
  }
  return context.database.inRegion(region, async (tx) => {
    const head = await lockImport(tx, region, importId)
    const counts = head?.undo_counts ?? NOTHING
    if (head?.state !== 'undoing') return counts
    await updateImport(tx, region, importId, {
      state: 'undone',
      undone_at: at,
      undone_by: actor.account,
      undo_counts: JSON.stringify(counts),
    })
    await journalImport(tx, actor, at, 'child-import.undone', importId)
    await writeOutbox(tx, { kind: 'growth.rollup', key: region })
    return counts
  })
}
