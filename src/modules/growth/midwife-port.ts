// What a health worker's pages of a posyandu need: verify the day, judge N or T, close the month, decide about alike records.
// Types only.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { StoredMeasurement } from './child.ts'
import type { MonthReport } from './close-month-command.ts'
import type { ChildHead, MonthLine, PosyanduHead } from './posyandu-port.ts'
import type { Sex } from './zscores.ts'

export type VerifyLine = {
  readonly childId: string
  readonly name: string
  readonly sex: Sex
  readonly measurement: StoredMeasurement
  readonly status?: 'N' | 'T' | 'O' | 'B'
  /** Why somebody should look at it; empty: unremarkable. */
  readonly remarks: readonly Text[]
  /** The visitor weighed this child; somebody else verifies. */
  readonly isOwn: boolean
}
export type VerifyView = {
  readonly posyandu: PosyanduHead
  readonly month: string
  readonly waiting: readonly VerifyLine[]
  readonly verified: number
}
export type JudgeView = { readonly child: ChildHead; readonly line: MonthLine }
export type MonthView = { readonly posyandu: PosyanduHead; readonly report: MonthReport; readonly today: PlainDate }

export type AlikePair = {
  readonly a: AlikeChild
  readonly b: AlikeChild
}
export type AlikeChild = {
  readonly childId: string
  readonly name: string
  readonly birthDate: PlainDate
  readonly motherName?: string
  readonly posyandu: string
  readonly hasNik: boolean
  readonly measurings: number
}
export type AlikeView = { readonly posyandu: PosyanduHead; readonly pairs: readonly AlikePair[] }

export interface MidwifePort {
  visitor(request: Request): Promise<Visitor>
  today(visitor: Visitor): PlainDate
  readVerify(visitor: Visitor, posyanduId: string, month: string): Promise<Result<VerifyView>>
  /** Verifies these; gives how many. What was verified meanwhile, or is one's own, is left out. */
  verify(visitor: Visitor, posyanduId: string, ids: readonly string[]): Promise<Result<number>>
  readJudge(visitor: Visitor, childId: string, month: string): Promise<Result<JudgeView>>
  judge(visitor: Visitor, childId: string, month: string, status: 'N' | 'T', reason: string): Promise<Result<void>>
  readMonth(visitor: Visitor, posyanduId: string, month: string): Promise<Result<MonthView>>
  closeMonth(visitor: Visitor, posyanduId: string, month: string, reason: string): Promise<Result<unknown>>
  readAlike(visitor: Visitor, posyanduId: string): Promise<Result<AlikeView>>
  decideAlike(
    visitor: Visitor,
    posyanduId: string,
    decision: { readonly keep: string; readonly other: string; readonly same: boolean; readonly reason: string },
  ): Promise<Result<void>>
}
