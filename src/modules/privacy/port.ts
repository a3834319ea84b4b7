// What the pages of data protection need: the citizen's side (my data, my requests) and the office's three registers. Types only.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { ActivityEntry, BreachEntry, Clock72, RequestKind, RequestState, StepKind } from './rules.ts'

/** One thing that is held, as named values. */
export type DataItem = {
  readonly title: Text
  readonly fields: readonly { readonly name: string; readonly label: Text; readonly value: Text }[]
}
export type DataSection = {
  readonly id: string
  readonly title: Text
  /** Where it comes from and what was left out. */
  readonly source: Text
  readonly items: readonly DataItem[]
}
/** A part of the house that holds data about people and gives a visitor theirs, bounded. */
export type DataSource = (visitor: Visitor) => Promise<DataSection>

export type RequestLine = {
  readonly requestId: string
  readonly kind: RequestKind
  readonly state: RequestState
  readonly madeAt: string
  readonly dueAt: string
  readonly clock: Clock72
  readonly words: string
  readonly answer?: string
  readonly decidedAt?: string
}
export type OwnView = { readonly isBound: boolean; readonly requests: readonly RequestLine[] }

/** In lists of the office: who it is from stays closed until it is opened. */
export type OfficeRequestLine = Omit<RequestLine, 'words' | 'answer'>
export type OfficeRequests = {
  readonly open: readonly OfficeRequestLine[]
  readonly done: readonly OfficeRequestLine[]
  readonly next?: string
}
export type OfficeRequest = RequestLine & {
  readonly from: string
  readonly proposedBy?: string
  readonly decidedBy?: string
  readonly mayAnswer: boolean
  readonly mayConfirm: boolean
  readonly blocked?: string
}

export type BreachLine = {
  readonly breachId: string
  readonly drill: boolean
  readonly foundAt: string
  readonly dueAt: string
  readonly clock: Clock72
  readonly kinds: readonly string[]
  readonly people?: number
  readonly authorityAt?: string
  readonly subjectsAt?: string
  readonly closedAt?: string
}
export type BreachView = BreachLine & {
  readonly what: string
  readonly how: string
  readonly recordedBy: string
  readonly steps: readonly {
    readonly kind: StepKind
    readonly iso: string
    readonly at: string
    readonly by: string
    readonly words: string
  }[]
  readonly mayClose: boolean
  readonly blocked?: string
}

export type ProcessingLine = {
  readonly id: string
  readonly name: Text
  readonly purpose: Text
  readonly basis: Text
  readonly categories: Text
  readonly recipients: Text
  readonly retention: Text
  readonly own?: { readonly owner: string; readonly reviewOn: string; readonly isDue: boolean }
}
export type RetentionLine = {
  readonly id: string
  readonly what: Text
  readonly period: Text
  readonly after: Text
  readonly basis: Text
  /** The nightly run, a job of its own, or nobody: it is kept for ever. */
  readonly by: 'night' | 'own' | 'nobody'
  readonly lastAt?: string
  readonly lastRemoved?: number
  readonly removed?: number
}
export type ProcessingView = {
  readonly lines: readonly ProcessingLine[]
  readonly retention: readonly RetentionLine[]
  /** When the nightly run comes next. */
  readonly nextRun: string
  /** Tables of the database that no activity describes. */
  readonly undescribed: readonly string[]
  readonly asOf: string
}

export interface PrivacyPort {
  visitor(request: Request): Promise<Visitor>
  readOwn(visitor: Visitor): Promise<OwnView>
  /** All that is held about the visitor; noted in the journal. */
  exportOwn(visitor: Visitor): Promise<readonly DataSection[]>
  /** Refuses what `faultsOfRequest` finds, `privacy-many`. */
  ask(visitor: Visitor, kind: string, words: string, key: string): Promise<Result<{ readonly requestId: string }>>
  withdraw(visitor: Visitor, requestId: string, key: string): Promise<Result<null>>
  listRequests(visitor: Visitor, before?: string): Promise<Result<OfficeRequests>>
  readRequest(visitor: Visitor, requestId: string): Promise<Result<OfficeRequest>>
  /** Answers, or proposes a refusal that another officer confirms. */
  answer(visitor: Visitor, requestId: string, outcome: string, words: string, key: string): Promise<Result<null>>
  confirm(visitor: Visitor, requestId: string, confirmed: boolean, key: string): Promise<Result<null>>
  listBreaches(
    visitor: Visitor,
    before?: string,
  ): Promise<Result<{ readonly lines: readonly BreachLine[]; readonly next?: string }>>
  readBreach(visitor: Visitor, breachId: string): Promise<Result<BreachView>>
  recordBreach(
    visitor: Visitor,
    entry: BreachEntry & { readonly foundOn: string; readonly foundAt: string },
    key: string,
  ): Promise<Result<{ readonly breachId: string }>>
  stepBreach(visitor: Visitor, breachId: string, kind: string, words: string, key: string): Promise<Result<null>>
  readProcessing(visitor: Visitor): Promise<Result<ProcessingView>>
  /** Refuses `not-yours`. */
  runRetention(visitor: Visitor): Promise<Result<null>>
  addActivity(visitor: Visitor, entry: ActivityEntry, key: string): Promise<Result<null>>
  endActivity(visitor: Visitor, activityId: string, key: string): Promise<Result<null>>
}
