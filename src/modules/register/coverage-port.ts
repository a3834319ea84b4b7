// What the coverage pages need: figures of one snapshot by village, and the village's list of who still lacks what.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Indicator } from './coverage-rules.ts'
import type { CoverageReason } from './coverage-tasks.ts'
import type { ExpectedDeaths } from './expected-deaths.ts'
import type { Tab } from './office-port.ts'

export type CoverageFigure = {
  /** Village, district or region; for the figures of one place the indicator. */
  readonly key: string
  readonly name: Text
  readonly numerator: number
  readonly denominator: number
  /** `92,85 %`; absent without a base. */
  readonly percent?: string
  readonly missing: number
  readonly targetPercent?: number
  readonly href?: string
}
export type CoverageView = {
  readonly indicator: Indicator
  /** Day of the snapshot; absent when none was ever taken. */
  readonly on?: string
  readonly days: readonly string[]
  readonly total?: CoverageFigure
  /** By district, or by village below a district; the most people missing first. */
  readonly places: readonly CoverageFigure[]
  /** The same people by sex and by age group, in their order. */
  readonly sexes: readonly CoverageFigure[]
  readonly ages: readonly CoverageFigure[]
  /** Beside the deaths that are known: how many there should have been. */
  readonly expected?: ExpectedDeaths
  readonly within: string
  readonly mayTake: boolean
}
export type TaskLine = {
  readonly personId: string
  readonly name: string
  readonly href?: string
  readonly about: Text
  readonly reason?: CoverageReason
  readonly notedOn?: string
}
export type VillageView = {
  readonly village: string
  readonly name: string
  readonly indicator: Indicator
  readonly on?: string
  readonly figures: readonly CoverageFigure[]
  /** Absent for those who may see figures only. */
  readonly tasks?: readonly TaskLine[]
  readonly next?: string
  readonly progress: {
    readonly owns: number
    readonly inProcess: number
    readonly withReason: number
    readonly open: number
  }
  readonly service?: string
  readonly mayNote: boolean
}

/** Lines that may be published, and the names of those withheld because their counts are small or would follow. */
export type PublicGroup = { readonly shown: readonly CoverageFigure[]; readonly withheld: readonly Text[] }
export type PublicCoverageView = {
  readonly indicator: Indicator
  readonly within: string
  /** Day of the snapshot; absent when none was ever taken. */
  readonly on?: string
  /** A district's code, when its villages are asked for. */
  readonly district?: string
  /** Absent when it is withheld. */
  readonly total?: CoverageFigure
  readonly places?: PublicGroup
  readonly sexes?: PublicGroup
  readonly ages?: PublicGroup
  readonly expected?: ExpectedDeaths
}

/** What everybody may see. */
export interface PublicCoveragePort {
  visitor(request: Request): Promise<Visitor>
  /** Refuses `not-found`. */
  read(
    visitor: Visitor,
    ask: { readonly indicator: Indicator; readonly district?: string },
  ): Promise<Result<PublicCoverageView>>
}

/** People registered as staying in a village for a time. */
export type StaysView = {
  readonly village: string
  readonly name: string
  readonly lines: readonly {
    readonly name: string
    readonly address: string
    readonly from: string
    readonly until: string
  }[]
  readonly next?: string
}

export interface CoveragePort {
  visitor(request: Request): Promise<Visitor>
  tabs(visitor: Visitor): readonly Tab[]
  mayRead(visitor: Visitor): boolean
  /** The one village a visitor is bound to, when that is all. */
  ownVillage(visitor: Visitor): string | undefined
  read(
    visitor: Visitor,
    ask: { readonly indicator: Indicator; readonly district?: string; readonly on?: string },
  ): Promise<Result<CoverageView>>
  readVillage(visitor: Visitor, village: string, indicator: Indicator, after?: string): Promise<Result<VillageView>>
  /** Refuses `not-found`, `coverage-reason-missing`, `coverage-person-elsewhere`. */
  note(
    visitor: Visitor,
    village: string,
    indicator: Indicator,
    personId: string,
    reason: string,
  ): Promise<Result<unknown>>
  /** Refuses `not-found`. */
  readStays(visitor: Visitor, village: string, after?: string): Promise<Result<StaysView>>
  takeSnapshot(visitor: Visitor): Promise<Result<unknown>>
}
