// What the pages of a posyandu read in one statement each: the list of the day, progress of many posyandu, measurings to
// verify, children that may be the same. SQL only. Must stay true: every read is bounded by a posyandu or a birth date.
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { RegisterTables } from '../register/tables.ts'
import type { MeasurementRead } from './measurement-store.ts'
import type { GrowthTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<GrowthTables & Pick<RegisterTables, 'person'>>()

export type DayRow = {
  readonly child_id: string
  readonly name: string
  readonly sex: 1 | 2
  readonly birth_date: string
  readonly mother_name: string | null
  readonly measurement_id: string | null
  readonly measured_on: string | null
  readonly weight_g: number | null
  readonly state: 'recorded' | 'verified' | null
  readonly status: 'N' | 'T' | 'O' | 'B' | null
  readonly alert_code: string | null
}

/** Children of a posyandu born after `bornAfter`, by name, each with the last standing measuring and the worst open alert. */
export async function listDayRows(
  tx: Tx,
  region: string,
  posyanduId: string,
  month: string,
  bornAfter: string,
): Promise<readonly DayRow[]> {
  const { rows } = await sql<DayRow>`
    select c.child_id, c.name, c.sex, c.birth_date, c.mother_name, l.measurement_id, l.measured_on, l.weight_g, l.state,
      cm.status, a.code as alert_code
    from growth_child c
    left join lateral (
      select m.measurement_id, m.measured_on, m.weight_g, m.state from growth_measurement m
      where m.region_code = c.region_code and m.child_id = c.child_id and m.state in ('recorded', 'verified')
      order by m.measured_on desc, m.recorded_at desc limit 1) l on true
    left join growth_child_month cm on cm.region_code = c.region_code and cm.posyandu_id = c.posyandu_id
      and cm.month = ${month} and cm.child_id = c.child_id
    left join lateral (
      select x.code from growth_alert x where x.region_code = c.region_code and x.child_id = c.child_id and x.state <> 'closed'
      order by x.urgency limit 1) a on true
    where c.region_code = ${region} and c.posyandu_id = ${posyanduId} and c.status = 'active' and c.birth_date > ${bornAfter}
    order by c.name, c.child_id limit 1000`.execute(tx)
  return rows
}

export type ProgressRow = {
  readonly posyandu_id: string
  readonly children: number
  readonly measured: number
  readonly unverified: number
  readonly alerts: number
}

/** How far this month is, for each of these posyandu. */
export async function listProgress(
  tx: Tx,
  region: string,
  ids: readonly string[],
  from: string,
  to: string,
  bornAfter: string,
): Promise<ReadonlyMap<string, ProgressRow>> {
  const { rows } = await sql<ProgressRow>`
    select p.posyandu_id,
      (select count(*)::int from growth_child c where c.region_code = p.region_code and c.posyandu_id = p.posyandu_id
        and c.status = 'active' and c.birth_date > ${bornAfter}) as children,
      (select count(distinct m.child_id)::int from growth_measurement m where m.region_code = p.region_code
        and m.posyandu_id = p.posyandu_id and m.measured_on between ${from} and ${to} and m.state in ('recorded', 'verified')) as measured,
      (select count(*)::int from growth_measurement m where m.region_code = p.region_code
        and m.posyandu_id = p.posyandu_id and m.measured_on between ${from} and ${to} and m.state = 'recorded') as unverified,
      (select count(*)::int from growth_alert a where a.region_code = p.region_code and a.posyandu_id = p.posyandu_id
        and a.state <> 'closed') as alerts
    from posyandu p where p.region_code = ${region} and p.posyandu_id = any(${[...ids]}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.posyandu_id, row]))
}

export type VerifyRow = MeasurementRead & {
  readonly name: string
  readonly sex: 1 | 2
  readonly birth_date: string
  readonly status: 'N' | 'T' | 'O' | 'B' | null
}

/** Measurings of a posyandu from one day to another that stand, newest day first, by name. */
export async function listMeasurementsBetween(
  tx: Tx,
  region: string,
  posyanduId: string,
  from: string,
  to: string,
): Promise<readonly VerifyRow[]> {
  const rows = await table(tx)
    .selectFrom('growth_measurement as m')
    .innerJoin('growth_child as c', (join) =>
      join.onRef('c.region_code', '=', 'm.region_code').onRef('c.child_id', '=', 'm.child_id'),
    )
    .leftJoin('growth_child_month as cm', (join) =>
      join
        .onRef('cm.region_code', '=', 'm.region_code')
        .onRef('cm.posyandu_id', '=', 'm.posyandu_id')
        .onRef('cm.month', '=', 'm.month')
        .onRef('cm.child_id', '=', 'm.child_id'),
    )
    .selectAll('m')
    .select(['c.name', 'c.sex', 'c.birth_date', 'cm.status'])
    .where('m.region_code', '=', region)
    .where('m.posyandu_id', '=', posyanduId)
    .where('m.measured_on', '>=', from)
    .where('m.measured_on', '<=', to)
    .where('m.state', 'in', ['recorded', 'verified'])
    .orderBy('m.measured_on', 'desc')
    .orderBy('c.name')
    .limit(1000)
    .execute()
  return rows
}

/** Everybody of this sex born on this day, whatever their state: where a second record of a child would be. */
export async function listBornOn(
  tx: Tx,
  region: string,
  birthDate: string,
  sex: 1 | 2,
): Promise<readonly Selectable<GrowthTables['growth_child']>[]> {
  return table(tx)
    .selectFrom('growth_child')
    .selectAll()
    .where('region_code', '=', region)
    .where('birth_date', '=', birthDate)
    .where('sex', '=', sex)
    .where('status', 'in', ['active', 'moved'])
    .limit(200)
    .execute()
}

/** Children of a person's family in the register who are, or were, at a posyandu. */
export async function listChildrenOfFamily(
  tx: Tx,
  region: string,
  personId: string,
): Promise<readonly Selectable<GrowthTables['growth_child']>[]> {
  const { rows } = await sql<{ child_id: string }>`
    select c.child_id from person me
    join person p on p.region_code = me.region_code
      and (p.mother_id = me.person_id or p.father_id = me.person_id or p.family_id = me.family_id)
    join growth_child c on c.region_code = p.region_code and c.person_id = p.person_id
    where me.region_code = ${region} and me.person_id = ${personId} and me.status = 'active'
    order by c.birth_date desc limit 20`.execute(tx)
  if (rows.length === 0) return []
  return table(tx)
    .selectFrom('growth_child')
    .selectAll()
    .where('region_code', '=', region)
    .where(
      'child_id',
      'in',
      rows.map((row) => row.child_id),
    )
    .where('status', 'in', ['active', 'moved', 'over-age'])
    .orderBy('birth_date', 'desc')
    .execute()
}
