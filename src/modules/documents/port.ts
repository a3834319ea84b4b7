// What the pages of papers need: check a code, compare with the paper, download. The server binds it to commands and queries.
import type { Result } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Comparison } from './compare.ts'
import type { PublishedKeys } from './proof/proof.ts'
import type { Verification } from './queries.ts'

export type CheckedPaper = {
  readonly verification: Verification
  /** "Kamis, 16 April 2026, pukul 09.41 WITA", in the visitor's language. */
  readonly checkedAt: string
}
export type PaperFile = {
  readonly bytes: Uint8Array /** "kutipan-akta-kelahiran.pdf": the kind, nothing personal */
  readonly fileName: string
}

export type DocumentsPort = {
  visitor(request: Request): Promise<Visitor>
  /** `code` is a token or a short code; whatever else is unknown. */
  check(visitor: Visitor, code: string): Promise<CheckedPaper>
  /** Refusals: `document-unknown`, and those of `compareWithPaper`. */
  compare(visitor: Visitor, code: string, typed: Readonly<Record<string, string>>): Promise<Result<Comparison>>
  /** Refusals: those of `openDownloadLink`. */
  openLink(visitor: Visitor, token: string, pin: string): Promise<Result<PaperFile>>
  /** For its signed-in holder. Refusals: `document-unknown` (also when it is another's), `document-not-valid`. */
  download(visitor: Visitor, documentId: string): Promise<Result<PaperFile>>
  publishedKeys(): PublishedKeys
  /** Compact JWS of the revoked papers of the visitor's region. */
  revokedList(visitor: Visitor): Promise<string>
  /** Where a suspicious paper is reported. */
  reportHref(visitor: Visitor): string
}
