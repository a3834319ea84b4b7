// What the pages of figures need. Types only; who may see names and small counts is decided before it comes here.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CohortHidden } from './cohort.ts'
import type { AreaFigure, CohortCounts, ConditionName } from './figures.ts'
import type { AgeGroup } from './rollup.ts'
import type { SkdnIndicator } from './rules/month-close.ts'

export type FigureFilter = {
  readonly month: string
  readonly condition: ConditionName
  readonly sex: 0 | 1 | 2
  readonly ageGroup: AgeGroup | 'all'
  /** Only the priority villages (desa lokus) decided for the year of the month. */
  readonly lokus: boolean
}

export type PlaceFigure = {
  readonly code: string
  readonly name: string
  readonly tile: readonly [number, number]
  readonly figure?: AreaFigure
}

export type SurveyLine = {
  readonly year: number
  readonly method: string
  readonly permyriad: number
  readonly source: string
}

export type AreaView = {
  readonly code: string
  readonly name: string
  readonly kind: 'region' | 'district' | 'village'
  readonly parent?: { readonly code: string; readonly name: string }
  readonly filter: FigureFilter
  readonly months: readonly string[]
  /** The month runs still. */
  readonly unfinished: boolean
  readonly figure?: AreaFigure
  readonly trend: readonly { readonly month: string; readonly figure?: AreaFigure }[]
  readonly places: readonly PlaceFigure[]
  readonly groups: readonly { readonly sex: 0 | 1 | 2; readonly ageGroup: string; readonly figure?: AreaFigure }[]
  readonly surveys: readonly SurveyLine[]
  readonly cohort?: {
    readonly counts: CohortCounts
    readonly countedOn: PlainDate
    /** What stays hidden from this visitor; absent for those who see all. */
    readonly hidden?: CohortHidden
  }
  /** How many priority villages lie in the place; the filter is offered when there is one. */
  readonly lokusVillages: number
  readonly maySeeAll: boolean
  readonly mayRecordSurveys: boolean
  readonly children?: readonly {
    readonly childId: string
    readonly name: string
    readonly age: Text
    readonly posyandu: string
    readonly findings: readonly Text[]
  }[]
}

export type CentreView = {
  readonly centreId: string
  readonly name: string
  readonly month: string
  readonly months: readonly string[]
  readonly posyandus: readonly {
    readonly posyanduId: string
    readonly name: string
    readonly village: string
    readonly indicators: readonly SkdnIndicator[]
    readonly counts?: {
      readonly S: number
      readonly D: number
      readonly twoT: number
      readonly BGM: number
      readonly flagged: number
    }
    readonly closedVersion?: number
    /** Of the children who lived the whole year up to that month. */
    readonly year?: { readonly children: number; readonly monitored: number; readonly measured: number }
  }[]
  readonly food: readonly {
    readonly reason: Text
    readonly running: number
    readonly finished: number
    readonly stopped: number
    readonly better: number
    /** Of the finished ones that were weighed at both ends; undefined when none was. */
    readonly meanGainG?: number
  }[]
  readonly foodSince: string
  /** Outside the health roles counts below five are hidden. */
  readonly maySeeAll: boolean
  readonly targets: { readonly monitoredPermille: number; readonly lengthPermille: number }
  readonly openAlerts: number
  readonly lateAlerts: number
  readonly openReferrals: number
}

export type FiguresPort = {
  visitor(request: Request): Promise<Visitor>
  readArea(visitor: Visitor, code: string, asked: Partial<FigureFilter>): Promise<Result<AreaView>>
  listCentres(visitor: Visitor): Promise<readonly { readonly centreId: string; readonly name: string }[]>
  readCentre(visitor: Visitor, centreId: string, month?: string): Promise<Result<CentreView>>
  villagesCsv(visitor: Visitor, month?: string): Promise<string>
  recordSurvey(
    visitor: Visitor,
    typed: {
      readonly year: string
      readonly method: string
      readonly indicator: string
      readonly percent: string
      readonly source: string
    },
  ): Promise<Result<void>>
}
