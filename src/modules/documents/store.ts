// SQL of papers. Must stay true: every statement names the region; rows are found on an index; states change under a lock
// of the row they belong to.

import { type Insertable, type Selectable, sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { DocumentEventRow, DocumentOf, DocumentRow, DocumentTables } from './tables.ts'

export type StoredDocument = Selectable<DocumentRow>
const tables = (tx: Tx) => tx.withTables<DocumentTables>()

/** False when this document is already there. */
export async function insertDocument(tx: Tx, row: Insertable<DocumentRow>): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('document')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region_code', 'document_id']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function insertHolders(
  tx: Tx,
  region: RegionCode,
  documentId: string,
  holders: readonly string[],
): Promise<void> {
  if (holders.length === 0) return
  const rows = [...new Set(holders)].map((person_id) => ({ region_code: region, person_id, document_id: documentId }))
  await tables(tx).insertInto('document_holder').values(rows).execute()
}

export async function findDocument(
  tx: Tx,
  region: RegionCode,
  documentId: string,
): Promise<StoredDocument | undefined> {
  return tables(tx)
    .selectFrom('document')
    .selectAll()
    .where('region_code', '=', region)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
}

export async function findByTokenHash(
  tx: Tx,
  region: RegionCode,
  hash: Uint8Array,
): Promise<StoredDocument | undefined> {
  return tables(tx)
    .selectFrom('document')
    .selectAll()
    .where('region_code', '=', region)
    .where('token_hash', '=', hash)
    .executeTakeFirst()
}

export async function findByShortCode(tx: Tx, region: RegionCode, code: string): Promise<StoredDocument | undefined> {
  return tables(tx)
    .selectFrom('document')
    .selectAll()
    .where('region_code', '=', region)
    .where('short_code', '=', code)
    .executeTakeFirst()
}

/** The valid edition of a kind for a thing (and number), locked until the transaction ends. */
export async function lockValid(
  tx: Tx,
  region: RegionCode,
  kind: string,
  ofId: string,
  series: string,
): Promise<StoredDocument | undefined> {
  return tables(tx)
    .selectFrom('document')
    .selectAll()
    .where('region_code', '=', region)
    .where('kind', '=', kind)
    .where('of_id', '=', ofId)
    .where('series', '=', series)
    .where('state', '=', 'valid')
    .forUpdate()
    .executeTakeFirst()
}

/** All valid papers of a thing, of one kind or of every kind, locked. */
export async function lockAllValid(
  tx: Tx,
  region: RegionCode,
  of: DocumentOf,
  kind?: string,
): Promise<readonly StoredDocument[]> {
  let query = tables(tx)
    .selectFrom('document')
    .selectAll()
    .where('region_code', '=', region)
    .where('of_id', '=', of.id)
    .where('of_kind', '=', of.kind)
    .where('state', '=', 'valid')
  if (kind !== undefined) query = query.where('kind', '=', kind)
  return query.orderBy('document_id').forUpdate().execute()
}

export async function lockDocument(
  tx: Tx,
  region: RegionCode,
  documentId: string,
): Promise<StoredDocument | undefined> {
  return tables(tx)
    .selectFrom('document')
    .selectAll()
    .where('region_code', '=', region)
    .where('document_id', '=', documentId)
    .forUpdate()
    .executeTakeFirst()
}

/** Highest edition so far, 0 when there is none. */
export async function lastEdition(
  tx: Tx,
  region: RegionCode,
  kind: string,
  ofId: string,
  series: string,
): Promise<number> {
  const row = await tables(tx)
    .selectFrom('document')
    .select('edition')
    .where('region_code', '=', region)
    .where('kind', '=', kind)
    .where('of_id', '=', ofId)
    .where('series', '=', series)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.edition ?? 0
}

