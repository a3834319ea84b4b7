// What the pages about possible duplicates need: cases that wait, pairs of the register, two entries side by side, decisions.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import type { PairState } from './duplicate-pair-store.ts'
import type { Comparable } from './duplicates.ts'
import type { Tab } from './office-port.ts'

export type ComparedRow = {
  readonly fact: Text
  readonly a: Text
  readonly b: Text
  readonly why: Text
  readonly points: number
}
export type SideBySide = {
  /** Who is compared with whom; the first may not exist yet. */
  readonly a: { readonly id: string; readonly name: string; readonly href?: string }
  readonly b: { readonly id: string; readonly name: string; readonly href?: string }
  readonly rows: readonly ComparedRow[]
  readonly score: number
  readonly bands: { readonly possible: number; readonly sure: number }
  readonly band: 'sure' | 'possible' | 'none'
  readonly decision?: {
    readonly decisionId: string
    readonly verdict: 'same' | 'different' | 'unsure'
    readonly reason: string
    readonly isMine: boolean
    readonly at: string
  }
  readonly isJoined: boolean
  readonly mayDecide: boolean
  /** Another officer than the one who found them the same. */
  readonly mayJoin: boolean
  readonly mayUndo: boolean
}
export type PairLine = {
  readonly a: string
  readonly b: string
  readonly names: readonly [string, string]
  readonly reasons: Text
  readonly score: number
  readonly mark: { readonly label: Text; readonly tone: BadgeTone }
}
export type WaitingLine = {
  readonly caseId: string
  readonly number: string
  readonly service: Text
  readonly waiting: number
  readonly since: string
}
export type DuplicateListView = {
  readonly state: PairState
  readonly counts: Readonly<Record<PairState, number>>
  readonly pairs: readonly PairLine[]
  readonly next?: string
  readonly waiting: readonly WaitingLine[]
}
export type CaseDuplicatesView = {
  readonly number: string
  readonly service: Text
  readonly people: readonly { readonly name: string; readonly compared: readonly SideBySide[] }[]
  readonly caseHref: string
}
/** A sent case and the people it would make. */
export type CaseOfNewcomers = {
  readonly number: string
  readonly service: Text
  readonly isOpen: boolean
  readonly people: readonly Comparable[]
}
export type DecisionTyped = { readonly verdict: string; readonly reason: string }

export interface DuplicatePort {
  visitor(request: Request): Promise<Visitor>
  tabs(visitor: Visitor): readonly Tab[]
  mayRead(visitor: Visitor): boolean
  list(visitor: Visitor, state: PairState, after?: string): Promise<Result<DuplicateListView>>
  readPair(visitor: Visitor, a: string, b: string): Promise<Result<SideBySide>>
  readCase(visitor: Visitor, caseId: string): Promise<Result<CaseDuplicatesView>>
  /** `subject` is a person or a case. Refusals of `decideDuplicate` and those about the officer. */
  decide(visitor: Visitor, subject: string, b: string, typed: DecisionTyped, isCase: boolean): Promise<Result<unknown>>
  join(visitor: Visitor, a: string, b: string, keep: string): Promise<Result<unknown>>
  undo(visitor: Visitor, subject: string, b: string, reason: string, isCase: boolean): Promise<Result<unknown>>
}
