// Tables of boundaries (migration 0090). Types only.
import type { ColumnType } from 'kysely'
import type { OddFeature } from './match.ts'

export type MapReport = { readonly odd: readonly OddFeature[]; readonly missing: readonly string[] }
export type MapTables = {
  boundary_map: {
    region_code: string
    map_id: string
    state: 'previewed' | 'current' | 'replaced'
    source: string
    edition_on: string
    is_invented: boolean
    file_hash: string
    features: number
    matched: number
    report: ColumnType<MapReport, string, string>
    uploaded_by: string
    uploaded_at: Date
    used_by: string | null
    used_at: Date | null
  }
  boundary_shape: {
    region_code: string
    map_id: string
    zoom: string
    area_code: string
    path: string
    x: number
    y: number
  }
}
