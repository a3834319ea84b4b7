// What the page of indicators needs, as types.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Indicator } from './edition.ts'
import type { PeriodChoice } from './port.ts'

export type IndicatorView = {
  readonly indicator: Indicator
  /** "92,5" as typed into the form. */
  readonly target: string
  readonly isConfirmed: boolean
  readonly ownerName: string
}
export type EditionLine = {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly from: PlainDate
  readonly state: 'drafted' | 'confirmed'
  readonly isMine: boolean
  readonly changes: readonly {
    readonly code: string
    readonly name: Text
    readonly before: string
    readonly after: string
  }[]
}
export type IndicatorsView = {
  readonly editionName: Text
  readonly source: string
  readonly indicators: readonly IndicatorView[]
  readonly editions: readonly EditionLine[]
  readonly mayPlan: boolean
  /** Services whose lists a new indicator may be counted from. */
  readonly services: readonly { readonly code: string; readonly name: Text }[]
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  /** Quarters with which a new edition may begin. */
  readonly starts: readonly PeriodChoice[]
}
/** A new indicator as typed; one whose code and name are empty was not wanted. */
export type NewIndicatorInput = {
  readonly code: string
  readonly name: string
  readonly nameEnglish: string
  readonly kind: string
  readonly direction: string
  readonly service: string
  readonly target: string
  readonly owner: string
  readonly budgetCode: string
}
export type EditionInput = {
  readonly name: string
  readonly source: string
  /** A quarter: `2027-Q1`. */
  readonly from: string
  readonly indicators: Readonly<
    Record<string, { readonly target: string; readonly owner: string; readonly budgetCode: string }>
  >
  readonly added?: readonly NewIndicatorInput[]
}

export interface IndicatorPort {
  visitor(request: Request): Promise<Visitor>
  readIndicators(visitor: Visitor): Promise<Result<IndicatorsView>>
  draftEdition(visitor: Visitor, input: EditionInput): Promise<Result<null>>
  confirmEdition(visitor: Visitor, id: string): Promise<Result<null>>
}
