// What the pages of pregnant women need. Types only.
import type { PlainDate } from '../../../kernel/date.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { OpenAlert, PosyanduHead } from '../posyandu-port.ts'
import type { PregnancyState } from '../rules/pregnancy.ts'
import type { WomanDetails } from './pregnancy-codec.ts'
import type { PregnancyStateCode } from './tables.ts'

export type WomanFacts = {
  readonly name: string
  readonly birthDate: PlainDate
  readonly nik?: string
  readonly details: WomanDetails
  readonly lastPeriod?: PlainDate
  readonly dueOn: PlainDate
  readonly gravida?: number
}
export type VisitRequest = {
  readonly visitId: string
  readonly on: PlainDate
  readonly armTenthMm?: number
  readonly haemoglobinTenthGdl?: number
  readonly weightG?: number
  readonly tabletsGiven: number
  readonly tabletsTaken: number
  readonly foodGiven: boolean
  readonly classAttended: boolean
}
export const OUTCOMES = ['born', 'stillborn', 'miscarried', 'moved', 'died'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type PregnancyLine = {
  readonly pregnancyId: string
  readonly name: string
  readonly ageYears: number
  /** Its name. */
  readonly posyandu: string
  readonly dueOn: PlainDate
  readonly state: PregnancyState
  readonly lastVisit?: PlainDate
}
export type AllPregnanciesView = {
  readonly today: PlainDate
  readonly running: readonly PregnancyLine[]
  readonly posyandus: readonly { readonly posyanduId: string; readonly name: string }[]
}
export type PregnancyListView = {
  readonly posyandu: PosyanduHead
  readonly today: PlainDate
  readonly running: readonly PregnancyLine[]
  readonly ended: readonly {
    readonly pregnancyId: string
    readonly name: string
    readonly outcome: Outcome
    readonly on: PlainDate
    readonly children: number
  }[]
  readonly mayWrite: boolean
}
export type VisitView = VisitRequest & { readonly weeks: number; readonly withdrawn?: string }
export type PregnancyView = {
  readonly pregnancyId: string
  readonly posyandu: PosyanduHead
  readonly today: PlainDate
  readonly name: string
  readonly birthDate: PlainDate
  readonly ageYears: number
  readonly nik?: string
  readonly inRegister: boolean
  readonly details: WomanDetails
  readonly gravida?: number
  readonly dueOn: PlainDate
  readonly outcome: PregnancyStateCode
  readonly endedOn?: PlainDate
  readonly state: PregnancyState
  /** Newest first; withdrawn ones too. */
  readonly visits: readonly VisitView[]
  readonly alerts: readonly OpenAlert[]
  readonly born: readonly {
    readonly childId: string
    readonly name: string
    readonly sex: 1 | 2
    readonly birthDate: PlainDate
    readonly birthWeightG?: number
  }[]
  readonly mayWrite: boolean
}

export interface PregnancyPort {
  visitor(request: Request): Promise<Visitor>
  today(visitor: Visitor): PlainDate
  /** Refuses `not-found`. */
  /** Of every posyandu within reach. */
  readAll(visitor: Visitor): Promise<Result<AllPregnanciesView>>
  readList(visitor: Visitor, posyanduId: string): Promise<Result<PregnancyListView>>
  read(visitor: Visitor, pregnancyId: string): Promise<Result<PregnancyView>>
  register(visitor: Visitor, posyanduId: string, pregnancyId: string, facts: WomanFacts): Promise<Result<string>>
  visit(visitor: Visitor, pregnancyId: string, request: VisitRequest): Promise<Result<void>>
  withdraw(visitor: Visitor, pregnancyId: string, visitId: string, reason: string): Promise<Result<void>>
  end(visitor: Visitor, pregnancyId: string, outcome: Outcome, on: PlainDate): Promise<Result<void>>
}
