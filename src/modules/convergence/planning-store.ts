// SQL of the yearly actions and of budget activities. Must stay true: an action is one row a year; notes and evidence are appended.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { ConvergenceTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<ConvergenceTables>()
export type ActionRow = ConvergenceTables['convergence_action']
export type ActionNoteRow = ConvergenceTables['convergence_action_note']
export type ActivityRow = ConvergenceTables['convergence_activity']

export async function listActions(tx: Tx, region: string, year: number): Promise<readonly ActionRow[]> {
  return tables(tx)
    .selectFrom('convergence_action')
    .selectAll()
    .where('region_code', '=', region)
    .where('year', '=', year)
    .execute()
}

/** The row of an action, made when it is not there yet, held for a change. */
export async function holdAction(tx: Tx, row: ActionRow): Promise<ActionRow> {
  await tables(tx)
    .insertInto('convergence_action')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
  return tables(tx)
    .selectFrom('convergence_action')
    .selectAll()
    .where('region_code', '=', row.region_code)
    .where('year', '=', row.year)
    .where('action', '=', row.action)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function updateAction(tx: Tx, row: ActionRow): Promise<void> {
  const { region_code, year, action, ...rest } = row
  await tables(tx)
    .updateTable('convergence_action')
    .set(rest)
    .where('region_code', '=', region_code)
    .where('year', '=', year)
    .where('action', '=', action)
    .execute()
}

export async function insertNote(tx: Tx, row: ActionNoteRow): Promise<void> {
  await tables(tx).insertInto('convergence_action_note').values(row).execute()
}

export async function listNotes(
  tx: Tx,
  region: string,
  year: number,
  action?: string,
): Promise<readonly ActionNoteRow[]> {
  let rows = tables(tx)
    .selectFrom('convergence_action_note')
    .selectAll()
    .where('region_code', '=', region)
    .where('year', '=', year)
    .orderBy('at', 'desc')
    .orderBy('note_id', 'desc')
    .limit(400)
  if (action !== undefined) rows = rows.where('action', '=', action)
  return rows.execute()
}

export async function listActionYears(tx: Tx, region: string): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from convergence_action where region_code = ${region} order by year desc limit 6`.execute(tx)
  return rows.map((row) => row.year)
}

export async function listActivities(tx: Tx, region: string, year: number): Promise<readonly ActivityRow[]> {
  return tables(tx)
    .selectFrom('convergence_activity')
    .selectAll()
    .where('region_code', '=', region)
    .where('year', '=', year)
    .orderBy('agency_id')
    .orderBy('name')
    .limit(500)
    .execute()
}

export async function insertActivity(tx: Tx, row: ActivityRow): Promise<void> {
  await tables(tx).insertInto('convergence_activity').values(row).execute()
}

export async function findActivity(tx: Tx, region: string, id: string): Promise<ActivityRow | undefined> {
  return tables(tx)
    .selectFrom('convergence_activity')
    .selectAll()
    .where('region_code', '=', region)
    .where('activity_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function updateActivity(tx: Tx, row: ActivityRow): Promise<void> {
  const { region_code: region, activity_id: id, ...rest } = row
  await tables(tx)
    .updateTable('convergence_activity')
    .set(rest)
    .where('region_code', '=', region)
    .where('activity_id', '=', id)
    .execute()
}
