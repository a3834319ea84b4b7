// Looks at what a signer gave back before it is stored: a provider's wrong file must never become somebody's deed.
// Must stay true: the prepared bytes stand unchanged at the start, the signature covers the whole file, and it verifies.
import { fromBER } from 'asn1js'
import { ContentInfo, SignedData } from 'pkijs'
import { engine } from './certificates.ts'
import { isPlainSignatureOf } from './plain-signature.ts'
import { type SignedFault, signedPartOf } from './signed-part.ts'

/** What is wrong with a signed file; undefined when it is in order. Whom the certificate names is the provider's matter. */
export async function faultOfSigned(prepared: Uint8Array, signed: Uint8Array): Promise<SignedFault | undefined> {
  const part = signedPartOf(prepared, signed)
  if (typeof part === 'string') return part
  const { cms, covered } = part
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
