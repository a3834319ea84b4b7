// Checks of brides and grooms (migration 0106). SQL only; a check is added, never changed.
import type { Tx } from '../../platform/db/tx.ts'
import type { Smoke } from './couple.ts'

export type CoupleTables = {
  convergence_couple_check: {
    region_code: string
    check_id: string
    person_id: string
    village_code: string
    checked_on: string
    wedding_on: string | null
    weight_g: number | null
    height_tenth_mm: number | null
    arm_tenth_mm: number | null
    haemoglobin_tenth_gdl: number | null
    smoke: Smoke | null
    edition: string
    source: string
    noted_by: string
    noted_at: Date
  }
}
export type CoupleCheckRow = CoupleTables['convergence_couple_check']
const MOST = 20

export async function insertCoupleCheck(tx: Tx, row: CoupleCheckRow): Promise<void> {
  await tx.withTables<CoupleTables>().insertInto('convergence_couple_check').values(row).execute()
}

/** Newest first. */
export async function listCoupleChecks(tx: Tx, region: string, personId: string): Promise<readonly CoupleCheckRow[]> {
  return tx
    .withTables<CoupleTables>()
    .selectFrom('convergence_couple_check')
    .selectAll()
    .where('region_code', '=', region)
    .where('person_id', '=', personId)
    .orderBy('checked_on', 'desc')
    .orderBy('noted_at', 'desc')
    .limit(MOST)
    .execute()
}
