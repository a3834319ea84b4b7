// The port of invitations, bound to use cases, accounts and passkeys.
import { formatDate, formatInstant } from '../kernel/date-format.ts'
import { maskEmail } from '../kernel/email.ts'
import { accept, type Result, refuse } from '../kernel/refusal.ts'
import { todayIn } from '../kernel/zone.ts'
import type { Areas } from '../modules/regions/areas.ts'
import { claim, complete, findOpenInvitation, type Invitation, join } from '../modules/regions/invitation-commands.ts'
import type { InvitationPort, InvitationStep } from '../modules/regions/invitation-port.ts'
import type { OfficerTools } from '../modules/regions/officer-parts.ts'
import { roleName } from '../modules/regions/officer-rules.ts'
import { listUnits } from '../modules/regions/officer-store.ts'
import type { Accounts, Session } from '../platform/auth/accounts.ts'
import { deviceName } from '../platform/auth/device-name.ts'
import type { Passkeys } from '../platform/auth/passkeys.ts'
import { addressOf } from '../platform/http/address.ts'
import type { Limits } from '../platform/http/limits.ts'
import { pendingAuthenticator } from './account-binding.ts'
import type { Visitors } from './visitors.ts'

export type InvitationTools = {
  readonly officers: OfficerTools
  readonly passkeys: Passkeys
  readonly visitors: Visitors
  readonly limits: Limits
  readonly areas: Areas
}

async function stepOf(
  accounts: Accounts,
  invitation: Invitation,
  session: Session | undefined,
): Promise<InvitationStep> {
  const { row, who, isOpen } = invitation
  if (!isOpen) {
    if (session === undefined) return 'sign-in'
    if (session.accountId !== row.account_id) return 'other-account'
    const line = (await accounts.listAccounts([session.accountId])).get(session.accountId)
    if (line === undefined || (!line.hasAuthenticator && line.passkeys === 0)) return 'factor'
    return session.strong ? 'accept' : 'sign-in-strong'
  }
  const known = row.account_id === null ? await accounts.findAccountByEmail(who.email) : undefined
  if (known === undefined) return 'password'
  if (session === undefined) return 'sign-in'
  if (session.accountId !== known.accountId) return 'other-account'
  return known.hasPassword ? 'join' : 'password'
}

const OFFICE_ROLES = ['front-office', 'verifier', 'validator', 'head', 'production', 'delivery']
const startOf = (region: string, role: string | undefined) => ({
  start:
    role === 'service-admin'
      ? `/${region}/office/officers`
      : role !== undefined && OFFICE_ROLES.includes(role)
        ? `/${region}/office`
        : `/${region}`,
})

