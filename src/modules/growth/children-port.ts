// What the pages about a child's data need: register, change, move, end, the new ones of a village. Types only.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { ChildRecord } from './child.ts'
import type { ChildEnd } from './child-change-commands.ts'
import type { RegisterOutcome, RegisterRequest } from './child-commands.ts'
import type { ChildFacts } from './child-form.ts'
import type { ChildHead, PosyanduHead } from './posyandu-port.ts'

export type Newcomer = {
  readonly personId: string
  readonly name: string
  readonly sex: 1 | 2
  readonly birthDate: PlainDate
  readonly motherName?: string
}
export type NewcomersView = { readonly posyandu: PosyanduHead; readonly newcomers: readonly Newcomer[] }
export type ChildDataView = { readonly child: ChildHead; readonly record: ChildRecord }
export type MoveView = {
  readonly child: ChildHead
  readonly targets: readonly { readonly posyanduId: string; readonly name: string; readonly village: string }[]
}

export interface ChildrenPort {
  visitor(request: Request): Promise<Visitor>
  today(visitor: Visitor): PlainDate
  /** The posyandu, for those who may register there. Refuses `not-found`. */
  readPosyandu(visitor: Visitor, posyanduId: string): Promise<Result<PosyanduHead>>
  register(visitor: Visitor, posyanduId: string, request: RegisterRequest): Promise<Result<RegisterOutcome>>
  readNewcomers(visitor: Visitor, posyanduId: string): Promise<Result<NewcomersView>>
  /** A child of the register comes to the posyandu of its village; gives the child's id. */
  welcome(visitor: Visitor, posyanduId: string, personId: string): Promise<Result<string>>
  readData(visitor: Visitor, childId: string): Promise<Result<ChildDataView>>
  change(visitor: Visitor, childId: string, version: number, facts: ChildFacts): Promise<Result<void>>
  readMove(visitor: Visitor, childId: string): Promise<Result<MoveView>>
  move(visitor: Visitor, childId: string, to: string): Promise<Result<void>>
  end(visitor: Visitor, childId: string, end: ChildEnd): Promise<Result<void>>
}
