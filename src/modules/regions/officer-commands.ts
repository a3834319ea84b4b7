// Use cases around officers: invite, give and end roles, ask for new keys. Must stay true:
// checked here and not only on the page; nobody acts on themselves; powerful roles and new keys take two people; every
// change is in the journal, without names.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { seal } from '../../platform/secrets/seal.ts'
import {
  type Asked,
  assign,
  type By,
  checkWish,
  handOver,
  type Identity,
  identityContext,
  makeInvitation,
  note,
  type OfficerTools,
  worksElsewhere,
} from './officer-parts.ts'
import { faultOfName, isPowerful, type RoleWish } from './officer-rules.ts'
import { endRole, insertRequest, listOpenRequests, listRoles, lockHolders, type RequestRow } from './officer-store.ts'

const emptyRequest = (region: RegionCode, by: string, at: Date): RequestRow => ({
  region_code: region,
  request_id: newId(),
  kind: 'give',
  account_id: null,
  assignment_id: null,
  identity: null,
  role: null,
  place: null,
  services: ['*'],
  unit_id: null,
  role_until: null,
  reason: '',
  requested_by: by,
  requested_at: at,
  decided_by: null,
  decided_at: null,
  approved: null,
})

const wishColumns = (wish: RoleWish) => ({
  role: wish.role,
  place: wish.place,
  services: [...wish.services],
  unit_id: wish.unit,
  role_until: wish.until ?? null,
})

/** Invites someone into a role. A powerful role waits for a second person, unless the command line asks. */
export async function inviteOfficer(
  tools: OfficerTools,
  region: RegionCode,
  by: By,
  who: Identity,
  wish: RoleWish,
): Promise<Result<Asked>> {
  const now = tools.clock.now()
  const done = await tools.database.inRegion(region, async (tx) => {
    const name = faultOfName(who.name)
    const faults = [...(name === undefined ? [] : [name]), ...(await checkWish(tx, tools, region, by, wish, now))]
    if (faults.length > 0) return refuseAll(faults)
    if (by.account === undefined || !isPowerful(wish.role))
      return accept(await makeInvitation(tx, tools, region, by, { kind: 'invite', who, wish }))
    const request = { ...emptyRequest(region, by.account, now), kind: 'invite' as const, ...wishColumns(wish) }
    await insertRequest(tx, {
      ...request,
      identity: seal(tools.ring, JSON.stringify(who), identityContext(region, request.request_id)),
    })
    await writeJournal(tx, note(by, now, 'officer.request', request.request_id, ['invite', wish.role]))
    return accept(undefined)
  })
  if (!done.ok) return done
  return accept(done.value === undefined ? { state: 'waiting' } : await handOver(tools, by, done.value, who))
}

/** Gives an officer of the region one more role. */
export function giveRole(
  tools: OfficerTools,
  region: RegionCode,
  by: By,
  accountId: string,
  wish: RoleWish,
): Promise<Result<Asked>> {
  const now = tools.clock.now()
  return tools.database.inRegion(region, async (tx): Promise<Result<Asked>> => {
    if (accountId === by.account) return refuse('not-for-oneself')
    const roles = await listRoles(tx, region, { at: now, ended: true, accountId, limit: 200 })
    if (roles.length === 0) return refuse('officer-unknown')
    const faults = await checkWish(tx, tools, region, by, wish, now)
    if (faults.length > 0) return refuseAll(faults)
    const isHeld = roles.some(
      (row) =>
        row.role === wish.role &&
        row.unit_id === wish.unit &&
        row.place === wish.place &&
        (row.valid_until === null || row.valid_until > now),
    )
    if (isHeld) return refuse('role-held', 'role')
    if (by.account !== undefined && isPowerful(wish.role)) {
      if (await isWaiting(tx, region, { kind: 'give', account_id: accountId, role: wish.role }))
        return refuse('request-waiting')
      const request = { ...emptyRequest(region, by.account, now), account_id: accountId, ...wishColumns(wish) }
      await insertRequest(tx, request)
      await writeJournal(tx, note(by, now, 'officer.request', request.request_id, ['give', wish.role]))
      return accept({ state: 'waiting' })
    }
    await assign(tx, region, by, accountId, wish, now)
    return accept({ state: 'done' })
  })
}

