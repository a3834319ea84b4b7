// What the pages of editions that wait to be published need. Types only.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Consequence } from './consequences.ts'
import type { DraftState } from './draft-store.ts'

export type DraftLine = {
  readonly draftId: string
  readonly serviceId: string
  readonly name: Text
  readonly edition: string
  readonly note: string
  readonly by: string
  readonly at: string
  readonly state: DraftState
  readonly decidedBy?: string
  readonly decidedAt?: string
  readonly reason?: string
}
export type DraftsView = {
  readonly mayHandIn: boolean
  readonly open: readonly DraftLine[]
  readonly decided: readonly DraftLine[]
  /** Services one may take as a start. */
  readonly services: readonly { readonly id: string; readonly name: Text }[]
}
export type ExampleLine = {
  readonly name: string
  readonly title: string
  readonly kind: 'usual' | 'edge' | 'refused'
  /** Against the edition in force. */
  readonly mark: 'new' | 'changed' | 'same'
  readonly isTrue: boolean
  /** What the same case comes to in the edition in force, where that differs: names of what differs. */
  readonly before?: readonly string[]
}
export type DraftView = DraftLine & {
  readonly isNew: boolean
  /** The edition in force it is compared with. */
  readonly from: string
  readonly consequences: readonly Consequence[]
  readonly examples: readonly ExampleLine[]
  /** Examples of the edition in force that are gone. */
  readonly dropped: readonly string[]
  readonly mayDecide: boolean
  readonly isMine: boolean
  /** The published edition, to be proposed for this region. */
  readonly installHref?: string
}

export interface DraftPort {
  visitor(request: Request): Promise<Visitor>
  /** Everything here refuses `not-found` to whoever is neither service admin nor head of the region. */
  list(visitor: Visitor): Promise<Result<DraftsView>>
  read(visitor: Visitor, draftId: string): Promise<Result<DraftView>>
  /** The edition in force as one file to be changed, under the region's own name. */
  takeAway(visitor: Visitor, service: string): Promise<Result<{ readonly name: string; readonly text: string }>>
  handIn(visitor: Visitor, text: string, note: string): Promise<Result<{ readonly draftId: string }>>
  decide(
    visitor: Visitor,
    draftId: string,
    decision: 'publish' | 'return' | 'withdraw',
    words: { readonly reason: string; readonly seen: boolean },
  ): Promise<Result<void>>
}
