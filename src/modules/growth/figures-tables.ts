// Tables of figures (migration 0073). Types only.
import type { ColumnType } from 'kysely'
import type { CohortCounts, ConditionName } from './figures.ts'

export type FigureTables = {
  growth_survey_figure: {
    region_code: string
    year: number
    method: 'ssgi' | 'ski' | 'riskesdas' | 'other'
    indicator: ConditionName
    permyriad: number
    source: string
    recorded_by: string
    recorded_at: Date
  }
  growth_cohort: {
    region_code: string
    area: string
    month: string
    counts: ColumnType<CohortCounts, string, string>
    counted_at: Date
  }
}
