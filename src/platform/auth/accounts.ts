// Accounts, sessions, codes and second factors, all kept by better-auth in the schema `auth`; this file turns its answers
// into our words. Must stay true: no password code of our own, no session without the library, nothing personal in a log.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { deviceName } from './device-name.ts'
import type { SessionKeys } from './factor-keys.ts'
import { type CodeKind, keyedCode, type LibraryOptions, openLibrary } from './library.ts'
import { openSecondFactor, type SecondFactor } from './second-factor.ts'
import { type AccountLine, deleteKeys, deleteSessions, findAccountId, listAccounts, markStrong } from './store.ts'

export type { CodeKind } from './library.ts'

export type Session = {
  readonly sessionId: string
  readonly accountId: string
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly secondFactor: boolean
  /** A second factor or a passkey opened it. Only such a session carries an officer's roles in production. */
  readonly strong: boolean
  readonly createdAtMs: number
  readonly steppedUpAtMs?: number
}
export type SessionLine = {
  readonly sessionId: string
  readonly createdAtMs: number
  readonly lastUsedAtMs: number
  readonly expiresAtMs: number
  readonly device: string
}
export type SignedIn = {
  readonly cookies: readonly string[]
  readonly accountId?: string
  readonly needsSecondFactor: boolean
  /** The key of the new session, for this folder only. */
  readonly token?: string
}
export type Attempt = (run: () => Promise<Response>, refusal: string) => Promise<Result<SignedIn>>

export interface Accounts extends SecondFactor {
  /** The session of a request's cookies, if it holds. */
  findSession(headers: Headers): Promise<Session | undefined>
  /** Sends a one-time code of six digits, valid five minutes. Sending twice replaces the code. */
  sendCode(kind: CodeKind, to: string): Promise<void>
  /**
   * Refuses `code-wrong`, `code-expired`; `officer-way` for an account with a password, which a mailbox alone must not
   * open. The account is made at the first success.
   */
  signInWithCode(kind: CodeKind, to: string, code: string, headers: Headers): Promise<Result<SignedIn>>
  /** Refuses `password-wrong`, and `passkey-way` for an account whose only second factor is a passkey. */
  signInWithPassword(email: string, password: string, headers: Headers): Promise<Result<SignedIn>>
  /** Opens a session without proof: passkeys (proven elsewhere), a claimed invitation, the demo's people. */
  openSession(
    accountId: string,
    userAgent: string,
    strong?: boolean,
  ): Promise<SignedIn & { readonly sessionId: string }>
  signOut(headers: Headers): Promise<readonly string[]>
  listSessions(accountId: string): Promise<readonly SessionLine[]>
  endSession(accountId: string, sessionId: string): Promise<boolean>
  /** Ends all sessions, or all but one; gives how many. */
  endSessions(accountId: string, exceptSessionId?: string): Promise<number>
  /** Makes an account with a password, or returns the one with that address. */
  createAccount(input: {
    readonly name: string
    readonly email: string
    readonly password?: string
    readonly phone?: string
  }): Promise<string>
  /** Gives an account its password, in place of any older one. The rule of passwords is asked before. */
  setPassword(accountId: string, password: string): Promise<void>
  findAccountByEmail(email: string): Promise<AccountLine | undefined>
  listAccounts(ids: readonly string[]): Promise<ReadonlyMap<string, AccountLine>>
  /** Takes password, authenticator, passkeys and sessions away. */
  removeKeys(accountId: string): Promise<void>
}

export type AccountsOptions = Omit<LibraryOptions, 'keys'> & { readonly keys: () => SessionKeys }

/**
 * Accounts under the keys of now. A key made while the server runs begins by itself; sessions that an older one signed are over
 * then, second factors go on.
 */
export function createAccounts(options: AccountsOptions): Accounts {
  let under = ''
  let accounts: Accounts | undefined
  const now = (): Accounts => {
    const keys = options.keys()
    const names = keys.map(({ id }) => id).join(' ')
    if (accounts === undefined || names !== under) accounts = accountsUnder({ ...options, keys })
    under = names
    return accounts
  }
  return new Proxy(now(), { get: (_first, name) => Reflect.get(now(), name) })
}