export async function changeDocument(
  tx: Tx,
  region: RegionCode,
  documentId: string,
  patch: Partial<Pick<DocumentRow, 'state' | 'state_since' | 'state_reason' | 'superseded_by' | 'valid_until'>>,
): Promise<void> {
  await tables(tx)
    .updateTable('document')
    .set(patch)
    .where('region_code', '=', region)
    .where('document_id', '=', documentId)
    .execute()
}

export async function appendEvent(tx: Tx, event: Omit<DocumentEventRow, 'seq'>): Promise<void> {
  const next = sql<number>`coalesce((select max(seq) from document_event where region_code = ${event.region_code} and document_id = ${event.document_id}), 0) + 1`
  await tables(tx)
    .insertInto('document_event')
    .values({ ...event, seq: next })
    .execute()
}

export async function listEvents(tx: Tx, region: RegionCode, documentId: string): Promise<readonly DocumentEventRow[]> {
  return tables(tx)
    .selectFrom('document_event')
    .selectAll()
    .where('region_code', '=', region)
    .where('document_id', '=', documentId)
    .orderBy('seq')
    .execute()
}

/** Papers of other cases that a case ended, superseded or revoked, and that nothing else has touched since; latest edition first. */
export async function listEndedBy(tx: Tx, region: RegionCode, caseId: string): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom('document_event as e')
    .innerJoin('document as d', (join) =>
      join.onRef('d.region_code', '=', 'e.region_code').onRef('d.document_id', '=', 'e.document_id'),
    )
    .select('e.document_id')
    .where('e.region_code', '=', region)
    .where('e.case_id', '=', caseId)
    .where((e) => e.or([e('d.case_id', 'is', null), e('d.case_id', '<>', caseId)]))
    .whereRef('e.action', '=', 'd.state')
    .where('e.action', 'in', ['superseded', 'revoked'])
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('document_event as later')
            .select('later.seq')
            .whereRef('later.region_code', '=', 'e.region_code')
            .whereRef('later.document_id', '=', 'e.document_id')
            .whereRef('later.seq', '>', 'e.seq'),
        ),
      ),
    )
    .orderBy('d.edition', 'desc')
    .execute()
  return rows.map((row) => row.document_id)
}

export async function listOfCase(tx: Tx, region: RegionCode, caseId: string): Promise<readonly StoredDocument[]> {
  return tables(tx)
    .selectFrom('document')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .orderBy('kind')
    .orderBy('edition', 'desc')
    .execute()
}

/** Papers that a person holds, newest first; at most 200, a life's worth. */
export async function listOfHolder(tx: Tx, region: RegionCode, personId: string): Promise<readonly StoredDocument[]> {
  return tables(tx)
    .selectFrom('document_holder')
    .innerJoin('document', (join) =>
      join
        .onRef('document.region_code', '=', 'document_holder.region_code')
        .onRef('document.document_id', '=', 'document_holder.document_id'),
    )
    .selectAll('document')
    .where('document_holder.region_code', '=', region)
    .where('document_holder.person_id', '=', personId)
    .orderBy('document.issued_at', 'desc')
    .limit(200)
    .execute()
}

export async function isHolder(tx: Tx, region: RegionCode, documentId: string, personId: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('document_holder')
    .select('document_id')
    .where('region_code', '=', region)
    .where('person_id', '=', personId)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  return row !== undefined
}

/** Kinds of which the thing has a valid paper. */
export async function listValidOf(
  tx: Tx,
  region: RegionCode,
  ofIds: readonly string[],
): Promise<readonly StoredDocument[]> {
  if (ofIds.length === 0) return []
  return tables(tx)
    .selectFrom('document')
    .selectAll()
    .where('region_code', '=', region)
    .where(sql<boolean>`of_id = any(${[...ofIds]}::uuid[])`)
    .where('state', '=', 'valid')
    .orderBy('kind')
    .execute()
}

export async function listRevokedSerials(tx: Tx, region: RegionCode): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom('document')
    .select('serial')
    .where('region_code', '=', region)
    .where('state', '=', 'revoked')
    .orderBy('serial')
    .execute()
  return rows.map((row) => row.serial)
}
