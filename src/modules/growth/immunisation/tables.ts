// The tables of vaccines (migration 0095). Types only.
export type ImmunisationTables = {
  growth_dose: {
    region_code: string
    dose_id: string
    child_id: string
    dose: string
    given_on: string
    source: 'given' | 'book'
    place: 'posyandu' | 'puskesmas' | 'hospital' | 'home'
    recorded_by: string
    recorded_at: Date
    withdrawn_by: string | null
    withdrawn_at: Date | null
    reason: string | null
  }
  growth_vaccine_state: {
    region_code: string
    child_id: string
    next_on: string | null
    overdue_on: string | null
    basic_on: string | null
    last_on: string
    edition: string
    updated_at: Date
  }
}
