// The signed list of revoked papers that a reader keeps for days without network: 8 bytes a paper.
// Must stay true: it names editions by their random serial, never by number or person; it says when a newer one is due.
import type { RegionCode } from '../../../kernel/region-code.ts'
import { base64url, fromBase64url } from './base64url.ts'
import { isRecord, type PublishedKeys, type Reading, readSigned, type SignBytes, signedText } from './proof.ts'

const SERIAL_BYTES = 8

export type RevokedListPayload = {
  readonly i: RegionCode
  /** Made at and due again at, seconds since 1970. */
  readonly t: number
  readonly x: number
  /** Serials, sorted, side by side. */
  readonly r: string
}

export type RevokedList = {
  readonly region: RegionCode
  readonly madeAtMs: number
  readonly dueAtMs: number
  readonly count: number
  has(serial: string): boolean
}

export async function signRevokedList(
  list: {
    readonly region: RegionCode
    readonly madeAtMs: number
    readonly dueAtMs: number
    readonly serials: readonly string[]
  },
  key: SignBytes,
): Promise<string> {
  const bytes = new Uint8Array(list.serials.length * SERIAL_BYTES)
  ;[...list.serials].sort().forEach((serial, index) => {
    const part = fromBase64url(serial)
    if (part?.length !== SERIAL_BYTES) throw new RangeError('a serial has 8 bytes')
    bytes.set(part, index * SERIAL_BYTES)
  })
  const payload: RevokedListPayload = {
    i: list.region,
    t: Math.floor(list.madeAtMs / 1000),
    x: Math.floor(list.dueAtMs / 1000),
    r: base64url(bytes),
  }
  return signedText(payload, key)
}

export async function readRevokedList(text: string, keys: PublishedKeys): Promise<Reading<RevokedList>> {
  const reading = await readSigned(text, keys, isPayload)
  if (reading.verdict !== 'signed') return reading
  const { i, t, x, r } = reading.payload
  const bytes = fromBase64url(r)
  if (bytes === undefined || bytes.length % SERIAL_BYTES !== 0) return { verdict: 'unreadable' }
  const serials = new Set<string>()
  for (let at = 0; at < bytes.length; at += SERIAL_BYTES) serials.add(base64url(bytes.subarray(at, at + SERIAL_BYTES)))
  const payload = {
    region: i,
    madeAtMs: t * 1000,
    dueAtMs: x * 1000,
    count: serials.size,
    has: (serial: string) => serials.has(serial),
  }
  return { verdict: 'signed', payload }
}

function isPayload(value: unknown): value is RevokedListPayload {
  return (
    isRecord(value) &&
    typeof value.i === 'string' &&
    typeof value.r === 'string' &&
    typeof value.t === 'number' &&
    typeof value.x === 'number'
  )
}
