// SQL of uploads and of the faults a returned file lists.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CasesTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<CasesTables>()
export type UploadRow = Omit<CasesTables['case_upload'], 'created_at'> & { created_at: Date }
export type FaultRow = Omit<CasesTables['case_fault'], 'created_at'> & { created_at: Date }

/** The pictures in force: one document may have several pages, replaced ones are out. */
export async function listUploads(tx: Tx, region: RegionCode, caseId: string): Promise<readonly UploadRow[]> {
  return tables(tx)
    .selectFrom('case_upload')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
}

export async function findUpload(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  uploadId: string,
): Promise<UploadRow | undefined> {
  return tables(tx)
    .selectFrom('case_upload')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirst()
}

/** Stores an upload; the same id twice is one upload. */
export async function insertUpload(tx: Tx, row: UploadRow): Promise<void> {
  await tables(tx)
    .insertInto('case_upload')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function removeUploads(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  documentId: string,
  at: Date,
  uploadId?: string,
): Promise<void> {
  let query = tables(tx)
    .updateTable('case_upload')
    .set({ removed_at: at })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('document_id', '=', documentId)
    .where('removed_at', 'is', null)
  if (uploadId !== undefined) query = query.where('upload_id', '=', uploadId)
  await query.execute()
}

/** Which of these pictures stand in somebody else's application too? Flagged for the officer, never blocked (section 8). */
export async function findUsedElsewhere(
  tx: Tx,
  file: { readonly region: RegionCode; readonly caseId: string; readonly applicantPerson?: string | undefined },
  sourceHashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sourceHashes.length === 0) return new Set()
  const rows = await tables(tx)
    .selectFrom('case_upload as u')
    .innerJoin('case_file as c', (on) =>
      on.onRef('c.region_code', '=', 'u.region_code').onRef('c.case_id', '=', 'u.case_id'),
    )
    .select('u.source_hash')
    .distinct()
    .where('u.region_code', '=', file.region)
    .where('u.source_hash', 'in', [...sourceHashes])
    .where('u.case_id', '!=', file.caseId)
    // One's own earlier application, withdrawn or lapsed, is nothing odd.
    .where(({ or, eb }) =>
      or([
        eb('c.applicant_person', 'is', null),
        ...(file.applicantPerson === undefined
          ? [eb('c.applicant_person', 'is not', null)]
          : [eb('c.applicant_person', '!=', file.applicantPerson)]),
      ]),
    )
    .execute()
  return new Set(rows.map((row) => row.source_hash))
}

export async function insertFaults(tx: Tx, rows: readonly FaultRow[]): Promise<void> {
  if (rows.length > 0)
    await tables(tx)
      .insertInto('case_fault')
      .values([...rows])
      .execute()
}

export async function listFaults(tx: Tx, region: RegionCode, caseId: string): Promise<readonly FaultRow[]> {
  return tables(tx)
    .selectFrom('case_fault')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .orderBy('round')
    .orderBy('seq')
    .execute()
}

export async function markRepaired(tx: Tx, region: RegionCode, caseId: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable('case_fault')
    .set({ repaired_at: at })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('repaired_at', 'is', null)
    .execute()
}
