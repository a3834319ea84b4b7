// What the page of weight gains and limits needs, as types.
import type { PlainDate } from '../../../kernel/date.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { FlagChange, FlagLine, TypedFlags } from './flag-words.ts'
import type { Limit } from './limit-kinds.ts'

export type LimitView = {
  readonly limit: Limit
  /** In force today, in the smallest unit. */
  readonly now: number
  readonly shipped: number
  /** What a new edition begins with: the newest confirmed one, even when it is still to come. */
  readonly next: number
}
export type GrowthEditionLine = {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly from: PlainDate
  readonly state: 'drafted' | 'confirmed'
  readonly isMine: boolean
  readonly changes: readonly { readonly limit: Limit; readonly before: number; readonly after: number }[]
  readonly flags: readonly FlagChange[]
}
export type GrowthEditionsView = {
  /** The names of what is in force: weight gains, red line, measuring, alerts, red flags. */
  readonly held: readonly Text[]
  readonly limits: readonly LimitView[]
  /** Red flags as they are today, and as a new edition begins. */
  readonly flags: readonly (FlagLine & { readonly asked: boolean; readonly isOwn: boolean })[]
  readonly nextFlags: readonly FlagLine[]
  /** Names of the alerts, by code, in their order. */
  readonly alerts: readonly { readonly code: string; readonly name: Text }[]
  readonly editions: readonly GrowthEditionLine[]
  readonly mayDecide: boolean
  /** First days of the months with which a new edition may begin. */
  readonly starts: readonly PlainDate[]
}
export type GrowthEditionInput = {
  readonly name: string
  readonly source: string
  readonly from: string
  /** As typed, by key; a key that is not among them stays as it is. */
  readonly limits: Readonly<Record<string, string>>
  /** Words of red flags as typed, by field. */
  readonly words?: TypedFlags
}

export interface EditionPort {
  visitor(request: Request): Promise<Visitor>
  read(visitor: Visitor): Promise<Result<GrowthEditionsView>>
  draft(visitor: Visitor, input: GrowthEditionInput): Promise<Result<null>>
  confirm(visitor: Visitor, id: string): Promise<Result<null>>
}
