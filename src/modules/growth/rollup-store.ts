// Counting a posyandu's month from its children, and areas from what lies below them. SQL only. Must stay true: a child counts
// where it was measured that month, else where it stayed on the month's last day, so D never exceeds S and nobody counts
// twice; every area is the sum of its parts.
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import { AGE_GROUPS, COUNTED, type RollupCounts } from './rollup.ts'
import type { GrowthTables } from './tables.ts'

export type PosyanduMonth = { readonly posyanduId: string; readonly month: string }

export type AreaMonth = { readonly area: string; readonly month: string }

/** Keys of areas that are not places of the country: a posyandu, a health centre. */
export const posyanduArea = (posyanduId: string) => `posyandu:${posyanduId}`
export const centreArea = (centreId: string) => `centre:${centreId}`

/** What each count adds for one row of `counted` (below). */
const ADDS: Readonly<Record<keyof RollupCounts, string>> = {
  S: '1',
  K: 'card::int',
  D: 'weighed::int',
  N: "(status = 'N')::int",
  T: "(status = 'T')::int",
  O: "(status = 'O')::int",
  B: "(status = 'B')::int",
  twoT: '(t_run >= 2)::int',
  BGM: '(weighed and below_red)::int',
  lengths: 'length_measured::int',
  validLength: '(c_length is not null)::int',
  stunted: "(c_length in ('stunted', 'severely-stunted'))::int",
  severelyStunted: "(c_length = 'severely-stunted')::int",
  validWeight: '(c_weight is not null or oedema)::int',
  underweight: "(oedema or c_weight in ('underweight', 'severely-underweight'))::int",
  severelyUnderweight: "(oedema or c_weight = 'severely-underweight')::int",
  validWeightLength: '(c_weight_length is not null)::int',
  wasted: "(c_weight_length in ('wasted', 'severely-wasted'))::int",
  severelyWasted: "(c_weight_length = 'severely-wasted')::int",
  overweight: "(c_weight_length in ('overweight', 'obese'))::int",
  flagged: 'flagged::int',
  vitaminA: 'vitamin_a::int',
  breastfed: 'breastfed::int',
}

const AGE_CASE = AGE_GROUPS.map((group) => `when months <= ${group.split('-')[1]} then '${group}'`).join(' ')

/** One row for each child of these months of posyandu. */
function counted(region: string, of: readonly PosyanduMonth[]): RawBuilder<unknown> {
  const ids = of.map(({ posyanduId }) => posyanduId)
  const months = of.map(({ month }) => month)
  return sql`
    asked as (
      select posyandu_id, month, (month || '-01')::date as first_day,
             ((month || '-01')::date + interval '1 month' - interval '1 day')::date as last_day
      from unnest(${ids}::text[], ${months}::text[]) as asked (posyandu_id, month)
    ), absent as (
      select a.posyandu_id, a.month, c.sex, c.book is not null as card,
             (extract(year from age(a.last_day, c.birth_date)) * 12 + extract(month from age(a.last_day, c.birth_date)))::int as months
      from asked a
      join growth_child_stay s on s.region_code = ${region} and s.posyandu_id = a.posyandu_id
        and s.from_day <= a.last_day and (s.to_day is null or s.to_day >= a.last_day)
      join growth_child c on c.region_code = ${region} and c.child_id = s.child_id
        and c.birth_date <= a.last_day and c.birth_date > a.first_day - interval '61 months' and c.status <> 'duplicate'
      where not exists (select 1 from growth_child_month m
                        where m.region_code = ${region} and m.child_id = s.child_id and m.month = a.month)
    ), counted as (
      select posyandu_id, month, sex, case ${sql.raw(AGE_CASE)} end as age_group, card, false as weighed, null::text as status,
             0 as t_run, false as below_red, false as length_measured, null::text as c_length, null::text as c_weight,
             null::text as c_weight_length, false as flagged, false as oedema, false as vitamin_a, false as breastfed
      from absent where months < 60
      union all
      select m.posyandu_id, m.month, m.sex, m.age_group, m.has_card, m.weighed, m.status, m.t_run, coalesce(m.below_red, false),
             m.length_measured, m.c_length, m.c_weight, m.c_weight_length, m.flagged, m.oedema,
             coalesce(m.vitamin_a, false), coalesce(m.breastfed, false)
      from asked a join growth_child_month m
        on m.region_code = ${region} and m.posyandu_id = a.posyandu_id and m.month = a.month
    )`
}

const SUMS = sql.raw(COUNTED.map((key) => `'${key}', coalesce(sum(${ADDS[key]}), 0)`).join(', '))
const ADDED = sql.raw(COUNTED.map((key) => `'${key}', sum((r.counts ->> '${key}')::int)`).join(', '))

/** The counts of one posyandu in one month as they are now. */
export async function countPosyanduMonth(tx: Tx, region: string, of: PosyanduMonth): Promise<RollupCounts> {
  const { rows } = await sql<{
    counts: RollupCounts
  }>`with ${counted(region, [of])} select jsonb_build_object(${SUMS}) as counts from counted`.execute(tx)
  return rows[0]!.counts
}

