// What the pages of outgoing items need: what waits, what was sent, what came back, and where it goes. Types only.
import type { Refusal, Result } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'

export const TARGETS = ['satusehat', 'dhis2'] as const
export type Target = (typeof TARGETS)[number]
export const ITEM_STATES = ['waiting', 'sent', 'accepted', 'refused', 'superseded'] as const
export type ItemState = (typeof ITEM_STATES)[number]

export type TargetView = {
  readonly target: Target
  /** Empty while nobody has set one. */
  readonly baseUrl: string
  readonly organisation: string
  readonly practitioner: string
  readonly clientId: string
  readonly hasSecret: boolean
  readonly active: boolean
  readonly changedAt?: Date
}
export type ItemView = {
  readonly itemId: string
  readonly target: Target
  /** What it is about: a visit, or the month of a district. */
  readonly about:
    | { readonly kind: 'visit' }
    | { readonly kind: 'month'; readonly month: string; readonly place: string }
  readonly version: number
  readonly state: ItemState
  readonly attempts: number
  readonly nextTryAt?: Date
  readonly answer?: Refusal
  readonly remoteId?: string
  readonly createdAt: Date
  readonly changedAt: Date
}
export type AttemptView = {
  readonly attempt: number
  readonly at: Date
  readonly outcome: 'accepted' | 'waiting' | 'refused'
  readonly status?: number
  readonly answer?: Refusal
  /** Kind of resource to count. */
  readonly received: Readonly<Record<string, number>>
}
export type OutgoingView = {
  readonly targets: readonly TargetView[]
  readonly counts: Readonly<Partial<Record<ItemState, number>>>
  readonly show: ItemState | 'all'
  readonly items: readonly ItemView[]
  /** Where the next page begins. */
  readonly next?: string
  readonly demo: boolean
}
export type OutgoingItemView = {
  readonly item: ItemView
  readonly attempts: readonly AttemptView[]
  readonly received: string
  /** Kind of resource to count. */
  readonly inside: Readonly<Record<string, number>>
  /** What is empty and must not be, `Patient.birthDate`; never a value. */
  readonly lacks: readonly string[]
  /** Where the visit stands, for those who may open the child. */
  readonly visit?: { readonly posyandu: string; readonly month: string; readonly href: string }
}
export type TargetForm = {
  readonly baseUrl: string
  readonly organisation: string
  readonly practitioner: string
  readonly clientId: string
  /** Empty: the one that is kept stays. */
  readonly secret: string
  readonly active: boolean
}

export type PractitionerView = {
  readonly account: string
  readonly name: string
  /** What they did in the last two months. */
  readonly measured: number
  readonly verified: number
  /** Empty while nobody wrote it. */
  readonly ihs: string
}

export interface OutgoingPort {
  visitor(request: Request): Promise<Visitor>
  today(visitor: Visitor): string
  /** Each refuses `not-found` to everybody but the region's administrators. */
  overview(visitor: Visitor, show: string, after: string | undefined): Promise<Result<OutgoingView>>
  read(visitor: Visitor, itemId: string): Promise<Result<OutgoingItemView>>
  target(visitor: Visitor, target: string): Promise<Result<TargetView>>
  practitioners(visitor: Visitor): Promise<Result<readonly PractitionerView[]>>
  savePractitioners(visitor: Visitor, typed: Readonly<Record<string, string>>): Promise<Result<true>>
  save(visitor: Visitor, target: string, form: TargetForm): Promise<Result<true>>
  queue(visitor: Visitor, month: string): Promise<Result<{ readonly queued: number }>>
  /** Gives the item that waits now: this one, or its newer version. */
  resend(visitor: Visitor, itemId: string): Promise<Result<{ readonly itemId: string }>>
}
