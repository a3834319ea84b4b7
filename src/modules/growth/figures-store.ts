// Survey figures and cohorts. SQL only.
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { CohortCounts } from './figures.ts'
import type { FigureTables } from './figures-tables.ts'

const table = (tx: Tx) => tx.withTables<FigureTables>()
export type SurveyFigure = Selectable<FigureTables['growth_survey_figure']>

export async function listSurveyFigures(tx: Tx, region: string): Promise<readonly SurveyFigure[]> {
  return table(tx)
    .selectFrom('growth_survey_figure')
    .selectAll()
    .where('region_code', '=', region)
    .orderBy('year')
    .orderBy('method')
    .limit(200)
    .execute()
}

/** Written again it replaces: a source corrected its figure. */
export async function putSurveyFigure(tx: Tx, row: Insertable<FigureTables['growth_survey_figure']>): Promise<void> {
  const { permyriad, source, recorded_by, recorded_at } = row
  await table(tx)
    .insertInto('growth_survey_figure')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['region_code', 'year', 'method', 'indicator'])
        .doUpdateSet({ permyriad, source, recorded_by, recorded_at }),
    )
    .execute()
}

/**
 * Counts what became of the children stunted in `from`, as known in `month`: by village, district and region. The last
 * measuring with a valid length within the three months up to `month` tells; cost follows the stunted, not the history.
 */
export async function countCohorts(
  tx: Tx,
  region: string,
  from: string,
  month: string,
  since: string,
  now: Date,
): Promise<void> {
  await sql`
    with was as (
      select m.child_id, m.village_code from growth_child_month m
      where m.region_code = ${region} and m.month = ${from} and m.c_length in ('stunted', 'severely-stunted')
    ), became as (
      select w.village_code, case
        when c.status = 'died' then 'died' when c.status = 'moved' then 'moved'
        when c.status = 'over-age' or c.birth_date <= (${month} || '-01')::date - interval '60 months' then 'agedOut'
        when l.c_length in ('stunted', 'severely-stunted') then 'stayed'
        when l.c_length is not null then 'recovered' else 'unknown' end as outcome
      from was w join growth_child c on c.region_code = ${region} and c.child_id = w.child_id
      left join lateral (select m.c_length from growth_child_month m
        where m.region_code = ${region} and m.child_id = w.child_id and m.month between ${since} and ${month} and m.c_length is not null
        order by m.month desc limit 1) l on true
    ), fresh as (
      select m.village_code, count(*)::int as n from growth_child_month m
      where m.region_code = ${region} and m.month = ${month} and m.c_length in ('stunted', 'severely-stunted')
        and not exists (select 1 from growth_child_month b where b.region_code = ${region} and b.child_id = m.child_id
                        and b.month = ${from} and b.c_length in ('stunted', 'severely-stunted'))
      group by m.village_code
    ), villages as (
      select village_code, outcome, count(*)::int as n from became group by 1, 2
      union all select village_code, 'newCases', n from fresh
    ), areas as (
      select village_code as area, outcome, n from villages
      union all select regexp_replace(village_code, '[.][^.]+$', ''), outcome, n from villages
      union all select ${region}, outcome, n from villages
    )
    insert into growth_cohort (region_code, area, month, counts, counted_at)
    select ${region}, area, ${month}, jsonb_build_object(
      'all', coalesce(sum(n) filter (where outcome <> 'newCases'), 0),
      'recovered', coalesce(sum(n) filter (where outcome = 'recovered'), 0),
      'stayed', coalesce(sum(n) filter (where outcome = 'stayed'), 0),
      'agedOut', coalesce(sum(n) filter (where outcome = 'agedOut'), 0),
      'moved', coalesce(sum(n) filter (where outcome = 'moved'), 0),
      'died', coalesce(sum(n) filter (where outcome = 'died'), 0),
      'unknown', coalesce(sum(n) filter (where outcome = 'unknown'), 0),
      'newCases', coalesce(sum(n) filter (where outcome = 'newCases'), 0)), ${now}
    from areas group by area
    on conflict (region_code, area, month) do update set counts = excluded.counts, counted_at = excluded.counted_at`.execute(
    tx,
  )
}

export type CohortRead = { readonly area: string; readonly counts: CohortCounts; readonly counted_at: Date }

export async function listCohorts(
  tx: Tx,
  region: string,
  areas: readonly string[],
  month: string,
): Promise<readonly CohortRead[]> {
  return table(tx)
    .selectFrom('growth_cohort')
    .select(['area', 'counts', 'counted_at'])
    .where('region_code', '=', region)
    .where('area', 'in', [...areas])
    .where('month', '=', month)
    .execute()
}

export type ListedChild = {
  readonly child_id: string
  readonly name: string
  readonly birth_date: string
  readonly sex: 1 | 2
  readonly posyandu: string
  readonly c_length: string | null
  readonly c_weight: string | null
  readonly c_weight_length: string | null
  readonly status: string | null
}

/** Children of a village with a category that asks for care in that month, by name. For those who may see names. */
export async function listChildrenInNeed(
  tx: Tx,
  region: string,
  village: string,
  month: string,
): Promise<readonly ListedChild[]> {
  const { rows } = await sql<ListedChild>`
    select m.child_id::text, c.name, c.birth_date, c.sex, p.name as posyandu, m.c_length, m.c_weight, m.c_weight_length, m.status
    from growth_child_month m
    join growth_child c on c.region_code = m.region_code and c.child_id = m.child_id
    join posyandu p on p.region_code = m.region_code and p.posyandu_id = m.posyandu_id
    where m.region_code = ${region} and m.village_code = ${village} and m.month = ${month}
      and (m.c_length in ('stunted', 'severely-stunted') or m.c_weight in ('underweight', 'severely-underweight')
           or m.c_weight_length in ('wasted', 'severely-wasted') or m.t_run >= 2)
    order by c.name, m.child_id limit 500`.execute(tx)
  return rows
}
