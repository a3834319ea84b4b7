// SQL of what an import meets: children it may be about, what stands of them, months and alerts counted anew. Must stay true: one
// statement for many children, never one a child.
import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import type { AlertRead } from '../alert-store.ts'
import type { ChildRowRead } from '../child-store.ts'
import type { ChildMonthRead, MeasurementRead } from '../measurement-store.ts'
import type { GrowthTables } from '../tables.ts'
import { insertAtOnce } from './import-bulk-store.ts'
import type { ExchangeTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<GrowthTables & ExchangeTables>()

/** Children of these posyandu, whatever their status; the sealed parts included. */
export async function listChildrenAt(
  tx: Tx,
  region: string,
  posyandus: readonly string[],
): Promise<readonly ChildRowRead[]> {
  if (posyandus.length === 0) return []
  return table(tx)
    .selectFrom('growth_child')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', 'in', [...posyandus])
    .where('status', '<>', 'duplicate')
    .orderBy('name')
    .orderBy('child_id')
    .execute()
}

export async function listChildrenById(
  tx: Tx,
  region: string,
  ids: readonly string[],
  options: { readonly lock: boolean },
): Promise<readonly ChildRowRead[]> {
  if (ids.length === 0) return []
  const query = table(tx)
    .selectFrom('growth_child')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('child_id')
  return (options.lock ? query.forUpdate() : query).execute()
}

/** Which of these hashes of a NIK are taken anywhere in the region. */
export async function listTakenHashes(tx: Tx, region: string, hashes: readonly string[]): Promise<readonly string[]> {
  const taken: string[] = []
  for (let i = 0; i < hashes.length; i += 5000) {
    const rows = await table(tx)
      .selectFrom('growth_child')
      .select('nik_hash')
      .where('region_code', '=', region)
      .where('nik_hash', '=', sql<string>`any(${hashes.slice(i, i + 5000)}::text[])`)
      .execute()
    taken.push(...rows.flatMap(({ nik_hash }) => nik_hash ?? []))
  }
  return taken
}

/** Measurings that stand, of children of these posyandu, between two days. */
export async function listStandingBetween(
  tx: Tx,
  region: string,
  posyandus: readonly string[],
  from: string,
  to: string,
): Promise<readonly MeasurementRead[]> {
  if (posyandus.length === 0) return []
  return table(tx)
    .selectFrom('growth_measurement')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', 'in', [...posyandus])
    .where('measured_on', '>=', from)
    .where('measured_on', '<=', to)
    .where('state', 'in', ['recorded', 'verified'])
    .orderBy('measured_on')
    .orderBy('recorded_at')
    .orderBy('measurement_id')
    .execute()
}

export async function listMeasurementsOf(
  tx: Tx,
  region: string,
  ids: readonly string[],
): Promise<readonly MeasurementRead[]> {
  if (ids.length === 0) return []
  return table(tx)
    .selectFrom('growth_measurement')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('measured_on')
    .orderBy('recorded_at')
    .orderBy('measurement_id')
    .execute()
}

export async function listMonthsOf(tx: Tx, region: string, ids: readonly string[]): Promise<readonly ChildMonthRead[]> {
  if (ids.length === 0) return []
  return table(tx)
    .selectFrom('growth_child_month')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}

/** Alerts of these children by child. */
export async function listAlertsOf(
  tx: Tx,
  region: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly AlertRead[]>> {
  const found = new Map<string, AlertRead[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return found
  const rows = await table(tx)
    .selectFrom('growth_alert')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('opened_on')
    .orderBy('urgency')
    .execute()
  for (const row of rows) found.get(row.child_id ?? '')?.push(row)
  return found
}

/** Months of posyandu that are closed. */
export async function listClosedMonths(
  tx: Tx,
  region: string,
  posyandus: readonly string[],
): Promise<readonly { readonly posyandu_id: string; readonly month: string }[]> {
  if (posyandus.length === 0) return []
  return table(tx)
    .selectFrom('growth_month')
    .select(['posyandu_id', 'month'])
    .distinct()
    .where('region_code', '=', region)
    .where('posyandu_id', 'in', [...posyandus])
    .where('state', '=', 'closed')
    .execute()
}

/** Which of these children have a measuring that is not among those named, or one of those that is no longer as it was recorded. */
export async function listWithOthers(
  tx: Tx,
  region: string,
  ids: readonly string[],
  measurings: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ child_id: string }>`
    select distinct m.child_id from growth_measurement m
    left join unnest(${[...measurings]}::uuid[]) as mine (id) on mine.id = m.measurement_id
    where m.region_code = ${region} and m.child_id = any(${[...ids]}::uuid[]) and (mine.id is null or m.state <> 'recorded')`.execute(
    tx,
  )
  return new Set(rows.map(({ child_id }) => child_id))
}

/** Takes all months of these children away; gives where they were counted. */
export async function dropMonthsOf(
  tx: Tx,
  region: string,
  ids: readonly string[],
): Promise<readonly { readonly posyanduId: string; readonly month: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ posyanduId: string; month: string }>`
    with gone as (delete from growth_child_month where region_code = ${region} and child_id = any(${[...ids]}::uuid[])
      returning posyandu_id, month)
    select distinct posyandu_id as "posyanduId", month from gone`.execute(tx)
  return rows
}

/** Takes months of children away and writes others in their place. */
export async function replaceMonthsOf(
  tx: Tx,
  region: string,
  gone: readonly { readonly childId: string; readonly month: string }[],
  rows: readonly Insertable<GrowthTables['growth_child_month']>[],
): Promise<void> {
  if (gone.length > 0)
    await sql`delete from growth_child_month m using unnest(${gone.map(({ childId }) => childId)}::uuid[],
        ${gone.map(({ month }) => month)}::text[]) as old (child_id, month)
      where m.region_code = ${region} and m.child_id = old.child_id and m.month = old.month`.execute(tx)
  await insertAtOnce(tx, 'growth_child_month', rows)
}

export async function setStates(
  tx: Tx,
  region: string,
  ids: readonly string[],
  state: 'recorded' | 'replaced' | 'withdrawn',
  reason?: string,
): Promise<void> {
  if (ids.length === 0) return
  await table(tx)
    .updateTable('growth_measurement')
    .set({ state, ...(reason === undefined ? {} : { reason }) })
    .where('region_code', '=', region)
    .where('measurement_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}
