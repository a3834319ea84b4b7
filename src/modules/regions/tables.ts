// The tables of a tenant's organisation (migration 0010) and the reference table of regions. Types only.
export type RegionsTables = {
  regions: { code: string; name: string; level: string; time_zone: string }
  agency: { region_code: string; agency_id: string; name: string; address: string; phone: string }
  unit: { region_code: string; unit_id: string; agency_id: string; name: string; place: string }
  role_assignment: {
    region_code: string
    assignment_id: string
    account_id: string
    role: string
    place: string
    services: string[]
    unit_id: string
    deputy_for: string | null
    valid_from: Date
    valid_until: Date | null
    created_by: string | null
  }
  account_person: { region_code: string; account_id: string; person_id: string; proven_by: string }
  mandate: {
    region_code: string
    mandate_id: string
    giver_person: string
    holder_account: string
    service_id: string
    file_hash: string | null
    valid_from: Date
    valid_until: Date
    ended_at: Date | null
  }
  region_setting: { region_code: string; name: string; value: unknown; changed_by: string | null; changed_at: Date }
}
