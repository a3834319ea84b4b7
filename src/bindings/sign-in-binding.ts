// The port of the sign-in pages, bound to accounts, limits and the stand-ins of the carriers.

import { formatInstant } from '../kernel/date-format.ts'
import { readEmail } from '../kernel/email.ts'
import { readPhone } from '../kernel/phone.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import { WITA } from '../kernel/zone.ts'
import type { DemoPerson, SignInPort } from '../modules/regions/sign-in-port.ts'
import type { Accounts } from '../platform/auth/accounts.ts'
import type { Database } from '../platform/db/database.ts'
import { addressOf } from '../platform/http/address.ts'
import type { Limits } from '../platform/http/limits.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { listStandIns } from '../platform/notify/store.ts'
import type { Visitors } from './visitors.ts'

export type SignInTools = {
  readonly accounts: Accounts
  readonly visitors: Visitors
  readonly limits: Limits
  readonly database: Database
  readonly demoPeople: () => Promise<readonly DemoPerson[]>
  readonly demo: boolean
}

export function bindSignIn({ accounts, visitors, limits, database, demoPeople, demo }: SignInTools): SignInPort {
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
      await accounts.sendCode(address.kind, address.to)
      return accept(undefined)
    },
    confirmCode: (visitor, address, code, request) =>
      limited(visitor, request, () => accounts.signInWithCode(address.kind, address.to, code, request.headers)),
    signInOfficer: (visitor, email, password, request) =>
      limited(visitor, request, () => accounts.signInWithPassword(email, password, request.headers)),
    confirmSecondFactor: (visitor, code, request) =>
      limited(visitor, request, () => accounts.confirmSecondFactor(code, request.headers)),
    signOut: (request) => accounts.signOut(request.headers),
    async sendStepUpCode(visitor, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) return refuse('sign-in-needed')
      const wait = await limits.take('code-sent', visitor.actor!.accountId)
      if (wait !== undefined) return refuse('too-many', 'code', { seconds: wait })
      if (!session.secondFactor) await accounts.sendStepUpCode(session)
      return accept(undefined)
    },
    async stepUp(visitor, code, request) {
      const session = await visitors.sessionOf(request)
      if (session === undefined) return refuse('sign-in-needed')
      return limited(visitor, request, () => accounts.stepUp(session, code, request.headers))
    },
    async listSessions(visitor) {
      const sessions = await accounts.listSessions(visitor.actor!.accountId)
      return sessions.map((one) => ({
        sessionId: one.sessionId,
        device: one.device,
        since: formatInstant(one.createdAtMs, WITA, visitor.language),
        current: one.sessionId === visitor.actor!.sessionId,
      }))
    },
    endSession: (visitor, sessionId) => accounts.endSession(visitor.actor!.accountId, sessionId),
    listDemoPeople: async () => (demo ? demoPeople() : []),
    async signInAsDemo(accountId, request) {
      const person = demo ? (await demoPeople()).find((one) => one.accountId === accountId) : undefined
      if (person === undefined) return undefined
      const opened = await accounts.openSession(person.accountId, request.headers.get('user-agent') ?? '')
      return { cookies: opened.cookies, start: person.start }
    },
    async listStandInMessages() {
      if (!demo) return []
      const rows = await database.asPlatform((tx) => listStandIns(tx, 50), { readOnly: true })
      return rows.map((row) => ({
        channel: row.channel,
        recipient: row.recipient,
        body: row.body,
        at: formatInstant(row.at.getTime(), WITA, 'id'),
      }))
    },
  }
}
