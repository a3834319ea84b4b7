// Passkeys of officers and citizens. Must stay true: a challenge is made here, is used once and lives five minutes; a key
// counts only with the person's own check on the device (user verification); the answer is judged by the library alone.
import { randomBytes } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Database } from '../db/database.ts'
import {
  countPasskeys,
  deletePasskey,
  findPasskey,
  insertPasskey,
  listPasskeys,
  takeChallenge,
  touchPasskey,
  writeChallenge,
} from './passkey-store.ts'

export type PasskeyLine = {
  readonly id: string
  readonly name: string
  readonly createdAtMs: number
  readonly lastUsedAtMs?: number
}
/** What a challenge was made for; one purpose never opens another. */
type Purpose = 'register' | 'sign-in'
const MOST_PASSKEYS = 10

/** Loaded with the first passkey: its readers of certificates would cost every start a tenth of a second. */
const library = () => import('@simplewebauthn/server')

export interface Passkeys {
  readonly registrationOptions: (account: {
    readonly accountId: string
    readonly label: string
    readonly name: string
  }) => Promise<PublicKeyCredentialCreationOptionsJSON>
  /** Refuses `passkey-refused`, `passkey-many`. */
  readonly register: (accountId: string, answer: unknown, name: string) => Promise<Result<void>>
  readonly signInOptions: () => Promise<PublicKeyCredentialRequestOptionsJSON>
  /** Whose passkey answered. `accountId` given: only that account's. Refuses `passkey-refused`. */
  readonly verify: (answer: unknown, accountId?: string) => Promise<Result<{ readonly accountId: string }>>
  readonly list: (accountId: string) => Promise<readonly PasskeyLine[]>
  /** False when it is no passkey of this account. */
  readonly remove: (accountId: string, id: string) => Promise<boolean>
}

export function createPasskeys(database: Database, origin: string): Passkeys {
  const rpID = new URL(origin).hostname
  const challengeFor = async (purpose: Purpose, owner: string): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = Uint8Array.from(randomBytes(32))
    await database.asAuth((tx) => writeChallenge(tx, keyOf(purpose, owner, Buffer.from(bytes).toString('base64url'))))
    return bytes
  }
  const isOurs = (purpose: Purpose, owner: string) => (challenge: string) =>
    database.asAuth((tx) => takeChallenge(tx, keyOf(purpose, owner, challenge)))

  return {
    async registrationOptions({ accountId, label, name }) {
      const known = await database.asAuth((tx) => listPasskeys(tx, accountId), { readOnly: true })
      const { generateRegistrationOptions } = await library()
      return generateRegistrationOptions({
        rpName: 'Puja Indah',
        rpID,
        userName: label,
        userDisplayName: name,
        userID: Uint8Array.from(Buffer.from(accountId)),
        challenge: await challengeFor('register', accountId),
        attestationType: 'none',
        excludeCredentials: known.map((one) => ({ id: one.credential_id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
    },
    async register(accountId, answer, name) {
      if (!isAnswer(answer)) return refuse('passkey-refused')
      const { verifyRegistrationResponse } = await library()
      const done = await verifyRegistrationResponse({
        response: answer as unknown as RegistrationResponseJSON,
        expectedChallenge: isOurs('register', accountId),
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
      }).catch(() => undefined)
      if (done?.verified !== true) return refuse('passkey-refused')
      const { credential, credentialDeviceType, credentialBackedUp } = done.registrationInfo
      return database.asAuth(async (tx): Promise<Result<void>> => {
        if ((await countPasskeys(tx, accountId)) >= MOST_PASSKEYS) return refuse('passkey-many')
        const isNew = await insertPasskey(tx, {
          credential_id: credential.id,
          user_id: accountId,
          public_key: Buffer.from(credential.publicKey),
          counter: credential.counter,
          transports: (credential.transports ?? []).join(','),
          device_type: credentialDeviceType,
          backed_up: credentialBackedUp,
          name: name.slice(0, 60),
          created_at: new Date(),
          last_used_at: null,
        })
        return isNew ? accept(undefined) : refuse('passkey-refused')
      })
    },
    async signInOptions() {
      const { generateAuthenticationOptions } = await library()
      return generateAuthenticationOptions({
        rpID,
        userVerification: 'required',
        challenge: await challengeFor('sign-in', ''),
      })
    },
    async verify(answer, accountId) {
      if (!isAnswer(answer)) return refuse('passkey-refused')
      const stored = await database.asAuth((tx) => findPasskey(tx, answer.id), { readOnly: true })
      if (stored === undefined || (accountId !== undefined && stored.user_id !== accountId))
        return refuse('passkey-refused')
      const { verifyAuthenticationResponse } = await library()
      const done = await verifyAuthenticationResponse({
        response: answer as unknown as AuthenticationResponseJSON,
        expectedChallenge: isOurs('sign-in', ''),
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
        credential: {
          id: stored.credential_id,
          publicKey: Uint8Array.from(stored.public_key),
          counter: Number(stored.counter),
        },
      }).catch(() => undefined)
      if (done?.verified !== true) return refuse('passkey-refused')
      await database.asAuth((tx) => touchPasskey(tx, stored.credential_id, done.authenticationInfo.newCounter))
      return accept({ accountId: stored.user_id })
    },
    async list(accountId) {
      const rows = await database.asAuth((tx) => listPasskeys(tx, accountId), { readOnly: true })
      return rows.map((row) => ({
        id: row.credential_id,
        name: row.name,
        createdAtMs: row.created_at.getTime(),
        ...(row.last_used_at === null ? {} : { lastUsedAtMs: row.last_used_at.getTime() }),
      }))
    },
    remove: (accountId, id) => database.asAuth((tx) => deletePasskey(tx, accountId, id)),
  }
}

const keyOf = (purpose: Purpose, owner: string, challenge: string): string => `passkey:${purpose}:${owner}:${challenge}`

/** The outer shape only; the library reads and judges the rest, and whatever it throws is a refusal. */
function isAnswer(value: unknown): value is { readonly id: string; readonly response: object } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'response' in value &&
    typeof value.response === 'object' &&
    value.response !== null
  )
}
