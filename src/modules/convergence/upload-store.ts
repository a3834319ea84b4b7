// SQL of uploaded lists. Must stay true: one row a file, programme and service.
import type { Tx } from '../../platform/db/tx.ts'
import type { ConvergenceTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<ConvergenceTables>()
export type UploadRow = ConvergenceTables['convergence_upload']

/** The row, or the one that was there for the same file. */
export async function insertUpload(tx: Tx, row: UploadRow): Promise<UploadRow> {
  await tables(tx)
    .insertInto('convergence_upload')
    .values(row)
    .onConflict((c) => c.columns(['region_code', 'programme_id', 'service', 'file_hash']).doNothing())
    .execute()
  return tables(tx)
    .selectFrom('convergence_upload')
    .selectAll()
    .where('region_code', '=', row.region_code)
    .where('programme_id', '=', row.programme_id)
    .where('service', '=', row.service)
    .where('file_hash', '=', row.file_hash)
    .executeTakeFirstOrThrow()
}

export async function findUpload(tx: Tx, region: string, id: string, hold = false): Promise<UploadRow | undefined> {
  const row = tables(tx)
    .selectFrom('convergence_upload')
    .selectAll()
    .where('region_code', '=', region)
    .where('upload_id', '=', id)
  return (hold ? row.forUpdate() : row).executeTakeFirst()
}

export async function markApplied(
  tx: Tx,
  region: string,
  id: string,
  done: { readonly added: number; readonly known: number; readonly refused: number; readonly at: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('convergence_upload')
    .set({ state: 'applied', added: done.added, known: done.known, refused: done.refused, applied_at: done.at })
    .where('region_code', '=', region)
    .where('upload_id', '=', id)
    .execute()
}

/** Uploads of agencies, newest first. */
export async function listUploads(tx: Tx, region: string, agencies: readonly string[]): Promise<readonly UploadRow[]> {
  if (agencies.length === 0) return []
  return tables(tx)
    .selectFrom('convergence_upload')
    .selectAll()
    .where('region_code', '=', region)
    .where('agency_id', 'in', [...agencies])
    .orderBy('uploaded_at', 'desc')
    .limit(20)
    .execute()
}