async function isWaiting(
  tx: Tx,
  region: RegionCode,
  like: Partial<Pick<RequestRow, 'kind' | 'account_id' | 'assignment_id' | 'role'>>,
): Promise<boolean> {
  return (await listOpenRequests(tx, region)).some((row) =>
    Object.entries(like).every(([key, value]) => Reflect.get(row, key) === value),
  )
}

/** Ends a role now. A powerful one waits for a second person; the last service admin stays until there is another. */
export function endAssignment(
  tools: OfficerTools,
  region: RegionCode,
  by: By,
  assignmentId: string,
): Promise<Result<Asked>> {
  const now = tools.clock.now()
  return tools.database.inRegion(region, async (tx): Promise<Result<Asked>> => {
    const [row] = isUuid(assignmentId) ? await listRoles(tx, region, { at: now, assignmentId, limit: 1 }) : []
    if (row === undefined) return refuse('assignment-unknown')
    if (row.account_id === by.account) return refuse('not-for-oneself')
    if (row.role === 'service-admin' && (await lockHolders(tx, region, row.role, now)).length < 2)
      return refuse('last-admin')
    if (by.account !== undefined && isPowerful(row.role)) {
      if (await isWaiting(tx, region, { kind: 'end', assignment_id: assignmentId })) return refuse('request-waiting')
      const request = {
        ...emptyRequest(region, by.account, now),
        kind: 'end' as const,
        account_id: row.account_id,
        assignment_id: assignmentId,
        role: row.role,
        place: row.place,
        unit_id: row.unit_id,
      }
      await insertRequest(tx, request)
      await writeJournal(tx, note(by, now, 'officer.request', request.request_id, ['end', row.role]))
      return accept({ state: 'waiting' })
    }
    await endRole(tx, region, assignmentId, now)
    await writeJournal(tx, note(by, now, 'role.end', row.account_id, [row.role, row.unit_id]))
    return accept({ state: 'done' })
  })
}

/** New keys for an officer who lost them: one asks with a reason, another allows; the command line does it at once. */
export async function resetKeys(
  tools: OfficerTools,
  region: RegionCode,
  by: By,
  accountId: string,
  reason: string,
): Promise<Result<Asked>> {
  const now = tools.clock.now()
  if (accountId === by.account) return refuse('not-for-oneself')
  if (reason.trim().length < 8) return refuse('officer-reason', 'reason')
  const account = (await tools.accounts.listAccounts([accountId])).get(accountId)
  if (account === undefined) return refuse('officer-unknown')
  const elsewhere = await worksElsewhere(tools, region, accountId, now)
  const who = { name: account.name, email: account.email ?? '' }
  const done = await tools.database.inRegion(region, async (tx) => {
    if ((await listRoles(tx, region, { at: now, accountId, limit: 1 })).length === 0) return refuse('officer-unknown')
    if (by.account === undefined)
      return accept(await makeInvitation(tx, tools, region, by, { kind: 'reset', who, account: accountId }))
    if (elsewhere) return refuse('account-elsewhere')
    if (await isWaiting(tx, region, { kind: 'reset', account_id: accountId })) return refuse('request-waiting')
    const request = { ...emptyRequest(region, by.account, now), kind: 'reset' as const, account_id: accountId }
    await insertRequest(tx, { ...request, reason: reason.slice(0, 300) })
    await writeJournal(tx, note(by, now, 'officer.request', request.request_id, ['reset'], reason))
    return accept(undefined)
  })
  if (!done.ok) return done
  if (done.value === undefined) return accept({ state: 'waiting' })
  await tools.accounts.removeKeys(accountId)
  return accept(await handOver(tools, by, done.value, who))
}