/** Takes up to so many waiting months; those taken no longer wait once the transaction ends. */
export async function takeDirty(tx: Tx, region: string, limit: number): Promise<readonly PosyanduMonth[]> {
  const { rows } = await sql<{ posyandu_id: string; month: string }>`
    delete from growth_dirty d using (
      select posyandu_id, month from growth_dirty where region_code = ${region}
      order by month desc, posyandu_id limit ${limit} for update skip locked) t
    where d.region_code = ${region} and d.posyandu_id = t.posyandu_id and d.month = t.month
    returning d.posyandu_id, d.month`.execute(tx)
  return rows.map((row) => ({ posyanduId: row.posyandu_id, month: row.month }))
}

/** One recount of a region at a time: sums of areas read what another one writes. Ends with the transaction. */
export async function lockRollups(tx: Tx, region: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`growth rollups ${region}`}, 0))`.execute(tx)
}

/** Counts these months of posyandu anew: one total each; sex and age group are kept from the village upwards. */
export async function rollUpPosyandus(tx: Tx, region: string, of: readonly PosyanduMonth[]): Promise<void> {
  const areas = of.map(({ posyanduId }) => posyanduArea(posyanduId))
  const months = of.map(({ month }) => month)
  await forget(tx, region, areas, months)
  await sql`
    with ${counted(region, of)}
    insert into growth_rollup (region_code, area, month, sex, age_group, counts)
    select ${region}, 'posyandu:' || posyandu_id, month, 0, 'all', jsonb_build_object(${SUMS})
    from counted group by posyandu_id, month`.execute(tx)
}

/** Counts these months of villages anew from the children of all their posyandu: total, each sex, each age group, both. */
export async function rollUpVillages(
  tx: Tx,
  region: string,
  villages: readonly AreaMonth[],
  of: readonly PosyanduMonth[],
): Promise<void> {
  await forget(
    tx,
    region,
    villages.map(({ area }) => area),
    villages.map(({ month }) => month),
  )
  await sql`
    with ${counted(region, of)}
    insert into growth_rollup (region_code, area, month, sex, age_group, counts)
    select ${region}, p.village_code, c.month, coalesce(c.sex, 0), coalesce(c.age_group, 'all'), jsonb_build_object(${SUMS})
    from counted c join posyandu p on p.region_code = ${region} and p.posyandu_id = c.posyandu_id
    group by p.village_code, c.month, grouping sets ((), (c.sex), (c.age_group), (c.sex, c.age_group))`.execute(tx)
}

/** Sums areas from the areas below them, for these months. `parts`: each part with the area it belongs to. */
export async function rollUpAreas(
  tx: Tx,
  region: string,
  parts: readonly { readonly part: string; readonly area: string }[],
  of: readonly AreaMonth[],
): Promise<void> {
  if (parts.length === 0 || of.length === 0) return
  const areas = of.map(({ area }) => area)
  const months = of.map(({ month }) => month)
  await forget(tx, region, areas, months)
  await sql`
    insert into growth_rollup (region_code, area, month, sex, age_group, counts)
    select ${region}, t.area, t.month, r.sex, r.age_group, jsonb_build_object(${ADDED})
    from unnest(${areas}::text[], ${months}::text[]) as t (area, month)
    join unnest(${parts.map(({ part }) => part)}::text[], ${parts.map(({ area }) => area)}::text[]) as p (part, area) on p.area = t.area
    join growth_rollup r on r.region_code = ${region} and r.area = p.part and r.month = t.month
    group by t.area, t.month, r.sex, r.age_group`.execute(tx)
}

async function forget(tx: Tx, region: string, areas: readonly string[], months: readonly string[]): Promise<void> {
  await sql`delete from growth_rollup r using unnest(${[...areas]}::text[], ${[...months]}::text[]) as t (area, month)
    where r.region_code = ${region} and r.area = t.area and r.month = t.month`.execute(tx)
}

export type RollupRead = Pick<
  Selectable<GrowthTables['growth_rollup']>,
  'area' | 'month' | 'sex' | 'age_group' | 'counts'
>

/** Rows of these areas and months for one sex and age group (0 and 'all' unless told). */
export async function listRollups(
  tx: Tx,
  region: string,
  areas: readonly string[],
  months: readonly string[],
  of: { readonly sex?: 0 | 1 | 2; readonly ageGroup?: string } = {},
): Promise<readonly RollupRead[]> {
  if (areas.length === 0 || months.length === 0) return []
  return tx
    .withTables<GrowthTables>()
    .selectFrom('growth_rollup')
    .select(['area', 'month', 'sex', 'age_group', 'counts'])
    .where('region_code', '=', region)
    .where('month', 'in', [...months])
    .where('sex', '=', of.sex ?? 0)
    .where('age_group', '=', of.ageGroup ?? 'all')
    .where('area', 'in', [...areas])
    .execute()
}

/** Every sex and age group of one area in one month. */
export async function listBreakdown(
  tx: Tx,
  region: string,
  area: string,
  month: string,
): Promise<readonly RollupRead[]> {
  return tx
    .withTables<GrowthTables>()
    .selectFrom('growth_rollup')
    .select(['area', 'month', 'sex', 'age_group', 'counts'])
    .where('region_code', '=', region)
    .where('area', '=', area)
    .where('month', '=', month)
    .execute()
}
