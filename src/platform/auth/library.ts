// How the sign-in library is set up, in one place. Must stay true: codes and the addresses they went to are kept as keyed
// hashes only, so that whoever reads the tables (or a backup) within five minutes still cannot sign in with them.
import { createHmac } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { emailOTP, phoneNumber, twoFactor } from 'better-auth/plugins'
import type { Database } from '../db/database.ts'
import { factorSecrets, type SessionKeys } from './factor-keys.ts'
import { SHORTEST_PASSWORD } from './passwords.ts'

export type CodeKind = 'phone' | 'email'
/** `officer-way` carries no code: it says where officers sign in. */
export type CodePurpose = 'sign-in' | 'step-up' | 'officer-way'
export type LibraryOptions = {
  readonly database: Database
  /** The current one first: it signs cookies and seals; the others open what they sealed. */
  readonly keys: SessionKeys
  readonly baseUrl: string
  /** Hands a code to the carriers; never logs it. */
  readonly deliver: (kind: CodeKind, to: string, code: string, purpose: CodePurpose) => Promise<void>
}
export const CODE_SECONDS = 300
const ATTEMPTS = 5

/** The form in which a code or an address may lie in a table. */
export const keyedCode = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(`puja-code\n${text}`).digest('base64url')

export function openLibrary({ database, keys, baseUrl, deliver }: LibraryOptions) {
  const secret = keys[0]?.secret ?? ''
  const hash = async (text: string) => keyedCode(secret, text)
  return betterAuth({
    ...factorSecrets(keys),
    baseURL: baseUrl,
    database: { dialect: database.dialectAs('auth'), type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: SHORTEST_PASSWORD },
    session: {
      expiresIn: 60 * 60 * 24 * 14,
      updateAge: 60 * 60,
      additionalFields: {
        steppedUpAt: { type: 'date', required: false, input: false },
        strong: { type: 'boolean', required: false, input: false, defaultValue: false },
      },
    },
    verification: { storeIdentifier: { hash } },
    databaseHooks: {
      verification: {
        create: {
          // The phone plug-in has no setting for it and would keep its six digits as they are.
          before: async (row) => {
            const code = /^(\d{6}):(\d+)$/.exec(row.value)
            return code === null ? undefined : { data: { ...row, value: `${await hash(code[1]!)}:${code[2]}` } }
          },
        },
      },
    },
    advanced: {
      // A session comes with its account in one question.
      database: { joins: true },
      cookiePrefix: 'puja',
      useSecureCookies: baseUrl.startsWith('https:'),
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_SECONDS,
        allowedAttempts: ATTEMPTS,
        storeOTP: { hash },
        sendVerificationOTP: ({ email, otp, type }) =>
          deliver('email', email, otp, type === 'email-verification' ? 'step-up' : 'sign-in'),
      }),
      phoneNumber({
        otpLength: 6,
        expiresIn: CODE_SECONDS,
        allowedAttempts: ATTEMPTS,
        sendOTP: ({ phoneNumber, code }) => deliver('phone', phoneNumber, code, 'sign-in'),
        signUpOnVerification: {
          getTempEmail: (phone) => `${phone.replace(/\D/g, '')}@phone.invalid`,
          getTempName: () => '',
        },
      }),
      twoFactor({ issuer: 'Puja Indah' }),
    ],
  })
}
export type Library = ReturnType<typeof openLibrary>
