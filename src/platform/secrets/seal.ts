// Sealing values (AES-256-GCM) and keyed hashes (HMAC-SHA-256) with keys of the ring. Must stay true: a sealed value is
// bound to its context (table, column, row), so it cannot be moved to another place; every value names its key, so
// keys can change while old values still open.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'
import type { KeyRing } from './key-ring.ts'

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 3

/** What was sealed cannot be opened: another context, another key, or changed bytes. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

const keyObjects = new WeakMap<Uint8Array, KeyObject>()

/** The key as the library wants it, made once: Node 24 makes one of bare bytes at every call, four times as dear as the sealing. */
function keyObjectOf(bytes: Uint8Array): KeyObject {
  const known = keyObjects.get(bytes)
  if (known !== undefined) return known
  const made = createSecretKey(bytes)
  keyObjects.set(bytes, made)
  return made
}

/**
 * Seals text or bytes. `context` says where the value belongs (`register.person.nik:<id>`) and must be the same at
 * opening. Layout: version (1), key id (2), nonce (12), ciphertext, tag (16).
 */
export function seal(ring: KeyRing, value: string | Uint8Array, context: string, purpose = 'seal'): Buffer {
  const key = ring.current(purpose)
  const nonce = freshNonce()
  const about = Buffer.from(`\0\0\0${purpose}\n${context}`)
  about[0] = VERSION
  about.writeUInt16BE(Number(key.id), 1)
  const cipher = createCipheriv('aes-256-gcm', keyObjectOf(key.bytes), nonce)
  cipher.setAAD(about)
  const body = typeof value === 'string' ? cipher.update(value, 'utf8') : cipher.update(value)
  // GCM is a stream: nothing is left for the end but the tag.
  cipher.final()
  return Buffer.concat([about.subarray(0, HEADER_BYTES), nonce, body, cipher.getAuthTag()])
}

// Chance is fetched for many nonces at once: one by one costs more than the sealing.
const nonces = Buffer.alloc(NONCE_BYTES * 256)
let usedNonces = nonces.length

function freshNonce(): Buffer {
  if (usedNonces === nonces.length) {
    randomFillSync(nonces)
    usedNonces = 0
  }
  const nonce = Buffer.from(nonces.subarray(usedNonces, usedNonces + NONCE_BYTES))
  usedNonces += NONCE_BYTES
  return nonce
}

/** The bytes that were sealed. Throws SealBroken; throws when the key is not in the ring. */
export function openSealed(ring: KeyRing, sealed: Uint8Array, context: string, purpose = 'seal'): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES || bytes[0] !== VERSION)
    throw new SealBroken('Not a sealed value of this version.')
  const header = bytes.subarray(0, HEADER_BYTES)
  const key = ring.byId(purpose, sealedWith(bytes))
  const nonce = bytes.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', keyObjectOf(key.bytes), nonce)
  decipher.setAAD(Buffer.concat([header, Buffer.from(`${purpose}\n${context}`)]))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(HEADER_BYTES + NONCE_BYTES, bytes.length - TAG_BYTES)),
      decipher.final(),
    ])
  } catch (cause) {
    throw new SealBroken('The sealed value was changed or belongs to another place.', { cause })
  }
}

/** The text that was sealed. */
export function openSealedText(ring: KeyRing, sealed: Uint8Array, context: string, purpose = 'seal'): string {
  return openSealed(ring, sealed, context, purpose).toString('utf8')
}

/** The id of the key a value was sealed with; to find what still has to be sealed anew after a rotation. */
export function sealedWith(sealed: Uint8Array): string {
  return String(((sealed[1] ?? 0) << 8) | (sealed[2] ?? 0)).padStart(4, '0')
}

/**
 * A hash for search and uniqueness of a NIK or KK: without the key nobody can try all numbers. Text: key id, a dot,
 * 43 characters base64url.
 */
export function keyedHash(ring: KeyRing, value: string, purpose = 'nik-hash', keyId?: string): string {
  const key = keyId === undefined ? ring.current(purpose) : ring.byId(purpose, keyId)
  return `${key.id}.${createHmac('sha256', keyObjectOf(key.bytes)).update(`${purpose}\n${value}`).digest('base64url')}`
}

/** The hashes a value may be stored under while a rotation is under way: newest key first. Search with `in`. */
export function keyedHashes(ring: KeyRing, value: string, purpose = 'nik-hash'): readonly string[] {
  return ring.all(purpose).map((key) => keyedHash(ring, value, purpose, key.id))
}

/** True when the hash was made with an older key than the current one. */
export function isOldHash(ring: KeyRing, hash: string, purpose = 'nik-hash'): boolean {
  return !hash.startsWith(`${ring.current(purpose).id}.`)
}
