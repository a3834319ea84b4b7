// National numbers of those who measure and verify. SQL only.
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import type { ExchangeTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<ExchangeTables>()
export type PractitionerRow = Selectable<ExchangeTables['growth_practitioner']>

export async function listPractitioners(tx: Tx, region: string): Promise<readonly PractitionerRow[]> {
  return table(tx)
    .selectFrom('growth_practitioner')
    .selectAll()
    .where('region_code', '=', region)
    .orderBy('account_id')
    .limit(5000)
    .execute()
}

/** Accounts that measured or verified in these months, and doctors who decided on a diagnosis, with what they did. Reads two months, however long the history is. */
export async function listMeasurers(
  tx: Tx,
  region: string,
  months: readonly string[],
): Promise<readonly { readonly account: string; readonly measured: number; readonly verified: number }[]> {
  const { rows } = await sql<{ account: string; measured: number; verified: number }>`
    select account, sum(measured)::int as measured, sum(verified)::int as verified from (
      select m.measurer as account, count(*) as measured, 0 as verified
      from posyandu p join growth_measurement m on m.region_code = p.region_code and m.posyandu_id = p.posyandu_id
      where p.region_code = ${region} and m.month in (${sql.join(months)}) group by 1
      union all
      select m.verified_by, 0, count(*)
      from posyandu p join growth_measurement m on m.region_code = p.region_code and m.posyandu_id = p.posyandu_id
      where p.region_code = ${region} and m.month in (${sql.join(months)}) and m.verified_by is not null group by 1
      union all
      select r.answered_by, 0, 0 from growth_referral r
      where r.region_code = ${region} and r.diagnosed and r.answered_by is not null group by 1) d
    group by account order by 3 desc, 2 desc, 1 limit 1000`.execute(tx)
  return rows
}

export async function putPractitioner(tx: Tx, row: PractitionerRow): Promise<void> {
  const { ihs, changed_by, changed_at } = row
  await table(tx)
    .insertInto('growth_practitioner')
    .values(row)
    .onConflict((c) => c.columns(['region_code', 'account_id']).doUpdateSet({ ihs, changed_by, changed_at }))
    .execute()
}

export async function dropPractitioner(tx: Tx, region: string, account: string): Promise<void> {
  await table(tx)
    .deleteFrom('growth_practitioner')
    .where('region_code', '=', region)
    .where('account_id', '=', account)
    .execute()
}
