// The tables of convergence (migration 0075) as Kysely sees them. Types only; dates are text, instants are Date, JSON is
// written as text.

import type { ColumnType } from 'kysely'
import type { Text } from '../../kernel/text.ts'
import type { ServiceState } from './due.ts'
import type { IndicatorChange, OwnIndicator } from './own-edition.ts'
import type { RankedVillage } from './priority.ts'

type Json<T> = ColumnType<T, string, string>

export type FamilyFactValues = Readonly<Record<string, string>>
export type PriorityChoice = { readonly village: string; readonly isIn: boolean; readonly reason: string }
export type ActionStatus = 'not-started' | 'in-work' | 'submitted' | 'verified'
export type GiverKind = 'person' | 'company' | 'state-company' | 'zakat' | 'community'
export type PackageKind = 'food' | 'latrine' | 'water' | 'house' | 'education'
export type Consent = 'waiting' | 'first-name' | 'code' | 'refused' | 'withdrawn'
export type PackageState = 'proposed' | 'running' | 'finished' | 'stopped'
/** What a package came to: a factor of risk is gone, the child is better, nothing changed, it ended before its time. */
export type PackageResult = 'factor-gone' | 'better' | 'same' | 'ended-early'
export type AuditKind = 'couple-to-be' | 'pregnant' | 'postpartum' | 'child'
export type AuditSelection = 'no-improvement' | 'many-cases' | 'complete-data'
export type MoneySource = 'apbd' | 'dak' | 'village-fund' | 'partner'

export type ServiceRow = {
  region_code: string
  period: string
  subject_id: string
  service: string
  subject_kind: 'person' | 'family'
  village_code: string
  family_id: string | null
  state: ServiceState
  given_on: string | null
  giver: string | null
  programme_id: string | null
  agency_id: string | null
  reason: string | null
  changed_by: string
  changed_at: Date
}

