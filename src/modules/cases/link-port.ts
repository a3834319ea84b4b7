// What the pages of download links need: which papers of a case may be given a link, by which ways, and the making of one.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

/** Who asks: the applicant from the own account, or the counter for whoever stands there. */
export type LinkSide = 'own' | 'office'
/** How link and PIN part: link by message and PIN here; link here and PIN by message; link here and PIN told in person. */
export type LinkWay = 'message-link' | 'message-pin' | 'spoken-pin'

export type LinkFormView = {
  readonly caseId: string
  readonly number: string
  readonly papers: readonly { readonly value: string; readonly label: Text }[]
  readonly ways: readonly LinkWay[]
  /** "nomor berakhiran 01", where messages go; none when the applicant gave no contact. */
  readonly contactEnd?: string
}
export type MadeLink = {
  readonly number: string
  readonly paper: Text
  readonly way: LinkWay
  /** Shown once, here; not kept anywhere. */
  readonly url?: string
  readonly pin?: string
  readonly validUntil: string
}

export interface LinkPort {
  visitor(request: Request): Promise<Visitor>
  /** Refuses `not-found`, `link-no-paper`, conflicts. */
  readForm(visitor: Visitor, side: LinkSide, caseId: string): Promise<Result<LinkFormView>>
  /** Each call makes a new link and ends the older ones of that paper. Refuses what `readForm` and the form refuse, `too-many`. */
  make(
    visitor: Visitor,
    side: LinkSide,
    caseId: string,
    input: { readonly paper: string; readonly way: string; readonly seen: boolean },
  ): Promise<Result<MadeLink>>
}
