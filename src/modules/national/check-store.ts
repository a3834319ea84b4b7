// SQL of what the national centre answered about applications, and of what is still asked about an application's changes.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'

export type CheckRow = {
  region_code: string
  check_id: string
  case_id: string
  answer: 'asked' | 'unique' | 'duplicate'
  reference: string | null
  answered_by: string
  unit: string
  answered_at: Date
}
const tables = (tx: Tx) => tx.withTables<{ national_check: CheckRow }>()

export const insertCheck = async (tx: Tx, row: CheckRow): Promise<void> =>
  void (await tables(tx).insertInto('national_check').values(row).execute())

export const findLastCheck = (tx: Tx, region: string, caseId: string): Promise<CheckRow | undefined> =>
  tables(tx)
    .selectFrom('national_check')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .orderBy('answered_at', 'desc')
    .orderBy('check_id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** How the requests about the changes a case made stand: state and count. A request is the case's when its event was recorded with it. */
export async function countRequestsOfCase(
  tx: Tx,
  region: string,
  caseId: string,
): Promise<readonly { readonly state: string; readonly count: number }[]> {
  const { rows } = await sql<{ state: string; count: number }>`
    with mine as (
      select distinct thing_id, recorded_at from register_fact
      where region_code = ${region} and case_id = ${caseId}::uuid and kind = 'person'
    ), events as (
      select e.position from mine
      join register_event e on e.region_code = ${region} and e.person_id = mine.thing_id and e.recorded_at = mine.recorded_at
    )
    select coalesce(r.state, 'waiting') as state, count(*)::int as count
    from events left join national_request r on r.region_code = ${region} and r.position = events.position
    group by 1 order by 1`.execute(tx)
  return rows
}
