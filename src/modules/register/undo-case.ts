// Takes back what a committed case did to the register: a case that should never have been approved. Must stay true: a change of its
// own, with all rules, history and events; nothing is erased; later cases that built on it are named and settled first.
import { accept, type Result } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Change } from './change.ts'
import { recordDirectly } from './direct-change.ts'
import { retireEmptied } from './effects/retire-family.ts'
import { loadSnapshot } from './load.ts'
import { loadPastCaseById } from './past-cases.ts'
import { undoPastCase } from './reverse.ts'
import { checkTransfers, writeTransfers } from './transfers.ts'
import type { Writing } from './write-changes.ts'

export type CaseUndoing = {
  readonly caseId: string
  readonly today: string
  readonly actor: { readonly account: string; readonly role: string; readonly unit?: string }
}

/**
 * What was changed back; nothing for a case that had changed nothing. Refusals: `register-later-cases`,
 * `register-changed-since`, `register-card-retired`, `register-transfer-final`, `register-letter-claimed`, `register-changed`, the invariants'.
 */
export async function undoCase(
  tx: Tx,
  writing: Writing,
  { caseId, today, actor }: CaseUndoing,
): Promise<Result<readonly Change[]>> {
  const { ring, region, newId } = writing
  const past = await loadPastCaseById(tx, ring, region, caseId)
  if (past === undefined) return accept([])
  const snapshot = await loadSnapshot(tx, ring, region, past.keys)
  const undone = undoPastCase(snapshot, past.past, today, newId)
  if (!undone.ok) return undone
  const register = undone.value
  retireEmptied({ register })
  const transfers = await checkTransfers(tx, region, register.changes)
  if (!transfers.ok) return transfers
  const done = await recordDirectly(tx, writing, {
    id: newId(),
    register,
    today,
    action: 'register.annul',
    actor,
    undoes: [caseId],
  })
  if (!done.ok) return done
  await writeTransfers(tx, writing, done.value)
  return accept(done.value.changes)
}
