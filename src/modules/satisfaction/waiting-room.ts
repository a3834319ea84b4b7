// The sealed form of an answer between its token and its release: AES-256-GCM under a key that is not in the database, padded
// to one length, named by a keyed hash of the token, so that a second sending of the same token replaces the first.
// Must stay true: without the key a waiting row tells nothing but its period; every sealed answer has the same length.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Token } from '../../kernel/id.ts'

/** What waits. `minute` and `device` serve the marks only and end here. */
export type SealedAnswer = {
  readonly tokenHash: string | null
  readonly service: string
  readonly channel: string
  readonly minute: number
  readonly device: string | null
  readonly lastDay: boolean
  readonly answers: readonly (number | null)[]
  readonly about: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, number>>
  readonly comment: string
}

const LENGTH = 8192
const NONCE = 12
const TAG = 16

export interface WaitingRoom {
  /** The primary key of a token's waiting row: 32 bytes that only the key's holder can compute. */
  place(region: string, periodId: string, tokenHash: string): Uint8Array
  seal(region: string, periodId: string, answer: SealedAnswer): Uint8Array
  /** Throws when the bytes were changed or belong to another region or period. */
  open(region: string, periodId: string, sealed: Uint8Array): SealedAnswer
  /** A token kept for its one reminder, until it is used. */
  sealToken(region: string, caseId: string, token: Token): Uint8Array
  openToken(region: string, caseId: string, sealed: Uint8Array): Token
}

/** What the database keeps of a token. 130 random bits need no salt. */
export function hashToken(token: Token): string {
  return createHash('sha256').update(token).digest('hex')
}

/** `master` is 32 bytes from the installation's secrets; losing it loses what waits, nothing else. */
export function createWaitingRoom(master: Uint8Array): WaitingRoom {
  if (master.length !== 32) throw new RangeError('The key of the waiting room has 32 bytes')
  const key = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master, new Uint8Array(0), `puja satisfaction ${purpose}`, 32))
  const [sealing, naming, tokens] = [key('seal'), key('name'), key('token')]
  const about = (...parts: string[]) => Buffer.from(parts.join('\n'))
  return {
    place: (region, periodId, tokenHash) =>
      createHmac('sha256', naming)
        .update(about(region, periodId, tokenHash))
        .digest(),
    seal: (region, periodId, answer) =>
      encrypt(sealing, pad(Buffer.from(JSON.stringify(answer))), about(region, periodId)),
    open: (region, periodId, sealed) =>
      JSON.parse(unpad(decrypt(sealing, sealed, about(region, periodId))).toString()) as SealedAnswer,
    sealToken: (region, caseId, token) => encrypt(tokens, Buffer.from(token), about(region, caseId)),
    openToken: (region, caseId, sealed) => decrypt(tokens, sealed, about(region, caseId)).toString(),
  }
}

function encrypt(key: Buffer, plain: Buffer, about: Buffer): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, sealed: Uint8Array, about: Buffer): Buffer {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(about)
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()])
}

// Length first, then the text, then zeros: the length of a comment must not be seen from outside.
function pad(plain: Buffer): Buffer {
  if (plain.length > LENGTH - 4)
    throw new RangeError(`An answer of ${plain.length} bytes does not fit the waiting room`)
  const padded = Buffer.alloc(LENGTH)
  padded.writeUInt32BE(plain.length)
  plain.copy(padded, 4)
  return padded
}

function unpad(padded: Buffer): Buffer {
  return padded.subarray(4, 4 + padded.readUInt32BE())
}
