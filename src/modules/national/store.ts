// SQL of requests to the national register. Must stay true: one request for each event; answers are written once.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'

export type RequestRow = {
  region_code: string
  request_id: string
  position: number
  event_id: string
  person_id: string
  kind: string
  event_date: string
  state: string
  tries: number
  batch: number | null
  asked_at: Date | null
  way: string | null
  reference: string | null
  answered_by: string | null
  answered_at: Date | null
  made_at: Date
}
export type BatchRow = {
  region_code: string
  number: number
  rows: number
  first_position: number
  last_position: number
  digest: string
  previous: string
  made_by: string
  made_at: Date
}
type Mark = { region_code: string; position: number; missing: number | null; read_at: Date }
type Tables = { national_request: RequestRow; national_batch: BatchRow; national_mark: Mark }
const tables = (tx: Tx) => tx.withTables<Tables>()

export async function lockMark(tx: Tx, region: RegionCode, at: Date): Promise<Mark> {
  await tables(tx)
    .insertInto('national_mark')
    .values({ region_code: region, position: 0, missing: null, read_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tables(tx)
    .selectFrom('national_mark')
    .selectAll()
    .where('region_code', '=', region)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export const findMark = (tx: Tx, region: RegionCode): Promise<Mark | undefined> =>
  tables(tx).selectFrom('national_mark').selectAll().where('region_code', '=', region).executeTakeFirst()

export async function setMark(tx: Tx, mark: Mark): Promise<void> {
  const { region_code: region, ...rest } = mark
  await tables(tx).updateTable('national_mark').set(rest).where('region_code', '=', region).execute()
}

export async function insertRequests(tx: Tx, rows: readonly RequestRow[]): Promise<void> {
  if (rows.length === 0) return
  await tables(tx)
    .insertInto('national_request')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['region_code', 'position']).doNothing())
    .execute()
}

export function listRequests(
  tx: Tx,
  region: RegionCode,
  which: { readonly states?: readonly string[]; readonly batch?: number; readonly after?: number },
  limit: number,
): Promise<RequestRow[]> {
  let query = tables(tx).selectFrom('national_request').selectAll().where('region_code', '=', region)
  if (which.states !== undefined) query = query.where('state', 'in', [...which.states])
  if (which.batch !== undefined) query = query.where('batch', '=', which.batch)
  if (which.after !== undefined) query = query.where('position', '>', which.after)
  return query.orderBy('position').limit(limit).execute()
}

/** What the next file holds: never asked, or asked so long ago that nobody will answer; locked. */
export const lockSendable = (tx: Tx, region: RegionCode, before: Date, limit: number): Promise<RequestRow[]> =>
  tables(tx)
    .selectFrom('national_request')
    .selectAll()
    .where('region_code', '=', region)
    .where((e) => e.or([e('state', '=', 'waiting'), e.and([e('state', '=', 'asked'), e('asked_at', '<', before)])]))
    .orderBy('position')
    .limit(limit)
    .forUpdate()
    .execute()

export const findRequests = (
  tx: Tx,
  region: RegionCode,
  ids: readonly string[],
  lock: boolean,
): Promise<RequestRow[]> => {
  if (ids.length === 0) return Promise.resolve([])
  const query = tables(tx)
    .selectFrom('national_request')
    .selectAll()
    .where('region_code', '=', region)
    .where('request_id', 'in', [...ids])
    .orderBy('position')
  return (lock ? query.forUpdate() : query).execute()
}

export async function changeRequests(
  tx: Tx,
  region: RegionCode,
  ids: readonly string[],
  patch: Partial<RequestRow>,
): Promise<void> {
  if (ids.length === 0) return
  await tables(tx)
    .updateTable('national_request')
    .set(patch)
    .where('region_code', '=', region)
    .where('request_id', 'in', [...ids])
    .execute()
}

export async function raiseTries(tx: Tx, region: RegionCode, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update national_request set tries = tries + 1 where region_code = ${region} and request_id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
}

export async function countStates(tx: Tx, region: RegionCode): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(tx)
    .selectFrom('national_request')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('region_code', '=', region)
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, count]))
}

export const lastBatch = (tx: Tx, region: RegionCode): Promise<BatchRow | undefined> =>
  tables(tx)
    .selectFrom('national_batch')
    .selectAll()
    .where('region_code', '=', region)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

export const listBatches = (tx: Tx, region: RegionCode): Promise<BatchRow[]> =>
  tables(tx)
    .selectFrom('national_batch')
    .selectAll()
    .where('region_code', '=', region)
    .orderBy('number', 'desc')
    .limit(20)
    .execute()

export const insertBatch = async (tx: Tx, row: BatchRow): Promise<void> =>
  void (await tables(tx).insertInto('national_batch').values(row).execute())
