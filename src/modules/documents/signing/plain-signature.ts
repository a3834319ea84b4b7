// The signature that nearly every signer makes, checked without building its whole tree: CMS in DER, detached, one signer named
// by issuer and serial number, signed attributes, RSA (PKCS #1 v1.5) or ECDSA over SHA-2 (RFC 5652 sections 5.3 to 5.6).
// Must stay true: it says yes or nothing. Whatever it does not know or does not find right is left to the library, which alone
// may call a signature broken; a test changes every byte of one and asks both.
import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto'

/** One value in DER: its tag, where it begins, where its content begins, where it ends (bytes of the whole). */
type Value = { readonly tag: number; readonly start: number; readonly content: number; readonly end: number }

const TAG = { integer: 0x02, octets: 0x04, oid: 0x06, sequence: 0x30, set: 0x31, context0: 0xa0 } as const
const SIGNED_DATA = [TAG.integer, TAG.set, TAG.sequence, TAG.context0, TAG.set]
const SIGNER_INFO = [TAG.integer, TAG.sequence, TAG.sequence, TAG.context0, TAG.sequence, TAG.octets]
const OID = {
  data: '2a864886f70d010701',
  signedData: '2a864886f70d010702',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
} as const
const DIGESTS: Readonly<Record<string, string>> = {
  '608648016503040201': 'sha256',
  '608648016503040202': 'sha384',
  '608648016503040203': 'sha512',
}
/** Signature algorithms: the kind of key, and the digest where the algorithm names one. */
const ALGORITHMS: Readonly<Record<string, { readonly key: 'rsa' | 'ec'; readonly digest?: string }>> = {
  '2a864886f70d010101': { key: 'rsa' },
  '2a864886f70d01010b': { key: 'rsa', digest: 'sha256' },
  '2a864886f70d01010c': { key: 'rsa', digest: 'sha384' },
  '2a864886f70d01010d': { key: 'rsa', digest: 'sha512' },
  '2a8648ce3d040302': { key: 'ec', digest: 'sha256' },
  '2a8648ce3d040303': { key: 'ec', digest: 'sha384' },
  '2a8648ce3d040304': { key: 'ec', digest: 'sha512' },
}

/** True when `cms` (DER, anything may stand behind it) is a right signature of `covered`; false when it is not or is of another kind. */
export function isPlainSignatureOf(cms: Buffer, covered: Uint8Array): boolean {
  try {
    return holds(cms, covered)
  } catch {
    // Not DER, or a certificate that cannot be read.
    return false
  }
}

function holds(cms: Buffer, covered: Uint8Array): boolean {
  const [type, wrapped] = parts(cms, valueAt(cms, 0, cms.length), TAG.sequence, [TAG.oid, TAG.context0])
  if (hexOf(cms, type) !== OID.signedData) return false
  const content = only(cms, wrapped, TAG.context0)
  // Version, digests, what is signed, certificates, signers: no list of revoked ones, which plain signers do not carry.
  const [, digests, signed, certificates, signers] = parts(cms, content, TAG.sequence, SIGNED_DATA)
  // Detached: the type of what is signed stands there, and nothing else.
  const what = only(cms, signed, TAG.sequence)
  if (what?.tag !== TAG.oid || hexOf(cms, what) !== OID.data) return false
  const [, signer, digestOf, attributes, algorithmOf, signature] = parts(
    cms,
    only(cms, signers, TAG.set),
    TAG.sequence,
    SIGNER_INFO,
  )
  const digest = DIGESTS[oidOf(cms, digestOf)]
  const algorithm = ALGORITHMS[oidOf(cms, algorithmOf)]
  if (oidOf(cms, only(cms, digests, TAG.set)) !== oidOf(cms, digestOf)) return false
  if (digest === undefined || algorithm === undefined || (algorithm.digest ?? digest) !== digest) return false
  if (attributeOf(cms, attributes, OID.contentType, TAG.oid) !== OID.data) return false
  const said = Buffer.from(attributeOf(cms, attributes, OID.messageDigest, TAG.octets) ?? '', 'hex')
  const right = createHash(digest).update(covered).digest()
  if (said.length !== right.length || !timingSafeEqual(said, right)) return false
  const certificate = certificateOf(cms, certificates, signer)
  if (certificate === undefined || attributes === undefined || signature === undefined) return false
  const { publicKey } = new X509Certificate(certificate)
  if (publicKey.asymmetricKeyType !== algorithm.key) return false
  // What is signed is the attributes as a SET, which they are not inside of the signature.
  const set = Buffer.from(rawOf(cms, attributes))
  set[0] = TAG.set
  return verify(digest, set, publicKey, cms.subarray(signature.content, signature.end))
}

