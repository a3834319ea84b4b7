// SQL of periods, results, paper bundles and imported figures.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Period } from './period.ts'
import type { PeriodResult } from './result.ts'
import type { SatisfactionTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<SatisfactionTables>()
type Row<T extends keyof SatisfactionTables> = SatisfactionTables[T]

export type StoredPeriod = Period & { readonly notStored: number }
export type StoredResult = {
  readonly number: number
  readonly result: PeriodResult
  readonly reason: string | null
  readonly computedOn: string
}

type PeriodRow = Omit<Row<'satisfaction_period'>, 'extras' | 'plan'> & Pick<Period, 'extras' | 'plan'>

function fromRow(row: PeriodRow): StoredPeriod {
  return {
    id: row.period_id,
    unitId: row.unit_id,
    services: row.services,
    editionId: row.edition_id,
    kind: row.kind,
    from: row.from_day,
    to: row.to_day,
    users: row.users,
    needed: row.needed,
    extras: row.extras,
    state: row.state,
    closedOn: row.closed_on,
    paperUntil: row.paper_until,
    plan: row.plan,
    publishedOn: row.published_on,
    notStored: row.not_stored,
  }
}

export async function insertPeriod(tx: Tx, region: RegionCode, period: Period): Promise<void> {
  await tables(tx)
    .insertInto('satisfaction_period')
    .values({
      region_code: region,
      period_id: period.id,
      unit_id: period.unitId,
      services: [...period.services],
      edition_id: period.editionId,
      kind: period.kind,
      from_day: period.from,
      to_day: period.to,
      users: period.users,
      needed: period.needed,
      extras: JSON.stringify(period.extras),
      state: period.state,
      closed_on: period.closedOn,
      paper_until: period.paperUntil,
      plan: JSON.stringify(period.plan),
      published_on: period.publishedOn,
      not_stored: 0,
    })
    .execute()
}

/** Writes what a step may change and nothing else: edition, dates and users have no way here. */
export async function updatePeriodStep(tx: Tx, region: RegionCode, period: Period): Promise<void> {
  await tables(tx)
    .updateTable('satisfaction_period')
    .set({
      state: period.state,
      closed_on: period.closedOn,
      paper_until: period.paperUntil,
      plan: JSON.stringify(period.plan),
      published_on: period.publishedOn,
    })
    .where('region_code', '=', region)
    .where('period_id', '=', period.id)
    .execute()
}

export async function setNotStored(tx: Tx, region: RegionCode, periodId: string, answers: number): Promise<void> {
  await tables(tx)
    .updateTable('satisfaction_period')
    .set({ not_stored: answers })
    .where('region_code', '=', region)
    .where('period_id', '=', periodId)
    .execute()
}

/** With `lock`, other steps and releases of this period wait until the transaction ends. */
export async function findPeriod(
  tx: Tx,
  region: RegionCode,
  periodId: string,
  lock = false,
): Promise<StoredPeriod | undefined> {
  const row = await tables(tx)
    .selectFrom('satisfaction_period')
    .selectAll()
    .where('region_code', '=', region)
    .where('period_id', '=', periodId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Newest first; of one unit or of all. */
export async function listPeriods(tx: Tx, region: RegionCode, unitId?: string): Promise<readonly StoredPeriod[]> {
  const rows = await tables(tx)
    .selectFrom('satisfaction_period')
    .selectAll()
    .where('region_code', '=', region)
    .$if(unitId !== undefined, (query) => query.where('unit_id', '=', unitId!))
    .orderBy('from_day', 'desc')
    .orderBy('period_id')
    .execute()
  return rows.map(fromRow)
}

/** The open period of a unit in which a service is asked about on a day. */
export async function findOpenPeriod(
  tx: Tx,
  region: RegionCode,
  unitId: string,
  serviceId: string,
  today: string,
): Promise<StoredPeriod | undefined> {
  const rows = await tables(tx)
    .selectFrom('satisfaction_period')
    .selectAll()
    .where('region_code', '=', region)
    .where('unit_id', '=', unitId)
    .where('state', '=', 'open')
    .where('from_day', '<=', today)
    .where('to_day', '>=', today)
    .execute()
  const row = rows.find((r) => r.services.includes(serviceId))
  return row && fromRow(row)
}

export async function appendResult(
  tx: Tx,
  region: RegionCode,
  periodId: string,
  number: number,
  result: PeriodResult,
  reason: string | null,
  computedOn: string,
): Promise<void> {
  await tables(tx)
    .insertInto('satisfaction_result')
    .values({
      region_code: region,
      period_id: periodId,
      number,
      result: JSON.stringify(result),
      input_hash: result.inputHash,
      program: result.program,
      reason,
      computed_on: computedOn,
    })
    .execute()
}

/** Results of these periods, each period's newest first. */
export async function listResults(
  tx: Tx,
  region: RegionCode,
  periodIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredResult[]>> {
  const found = new Map<string, StoredResult[]>()
  if (periodIds.length === 0) return found
  const rows = await tables(tx)
    .selectFrom('satisfaction_result')
    .select(['period_id', 'number', 'result', 'reason', 'computed_on'])
    .where('region_code', '=', region)
    .where('period_id', 'in', [...periodIds])
    .orderBy('number', 'desc')
    .execute()
  for (const { period_id, number, result, reason, computed_on } of rows)
    found.set(period_id, [...(found.get(period_id) ?? []), { number, result, reason, computedOn: computed_on }])
  return found
}

export async function insertPaper(tx: Tx, row: Row<'satisfaction_paper'>): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('satisfaction_paper')
    .values(row)
    .onConflict((c) => c.columns(['region_code', 'period_id', 'scan_hash']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export type ImportRow = Omit<Row<'satisfaction_import'>, 'printed' | 'checked'> & { printed: string; checked: string }

export async function insertImport(tx: Tx, row: ImportRow): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('satisfaction_import')
    .values(row)
    .onConflict((c) => c.columns(['region_code', 'unit_id', 'from_day', 'to_day']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function listImports(tx: Tx, region: RegionCode, unitId: string) {
  return tables(tx)
    .selectFrom('satisfaction_import')
    .selectAll()
    .where('region_code', '=', region)
    .where('unit_id', '=', unitId)
    .orderBy('from_day', 'desc')
    .execute()
}
