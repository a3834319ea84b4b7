// One signature of the test authority: PAdES with a time stamp (B-T), by the signing library. Must stay true: what is reserved for
// the signature is filled by it alone, so that the file stands as it was prepared.
import { sign } from 'node:crypto'
import { type DigestAlgorithm, PDF, type Signer, type TimestampAuthority } from '@libpdf/core'
import { accept, type Result } from '../../../kernel/refusal.ts'
import { derOf } from './certificates.ts'
import { type SignedFile, type SignRequest, TEST_PROVIDER } from './signer.ts'
import type { TestAuthority } from './test-authority.ts'
import { timeStampToken } from './time-stamp.ts'

const SIGNATURE_FIELD = 'TandaTangan'
// Two certificates and a time stamp take 3 kB, and 4.4 kB with RSA; what is reserved but unused is padding in every file.
const SIGNATURE_ROOM_BYTES = { EC: 4096, RSA: 6144 } as const

export async function signWith(
  authority: TestAuthority,
  pdf: Uint8Array,
  request: SignRequest,
): Promise<Result<SignedFile>> {
  const document = await PDF.load(pdf)
  const signer = pdfSigner(authority)
  const { bytes } = await document.sign({
    signer,
    level: 'B-T',
    digestAlgorithm: 'SHA-256',
    estimatedSize: SIGNATURE_ROOM_BYTES[signer.keyType],
    fieldName: SIGNATURE_FIELD,
    reason: request.reason,
    location: request.location,
    contactInfo: request.signerName,
    signingTime: new Date(request.timeMs),
    timestampAuthority: stampAt(authority, request.timeMs),
  })
  return accept({ bytes, provider: TEST_PROVIDER, certificateSerial: serialOf(authority) })
}

function pdfSigner({ signer, authority }: TestAuthority): Signer {
  const isRsa = signer.key.asymmetricKeyType === 'rsa'
  return {
    certificate: derOf(signer.certificate),
    // Without the root: whoever checks holds it, or does not trust it.
    certificateChain: [derOf(authority.certificate)],
    keyType: isRsa ? 'RSA' : 'EC',
    signatureAlgorithm: isRsa ? 'RSASSA-PKCS1-v1_5' : 'ECDSA',
    // In this thread: a tenth of a millisecond, and a trip to another waits for a core.
    sign: async (bytes, algorithm) => sign(algorithm.replace('-', ''), bytes, signer.key),
  }
}

function stampAt({ timeStamper }: TestAuthority, timeMs: number): TimestampAuthority {
  return {
    timestamp: async (digest: Uint8Array, algorithm: DigestAlgorithm) => {
      if (algorithm !== 'SHA-256') throw new Error(`no time stamp over ${algorithm}`)
      const serial = crypto.getRandomValues(new Uint8Array(12))
      serial[0] = (serial[0]! & 0x7f) | 0x40
      return timeStampToken(timeStamper, digest, timeMs, serial)
    },
  }
}

function serialOf(authority: TestAuthority): string {
  return Buffer.from(authority.signer.certificate.serialNumber.valueBlock.valueHexView).toString('hex')
}
