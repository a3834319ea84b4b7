// What the pages of alerts need: the list of a role, one alert with all that happened, the steps. Types only.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { ReferralAnswer, ReferralRequest } from './alert-commands.ts'
import type { PmtWeekRequest } from './pmt-commands.ts'
import type { PmtStart } from './pmt-row.ts'
import type { AlertState } from './rules/alerts.ts'
import type { HospitalCare } from './rules/hospital-care.ts'
import type { PmtProgress } from './rules/pmt.ts'

export const ALERT_SHOWS = ['mine', 'late', 'referred', 'all'] as const
export type AlertShow = (typeof ALERT_SHOWS)[number]

export type AlertLineView = {
  readonly alertId: string
  readonly subject: 'child' | 'pregnant'
  /** Id of the child, or of the pregnancy. */
  readonly childId: string
  readonly childName: string
  readonly sex: 1 | 2
  readonly age: Text
  readonly posyandu: string
  readonly village: string
  readonly code: string
  readonly name: Text
  readonly action: Text
  readonly evidence: readonly Text[]
  readonly state: AlertState
  readonly due: Text
  readonly dueTone: 'late' | 'soon' | 'later'
  readonly transport: boolean
}

export type AlertListView = {
  readonly show: AlertShow
  readonly counts: Readonly<Record<AlertShow, number>>
  readonly byCode: readonly { readonly code: string; readonly name: Text; readonly n: number; readonly late: number }[]
  readonly code?: string
  readonly lines: readonly AlertLineView[]
  readonly next?: string
  readonly food: readonly {
    readonly pmtId: string
    readonly childName: string
    readonly reason: Text
    readonly week: number
    readonly weeks: number
    readonly written: number
    readonly lastDay: PlainDate
  }[]
  readonly places: readonly string[]
}

export type ReferralView = {
  readonly to: string
  readonly toKind: 'puskesmas' | 'hospital'
  readonly on: PlainDate
  readonly days: number
  readonly redFlags: readonly Text[]
  readonly reason: string
  readonly answer?: {
    readonly on: PlainDate
    readonly diagnosis: string
    readonly coded?: Text
    readonly plan: string
    readonly care?: HospitalCare
    readonly followUpBy: string
  }
}

export type AlertView = AlertLineView & {
  /** The red flags that are asked for now, and when a child is looked at again. */
  readonly asks: {
    readonly redFlags: readonly { readonly code: string; readonly text: Text }[]
    readonly lookAgainDays: number
    /** Coded diagnoses, for a doctor who answers. */
    readonly diagnoses: readonly { readonly code: string; readonly text: Text }[]
  }
  readonly openedOn: PlainDate
  readonly mayWork: boolean
  readonly mayAnswer: boolean
  readonly mayFeed: boolean
  /** Of severe wasting: the last measuring allows care to end. */
  readonly mayLeaveCare?: boolean
  readonly escalated?: Text
  readonly latest?: {
    readonly on: PlainDate
    readonly facts: readonly { readonly label: Text; readonly value: string }[]
  }
  readonly referrals: readonly ReferralView[]
  readonly result?: {
    readonly text: Text
    readonly tone: 'good' | 'warn' | 'bad' | 'note'
    readonly words?: string
    readonly on: PlainDate
  }
  readonly events: readonly { readonly at: string; readonly kind: string; readonly role: Text }[]
  readonly others: readonly { readonly alertId: string; readonly name: Text; readonly state: AlertState }[]
  readonly food?: PmtView
}

export type PmtView = {
  readonly pmtId: string
  readonly childName: string
  readonly reason: Text
  readonly today: PlainDate
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  readonly weeks: number
  readonly week: number
  readonly state: 'running' | 'finished' | 'stopped'
  readonly progress: PmtProgress
  /** Nutrition when it began and when it ended, as far as it was measured. */
  readonly before?: Text
  readonly after?: Text
  /** Present on the sheet of a pregnant woman: her arm when it began and when it ended. */
  readonly mother?: { readonly startArmTenthMm?: number; readonly endArmTenthMm?: number }
  /** No official text confirms the length. */
  readonly isLengthOpen: boolean
  readonly sheet: readonly {
    readonly week: number
    readonly given: readonly boolean[]
    readonly daysEaten?: number
    readonly weightG?: number
    readonly lengthTenthMm?: number
    readonly position?: 'l' | 'h'
    readonly armTenthMm?: number
    readonly ill: boolean
    readonly next: string
  }[]
}

export type AlertPort = {
  visitor(request: Request): Promise<Visitor>
  list(
    visitor: Visitor,
    asked: { readonly show: AlertShow; readonly code?: string; readonly after?: string },
  ): Promise<Result<AlertListView>>
  read(visitor: Visitor, alertId: string): Promise<Result<AlertView>>
  take(visitor: Visitor, alertId: string): Promise<Result<AlertState>>
  refer(visitor: Visitor, alertId: string, request: ReferralRequest): Promise<Result<AlertState>>
  answer(visitor: Visitor, alertId: string, answer: ReferralAnswer): Promise<Result<AlertState>>
  close(
    visitor: Visitor,
    alertId: string,
    end: { readonly result: string; readonly words: string },
  ): Promise<Result<AlertState>>
  feed(visitor: Visitor, alertId: string, start: PmtStart): Promise<Result<{ pmtId: string }>>
  readFood(visitor: Visitor, pmtId: string): Promise<Result<PmtView & { readonly mayWrite: boolean }>>
  writeWeek(visitor: Visitor, pmtId: string, week: PmtWeekRequest): Promise<Result<PmtProgress>>
}
