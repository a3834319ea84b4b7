// Imported files and what their lines did. SQL only. Must stay true: every list
// is of some hundred children at a time, so that a statement stays small whatever the size of the file.
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import type { GrowthTables } from '../tables.ts'
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
