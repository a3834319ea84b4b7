// What a signed PDF has more than the prepared one: the signature and what it covers. Must stay true: the prepared bytes stand
// unchanged at the start and the signature covers the whole file, or a fault is told; whether it verifies is not asked here.
import { isPlainSignatureOf } from './plain-signature.ts'

export type SignedFault = 'changed' | 'not-signed' | 'not-covered' | 'broken'

/** `cms` in DER with what pads it, over the bytes `covered`. */
export type SignedPart = { readonly cms: Buffer; readonly covered: Buffer }

export function signedPartOf(prepared: Uint8Array, signed: Uint8Array): SignedPart | SignedFault {
  if (signed.length <= prepared.length || Buffer.compare(signed.subarray(0, prepared.length), prepared) !== 0)
    return 'changed'
  const added = Buffer.from(
    signed.buffer,
    signed.byteOffset + prepared.length,
    signed.length - prepared.length,
  ).toString('latin1')
  const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(added)?.slice(1).map(Number)
  if (range === undefined) return 'not-signed'
  const [start = 0, before = 0, after = 0, rest = 0] = range
  // The only part that a signature cannot cover is itself: one hexadecimal string.
  const hole = Buffer.from(signed.subarray(before, after)).toString('latin1')
  if (start !== 0 || before < prepared.length || after + rest !== signed.length || !/^<[0-9A-Fa-f]*>$/.test(hole))
    return 'not-covered'
  return {
    cms: Buffer.from(hole.slice(1, -1), 'hex'),
    covered: Buffer.concat([signed.subarray(0, before), signed.subarray(after)]),
  }
}

/** True when a signed file is in order and its signature of the usual kind, which takes a fraction of a millisecond to see. */
export function isPlainlySigned(prepared: Uint8Array, signed: Uint8Array): boolean {
  const part = signedPartOf(prepared, signed)
  return typeof part !== 'string' && isPlainSignatureOf(part.cms, part.covered)
}
