// SQL of reports: what hospitals, religious affairs offices, courts and schools told, sealed; and the draft each became.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'

export type ReportRow = {
  region_code: string
  report_id: string
  kind: string
  service_id: string
  account_id: string
  unit_id: string
  unit_name: string
  source_hash: string
  content: Uint8Array
  person_id: string | null
  case_id: string | null
  state: string
  closed_by: string | null
  closed_at: Date | null
  created_at: Date
}
type Tables = { event_report: ReportRow }
const tables = (tx: Tx) => tx.withTables<Tables>()

/**
 * Keeps a report; false when the same paper of the same unit was reported before, under any of `hashes` (the row's own key
 * and older ones).
 */
export async function insertReport(tx: Tx, row: ReportRow, hashes: readonly string[]): Promise<boolean> {
  const known = await tables(tx)
    .selectFrom('event_report')
    .select('report_id')
    .where('region_code', '=', row.region_code)
    .where('source_hash', 'in', [...hashes])
    .executeTakeFirst()
  if (known !== undefined) return false
  const done = await tables(tx)
    .insertInto('event_report')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region_code', 'source_hash']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function lockReport(tx: Tx, region: RegionCode, reportId: string): Promise<ReportRow | undefined> {
  return tables(tx)
    .selectFrom('event_report')
    .selectAll()
    .where('region_code', '=', region)
    .where('report_id', '=', reportId)
    .forUpdate()
    .executeTakeFirst()
}

export async function findReport(tx: Tx, region: RegionCode, reportId: string): Promise<ReportRow | undefined> {
  return tables(tx)
    .selectFrom('event_report')
    .selectAll()
    .where('region_code', '=', region)
    .where('report_id', '=', reportId)
    .executeTakeFirst()
}

export async function updateReport(
  tx: Tx,
  region: RegionCode,
  reportId: string,
  patch: Partial<Pick<ReportRow, 'person_id' | 'case_id' | 'state' | 'closed_by' | 'closed_at'>>,
): Promise<void> {
  await tables(tx)
    .updateTable('event_report')
    .set(patch)
    .where('region_code', '=', region)
    .where('report_id', '=', reportId)
    .execute()
}

/** Reports nobody of the register fits yet, oldest first. */
export async function listWaiting(tx: Tx, region: RegionCode, limit: number): Promise<readonly ReportRow[]> {
  return tables(tx)
    .selectFrom('event_report')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', '=', 'waiting')
    .orderBy('created_at')
    .orderBy('report_id')
    .limit(limit)
    .execute()
}

/** What an account reported, newest first. */
export async function listReportsOf(
  tx: Tx,
  region: RegionCode,
  accountId: string,
  limit: number,
): Promise<readonly Pick<ReportRow, 'report_id' | 'kind' | 'unit_name' | 'created_at'>[]> {
  return tables(tx)
    .selectFrom('event_report')
    .select(['report_id', 'kind', 'unit_name', 'created_at'])
    .where('region_code', '=', region)
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .orderBy('report_id', 'desc')
    .limit(limit)
    .execute()
}

/** Which unit reported what became these cases. */
export async function listReportsOfCases(
  tx: Tx,
  region: RegionCode,
  caseIds: readonly string[],
): Promise<readonly Pick<ReportRow, 'case_id' | 'kind' | 'unit_name'>[]> {
  if (caseIds.length === 0) return []
  return tables(tx)
    .selectFrom('event_report')
    .select(['case_id', 'kind', 'unit_name'])
    .where('region_code', '=', region)
    .where('case_id', 'in', [...caseIds])
    .orderBy('created_at')
    .execute()
}
