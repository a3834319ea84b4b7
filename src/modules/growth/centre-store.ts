// What a health centre looks at beside the month: children whose growth was monitored over a year, and what extra food brought.
// SQL only. Must stay true: a year is twelve whole months up to the one asked for; only children who lived all of it can have been
// monitored for it, so the others are left out.
import { sql } from 'kysely'
import { addDays, addMonths } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { SkdnEdition } from './rules/editions.ts'
import { shiftMonth } from './rules/measurement.ts'
import type { PmtReason } from './rules/pmt.ts'

export type MonitoredYear = {
  readonly posyandu_id: string
  readonly children: number
  readonly monitored: number
  /** Length measured as often as the edition asks. */
  readonly measured: number
}

export async function countMonitored(
  tx: Tx,
  region: string,
  posyandus: readonly string[],
  month: string,
  { growthMonitored: { weighings, lengths, developments }, lengthCoverage: { timesAYear } }: SkdnEdition,
): Promise<readonly MonitoredYear[]> {
  if (posyandus.length === 0) return []
  const last = addDays(addMonths(`${month}-01`, 1), -1)
  const from = shiftMonth(month, -11)
  const { rows } = await sql<MonitoredYear>`
    with child as (
      select child_id, posyandu_id from growth_child
      where region_code = ${region} and posyandu_id = any(${[...posyandus]}::text[]) and status = 'active'
        and birth_date <= ${addMonths(last, -12)}::date and birth_date > ${addMonths(last, -60)}::date
    ), year as (
      select c.child_id, c.posyandu_id, count(*) filter (where m.weighed) as weighed,
        count(*) filter (where m.length_measured) as lengths,
        (select count(distinct d.measured_on) from growth_measurement d where d.region_code = ${region} and d.child_id = c.child_id
          and d.measured_on between ${`${from}-01`}::date and ${last}::date and d.state in ('recorded', 'verified')
          and d.facts ? 'development') as screened
      from child c left join growth_child_month m on m.region_code = ${region} and m.child_id = c.child_id
        and m.month between ${from} and ${month}
      group by c.child_id, c.posyandu_id)
    select posyandu_id, count(*)::int as children,
      count(*) filter (where weighed >= ${weighings} and lengths >= ${lengths} and screened >= ${developments})::int as monitored,
      count(*) filter (where lengths >= ${timesAYear})::int as measured
    from year group by posyandu_id`.execute(tx)
  return rows
}

export type FoodSum = {
  readonly reason: Exclude<PmtReason, 'kek'>
  readonly running: number
  readonly finished: number
  readonly stopped: number
  /** Of the finished ones: no longer what they were fed for. */
  readonly better: number
  /** Finished ones weighed at both ends, and the sum of what they gained. */
  readonly weighed: number
  readonly gain_g: number
}

/** Programmes of extra food of a health centre: those that run, and those that ended since a day. */
export async function sumFood(tx: Tx, region: string, centreId: string, since: string): Promise<readonly FoodSum[]> {
  const { rows } = await sql<FoodSum>`
    with food as (
      select t.reason, t.state, case t.reason
          when 'wasting' then t.category_after not in ('wasted', 'severely-wasted')
          when 'underweight' then m.c_weight in ('normal-weight', 'risk-overweight')
          when 'kek' then t.category_after = 'not-kek'
          else m.status = 'N' end as better,
        (select w.weight_g from growth_pmt_week w where w.region_code = t.region_code and w.pmt_id = t.pmt_id and w.weight_g is not null
          order by w.week desc limit 1) - t.start_weight_g as gain
      from growth_pmt t
      left join lateral (select c_weight, status from growth_child_month m where m.region_code = t.region_code and m.child_id = t.child_id
        and m.month >= to_char(t.ended_on, 'YYYY-MM') and m.weighed order by m.month limit 1) m on true
      where t.region_code = ${region} and t.centre_id = ${centreId} and (t.state = 'running' or t.ended_on >= ${since}::date))
    select reason, count(*) filter (where state = 'running')::int as running, count(*) filter (where state = 'finished')::int as finished,
      count(*) filter (where state = 'stopped')::int as stopped, count(*) filter (where state = 'finished' and better)::int as better,
      count(gain) filter (where state = 'finished')::int as weighed, coalesce(sum(gain) filter (where state = 'finished'), 0)::int as gain_g
    from food group by reason order by reason desc`.execute(tx)
  return rows
}
