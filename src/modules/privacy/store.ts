// SQL of the registers of data protection. Must stay true: lists are paged by key; a request is locked before it is decided.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'

export type RequestRow = {
  region_code: string
  request_id: string
  kind: string
  account_id: string
  person_id: string | null
  words: Uint8Array
  state: string
  made_at: Date
  due_at: Date
  answer: Uint8Array | null
  proposed_by: string | null
  proposed_at: Date | null
  decided_by: string | null
  decided_at: Date | null
}
export type BreachRow = {
  region_code: string
  breach_id: string
  drill: boolean
  facts: Uint8Array
  kinds: string[]
  people: number | null
  found_at: Date
  due_at: Date
  recorded_at: Date
  recorded_by: string
  authority_at: Date | null
  subjects_at: Date | null
  closed_at: Date | null
  closed_by: string | null
}
export type StepRow = {
  region_code: string
  breach_id: string
  step_id: string
  at: Date
  kind: string
  account_id: string
  words: Uint8Array
}
export type ActivityRow = {
  region_code: string
  activity_id: string
  name: string
  purpose: string
  basis: string
  categories: string
  recipients: string
  retention: string
  owner: string
  review_on: string
  created_by: string
  created_at: Date
  ended_by: string | null
  ended_at: Date | null
}
export type RetentionRow = {
  region_code: string
  rule_id: string
  last_at: Date
  last_removed: number
  removed: string | number
}
type Tables = {
  privacy_request: RequestRow
  privacy_breach: BreachRow
  privacy_breach_step: StepRow
  privacy_activity: ActivityRow
  privacy_retention: RetentionRow
}
const tables = (tx: Tx) => tx.withTables<Tables>()
const OPEN = ['open', 'proposed']

export const insertRequest = async (tx: Tx, row: RequestRow): Promise<void> =>
  void (await tables(tx).insertInto('privacy_request').values(row).execute())

export function findRequest(tx: Tx, region: RegionCode, id: string, lock = false): Promise<RequestRow | undefined> {
  const query = tables(tx)
    .selectFrom('privacy_request')
    .selectAll()
    .where('region_code', '=', region)
    .where('request_id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function changeRequest(tx: Tx, region: RegionCode, id: string, patch: Partial<RequestRow>): Promise<void> {
  await tables(tx)
    .updateTable('privacy_request')
    .set(patch)
    .where('region_code', '=', region)
    .where('request_id', '=', id)
    .execute()
}

export async function countOpen(tx: Tx, region: RegionCode, account: string): Promise<number> {
  // Two forms of one person sent together count one after the other.
  await sql`select pg_advisory_xact_lock(hashtext(${`privacy:${region}:${account}`}))`.execute(tx)
  const row = await tables(tx)
    .selectFrom('privacy_request')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('region_code', '=', region)
    .where('account_id', '=', account)
    .where('state', 'in', OPEN)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export const listOwnRequests = (tx: Tx, region: RegionCode, account: string): Promise<RequestRow[]> =>
  tables(tx)
    .selectFrom('privacy_request')
    .selectAll()
    .where('region_code', '=', region)
    .where('account_id', '=', account)
    .orderBy('request_id', 'desc')
    .limit(50)
    .execute()

export const listOpenRequests = (tx: Tx, region: RegionCode): Promise<RequestRow[]> =>
  tables(tx)
    .selectFrom('privacy_request')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', 'in', OPEN)
    .orderBy('due_at')
    .orderBy('request_id')
    .limit(200)
    .execute()

export function listDoneRequests(tx: Tx, region: RegionCode, limit: number, before?: string): Promise<RequestRow[]> {
  const query = tables(tx)
    .selectFrom('privacy_request')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', 'not in', OPEN)
  return (before === undefined ? query : query.where('request_id', '<', before))
    .orderBy('request_id', 'desc')
    .limit(limit)
    .execute()
}

export const insertBreach = async (tx: Tx, row: BreachRow): Promise<void> =>
  void (await tables(tx).insertInto('privacy_breach').values(row).execute())

export function findBreach(tx: Tx, region: RegionCode, id: string, lock = false): Promise<BreachRow | undefined> {
  const query = tables(tx)
    .selectFrom('privacy_breach')
    .selectAll()
    .where('region_code', '=', region)
    .where('breach_id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function changeBreach(tx: Tx, region: RegionCode, id: string, patch: Partial<BreachRow>): Promise<void> {
  await tables(tx)
    .updateTable('privacy_breach')
    .set(patch)
    .where('region_code', '=', region)
    .where('breach_id', '=', id)
    .execute()
}

export function listBreaches(tx: Tx, region: RegionCode, limit: number, before?: string): Promise<BreachRow[]> {
  const query = tables(tx).selectFrom('privacy_breach').selectAll().where('region_code', '=', region)
  return (before === undefined ? query : query.where('breach_id', '<', before))
    .orderBy('breach_id', 'desc')
    .limit(limit)
    .execute()
}

export const insertStep = async (tx: Tx, row: StepRow): Promise<void> =>
  void (await tables(tx).insertInto('privacy_breach_step').values(row).execute())

export const listSteps = (tx: Tx, region: RegionCode, breach: string): Promise<StepRow[]> =>
  tables(tx)
    .selectFrom('privacy_breach_step')
    .selectAll()
    .where('region_code', '=', region)
    .where('breach_id', '=', breach)
    .orderBy('step_id', 'desc')
    .limit(200)
    .execute()

export const insertActivity = async (tx: Tx, row: ActivityRow): Promise<void> =>
  void (await tables(tx).insertInto('privacy_activity').values(row).execute())

export const listActivities = (tx: Tx, region: RegionCode): Promise<ActivityRow[]> =>
  tables(tx)
    .selectFrom('privacy_activity')
    .selectAll()
    .select(sql<string>`to_char(review_on, 'YYYY-MM-DD')`.as('review_on'))
    .where('region_code', '=', region)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('activity_id')
    .limit(200)
    .execute()

export async function endActivity(tx: Tx, region: RegionCode, id: string, by: string, at: Date): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('privacy_activity')
    .set({ ended_by: by, ended_at: at })
    .where('region_code', '=', region)
    .where('activity_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export const listRetention = (tx: Tx, region: RegionCode): Promise<RetentionRow[]> =>
  tables(tx).selectFrom('privacy_retention').selectAll().where('region_code', '=', region).execute()

export async function noteRetention(
  tx: Tx,
  region: RegionCode,
  rule: string,
  removed: number,
  at: Date,
): Promise<void> {
  await tables(tx)
    .insertInto('privacy_retention')
    .values({ region_code: region, rule_id: rule, last_at: at, last_removed: removed, removed })
    .onConflict((c) =>
      c.columns(['region_code', 'rule_id']).doUpdateSet({
        last_at: at,
        last_removed: removed,
        removed: sql`privacy_retention.removed + ${removed}`,
      }),
    )
    .execute()
}

/** Names of the tables that hold rows of regions. */
export async function listRegionTables(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relrowsecurity and not c.relispartition order by 1`.execute(
    tx,
  )
  return rows.map((row) => row.name)
}
