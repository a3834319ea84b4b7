// The signer of installations without a certified provider: signs with the test authority, in this process.
// Must stay true: everything it signs is marked as not official (`specimen`); it can be set down, to rehearse an outage.
import { type DigestAlgorithm, PDF, type Signer as PdfSigner, type TimestampAuthority } from '@libpdf/core'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import { derOf, RSA_SHA256 } from './certificates.ts'
import type { SignedFile, Signer, SignerStatus, SignRequest } from './signer.ts'
import type { TestAuthority } from './test-authority.ts'
import { timeStampToken } from './time-stamp.ts'

const PROVIDER = 'test'
const SIGNATURE_FIELD = 'TandaTangan'
// Three certificates and a time stamp take 5.4 kB; what is reserved but unused is padding in every file.
const SIGNATURE_ROOM_BYTES = 7168

export class TestSigner implements Signer {
  readonly #authority: TestAuthority
  readonly #pdfSigner: PdfSigner
  #isDown = false

  /** `elsewhere` signs with the same keys in another thread. */
  constructor(
    authority: TestAuthority,
    readonly elsewhere?: (pdf: Uint8Array, request: SignRequest) => Promise<Result<SignedFile>>,
  ) {
    this.#authority = authority
    this.#pdfSigner = {
      certificate: derOf(authority.signer.certificate),
      certificateChain: [derOf(authority.authority.certificate), derOf(authority.root.certificate)],
      keyType: 'RSA',
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
      sign: async (data) =>
        new Uint8Array(await crypto.subtle.sign(RSA_SHA256, authority.signer.keys.privateKey, new Uint8Array(data))),
    }
  }

  /** Rehearses an outage of the provider. */
  setDown(isDown: boolean): void {
    this.#isDown = isDown
  }

  async sign(pdf: Uint8Array, request: SignRequest): Promise<Result<SignedFile>> {
    if (this.#isDown) return refuse('signer-unavailable', undefined, { provider: PROVIDER })
    if (this.elsewhere !== undefined) return this.elsewhere(pdf, request)
    const document = await PDF.load(pdf)
    const { bytes } = await document.sign({
      signer: this.#pdfSigner,
      level: 'B-T',
      digestAlgorithm: 'SHA-256',
      estimatedSize: SIGNATURE_ROOM_BYTES,
      fieldName: SIGNATURE_FIELD,
      reason: request.reason,
      location: request.location,
      contactInfo: request.signerName,
      signingTime: new Date(request.timeMs),
      timestampAuthority: this.#stampAt(request.timeMs),
    })
    return accept({ bytes, provider: PROVIDER, certificateSerial: serialOf(this.#authority) })
  }

  async status(): Promise<SignerStatus> {
    return {
      provider: PROVIDER,
      state: this.#isDown ? 'down' : 'up',
      certificateOf: 'otoritas uji Puja Indah',
      specimen: true,
      certificateUntilMs: this.#authority.signer.certificate.notAfter.value.getTime(),
    }
  }

  #stampAt(timeMs: number): TimestampAuthority {
    const { timeStamper } = this.#authority
    return {
      timestamp: async (digest: Uint8Array, algorithm: DigestAlgorithm) => {
        if (algorithm !== 'SHA-256') throw new Error(`no time stamp over ${algorithm}`)
        const serial = crypto.getRandomValues(new Uint8Array(12))
        serial[0] = (serial[0]! & 0x7f) | 0x40
        return timeStampToken(timeStamper, digest, timeMs, serial)
      },
    }
  }
}

function serialOf(authority: TestAuthority): string {
  return Buffer.from(authority.signer.certificate.serialNumber.valueBlock.valueHexView).toString('hex')
}
