// Use cases around officers: invite, give and end roles, ask for new keys, decide what others asked. Must stay true:
// checked here and not only on the page; nobody acts on themselves; powerful roles and new keys take two people; every
// change is in the journal, without names.
import { createHash, randomBytes } from 'node:crypto'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Accounts } from '../../platform/auth/accounts.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import { faultOfName, faultsOfRole, isPowerful, type RoleWish } from './officer-rules.ts'
import {
  decideRequest,
  endInvitation,
  endRole,
  insertInvitation,
  insertRequest,
  listOpenRequests,
  listRegionsOfAccount,
  listRoles,
  listUnits,
  lockHolders,
  lockRequest,
  type RequestRow,
} from './officer-store.ts'
import { insertAssignment } from './store.ts'

export type OfficerTools = {
  readonly database: Database
  readonly ring: KeyRing
  readonly clock: Clock
  readonly accounts: Accounts
  readonly origin: string
  readonly isPlace: (code: string) => boolean
  readonly services: (region: RegionCode) => Promise<readonly string[]>
  /** Sends a link to the officer's own address; undefined where no e-mail goes out. */
  readonly mailLink?: (to: string, link: string) => Promise<void>
}
/** Who does it: an officer, or the command line (no account), which stands outside the region and needs no second person. */
export type By = {
  readonly account?: string
  readonly role: string
  readonly unit?: string
  readonly device?: string
}
export type Identity = { readonly name: string; readonly email: string }
/** `link` is told once, to whoever must hand it over; it is not kept. */
export type Asked = {
  readonly state: 'done' | 'mailed' | 'link' | 'waiting'
  readonly link?: string
  readonly expiresAt?: Date
}
export const INVITATION_HOURS = 72
const SYSTEM = 'system:cli'

export const identityContext = (region: string, id: string): string => `officer.identity:${region}:${id}`
export const openIdentity = (ring: KeyRing, region: string, id: string, sealed: Uint8Array): Identity =>
  JSON.parse(openSealedText(ring, sealed, identityContext(region, id))) as Identity
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

const note = (by: By, at: Date, action: string, subject?: string, fields: readonly string[] = [], reason?: string) => ({
  at,
  actor: by.account ?? SYSTEM,
  role: by.role,
  ...(by.unit === undefined ? {} : { unit: by.unit }),
  ...(by.device === undefined ? {} : { device: by.device }),
  ...(subject === undefined ? {} : { subject }),
  action,
  fields,
  ...(reason === undefined || reason === '' ? {} : { reason: reason.replace(/\d{6,}/g, '…').slice(0, 300) }),
})

async function checkWish(tx: Tx, tools: OfficerTools, region: RegionCode, by: By, wish: RoleWish, now: Date) {
  const units = (await listUnits(tx, region)).map((unit) => unit.unit_id)
  const faults = faultsOfRole(wish, {
    region,
    units,
    services: await tools.services(region),
    isPlace: tools.isPlace,
    now,
  })
  return faults.map((fault) => ({
    ...fault,
    // The page shows the units; the command line needs their keys.
    ...(fault.code === 'unit-unknown' && by.account !== undefined ? { code: 'unit-missing' } : {}),
    params: { region, known: units.join(', ') },
  }))
}

async function makeInvitation(
  tx: Tx,
  tools: OfficerTools,
  region: RegionCode,
  by: By,
  input: {
    readonly kind: 'invite' | 'reset'
    readonly who: Identity
    readonly wish?: RoleWish
    readonly account?: string
  },
): Promise<{ readonly link: string; readonly expiresAt: Date; readonly id: string }> {
  const id = newId()
  const token = randomBytes(24).toString('base64url')
  const now = tools.clock.now()
  const expiresAt = new Date(now.getTime() + INVITATION_HOURS * 3_600_000)
  await insertInvitation(tx, {
    region_code: region,
    invitation_id: id,
    token_hash: hashOfToken(token),
    kind: input.kind,
    identity: seal(tools.ring, JSON.stringify(input.who), identityContext(region, id)),
    account_id: input.account ?? null,
    role: input.wish?.role ?? null,
    place: input.wish?.place ?? null,
    services: [...(input.wish?.services ?? ['*'])],
    unit_id: input.wish?.unit ?? null,
    role_until: input.wish?.until ?? null,
    created_by: by.account ?? SYSTEM,
    created_at: now,
    expires_at: expiresAt,
    claimed_at: null,
    completed_at: null,
    ended_at: null,
  })
  await writeJournal(tx, note(by, now, `officer.${input.kind}`, id, input.wish === undefined ? [] : [input.wish.role]))
  return { link: `${tools.origin}/${region}/invitation/${token}`, expiresAt, id }
}

/** After the commit: the link goes to its own address, or to whoever asked when no e-mail goes out or the sending fails. */
async function handOver(
  tools: OfficerTools,
  by: By,
  made: { readonly link: string; readonly expiresAt: Date },
  who: Identity,
): Promise<Asked> {
  if (by.account !== undefined && tools.mailLink !== undefined) {
    const isSent = await tools.mailLink(who.email, made.link).then(
      () => true,
      () => false,
    )
    if (isSent) return { state: 'mailed', expiresAt: made.expiresAt }
  }
  return { state: 'link', link: made.link, expiresAt: made.expiresAt }
}

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

