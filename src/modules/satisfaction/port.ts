// What the pages and routes of the survey need, as types: read this, do that. Must stay true: nothing here carries an answer of one person
// to the office, and nothing a person answers with carries who they are.
import type { PlainDate } from '../../kernel/date.ts'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Edition } from './edition.ts'
import type { CheckedImport } from './import-check.ts'
import type { ExtraQuestion, FollowUpAction, FollowUpStatus, Period, PeriodDraft, PeriodState } from './period.ts'
import type { Filled } from './questionnaire.ts'
import type { PeriodResult } from './result.ts'
import type { TrendPoint } from './trend-chart.tsx'

/** What a token opens: the questionnaire and the name of the service, nothing of the case. */
export type SurveyView = {
  readonly edition: Edition
  readonly extras: readonly ExtraQuestion[]
  readonly serviceName: Text
  readonly serviceIsFree: boolean
  readonly publishedAfter: PlainDate
}

export type ActionView = FollowUpAction & { readonly elementName: Text }

/** A published period with everything its page prints. */
export type ReportView = {
  readonly periodId: string
  readonly unitName: string
  readonly serviceNames: readonly Text[]
  readonly name: Text
  readonly from: PlainDate
  readonly to: PlainDate
  readonly edition: Edition
  readonly extras: readonly ExtraQuestion[]
  readonly result: PeriodResult
  readonly serviceName: (service: string) => Text
  /** Number of this edition of the result; above 1 it is a correction with its reason. */
  readonly number: number
  readonly newest: number
  readonly reason: string | null
  readonly computedOn: PlainDate
  readonly publishedOn: PlainDate | null
  readonly plan: readonly ActionView[]
  readonly planBefore: { readonly name: Text; readonly actions: readonly ActionView[] } | null
  /** Oldest first, this period last. */
  readonly line: readonly TrendPoint[]
}

export type PublishedLine = {
  readonly periodId: string
  readonly unitName: string
  readonly name: Text
  readonly index: string | null
  readonly grade: string | null
  readonly counted: number
  readonly enough: boolean
}

/** A period as the office sees it: never a single answer. */
export type ProgressView = {
  readonly period: Period
  readonly unitName: string
  readonly name: Text
  readonly services: readonly {
    readonly service: string
    readonly name: Text
    readonly asked: number
    readonly answered: number
    readonly needed: number
  }[]
  /** Answers whose service is not named, because it had fewer than five. */
  readonly unnamed: number
  /** Answers received, mixed in or still waiting to be. */
  readonly answered: number
  readonly waiting: number
  readonly needed: number
}

export type OfficeView = {
  readonly progress: readonly ProgressView[]
  readonly withoutPeriod: readonly string[]
  /** True for whoever manages the survey. */
  readonly mayPlan: boolean
  readonly year: number
}

export type ReviewView = ReportView & { readonly state: PeriodState }
export type PlanLineInput = {
  readonly element: string
  readonly what: string
  readonly who: string
  readonly until: string
}

/** What a manager may choose from when planning. */
export type PlanningView = {
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly services: readonly { readonly id: string; readonly name: Text }[]
  readonly year: number
}

/** A period that takes paper, for whoever types it in. */
export type PaperView = {
  readonly unitName: string
  readonly name: Text
  readonly services: readonly { readonly id: string; readonly name: Text }[]
  /** The period is closed and paper still comes: a note is needed. */
  readonly late: boolean
}
export type PaperTyped = {
  readonly service: string
  readonly channel: string
  readonly lines: string
  readonly note: string
  /** The scanned bundle; only its fingerprint is kept. */
  readonly scan?: Uint8Array
}

/** Figures of old reports: those that stand, with what re-computing found, and those that wait for a second person. */
export type ImportsView = {
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly editions: readonly {
    readonly id: string
    readonly name: Text
    readonly orders: readonly { readonly id: string; readonly label: Text }[]
  }[]
  readonly mayType: boolean
  readonly waiting: readonly {
    readonly id: string
    readonly unitName: string
    readonly from: string
    readonly to: string
    readonly index: string
    readonly doubts: readonly Refusal[]
    readonly isMine: boolean
  }[]
  readonly stored: readonly {
    readonly unitName: string
    readonly from: string
    readonly to: string
    readonly index: string
    readonly answers: number
    readonly checked: CheckedImport
  }[]
}
/** As typed: nothing is read before all of it can be refused at once. */
export type ImportTyped = Readonly<
  Record<
    'unit' | 'edition' | 'order' | 'kind' | 'year' | 'number' | 'answers' | 'averages' | 'index' | 'grade' | 'source',
    string
  >
>

export interface SatisfactionPort {
  visitor(request: Request): Promise<Visitor>
  openSurvey(visitor: Visitor, token: string): Promise<Result<SurveyView>>
  /** `request` serves the sealed mark of the device and nothing else. */
  answer(
    visitor: Visitor,
    token: string,
    filled: Filled,
    around: { readonly serviceIsFree: boolean; readonly request: Request },
  ): Promise<Result<{ complaint: 'cost' | 'comment' | undefined }>>
  listPublished(visitor: Visitor): Promise<readonly PublishedLine[]>
  /** `number` names an earlier edition of the result. */
  readReport(visitor: Visitor, periodId: string, number?: number): Promise<Result<ReportView>>
  /** The figures of a report as CSV. */
  writeCsv(view: ReportView): string
  /** Where complaints go: address, telephone or page of the region, in one line for the card. */
  complaintsAddress(visitor: Visitor): Promise<string>
  readOffice(visitor: Visitor): Promise<Result<OfficeView>>
  readPlanning(visitor: Visitor): Promise<Result<PlanningView>>
  plan(visitor: Visitor, draft: PeriodDraft): Promise<Result<unknown>>
  readImports(visitor: Visitor): Promise<Result<ImportsView>>
  proposeImport(visitor: Visitor, typed: ImportTyped): Promise<Result<{ readonly state: 'stored' | 'waiting' }>>
  decideImport(
    visitor: Visitor,
    waitingId: string,
    word: { readonly yes: boolean; readonly source: string },
  ): Promise<Result<unknown>>
  readPaper(visitor: Visitor, periodId: string): Promise<Result<PaperView>>
  /** How many forms were taken in: 0 for a bundle that is there already. */
  typePaper(visitor: Visitor, periodId: string, typed: PaperTyped): Promise<Result<{ stored: number }>>
  readReview(visitor: Visitor, periodId: string): Promise<Result<ReviewView>>
  review(
    visitor: Visitor,
    periodId: string,
    lines: readonly PlanLineInput[],
    sent: readonly string[],
  ): Promise<Result<unknown>>
  publish(visitor: Visitor, periodId: string): Promise<Result<{ late: boolean }>>
  report(
    visitor: Visitor,
    periodId: string,
    action: { readonly id: string; readonly status: FollowUpStatus; readonly proof: string },
  ): Promise<Result<unknown>>
}
