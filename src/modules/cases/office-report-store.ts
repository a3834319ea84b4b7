// SQL of the office's reports: adding what one step changed, summing days, and the cases behind a figure. Must stay true: a
// report costs the days it covers; the lists page by key on case_event_figures, case_open or case_result_late.
import { type SqlBool, sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CasesTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<CasesTables>()

export type DayDelta = Partial<
  Record<
    'submitted' | 'issued' | 'measured' | 'on_time' | 'used_minutes' | 'returned' | 'rejected' | 'completed' | 'deeds',
    number
  >
>

/** Adds to the figures of a day. Callers make sure that each step is added once. */
export async function addToDay(
  tx: Tx,
  region: RegionCode,
  where: { readonly day: string; readonly serviceId: string; readonly channel: string },
  d: DayDelta,
): Promise<void> {
  await sql`
    insert into case_day as d (region_code, day, service_id, channel, submitted, issued, measured, on_time,
      used_minutes, returned, rejected, completed, deeds)
    values (${region}, ${where.day}, ${where.serviceId}, ${where.channel}, ${d.submitted ?? 0}, ${d.issued ?? 0},
      ${d.measured ?? 0}, ${d.on_time ?? 0}, ${d.used_minutes ?? 0}, ${d.returned ?? 0}, ${d.rejected ?? 0},
      ${d.completed ?? 0}, ${d.deeds ?? 0})
    on conflict (region_code, day, service_id, channel) do update set submitted = d.submitted + excluded.submitted,
      issued = d.issued + excluded.issued, measured = d.measured + excluded.measured,
      on_time = d.on_time + excluded.on_time, used_minutes = d.used_minutes + excluded.used_minutes,
      returned = d.returned + excluded.returned, rejected = d.rejected + excluded.rejected,
      completed = d.completed + excluded.completed, deeds = d.deeds + excluded.deeds`.execute(tx)
}

export async function addOfficerStep(
  tx: Tx,
  region: RegionCode,
  day: string,
  account: string,
  role: string,
): Promise<void> {
  await sql`
    insert into officer_day as o (region_code, day, account_id, role, steps)
    values (${region}, ${day}, ${account}, ${role}, 1)
    on conflict (region_code, day, account_id, role) do update set steps = o.steps + 1`.execute(tx)
}

export async function keepResult(tx: Tx, row: CasesTables['case_result']): Promise<void> {
  await tables(tx)
    .insertInto('case_result')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function countDeedsOf(tx: Tx, region: RegionCode, caseId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from deed where region_code = ${region} and case_id = ${caseId}::uuid`.execute(tx)
  return rows[0]?.n ?? 0
}

export type Span = { readonly from: string; readonly to: string }
export type FigureRow = {
  readonly key: string
  readonly submitted: number
  readonly issued: number
  readonly measured: number
  readonly on_time: number
  readonly used_minutes: number
  readonly returned: number
  readonly rejected: number
  readonly completed: number
  readonly deeds: number
}
type Grouping = 'service' | 'channel' | 'month' | 'day'
const GROUPS: Readonly<Record<Grouping, ReturnType<typeof sql<string>>>> = {
  service: sql<string>`service_id`,
  channel: sql<string>`channel`,
  month: sql<string>`to_char(day, 'YYYY-MM')`,
  day: sql<string>`to_char(day, 'YYYY-MM-DD')`,
}

const services = (allowed: readonly string[]) =>
  allowed.includes('*') ? sql<SqlBool>`true` : sql<SqlBool>`service_id = any(${[...allowed]}::text[])`

/** Sums of a span of days (both included) by service, channel, month or day. */
export async function sumDays(
  tx: Tx,
  region: RegionCode,
  span: Span,
  allowed: readonly string[],
  by: Grouping,
): Promise<readonly FigureRow[]> {
  const key = GROUPS[by]
  const { rows } = await sql<FigureRow>`
    select ${key} as key, sum(submitted)::int as submitted, sum(issued)::int as issued, sum(measured)::int as measured,
      sum(on_time)::int as on_time, sum(used_minutes)::int as used_minutes, sum(returned)::int as returned,
      sum(rejected)::int as rejected, sum(completed)::int as completed, sum(deeds)::int as deeds
    from case_day
    where region_code = ${region} and day >= ${span.from}::date and day <= ${span.to}::date and ${services(allowed)}
    group by 1 order by 1`.execute(tx)
  return rows
}

export type ExportRow = Omit<FigureRow, 'key'> & {
  readonly day: string
  readonly service_id: string
  readonly channel: string
}

/** Every row of a span, for a file. The span is bounded by the caller. */
export async function listDays(
  tx: Tx,
  region: RegionCode,
  span: Span,
  allowed: readonly string[],
): Promise<readonly ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select to_char(day, 'YYYY-MM-DD') as day, service_id, channel, submitted, issued, measured, on_time,
      used_minutes::int as used_minutes, returned, rejected, completed, deeds
    from case_day
    where region_code = ${region} and day >= ${span.from}::date and day <= ${span.to}::date and ${services(allowed)}
    order by case_day.day, service_id, channel`.execute(tx)
  return rows
}

/** Open cases now, by state and service. */
export async function countOpen(
  tx: Tx,
  region: RegionCode,
  allowed: readonly string[],
): Promise<readonly { readonly state: string; readonly service_id: string; readonly n: number }[]> {
  const { rows } = await sql<{ state: string; service_id: string; n: number }>`
    select state, service_id, count(*)::int as n from case_file
    where region_code = ${region} and ended_at is null and number is not null and ${services(allowed)}
    group by 1, 2`.execute(tx)
  return rows
}

/** Steps of officers in a span, the busiest first. */
export async function sumOfficers(
  tx: Tx,
  region: RegionCode,
  span: Span,
): Promise<readonly { readonly account_id: string; readonly role: string; readonly steps: number }[]> {
  const { rows } = await sql<{ account_id: string; role: string; steps: number }>`
    select account_id, role, sum(steps)::int as steps from officer_day
    where region_code = ${region} and day >= ${span.from}::date and day <= ${span.to}::date
    group by 1, 2 order by 3 desc, 1, 2 limit 200`.execute(tx)
  return rows
}

export type CaseBehind = {
  readonly case_id: string
  readonly at: Date
  readonly number: string
  readonly service_id: string
  readonly revision: string
  readonly state: string
  readonly channel: string
  readonly village_code: string | null
  readonly used_minutes: number | null
  readonly late: boolean | null
}
export type BehindFilter = {
  readonly figure: 'submitted' | 'issued' | 'late' | 'returned' | 'rejected' | 'completed' | 'open'
  readonly from: Date
  readonly until: Date
  readonly span: Span
  readonly service?: string
  readonly channel?: string
  readonly state?: string
}

const ACTIONS = { submitted: ['submit'], issued: ['issue'], rejected: ['reject'] } as const

/** The cases behind a figure, oldest first, after a key. */
export async function listBehind(
  tx: Tx,
  region: RegionCode,
  filter: BehindFilter,
  allowed: readonly string[],
  page: { readonly after?: { readonly at: Date; readonly caseId: string }; readonly limit: number },
): Promise<readonly CaseBehind[]> {
  const { figure } = filter
  const after = page.after
  const beyond = (at: ReturnType<typeof sql>) =>
    after === undefined ? sql<SqlBool>`true` : sql<SqlBool>`(${at}, c.case_id) > (${after.at}, ${after.caseId}::uuid)`
  const only = sql<SqlBool>`${allowed.includes('*') ? sql`true` : sql`c.service_id = any(${[...allowed]}::text[])`}
    and ${filter.service === undefined ? sql`true` : sql`c.service_id = ${filter.service}`}
    and ${filter.channel === undefined ? sql`true` : sql`c.channel = ${filter.channel}`}`
  const columns = sql`c.case_id, c.number, c.service_id, c.revision, c.state, c.channel, c.village_code,
    r.used_minutes, r.late`
  const result = sql`left join case_result r on r.region_code = c.region_code and r.case_id = c.case_id`
  if (figure === 'open') {
    const { rows } = await sql<CaseBehind>`
      select ${columns}, c.submitted_at as at from case_file c ${result}
      where c.region_code = ${region} and c.ended_at is null and c.number is not null and c.submitted_at is not null
        and ${filter.state === undefined ? sql`true` : sql`c.state = ${filter.state}`} and ${only}
        and ${beyond(sql`c.submitted_at`)}
      order by c.submitted_at, c.case_id limit ${page.limit}`.execute(tx)
    return rows
  }
  if (figure === 'late') {
    const { rows } = await sql<CaseBehind>`
      select ${columns}, c.issued_at as at from case_result r join case_file c using (region_code, case_id)
      where r.region_code = ${region} and r.late and r.issued_on >= ${filter.span.from}::date
        and r.issued_on <= ${filter.span.to}::date and ${only} and ${beyond(sql`c.issued_at`)}
      order by c.issued_at, c.case_id limit ${page.limit}`.execute(tx)
    return rows
  }
  const event =
    figure === 'completed' || figure === 'returned'
      ? sql`e.to_state = ${figure} and not exists (select 1 from case_event f where f.region_code = e.region_code
          and f.case_id = e.case_id and f.to_state = e.to_state and f.seq < e.seq)
          and e.action = any(${figure === 'returned' ? ['return', 'return-later'] : ['finish', 'hand-over']}::text[])`
      : sql`e.action = any(${[...ACTIONS[figure]]}::text[])`
  const { rows } = await sql<CaseBehind>`
    select ${columns}, e.at from case_event e join case_file c using (region_code, case_id) ${result}
    where e.region_code = ${region} and ${event} and e.at >= ${filter.from} and e.at < ${filter.until} and ${only}
      and ${beyond(sql`e.at`)}
    order by e.at, c.case_id limit ${page.limit}`.execute(tx)
  return rows
}
