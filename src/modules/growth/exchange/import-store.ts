// Imported files and what their lines did; reading and writing of many children at once. SQL only. Must stay true: every list
// is of some hundred children at a time, so that a statement stays small whatever the size of the file.
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import type { AlertRead } from '../alert-store.ts'
import type { ChildRowRead } from '../child-store.ts'
import type { ChildMonthRead, MeasurementRead } from '../measurement-store.ts'
import type { GrowthTables } from '../tables.ts'
import { insertAtOnce } from './import-bulk-store.ts'
import type { ExchangeTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<GrowthTables & ExchangeTables>()
export type ImportRow = Omit<Selectable<ExchangeTables['growth_import']>, 'file'>
export type ImportLineRow = Selectable<ExchangeTables['growth_import_line']>
const HEAD = [
  'region_code',
  'import_id',
  'fingerprint',
  'file_name',
  'sheet',
  'template',
  'lines',
  'account',
  'role',
  'scope',
  'state',
  'answers',
  'counts',
  'undo_counts',
  'planned_at',
  'written_at',
  'undone_at',
  'undone_by',
] as const

export async function insertImport(tx: Tx, row: Insertable<ExchangeTables['growth_import']>): Promise<void> {
  await table(tx).insertInto('growth_import').values(row).execute()
}

export async function findImport(tx: Tx, region: string, importId: string): Promise<ImportRow | undefined> {
  return table(tx)
    .selectFrom('growth_import')
    .select(HEAD)
    .where('region_code', '=', region)
    .where('import_id', '=', importId)
    .executeTakeFirst()
}

export async function lockImport(tx: Tx, region: string, importId: string): Promise<ImportRow | undefined> {
  return table(tx)
    .selectFrom('growth_import')
    .select(HEAD)
    .where('region_code', '=', region)
    .where('import_id', '=', importId)
    .forUpdate()
    .executeTakeFirst()
}

export async function readImportFile(tx: Tx, region: string, importId: string): Promise<Uint8Array> {
  const { file } = await table(tx)
    .selectFrom('growth_import')
    .select('file')
    .where('region_code', '=', region)
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
  return file
}

/** Imports of these scopes, newest first. */
export async function listImports(
  tx: Tx,
  region: string,
  scopes: readonly string[],
  limit: number,
): Promise<readonly ImportRow[]> {
  if (scopes.length === 0) return []
  return table(tx)
    .selectFrom('growth_import')
    .select(HEAD)
    .where('region_code', '=', region)
    .where('scope', 'in', [...scopes])
    .orderBy('planned_at', 'desc')
    .orderBy('import_id')
    .limit(limit)
    .execute()
}

/** The newest import of the same bytes in that scope that still counts (not dropped, not undone). */
export async function findSameFile(
  tx: Tx,
  region: string,
  scope: string,
  fingerprint: string,
): Promise<ImportRow | undefined> {
  return table(tx)
    .selectFrom('growth_import')
    .select(HEAD)
    .where('region_code', '=', region)
    .where('scope', '=', scope)
    .where('fingerprint', '=', fingerprint)
    .where('state', 'not in', ['dropped', 'undone'])
    .orderBy('planned_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function updateImport(
  tx: Tx,
  region: string,
  importId: string,
  set: Partial<Insertable<ExchangeTables['growth_import']>>,
): Promise<void> {
  await table(tx)
    .updateTable('growth_import')
    .set(set)
    .where('region_code', '=', region)
    .where('import_id', '=', importId)
    .execute()
}

/** Which of these lines an earlier try has written already. */
export async function listWrittenLines(
  tx: Tx,
  region: string,
  importId: string,
  lines: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ line: number }>`select line from growth_import_line
    where region_code = ${region} and import_id = ${importId} and line = any(${[...lines]}::int[])`.execute(tx)
  return new Set(rows.map(({ line }) => line))
}

/** How many lines are written so far, and how many of them are taken back. */
export async function countImportLines(
  tx: Tx,
  region: string,
  importId: string,
): Promise<{ readonly written: number; readonly undone: number }> {
  const { rows } = await sql<{ written: number; undone: number }>`
    select count(*)::int as written, count(*) filter (where undone)::int as undone from growth_import_line
    where region_code = ${region} and import_id = ${importId}`.execute(tx)
  return rows[0]!
}

/** Lines that did something, by number; after `after`. */
export async function listImportLines(
  tx: Tx,
  region: string,
  importId: string,
  after: number,
  limit: number,
): Promise<readonly ImportLineRow[]> {
  return table(tx)
    .selectFrom('growth_import_line')
    .selectAll()
    .where('region_code', '=', region)
    .where('import_id', '=', importId)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .execute()
}

/** Lines not taken back yet, below a number, newest first: who goes on says how far it is, so that nothing is walked twice. */
export async function listUndoneLater(
  tx: Tx,
  region: string,
  importId: string,
  below: number,
  limit: number,
): Promise<readonly ImportLineRow[]> {
  return table(tx)
    .selectFrom('growth_import_line')
    .selectAll()
    .where('region_code', '=', region)
    .where('import_id', '=', importId)
    .where('line', '<', below)
    .where('undone', '=', false)
    .orderBy('line', 'desc')
    .limit(limit)
    .execute()
}

export async function markUndone(tx: Tx, region: string, importId: string, lines: readonly number[]): Promise<void> {
  await table(tx)
    .updateTable('growth_import_line')
    .set({ undone: true })
    .where('region_code', '=', region)
    .where('import_id', '=', importId)
    .where('line', '=', sql<number>`any(${[...lines]}::int[])`)
    .execute()
}

/** Lines of an import whose reported z-scores differ from ours, by number. */
export async function listDifferences(
  tx: Tx,
  region: string,
  importId: string,
  limit: number,
): Promise<readonly ImportLineRow[]> {
  return table(tx)
    .selectFrom('growth_import_line')
    .selectAll()
    .where('region_code', '=', region)
    .where('import_id', '=', importId)
    .where('differences', 'is not', null)
    .orderBy('line')
    .limit(limit)
    .execute()
}

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
