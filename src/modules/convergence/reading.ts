// What every query of convergence needs of the house: the door to the data, areas, the clock, names of agencies. Must stay true:
// places outside the region are unknown here.
import type { PlainDate } from '../../kernel/date.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { roleFor } from './access.ts'
import type { Acting } from './acting.ts'
import { type PeriodKey, periodName, periodOn, type Quarter, readPeriod } from './period.ts'
import type { PeriodChoice } from './port.ts'

export type Place = {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly districtCode: string
  readonly kind: 'desa' | 'kelurahan'
}
export type GrowthFigure = {
  readonly measured: number
  readonly stunted: number
  readonly coverage: { readonly measured: number; readonly due: number }
}

/** One measuring of a child, as it stands; a score that was flagged as hardly possible is left out. */
export type MeasuredOnce = {
  readonly on: PlainDate
  readonly weightG?: number
  readonly lengthTenthMm?: number
  readonly weightForAge?: number
  readonly lengthForAge?: number
  readonly weightForLength?: number
}

export type ConvergenceTools = {
  readonly db: Pick<Database, 'inRegion'>
  readonly ring: KeyRing
  now(): Date
  today(region: RegionCode): PlainDate
  /** The day an instant falls on in the region. */
  dayOf(region: RegionCode, at: Date): PlainDate
  /** Villages of a region, by code. */
  villages(region: RegionCode): readonly Place[]
  visitor(request: Request): Promise<Visitor>
  /** Children measured and stunted by village, of the growth module's own rollup; empty where there is none. */
  growthFigures(tx: Tx, region: RegionCode, period: PeriodKey): Promise<ReadonlyMap<string, GrowthFigure>>
  /** How a child grew since a day, oldest first; empty where the posyandu does not know the person. */
  measuredSince(tx: Tx, region: RegionCode, personId: string, since: PlainDate): Promise<readonly MeasuredOnce[]>
}

export function findPlace(tools: ConvergenceTools, region: RegionCode, code: string): Place | undefined {
  return tools.villages(region).find((one) => one.code === code)
}

/** The quarter asked for, or the one of today; undefined for a key that is none or lies ahead. */
export function quarterOf(tools: ConvergenceTools, region: RegionCode, key: string | undefined): Quarter | undefined {
  const current = periodOn(tools.today(region))
  if (key === undefined || key === '') return current
  const asked = readPeriod(key)
  return asked === undefined || asked.key > current.key ? undefined : asked
}

export function choiceOf(key: PeriodKey, current: PeriodKey): PeriodChoice {
  return { key, name: periodName(key), isCurrent: key === current }
}

/** The actor of a visitor, who must be signed in. */
export function actingOf(tools: ConvergenceTools, visitor: Visitor, place?: string): Acting {
  const region = visitor.region!.code
  return {
    region,
    actor: visitor.actor!,
    role: roleFor(visitor.actor, region, place),
    device: visitor.device,
    now: tools.now(),
    today: tools.today(region),
  }
}
