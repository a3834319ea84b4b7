// The tables of what follows an alert (migration 0072). Types only.
import type { Generated } from 'kysely'
import type { PmtReason } from './rules/pmt.ts'

export type CareTables = {
  growth_referral: {
    region_code: string
    referral_id: string
    alert_id: string
    child_id: string | null
    pregnancy_id: string | null
    centre_id: string
    to_kind: 'puskesmas' | 'hospital'
    to_name: string
    red_flags: string[]
    urgent: boolean
    referred_on: string
    referred_by: string
    words: Uint8Array
    state: 'open' | 'answered'
    answered_on: string | null
    answered_by: string | null
    follow_up_by: string | null
    check_on: string | null
    /** The words hold a coded diagnosis of a doctor. */
    diagnosed: Generated<boolean>
  }
  growth_pmt: {
    region_code: string
    pmt_id: string
    child_id: string | null
    pregnancy_id: string | null
    alert_id: string | null
    posyandu_id: string
    village_code: string
    centre_id: string
    reason: PmtReason
    first_day: string
    last_day: string
    weeks: number
    days: number
    food: string
    money: string
    by_guideline: boolean
    partner: string | null
    partner_other: string | null
    cycle: number
    start_weight_g: number | null
    start_arm_tenth_mm: number | null
    end_arm_tenth_mm: number | null
    category_before: string | null
    category_after: string | null
    state: 'running' | 'finished' | 'stopped'
    ended_on: string | null
    result: string | null
    edition: string
  }
  growth_pmt_week: {
    region_code: string
    pmt_id: string
    week: number
    given: boolean[]
    days_eaten: number | null
    weight_g: number | null
    length_tenth_mm: number | null
    position: 'l' | 'h' | null
    arm_tenth_mm: number | null
    ill: boolean | null
    next_step: 'continue' | 'finish' | 'hospital'
    recorded_by: string
    recorded_at: Date
  }
}
