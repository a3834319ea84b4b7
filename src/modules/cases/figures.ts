// Real figures of a service, rolled up per month from what happened, one case at a time after its commit. Must stay true:
// cost follows what changed; below five finished cases nothing is shown; medians come from counts, never from a guess.
import { sql } from 'kysely'
import { addMonths } from '../../kernel/date.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CasesTables } from './tables.ts'

const LEAST = 5
/** Office time is counted in half hours. */
export const BUCKET_MINUTES = 30

export type Figures = {
  readonly month: string
  readonly issued: number
  readonly onTime: number
  readonly returned: number
  /** Put on hold in the month, each application once. */
  readonly held: number
  readonly medianHours: number
  readonly p90Hours: number
  readonly topReason?: string
}
export type MonthDelta = {
  readonly submitted?: number
  readonly issued?: number
  readonly onTime?: number
  readonly returned?: number
  readonly rejected?: number
  readonly held?: number
  readonly usedMinutes?: number
  readonly reasons?: readonly string[]
}

/** Adds what one step of one case changed. Callers make sure that each step is added once. */
export async function addToMonth(
  tx: Tx,
  region: RegionCode,
  serviceId: string,
  month: string,
  delta: MonthDelta,
): Promise<void> {
  const bucket = delta.usedMinutes === undefined ? undefined : String(Math.floor(delta.usedMinutes / BUCKET_MINUTES))
  const table = tx.withTables<CasesTables>()
  await table
    .insertInto('case_month')
    .values({
      region_code: region,
      service_id: serviceId,
      month,
      submitted: delta.submitted ?? 0,
      issued: delta.issued ?? 0,
      on_time: delta.onTime ?? 0,
      returned: delta.returned ?? 0,
      rejected: delta.rejected ?? 0,
      held: delta.held ?? 0,
      minutes: bucket === undefined ? '{}' : JSON.stringify({ [bucket]: 1 }),
      reasons: '{}',
    })
    .onConflict((conflict) =>
      conflict.columns(['region_code', 'service_id', 'month']).doUpdateSet({
        submitted: sql`case_month.submitted + excluded.submitted`,
        issued: sql`case_month.issued + excluded.issued`,
        on_time: sql`case_month.on_time + excluded.on_time`,
        returned: sql`case_month.returned + excluded.returned`,
        rejected: sql`case_month.rejected + excluded.rejected`,
        held: sql`case_month.held + excluded.held`,
        ...(bucket === undefined
          ? {}
          : {
              minutes: sql`case_month.minutes || jsonb_build_object(${bucket}::text, coalesce((case_month.minutes->>${bucket})::int, 0) + 1)`,
            }),
      }),
    )
    .execute()
  for (const reason of delta.reasons ?? [])
    await table
      .updateTable('case_month')
      .set({
        reasons: sql`reasons || jsonb_build_object(${reason}::text, coalesce((reasons->>${reason})::int, 0) + 1)`,
      })
      .where('region_code', '=', region)
      .where('service_id', '=', serviceId)
      .where('month', '=', month)
      .execute()
}

/** The newest of this and the two months before that has enough finished cases. */
export async function findFigures(
  tx: Tx,
  region: RegionCode,
  serviceId: string,
  today: string,
): Promise<Figures | undefined> {
  const first = `${today.slice(0, 7)}-01`
  const rows = await tx
    .withTables<CasesTables>()
    .selectFrom('case_month')
    .select([
      sql<string>`to_char(month, 'YYYY-MM')`.as('month'),
      'issued',
      'on_time',
      'returned',
      'held',
      'minutes',
      'reasons',
    ])
    .where('region_code', '=', region)
    .where('service_id', '=', serviceId)
    .where('month', '>=', addMonths(first, -2))
    .orderBy('month', 'desc')
    .execute()
  const row = rows.find((one) => one.issued >= LEAST)
  if (row === undefined) return undefined
  const reasons = Object.entries(row.reasons as Record<string, number>).sort(([, a], [, b]) => b - a)
  return {
    month: row.month,
    issued: row.issued,
    onTime: row.on_time,
    returned: row.returned,
    held: row.held,
    medianHours: quantile(row.minutes as Record<string, number>, 0.5),
    p90Hours: quantile(row.minutes as Record<string, number>, 0.9),
    ...(reasons[0] === undefined ? {} : { topReason: reasons[0][0] }),
  }
}

/** The upper edge, in hours, of the half hour in which the share of cases is reached. */
export function quantile(buckets: Readonly<Record<string, number>>, share: number): number {
  const counts = Object.entries(buckets)
    .map(([bucket, count]) => [Number(bucket), count] as const)
    .sort((a, b) => a[0] - b[0])
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  let seen = 0
  for (const [bucket, count] of counts) {
    seen += count
    if (seen >= total * share) return ((bucket + 1) * BUCKET_MINUTES) / 60
  }
  return 0
}

export type MonthTotals = {
  readonly month: string
  readonly submitted: number
  readonly issued: number
  readonly onTime: number
  readonly returned: number
}

/** All services of the newest of this and the two months before that has enough finished cases. */
export async function totalsOfMonth(tx: Tx, region: RegionCode, today: string): Promise<MonthTotals | undefined> {
  const rows = await tx
    .withTables<CasesTables>()
    .selectFrom('case_month')
    .select((e) => [
      sql<string>`to_char(month, 'YYYY-MM')`.as('of'),
      e.fn.sum<string>('submitted').as('submitted'),
      e.fn.sum<string>('issued').as('issued'),
      e.fn.sum<string>('on_time').as('on_time'),
      e.fn.sum<string>('returned').as('returned'),
    ])
    .where('region_code', '=', region)
    .where('month', '>=', addMonths(`${today.slice(0, 7)}-01`, -2))
    .groupBy('of')
    .orderBy('of', 'desc')
    .execute()
  const row = rows.find((one) => Number(one.issued) >= LEAST)
  return row === undefined
    ? undefined
    : {
        month: row.of,
        submitted: Number(row.submitted),
        issued: Number(row.issued),
        onTime: Number(row.on_time),
        returned: Number(row.returned),
      }
}
