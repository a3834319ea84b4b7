// The second factor by an authenticator app, and what stands in for it: recovery codes when the phone is lost. Must stay
// true: a code opens one door once; the secret is shown only while it is not confirmed yet; recovery codes only once.
import { symmetricDecrypt } from 'better-auth/crypto'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Database } from '../db/database.ts'
import type { Attempt, Session, SignedIn } from './accounts.ts'
import { keyedCode, type Library } from './library.ts'
import { claimCode, findPendingSecret, markSteppedUp, markStrong } from './store.ts'

export interface SecondFactor {
  /** Starts an authenticator; nothing holds before it is confirmed. Refuses `password-wrong`, also when there is one already. */
  startSecondFactor(password: string, headers: Headers): Promise<Result<{ readonly uri: string }>>
  /** The address to show as QR and text, while it waits for its first code. */
  findPendingSecondFactor(accountId: string, label: string): Promise<string | undefined>
  /** The first code of an authenticator. The session is strong from then on. Refuses `code-wrong`. */
  confirmEnrolment(
    code: string,
    headers: Headers,
  ): Promise<Result<SignedIn & { readonly recoveryCodes: readonly string[] }>>
  /** The second step of an officer's sign-in: six digits or a recovery code. Refuses `code-wrong`, `code-used`, `start-again`. */
  confirmSecondFactor(code: string, headers: Headers): Promise<Result<SignedIn>>
  /** Sends the code that a signer without a second factor shows again; in the demo only. */
  sendStepUpCode(session: Session): Promise<void>
  /** Marks the session as freshly proven. Refuses `code-wrong`, `code-used`. */
  stepUp(session: Session, code: string, headers: Headers): Promise<Result<void>>
  /** The same after a passkey was shown. */
  markSteppedUp(sessionId: string): Promise<void>
}

type Tools = {
  readonly auth: Library
  readonly database: Database
  readonly secret: string
  readonly attempt: Attempt
}

export function openSecondFactor({ auth, database, secret, attempt }: Tools): SecondFactor {
  const claim = (accountId: string, code: string) =>
    database.asAuth((tx) => claimCode(tx, accountId, keyedCode(secret, `${accountId}\n${code}`)))
  const strengthen = async (done: Result<SignedIn>): Promise<void> => {
    const token = done.ok ? done.value.token : undefined
    if (token !== undefined) await database.asAuth((tx) => markStrong(tx, token))
  }
  return {
    async startSecondFactor(password, headers) {
      try {
        const started = await auth.api.enableTwoFactor({ body: { password }, headers })
        return 'totpURI' in started ? accept({ uri: started.totpURI }) : refuse('password-wrong')
      } catch (thrown) {
        if (((thrown as { statusCode?: number }).statusCode ?? 500) < 500) return refuse('password-wrong')
        throw thrown
      }
    },
    async findPendingSecondFactor(accountId, label) {
      const sealed = await database.asAuth((tx) => findPendingSecret(tx, accountId), { readOnly: true })
      if (sealed === undefined) return undefined
      const { secretConfig } = await auth.$context
      const plain = await symmetricDecrypt({ key: secretConfig, data: sealed })
      return `otpauth://totp/${encodeURIComponent(`Puja Indah:${label}`)}?${new URLSearchParams({ secret: base32(plain), issuer: 'Puja Indah', digits: '6', period: '30' }).toString().replaceAll('+', '%20')}`
    },
    async confirmEnrolment(code, headers) {
      const done = await attempt(() => auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }), 'code-wrong')
      if (!done.ok) return done
      const { accountId } = done.value
      if (accountId === undefined) return refuse('code-wrong')
      if (!(await claim(accountId, code))) return refuse('code-used')
      // The library answers with the session before the change; the new one stands in the cookie.
      const fresh = sessionTokenIn(done.value.cookies)
      if (fresh !== undefined) await database.asAuth((tx) => markStrong(tx, fresh))
      await strengthen(done)
      const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: accountId } })
      return accept({ ...done.value, recoveryCodes: backupCodes })
    },
    async confirmSecondFactor(typed, headers) {
      const code = typed.replace(/\s/g, '')
      const isTotp = /^\d{6}$/.test(code)
      const done = await attempt(
        () =>
          isTotp
            ? auth.api.verifyTOTP({ body: { code }, headers, asResponse: true })
            : auth.api.verifyBackupCode({ body: { code }, headers, asResponse: true }),
        'code-wrong',
      )
      if (!done.ok) return done
      const { accountId, token } = done.value
      if (accountId === undefined) return refuse('code-wrong')
      if (isTotp && !(await claim(accountId, code))) {
        if (token !== undefined) await (await auth.$context).internalAdapter.deleteSession(token)
        return refuse('code-used')
      }
      await strengthen(done)
      return done
    },
    async sendStepUpCode(session) {
      if (session.email !== undefined)
        await auth.api.sendVerificationOTP({ body: { email: session.email, type: 'email-verification' } })
    },
    async stepUp(session, code, headers) {
      const { email } = session
      if (!session.secondFactor && email === undefined) return refuse('code-wrong')
      const proven = await attempt(
        () =>
          session.secondFactor
            ? auth.api.verifyTOTP({ body: { code }, headers, asResponse: true })
            : auth.api.checkVerificationOTP({
                body: { email: email ?? '', type: 'email-verification', otp: code },
                headers,
                asResponse: true,
              }),
        'code-wrong',
      )
      if (!proven.ok) return proven
      if (session.secondFactor && !(await claim(session.accountId, code))) return refuse('code-used')
      await database.asAuth((tx) => markSteppedUp(tx, session.sessionId, new Date()))
      return accept(undefined)
    },
    markSteppedUp: (sessionId) => database.asAuth((tx) => markSteppedUp(tx, sessionId, new Date())),
  }
}

function sessionTokenIn(cookies: readonly string[]): string | undefined {
  for (const line of cookies) {
    const value = /puja\.session_token=([^;]+)/.exec(line)?.[1]
    if (value !== undefined && value !== '') return decodeURIComponent(value).split('.')[0]
  }
  return undefined
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** RFC 4648 without padding, as authenticators read it. */
function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
