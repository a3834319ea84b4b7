// What the pages of school screening need, as types.
import type { PlainDate } from '../../../kernel/date.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { SchoolIndicator } from '../indicators.ts'
import type { Category } from '../rules/classify.ts'
import type { Score, Sex } from '../zscores.ts'

export type SessionView = {
  readonly sessionId: string
  readonly school: string
  readonly className: string
  readonly heldOn: PlainDate
  readonly children: number
  /** With a follow-up and without its result. */
  readonly waiting: number
  readonly late: number
}
export type SessionsView = {
  readonly today: PlainDate
  readonly sessions: readonly SessionView[]
  readonly next?: string
}
export type SchoolChildView = {
  readonly lineId: string
  readonly name: string
  readonly sex: Sex
  readonly ageYears: number
  readonly weightG?: number
  readonly heightTenthMm?: number
  readonly scores: Readonly<Partial<Record<SchoolIndicator, Score>>>
  readonly category?: Category
  readonly dueOn?: PlainDate
  readonly result?: { readonly code: string; readonly words: string; readonly on: PlainDate }
}
export type ClassView = {
  readonly session: SessionView
  readonly today: PlainDate
  readonly edition: Text
  readonly lines: readonly SchoolChildView[]
}
export type SessionInput = {
  readonly sessionId: string
  readonly school: string
  readonly className: string
  readonly heldOn: PlainDate
}
export type SchoolChildInput = {
  readonly lineId: string
  readonly name: string
  readonly sex: Sex
  readonly birthDate: PlainDate
  readonly weightG?: number
  readonly heightTenthMm?: number
}

export interface SchoolPort {
  visitor(request: Request): Promise<Visitor>
  readSessions(visitor: Visitor, before?: string): Promise<Result<SessionsView>>
  readClass(visitor: Visitor, sessionId: string): Promise<Result<ClassView>>
  begin(visitor: Visitor, input: SessionInput): Promise<Result<string>>
  addChild(visitor: Visitor, sessionId: string, input: SchoolChildInput): Promise<Result<null>>
  withdraw(visitor: Visitor, sessionId: string, lineId: string): Promise<Result<null>>
  finish(
    visitor: Visitor,
    sessionId: string,
    lineId: string,
    end: { readonly result: string; readonly words: string },
  ): Promise<Result<null>>
}
