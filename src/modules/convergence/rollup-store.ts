// SQL of agencies' reports, confirmed lists and the rollups a village and quarter. Must stay true: a scorecard of all villages
// reads rollups only; a report is corrected by a new version.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { ConvergenceTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<ConvergenceTables>()
export type ValueRow = ConvergenceTables['convergence_value']
export type ScoreRow = ConvergenceTables['convergence_score']
export type ReportRow = ConvergenceTables['convergence_report']

export type StateCount = { readonly service: string; readonly state: string; readonly n: number }

/** How many subjects of a village stand in which state, by service. */
export async function countStates(
  tx: Tx,
  region: string,
  period: string,
  village: string,
): Promise<readonly StateCount[]> {
  const { rows } = await sql<StateCount>`
    select service, state, count(*)::int as n from convergence_service
    where region_code = ${region} and period = ${period} and village_code = ${village} group by service, state`.execute(
    tx,
  )
  return rows
}

/**
 * Households in the first 1000 days: how many have all due services, of how many to whom something is due. Families are looked up
 * one by one: joined, the planner read those of the whole regency.
 */
export async function countHouseholds(
  tx: Tx,
  region: string,
  period: string,
  village: string,
): Promise<{ readonly complete: number; readonly of: number }> {
  const { rows } = await sql<{ complete: number; of: number }>`
    select count(*) filter (where h.whole)::int as complete, count(*)::int as of from (
      select family_id, bool_and(state = 'received') as whole from convergence_service
      where region_code = ${region} and period = ${period} and village_code = ${village} and state <> 'not-entitled'
      group by family_id) h
    cross join lateral (
      select from convergence_family f where f.region_code = ${region} and f.family_id = h.family_id and f.is_hpk limit 1) known`.execute(
    tx,
  )
  return rows[0] ?? { complete: 0, of: 0 }
}

/** Newest version of each agency's report of a village. */
export async function listReports(
  tx: Tx,
  region: string,
  period: string,
  village: string,
): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select distinct on (indicator, agency_id) * from convergence_report
    where region_code = ${region} and period = ${period} and village_code = ${village}
    order by indicator, agency_id, version desc`.execute(tx)
  return rows
}

export async function insertReports(tx: Tx, rows: readonly ReportRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into convergence_report (region_code, period, village_code, indicator, agency_id, version, numerator, denominator, source, recorded_by, recorded_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (region_code text, period text, village_code text, indicator text, agency_id text, version int, numerator int, denominator int, source text, recorded_by text, recorded_at timestamptz)`.execute(
    tx,
  )
}

export async function isListConfirmed(tx: Tx, region: string, period: string, village: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('convergence_list')
    .select('confirmed_by')
    .where('region_code', '=', region)
    .where('period', '=', period)
    .where('village_code', '=', village)
    .executeTakeFirst()
  return row !== undefined
}

export async function confirmList(tx: Tx, row: ConvergenceTables['convergence_list']): Promise<void> {
  await tables(tx)
    .insertInto('convergence_list')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Replaces the rollup of a village and quarter. */
export async function putRollup(tx: Tx, values: readonly ValueRow[], score: ScoreRow): Promise<void> {
  const { region_code, period, village_code, ...rest } = score
  await tables(tx)
    .insertInto('convergence_value')
    .values([...values])
    .onConflict((c) =>
      c.columns(['region_code', 'period', 'village_code', 'indicator']).doUpdateSet((e) => ({
        basis: e.ref('excluded.basis'),
        numerator: e.ref('excluded.numerator'),
        denominator: e.ref('excluded.denominator'),
        list_numerator: e.ref('excluded.list_numerator'),
        list_denominator: e.ref('excluded.list_denominator'),
        report_numerator: e.ref('excluded.report_numerator'),
        report_denominator: e.ref('excluded.report_denominator'),
        waiting: e.ref('excluded.waiting'),
      })),
    )
    .execute()
  await tables(tx)
    .insertInto('convergence_score')
    .values(score)
    .onConflict((c) => c.columns(['region_code', 'period', 'village_code']).doUpdateSet(rest))
    .execute()
}

export async function listValues(
  tx: Tx,
  region: string,
  period: string,
  within: { readonly village?: string; readonly district?: string } = {},
): Promise<readonly ValueRow[]> {
  let rows = tables(tx)
    .selectFrom('convergence_value')
    .selectAll()
    .where('region_code', '=', region)
    .where('period', '=', period)
  if (within.village !== undefined) rows = rows.where('village_code', '=', within.village)
  if (within.district !== undefined) rows = rows.where('village_code', 'like', `${within.district}.%`)
  return rows.execute()
}

export async function listScores(tx: Tx, region: string, period: string): Promise<readonly ScoreRow[]> {
  return tables(tx)
    .selectFrom('convergence_score')
    .selectAll()
    .where('region_code', '=', region)
    .where('period', '=', period)
    .orderBy('village_code')
    .execute()
}

/** The scores of a village, newest quarter first. */
export async function listScoresOf(tx: Tx, region: string, village: string, limit = 6): Promise<readonly ScoreRow[]> {
  return tables(tx)
    .selectFrom('convergence_score')
    .selectAll()
    .where('region_code', '=', region)
    .where('village_code', '=', village)
    .orderBy('period', 'desc')
    .limit(limit)
    .execute()
}

/** Quarters that have a rollup, newest first. Reads one village: all have the same. */
export async function listPeriods(tx: Tx, region: string): Promise<readonly string[]> {
  const { rows } = await sql<{ period: string }>`
    select distinct period from convergence_score where region_code = ${region} order by period desc limit 12`.execute(
    tx,
  )
  return rows.map((row) => row.period)
}

export type GapSum = {
  readonly indicator: string
  readonly numerator: number
  readonly denominator: number
  readonly missing: number
}

/** Each indicator over many villages: reached, entitled, and the people each village still misses to its target, added up.
 *  Exact: numeric, not floating point. For indicators where more is better. */
export async function sumGaps(
  tx: Tx,
  region: string,
  period: string,
  targets: readonly { readonly indicator: string; readonly share: string }[],
  district?: string,
): Promise<readonly GapSum[]> {
  const { rows } = await sql<GapSum>`
    select v.indicator, sum(v.numerator)::int as numerator, sum(v.denominator)::int as denominator,
      sum(greatest(0, ceil(v.denominator * t.share) - v.numerator))::int as missing
    from convergence_value v join jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) as t (indicator text, share numeric) on t.indicator = v.indicator
    where v.region_code = ${region} and v.period = ${period} and v.basis <> 'none'
      ${district === undefined ? sql`` : sql`and left(v.village_code, 8) = ${district}`}
    group by v.indicator order by missing desc`.execute(tx)
  return rows
}
