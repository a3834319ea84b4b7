// Pairs of records that may be one child, what was decided about them, and joining two into one. SQL only. Must stay true:
// figures measured are kept; they only change the record they belong to.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'

export type AlikeRow = {
  readonly a: string
  readonly b: string
  readonly a_name: string
  readonly b_name: string
  readonly a_mother: string | null
  readonly b_mother: string | null
}

/** Children of a posyandu and others born the same day with the same sex, nobody having said that they are two. */
export async function listBornAlike(tx: Tx, region: string, posyanduId: string): Promise<readonly AlikeRow[]> {
  const { rows } = await sql<AlikeRow>`
    select a.child_id as a, b.child_id as b, a.name as a_name, b.name as b_name, a.mother_name as a_mother, b.mother_name as b_mother
    from growth_child a
    join growth_child b on b.region_code = a.region_code and b.birth_date = a.birth_date and b.sex = a.sex
      and b.child_id <> a.child_id and b.status in ('active', 'moved')
    where a.region_code = ${region} and a.posyandu_id = ${posyanduId} and a.status = 'active'
      and (b.posyandu_id <> a.posyandu_id or b.status <> 'active' or a.child_id < b.child_id)
      and not exists (select 1 from growth_not_same n where n.region_code = a.region_code
        and n.child_a = least(a.child_id, b.child_id) and n.child_b = greatest(a.child_id, b.child_id))
    order by a.name, a.child_id, b.child_id limit 500`.execute(tx)
  return rows
}

export async function insertNotSame(
  tx: Tx,
  region: string,
  pair: readonly [string, string],
  by: string,
  at: Date,
  reason: string,
): Promise<void> {
  const [a, b] = [...pair].sort() as [string, string]
  await sql`insert into growth_not_same (region_code, child_a, child_b, decided_by, decided_at, reason)
    values (${region}, ${a}, ${b}, ${by}, ${at}, ${reason}) on conflict do nothing`.execute(tx)
}

/** Measurings, alerts and the first day at the posyandu of `other` become those of `keep`; its months and stays end. */
export async function joinRecords(tx: Tx, region: string, keep: string, other: string): Promise<void> {
  await sql`update growth_measurement set child_id = ${keep} where region_code = ${region} and child_id = ${other}`.execute(
    tx,
  )
  await sql`update growth_alert set child_id = ${keep} where region_code = ${region} and child_id = ${other}`.execute(
    tx,
  )
  await sql`delete from growth_child_month where region_code = ${region} and child_id = ${other}`.execute(tx)
  await sql`
    update growth_child_stay k set from_day = o.from_day
    from (select posyandu_id, min(from_day) as from_day from growth_child_stay
      where region_code = ${region} and child_id = ${other} group by posyandu_id) o
    where k.region_code = ${region} and k.child_id = ${keep} and k.posyandu_id = o.posyandu_id and k.from_day > o.from_day
      and k.from_day = (select min(f.from_day) from growth_child_stay f where f.region_code = ${region} and f.child_id = ${keep})`.execute(
    tx,
  )
  await sql`delete from growth_child_stay where region_code = ${region} and child_id = ${other}`.execute(tx)
}

/** Months in which a child has rows, with the posyandu they count at. */
export async function listMonthsOf(
  tx: Tx,
  region: string,
  childId: string,
): Promise<readonly { readonly posyanduId: string; readonly month: string }[]> {
  const { rows } = await sql<{ posyandu_id: string; month: string }>`
    select posyandu_id, month from growth_child_month where region_code = ${region} and child_id = ${childId}`.execute(
    tx,
  )
  return rows.map(({ posyandu_id, month }) => ({ posyanduId: posyandu_id, month }))
}
