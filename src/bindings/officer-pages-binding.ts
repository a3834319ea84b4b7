// The port of officers and roles, bound to use cases. Must stay true: only service admins change, the head may look and
// decide; to everyone else the pages do not exist.
import { isPlainDate } from '../kernel/date.ts'
import { formatDate, formatInstant } from '../kernel/date-format.ts'
import { readEmail } from '../kernel/email.ts'
import { accept, type Result, refuse } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { instantOf, todayIn } from '../kernel/zone.ts'
import { endAssignment, giveRole, inviteOfficer, resetKeys } from '../modules/regions/officer-commands.ts'
import { decide, withdrawInvitation } from '../modules/regions/officer-decide-commands.ts'
import { type Asked, type By, type OfficerTools, openIdentity } from '../modules/regions/officer-parts.ts'
import type {
  OfficerState,
  OfficersPort,
  Outcome,
  RequestLine,
  RoleChoices,
  RoleForm,
  RoleLine,
} from '../modules/regions/officer-port.ts'
import { faultOfName, faultsOfRole, isPowerful, type RoleWish, roleName } from '../modules/regions/officer-rules.ts'
import {
  listOpenInvitations,
  listOpenRequests,
  listRoles,
  listUnits,
  type RequestRow,
  type RoleRow,
} from '../modules/regions/officer-store.ts'
import { findPersonOfAccount } from '../modules/regions/store.ts'
import type { AccountLine } from '../platform/auth/store.ts'
import { assignmentsFor, ROLES, type Role, type Visitor } from '../platform/http/visitor.ts'
import { writeJournal } from '../platform/journal/journal.ts'
import type { Visitors } from './visitors.ts'

export type OfficerPageTools = {
  readonly officers: OfficerTools
  readonly visitors: Visitors
  readonly servicesOf: (region: string) => Promise<readonly { readonly id: string; readonly name: Text }[]>
}
const PAGE = 50

/** Who acts, when one of these roles is held. Undefined: for this visitor there is nothing here. */
function byOf(
  visitor: Visitor,
  roles: readonly Role[],
): (By & { readonly account: string; readonly region: string }) | undefined {
  const { actor, region } = visitor
  if (actor === undefined || region === undefined) return undefined
  const held = roles.flatMap((role) => assignmentsFor(actor, region.code, role))[0]
  return held === undefined
    ? undefined
    : { account: actor.accountId, role: held.role, unit: held.unit, device: visitor.device, region: region.code }
}
const CHANGE: readonly Role[] = ['service-admin']
const LOOK: readonly Role[] = ['service-admin', 'head']

