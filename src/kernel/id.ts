// Ids are made where the thing is made, on the phone too. UUID v7 for rows (sorted by time), UUID v4 where order or time
// would identify someone, 128 random bits as a token for addresses. Must stay true: randomness and time come in as arguments;
// nothing here is guessable from what it names.
export type Uuid = string & { readonly __brand?: 'Uuid' }
export type Token = string & { readonly __brand?: 'Token' }
/** So many bytes from a cryptographic source. The platform hands in `crypto.getRandomValues`. */
export type RandomBytes = (length: number) => Uint8Array

/** 32 letters and digits without 0, 1, I and O: every one survives a bad print and a phone call. */
export const READABLE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const MAX_COUNTER = 0xfff
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function isUuid(value: unknown): value is Uuid {
  return typeof value === 'string' && UUID.test(value)
}

/** A UUID v4: random only, tells neither order nor time. */
export function uuidV4(random: RandomBytes): Uuid {
  return format(take(random, 16), 4)
}

/**
 * A maker of UUIDs v7 (RFC 9562): 48 bits of milliseconds, 12 bits of counter, 62 random bits. Ids of one maker always grow, even
 * within a millisecond and when the clock steps back.
 */
export function uuidV7Maker(now: () => number, random: RandomBytes): () => Uuid {
  let lastMs = -1
  let counter = 0
  return () => {
    const bytes = take(random, 16)
    const nowMs = Math.floor(now())
    if (nowMs > lastMs) {
      lastMs = nowMs
      // Start low in the counter's range, at random, so that a burst has room to grow.
      counter = ((bytes[6]! << 8) | bytes[7]!) & 0x3ff
    } else if (counter < MAX_COUNTER) counter++
    else {
      lastMs++
      counter = 0
    }
    return uuidV7(lastMs, counter, bytes)
  }
}

/** The instant inside a UUID v7, in epoch milliseconds. */
export function instantOfUuidV7(uuid: Uuid): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
}

function uuidV7(epochMs: number, counter: number, random: Uint8Array): Uuid {
  if (!Number.isSafeInteger(epochMs) || epochMs < 0 || epochMs > 0xffff_ffff_ffff)
    throw new RangeError('time outside UUID v7')
  const bytes = Uint8Array.from(random)
  for (let i = 0, rest = epochMs; i < 6; i++, rest = Math.floor(rest / 256)) bytes[5 - i] = rest % 256
  bytes[6] = counter >> 8
  bytes[7] = counter & 0xff
  return format(bytes, 7)
}

function format(bytes: Uint8Array, version: number): Uuid {
  const b = Uint8Array.from(bytes)
  b[6] = (b[6]! & 0x0f) | (version << 4)
  b[8] = (b[8]! & 0x3f) | 0x80
  let hex = ''
  for (const byte of b) hex += HEX[byte]!
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function take(random: RandomBytes, length: number): Uint8Array {
  const bytes = random(length)
  if (bytes.length !== length) throw new RangeError(`the random source gave ${bytes.length} bytes instead of ${length}`)
  return bytes
}

/** A token of 130 random bits in 26 readable characters, for addresses of documents and links. */
export function randomToken(random: RandomBytes): Token {
  return randomReadable(random, 26)
}

export function isToken(value: unknown): value is Token {
  return typeof value === 'string' && /^[2-9A-HJ-NP-Z]{26}$/.test(value)
}

/** So many readable characters, five random bits each. */
export function randomReadable(random: RandomBytes, length: number): string {
  return Array.from(take(random, length), (byte) => READABLE_ALPHABET[byte % 32]).join('')
}
