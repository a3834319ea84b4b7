// SQL of officers: invitations, requests with four eyes, role assignments as a list.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { RegionsTables } from './tables.ts'

export type InvitationRow = {
  region_code: string
  invitation_id: string
  token_hash: string
  kind: 'invite' | 'reset'
  identity: Uint8Array
  account_id: string | null
  role: string | null
  place: string | null
  services: string[]
  unit_id: string | null
  role_until: Date | null
  created_by: string
  created_at: Date
  expires_at: Date
  claimed_at: Date | null
  completed_at: Date | null
  ended_at: Date | null
}
export type RequestRow = {
  region_code: string
  request_id: string
  kind: 'invite' | 'give' | 'end' | 'reset'
  account_id: string | null
  assignment_id: string | null
  identity: Uint8Array | null
  role: string | null
  place: string | null
  services: string[]
  unit_id: string | null
  role_until: Date | null
  reason: string
  requested_by: string
  requested_at: Date
  decided_by: string | null
  decided_at: Date | null
  approved: boolean | null
}
type Tables = RegionsTables & { officer_invitation: InvitationRow; officer_request: RequestRow }
const tables = (tx: Tx) => tx.withTables<Tables>()

export async function insertInvitation(tx: Tx, row: InvitationRow): Promise<void> {
  await tables(tx).insertInto('officer_invitation').values(row).execute()
}

export async function findInvitation(
  tx: Tx,
  region: RegionCode,
  tokenHash: string,
): Promise<InvitationRow | undefined> {
  return tables(tx)
    .selectFrom('officer_invitation')
    .selectAll()
    .where('region_code', '=', region)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
}

export async function listOpenInvitations(tx: Tx, region: RegionCode): Promise<readonly InvitationRow[]> {
  return tables(tx)
    .selectFrom('officer_invitation')
    .selectAll()
    .where('region_code', '=', region)
    .where('completed_at', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
}

/** Takes the link for one person. False when someone was first, or when it is over. */
export async function claimInvitation(tx: Tx, region: RegionCode, id: string, now: Date): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('officer_invitation')
    .set({ claimed_at: now })
    .where('region_code', '=', region)
    .where('invitation_id', '=', id)
    .where('claimed_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function bindInvitation(tx: Tx, region: RegionCode, id: string, accountId: string): Promise<void> {
  await tables(tx)
    .updateTable('officer_invitation')
    .set({ account_id: accountId })
    .where('region_code', '=', region)
    .where('invitation_id', '=', id)
    .execute()
}

/** True once, for the account that claimed it. */
export async function completeInvitation(
  tx: Tx,
  region: RegionCode,
  id: string,
  accountId: string,
  now: Date,
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('officer_invitation')
    .set({ completed_at: now })
    .where('region_code', '=', region)
    .where('invitation_id', '=', id)
    .where('account_id', '=', accountId)
    .where('claimed_at', 'is not', null)
    .where('completed_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function endInvitation(tx: Tx, region: RegionCode, id: string, now: Date): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('officer_invitation')
    .set({ ended_at: now })
    .where('region_code', '=', region)
    .where('invitation_id', '=', id)
    .where('completed_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function insertRequest(tx: Tx, row: RequestRow): Promise<void> {
  await tables(tx).insertInto('officer_request').values(row).execute()
}

export async function listOpenRequests(tx: Tx, region: RegionCode): Promise<readonly RequestRow[]> {
  return tables(tx)
    .selectFrom('officer_request')
    .selectAll()
    .where('region_code', '=', region)
    .where('decided_at', 'is', null)
    .orderBy('requested_at')
    .limit(50)
    .execute()
}

/** An open request, locked: two people who decide at once decide once. */
export async function lockRequest(tx: Tx, region: RegionCode, id: string): Promise<RequestRow | undefined> {
  return tables(tx)
    .selectFrom('officer_request')
    .selectAll()
    .where('region_code', '=', region)
    .where('request_id', '=', id)
    .where('decided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function decideRequest(
  tx: Tx,
  region: RegionCode,
  id: string,
  decision: { readonly by: string; readonly at: Date; readonly approved: boolean },
): Promise<void> {
  await tables(tx)
    .updateTable('officer_request')
    .set({ decided_by: decision.by, decided_at: decision.at, approved: decision.approved })
    .where('region_code', '=', region)
    .where('request_id', '=', id)
    .execute()
}

export type RoleRow = RegionsTables['role_assignment'] & { readonly unit_name: string }

/** Roles in the order of unit and key; those that have ended only when asked for. `after`: the last key seen. */
export async function listRoles(
  tx: Tx,
  region: RegionCode,
  filter: {
    readonly at: Date
    readonly ended?: boolean
    readonly accountId?: string
    readonly assignmentId?: string
    readonly after?: string
    readonly limit: number
  },
): Promise<readonly RoleRow[]> {
  let query = tables(tx)
    .selectFrom('role_assignment as a')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.region_code', '=', 'a.region_code').onRef('u.unit_id', '=', 'a.unit_id'),
    )
    .selectAll('a')
    .select('u.name as unit_name')
    .where('a.region_code', '=', region)
    .orderBy('a.assignment_id')
    .limit(filter.limit)
  if (filter.accountId !== undefined) query = query.where('a.account_id', '=', filter.accountId)
  if (filter.assignmentId !== undefined) query = query.where('a.assignment_id', '=', filter.assignmentId)
  if (filter.after !== undefined) query = query.where('a.assignment_id', '>', filter.after)
  if (filter.ended !== true)
    query = query.where((e) => e.or([e('a.valid_until', 'is', null), e('a.valid_until', '>', filter.at)]))
  return query.execute()
}

/** Ends a role now. False when it has ended already. */
export async function endRole(tx: Tx, region: RegionCode, assignmentId: string, now: Date): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('role_assignment')
    .set({ valid_until: now })
    .where('region_code', '=', region)
    .where('assignment_id', '=', assignmentId)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>', now)]))
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Accounts that hold a role now, locked against being ended at the same moment. */
export async function lockHolders(tx: Tx, region: RegionCode, role: string, now: Date): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom('role_assignment')
    .select('account_id')
    .where('region_code', '=', region)
    .where('role', '=', role)
    .where('valid_from', '<=', now)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>', now)]))
    .orderBy('assignment_id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.account_id)
}

export async function listUnits(tx: Tx, region: RegionCode): Promise<readonly RegionsTables['unit'][]> {
  return tables(tx).selectFrom('unit').selectAll().where('region_code', '=', region).orderBy('unit_id').execute()
}

/** Regions in which an account holds a role now. Read as the owner, across regions. */
export async function listRegionsOfAccount(tx: Tx, accountId: string, now: Date): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom('role_assignment')
    .select('region_code')
    .distinct()
    .where('account_id', '=', accountId)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>', now)]))
    .execute()
  return rows.map((row) => row.region_code)
}
