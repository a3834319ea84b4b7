// The port of the sign-in pages, bound to accounts, limits and the stand-ins of the carriers.

import { formatInstant } from '../kernel/date-format.ts'
import { readEmail } from '../kernel/email.ts'
import { readPhone } from '../kernel/phone.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import { WITA } from '../kernel/zone.ts'
import type { DemoPerson, SignInPort } from '../modules/regions/sign-in-port.ts'
import type { Accounts } from '../platform/auth/accounts.ts'
import { CodeNotSent } from '../platform/auth/code-not-sent.ts'
import type { Passkeys } from '../platform/auth/passkeys.ts'
import { addressOf } from '../platform/http/address.ts'
import type { Limits } from '../platform/http/limits.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import type { NotifyBinding } from './notify-binding.ts'
import type { Visitors } from './visitors.ts'

export type SignInTools = {
  readonly accounts: Accounts
  readonly passkeys: Passkeys
  readonly visitors: Visitors
  readonly limits: Limits
  readonly listStandIns: NotifyBinding['listStandIns']
  readonly demoPeople: () => Promise<readonly DemoPerson[]>
  readonly demo: boolean
}

export function bindSignIn({
  accounts,
  passkeys,
  visitors,
  limits,
  listStandIns,
  demoPeople,
  demo,
}: SignInTools): SignInPort {
  const limited = async <T>(visitor: Visitor, request: Request, run: () => Promise<T>) => {
    void visitor
    const wait = await limits.take('sign-in', addressOf(request))
    return wait === undefined ? run() : refuse('too-many', undefined, { seconds: wait })
  }
  return {
    visitor: (request) => visitors.of(request),
    readAddress(typed) {
      if (typed.includes('@')) {
        const email = readEmail(typed, 'address')
        return email.ok ? accept({ kind: 'email', to: email.value }) : email
      }
      if (typed.trim() === '') return refuse('sign-in-address', 'address')
      const phone = readPhone(typed, 'address')
      return phone.ok ? accept({ kind: 'phone', to: phone.value }) : phone
    },
    async sendCode(_visitor, address, request) {
      const wait = (await limits.take('code-sent', address.to)) ?? (await limits.take('sign-in', addressOf(request)))
      if (wait !== undefined) return refuse('too-many', 'address', { seconds: wait })
      try {
        await accounts.sendCode(address.kind, address.to)
        return accept(undefined)
      } catch (error) {
        if (error instanceof CodeNotSent) return refuse('code-not-sent', 'address')
        throw error
      }
    },
    confirmCode: (visitor, address, code, request) =>
      limited(visitor, request, () => accounts.signInWithCode(address.kind, address.to, code, request.headers)),
    async signInOfficer(visitor, email, password, request) {
      // By account too: many addresses guessing one password share its tries.
      const subject = email.trim().toLowerCase().slice(0, 200)
      const wait = await limits.take('password', subject)
      if (wait !== undefined) return refuse('too-many', 'email', { seconds: wait })
      const done = await limited(visitor, request, () =>
        accounts.signInWithPassword(subject, password, request.headers),
      )
      if (done.ok) await limits.clear('password', subject)
      return done
    },
    confirmSecondFactor: (visitor, code, request) =>
      limited(visitor, request, () => accounts.confirmSecondFactor(code, request.headers)),
    signOut: (request) => accounts.signOut(request.headers),
    async sendStepUpCode(visitor, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) return refuse('sign-in-needed')
      const wait = await limits.take('code-sent', visitor.actor!.accountId)
      if (wait !== undefined) return refuse('too-many', 'code', { seconds: wait })
      // A mailbox is no second factor: only the demo's officers, who have none, prove themselves by one.
      if (!session.secondFactor && demo) await accounts.sendStepUpCode(session)
      return accept(undefined)
    },
    async stepUp(visitor, code, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) return refuse('sign-in-needed')
      if (!session.secondFactor && !demo) return refuse('factor-missing', 'code')
      const wait = await limits.take('step-up', session.accountId)
      if (wait !== undefined) return refuse('too-many', 'code', { seconds: wait })
      const done = await limited(visitor, request, () => accounts.stepUp(session, code, request.headers))
      if (done.ok) await limits.clear('step-up', session.accountId)
      return done
    },
    async stepUpWays(_visitor, request) {
      const session = await visitors.sessionOf(request)
      const keys = session === undefined ? [] : await passkeys.list(session.accountId)
      const code = session?.secondFactor === true ? 'app' : demo && keys.length === 0 ? 'mail' : 'none'
      return { code, passkey: keys.length > 0 }
    },
    async passkeyOptions(request) {
      const wait = await limits.take('sign-in', addressOf(request))
      return wait === undefined
        ? accept(await passkeys.signInOptions())
        : refuse('too-many', undefined, { seconds: wait })
    },
    async signInWithPasskey(answer, request) {
      const proven = await passkeys.verify(answer)
      return proven.ok
        ? accept(await accounts.openSession(proven.value.accountId, request.headers.get('user-agent') ?? '', true))
        : proven
    },
    async stepUpWithPasskey(_visitor, answer, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) return refuse('sign-in-needed')
      const wait = await limits.take('step-up', session.accountId)
      if (wait !== undefined) return refuse('too-many', 'code', { seconds: wait })
      const proven = await passkeys.verify(answer, session.accountId)
      if (!proven.ok) return proven
      await accounts.markSteppedUp(session.sessionId)
      await limits.clear('step-up', session.accountId)
      return accept(undefined)
    },
    listDemoPeople: async () => (demo ? demoPeople() : []),
    async signInAsDemo(accountId, request) {
      const person = demo ? (await demoPeople()).find((one) => one.accountId === accountId) : undefined
      if (person === undefined) return undefined
      const opened = await accounts.openSession(person.accountId, request.headers.get('user-agent') ?? '')
      return { cookies: opened.cookies, start: person.start }
    },
    async listStandInMessages() {
      if (!demo) return []
      return (await listStandIns(50)).map((row) => ({
        channel: row.channel,
        recipient: row.recipient,
        body: row.body,
        at: formatInstant(row.at.getTime(), WITA, 'id'),
      }))
    },
  }
}
