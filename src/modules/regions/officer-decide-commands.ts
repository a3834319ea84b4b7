// The second person: allows or declines what another asked, and takes an invitation back. Must stay true: never whoever asked, never
// whom it is about; what is allowed is checked again at that moment.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import {
  type Asked,
  assign,
  type By,
  checkWish,
  handOver,
  type Identity,
  makeInvitation,
  note,
  type OfficerTools,
  openIdentity,
  worksElsewhere,
} from './officer-parts.ts'
import type { RoleWish } from './officer-rules.ts'
import { decideRequest, endInvitation, endRole, listOpenRequests, lockHolders, lockRequest } from './officer-store.ts'

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
