// The signed part of the QR: a compact JWS (RFC 7515, EdDSA of RFC 8037) that can be checked without network against
// published keys. Must stay true: under 700 bytes, nothing about the person, usable in Node and in browsers alike.
import type { PlainDate } from '../../../kernel/date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { base64url, fromBase64url } from './base64url.ts'

export const LARGEST_PROOF_BYTES = 700

/** Short names keep the QR coarse enough for a cheap printer. */
export type ProofPayload = {
  /** Issuer: code of the region. */
  readonly i: RegionCode
  /** Kind of document. */
  readonly k: string
  /** Number as it may be shown (a family card number is masked). */
  readonly n: string
  /** Date of issue. */
  readonly d: PlainDate
  /** Serial of this edition, 8 bytes base64url: what the list of revoked papers names. */
  readonly j: string
  /** Hash of the printed values (`printedHash`), base64url. */
  readonly h: string
}

export type PublishedKey = {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly use: 'sig'
  readonly alg: 'EdDSA'
}
export type PublishedKeys = { readonly keys: readonly PublishedKey[] }

/** Signs bytes with the key of this id; the key itself stays with whoever made the function. */
export type SignBytes = { readonly kid: string; sign(bytes: Uint8Array): Promise<Uint8Array> }

export async function signedText(payload: object, key: SignBytes): Promise<string> {
  const words = new TextEncoder()
  const header = base64url(words.encode(JSON.stringify({ alg: 'EdDSA', kid: key.kid })))
  const signed = `${header}.${base64url(words.encode(JSON.stringify(payload)))}`
  return `${signed}.${base64url(await key.sign(words.encode(signed)))}`
}

export async function signProof(payload: ProofPayload, key: SignBytes): Promise<string> {
  const proof = await signedText(payload, key)
  if (proof.length >= LARGEST_PROOF_BYTES) throw new RangeError(`proof of ${proof.length} bytes is too large for a QR`)
  return proof
}

/** `unsupported`: this browser cannot check Ed25519; that says nothing about the paper. */
export type Reading<T> =
  | { readonly verdict: 'signed'; readonly payload: T }
  | { readonly verdict: 'unreadable' | 'unknown-key' | 'forged' | 'unsupported' }

/** Checks a compact JWS against published keys. The algorithm is the key's, never the header's word alone. */
export async function readSigned<T>(
  text: string,
  keys: PublishedKeys,
  isPayload: (value: unknown) => value is T,
): Promise<Reading<T>> {
  const [head, body, tail, ...more] = text.split('.')
  const header = jsonOf(head)
  const payload = jsonOf(body)
  const signature = fromBase64url(tail ?? '')
  if (more.length > 0 || signature?.length !== 64 || !isHeader(header) || !isPayload(payload))
    return { verdict: 'unreadable' }
  const key = keys.keys.find((candidate) => candidate.kid === header.kid)
  if (key === undefined) return { verdict: 'unknown-key' }
  try {
    const { kty, crv, x } = key
    const imported = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify'])
    const isSigned = await crypto.subtle.verify(
      { name: 'Ed25519' },
      imported,
      signature,
      new TextEncoder().encode(`${head}.${body}`),
    )
    return isSigned ? { verdict: 'signed', payload } : { verdict: 'forged' }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return { verdict: 'unsupported' }
    throw error
  }
}

export function readProof(text: string, keys: PublishedKeys): Promise<Reading<ProofPayload>> {
  return readSigned(text, keys, isProofPayload)
}

function isProofPayload(value: unknown): value is ProofPayload {
  return isRecord(value) && ['i', 'k', 'n', 'd', 'j', 'h'].every((name) => typeof value[name] === 'string')
}

function isHeader(value: unknown): value is { alg: 'EdDSA'; kid: string } {
  return isRecord(value) && value.alg === 'EdDSA' && typeof value.kid === 'string'
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function jsonOf(part: string | undefined): unknown {
  const bytes = fromBase64url(part ?? '')
  if (bytes === undefined) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