/** Writes the role itself. */
export async function assign(
  tx: Tx,
  region: RegionCode,
  by: By,
  accountId: string,
  wish: RoleWish,
  now: Date,
): Promise<void> {
  await insertAssignment(tx, {
    region_code: region,
    assignment_id: newId(),
    account_id: accountId,
    role: wish.role,
    place: wish.place,
    services: [...wish.services],
    unit_id: wish.unit,
    deputy_for: null,
    valid_from: now,
    valid_until: wish.until ?? null,
    created_by: by.account ?? SYSTEM,
  })
  await writeJournal(tx, note(by, now, 'role.give', accountId, [wish.role, wish.unit, wish.place]))
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

async function worksElsewhere(tools: OfficerTools, region: RegionCode, accountId: string, now: Date): Promise<boolean> {
  const regions = await tools.database.asOwner((tx) => listRegionsOfAccount(tx, accountId, now), { readOnly: true })
  return regions.some((code) => code !== region)
}

/** The second person allows or declines. Never whoever asked, never whom it is about. */
export async function decide(
  tools: OfficerTools,
  region: RegionCode,
  by: By & { readonly account: string },
  requestId: string,
  isAllowed: boolean,
): Promise<Result<Asked>> {
  const now = tools.clock.now()
  const names = await accountOfRequest(tools, region, requestId)
  const elsewhere = names.account !== undefined && (await worksElsewhere(tools, region, names.account, now))
  const done = await tools.database.inRegion(
    region,
    async (
      tx,
    ): Promise<
      Result<
        { readonly link: string; readonly expiresAt: Date; readonly who: Identity; readonly reset?: string } | undefined
      >
    > => {
      const row = isUuid(requestId) ? await lockRequest(tx, region, requestId) : undefined
      if (row === undefined) return refuse('request-unknown')
      if (row.requested_by === by.account || row.account_id === by.account) return refuse('request-own')
      if (isAllowed && row.kind === 'reset' && elsewhere) return refuse('account-elsewhere')
      const wish: RoleWish = {
        role: row.role ?? '',
        place: row.place ?? '',
        services: row.services,
        unit: row.unit_id ?? '',
        ...(row.role_until === null ? {} : { until: row.role_until }),
      }
      if (isAllowed && (row.kind === 'give' || row.kind === 'invite')) {
        const faults = await checkWish(tx, tools, region, by, wish, now)
        if (faults.length > 0) return refuseAll(faults)
      }
      if (isAllowed && row.kind === 'end' && row.role === 'service-admin')
        if ((await lockHolders(tx, region, row.role, now)).length < 2) return refuse('last-admin')
      await decideRequest(tx, region, requestId, { by: by.account, at: now, approved: isAllowed })
      await writeJournal(tx, note(by, now, isAllowed ? 'officer.allow' : 'officer.decline', requestId, [row.kind]))
      if (!isAllowed) return accept(undefined)
      if (row.kind === 'give') await assign(tx, region, by, row.account_id ?? '', wish, now)
      if (row.kind === 'end' && row.assignment_id !== null && (await endRole(tx, region, row.assignment_id, now)))
        await writeJournal(tx, note(by, now, 'role.end', row.account_id ?? undefined, [row.role ?? '']))
      if (row.kind === 'invite' && row.identity !== null) {
        const who = openIdentity(tools.ring, region, requestId, row.identity)
        return accept({ ...(await makeInvitation(tx, tools, region, by, { kind: 'invite', who, wish })), who })
      }
      if (row.kind === 'reset' && row.account_id !== null) {
        const who = { name: names.name, email: names.email }
        const account = row.account_id
        const made = await makeInvitation(tx, tools, region, by, { kind: 'reset', who, account })
        return accept({ ...made, who, reset: account })
      }
      return accept(undefined)
    },
  )
  if (!done.ok) return done
  if (done.value === undefined) return accept({ state: 'done' })
  if (done.value.reset !== undefined) await tools.accounts.removeKeys(done.value.reset)
  return accept(await handOver(tools, by, done.value, done.value.who))
}

async function accountOfRequest(tools: OfficerTools, region: RegionCode, requestId: string) {
  const rows = await tools.database.inRegion(region, (tx) => listOpenRequests(tx, region), { readOnly: true })
  const id = rows.find((row) => row.request_id === requestId)?.account_id ?? undefined
  const account = id === undefined ? undefined : (await tools.accounts.listAccounts([id])).get(id)
  return { account: id, name: account?.name ?? '', email: account?.email ?? '' }
}

/** Takes an invitation back before it was used. */
export function withdrawInvitation(
  tools: OfficerTools,
  region: RegionCode,
  by: By,
  invitationId: string,
): Promise<Result<void>> {
  const now = tools.clock.now()
  return tools.database.inRegion(region, async (tx) => {
    if (!isUuid(invitationId) || !(await endInvitation(tx, region, invitationId, now))) return refuse('invitation-over')
    await writeJournal(tx, note(by, now, 'officer.withdraw', invitationId))
    return accept(undefined)
  })
}