export function bindOfficers({ officers, visitors, servicesOf }: OfficerPageTools): OfficersPort {
  const { accounts, database, clock, ring } = officers
  const lineOf = (
    visitor: Visitor,
    row: RoleRow,
    account: AccountLine | undefined,
    offered: Awaited<ReturnType<OfficerPageTools['servicesOf']>>,
  ): RoleLine => {
    const now = clock.now()
    const zone = visitor.region!.timeZone
    const day = (at: Date): string => formatDate(todayIn(zone, at.getTime()), visitor.language)
    return {
      assignmentId: row.assignment_id,
      accountId: row.account_id,
      name: account?.name ?? '',
      role: roleName(row.role),
      isPowerful: isPowerful(row.role),
      unit: row.unit_name,
      place: officers.placeName(row.place) ?? row.place,
      services: row.services.includes('*')
        ? []
        : row.services.map((id) => offered.find((one) => one.id === id)?.name ?? { id, en: id }),
      from: day(row.valid_from),
      ...(row.valid_until === null ? {} : { until: day(row.valid_until) }),
      state: stateOf(row, account, now, visitor.demo),
      isSelf: row.account_id === visitor.actor?.accountId,
    }
  }
  const choicesOf = async (region: string): Promise<RoleChoices> => {
    const units = await database.inRegion(region, (tx) => listUnits(tx, region), { readOnly: true })
    return {
      roles: ROLES.map((role) => ({ value: role, label: roleName(role) })),
      units: units
        .map((unit) => ({ value: unit.unit_id, label: unit.name }))
        .sort((a, b) => a.label.localeCompare(b.label, 'id')),
      services: (await servicesOf(region)).map((one) => ({ value: one.id, label: one.name })),
      place: region,
    }
  }
  const outcome = (visitor: Visitor, done: Result<Asked>): Result<Outcome> =>
    done.ok
      ? accept({
          state: done.value.state,
          ...(done.value.link === undefined ? {} : { link: done.value.link }),
          ...(done.value.expiresAt === undefined
            ? {}
            : {
                expires: formatInstant(done.value.expiresAt.getTime(), visitor.region!.timeZone, visitor.language),
              }),
        })
      : done
  return {
    visitor: (request) => visitors.of(request),
    async list(visitor, ended, after) {
      const by = byOf(visitor, LOOK)
      if (by === undefined) return refuse('not-found')
      const { region } = by
      const now = clock.now()
      const isKey = after !== undefined && /^[0-9a-f-]{36}$/.test(after)
      const { roles, requests, invitations, units } = await database.inRegion(region, async (tx) => {
        await writeJournal(tx, { at: now, actor: by.account, role: by.role, action: 'officer.list' })
        return {
          roles: await listRoles(tx, region, { at: now, ended, limit: PAGE + 1, ...(isKey ? { after } : {}) }),
          requests: await listOpenRequests(tx, region),
          invitations: await listOpenInvitations(tx, region),
          units: await listUnits(tx, region),
        }
      })
      const offered = await servicesOf(region)
      const shown = roles.slice(0, PAGE)
      const known = await accounts.listAccounts([
        ...new Set([
          ...shown.map((row) => row.account_id),
          ...requests.flatMap((row) => [row.requested_by, row.account_id ?? '']),
        ]),
      ])
      const unitName = (id: string | null) => units.find((unit) => unit.unit_id === id)?.name
      const at = (date: Date): string => formatInstant(date.getTime(), visitor.region!.timeZone, visitor.language)
      const requestLine = (row: RequestRow): RequestLine => {
        const unit = unitName(row.unit_id)
        return {
          requestId: row.request_id,
          kind: row.kind,
          name:
            row.identity === null
              ? (known.get(row.account_id ?? '')?.name ?? '')
              : openIdentity(ring, region, row.request_id, row.identity).name,
          ...(row.role === null ? {} : { role: roleName(row.role) }),
          ...(unit === undefined ? {} : { unit }),
          reason: row.reason,
          by: known.get(row.requested_by)?.name ?? '',
          at: at(row.requested_at),
          mayDecide: row.requested_by !== by.account && row.account_id !== by.account,
        }
      }
      const last = roles.length > PAGE ? shown.at(-1)?.assignment_id : undefined
      return accept({
        mayChange: byOf(visitor, CHANGE) !== undefined,
        roles: shown
          .map((row) => lineOf(visitor, row, known.get(row.account_id), offered))
          .sort((a, b) => a.unit.localeCompare(b.unit, 'id') || a.name.localeCompare(b.name, 'id')),
        requests: requests.map(requestLine),
        invitations: invitations.map((row) => {
          const unit = unitName(row.unit_id)
          return {
            invitationId: row.invitation_id,
            name: openIdentity(ring, region, row.invitation_id, row.identity).name,
            ...(row.role === null ? {} : { role: roleName(row.role) }),
            ...(unit === undefined ? {} : { unit }),
            expires: at(row.expires_at),
            state:
              row.expires_at <= now
                ? ('expired' as const)
                : row.claimed_at === null
                  ? ('sent' as const)
                  : ('begun' as const),
          }
        }),
        ended,
        ...(last === undefined ? {} : { next: last }),
      })
    },
    async read(visitor, accountId) {
      const by = byOf(visitor, LOOK)
      if (by === undefined) return refuse('not-found')
      const { region } = by
      const { rows, isMatched } = await database.inRegion(region, async (tx) => {
        const found = await listRoles(tx, region, { at: clock.now(), ended: true, accountId, limit: 200 })
        if (found.length > 0)
          await writeJournal(tx, {
            at: clock.now(),
            actor: by.account,
            role: by.role,
            subject: accountId,
            action: 'officer.read',
            fields: ['name', 'email'],
          })
        return { rows: found, isMatched: (await findPersonOfAccount(tx, region, accountId)) !== undefined }
      })
      if (rows.length === 0) return refuse('not-found')
      const account = (await accounts.listAccounts([accountId])).get(accountId)
      const offered = await servicesOf(region)
      return accept({
        accountId,
        name: account?.name ?? '',
        email: account?.email ?? '',
        hasAuthenticator: account?.hasAuthenticator === true,
        passkeys: account?.passkeys ?? 0,
        isSelf: accountId === by.account,
        isMatched,
        roles: rows.map((row) => lineOf(visitor, row, account, offered)),
        choices: await choicesOf(region),
      })
    },
    async choices(visitor) {
      const by = byOf(visitor, CHANGE)
      return by === undefined ? refuse('not-found') : accept(await choicesOf(by.region))
    },
    async invite(visitor, form) {
      const by = byOf(visitor, CHANGE)
      if (by === undefined) return refuse('not-found')
      const email = readEmail(form.email, 'email')
      const wish = wishOf(visitor, form)
      if (!email.ok || !wish.ok) {
        // Everything that is wrong at once, in the order of the form.
        const { units, services } = await choicesOf(by.region)
        const { until: _, ...named } = wish.ok ? wish.value : { ...roleOf(form), until: undefined }
        const name = faultOfName(form.name.trim())
        const role = faultsOfRole(named, {
          region: by.region,
          units: units.map((one) => one.value),
          services: services.map((one) => one.value),
          isPlace: officers.isPlace,
          now: clock.now(),
        }).map((one) => ({
          ...one,
          ...(one.code === 'unit-unknown' ? { code: 'unit-missing' } : {}),
          params: { region: by.region, known: '' },
        }))
        return {
          ok: false,
          refusals: [
            ...(name === undefined ? [] : [name]),
            ...(email.ok ? [] : email.refusals),
            ...role,
            ...(wish.ok ? [] : wish.refusals),
          ],
        }
      }
      const who = { name: form.name, email: email.value }
      return outcome(visitor, await inviteOfficer(officers, by.region, by, who, wish.value))
    },
    async give(visitor, accountId, form) {
      const by = byOf(visitor, CHANGE)
      if (by === undefined) return refuse('not-found')
      const wish = wishOf(visitor, form)
      return wish.ok ? outcome(visitor, await giveRole(officers, by.region, by, accountId, wish.value)) : wish
    },
    async end(visitor, assignmentId) {
      const by = byOf(visitor, CHANGE)
      return by === undefined
        ? refuse('not-found')
        : outcome(visitor, await endAssignment(officers, by.region, by, assignmentId))
    },
    async reset(visitor, accountId, reason) {
      const by = byOf(visitor, CHANGE)
      return by === undefined
        ? refuse('not-found')
        : outcome(visitor, await resetKeys(officers, by.region, by, accountId, reason))
    },
    async decide(visitor, requestId, isAllowed) {
      const by = byOf(visitor, LOOK)
      return by === undefined
        ? refuse('not-found')
        : outcome(visitor, await decide(officers, by.region, by, requestId, isAllowed))
    },
    async withdraw(visitor, invitationId) {
      const by = byOf(visitor, CHANGE)
      return by === undefined ? refuse('not-found') : withdrawInvitation(officers, by.region, by, invitationId)
    },
  }
}

function stateOf(row: RoleRow, account: AccountLine | undefined, now: Date, demo: boolean): OfficerState {
  if (account === undefined) return 'unknown'
  if (row.valid_until !== null && row.valid_until <= now) return 'ended'
  if (row.valid_from > now) return 'planned'
  // The demo's people are played, not signed in.
  return demo || account.hasAuthenticator || account.passkeys > 0 ? 'active' : 'no-factor'
}

const roleOf = ({ role, place, service, unit }: RoleForm): Omit<RoleWish, 'until'> => ({
  role,
  place,
  services: service === '' ? [] : [service],
  unit,
})

/** The last day holds to its end in the region's zone. */
function wishOf(visitor: Visitor, form: RoleForm): Result<RoleWish> {
  const zone = visitor.region!.timeZone
  const [year, month, day] = form.until
  const isGiven = year !== '' || month !== '' || day !== ''
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (isGiven && !isPlainDate(date)) return refuse('until-unreadable', 'until')
  return accept({
    ...roleOf(form),
    ...(isGiven ? { until: new Date(instantOf(zone, date, 24 * 60)) } : {}),
  })
}
