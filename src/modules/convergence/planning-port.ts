// What priority villages, the eight actions and the budget need, as types.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PriorityEdition } from './edition.ts'
import type { RankedVillage } from './priority.ts'
import type { ActionStatus, MoneySource } from './tables.ts'

export type PriorityLine = RankedVillage & {
  readonly place: number
  readonly name: string
  readonly district: string
  readonly isIn: boolean
  readonly reason: string
}
export type PriorityView = {
  readonly year: number
  readonly edition: PriorityEdition
  readonly periodName: Text
  readonly lines: readonly PriorityLine[]
  readonly howMany: number
  readonly mayPlan: boolean
  readonly decision?: {
    readonly id: string
    readonly state: 'drafted' | 'confirmed'
    readonly decidedOn: PlainDate | null
    readonly minutes: string
    readonly decree: string
    readonly villages: number
    readonly isMine: boolean
  }
}
export type DecisionInput = {
  readonly howMany: string
  /** Villages added to or dropped from the proposal, by code, with the reason. */
  readonly changes: readonly { readonly village: string; readonly reason: string }[]
  readonly decidedOn: string
  readonly minutes: string
  readonly decree: string
}

export type ActionLine = {
  readonly code: string
  readonly name: Text
  readonly output: Text
  readonly dueOn: PlainDate
  readonly isLate: boolean
  readonly status: ActionStatus
  readonly score: string | null
  readonly evidence: number
}
export type ActionsView = {
  readonly year: number
  readonly years: readonly number[]
  readonly lines: readonly ActionLine[]
  readonly mayPlan: boolean
  readonly editionName: Text
}
export type ActionView = ActionLine & {
  readonly year: number
  readonly mayPlan: boolean
  readonly isMine: boolean
  readonly notes: readonly {
    readonly id: string
    readonly kind: 'evidence' | 'comment' | 'status'
    readonly body: string
    readonly on: PlainDate
    readonly hasFile: boolean
  }[]
}

export type ActivityLine = {
  readonly id: string
  /** This reader may write it anew. */
  readonly mayChange: boolean
  readonly name: string
  readonly agencyName: string
  readonly budgetCode: string
  readonly source: MoneySource
  readonly indicators: readonly string[]
  readonly villages: number
  readonly plannedRupiah: number
  readonly realisedRupiah: number
  readonly plannedPeople: number
  readonly reachedPeople: number
  /** Realised by reached, whole rupiah, rounded half up; null while nobody was reached. */
  readonly costRupiah: number | null
}
export type BudgetView = {
  readonly year: number
  readonly lines: readonly ActivityLine[]
  readonly byIndicator: readonly {
    readonly code: string
    readonly name: Text
    readonly plannedRupiah: number
    readonly realisedRupiah: number
    readonly activities: number
  }[]
  readonly plannedRupiah: number
  readonly realisedRupiah: number
  /** Agencies whose activities this reader may add. */
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly indicators: readonly { readonly code: string; readonly name: Text }[]
  readonly districts: readonly { readonly code: string; readonly name: string }[]
}
export type ActivityInput = {
  readonly name: string
  readonly agency: string
  readonly budgetCode: string
  readonly source: string
  readonly indicators: readonly string[]
  readonly places: readonly string[]
  readonly planned: string
  readonly realised: string
  readonly plannedPeople: string
  readonly reachedPeople: string
}

export interface PlanningPort {
  visitor(request: Request): Promise<Visitor>
  readPriority(visitor: Visitor, year?: string): Promise<Result<PriorityView>>
  draftPriority(visitor: Visitor, year: string, input: DecisionInput): Promise<Result<null>>
  confirmPriority(visitor: Visitor, year: string, decisionId: string): Promise<Result<null>>
  readActions(visitor: Visitor, year?: string): Promise<Result<ActionsView>>
  readAction(visitor: Visitor, year: string, action: string): Promise<Result<ActionView>>
  noteAction(
    visitor: Visitor,
    year: string,
    action: string,
    input: {
      readonly kind: string
      readonly body: string
      readonly file?: Uint8Array
    },
  ): Promise<Result<null>>
  /** The file of a note, for those who may read the action; journalled. */
  readEvidence(visitor: Visitor, year: string, action: string, note: string): Promise<Result<Uint8Array>>
  moveAction(visitor: Visitor, year: string, action: string, status: string, score: string): Promise<Result<null>>
  readBudget(visitor: Visitor, year?: string): Promise<Result<BudgetView>>
  /** With an id an activity is written anew. */
  saveActivity(visitor: Visitor, year: string, input: ActivityInput, id?: string): Promise<Result<null>>
}
