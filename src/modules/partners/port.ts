// What the pages of partners and their door for machines need. Types only.
import type { Refusal, Result } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CheckField, Entry, PartnerService, PartnerState, Verdicts } from './rules.ts'

export type Sums = {
  readonly asked: number
  readonly agreed: number
  readonly partly: number
  readonly none: number
  readonly refused: number
}
export type PartnerLine = {
  readonly partnerId: string
  readonly name: string
  readonly agreement: string
  readonly state: PartnerState
  readonly waits: boolean
  readonly isOver: boolean
  readonly from: string
  readonly until: string
  readonly today: Sums
  readonly dailyLimit: number
}
export type PartnerView = PartnerLine & {
  readonly purpose: string
  readonly fields: readonly (CheckField | PartnerService)[]
  readonly madeBy: string
  readonly madeAt: string
  readonly decidedBy?: string
  readonly resumeBy?: string
  readonly reason?: string
  readonly keyMadeAt?: string
  readonly days: readonly (Sums & { readonly day: string })[]
  readonly mayChange: boolean
  readonly mayConfirm: boolean
}
export type PartnersView = {
  readonly lines: readonly PartnerLine[]
  readonly mayChange: boolean
  readonly asOf: string
}

/** A signed question of a machine: headers and the body as it came. */
export type SignedQuestion = {
  readonly partner: string
  readonly at: string
  readonly signature: string
  readonly body: string
}
export type CheckAnswer =
  | { readonly ok: true; readonly id: string; readonly answers: Verdicts }
  | { readonly ok: false; readonly status: number; readonly refusal: Refusal; readonly waitSeconds?: number }

export interface PartnersPort {
  visitor(request: Request): Promise<Visitor>
  list(visitor: Visitor): Promise<Result<PartnersView>>
  read(visitor: Visitor, id: string): Promise<Result<PartnerView>>
  register(visitor: Visitor, entry: Entry, key: string): Promise<Result<{ readonly partnerId: string }>>
  step(visitor: Visitor, id: string, step: string, reason: string, key: string): Promise<Result<null>>
  check(region: string, question: SignedQuestion): Promise<CheckAnswer>
}
