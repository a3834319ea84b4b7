// Looks at what a signer gave back before it is stored: a provider's wrong file must never become somebody's deed.
// Must stay true: the prepared bytes stand unchanged at the start, the signature covers the whole file, and it verifies.
import { fromBER } from 'asn1js'
import { ContentInfo, SignedData } from 'pkijs'
import { engine } from './certificates.ts'
import { isPlainSignatureOf } from './plain-signature.ts'

export type SignedFault = 'changed' | 'not-signed' | 'not-covered' | 'broken'

/** What is wrong with a signed file; undefined when it is in order. Whom the certificate names is the provider's matter. */
export async function faultOfSigned(prepared: Uint8Array, signed: Uint8Array): Promise<SignedFault | undefined> {
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
  const covered = Buffer.concat([signed.subarray(0, before), signed.subarray(after)])
  const cms = Buffer.from(hole.slice(1, -1), 'hex')
  return isPlainSignatureOf(cms, covered) || (await isSignatureOf(cms, covered)) ? undefined : 'broken'
}

/** By the library: every kind of signature, at some ten times the cost of the usual one. */
export async function isSignatureOf(padded: Uint8Array, covered: Uint8Array): Promise<boolean> {
  const parsed = fromBER(new Uint8Array(padded))
  if (parsed.offset === -1) return false
  try {
    const data = new SignedData({ schema: new ContentInfo({ schema: parsed.result }).content })
    return await data.verify({ signer: 0, data: new Uint8Array(covered).buffer, checkChain: false }, engine)
  } catch {
    // Whatever cannot be read as a signature is none.
    return false
  }
}
