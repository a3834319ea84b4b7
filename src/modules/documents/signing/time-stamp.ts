// RFC 3161 time stamp tokens, made in this process by the test authority (a certified provider makes its own).
// Must stay true: the token names its certificate (ESSCertIDv2, RFC 5816) and carries it, so that
// `openssl ts -verify` and PDF readers accept it.
import { Integer, OctetString, Sequence } from 'asn1js'
import {
  Accuracy,
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs'
import { derOf, engine, oid, type Party, sha256Algorithm } from './certificates.ts'

const OID = {
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signedData: '1.2.840.113549.1.7.2',
  // An arc for private use (2.25 + a UUID); a real authority publishes its policy.
  policy: '2.25.329800735698586629295641978511506172918',
} as const

export type TimeStamper = Party & {
  /** Certificates to carry beside the stamper's own. */ readonly chain: readonly Certificate[]
}

/** A DER TimeStampToken over a SHA-256 hash. `serial` must be unique for the authority. */
export async function timeStampToken(
  stamper: Party,
  hash: Uint8Array,
  timeMs: number,
  serial: Uint8Array,
): Promise<Uint8Array> {
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
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: OID.tstInfo,
      eContent: new OctetString({ valueHex: content }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: stamper.certificate.issuer,
          serialNumber: stamper.certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({ type: OID.contentType, values: [oid(OID.tstInfo)] }),
            new Attribute({
              type: OID.messageDigest,
              values: [new OctetString({ valueHex: await crypto.subtle.digest('SHA-256', content) })],
            }),
            new Attribute({ type: OID.signingCertificateV2, values: [await signingCertificate(stamper.certificate)] }),
          ],
        }),
      }),
    ],
    certificates: [stamper.certificate],
  })
  await signed.sign(stamper.keys.privateKey, 0, 'SHA-256', undefined, engine)
  return new Uint8Array(
    new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) }).toSchema().toBER(false),
  )
}

/** SigningCertificateV2 with the default hash, SHA-256. */
async function signingCertificate(certificate: Certificate): Promise<Sequence> {
  const hash = await crypto.subtle.digest('SHA-256', derOf(certificate))
  return new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: hash })] })] })],
  })
}

function copy(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
