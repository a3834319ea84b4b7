// SQL of help that a colleague goes on with.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CaseRow, CasesTables } from './tables.ts'

/** Open drafts and returned files that colleagues of these units began, the newest first. */
export async function listCasesOfUnits(
  tx: Tx,
  region: RegionCode,
  units: readonly string[],
  notAccount: string,
  limit: number,
): Promise<readonly CaseRow[]> {
  if (units.length === 0) return []
  type Tables = CasesTables & {
    case_help: { region_code: string; case_id: string; unit: string; way: string; helper_account: string }
  }
  return tx
    .withTables<Tables>()
    .selectFrom('case_file as c')
    .innerJoin('case_help as h', (join) =>
      join.onRef('h.region_code', '=', 'c.region_code').onRef('h.case_id', '=', 'c.case_id'),
    )
    .selectAll('c')
    .where('c.region_code', '=', region)
    .where('h.unit', 'in', [...units])
    .where('h.way', '<>', 'mandate')
    .where('h.helper_account', '<>', notAccount)
    .where('c.state', 'in', ['draft', 'returned'])
    .where('c.ended_at', 'is', null)
    .orderBy('c.updated_at', 'desc')
    .orderBy('c.case_id')
    .limit(limit)
    .execute()
}

/** The new helper, without what the person confirmed to the old one. */
export async function handHelpOver(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: Date },
): Promise<void> {
  await sql`update case_help set helper_account = ${to}, consent_at = ${at}, code_hash = null, code_until = null,
      confirmed_version = null, confirmed_how = null, confirmed_at = null,
      former_helpers = array_append(array_remove(former_helpers, ${from}::text), ${from}::text)
    where region_code = ${region} and case_id = ${caseId}`.execute(tx)
  await sql`update case_file set helper_account = ${to}, updated_at = ${at}
    where region_code = ${region} and case_id = ${caseId}`.execute(tx)
}

/** Everybody who ever helped with a case, but the one who helps now. */
export async function listFormerHelpers(tx: Tx, region: RegionCode, caseId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ former_helpers: readonly string[] }>`
    select former_helpers from case_help where region_code = ${region} and case_id = ${caseId}`.execute(tx)
  return rows[0]?.former_helpers ?? []
}
