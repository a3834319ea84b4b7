// What the pages of scorecards, gaps and work need, as types. Must stay true: a view holds only what its reader may see; small
// counts are masked before they come here.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { ShownCount, ShownNumber } from './access.ts'
import type { AssignInput } from './assign-commands.ts'
import type { Check, Delivered } from './deliver-commands.ts'
import type { ServiceState } from './due.ts'
import type { Indicator } from './edition.ts'
import type { ReportInput } from './report-commands.ts'

export type PeriodChoice = { readonly key: string; readonly name: Text; readonly isCurrent: boolean }

export type VillageLine = {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly score: string | null
  readonly before: string | null
  readonly grade: string | null
  readonly specific: string | null
  /** In tenths of a point, 1 for the score itself; above it the three are told in such steps, and at 0 not at all, because a hidden count would follow. */
  readonly scoreStep: number
  readonly sensitive: string | null
  readonly available: number
  readonly of: number
  readonly missing: number
  /** `missing` is in tens, because some of what it adds up is hidden from this visitor. */
  readonly isRounded: boolean
  readonly isList: boolean
  readonly isPriority: boolean
  /** Households of the first 1,000 days with every service, of all such households. */
  readonly households: { readonly complete: ShownNumber; readonly of: ShownNumber }
  readonly atRisk: ShownNumber
  readonly riskKnown: number | 'few'
}
export type RegencyView = {
  readonly period: PeriodChoice
  readonly periods: readonly PeriodChoice[]
  readonly districts: readonly { readonly code: string; readonly name: string }[]
  readonly district?: string
  readonly sort: 'score' | 'missing' | 'name'
  readonly lines: readonly VillageLine[]
  /** Over all villages of the choice, whatever part of the list is shown. */
  readonly grades: Readonly<Record<string, number>>
  readonly withoutGrade: number
  readonly updatedOn: PlainDate | null
  /** The indicators that miss the most people over these villages. */
  readonly worst: readonly {
    readonly indicator: Indicator
    readonly numerator: number
    readonly denominator: number
    readonly missing: number
  }[]
}

export type IndicatorLine = {
  readonly indicator: Indicator
  readonly ownerName: string
  readonly count?: ShownCount
  /** Tenths of a percent; only where the count may be shown whole. */
  readonly achievedPercent?: string
  readonly targetShare: string
  readonly isTargetConfirmed: boolean
  readonly missing: ShownNumber
  readonly waiting: number | 'few'
  readonly basis: 'list' | 'report' | 'none'
}
export type VillageView = {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly kind: 'desa' | 'kelurahan'
  readonly period: PeriodChoice
  readonly periods: readonly PeriodChoice[]
  readonly line?: VillageLine
  readonly indicators: readonly IndicatorLine[]
  readonly households: { readonly complete: ShownNumber; readonly of: ShownNumber }
  readonly atRisk: ShownNumber
  readonly riskKnown: number | 'few'
  readonly trend: readonly {
    readonly name: Text
    readonly score: string | null
    readonly available: number
    readonly of: number
  }[]
  readonly growth?: {
    readonly measured: number
    readonly stunted: number | 'few'
    readonly coveragePercent: string | null
  }
  readonly isList: boolean
  readonly mayConfirm: boolean
  readonly maySeeFamilies: boolean
  readonly maySeeCouples: boolean
  readonly mayCheck: boolean
  readonly updatedOn: PlainDate | null
}

export type NamedSubject = {
  readonly subjectId: string
  readonly kind: 'person' | 'family'
  readonly name: string
  readonly about: Text
  readonly isAtRisk: boolean
  readonly state: ServiceState
  readonly givenOn: PlainDate | null
  readonly agencyName: string | null
  /** Programme on whose list they stand. */
  readonly assignedTo: string | null
}
export type ProgrammeChoice = { readonly id: string; readonly name: string; readonly agencyName: string }
export type AssignmentLine = {
  readonly id: string
  readonly programmeName: string
  readonly agencyName: string
  readonly villageName: string
  readonly serviceName: Text
  readonly dueOn: PlainDate
  readonly isLate: boolean
  readonly people: number | 'few'
  readonly delivered: number | 'few'
  readonly note: string
}
export type GapView = {
  readonly village: { readonly code: string; readonly name: string; readonly district: string }
  readonly period: PeriodChoice
  readonly line: IndicatorLine
  readonly serviceName: Text | null
  /** Names of those who wait; absent for readers of counts. */
  readonly names?: readonly NamedSubject[]
  readonly next?: string
  readonly assignments: readonly AssignmentLine[]
  readonly unassigned: number | 'few'
  /** Programmes that give the service; only for planners. */
  readonly programmes?: readonly ProgrammeChoice[]
  readonly proposedDueOn: PlainDate
  /** For the officer of the owner agency: what was reported last. */
  readonly ownReport?: {
    readonly numerator?: number
    readonly denominator?: number
    readonly source: string
    readonly version: number
  }
  /** What agencies say by name, and what they report as totals. */
  readonly reports: readonly {
    readonly agencyName: string
    readonly named: number | 'few'
    readonly total?: { readonly numerator: number; readonly denominator: number; readonly source: string }
  }[]
  readonly shared: ShownCount
  /** Deliveries named by more than one agency. */
  readonly counted_twice: number | 'few'
}

export type WorkView = {
  readonly agencies: readonly string[]
  readonly lines: readonly AssignmentLine[]
  readonly programmes: readonly ProgrammeChoice[]
}
export type AssignmentView = {
  readonly line: AssignmentLine
  readonly villageCode: string
  readonly period: PeriodChoice
  readonly subjects: readonly NamedSubject[]
  readonly next?: string
  readonly today: PlainDate
}
export interface ConvergencePort {
  visitor(request: Request): Promise<Visitor>
  readRegency(
    visitor: Visitor,
    query: { readonly period?: string; readonly district?: string; readonly sort?: string },
  ): Promise<Result<RegencyView>>
  readVillage(visitor: Visitor, village: string, period?: string): Promise<Result<VillageView>>
  readGap(
    visitor: Visitor,
    query: { readonly village: string; readonly indicator: string; readonly period?: string; readonly after?: string },
  ): Promise<Result<GapView>>
  assign(
    visitor: Visitor,
    input: AssignInput,
  ): Promise<Result<{ readonly assignmentId: string; readonly people: number }>>
  reportTotal(visitor: Visitor, input: ReportInput): Promise<Result<null>>
  confirmList(visitor: Visitor, village: string, period: string): Promise<Result<null>>
  listWork(visitor: Visitor): Promise<Result<WorkView>>
  readAssignment(visitor: Visitor, id: string, after?: string): Promise<Result<AssignmentView>>
  deliver(
    visitor: Visitor,
    id: string,
    input: { readonly subjects: readonly string[]; readonly givenOn: string; readonly giver: string },
  ): Promise<Result<Delivered>>
  check(visitor: Visitor, input: Check): Promise<Result<{ readonly village: string }>>
}
