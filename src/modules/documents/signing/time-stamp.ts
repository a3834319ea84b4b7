// RFC 3161 time stamp tokens, made in this process by the test authority (a certified provider makes its own).
// Must stay true: the token names its certificate (ESSCertIDv2, RFC 5816) and carries it, so that `openssl ts -verify` and PDF
// readers accept it; what is the same in every token of a stamper is encoded once, since every paper waits for one.
import { Set as Asn1Set, type BaseBlock, Constructed, Integer, Null, OctetString, Primitive, Sequence } from 'asn1js'
import { Accuracy, createCMSECDSASignature, IssuerAndSerialNumber, MessageImprint, TSTInfo } from 'pkijs'
import { derOf, oid, type Party, sha256Algorithm } from './certificates.ts'

const OID = {
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signedData: '1.2.840.113549.1.7.2',
  rsaSha256: '1.2.840.113549.1.1.11',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  // An arc for private use (2.25 + a UUID); a real authority publishes its policy.
  policy: '2.25.329800735698586629295641978511506172918',
} as const
/** Tags of the class "context specific". */
const CONTEXT = 3

/** A DER TimeStampToken over a SHA-256 hash. `serial` must be unique for the authority. */
export async function timeStampToken(
  stamper: Party,
  hash: Uint8Array,
  timeMs: number,
  serial: Uint8Array,
): Promise<Uint8Array> {
  const same = await constantsOf(stamper)
  const info = new TSTInfo({
    version: 1,
    policy: OID.policy,
    messageImprint: new MessageImprint({
      hashAlgorithm: sha256Algorithm(),
      hashedMessage: new OctetString({ valueHex: copy(hash) }),
    }),
    serialNumber: new Integer({ valueHex: copy(serial) }),
    genTime: new Date(timeMs),
    accuracy: new Accuracy({ seconds: 1 }),
  })
  const content = info.toSchema().toBER(false)
  const digest = await crypto.subtle.digest('SHA-256', content)
  // In the order of their encodings, as DER wants a set.
  const attributes = [same.contentType, attribute(OID.messageDigest, octets(digest)), same.signingCertificate]
  const signature = await signatureOf(stamper, new Asn1Set({ value: attributes }).toBER(false))
  const signerInfo = new Sequence({
    value: [
      new Integer({ value: 1 }),
      same.issuerAndSerial,
      same.digestAlgorithm,
      tagged(attributes),
      same.signatureAlgorithm,
      octets(signature),
    ],
  })
  const signedData = new Sequence({
    value: [
      new Integer({ value: 3 }),
      new Asn1Set({ value: [same.digestAlgorithm] }),
      new Sequence({ value: [oid(OID.tstInfo), tagged([octets(content)])] }),
      same.certificates,
      new Asn1Set({ value: [signerInfo] }),
    ],
  })
  const token = new Sequence({ value: [oid(OID.signedData), tagged([signedData])] })
  return new Uint8Array(token.toBER(false))
}

type Constants = Readonly<
  Record<
    | 'contentType'
    | 'signingCertificate'
    | 'issuerAndSerial'
    | 'digestAlgorithm'
    | 'signatureAlgorithm'
    | 'certificates',
    BaseBlock
  >
>
const constants = new WeakMap<Party, Promise<Constants>>()

function constantsOf(stamper: Party): Promise<Constants> {
  const known = constants.get(stamper) ?? encodeConstants(stamper)
  constants.set(stamper, known)
  return known
}

async function encodeConstants({ certificate, keys }: Party): Promise<Constants> {
  const { issuer, serialNumber } = certificate
  const hash = octets(await crypto.subtle.digest('SHA-256', derOf(certificate)))
  // SigningCertificateV2 with the default hash, SHA-256.
  const named = new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [hash] })] })] })
  const isRsa = keys.privateKey.algorithm.name !== 'ECDSA'
  return {
    contentType: encoded(attribute(OID.contentType, oid(OID.tstInfo))),
    signingCertificate: encoded(attribute(OID.signingCertificateV2, named)),
    issuerAndSerial: encoded(new IssuerAndSerialNumber({ issuer, serialNumber }).toSchema()),
    digestAlgorithm: encoded(sha256Algorithm().toSchema()),
    signatureAlgorithm: encoded(
      new Sequence({ value: isRsa ? [oid(OID.rsaSha256), new Null()] : [oid(OID.ecdsaSha256)] }),
    ),
    certificates: holding({ tagClass: CONTEXT, tagNumber: 0 }, derOf(certificate)),
  }
}

/** CMS wants an ECDSA signature in DER; the web interface gives its two numbers beside each other. */
async function signatureOf({ keys }: Party, bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const { name } = keys.privateKey.algorithm
  const signature = await crypto.subtle.sign({ name, hash: 'SHA-256' }, keys.privateKey, bytes)
  return name === 'ECDSA' ? createCMSECDSASignature(signature) : signature
}

function attribute(type: string, value: BaseBlock): Sequence {
  return new Sequence({ value: [oid(type), new Asn1Set({ value: [value] })] })
}

function octets(bytes: ArrayBuffer): OctetString {
  return new OctetString({ valueHex: bytes })
}

/** Under the tag [0]. */
function tagged(value: BaseBlock[]): Constructed {
  return new Constructed({ idBlock: { tagClass: CONTEXT, tagNumber: 0 }, value })
}

/** The same value with what it holds already in bytes. */
function encoded({ idBlock, valueBlock }: BaseBlock): Primitive {
  return holding(idBlock, valueBlock.toBER(false))
}

function holding(tag: { readonly tagClass: number; readonly tagNumber: number }, bytes: BufferSource): Primitive {
  const block = new Primitive({ idBlock: { tagClass: tag.tagClass, tagNumber: tag.tagNumber }, valueHex: bytes })
  block.idBlock.isConstructed = true
  return block
}

function copy(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
