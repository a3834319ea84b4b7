// SQL of the papers that wait for a signature.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'

export type PaperRow = {
  region_code: string
  case_id: string
  document_id: string
  seq: number
  kind: string
  of_kind: string
  of_id: string
  holders: string[]
  data: Uint8Array
  signed: Uint8Array | null
  created_at: Date
}
const tables = (tx: Tx) => tx.withTables<{ case_paper: PaperRow }>()

/** Puts new papers in the place of what an earlier preparation left. */
export async function replacePapers(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  rows: readonly PaperRow[],
): Promise<void> {
  // Sent together; the database takes them in this order.
  await Promise.all([
    tables(tx).deleteFrom('case_paper').where('region_code', '=', region).where('case_id', '=', caseId).execute(),
    rows.length === 0
      ? []
      : tables(tx)
          .insertInto('case_paper')
          .values([...rows])
          .execute(),
  ])
}

export async function listPapers(tx: Tx, region: RegionCode, caseId: string): Promise<readonly PaperRow[]> {
  return tables(tx)
    .selectFrom('case_paper')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
}

/** Keeps a signed paper; false when the preparation was made anew meanwhile, or another signature of it is kept already. */
export async function keepSigned(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  documentId: string,
  signed: Uint8Array,
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('case_paper')
    .set({ signed })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('document_id', '=', documentId)
    .where('signed', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The newest signed paper of a kind about a thing, of another case. */
export async function findLastPaper(
  tx: Tx,
  region: RegionCode,
  kind: string,
  ofId: string,
  exceptCase: string,
): Promise<PaperRow | undefined> {
  return tables(tx)
    .selectFrom('case_paper')
    .selectAll()
    .where('region_code', '=', region)
    .where('kind', '=', kind)
    .where('of_id', '=', ofId)
    .where('case_id', '!=', exceptCase)
    .where('signed', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
