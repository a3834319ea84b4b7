// The register's tables as Kysely sees them (migration 0040). Types only. Dates are text, instants are Date.
export type PersonRow = {
  region_code: string
  person_id: string
  version: number
  status: string
  nik_status: string
  nik_hash: string | null
  nik_sealed: Uint8Array | null
  name: string
  sex: string
  birth_date: string
  birth_place: string
  citizenship: string
  religion: string | null
  marital_status: string
  mother_id: string | null
  father_id: string | null
  village_code: string
  family_id: string | null
  relation: string | null
  death_date: string | null
  enrolled_on: string | null
  device_bound_on: string | null
  birth_deed_number: string | null
  duplicate_of: string | null
  more: unknown
  details: Uint8Array | null
  keys: number[]
  recorded_at: Date
}

export type FamilyRow = {
  region_code: string
  family_id: string
  version: number
  status: string
  kk_hash: string | null
  kk_sealed: Uint8Array | null
  head_id: string | null
  address: unknown
  village_code: string
  recorded_at: Date
}

export type MemberRow = {
  region_code: string
  membership_id: string
  family_id: string
  person_id: string
  relation: string
  started_on: string
  ended_on: string | null
  reason: string | null
  case_id: string | null
  recorded_at: Date
  end_case_id: string | null
  end_recorded_at: Date | null
}

export type FactRow = {
  region_code: string
  thing_id: string
  fact_id: string
  kind: string
  field: string
  value: unknown
  sealed: Uint8Array | null
  valid_from: string
  recorded_at: Date
  case_id: string | null
  proof: string | null
}

export type DeedRow = {
  region_code: string
  deed_id: string
  version: number
  register: string
  number: string
  year: number
  event_date: string
  entered_on: string
  status: string
  ended_on: string | null
  ended_by: string | null
  details: Uint8Array
  case_id: string | null
  recorded_at: Date
}

export type NoteRow = {
  region_code: string
  deed_id: string
  note_id: string
  kind: string
  noted_on: string
  details: Uint8Array
  case_id: string | null
  recorded_at: Date
}

export type TransferRow = {
  region_code: string
  transfer_id: string
  direction: string
  letter: string
  other_region: string
  state: string
  family_id: string | null
  person_ids: string[]
  payload: Uint8Array | null
  refusal: string | null
  case_id: string | null
  message_id: string | null
  valid_until: string | null
  recorded_at: Date
  changed_at: Date
  receipt_at: Date | null
}

export type EventRow = {
  region_code: string
  event_id: string
  person_id: string
  person_seq: number
  kind: string
  event_date: string
  recorded_at: Date
  key_id: string
  signature: Uint8Array
  position: number | null
}

export type RegisterTables = {
  register_settings: {
    region_code: string
    first_serial: number
    new_number_after_death: boolean
    birth_upper_age_exclusive: number
    updated_at: Date
  }
  person: PersonRow
  person_name_word: { region_code: string; word: string; person_id: string }
  family: FamilyRow
  family_member: MemberRow
  register_fact: FactRow
  deed: DeedRow
  deed_party: { region_code: string; deed_id: string; role: string; person_id: string }
  margin_note: NoteRow
  number_series: { region_code: string; kind: string; series: string; last: number }
  number_reservation: {
    region_code: string
    kind: string
    series: string
    serial: number
    series_sealed: Uint8Array
    state: string
    case_id: string | null
    cause: string | null
    reserved_at: Date
    changed_at: Date
  }
  prepared_change: {
    region_code: string
    case_id: string
    attempt: number
    state: string
    plan: Uint8Array
    prepared_at: Date
    ended_at: Date | null
    undone_by: string | null
  }
  register_event: EventRow
  transfer: TransferRow
  stay: {
    region_code: string
    stay_id: string
    person_id: string | null
    village_code: string
    started_on: string
    until: string
    details: Uint8Array
    case_id: string | null
    recorded_at: Date
  }
  duplicate_decision: {
    region_code: string
    decision_id: string
    subject_id: string
    person_id: string
    verdict: string
    reason: string
    edition: string
    score: string
    band: string
    decided_by: string
    decided_at: Date
    undone_by: string | null
    undone_at: Date | null
    undo_reason: string | null
    case_id: string | null
  }
  duplicate_pair: {
    region_code: string
    person_a: string
    person_b: string
    state: string
    band: string
    score: string
    edition: string
    found_at: Date
    changed_at: Date
  }
  duplicate_scan: { region_code: string; last_person: string; scanned_at: Date }
  duplicate_case: { region_code: string; case_id: string; waiting: number; found_at: Date }
  coverage_figure: {
    region_code: string
    snapshot_on: string
    indicator: string
    village_code: string
    sex: string
    age_group: string
    numerator: number
    denominator: number
    taken_at: Date
  }
  coverage_reason: {
    region_code: string
    person_id: string
    indicator: string
    reason: string
    noted_by: string
    noted_at: Date
  }
}
