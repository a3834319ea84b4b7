// What was done for children and pregnant women of villages in one month, counted for a DHIS2: categories one by one, care for
// wasting, extra food by its reason, complementary food, births, referrals, doses, pregnancies. SQL only. Must stay true: a child
// or woman counts once in each count; what nobody recorded makes no row.
import { type RawBuilder, sql } from 'kysely'
import { addDays, addMonths } from '../../../../kernel/date.ts'
import type { Tx } from '../../../../platform/db/tx.ts'
import { AGE_GROUPS } from '../../rollup.ts'
import { CATEGORIES_2020 } from '../../rules/editions.ts'
import { FEEDING_2021 } from '../../rules/feeding.ts'
import { PREGNANCY_2021 } from '../../rules/pregnancy.ts'

export type CareCount = {
  readonly area: string
  /** 0 and `all`: of women, without sex and age. */
  readonly sex: 0 | 1 | 2
  readonly age_group: string
  /** `pmt.wasting.started`; the part before the first point is what somebody has to keep a record of. */
  readonly local: string
  readonly n: number
}

const AGE_CASE = sql.raw(AGE_GROUPS.map((group) => `when months <= ${group.split('-')[1]} then '${group}'`).join(' '))
const OPEN_CARE = sql`a.code in ('SAM', 'SAMC')`

