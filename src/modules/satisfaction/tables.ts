// The tables of the survey (migrations 0060, 0121). Types only; dates are plain days, JSON columns are written as text.
import type { ColumnType } from 'kysely'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ExtraQuestion, FollowUpAction, PeriodKind, PeriodState } from './period.ts'
import type { PeriodResult } from './result.ts'

type Json<T> = ColumnType<T, string, string>

export type SatisfactionTables = {
  satisfaction_period: {
    region_code: string
    period_id: string
    unit_id: string
    services: string[]
    edition_id: string
    kind: PeriodKind
    from_day: string
    to_day: string
    users: number
    needed: number
    extras: Json<ExtraQuestion[]>
    state: PeriodState
    closed_on: string | null
    paper_until: string | null
    plan: Json<FollowUpAction[]>
    published_on: string | null
    not_stored: number
  }
  satisfaction_invitation: {
    region_code: string
    token_hash: string
    case_id: string
    unit_id: string
    service_id: string
    channel: string
    token_sealed: Uint8Array | null
    issued_on: string
    expires_on: string
    reminded_on: string | null
    spent: boolean
  }
  satisfaction_waiting: { region_code: string; period_id: string; place: string; sealed: Uint8Array }
  satisfaction_answer: {
    region_code: string
    period_id: string
    answer_id: string
    service_id: string | null
    marks: string[]
    answers: (number | null)[]
  }
  satisfaction_comment: { region_code: string; period_id: string; comment_id: string; comment: string }
  satisfaction_count: { region_code: string; period_id: string; attribute: string; value: string; answers: number }
  satisfaction_result: {
    region_code: string
    period_id: string
    number: number
    result: Json<PeriodResult>
    input_hash: string
    program: string
    reason: string | null
    computed_on: string
  }
  satisfaction_paper: {
    region_code: string
    period_id: string
    batch_id: string
    forms: number
    scan_hash: string
    typed_in_unit: string
    typed_in_by: string
    note: string
    on_day: string
  }
  satisfaction_import: {
    region_code: string
    import_id: string
    unit_id: string
    edition_id: string
    from_day: string
    to_day: string
    answers: number
    printed: Json<ImportedFigures>
    checked: Json<unknown>
    imported_by: string
    confirmed_by: string | null
    source: string
  }
  /** Doubtful figures of an old report, until a second person has compared them with their source. */
  satisfaction_import_waiting: {
    region_code: string
    waiting_id: string
    draft: Json<ImportDraft>
    doubts: Json<readonly Refusal[]>
    typed_by: string
    typed_on: string
  }
}

/** What stood in the old report, as typed. */
export type ImportedFigures = {
  readonly order: string
  readonly averages: readonly (string | null)[] | null
  readonly index: string
  readonly grade: string | null
}
export type ImportDraft = ImportedFigures & {
  readonly unitId: string
  readonly editionId: string
  readonly from: string
  readonly to: string
  readonly answers: number
  readonly source: string
}
