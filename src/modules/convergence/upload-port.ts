// What uploading a list needs, as types.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { LineFate } from './upload.ts'

export type UploadTarget = { readonly value: string; readonly programmeName: string; readonly serviceName: Text }
export type UploadsView = {
  readonly targets: readonly UploadTarget[]
  readonly uploads: readonly {
    readonly id: string
    readonly programmeName: string
    readonly serviceName: Text
    readonly on: PlainDate
    readonly isApplied: boolean
    readonly added: number
  }[]
}
export type UploadPreview = {
  readonly programmeName: string
  readonly serviceName: Text
  readonly writes: number
  readonly known: number
  readonly refused: number
  /** Lines that are not simply added; at most 200. */
  readonly odd: readonly { readonly line: number; readonly fate: LineFate }[]
  readonly applied?: { readonly added: number; readonly known: number; readonly refused: number }
}
export interface UploadPort {
  visitor(request: Request): Promise<Visitor>
  listUploads(visitor: Visitor): Promise<Result<UploadsView>>
  /** `target` is `programme service`. */
  upload(visitor: Visitor, target: string, bytes: Uint8Array | undefined): Promise<Result<{ readonly id: string }>>
  preview(visitor: Visitor, id: string): Promise<Result<UploadPreview>>
  apply(visitor: Visitor, id: string): Promise<Result<unknown>>
}
