// What the pages of a posyandu need: the list of the day, one child to weigh, the result, the child's record. The house binds
// it to the database, the field program to the phone. Types only.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CardTools } from './card-file.ts'
import type { ChartEvent } from './chart/growth-chart.tsx'
import type { ChildRecord, StoredMeasurement } from './child.ts'
import type { RedLineStep } from './count-months.ts'
import type { MeasureRequest } from './measure-command.ts'
import type { Asking } from './measure-questions.ts'
import type { ChildCategories } from './rules/classify.ts'
import type { MeasuringEdition } from './rules/editions.ts'
import type { ChildVaccines } from './rules/immunisation.ts'
import type { MonthlyDecision } from './rules/monthly.ts'
import type { Position, Sex } from './zscores.ts'

/** What the visitor may do at this posyandu. */
export type PosyanduRights = {
  readonly measure: boolean
  /** Health workers: verify, overrule, close, decide duplicates. */
  readonly verify: boolean
  /** Health workers and the family-assistance team: see pregnant women. */
  readonly pregnancies: boolean
  /** Those whom alerts ask for something: they have a list of them. */
  readonly alerts: boolean
}
export type PosyanduHead = {
  readonly posyanduId: string
  readonly name: string
  readonly village: string
  readonly may: PosyanduRights
}
export type PosyanduLine = PosyanduHead & {
  readonly children: number
  readonly measured: number
  readonly unverified: number
  readonly alerts: number
}

export type DayChild = {
  readonly childId: string
  readonly name: string
  readonly sex: Sex
  readonly birthDate: PlainDate
  readonly motherName?: string
  /** `waiting`: not measured this month; `earlier`: this month, before today. */
  readonly state: 'waiting' | 'today' | 'earlier'
  readonly verified: boolean
  readonly last?: { readonly measurementId: string; readonly date: PlainDate; readonly weightG?: number }
  readonly status?: 'N' | 'T' | 'O' | 'B'
  /** The most urgent open alert. */
  readonly alert?: { readonly name: Text; readonly isUrgent: boolean }
}
export type DayView = {
  readonly posyandu: PosyanduHead
  readonly today: PlainDate
  readonly children: readonly DayChild[]
  readonly newcomers: number
}

export type ChildHead = {
  readonly childId: string
  readonly name: string
  readonly sex: Sex
  readonly birthDate: PlainDate
  readonly birthExact: boolean
  readonly ageDays: number
  readonly ageMonths: number
  readonly motherName?: string
  readonly posyandu: PosyanduHead
  /** The red line of the card as it was and is in force, month by month. */
  readonly redLine: readonly RedLineStep[]
}

export type MeasureView = {
  readonly child: ChildHead
  readonly today: PlainDate
  readonly expected: Position
  readonly last?: StoredMeasurement
  /** What this child is asked about this month. */
  readonly asks: {
    readonly breastfed: boolean
    readonly vitaminA?: 'blue' | 'red'
    readonly development: boolean
    /** Food groups of the day before. */
    readonly food: boolean
    readonly arm: boolean
  }
  readonly signs: readonly { readonly code: string; readonly text: Text }[]
  readonly edition: MeasuringEdition
  /** The measuring that is corrected here. */
  readonly corrects?: StoredMeasurement
}

export type OpenAlert = {
  readonly alertId: string
  readonly code: string
  readonly name: Text
  readonly action: Text
  readonly opened: PlainDate
  readonly due: PlainDate
  readonly transport: boolean
}
export type MonthLine = {
  readonly month: string
  readonly measurement: StoredMeasurement
  readonly decision?: MonthlyDecision
  readonly tRun: number
  readonly categories: ChildCategories
}
export type ResultView = {
  readonly child: ChildHead
  readonly line: MonthLine
  readonly months: readonly MonthLine[]
  readonly advice: Text
  readonly alert?: OpenAlert
  readonly otherAlerts: number
  /** The next one of the list who was not measured this month. */
  readonly next?: { readonly childId: string; readonly name: string }
  readonly waiting: number
}

export type ChildView = {
  readonly child: ChildHead
  readonly record: ChildRecord
  readonly months: readonly MonthLine[]
  /** All, newest first; replaced ones too. */
  readonly history: readonly StoredMeasurement[]
  readonly advice: Text
  readonly alerts: readonly OpenAlert[]
  readonly inRegister: boolean
  readonly vaccines: ChildVaccines
  /** Extra food and referrals, as marks of the chart. */
  readonly events: readonly ChartEvent[]
}

export type MeasureAnswer =
  | { readonly saved: true; readonly measurementId: string }
  | { readonly saved: false; readonly asking: Asking }

export interface PosyanduPort extends CardTools {
  visitor(request: Request): Promise<Visitor>
  /** The day it is in the visitor's region. */
  today(visitor: Visitor): PlainDate
  /** Posyandu within reach; empty for who has none. */
  listPosyandus(visitor: Visitor): Promise<readonly PosyanduLine[]>
  /** Refuses `not-found`. */
  readDay(visitor: Visitor, posyanduId: string): Promise<Result<DayView>>
  readMeasure(visitor: Visitor, childId: string, corrects?: string): Promise<Result<MeasureView>>
  measure(visitor: Visitor, childId: string, request: MeasureRequest): Promise<Result<MeasureAnswer>>
  readResult(visitor: Visitor, childId: string, measurementId: string): Promise<Result<ResultView>>
  readChild(visitor: Visitor, childId: string): Promise<Result<ChildView>>
}
