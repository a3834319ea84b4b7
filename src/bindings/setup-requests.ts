// What the commands `region` and `officer` do, the same whether a running server does it for them or they open the database
// themselves. Refusals come back as values with their sentences, because a thrown one would lose its kind on the socket.
import type { Refusal, Result } from '../kernel/refusal.ts'
import { isTenantCode } from '../kernel/region-code.ts'
import { loadAreas } from '../modules/regions/areas.ts'
import { endAssignment, inviteOfficer, resetKeys } from '../modules/regions/officer-commands.ts'
import { listOpenInvitations, listRoles } from '../modules/regions/officer-store.ts'
import { addRegion, type RegionPlan } from '../modules/regions/region-commands.ts'
import { listRegions } from '../modules/regions/store.ts'
import { createAccounts } from '../platform/auth/accounts.ts'
import { sessionKeys } from '../platform/auth/factor-keys.ts'
import type { Database } from '../platform/db/database.ts'
import type { Env } from '../platform/env.ts'
import type { KeyRing } from '../platform/secrets/key-ring.ts'
import { refusalRegistry } from '../refusals.ts'
import { installedIds, officerTools, regionSetupTools, type SetupParts } from './officers-binding.ts'

export type SetupAnswer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly refusals: readonly { readonly code: string; readonly at?: string; readonly text: string }[]
    }

export type InviteParams = {
  readonly region: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly unit: string
  readonly place?: string
  readonly services?: readonly string[]
  readonly until?: string
}
/** Each command with what it takes. Whatever arrives was made by our own command line, over a socket of mode 600. */
export type SetupRequest =
  | { readonly command: 'region.add'; readonly plan: RegionPlan }
  | { readonly command: 'region.list' }
  | ({ readonly command: 'officer.invite' } & InviteParams)
  | { readonly command: 'officer.list'; readonly region: string; readonly ended: boolean }
  | {
      readonly command: 'officer.end'
      readonly region: string
      readonly assignment?: string
      readonly account?: string
    }
  | { readonly command: 'officer.reset'; readonly region: string; readonly account: string; readonly reason: string }

const BY = { role: 'system' } as const

export async function runSetup(
  env: Env,
  database: Database,
  ring: KeyRing,
  request: SetupRequest,
  onChange?: () => Promise<void>,
): Promise<SetupAnswer> {
  const accounts = createAccounts({
    database,
    keys: () => sessionKeys(ring),
    baseUrl: env.origin,
    deliver: async () => {},
  })
  const parts: SetupParts = { database, ring, clock: env.clock, accounts, origin: env.origin, areas: await loadAreas() }
  if (request.command === 'region.add') {
    const done = await addRegion(regionSetupTools(parts), request.plan)
    if (done.ok) await onChange?.()
    return answer(done)
  }
  const regions = await database.asPublic((tx) => listRegions(tx))
  if (request.command === 'region.list') return { ok: true, value: regions }
  const { region } = request
  if (!isTenantCode(region) || !regions.some((row) => row.code === region))
    return answer({ ok: false, refusals: [{ code: 'region-unknown', at: 'region', params: { region } }] })
  const ids = await installedIds(database, region)
  const tools = officerTools({ ...parts, services: async () => ids })
  const now = env.clock.now()
  if (request.command === 'officer.invite') {
    const until = request.until === undefined ? undefined : new Date(`${request.until}T23:59:59Z`)
    return answer(
      await inviteOfficer(
        tools,
        region,
        BY,
        { name: request.name, email: request.email },
        {
          role: request.role,
          unit: request.unit,
          place: request.place ?? region,
          services: request.services ?? ['*'],
          ...(until === undefined ? {} : { until }),
        },
      ),
    )
  }
  if (request.command === 'officer.reset')
    return answer(await resetKeys(tools, region, BY, request.account, request.reason))
  if (request.command === 'officer.end') {
    const rows = await database.inRegion(
      region,
      (tx) =>
        listRoles(tx, region, {
          at: now,
          limit: 100,
          ...(request.account === undefined ? {} : { accountId: request.account }),
        }),
      { readOnly: true },
    )
    const ids = request.assignment === undefined ? rows.map((row) => row.assignment_id) : [request.assignment]
    if (ids.length === 0) return answer({ ok: false, refusals: [{ code: 'officer-unknown' }] })
    for (const id of ids) {
      const done = await endAssignment(tools, region, BY, id)
      if (!done.ok) return answer(done)
    }
    return { ok: true, value: { ended: ids } }
  }
  const [rows, invitations] = await database.inRegion(
    region,
    async (tx) => [
      await listRoles(tx, region, { at: now, ended: request.ended, limit: 1000 }),
      await listOpenInvitations(tx, region),
    ],
    { readOnly: true },
  )
  const known = await accounts.listAccounts([...new Set(rows.map((row) => row.account_id))])
  return {
    ok: true,
    value: {
      officers: rows.map((row) => {
        const account = known.get(row.account_id)
        return {
          assignment: row.assignment_id,
          account: row.account_id,
          name: account?.name ?? null,
          role: row.role,
          unit: row.unit_id,
          place: row.place,
          services: row.services,
          from: row.valid_from.toISOString(),
          until: row.valid_until?.toISOString() ?? null,
          secondFactor: account !== undefined && (account.hasAuthenticator || account.passkeys > 0),
        }
      }),
      invitations: invitations.map((row) => ({
        invitation: row.invitation_id,
        kind: row.kind,
        role: row.role,
        unit: row.unit_id,
        expiresAt: row.expires_at.toISOString(),
        state: row.expires_at <= now ? 'expired' : row.claimed_at === null ? 'sent' : 'begun',
      })),
    },
  }
}

export function answer<T>(result: Result<T>): SetupAnswer {
  if (result.ok) return { ok: true, value: result.value }
  return { ok: false, refusals: result.refusals.map(inWords) }
}
const inWords = (refusal: Refusal) => ({
  code: refusal.code,
  ...(refusal.at === undefined ? {} : { at: refusal.at }),
  text: refusalRegistry.tell(refusal, 'en'),
})
