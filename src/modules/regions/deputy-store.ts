// SQL of deputies. Must stay true: the assignment that is stood in for is locked before a deputy is proposed or confirmed, so
// that two never hold at one time; lists are bounded.
import { type SqlBool, sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { DeputyState, DeputyTitle } from './deputy-rules.ts'
import type { RegionsTables } from './tables.ts'

export type DeputyRow = {
  region_code: string
  deputy_id: string
  assignment_id: string
  account_id: string
  title: DeputyTitle
  printed_name: string
  nip: string | null
  decree: string
  valid_from: Date
  valid_until: Date
  state: DeputyState
  proposed_by: string
  proposed_at: Date
  decided_by: string | null
  decided_at: Date | null
  ended_by: string | null
  ended_at: Date | null
  granted: string | null
}
type Tables = RegionsTables & { deputy: DeputyRow }
const tables = (tx: Tx) => tx.withTables<Tables>()

export type Post = {
  readonly assignment_id: string
  readonly account_id: string
  readonly role: string
  readonly place: string
  readonly services: string[]
  readonly unit_id: string
  readonly unit_name: string
}

/** Assignments that hold now and are nobody's stand-in, of these roles, with their units. */
export async function listPosts(
  tx: Tx,
  region: RegionCode,
  roles: readonly string[],
  at: Date,
): Promise<readonly Post[]> {
  return tables(tx)
    .selectFrom('role_assignment as a')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.region_code', '=', 'a.region_code').onRef('u.unit_id', '=', 'a.unit_id'),
    )
    .select(['a.assignment_id', 'a.account_id', 'a.role', 'a.place', 'a.services', 'a.unit_id', 'u.name as unit_name'])
    .where('a.region_code', '=', region)
    .where('a.role', 'in', [...roles])
    .where('a.deputy_for', 'is', null)
    .where('a.valid_from', '<=', at)
    .where((e) => e.or([e('a.valid_until', 'is', null), e('a.valid_until', '>', at)]))
    .orderBy('a.role')
    .orderBy('a.assignment_id')
    .limit(300)
    .execute()
}

export async function lockPost(tx: Tx, region: RegionCode, assignmentId: string) {
  return tables(tx)
    .selectFrom('role_assignment')
    .selectAll()
    .where('region_code', '=', region)
    .where('assignment_id', '=', assignmentId)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertDeputy(tx: Tx, row: DeputyRow): Promise<void> {
  await tables(tx).insertInto('deputy').values(row).execute()
}

export async function changeDeputy(
  tx: Tx,
  region: RegionCode,
  deputyId: string,
  patch: Partial<DeputyRow>,
): Promise<void> {
  await tables(tx)
    .updateTable('deputy')
    .set(patch)
    .where('region_code', '=', region)
    .where('deputy_id', '=', deputyId)
    .execute()
}

export async function lockDeputy(tx: Tx, region: RegionCode, deputyId: string): Promise<DeputyRow | undefined> {
  return tables(tx)
    .selectFrom('deputy')
    .selectAll()
    .where('region_code', '=', region)
    .where('deputy_id', '=', deputyId)
    .forUpdate()
    .executeTakeFirst()
}

/** Is another deputy proposed or confirmed for this post in this time? */
export async function overlaps(
  tx: Tx,
  region: RegionCode,
  assignmentId: string,
  from: Date,
  until: Date,
  except?: string,
): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('deputy')
    .select('deputy_id')
    .where('region_code', '=', region)
    .where('assignment_id', '=', assignmentId)
    .where('state', 'in', ['proposed', 'confirmed'])
    .where('valid_from', '<', until)
    .where('valid_until', '>', from)
    .where(except === undefined ? sql<SqlBool>`true` : sql<SqlBool>`deputy_id <> ${except}::uuid`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type ListedDeputy = DeputyRow & { readonly role: string; readonly holder: string; readonly unit_name: string }

/** Deputies whose time lies after `since`, the newest end first. */
export async function listDeputies(tx: Tx, region: RegionCode, since: Date): Promise<readonly ListedDeputy[]> {
  return tables(tx)
    .selectFrom('deputy as d')
    .innerJoin('role_assignment as a', (join) =>
      join.onRef('a.region_code', '=', 'd.region_code').onRef('a.assignment_id', '=', 'd.assignment_id'),
    )
    .innerJoin('unit as u', (join) =>
      join.onRef('u.region_code', '=', 'a.region_code').onRef('u.unit_id', '=', 'a.unit_id'),
    )
    .selectAll('d')
    .select(['a.role', 'a.account_id as holder', 'u.name as unit_name'])
    .where('d.region_code', '=', region)
    .where('d.valid_until', '>', since)
    .orderBy('d.valid_until', 'desc')
    .orderBy('d.deputy_id')
    .limit(100)
    .execute()
}

/** Ends the stand-in's assignment at a moment; the row stays, for whoever asks who could sign then. */
export async function endAssignment(tx: Tx, region: RegionCode, assignmentId: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable('role_assignment')
    .set({ valid_until: at })
    .where('region_code', '=', region)
    .where('assignment_id', '=', assignmentId)
    .execute()
}

/** The deputy that an account is for a role at a moment; for the line of a signature. */
export async function findActing(
  tx: Tx,
  region: RegionCode,
  accountId: string,
  role: string,
  at: Date,
): Promise<DeputyRow | undefined> {
  return tables(tx)
    .selectFrom('deputy as d')
    .innerJoin('role_assignment as a', (join) =>
      join.onRef('a.region_code', '=', 'd.region_code').onRef('a.assignment_id', '=', 'd.assignment_id'),
    )
    .selectAll('d')
    .where('d.region_code', '=', region)
    .where('d.account_id', '=', accountId)
    .where('d.state', '=', 'confirmed')
    .where('d.valid_from', '<=', at)
    .where('d.valid_until', '>', at)
    .where('a.role', '=', role)
    .orderBy('d.valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
}
