// RFC 3161 time stamp tokens, made in this process by the test authority (a certified provider makes its own).
// Must stay true: the token names its certificate (ESSCertIDv2, RFC 5816) and carries it, so that `openssl ts -verify` and PDF
// readers accept it; what is the same in every token of a stamper is encoded once, since every paper waits for one.
import { createHash, sign } from 'node:crypto'
import { Set as Asn1Set, type BaseBlock, Constructed, Integer, Null, OctetString, Primitive, Sequence } from 'asn1js'
import { Accuracy, IssuerAndSerialNumber, MessageImprint, TSTInfo } from 'pkijs'
import { derOf, oid, sha256Algorithm } from './certificates.ts'
import type { KeyHolder } from './test-authority.ts'

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
export function timeStampToken(stamper: KeyHolder, hash: Uint8Array, timeMs: number, serial: Uint8Array): Uint8Array {
  const same = constantsOf(stamper)
  const info = new TSTInfo({
    version: 1,
    policy: OID.policy,
    messageImprint: new MessageImprint({
      hashAlgorithm: sha256Algorithm(),
      hashedMessage: octets(hash),
    }),
    serialNumber: new Integer({ valueHex: serial }),
    genTime: new Date(timeMs),
    accuracy: new Accuracy({ seconds: 1 }),
  })
  const content = info.toSchema().toBER(false)
  const digest = sha256(content)
  // In the order of their encodings, as DER wants a set.
  const attributes = [same.contentType, attribute(OID.messageDigest, octets(digest)), same.signingCertificate]
  const covered = new Asn1Set({ value: attributes }).toBER(false)
  const signerInfo = new Sequence({
    value: [
      new Integer({ value: 1 }),
      same.issuerAndSerial,
      same.digestAlgorithm,
      tagged(attributes),
      same.signatureAlgorithm,
      octets(sign('sha256', new Uint8Array(covered), stamper.key)),
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
const constants = new WeakMap<KeyHolder, Constants>()

function constantsOf(stamper: KeyHolder): Constants {
  const known = constants.get(stamper) ?? encodeConstants(stamper)
  constants.set(stamper, known)
  return known
}

function encodeConstants({ certificate, key }: KeyHolder): Constants {
  const { issuer, serialNumber } = certificate
  // SigningCertificateV2 with the default hash, SHA-256.
  const named = new Sequence({ value: [octets(sha256(derOf(certificate)))] })
  const certificates = new Sequence({ value: [new Sequence({ value: [named] })] })
  const algorithm = key.asymmetricKeyType === 'rsa' ? [oid(OID.rsaSha256), new Null()] : [oid(OID.ecdsaSha256)]
  return {
    contentType: encoded(attribute(OID.contentType, oid(OID.tstInfo))),
    signingCertificate: encoded(attribute(OID.signingCertificateV2, certificates)),
    issuerAndSerial: encoded(new IssuerAndSerialNumber({ issuer, serialNumber }).toSchema()),
    digestAlgorithm: encoded(sha256Algorithm().toSchema()),
    signatureAlgorithm: encoded(new Sequence({ value: algorithm })),
    certificates: holding({ tagClass: CONTEXT, tagNumber: 0 }, derOf(certificate)),
  }
}

function sha256(bytes: ArrayBuffer | Uint8Array): Uint8Array {
  return createHash('sha256').update(new Uint8Array(bytes)).digest()
}

function attribute(type: string, value: BaseBlock): Sequence {
  return new Sequence({ value: [oid(type), new Asn1Set({ value: [value] })] })
}

function octets(bytes: ArrayBuffer | Uint8Array): OctetString {
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