function accountsUnder(options: LibraryOptions): Accounts {
  const { database } = options
  const secret = options.keys[0]?.secret ?? ''
  // The library swallows what a sender throws; it is kept here until the asker can be told.
  const notSent = new Map<string, unknown>()
  const auth = openLibrary({
    ...options,
    deliver: (kind, to, code, purpose) =>
      options.deliver(kind, to, code, purpose).catch((error: unknown) => void notSent.set(to, error)),
  })
  const context = () => auth.$context

  const cookiesOf = (response: Response): readonly string[] => response.headers.getSetCookie()

  /** Runs an endpoint; the library throws its refusals, which become ours. */
  async function attempt(run: () => Promise<Response>, refusal: string): Promise<Result<SignedIn>> {
    try {
      const response = await run()
      if (!response.ok) return refuse(await codeOf(response, refusal))
      const body = (await response
        .clone()
        .json()
        .catch(() => ({}))) as { twoFactorRedirect?: boolean; token?: string | null; user?: { id: string } }
      return accept({
        cookies: cookiesOf(response),
        accountId: body.user?.id,
        needsSecondFactor: body.twoFactorRedirect === true,
        ...(typeof body.token === 'string' ? { token: body.token } : {}),
      })
    } catch (thrown) {
      const status = (thrown as { statusCode?: number }).statusCode
      if (status !== undefined && status < 500)
        return refuse(/expired/i.test(String((thrown as Error).message)) ? 'code-expired' : refusal)
      throw thrown
    }
  }

  const linesOf = (ids: readonly string[]) => database.asAuth((tx) => listAccounts(tx, ids), { readOnly: true })
  async function findByEmail(email: string): Promise<AccountLine | undefined> {
    const id = await database.asAuth((tx) => findAccountId(tx, email.toLowerCase()), { readOnly: true })
    return id === undefined ? undefined : (await linesOf([id])).get(id)
  }
  async function setPassword(accountId: string, password: string): Promise<void> {
    const ctx = await context()
    const hashed = await ctx.password.hash(password)
    const known = (await ctx.internalAdapter.findAccounts(accountId)).find((one) => one.providerId === 'credential')
    if (known === undefined)
      await ctx.internalAdapter.linkAccount({
        userId: accountId,
        providerId: 'credential',
        accountId,
        password: hashed,
      })
    else await ctx.internalAdapter.updatePassword(accountId, hashed)
  }

  return {
    async findSession(headers) {
      if (!headers.get('cookie')?.includes('puja.session_token')) return undefined
      const found = await auth.api.getSession({ headers })
      if (found === null) return undefined
      const user = found.user as typeof found.user & { phoneNumber?: string | null; twoFactorEnabled?: boolean | null }
      const { steppedUpAt, strong } = found.session as { steppedUpAt?: Date | null; strong?: boolean | null }
      return {
        sessionId: found.session.id,
        accountId: user.id,
        name: user.name,
        ...(user.phoneNumber ? { phone: user.phoneNumber } : {}),
        ...(user.email.endsWith('.invalid') ? {} : { email: user.email }),
        secondFactor: user.twoFactorEnabled === true,
        strong: strong === true,
        createdAtMs: new Date(found.session.createdAt).getTime(),
        ...(steppedUpAt ? { steppedUpAtMs: new Date(steppedUpAt).getTime() } : {}),
      }
    },
    async sendCode(kind, to) {
      // A mailbox alone must not open an officer's account, nor replace its password: it is told the other way instead.
      if (kind === 'email' && (await findByEmail(to))?.hasPassword === true)
        return options.deliver(kind, to, '', 'officer-way')
      if (kind === 'phone') await auth.api.sendPhoneNumberOTP({ body: { phoneNumber: to } })
      else await auth.api.sendVerificationOTP({ body: { email: to, type: 'sign-in' } })
      const error = notSent.get(to) ?? notSent.get(to.toLowerCase())
      if (error === undefined) return
      notSent.clear()
      throw error
    },
    async signInWithCode(kind, to, code, headers) {
      const done = await attempt(
        () =>
          kind === 'phone'
            ? auth.api.verifyPhoneNumber({
                body: { phoneNumber: to, code: keyedCode(secret, code) },
                headers,
                asResponse: true,
              })
            : auth.api.signInEmailOTP({ body: { email: to, otp: code }, headers, asResponse: true }),
        'code-wrong',
      )
      if (!done.ok || done.value.accountId === undefined) return done
      const account = (await linesOf([done.value.accountId])).get(done.value.accountId)
      if (account?.hasPassword !== true) return done
      if (done.value.token !== undefined) await (await context()).internalAdapter.deleteSession(done.value.token)
      return refuse('officer-way')
    },
    async signInWithPassword(email, password, headers) {
      const done = await attempt(
        () => auth.api.signInEmail({ body: { email, password }, headers, asResponse: true }),
        'password-wrong',
      )
      if (!done.ok || done.value.needsSecondFactor || done.value.accountId === undefined) return done
      const account = (await linesOf([done.value.accountId])).get(done.value.accountId)
      if (account === undefined || account.passkeys === 0) return done
      if (done.value.token !== undefined) await (await context()).internalAdapter.deleteSession(done.value.token)
      return refuse('passkey-way')
    },
    async openSession(accountId, userAgent, strong = false) {
      const ctx = await context()
      const session = await ctx.internalAdapter.createSession(accountId, false, { userAgent })
      if (strong) await database.asAuth((tx) => markStrong(tx, session.token))
      const { name, attributes } = ctx.authCookies.sessionToken
      const value = encodeURIComponent(`${session.token}.${await signature(session.token, secret)}`)
      const parts = [
        `${name}=${value}`,
        `Max-Age=${attributes.maxAge ?? 60 * 60 * 24 * 14}`,
        'Path=/',
        'HttpOnly',
        'SameSite=Lax',
        ...(attributes.secure === true ? ['Secure'] : []),
      ]
      return { cookies: [parts.join('; ')], accountId, needsSecondFactor: false, sessionId: session.id }
    },
    async signOut(headers) {
      return cookiesOf(await auth.api.signOut({ headers, asResponse: true }))
    },
    async listSessions(accountId) {
      const sessions = await (await context()).internalAdapter.listSessions(accountId)
      return sessions.map((s) => ({
        sessionId: s.id,
        createdAtMs: new Date(s.createdAt).getTime(),
        lastUsedAtMs: new Date(s.updatedAt).getTime(),
        expiresAtMs: new Date(s.expiresAt).getTime(),
        device: deviceName(s.userAgent ?? ''),
      }))
    },
    async endSession(accountId, sessionId) {
      const ctx = await context()
      const session = (await ctx.internalAdapter.listSessions(accountId)).find((s) => s.id === sessionId)
      if (session === undefined) return false
      await ctx.internalAdapter.deleteSession(session.token)
      return true
    },
    endSessions: (accountId, except) => database.asAuth((tx) => deleteSessions(tx, accountId, except)),
    async createAccount({ name, email, password, phone }) {
      const ctx = await context()
      const known = await ctx.internalAdapter.findUserByEmail(email)
      if (known !== null) return known.user.id
      const user = await ctx.internalAdapter.createUser(
        {
          name,
          email,
          emailVerified: true,
          ...(phone === undefined ? {} : { phoneNumber: phone, phoneNumberVerified: true }),
        },
        { method: 'email-password' },
      )
      if (password !== undefined) await setPassword(user.id, password)
      return user.id
    },
    setPassword,
    findAccountByEmail: findByEmail,
    listAccounts: linesOf,
    removeKeys: (accountId) => database.asAuth((tx) => deleteKeys(tx, accountId)),
    ...openSecondFactor({ auth, database, secret, attempt }),
  }
}

async function codeOf(response: Response, otherwise: string): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as { code?: string }
  return /EXPIRED/.test(body.code ?? '') ? 'code-expired' : otherwise
}

/** The library's cookie signature: HMAC-SHA-256 of the token, base64. */
async function signature(token: string, secret: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(token))
  return Buffer.from(mac).toString('base64')
}
