// Brides and grooms of a village with their newest check and the service due. SQL only. Must stay true: bounded by a village and by who is
// noted as couple-to-be now.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { CoupleCheckRow } from './couple-store.ts'
import type { ServiceState } from './due.ts'

export type CoupleRow = {
  readonly person_id: string
  readonly sex: 'L' | 'P'
  readonly birth_date: string
  readonly from_day: string
  readonly service: ServiceState | null
  readonly given_on: string | null
  readonly latest: CoupleCheckRow | null
}
const MOST = 300

export async function listCouples(
  tx: Tx,
  region: string,
  of: { readonly village: string; readonly today: string; readonly since: string; readonly period: string },
): Promise<readonly CoupleRow[]> {
  const { rows } = await sql<CoupleRow>`
    select distinct on (p.person_id) p.person_id, p.sex, p.birth_date, c.from_day, s.state as service, s.given_on, to_jsonb(k) as latest
    from convergence_person p
    join convergence_condition c on c.region_code = p.region_code and c.person_id = p.person_id and c.code = 'couple-to-be'
      and c.from_day <= ${of.today}::date and c.from_day >= ${of.since}::date and (c.until_day is null or c.until_day > ${of.today}::date)
    left join convergence_service s on s.region_code = p.region_code and s.subject_id = p.person_id and s.period = ${of.period}
      and s.service = 'couple-check'
    left join lateral (select * from convergence_couple_check k where k.region_code = p.region_code and k.person_id = p.person_id
      order by k.checked_on desc, k.noted_at desc limit 1) k on true
    where p.region_code = ${region} and p.village_code = ${of.village} and p.status = 'active'
    order by p.person_id, c.from_day desc limit ${MOST}`.execute(tx)
  return rows
}