export type ConvergenceTables = {
  convergence_indicator_edition: {
    region_code: string
    edition_id: string
    from_day: string
    name: string
    source: string
    changes: Json<Readonly<Record<string, IndicatorChange>>>
    added: Json<readonly OwnIndicator[]>
    state: 'drafted' | 'confirmed' | 'dropped'
    drafted_by: string
    drafted_at: Date
    confirmed_by: string | null
    confirmed_at: Date | null
  }
  convergence_programme: {
    region_code: string
    programme_id: string
    agency_id: string
    name: string
    about: Json<Text>
    pillar: number
    services: string[]
    is_active: boolean
    source: string
    changed_by: string
    changed_at: Date
    closed_on: string | null
    closed_reason: string
  }
  convergence_programme_change: {
    region_code: string
    change_id: string
    programme_id: string
    kind: 'made' | 'changed' | 'closed' | 'opened'
    content: string
    changed_by: string
    changed_at: Date
  }
  convergence_person: {
    region_code: string
    person_id: string
    village_code: string
    family_id: string | null
    sex: 'L' | 'P'
    birth_date: string
    is_married: boolean
    status: 'active' | 'moved' | 'died'
    changed_at: Date
  }
  convergence_condition: {
    region_code: string
    condition_id: string
    person_id: string
    code: string
    from_day: string
    until_day: string | null
    source: string
    noted_by: string
    noted_at: Date
    ended_by: string | null
  }
  convergence_family: {
    region_code: string
    family_id: string
    village_code: string
    is_target: boolean
    is_hpk: boolean
    is_at_risk: boolean | null
    factors: string[]
    unknown: string[]
    facts: Json<FamilyFactValues>
    judged_on: string
    changed_at: Date
  }
  convergence_family_fact: {
    region_code: string
    fact_id: string
    family_id: string
    fact: string
    value: string
    on_day: string
    source: string
    noted_by: string
    noted_at: Date
  }
  convergence_risk_change: {
    region_code: string
    change_id: string
    family_id: string
    is_at_risk: boolean | null
    came: string[]
    went: string[]
    on_day: string
    source: string
    noted_at: Date
  }
  convergence_service: ServiceRow
  convergence_delivery: {
    region_code: string
    delivery_id: string
    period: string
    subject_id: string
    service: string
    village_code: string
    given_on: string
    giver: string
    programme_id: string
    agency_id: string
    channel: 'single' | 'upload' | 'check'
    upload_id: string | null
    recorded_by: string
    recorded_at: Date
  }
  convergence_report: {
    region_code: string
    period: string
    village_code: string
    indicator: string
    agency_id: string
    version: number
    numerator: number
    denominator: number
    source: string
    recorded_by: string
    recorded_at: Date
  }
  convergence_list: {
    region_code: string
    period: string
    village_code: string
    confirmed_by: string
    confirmed_at: Date
  }
  convergence_value: {
    region_code: string
    period: string
    village_code: string
    indicator: string
    basis: 'list' | 'report' | 'none'
    numerator: number
    denominator: number
    list_numerator: number
    list_denominator: number
    report_numerator: number | null
    report_denominator: number | null
    waiting: number
  }
  convergence_score: {
    region_code: string
    period: string
    village_code: string
    specific: string | null
    sensitive: string | null
    score: string | null
    score_n: string | null
    score_d: string | null
    grade: string | null
    available: number
    of_all: number
    shown_step: number
    missing: number
    hpk_complete: number
    hpk_of: number
    at_risk: number
    risk_known: number
    is_list: boolean
    edition: string
    updated_at: Date
  }
  convergence_assignment: {
    region_code: string
    assignment_id: string
    period: string
    village_code: string
    service: string
    programme_id: string
    agency_id: string
    due_on: string
    note: string
    assigned_by: string
    assigned_at: Date
  }
  convergence_assigned: {
    region_code: string
    assignment_id: string
    subject_id: string
    period: string
    service: string
  }
  convergence_upload: {
    region_code: string
    upload_id: string
    programme_id: string
    agency_id: string
    service: string
    file_hash: string
    state: 'previewed' | 'applied'
    added: number
    known: number
    refused: number
    uploaded_by: string
    uploaded_at: Date
    applied_at: Date | null
  }
  convergence_position: { region_code: string; source: string; position: number }
  convergence_priority: {
    region_code: string
    year: number
    decision_id: string
    period: string
    edition: string
    proposal: Json<readonly RankedVillage[]>
    villages: Json<readonly PriorityChoice[]>
    decided_on: string | null
    minutes: string
    decree: string
    state: 'drafted' | 'confirmed'
    drafted_by: string
    drafted_at: Date
    confirmed_by: string | null
    confirmed_at: Date | null
  }
  convergence_village: {
    region_code: string
    village_code: string
    is_hard_to_reach: boolean
    changed_by: string
    changed_at: Date
  }
  convergence_action: {
    region_code: string
    year: number
    action: string
    due_on: string
    status: ActionStatus
    output: string
    score: string | null
    changed_by: string
    changed_at: Date
    submitted_by: string | null
    verified_by: string | null
  }
  convergence_action_note: {
    region_code: string
    note_id: string
    year: number
    action: string
    kind: 'evidence' | 'comment' | 'status'
    body: string
    file_hash: string | null
    by_account: string
    at: Date
  }
  convergence_activity: {
    region_code: string
    activity_id: string
    year: number
    name: string
    agency_id: string
    budget_code: string
    money_source: MoneySource
    indicators: string[]
    villages: string[]
    planned_rupiah: number
    realised_rupiah: number
    planned_people: number
    reached_people: number
    changed_by: string
    changed_at: Date
  }
  convergence_audit: {
    region_code: string
    audit_id: string
    year: number
    cycle: number
    step: number
    opened_by: string
    opened_at: Date
  }
  convergence_audit_step: {
    region_code: string
    audit_id: string
    step: number
    done_on: string
    note: string
    by_account: string
    at: Date
  }
  convergence_audit_case: {
    region_code: string
    case_id: string
    audit_id: string
    pseudonym: string
    person_id: string
    village_code: string
    kind: AuditKind
    selection: AuditSelection
    findings: Uint8Array | null
    plan: string | null
    planned_by: string | null
    approved_by: string | null
    approved_on: string | null
  }
  convergence_package: {
    region_code: string
    package_id: string
    code: string
    giver_account: string
    giver_kind: GiverKind
    giver_name: string
    kind: PackageKind
    person_id: string | null
    family_id: string
    village_code: string
    months: number
    amount_rupiah: number
    consent: Consent
    consent_on: string | null
    state: PackageState
    started_on: string | null
    ended_on: string | null
    result: PackageResult | null
    result_note: string
    changed_by: string
    changed_at: Date
  }
  convergence_package_event: {
    region_code: string
    event_id: string
    package_id: string
    kind: 'delivery' | 'effect'
    on_day: string
    body: string
    file_hash: string | null
    by_account: string
    at: Date
  }
}
