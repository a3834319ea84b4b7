// SQL of what time does: files that wait for their applicant too long, holds past their date.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CasesTables } from './tables.ts'

/** What the system does when a state's time is over. */
const ACTIONS: Readonly<Record<string, string>> = { draft: 'discard', returned: 'expire', issued: 'finish' }

export async function listDueTimers(
  tx: Tx,
  region: RegionCode,
  now: Date,
  limit: number,
): Promise<readonly { readonly caseId: string; readonly action: string }[]> {
  const rows = await tx
    .withTables<CasesTables>()
    .selectFrom('case_file')
    .select(['case_id', 'state'])
    .where('region_code', '=', region)
    .where('applicant_until', '<', now)
    .orderBy('applicant_until')
    .limit(limit)
    .execute()
  return rows.flatMap((row) =>
    ACTIONS[row.state] === undefined ? [] : [{ caseId: row.case_id, action: ACTIONS[row.state]! }],
  )
}

export async function listDueHolds(tx: Tx, region: RegionCode, now: Date, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .withTables<CasesTables>()
    .selectFrom('case_file')
    .select('case_id')
    .where('region_code', '=', region)
    .where('hold_until', '<', now)
    .orderBy('hold_until')
    .limit(limit)
    .execute()
  return rows.map((row) => row.case_id)
}
