// What the checklist of a village and the pages of families at risk need. Must stay true: whoever reads these sees names, so every
// view is of the reader's own area.

import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CoupleJudgement } from './couple.ts'
import type { CoupleInput } from './couple-commands.ts'
import type { Check } from './deliver-commands.ts'
import type { ServiceState } from './due.ts'
import type { PeriodChoice, ProgrammeChoice } from './port.ts'
import type { VisitInput } from './visit-commands.ts'

export type VillageHead = { readonly code: string; readonly name: string }
export type ChecklistLine = {
  readonly subjectId: string
  readonly kind: 'person' | 'family'
  readonly name: string
  readonly about: Text
  readonly received: number
  readonly due: number
  readonly isAtRisk: boolean
}
export type ChecklistView = {
  readonly village: VillageHead
  readonly period: PeriodChoice
  readonly only: 'waiting' | 'all'
  readonly lines: readonly ChecklistLine[]
  readonly next?: string
  readonly complete: number
  readonly all: number
}
export type ServiceLine = {
  readonly code: string
  readonly name: Text
  readonly state: ServiceState
  readonly givenOn: PlainDate | null
  readonly giver: string | null
  readonly agencyName: string | null
  readonly reason: string | null
  readonly programmes: readonly ProgrammeChoice[]
}
export type ConditionLine = {
  readonly code: string
  readonly name: Text
  readonly from: PlainDate
  readonly source: string
}
export type FactLine = {
  readonly fact: string
  readonly name: Text
  readonly value?: string
  readonly valueName?: Text
  readonly choices: readonly { readonly value: string; readonly name: Text }[]
}
export type RiskLine = {
  readonly onDay: PlainDate
  readonly isAtRisk: boolean | null
  readonly came: readonly Text[]
  readonly went: readonly Text[]
  readonly source: string
}
export const COUPLE_SHOWS = ['all', 'waiting', 'not-ideal'] as const
export type CoupleShow = (typeof COUPLE_SHOWS)[number]
export type CoupleListView = {
  readonly village: VillageHead
  readonly period: PeriodChoice
  readonly show: CoupleShow
  readonly counts: Readonly<Record<CoupleShow, number>>
  readonly lines: readonly {
    readonly personId: string
    readonly name: string
    readonly sex: 'L' | 'P'
    readonly ageYears: number
    readonly notedOn: PlainDate
    readonly isChecked: boolean
    readonly checkedOn?: PlainDate
    readonly weddingOn?: PlainDate
    readonly judgement?: CoupleJudgement
  }[]
}
export type FamilyVisitsView = {
  /** Of the form, so that sending it twice notes one visit. */
  readonly nextId: string
  readonly topics: readonly { readonly code: string; readonly name: Text }[]
  readonly done: readonly {
    readonly on: PlainDate
    readonly topics: readonly Text[]
    readonly words: string
    readonly nextOn: PlainDate | null
  }[]
}
export type CoupleView = {
  readonly checks: readonly { readonly checkedOn: PlainDate; readonly judgement: CoupleJudgement }[]
}
export type SubjectView = {
  readonly subjectId: string
  readonly kind: 'person' | 'family'
  readonly village: VillageHead
  readonly name: string
  readonly about: Text
  readonly period: PeriodChoice
  readonly today: PlainDate
  readonly services: readonly ServiceLine[]
  /** Of a family, for those who may check there. */
  readonly visits?: FamilyVisitsView
  readonly mayCheck: boolean
  /** Of a person: what holds now, and what may be noted. */
  readonly conditions: readonly ConditionLine[]
  readonly conditionChoices: readonly { readonly code: string; readonly name: Text }[]
  /** Of a family: what is known, since when it is at risk and why. */
  readonly facts: readonly FactLine[]
  readonly factors: readonly Text[]
  readonly isAtRisk: boolean | null
  readonly history: readonly RiskLine[]
  readonly familyId: string | null
  /** Of somebody who is about to marry. */
  readonly couple?: CoupleView
}
export type AtRiskView = {
  readonly village: VillageHead
  readonly total: number
  readonly known: number
  readonly targets: number
  readonly factors: readonly { readonly code: string; readonly name: Text; readonly count: number }[]
  readonly factor?: string
  readonly isConfirmed: boolean
  readonly show: 'families' | 'assist' | 'watch'
  readonly watchDays: number
  readonly families: readonly {
    readonly familyId: string
    readonly name: string
    readonly factors: readonly Text[]
    readonly judgedOn: PlainDate
    readonly isAssisted: boolean
  }[]
  readonly next?: string
}

export interface FamilyPort {
  visitor(request: Request): Promise<Visitor>
  readChecklist(
    visitor: Visitor,
    village: string,
    query: { readonly period?: string; readonly only?: string; readonly after?: string },
  ): Promise<Result<ChecklistView>>
  readSubject(visitor: Visitor, village: string, subjectId: string, period?: string): Promise<Result<SubjectView>>
  check(visitor: Visitor, input: Check): Promise<Result<{ readonly village: string }>>
  noteFact(
    visitor: Visitor,
    familyId: string,
    input: { readonly fact: string; readonly value: string },
  ): Promise<Result<null>>
  noteCondition(
    visitor: Visitor,
    personId: string,
    input: { readonly code: string; readonly from: string },
  ): Promise<Result<null>>
  noteVisit(visitor: Visitor, familyId: string, input: VisitInput): Promise<Result<null>>
  noteCouple(visitor: Visitor, personId: string, input: CoupleInput): Promise<Result<null>>
  endCondition(visitor: Visitor, personId: string, code: string): Promise<Result<null>>
  listAtRisk(
    visitor: Visitor,
    village: string,
    query: { readonly factor?: string; readonly after?: string; readonly show?: string },
  ): Promise<Result<AtRiskView>>
  readCouples(visitor: Visitor, village: string, show: string | undefined): Promise<Result<CoupleListView>>
}
