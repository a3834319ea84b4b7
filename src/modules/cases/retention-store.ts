// SQL of what goes from old cases: contents, contact, notes of faults, uploads. Must stay true: number, states and events
// stay; bytes that another upload or paper still names stay; running it again finds nothing.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CasesTables } from './tables.ts'

type Tables = Omit<CasesTables, 'case_file'> & {
  case_file: CasesTables['case_file'] & { emptied_at: Date | null }
  files: { region_code: string; hash: string }
}
const tables = (tx: Tx) => tx.withTables<Tables>()

/** States in which nobody works on the case any more. */
export type EndState = 'discarded' | 'expired' | 'withdrawn' | 'rejected' | 'completed' | 'annulled'

/** Cases that came into one of these states before `before` and still have what goes; locked. */
export async function lockFullCases(
  tx: Tx,
  region: RegionCode,
  states: readonly EndState[],
  before: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom('case_file')
    .select('case_id')
    .where('region_code', '=', region)
    .where('emptied_at', 'is', null)
    .where('state', 'in', [...states])
    .where('state_since', '<', before)
    .orderBy('state_since')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => row.case_id)
}

/** Removes what the person wrote; `sealed` is an empty form under the case's own seal. */
export async function emptyCase(tx: Tx, region: RegionCode, caseId: string, sealed: Uint8Array): Promise<void> {
  await tables(tx)
    .updateTable('case_file')
    .set({ answers: sealed, contact: null, follow_up_hash: null, subject_key: null })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .execute()
  await tables(tx)
    .updateTable('case_fault')
    .set({ note: null })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('note', 'is not', null)
    .execute()
}

export async function markEmptied(tx: Tx, region: RegionCode, ids: readonly string[], at: Date): Promise<void> {
  await tables(tx)
    .updateTable('case_file')
    .set({ emptied_at: at })
    .where('region_code', '=', region)
    .where('case_id', 'in', [...ids])
    .execute()
}

/** Takes the uploads of these cases out and lets go of the bytes that nothing else names; the rows stay with their hash. */
export async function letGoOfUploads(tx: Tx, region: RegionCode, ids: readonly string[], at: Date): Promise<void> {
  const rows = await tables(tx)
    .selectFrom('case_upload')
    .select('file_hash')
    .distinct()
    .where('region_code', '=', region)
    .where('case_id', 'in', [...ids])
    .execute()
  await tables(tx)
    .updateTable('case_upload')
    .set({ removed_at: at })
    .where('region_code', '=', region)
    .where('case_id', 'in', [...ids])
    .where('removed_at', 'is', null)
    .execute()
  const hashes = rows.map((row) => row.file_hash)
  if (hashes.length === 0) return
  // Locked first: whoever keeps the same bytes at this moment waits, and is seen by the next statement or writes anew.
  await tables(tx)
    .selectFrom('files')
    .select('hash')
    .where('region_code', '=', region)
    .where('hash', 'in', hashes)
    .orderBy('hash')
    .forUpdate()
    .execute()
  await sql`
    delete from files f where f.region_code = ${region} and f.hash = any(${hashes}::text[])
      and not exists (select from case_upload u
        where u.region_code = ${region} and u.file_hash = f.hash and u.removed_at is null)
      and not exists (select from document d where d.region_code = ${region} and d.file_hash = f.hash)`.execute(tx)
}
