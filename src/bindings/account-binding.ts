// The port of "my account": keys and devices of whoever is signed in. Must stay true: an account that has a second factor
// changes its keys only within ten minutes of showing it; an officer never loses the last one here.
import { renderSVG } from 'uqr'
import { formatDate, formatInstant } from '../kernel/date-format.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import { todayIn, WITA } from '../kernel/zone.ts'
import type { AccountPort, Authenticator } from '../modules/regions/account-port.ts'
import type { Accounts, Session } from '../platform/auth/accounts.ts'
import { deviceName } from '../platform/auth/device-name.ts'
import type { Passkeys } from '../platform/auth/passkeys.ts'
import type { Limits } from '../platform/http/limits.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import type { Visitors } from './visitors.ts'

export type AccountTools = {
  readonly accounts: Accounts
  readonly passkeys: Passkeys
  readonly visitors: Visitors
  readonly limits: Limits
}
const FRESH_MS = 10 * 60_000

/** QR and text of an authenticator that waits for its first code. */
export async function pendingAuthenticator(accounts: Accounts, accountId: string, label: string) {
  const uri = await accounts.findPendingSecondFactor(accountId, label)
  return uri === undefined ? undefined : pictureOf(uri)
}
function pictureOf(uri: string): Authenticator {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return {
    picture: `data:image/svg+xml;base64,${Buffer.from(renderSVG(uri)).toString('base64')}`,
    secret: (secret.match(/.{1,4}/g) ?? []).join(' '),
  }
}

export function bindAccount({ accounts, passkeys, visitors, limits }: AccountTools): AccountPort {
  const lineOf = async (accountId: string) => (await accounts.listAccounts([accountId])).get(accountId)
  const mayChange = async (session: Session): Promise<boolean> => {
    const line = await lineOf(session.accountId)
    if (line === undefined) return false
    // A citizen's passkeys stand beside the code; an officer's keys are the office's.
    if (!line.hasPassword || (!line.hasAuthenticator && line.passkeys === 0)) return true
    return Date.now() - (session.steppedUpAtMs ?? 0) < FRESH_MS
  }
  const day = (ms: number, visitor: Visitor): string => formatDate(todayIn(WITA, ms), visitor.language)
  return {
    visitor: (request) => visitors.of(request),
    async read(visitor, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) throw new Error('The account page needs a session.')
      const [line, keys, sessions, isFree] = await Promise.all([
        lineOf(session.accountId),
        passkeys.list(session.accountId),
        accounts.listSessions(session.accountId),
        mayChange(session),
      ])
      const isOfficer = line?.hasPassword === true
      const authenticator =
        isOfficer && isFree ? await pendingAuthenticator(accounts, session.accountId, session.email ?? '') : undefined
      return {
        name: session.name,
        ...(session.phone === undefined ? {} : { phone: session.phone }),
        ...(session.email === undefined ? {} : { email: session.email }),
        isOfficer,
        hasAuthenticator: line?.hasAuthenticator === true,
        ...(authenticator === undefined ? {} : { authenticator }),
        mayChange: isFree,
        passkeys: keys.map((key) => ({
          id: key.id,
          name: key.name,
          since: day(key.createdAtMs, visitor),
          ...(key.lastUsedAtMs === undefined ? {} : { used: day(key.lastUsedAtMs, visitor) }),
        })),
        sessions: [...sessions]
          .sort((a, b) => b.lastUsedAtMs - a.lastUsedAtMs)
          .map((one) => ({
            sessionId: one.sessionId,
            device: one.device,
            since: formatInstant(one.createdAtMs, WITA, visitor.language),
            used: day(one.lastUsedAtMs, visitor),
            current: one.sessionId === session.sessionId,
          })),
      }
    },
    async passkeyOptions(_visitor, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined || !(await mayChange(session))) return undefined
      return passkeys.registrationOptions({
        accountId: session.accountId,
        label: session.email ?? session.phone ?? session.name,
        name: session.name,
      })
    },
    async addPasskey(_visitor, answer, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) return refuse('sign-in-needed')
      if (!(await mayChange(session))) return refuse('step-up-needed')
      return passkeys.register(session.accountId, answer, deviceName(request.headers.get('user-agent') ?? ''))
    },
    async removePasskey(_visitor, id, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) return refuse('sign-in-needed')
      if (!(await mayChange(session))) return refuse('step-up-needed')
      const line = await lineOf(session.accountId)
      if (line?.hasPassword === true && !line.hasAuthenticator && line.passkeys < 2) return refuse('factor-last')
      await passkeys.remove(session.accountId, id)
      return accept(undefined)
    },
    async startAuthenticator(_visitor, password, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) return refuse('sign-in-needed')
      if (!(await mayChange(session))) return refuse('step-up-needed')
      const wait = await limits.take('password', session.accountId)
      if (wait !== undefined) return refuse('too-many', 'password', { seconds: wait })
      const started = await accounts.startSecondFactor(password, request.headers)
      return started.ok ? accept(undefined) : refuse('password-wrong', 'password')
    },
    async confirmAuthenticator(_visitor, code, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) return refuse('sign-in-needed')
      if (!(await mayChange(session))) return refuse('step-up-needed')
      const wait = await limits.take('step-up', session.accountId)
      if (wait !== undefined) return refuse('too-many', 'code', { seconds: wait })
      const done = await accounts.confirmEnrolment(code, request.headers)
      return done.ok ? done : { ok: false, refusals: done.refusals.map((one) => ({ ...one, at: 'code' })) }
    },
    async endSession(visitor, sessionId) {
      if (visitor.actor !== undefined) await accounts.endSession(visitor.actor.accountId, sessionId)
    },
    async endOtherSessions(visitor) {
      if (visitor.actor !== undefined) await accounts.endSessions(visitor.actor.accountId, visitor.actor.sessionId)
    },
  }
}
