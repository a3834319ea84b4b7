// The tables of pregnancies (migration 0094). Types only.
export type PregnancyStateCode = 'running' | 'born' | 'stillborn' | 'miscarried' | 'moved' | 'died'

export type PregnancyTables = {
  growth_pregnancy: {
    region_code: string
    pregnancy_id: string
    person_id: string | null
    posyandu_id: string
    village_code: string
    name: string
    birth_date: string
    nik_hash: string | null
    nik_sealed: Uint8Array | null
    details: Uint8Array | null
    last_period: string | null
    due_on: string
    gravida: number | null
    registered_on: string
    registered_by: string
    state: PregnancyStateCode
    ended_on: string | null
    edition: string
    version: number
    created_at: Date
    updated_at: Date
  }
  growth_pregnancy_visit: {
    region_code: string
    pregnancy_id: string
    visit_id: string
    visited_on: string
    weeks: number
    arm_tenth_mm: number | null
    haemoglobin_tenth_gdl: number | null
    weight_g: number | null
    tablets_given: number
    tablets_taken: number
    food_given: boolean
    class_attended: boolean
    recorded_by: string
    recorded_at: Date
    state: 'recorded' | 'withdrawn'
    reason: string | null
  }
  growth_pregnancy_child: {
    region_code: string
    pregnancy_id: string
    child_id: string
    linked_at: Date
  }
}
