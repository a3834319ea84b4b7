// What the issuing office adds to a service's data: who signs, when, under which code. Types only.

import type { PlainDate } from '../../../kernel/date.ts'
import type { SignerTitles } from '../signer-role.ts'
import type { OfficeValues } from '../template.ts'

export type Frame = {
  /** Our id of this edition; makes each file distinct. Nothing personal. */
  readonly documentId: string
  readonly issuedOn: PlainDate
  readonly issuedAtMs: number
  readonly zone: string
  readonly office: OfficeValues
  /** `acting` stands before the role when a deputy signs: "Plh.", "Plt.", "a.n.". */
  readonly signer: {
    readonly name: string
    readonly nip?: string
    readonly acting?: string
    readonly titles?: SignerTitles
  }
  /** What the QR holds, the short code beside it, and where it can be typed (host and path, no scheme). */
  readonly code: { readonly content: string; readonly shortCode: string; readonly typeAt: string }
  /** Under whose certificate it is signed: "Balai Sertifikasi Elektronik (BSrE)". */
  readonly certificateOf: string
  /** True for every paper that is not official: the test signer, the style guide. Said on the paper itself. */
  readonly specimen: boolean
  /** Official emblem files, black on white, PNG or JPEG; without them the place is left marked. */
  readonly emblems: { readonly state?: Uint8Array; readonly region?: Uint8Array }
}

/** What pages need of it, whoever signs or nobody. */
export type PageFrame = Pick<Frame, 'documentId' | 'issuedAtMs' | 'office' | 'emblems'>
