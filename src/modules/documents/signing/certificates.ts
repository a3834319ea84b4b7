// X.509 certificates for the test authority: a root, an issuing authority, a signer, a time stamper.
// Must stay true: profiles follow RFC 5280 (and RFC 3161 section 2.3 for the time stamper), because pdfsig and openssl check them.
import {
  Set as Asn1Set,
  BitString,
  fromBER,
  Integer,
  ObjectIdentifier,
  OctetString,
  PrintableString,
  Sequence,
  Utf8String,
} from 'asn1js'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  CryptoEngine,
  Extension,
  ExtKeyUsage,
  RelativeDistinguishedNames,
} from 'pkijs'

export const engine = new CryptoEngine({ name: 'puja', crypto: globalThis.crypto })
/** What new certificates are made of: a tenth of the time of RSA, to make and to sign with, and a third of its size. */
const EC_P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** One that is being made. */
export type Party = { readonly certificate: Certificate; readonly keys: CryptoKeyPair }
export type Profile = 'root' | 'authority' | 'signer' | 'time-stamper'
export type CertificateFacts = {
  readonly profile: Profile
  readonly commonName: string
  readonly organization: string
  readonly fromMs: number
  readonly untilMs: number
}

const OID = {
  country: '2.5.4.6',
  organization: '2.5.4.10',
  commonName: '2.5.4.3',
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKey: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  documentSigning: '1.3.6.1.5.5.7.3.36',
} as const
// Bits of KeyUsage, first bit leftmost: digitalSignature 0, nonRepudiation 1, keyCertSign 5, cRLSign 6.
const KEY_USAGE: Readonly<Record<Profile, number>> = { root: 0x06, authority: 0x06, signer: 0xc0, 'time-stamper': 0xc0 }

export async function issueCertificate(facts: CertificateFacts, issuer: Party | undefined): Promise<Party> {
  const keys = await crypto.subtle.generateKey(EC_P256, true, ['sign', 'verify'])
  const certificate = new Certificate({ version: 2 })
  certificate.serialNumber = new Integer({ valueHex: positiveBytes(crypto.getRandomValues(new Uint8Array(16))) })
  certificate.subject = nameOf(facts)
  certificate.issuer = issuer?.certificate.subject ?? nameOf(facts)
  certificate.notBefore.value = new Date(facts.fromMs)
  certificate.notAfter.value = new Date(facts.untilMs)
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine)
  certificate.extensions = await extensionsOf(facts.profile, certificate, issuer?.certificate ?? certificate)
  await certificate.sign(issuer?.keys.privateKey ?? keys.privateKey, 'SHA-256', engine)
  return { certificate, keys }
}

/** A distinguished name with one attribute in each RDN (pkijs by itself would put all into one). */
function nameOf(facts: CertificateFacts): RelativeDistinguishedNames {
  const attributes = [
    new AttributeTypeAndValue({ type: OID.country, value: new PrintableString({ value: 'ID' }) }),
    new AttributeTypeAndValue({ type: OID.organization, value: new Utf8String({ value: facts.organization }) }),
    new AttributeTypeAndValue({ type: OID.commonName, value: new Utf8String({ value: facts.commonName }) }),
  ]
  const sequence = new Sequence({
    value: attributes.map((attribute) => new Asn1Set({ value: [attribute.toSchema()] })),
  })
  return new RelativeDistinguishedNames({ schema: fromBER(sequence.toBER(false)).result })
}

async function extensionsOf(profile: Profile, certificate: Certificate, issuer: Certificate): Promise<Extension[]> {
  const isAuthority = profile === 'root' || profile === 'authority'
  const purposes =
    profile === 'time-stamper'
      ? [OID.timeStamping]
      : profile === 'signer'
        ? [OID.emailProtection, OID.documentSigning]
        : []
  const constraints = isAuthority
    ? new BasicConstraints({ cA: true, ...(profile === 'authority' ? { pathLenConstraint: 0 } : {}) })
    : new BasicConstraints()
  const usage = KEY_USAGE[profile]
  const extensions = [
    extension(OID.basicConstraints, true, constraints.toSchema()),
    extension(
      OID.keyUsage,
      true,
      new BitString({ valueHex: new Uint8Array([usage]).buffer, unusedBits: isAuthority ? 1 : 6 }),
    ),
    extension(OID.subjectKey, false, new OctetString({ valueHex: await keyIdentifier(certificate) })),
    extension(
      OID.authorityKey,
      false,
      new AuthorityKeyIdentifier({
        keyIdentifier: new OctetString({ valueHex: await keyIdentifier(issuer) }),
      }).toSchema(),
    ),
  ]
  // A time stamper's purpose must be critical and alone.
  if (purposes.length > 0)
    extensions.push(
      extension(
        OID.extendedKeyUsage,
        profile === 'time-stamper',
        new ExtKeyUsage({ keyPurposes: purposes }).toSchema(),
      ),
    )
  return extensions
}

function extension(extnID: string, critical: boolean, value: { toBER(sizeOnly?: boolean): ArrayBuffer }): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER(false) })
}

async function keyIdentifier(certificate: Certificate): Promise<ArrayBuffer> {
  return crypto.subtle.digest(
    'SHA-1',
    certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView as Uint8Array<ArrayBuffer>,
  )
}

/** A DER integer without a leading zero byte that is not negative. */
function positiveBytes(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  bytes[0] = (bytes[0]! & 0x7f) | 0x40
  return bytes.buffer
}

const encoded = new WeakMap<Certificate, Uint8Array<ArrayBuffer>>()

/** The bytes of a finished certificate; encoded once, since the authority's four go into every signature. */
export function derOf(certificate: Certificate): Uint8Array<ArrayBuffer> {
  const known = encoded.get(certificate) ?? new Uint8Array(certificate.toSchema(true).toBER(false))
  encoded.set(certificate, known)
  return known
}

export function certificateOf(der: Uint8Array): Certificate {
  const parsed = fromBER(new Uint8Array(der))
  if (parsed.offset === -1) throw new Error('not a DER certificate')
  return new Certificate({ schema: parsed.result })
}

export function pemOf(label: 'CERTIFICATE' | 'PRIVATE KEY', der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

export function derOfPem(pem: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, ''), 'base64'))
}

export function sha256Algorithm(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })
}

export function oid(value: string): ObjectIdentifier {
  return new ObjectIdentifier({ value })
}
