// What a case that undoes an earlier one must know of it, found the same way for the officer who looks (preview) and for the
// approval (prepare). Must stay true: both see the same past, so that neither refuses what the other accepts. Reads only.
import { readCaseNumber } from '../../kernel/case-number.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Scope } from '../catalogue/scope.ts'
import type { Effect } from '../register/effect.ts'
import type { CaseSnapshot, CasesContext } from './context.ts'
import { findCaseByNumber } from './store.ts'

/** The ids of the cases that `reverseEffects` names by number, by that number as it was typed. */
export async function caseIdsByNumber(
  tx: Tx,
  region: RegionCode,
  effects: readonly Effect[],
  scope: Scope,
): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {}
  for (const effect of effects) {
    if (effect.op !== 'reverseEffects' || typeof effect.of === 'string' || !('caseNumber' in effect.of)) continue
    const found = scope.answer(effect.of.caseNumber)
    if (found.is !== 'known' || typeof found.value !== 'string') continue
    const typed = found.value.trim()
    const read = readCaseNumber(typed)
    const row = read.ok ? await findCaseByNumber(tx, region, read.value.caseNumber) : undefined
    if (row !== undefined) ids[typed] = row.case_id
  }
  return ids
}

/** The snapshot with the past that the effects undo; as it is for all others. */
export async function withPast(
  tx: Tx,
  context: CasesContext,
  region: RegionCode,
  { effects, scope, snapshot }: { effects: readonly Effect[]; scope: Scope; snapshot: CaseSnapshot },
): Promise<CaseSnapshot> {
  if (!effects.some((effect) => effect.op === 'reverseEffects')) return snapshot
  const numbers = await caseIdsByNumber(tx, region, effects, scope)
  return {
    ...snapshot,
    ...(await context.register.loadPast(tx, region, { effects, scope, snapshot, caseIdsByNumber: numbers })),
  }
}
