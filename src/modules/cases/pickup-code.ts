// The code by which the receiver of a packet is known: sent to the applicant when the cards are ready, told at the counter.
// It is computed from the case and a key, so it is kept nowhere. Must stay true: six digits; an older key's code still holds.
import { createHash } from 'node:crypto'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHash, keyedHashes } from '../../platform/secrets/seal.ts'

const codeOf = (hash: string): string =>
  String(createHash('sha256').update(hash).digest().readUInt32BE(0) % 1_000_000).padStart(6, '0')
const text = (caseId: string): string => `pickup:${caseId}`

export function pickupCode(ring: KeyRing, caseId: string): string {
  return codeOf(keyedHash(ring, text(caseId)))
}

export function isPickupCode(ring: KeyRing, caseId: string, typed: string): boolean {
  const digits = typed.replace(/\D/g, '')
  return keyedHashes(ring, text(caseId)).some((hash) => codeOf(hash) === digits)
}
