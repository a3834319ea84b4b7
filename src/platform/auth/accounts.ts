// Accounts, sessions, codes and second factors, all kept by better-auth in the schema `auth`; this file turns its answers
// into our words. Must stay true: no password code of our own, no session without the library, nothing personal in a log.
import { betterAuth } from 'better-auth'
import { emailOTP, phoneNumber, twoFactor } from 'better-auth/plugins'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Database } from '../db/database.ts'

export type Session = {
  readonly sessionId: string
  readonly accountId: string
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly secondFactor: boolean
  readonly createdAtMs: number
  readonly steppedUpAtMs?: number
}
export type SessionLine = {
  readonly sessionId: string
  readonly createdAtMs: number
  readonly expiresAtMs: number
  readonly device: string
}
export type CodeKind = 'phone' | 'email'
export type SignedIn = {
  readonly cookies: readonly string[]
  readonly accountId?: string
  readonly needsSecondFactor: boolean
}

export interface Accounts {
  /** The session of a request's cookies, if it holds. */
  findSession(headers: Headers): Promise<Session | undefined>
  /** Sends a one-time code of six digits, valid five minutes. Sending twice replaces the code. */
  sendCode(kind: CodeKind, to: string): Promise<void>
  /** Refuses `code-wrong`, `code-expired`. The account is made at the first success. */
  signInWithCode(kind: CodeKind, to: string, code: string, headers: Headers): Promise<Result<SignedIn>>
  /** Refuses `password-wrong`. */
  signInWithPassword(email: string, password: string, headers: Headers): Promise<Result<SignedIn>>
  /** The second step of an officer's sign-in. Refuses `code-wrong`. */
  confirmSecondFactor(code: string, headers: Headers): Promise<Result<SignedIn>>
  /** Opens a session without proof: passkeys (proven elsewhere) and the demo's people. */
  openSession(accountId: string, userAgent: string): Promise<SignedIn>
  signOut(headers: Headers): Promise<readonly string[]>
  listSessions(accountId: string): Promise<readonly SessionLine[]>
  endSession(accountId: string, sessionId: string): Promise<boolean>
  /** Sends the code that a signer shows again before signing. */
  sendStepUpCode(session: Session): Promise<void>
  /** Marks the session as freshly proven. Refuses `code-wrong`. */
  stepUp(session: Session, code: string, headers: Headers): Promise<Result<void>>
  /** Makes an account with a password, or returns the one with that address. */
  createAccount(input: {
    readonly name: string
    readonly email: string
    readonly password?: string
    readonly phone?: string
  }): Promise<string>
  /** Starts a second factor by app; gives the address to show as QR and text. Refuses `password-wrong`. */
  startSecondFactor(
    password: string,
    headers: Headers,
  ): Promise<Result<{ readonly uri: string; readonly backupCodes: readonly string[] }>>
}

export type AccountsOptions = {
  readonly database: Database
  readonly secret: string
  readonly baseUrl: string
  /** Hands a code to the carriers; never logs it. */
  readonly deliver: (kind: CodeKind, to: string, code: string, purpose: 'sign-in' | 'step-up') => Promise<void>
}