/** The certificate of an issuer and serial number among those carried. */
function certificateOf(cms: Buffer, certificates: Value | undefined, named: Value | undefined): Buffer | undefined {
  const [issuer, serial] = inside(cms, named).map((value) => rawOf(cms, value))
  if (issuer === undefined || serial === undefined) return undefined
  for (const certificate of inside(cms, certificates)) {
    const facts = inside(cms, inside(cms, certificate)[0])
    const [itsSerial, , itsIssuer] = facts[0]?.tag === TAG.context0 ? facts.slice(1) : facts
    if (itsSerial === undefined || itsIssuer === undefined) continue
    if (rawOf(cms, itsIssuer).equals(issuer) && rawOf(cms, itsSerial).equals(serial)) return rawOf(cms, certificate)
  }
  return undefined
}

/** The one value of a signed attribute, its content in hex; undefined when the attribute is missing, double or has several. */
function attributeOf(cms: Buffer, attributes: Value | undefined, name: string, tag: number): string | undefined {
  const found = inside(cms, attributes).filter((attribute) => oidOf(cms, attribute) === name)
  const [, values] = parts(cms, found.length === 1 ? found[0] : undefined, TAG.sequence, [TAG.oid, TAG.set])
  const value = only(cms, values, TAG.set)
  return value?.tag === tag ? hexOf(cms, value) : undefined
}

function valueAt(bytes: Buffer, start: number, limit: number): Value {
  const tag = bytes[start]
  const short = bytes[start + 1]
  if (tag === undefined || short === undefined || (tag & 0x1f) === 0x1f) throw new RangeError('no DER value')
  const digits = short < 0x80 ? 0 : short & 0x7f
  // 0x80 is a length that is told by its end, which DER does not know.
  if (short === 0x80 || digits > 3) throw new RangeError('no DER length')
  const content = start + 2 + digits
  const end = content + (digits === 0 ? short : bytes.readUIntBE(start + 2, digits))
  if (end > limit) throw new RangeError('a DER value longer than its place')
  return { tag, start, content, end }
}

function inside(bytes: Buffer, value: Value | undefined): readonly Value[] {
  const values: Value[] = []
  for (let at = value?.content ?? 0; at < (value?.end ?? 0); at = values.at(-1)!.end)
    values.push(valueAt(bytes, at, value!.end))
  return values
}

/** The values inside of one with this tag, when theirs are these (more may follow); none otherwise. */
function parts(bytes: Buffer, value: Value | undefined, tag: number, tags: readonly number[]): readonly Value[] {
  const values = value?.tag === tag ? inside(bytes, value) : []
  return tags.every((wanted, index) => values[index]?.tag === wanted) ? values : []
}

/** The only value inside of one with this tag. */
function only(bytes: Buffer, value: Value | undefined, tag: number): Value | undefined {
  const values = value?.tag === tag ? inside(bytes, value) : []
  return values.length === 1 ? values[0] : undefined
}

/** The name with which an algorithm or an attribute begins. */
function oidOf(bytes: Buffer, value: Value | undefined): string {
  return hexOf(bytes, parts(bytes, value, TAG.sequence, [TAG.oid])[0])
}

function rawOf(bytes: Buffer, value: Value): Buffer {
  return bytes.subarray(value.start, value.end)
}

function hexOf(bytes: Buffer, value: Value | undefined): string {
  return value === undefined ? '' : bytes.subarray(value.content, value.end).toString('hex')
}