/** Counts of these villages in one month (`2026-08`). */
export async function listCareCounts(
  tx: Tx,
  region: string,
  villages: readonly string[],
  month: string,
): Promise<readonly CareCount[]> {
  if (villages.length === 0) return []
  const first = `${month}-01`
  const last = addDays(addMonths(first, 1), -1)
  const here = (column: RawBuilder<unknown>) => sql`${column} = any(${[...villages]}::text[])`
  const inMonth = (column: RawBuilder<unknown>) => sql`${column} between ${first}::date and ${last}::date`
  const { lowWeightBelowG } = CATEGORIES_2020.birth
  const { rows: children } = await sql<CareCount>`
    with kid as materialized (
      select child_id, village_code, sex, birth_date, birth_weight_g, early_breastfed, case ${AGE_CASE} end as age_group from (
        select c.*, (extract(year from age(${last}::date, c.birth_date)) * 12 + extract(month from age(${last}::date, c.birth_date)))::int as months
        from growth_child c where c.region_code = ${region} and ${here(sql`c.village_code`)} and c.status <> 'duplicate'
          and c.birth_date <= ${last}::date and c.birth_date > ${addMonths(last, -60)}::date) aged where months < 60
    ), month_of as (
      select * from growth_child_month where region_code = ${region} and ${here(sql`village_code`)} and month = ${month}
    ), one (child_id, local) as (
      select a.child_id, 'sam.new' from growth_alert a
        where a.region_code = ${region} and ${here(sql`a.village_code`)} and ${OPEN_CARE} and ${inMonth(sql`a.opened_on`)}
      union select a.child_id, 'sam.care' from growth_alert a
        where a.region_code = ${region} and ${here(sql`a.village_code`)} and ${OPEN_CARE} and a.opened_on <= ${last}::date
          and (a.closed_on is null or a.closed_on > ${last}::date)
      union select a.child_id, case a.result when 'recovered' then 'sam.recovered' when 'died' then 'sam.died' else 'sam.left' end
        from growth_alert a where a.region_code = ${region} and ${here(sql`a.village_code`)} and ${OPEN_CARE}
          and ${inMonth(sql`a.closed_on`)} and a.result in ('recovered', 'died', 'moved', 'refused')
      union select t.child_id, k.local from growth_pmt t
        left join growth_child_month m on m.region_code = t.region_code and m.child_id = t.child_id and m.month = ${month}
        cross join lateral (values
          (case when t.reason = 'wasting' and coalesce(t.ended_on, t.last_day) >= ${first}::date then 'pmt.mam' end),
          (case when t.first_day >= ${first}::date then 'pmt.' || t.reason || '.started' end),
          (case when t.state = 'finished' and ${inMonth(sql`t.ended_on`)} then 'pmt.' || t.reason || '.finished' end),
          (case when t.state = 'finished' and ${inMonth(sql`t.ended_on`)} and (case t.reason
              when 'wasting' then t.category_after not in ('wasted', 'severely-wasted')
              when 'underweight' then m.c_weight in ('normal-weight', 'risk-overweight')
              else m.status = 'N' end) then 'pmt.' || t.reason || '.recovered' end)) as k (local)
        where t.region_code = ${region} and ${here(sql`t.village_code`)} and t.first_day <= ${last}::date and k.local is not null and t.child_id is not null
      union select e.child_id, k.local from (
          select distinct on (m.child_id) m.child_id, jsonb_array_length(m.facts -> 'eaten') as groups
          from posyandu p join growth_measurement m on m.region_code = p.region_code and m.posyandu_id = p.posyandu_id
          where p.region_code = ${region} and ${here(sql`p.village_code`)} and ${inMonth(sql`m.measured_on`)}
            and m.state in ('recorded', 'verified') and m.facts ? 'eaten'
          order by m.child_id, m.measured_on desc, m.recorded_at desc) e
        cross join lateral (values ('food.asked'), (case when e.groups >= ${FEEDING_2021.least} then 'food.varied' end)) as k (local)
        where k.local is not null
      union select b.child_id, k.local from kid b cross join lateral (values ('birth.all'),
          (case when b.early_breastfed then 'birth.early' end),
          (case when b.birth_weight_g < ${lowWeightBelowG} then 'birth.low' end)) as k (local)
        where ${inMonth(sql`b.birth_date`)} and k.local is not null and (b.early_breastfed is not null or b.birth_weight_g is not null)
      union all select r.child_id, 'referral.made' from growth_referral r
        where r.region_code = ${region} and ${inMonth(sql`r.referred_on`)} and r.child_id is not null
      union all select r.child_id, 'referral.answered' from growth_referral r
        where r.region_code = ${region} and ${inMonth(sql`r.answered_on`)} and r.child_id is not null
      union all select d.child_id, 'dose.' || d.dose from growth_dose d
        where d.region_code = ${region} and ${inMonth(sql`d.given_on`)} and d.withdrawn_at is null
    )
    select village_code as area, sex, age_group, local, count(*)::int as n from (
      select m.village_code, m.sex, m.age_group, k.local from month_of m cross join lateral (values
        ('category.weight.' || case when m.oedema then 'severely-underweight' else m.c_weight end),
        ('category.length.' || m.c_length), ('category.weightLength.' || m.c_weight_length)) as k (local)
      where k.local is not null
      union all select kid.village_code, kid.sex, kid.age_group, one.local from one join kid using (child_id)) said
    where age_group is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(tx)
  return [...children, ...(await listWomenCounts(tx, region, villages, first, last))]
}

async function listWomenCounts(
  tx: Tx,
  region: string,
  villages: readonly string[],
  first: string,
  last: string,
): Promise<readonly CareCount[]> {
  const { armBelowTenthMm } = CATEGORIES_2020.pregnancy
  const { rows } = await sql<CareCount>`
    with visit as (
      select v.*, g.village_code, dense_rank() over (partition by v.pregnancy_id order by v.visited_on) as nth,
        sum(v.tablets_taken) over (partition by v.pregnancy_id order by v.visited_on, v.visit_id) as taken,
        v.visited_on between ${first}::date and ${last}::date as now
      from growth_pregnancy g join growth_pregnancy_visit v on v.region_code = g.region_code and v.pregnancy_id = g.pregnancy_id
      where g.region_code = ${region} and g.village_code = any(${[...villages]}::text[])
        and g.due_on >= ${addMonths(first, -2)}::date and v.state = 'recorded' and v.visited_on <= ${last}::date
    ), arm as (
      select distinct on (pregnancy_id) pregnancy_id, arm_tenth_mm < ${armBelowTenthMm} as thin
      from visit where arm_tenth_mm is not null order by pregnancy_id, visited_on desc
    ), said (village_code, pregnancy_id, local) as (
      select g.village_code, g.pregnancy_id, k.local from growth_pregnancy g left join arm a on a.pregnancy_id = g.pregnancy_id
      cross join lateral (values ('women.pregnant'), (case when a.thin then 'women.kek' end)) as k (local)
      where g.region_code = ${region} and g.village_code = any(${[...villages]}::text[]) and g.registered_on <= ${last}::date
        and g.due_on >= ${addMonths(first, -2)}::date and (g.ended_on is null or g.ended_on > ${last}::date) and k.local is not null
      union select v.village_code, v.pregnancy_id, 'women.kek.fed' from visit v join arm a on a.pregnancy_id = v.pregnancy_id
        where v.now and v.food_given and a.thin
      union select t.village_code, t.pregnancy_id, 'women.kek.fed' from growth_pmt t
        join growth_pmt_week w on w.region_code = t.region_code and w.pmt_id = t.pmt_id
        where t.region_code = ${region} and t.village_code = any(${[...villages]}::text[]) and t.pregnancy_id is not null
          and true = any (w.given) and t.first_day + (w.week - 1) * 7 between ${first}::date and ${last}::date
      union select village_code, pregnancy_id, 'women.k' || nth from visit where now and nth in (1, 4, 6)
      union select village_code, pregnancy_id, 'women.ttd' from visit
        where now and taken >= ${PREGNANCY_2021.tablets} and taken - tablets_taken < ${PREGNANCY_2021.tablets})
    select village_code as area, 0 as sex, 'all' as age_group, local, count(*)::int as n from said group by 1, 4 order by 1, 4`.execute(
    tx,
  )
  return rows
}
