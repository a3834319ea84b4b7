// Visits of family assistants (migration 0118). SQL only; a visit is added, never changed.
import type { Tx } from '../../platform/db/tx.ts'

export type FamilyVisitRow = {
  region_code: string
  family_id: string
  visit_id: string
  village_code: string
  visited_on: string
  topics: string[]
  words: Uint8Array | null
  next_on: string | null
  role: string
  noted_by: string
  noted_at: Date
}
type VisitTables = { convergence_family_visit: FamilyVisitRow }
const MOST = 12

/** The same visit twice is once. */
export async function insertFamilyVisit(tx: Tx, row: FamilyVisitRow): Promise<void> {
  await tx
    .withTables<VisitTables>()
    .insertInto('convergence_family_visit')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Newest first. */
export function listFamilyVisits(tx: Tx, region: string, familyId: string): Promise<FamilyVisitRow[]> {
  return tx
    .withTables<VisitTables>()
    .selectFrom('convergence_family_visit')
    .selectAll()
    .where('region_code', '=', region)
    .where('family_id', '=', familyId)
    .orderBy('visited_on', 'desc')
    .orderBy('noted_at', 'desc')
    .limit(MOST)
    .execute()
}