export function createAccounts({ database, secret, baseUrl, deliver }: AccountsOptions): Accounts {
  const auth = betterAuth({
    secret,
    baseURL: baseUrl,
    database: { dialect: database.dialectAs('auth'), type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: {
      expiresIn: 60 * 60 * 24 * 14,
      updateAge: 60 * 60 * 12,
      additionalFields: { steppedUpAt: { type: 'date', required: false, input: false } },
    },
    advanced: {
      cookiePrefix: 'puja',
      useSecureCookies: baseUrl.startsWith('https:'),
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: 300,
        allowedAttempts: 5,
        sendVerificationOTP: ({ email, otp, type }) =>
          deliver('email', email, otp, type === 'email-verification' ? 'step-up' : 'sign-in'),
      }),
      phoneNumber({
        otpLength: 6,
        expiresIn: 300,
        allowedAttempts: 5,
        sendOTP: ({ phoneNumber, code }) => deliver('phone', phoneNumber, code, 'sign-in'),
        signUpOnVerification: {
          getTempEmail: (phone) => `${phone.replace(/\D/g, '')}@phone.invalid`,
          getTempName: () => '',
        },
      }),
      twoFactor({ issuer: 'Puja Indah' }),
    ],
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
        .catch(() => ({}))) as { twoFactorRedirect?: boolean; user?: { id: string } }
      return accept({
        cookies: cookiesOf(response),
        accountId: body.user?.id,
        needsSecondFactor: body.twoFactorRedirect === true,
      })
    } catch (thrown) {
      const status = (thrown as { statusCode?: number }).statusCode
      if (status !== undefined && status < 500)
        return refuse(/expired/i.test(String((thrown as Error).message)) ? 'code-expired' : refusal)
      throw thrown
    }
  }

  return {
    async findSession(headers) {
      if (!headers.get('cookie')?.includes('puja.session_token')) return undefined
      const found = await auth.api.getSession({ headers })
      if (found === null) return undefined
      const user = found.user as typeof found.user & { phoneNumber?: string | null; twoFactorEnabled?: boolean | null }
      const steppedUpAt = (found.session as { steppedUpAt?: Date | null }).steppedUpAt
      return {
        sessionId: found.session.id,
        accountId: user.id,
        name: user.name,
        ...(user.phoneNumber ? { phone: user.phoneNumber } : {}),
        ...(user.email.endsWith('.invalid') ? {} : { email: user.email }),
        secondFactor: user.twoFactorEnabled === true,
        createdAtMs: new Date(found.session.createdAt).getTime(),
        ...(steppedUpAt ? { steppedUpAtMs: new Date(steppedUpAt).getTime() } : {}),
      }
    },
    async sendCode(kind, to) {
      if (kind === 'phone') await auth.api.sendPhoneNumberOTP({ body: { phoneNumber: to } })
      else await auth.api.sendVerificationOTP({ body: { email: to, type: 'sign-in' } })
    },
    signInWithCode: (kind, to, code, headers) =>
      attempt(
        () =>
          kind === 'phone'
            ? auth.api.verifyPhoneNumber({ body: { phoneNumber: to, code }, headers, asResponse: true })
            : auth.api.signInEmailOTP({ body: { email: to, otp: code }, headers, asResponse: true }),
        'code-wrong',
      ),
    signInWithPassword: (email, password, headers) =>
      attempt(() => auth.api.signInEmail({ body: { email, password }, headers, asResponse: true }), 'password-wrong'),
    confirmSecondFactor: (code, headers) =>
      attempt(() => auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }), 'code-wrong'),
    async openSession(accountId, userAgent) {
      const ctx = await context()
      const session = await ctx.internalAdapter.createSession(accountId, false, { userAgent })
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
      return { cookies: [parts.join('; ')], accountId, needsSecondFactor: false }
    },
    async signOut(headers) {
      return cookiesOf(await auth.api.signOut({ headers, asResponse: true }))
    },
    async listSessions(accountId) {
      const sessions = await (await context()).internalAdapter.listSessions(accountId)
      return sessions.map((s) => ({
        sessionId: s.id,
        createdAtMs: new Date(s.createdAt).getTime(),
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
    async sendStepUpCode(session) {
      if (session.email !== undefined)
        await auth.api.sendVerificationOTP({ body: { email: session.email, type: 'email-verification' } })
    },
    async stepUp(session, code, headers) {
      if (session.email === undefined) return refuse('code-wrong')
      const proven = await attempt(
        () =>
          session.secondFactor
            ? auth.api.verifyTOTP({ body: { code }, headers, asResponse: true })
            : auth.api.checkVerificationOTP({
                body: { email: session.email!, type: 'email-verification', otp: code },
                headers,
                asResponse: true,
              }),
        'code-wrong',
      )
      if (!proven.ok) return proven
      await database.asAuth(async (tx) => {
        await tx
          .withTables<{ session: { id: string; steppedUpAt: Date | null } }>()
          .updateTable('session')
          .set({ steppedUpAt: new Date() })
          .where('id', '=', session.sessionId)
          .execute()
      })
      return accept(undefined)
    },
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
      if (password !== undefined)
        await ctx.internalAdapter.linkAccount({
          userId: user.id,
          providerId: 'credential',
          accountId: user.id,
          password: await ctx.password.hash(password),
        })
      return user.id
    },
    async startSecondFactor(password, headers) {
      try {
        const started = await auth.api.enableTwoFactor({ body: { password }, headers })
        return 'totpURI' in started
          ? accept({ uri: started.totpURI, backupCodes: started.backupCodes })
          : refuse('password-wrong')
      } catch (thrown) {
        if (((thrown as { statusCode?: number }).statusCode ?? 500) < 500) return refuse('password-wrong')
        throw thrown
      }
    },
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

/** `Chrome, Android`: enough to recognise one's own device, too little to identify it. */
export function deviceName(userAgent: string): string {
  const browser = /Edg\//.test(userAgent)
    ? 'Edge'
    : /Firefox\//.test(userAgent)
      ? 'Firefox'
      : /Chrome\//.test(userAgent)
        ? 'Chrome'
        : /Safari\//.test(userAgent)
          ? 'Safari'
          : 'Peramban'
  const system = /Android/.test(userAgent)
    ? 'Android'
    : /iPhone|iPad/.test(userAgent)
      ? 'iOS'
      : /Windows/.test(userAgent)
        ? 'Windows'
        : /Mac OS/.test(userAgent)
          ? 'macOS'
          : /Linux/.test(userAgent)
            ? 'Linux'
            : ''
  return system === '' ? browser : `${browser}, ${system}`
}
