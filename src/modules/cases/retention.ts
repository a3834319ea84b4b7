// What goes from cases whose time is over, a page at a time. Must stay true: a draft goes whole, a closed case keeps number
// and history, an issued one keeps its answers; a case somebody works on is never touched.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { emptyAnswers } from './case-codec.ts'
import { type EndState, emptyCase, letGoOfUploads, lockFullCases, markEmptied } from './retention-store.ts'

export type CaseRetention = { readonly states: readonly EndState[]; readonly keepsAnswers: boolean }
export const DRAFTS: CaseRetention = { states: ['discarded'], keepsAnswers: false }
export const CLOSED: CaseRetention = { states: ['rejected', 'withdrawn', 'expired'], keepsAnswers: false }
export const ISSUED: CaseRetention = { states: ['completed', 'annulled'], keepsAnswers: true }

/** One page; gives how many cases it emptied, 0 when nothing is left. */
export async function emptyOldCases(
  tx: Tx,
  ring: KeyRing,
  region: RegionCode,
  { states, keepsAnswers }: CaseRetention,
  before: Date,
  now: Date,
  limit: number,
): Promise<number> {
  const ids = await lockFullCases(tx, region, states, before, limit)
  if (ids.length === 0) return 0
  await letGoOfUploads(tx, region, ids, now)
  if (!keepsAnswers) for (const id of ids) await emptyCase(tx, region, id, emptyAnswers(ring, id))
  await markEmptied(tx, region, ids, now)
  return ids.length
}
