// Imports: a file is taken and planned, or put away unwritten. Must stay true: nothing is written before somebody confirms what
// the preview showed; the same file again changes nothing.
import { createHash } from 'node:crypto'
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { newId } from '../../../platform/ids.ts'
import { seal } from '../../../platform/secrets/seal.ts'
import { listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { importFileContext, planOf, rememberLines } from './import-file.ts'
import { type ImportActor, journalImport } from './import-journal.ts'
import { countPlan } from './import-plan.ts'
import { findSameFile, insertImport, lockImport, updateImport } from './import-store.ts'
import { defined, readLines } from './read-lines.ts'
import { type Scope, scopeOf } from './scope.ts'
import { readSheetFile } from './sheet-read.ts'

export const fingerprintOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
export const actorOf = (visitor: Visitor, scope: Scope): ImportActor => ({
  account: visitor.actor!.accountId,
  role: scope.role,
  ...defined({ device: visitor.device }),
})

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
    await journalImport(tx, actorOf(visitor, scope.value), at, 'child-import.planned', importId)
    rememberLines(context, region, importId, sheet.value.lines)
    return accept({ importId, known: false })
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

/** A name to show again: no path, no signs that steer a terminal, no long number. */
function fileName(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').replace(/\d{12,}/g, '…')
  return plain.slice(0, 120) || 'berkas'
}
