// Doses of children and when the next is due. SQL only. Must stay true: a read is bounded by a child or by posyandu.
import { type Insertable, type Selectable, sql } from 'kysely'
import type { PlainDate } from '../../../kernel/date.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { ImmunisationTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<ImmunisationTables>()
export type DoseRead = Selectable<ImmunisationTables['growth_dose']>

/** Doses that stand, oldest first. */
export async function listDoses(tx: Tx, region: string, childId: string): Promise<readonly DoseRead[]> {
  return table(tx)
    .selectFrom('growth_dose')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', childId)
    .where('withdrawn_at', 'is', null)
    .orderBy('given_on')
    .orderBy('dose')
    .execute()
}

/** Doses that stand, given to these posyandu's children within these days. */
export async function listDosesBetween(
  tx: Tx,
  region: string,
  posyanduIds: readonly string[],
  from: PlainDate,
  to: PlainDate,
): Promise<readonly DoseRead[]> {
  const { rows } = await sql<DoseRead>`
    select d.* from growth_dose d join growth_child c on c.region_code = d.region_code and c.child_id = d.child_id
    where d.region_code = ${region} and c.posyandu_id = any(${[...posyanduIds]}::text[]) and d.withdrawn_at is null
      and d.given_on between ${from}::date and ${to}::date
    order by d.given_on, d.dose_id`.execute(tx)
  return rows
}

export function findDose(tx: Tx, region: string, doseId: string): Promise<DoseRead | undefined> {
  return table(tx)
    .selectFrom('growth_dose')
    .selectAll()
    .where('region_code', '=', region)
    .where('dose_id', '=', doseId)
    .executeTakeFirst()
}

/** A dose that stands already is left as it is. */
export async function insertDoses(
  tx: Tx,
  rows: readonly Insertable<ImmunisationTables['growth_dose']>[],
): Promise<void> {
  if (rows.length > 0)
    await table(tx)
      .insertInto('growth_dose')
      .values([...rows])
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

export async function withdrawDose(
  tx: Tx,
  region: string,
  doseId: string,
  set: { readonly by: string; readonly at: Date; readonly reason: string },
): Promise<void> {
  await table(tx)
    .updateTable('growth_dose')
    .set({ withdrawn_by: set.by, withdrawn_at: set.at, reason: set.reason })
    .where('region_code', '=', region)
    .where('dose_id', '=', doseId)
    .execute()
}

export async function putVaccineState(
  tx: Tx,
  row: Insertable<ImmunisationTables['growth_vaccine_state']>,
): Promise<void> {
  const { region_code: _region, child_id: _child, ...columns } = row
  await table(tx)
    .insertInto('growth_vaccine_state')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region_code', 'child_id']).doUpdateSet(columns))
    .execute()
}

export type WatchedRow = {
  readonly child_id: string
  readonly name: string
  readonly sex: 1 | 2
  readonly birth_date: string
  readonly mother_name: string | null
  readonly doses: readonly { readonly dose: string; readonly on: string }[]
}

/** Small children of a posyandu with their doses, by name. */
export async function listWatched(
  tx: Tx,
  region: string,
  posyanduId: string,
  bornAfter: string,
): Promise<readonly WatchedRow[]> {
  const { rows } = await sql<WatchedRow>`
    select c.child_id, c.name, c.sex, c.birth_date, c.mother_name,
      coalesce((select jsonb_agg(jsonb_build_object('dose', d.dose, 'on', d.given_on) order by d.given_on)
        from growth_dose d where d.region_code = c.region_code and d.child_id = c.child_id and d.withdrawn_at is null), '[]') as doses
    from growth_child c
    where c.region_code = ${region} and c.posyandu_id = ${posyanduId} and c.status = 'active' and c.birth_date > ${bornAfter}
    order by c.name, c.child_id limit 1000`.execute(tx)
  return rows
}

/** Active small children whose next dose is overdue and who have no open or fresh alert about it, by key. */
export async function listOverdue(
  tx: Tx,
  region: string,
  query: { readonly today: string; readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ child_id: string }>`
    select s.child_id from growth_vaccine_state s
    join growth_child c on c.region_code = s.region_code and c.child_id = s.child_id and c.status = 'active'
      and c.birth_date > ${query.today}::date - interval '60 months'
    where s.region_code = ${region} and s.overdue_on <= ${query.today}::date and s.child_id > ${query.after}::uuid
      and not exists (select 1 from growth_alert a where a.region_code = s.region_code and a.child_id = s.child_id
        and a.code = 'IMM' and (a.state <> 'closed' or a.opened_on > ${query.today}::date - 30))
    order by s.child_id limit ${query.limit}`.execute(tx)
  return rows.map((row) => row.child_id)
}
