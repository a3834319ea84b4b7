// The case tables as Kysely sees them (migration 0030). Types only.
import type { ColumnType } from 'kysely'

type Made = ColumnType<Date, Date, never>

export type CaseRow = {
  region_code: string
  case_id: string
  number: string | null
  alias: string | null
  service_id: string
  revision: string
  state: string
  state_since: Date
  came_from: string | null
  turn: string | null
  channel: string
  account_id: string | null
  helper_account: string | null
  applicant_person: string | null
  applicant_role: string | null
  village_code: string | null
  subject_key: Uint8Array | null
  follow_up_hash: Uint8Array | null
  answers: Uint8Array
  contact: Uint8Array | null
  language: string
  late: boolean
  overdue: boolean
  returns: number
  submitted_at: Date | null
  complete_at: Date | null
  due_at: Date | null
  clock: unknown
  hold_cause: string | null
  hold_until: Date | null
  applicant_until: Date | null
  issued_at: Date | null
  ended_at: Date | null
  taken_by: string | null
  taken_at: Date | null
  hands: unknown
  bundle_of: string | null
  version: number
  created_at: Date
  updated_at: Date
}

export type CasesTables = {
  case_file: CaseRow
  case_event: {
    region_code: string
    case_id: string
    seq: number
    at: Date
    action: string
    from_state: string | null
    to_state: string | null
    actor_account: string | null
    actor_role: string
    unit: string | null
    detail: unknown
    note: Uint8Array | null
  }
  case_upload: {
    region_code: string
    case_id: string
    upload_id: string
    document_id: string
    file_hash: string
    source_hash: string
    width: number
    height: number
    bytes: number
    pages: number
    quality: string[]
    created_at: Made
    removed_at: Date | null
  }
  case_fault: {
    region_code: string
    case_id: string
    round: number
    seq: number
    place: string
    reason: string
    note: Uint8Array | null
    avoidable: boolean
    repaired_at: Date | null
    created_at: Made
  }
  case_serial: { region_code: string; day: string; next: number }
  case_month: {
    region_code: string
    service_id: string
    month: string
    submitted: number
    issued: number
    on_time: number
    returned: number
    rejected: number
    held: number
    minutes: unknown
    reasons: unknown
  }
  case_result: {
    region_code: string
    case_id: string
    issued_on: string
    service_id: string
    channel: string
    used_minutes: number
    late: boolean
  }
}
