// Small children whom the register knows in a village and no posyandu has: born here, or moved here. SQL only. Must stay true:
// bounded by village and birth date; a child who moved away and came back is found again.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { Posyandu } from './child.ts'

export type NewcomerRow = {
  readonly person_id: string
  readonly name: string
  readonly sex: 'L' | 'P'
  readonly birth_date: string
  readonly mother_name: string | null
}

/** Living residents of the posyandu's village born after the day, without an active record at any posyandu; the youngest first. */
export async function listNewcomers(
  tx: Tx,
  region: string,
  posyandu: Posyandu,
  bornAfter: string,
): Promise<readonly NewcomerRow[]> {
  const { rows } = await sql<NewcomerRow>`
    select p.person_id, p.name, p.sex, p.birth_date, m.name as mother_name from person p
    left join person m on m.region_code = p.region_code and m.person_id = p.mother_id
    where p.region_code = ${region} and p.village_code = ${posyandu.villageCode} and p.birth_date > ${bornAfter}
      and p.status = 'active' and p.duplicate_of is null
      and not exists (select 1 from growth_child c where c.region_code = p.region_code and c.person_id = p.person_id
        and c.status in ('active', 'died', 'over-age', 'duplicate'))
    order by p.birth_date desc, p.person_id limit 200`.execute(tx)
  return rows
}
