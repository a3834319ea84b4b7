// SQL of priority villages: proposals with their decision, and what is known of a village's access. Must stay true: one confirmed
// decision a year; it is never changed.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { RankedVillage } from './priority.ts'
import type { ConvergenceTables, PriorityChoice } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<ConvergenceTables>()
export type PriorityRow = Omit<ConvergenceTables['convergence_priority'], 'proposal' | 'villages'> & {
  readonly proposal: readonly RankedVillage[]
  readonly villages: readonly PriorityChoice[]
}

/** Villages of the confirmed decision of a year. */
export async function listConfirmedPriority(tx: Tx, region: string, year: number): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ village: string }>`
    select v->>'village' as village from convergence_priority, jsonb_array_elements(villages) v
    where region_code = ${region} and year = ${year} and state = 'confirmed' and (v->>'isIn')::boolean`.execute(tx)
  return new Set(rows.map((row) => row.village))
}

/** Villages that were a priority in any confirmed decision before a year. */
export async function listPastPriority(tx: Tx, region: string, before: number): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ village: string }>`
    select distinct v->>'village' as village from convergence_priority, jsonb_array_elements(villages) v
    where region_code = ${region} and year < ${before} and state = 'confirmed' and (v->>'isIn')::boolean`.execute(tx)
  return new Set(rows.map((row) => row.village))
}

/** Decisions of a year, the confirmed one first. */
export async function listDecisions(
  tx: Tx,
  region: string,
  year: number,
  hold = false,
): Promise<readonly PriorityRow[]> {
  let rows = tables(tx)
    .selectFrom('convergence_priority')
    .selectAll()
    .where('region_code', '=', region)
    .where('year', '=', year)
    .orderBy('state')
    .orderBy('drafted_at', 'desc')
  if (hold) rows = rows.forUpdate()
  return rows.execute()
}

export async function insertDecision(tx: Tx, row: PriorityRow): Promise<void> {
  await tables(tx)
    .insertInto('convergence_priority')
    .values({ ...row, proposal: JSON.stringify(row.proposal), villages: JSON.stringify(row.villages) })
    .execute()
}

export async function updateDecision(
  tx: Tx,
  region: string,
  year: number,
  decisionId: string,
  change: Partial<
    Pick<PriorityRow, 'villages' | 'decided_on' | 'minutes' | 'decree' | 'state' | 'confirmed_by' | 'confirmed_at'>
  >,
): Promise<void> {
  const { villages, ...rest } = change
  await tables(tx)
    .updateTable('convergence_priority')
    .set({ ...rest, ...(villages === undefined ? {} : { villages: JSON.stringify(villages) }) })
    .where('region_code', '=', region)
    .where('year', '=', year)
    .where('decision_id', '=', decisionId)
    .execute()
}

export async function listHardToReach(tx: Tx, region: string): Promise<ReadonlySet<string>> {
  const rows = await tables(tx)
    .selectFrom('convergence_village')
    .select('village_code')
    .where('region_code', '=', region)
    .where('is_hard_to_reach', '=', true)
    .execute()
  return new Set(rows.map((row) => row.village_code))
}

export async function putVillage(tx: Tx, row: ConvergenceTables['convergence_village']): Promise<void> {
  const { is_hard_to_reach, changed_by, changed_at } = row
  await tables(tx)
    .insertInto('convergence_village')
    .values(row)
    .onConflict((c) =>
      c.columns(['region_code', 'village_code']).doUpdateSet({ is_hard_to_reach, changed_by, changed_at }),
    )
    .execute()
}
