// The tables of exchanges (migration 0077). Types only; JSON columns are written as text.
import type { ColumnType } from 'kysely'
import type { Difference } from './compare-reported.ts'
import type { PlanCounts } from './import-plan.ts'
import type { Answer } from './incoming.ts'
import type { ReportedScores } from './types.ts'

type Json<T> = ColumnType<T, string, string>
type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>

export type ImportState = 'planned' | 'writing' | 'written' | 'undoing' | 'undone' | 'dropped'
export type UndoCounts = { readonly withdrawn: number; readonly children: number; readonly kept: number }

export type ExchangeTables = {
  growth_import: {
    region_code: string
    import_id: string
    fingerprint: string
    file_name: string
    file: Uint8Array
    sheet: string
    template: string
    lines: number
    account: string
    role: string
    scope: string
    state: ImportState
    answers: Json<Readonly<Record<string, Answer>>>
    counts: Json<PlanCounts>
    undo_counts: JsonOrNull<UndoCounts>
    planned_at: Date
    written_at: Date | null
    undone_at: Date | null
    undone_by: string | null
  }
  growth_import_line: {
    region_code: string
    import_id: string
    line: number
    child_id: string
    child_effect: 'created' | 'added' | null
    added: string[]
    measurement_id: string | null
    replaced_id: string | null
    reported: JsonOrNull<ReportedScores>
    differences: JsonOrNull<readonly Difference[]>
    undone: boolean
  }
  growth_exchange_item: {
    region_code: string
    item_id: string
    target: 'satusehat' | 'dhis2'
    resource: string
    local_id: string
    local_version: number
    fingerprint: string
    payload: Uint8Array
    state: 'waiting' | 'sent' | 'accepted' | 'refused' | 'superseded'
    attempts: number
    next_try_at: Date | null
    last_status: number | null
    last_answer: JsonOrNull<{ readonly code: string; readonly params?: Readonly<Record<string, string | number>> }>
    remote_id: string | null
    created_at: Date
    changed_at: Date
  }
  growth_exchange_target: {
    region_code: string
    target: 'satusehat' | 'dhis2'
    base_url: string
    organisation: string
    practitioner: string
    client_id: string
    secret: Uint8Array | null
    active: boolean
    changed_by: string
    changed_at: Date
  }
  growth_practitioner: {
    region_code: string
    account_id: string
    ihs: string
    changed_by: string
    changed_at: Date
  }
  growth_exchange_attempt: {
    region_code: string
    item_id: string
    attempt: number
    at: Date
    outcome: 'accepted' | 'waiting' | 'refused'
    status: number | null
    answer: JsonOrNull<{ readonly code: string; readonly params?: Readonly<Record<string, string | number>> }>
    received: Json<Readonly<Record<string, number>>>
  }
}