export function bindInvitation({ officers, passkeys, visitors, limits, areas }: InvitationTools): InvitationPort {
  const { accounts, database } = officers
  const limited = async <T>(request: Request, run: () => Promise<Result<T>>): Promise<Result<T>> => {
    const wait = await limits.take('sign-in', addressOf(request))
    return wait === undefined ? run() : refuse('too-many', undefined, { seconds: wait })
  }
  /** The session, when it is the one that claimed this link and has no second factor yet. */
  const enroller = async (region: string, token: string, request: Request): Promise<Result<Session>> => {
    const session = await visitors.sessionOf(request)
    if (session === undefined) return refuse('sign-in-needed')
    const found = await findOpenInvitation(officers, region, token)
    if (!found.ok) return found
    if (found.value.row.account_id !== session.accountId || found.value.isOpen) return refuse('invitation-unknown')
    const line = (await accounts.listAccounts([session.accountId])).get(session.accountId)
    return line !== undefined && (line.hasAuthenticator || line.passkeys > 0)
      ? refuse('invitation-over')
      : accept(session)
  }
  return {
    visitor: (request) => visitors.of(request),
    async read(visitor, token, request) {
      const region = visitor.region
      if (region === undefined) return refuse('not-found')
      const found = await findOpenInvitation(officers, region.code, token)
      if (!found.ok) return found
      const { row, who } = found.value
      const session = await visitors.sessionOf(request)
      const step = await stepOf(accounts, found.value, session)
      const units = await database.inRegion(region.code, (tx) => listUnits(tx, region.code), { readOnly: true })
      const authenticator =
        step === 'factor' && session !== undefined
          ? await pendingAuthenticator(accounts, session.accountId, who.email)
          : undefined
      const unit = units.find((one) => one.unit_id === row.unit_id)?.name
      const place = row.place === null ? undefined : (areas.find(row.place)?.name ?? row.place)
      return accept({
        kind: row.kind,
        name: who.name,
        email: who.email === '' ? '' : maskEmail(who.email),
        ...(row.role === null ? {} : { role: roleName(row.role) }),
        ...(unit === undefined ? {} : { unit }),
        ...(place === undefined ? {} : { place }),
        ...(row.role_until === null
          ? {}
          : { until: formatDate(todayIn(region.timeZone, row.role_until.getTime()), visitor.language) }),
        expires: formatInstant(row.expires_at.getTime(), region.timeZone, visitor.language),
        step,
        ...(authenticator === undefined ? {} : { authenticator }),
      })
    },
    setPassword: (visitor, token, password, repeated, request) =>
      limited(request, async () => {
        const session = await visitors.sessionOf(request)
        const userAgent = request.headers.get('user-agent') ?? ''
        const done = await claim(officers, visitor.region!.code, token, {
          password,
          repeated,
          userAgent,
          ...(session === undefined ? {} : { signedInAs: session.accountId }),
        })
        if (!done.ok) return done
        // The password is at hand now and never again: the authenticator begins with it, so that the next page shows its QR.
        const cookie = done.value.cookies.map((line) => line.split(';')[0]).join('; ')
        await accounts.startSecondFactor(password, new Headers({ cookie, 'user-agent': userAgent }))
        return done
      }),
    async join(visitor, token, request) {
      const session = await visitors.sessionOf(request)
      return session === undefined
        ? refuse('sign-in-needed')
        : join(officers, visitor.region!.code, token, session.accountId)
    },
    async startAuthenticator(_visitor, password, request) {
      return limited(request, async () => {
        const started = await accounts.startSecondFactor(password, request.headers)
        return started.ok ? accept(undefined) : refuse('password-wrong', 'password')
      })
    },
    async confirmAuthenticator(visitor, token, code, request) {
      return limited(request, async () => {
        const region = visitor.region!.code
        const session = await enroller(region, token, request)
        if (!session.ok) return session
        const wait = await limits.take('step-up', session.value.accountId)
        if (wait !== undefined) return refuse('too-many', 'code', { seconds: wait })
        const done = await accounts.confirmEnrolment(code, request.headers)
        if (!done.ok) return { ok: false, refusals: done.refusals.map((one) => ({ ...one, at: 'code' })) }
        const begun = await complete(officers, region, token, session.value.accountId)
        return begun.ok ? accept({ ...done.value, ...startOf(region, begun.value.role) }) : begun
      })
    },
    async addPasskey(visitor, token, answer, request) {
      return limited(request, async () => {
        const region = visitor.region!.code
        const session = await enroller(region, token, request)
        if (!session.ok) return session
        const added = await passkeys.register(
          session.value.accountId,
          answer,
          deviceName(request.headers.get('user-agent') ?? ''),
        )
        if (!added.ok) return added
        await accounts.markSteppedUp(session.value.sessionId)
        const begun = await complete(officers, region, token, session.value.accountId)
        return begun.ok ? accept(startOf(region, begun.value.role)) : begun
      })
    },
    async accept(visitor, token, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) return refuse('sign-in-needed')
      if (!session.strong) return refuse('factor-first')
      const region = visitor.region!.code
      const begun = await complete(officers, region, token, session.accountId)
      return begun.ok ? accept(startOf(region, begun.value.role)) : begun
    },
  }
}
