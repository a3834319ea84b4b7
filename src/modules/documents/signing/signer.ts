// The port to whoever signs: a certified provider in production, a test authority elsewhere. Keys never lie in the application.
// Must stay true: a signature comes back or a refusal does, never a half-signed file; a provider that is down loses nothing.
import type { Refusal, Result } from '../../../kernel/refusal.ts'

/** The provider of what our own test authority signs. */
export const TEST_PROVIDER = 'test'

export type SignRequest = {
  /** Why it is signed, in the file's signature: "Kutipan akta kelahiran". Nothing personal. */
  readonly reason: string
  /** The official who signs, as printed. */
  readonly signerName: string
  readonly location: string
  readonly timeMs: number
}

export type SignedFile = {
  readonly bytes: Uint8Array
  readonly provider: string
  /** Serial number of the certificate, hex. */
  readonly certificateSerial: string
}

export type SignerStatus = {
  readonly provider: string
  readonly state: 'up' | 'down'
  /** Words for the legal line of a document: "Balai Sertifikasi Elektronik (BSrE)". */
  readonly certificateOf: string
  /** True when the signature is not an official one; papers then say so. */
  readonly specimen: boolean
  readonly certificateUntilMs: number
}

export interface Signer {
  /** PAdES B-T as an incremental update: the bytes given stand unchanged at the start. Refusal: `signer-unavailable`. */
  sign(pdf: Uint8Array, request: SignRequest): Promise<Result<SignedFile>>
  status(): Promise<SignerStatus>
}

export type BatchItem = { readonly id: string; readonly pdf: Uint8Array; readonly request: SignRequest }
export type BatchAnswer = { readonly id: string; readonly result: Result<SignedFile> }

/**
 * Signs in order and answers each one. Once the provider is down the rest is refused without asking it again, so that
 * 300 waiting cases do not wait for 300 time-outs. Calling again with those refused is safe.
 */
export async function signBatch(signer: Signer, items: readonly BatchItem[]): Promise<readonly BatchAnswer[]> {
  const answers: BatchAnswer[] = []
  let down: readonly Refusal[] | undefined
  for (const item of items) {
    const result: Result<SignedFile> =
      down === undefined ? await signer.sign(item.pdf, item.request) : { ok: false, refusals: down }
    if (!result.ok && result.refusals.some((refusal) => refusal.code === 'signer-unavailable')) down = result.refusals
    answers.push({ id: item.id, result })
  }
  return answers
}
