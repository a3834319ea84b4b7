// The tables of growth (migration 0070). Types only; dates are plain days, months '2026-04', JSON columns are written as text.
import type { ColumnType } from 'kysely'
import type { Facts } from './facts-of-day.ts'
import type { RollupCounts } from './rollup.ts'
import type { Evidence } from './rules/alerts.ts'
import type { Finding } from './rules/measuring.ts'
import type { MonthCounts } from './rules/month-close.ts'

type Json<T> = ColumnType<T, string, string>

export type ChildRow = {
  region_code: string
  child_id: string
  person_id: string | null
  posyandu_id: string
  village_code: string
  name: string
  sex: 1 | 2
  birth_date: string
  birth_exact: boolean
  birth_order: number | null
  nik_hash: string | null
  nik_sealed: Uint8Array | null
  mother_name: string | null
  mother_nik_hash: string | null
  details: Uint8Array | null
  birth_weight_g: number | null
  birth_length_tenth_mm: number | null
  birth_head_tenth_mm: number | null
  gestation_weeks: number | null
  early_breastfed: boolean | null
  book: string | null
  status: 'active' | 'moved' | 'died' | 'over-age' | 'duplicate'
  status_on: string | null
  same_as: string | null
  version: number
  created_at: Date
  updated_at: Date
}

export type MeasurementRow = {
  region_code: string
  measurement_id: string
  child_id: string
  posyandu_id: string
  village_code: string
  measured_on: string
  month: string
  place: 'posyandu' | 'home' | 'puskesmas' | 'mobile-clinic' | 'mass-month'
  weight_g: number | null
  length_tenth_mm: number | null
  position: 'l' | 'h' | null
  arm_tenth_mm: number | null
  head_tenth_mm: number | null
  oedema: 0 | 1 | 2 | 3
  facts: Json<Facts>
  age_days: number
  age_months: number
  standard: string
  z_length: number | null
  z_weight: number | null
  z_weight_length: number | null
  z_bmi: number | null
  z_head: number | null
  z_arm: number | null
  flags: string[]
  findings: Json<readonly Finding[]>
  measurer: string
  device: string | null
  state: 'recorded' | 'verified' | 'replaced' | 'withdrawn'
  replaces: string | null
  reason: string | null
  verified_by: string | null
  verified_at: Date | null
  recorded_at: Date
}

export type ChildMonthRow = {
  region_code: string
  posyandu_id: string
  month: string
  child_id: string
  village_code: string
  sex: 1 | 2
  age_group: string
  measurement_id: string | null
  weighed: boolean
  has_card: boolean
  status: 'N' | 'T' | 'O' | 'B' | null
  computed: string | null
  because: string | null
  gain_g: number | null
  kbm_g: number | null
  reason: string | null
  t_run: number
  below_red: boolean | null
  length_measured: boolean
  vitamin_a: boolean | null
  breastfed: boolean | null
  c_length: string | null
  c_weight: string | null
  c_weight_length: string | null
  c_bmi: string | null
  c_head: string | null
  flagged: boolean
  oedema: boolean
  edition: string
}

export type AlertRow = {
  region_code: string
  alert_id: string
  code: string
  subject: 'child' | 'pregnant'
  child_id: string | null
  pregnancy_id: string | null
  posyandu_id: string
  village_code: string
  centre_id: string
  measurement_id: string | null
  opened_on: string
  due_on: string
  urgency: number
  by_roles: string[]
  transport: boolean
  evidence: Json<readonly Evidence[]>
  edition: string
  state: 'open' | 'in-work' | 'referred' | 'answered' | 'closed'
  referred_on: string | null
  escalated_to: string | null
  escalated_on: string | null
  result: string | null
  result_text: string | null
  closed_on: string | null
  handler: string | null
  version: number
}

export type GrowthTables = {
  posyandu: {
    region_code: string
    posyandu_id: string
    name: string
    village_code: string
    centre_id: string
    active: boolean
  }
  growth_child: ChildRow
  growth_child_stay: {
    region_code: string
    child_id: string
    from_day: string
    to_day: string | null
    posyandu_id: string
    village_code: string
  }
  growth_measurement: MeasurementRow
  growth_child_month: ChildMonthRow
  growth_month: {
    region_code: string
    posyandu_id: string
    month: string
    version: number
    state: 'open' | 'closed'
    counts: Json<MonthCounts>
    edition: string
    closed_by: string | null
    closed_at: Date | null
    reason: string | null
  }
  growth_rollup: {
    region_code: string
    area: string
    month: string
    sex: 0 | 1 | 2
    age_group: string
    counts: Json<RollupCounts>
  }
  growth_dirty: { region_code: string; posyandu_id: string; month: string }
  growth_alert: AlertRow
  growth_alert_event: {
    region_code: string
    alert_id: string
    event_id: string
    at: Date
    actor: string
    role: string
    kind: string
    note: string | null
    data: Json<Readonly<Record<string, unknown>>>
  }
}
