// What the pages of a region's services need: what is installed, what is newer, what a change would mean, who waits.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Consequence } from './consequences.ts'
import type { OwnForm } from './own-settings.ts'

export type ServiceLine = {
  readonly id: string
  readonly name: Text
  /** The first signs of the edition's name, and the day it was installed. */
  readonly edition: string
  readonly since: string
  readonly isPaused: boolean
  readonly hasOwn: boolean
  readonly newer: number
  readonly waits: boolean
}
export type WishLine = {
  readonly wishId: string
  readonly name: Text
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly mayDecide: boolean
  readonly isMine: boolean
}
export type ServicesView = {
  /** Editions that wait to be published. */
  readonly drafts: number
  readonly mayAsk: boolean
  readonly lines: readonly ServiceLine[]
  /** Published somewhere, not installed here. */
  readonly others: readonly {
    readonly hash: string
    readonly id: string
    readonly name: Text
    readonly publisher: string
  }[]
  readonly wishes: readonly WishLine[]
}
export type EditionLine = {
  readonly hash: string
  readonly edition: string
  readonly publisher: string
  readonly published: string
  readonly note: string
}
export type PastLine = {
  readonly edition: string
  readonly hash: string
  readonly installationId: string
  readonly at: string
  readonly by: string
  /** Stands now. */
  readonly isCurrent: boolean
}
export type ServiceView = {
  readonly id: string
  readonly name: Text
  readonly mayAsk: boolean
  readonly edition: string
  readonly since: string
  readonly by: string
  readonly isPaused: boolean
  /** What the region set differently from the publisher, in sentences. */
  readonly own: readonly Text[]
  readonly newer: readonly EditionLine[]
  readonly past: readonly PastLine[]
  readonly wish?: WishLine
}
/** What is compared with what stands: a published edition, an earlier installation, or a wish that waits. */
export type Target = { readonly edition: string } | { readonly installation: string } | { readonly wish: string }
export type CompareView = {
  readonly id: string
  readonly name: Text
  readonly mayAsk: boolean
  readonly isNew: boolean
  readonly from: string
  readonly to: string
  readonly consequences: readonly Consequence[]
  /** What the region's own settings change in the examples of the publisher. */
  readonly explained: number
  readonly examples: number
  readonly longerDeadline: boolean
  readonly draftsFollow: boolean
  readonly openDrafts: number
  readonly wish?: WishLine
}
export type AdditionsView = {
  readonly roles: readonly { readonly value: string; readonly label: Text }[]
  readonly pages: readonly { readonly value: string; readonly label: Text }[]
  /** What is there already. */
  readonly questions: readonly { readonly value: string; readonly label: Text }[]
  readonly papers: readonly { readonly value: string; readonly label: Text }[]
}
export type OwnView = {
  readonly additions: AdditionsView
  readonly id: string
  readonly name: Text
  readonly form: OwnForm
  readonly channels: readonly { readonly value: string; readonly label: Text }[]
  readonly isFeeFixed: boolean
  readonly published: { readonly fee: number; readonly feeBasis: string; readonly hours: number; readonly most: number }
  readonly optional: readonly { readonly value: string; readonly label: Text }[]
}

export interface WishPort {
  visitor(request: Request): Promise<Visitor>
  /** Everything here refuses `not-found` to whoever is neither service admin nor head of the region. */
  list(visitor: Visitor): Promise<Result<ServicesView>>
  read(visitor: Visitor, service: string): Promise<Result<ServiceView>>
  compare(visitor: Visitor, service: string | undefined, target: Target): Promise<Result<CompareView>>
  readOwn(visitor: Visitor, service: string): Promise<Result<OwnView>>
  ask(visitor: Visitor, service: string, target: Target, reason: string, seen: boolean): Promise<Result<void>>
  askOwn(visitor: Visitor, service: string, form: OwnForm, reason: string): Promise<Result<{ readonly wishId: string }>>
  decide(visitor: Visitor, wishId: string, decision: 'allow' | 'decline' | 'withdraw'): Promise<Result<void>>
}
