// What the use cases of growth need of the house. Types only.
import type { PlainDate } from '../../kernel/date.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import type { MonthEditions } from './count-months.ts'
import type { AlertEdition } from './rules/alert-edition.ts'
import type { CareEdition } from './rules/care-edition.ts'
import type { MeasuringEdition } from './rules/editions.ts'

export type GrowthEditions = Omit<MonthEditions, 'on'> & {
  readonly measuring: MeasuringEdition
  readonly alerts: AlertEdition
  readonly care: CareEdition
  on?(day: PlainDate): GrowthEditions
}

export type GrowthContext = {
  readonly database: Database
  readonly ring: KeyRing
  readonly clock: Clock
  /** The editions a region uses now; results keep the name of the one they were made with. */
  editions(region: string): GrowthEditions
  /** The day it is in the region. */
  today(region: string): PlainDate
  /** The day an instant falls on in the region. */
  dayOf(region: string, at: Date): PlainDate
  visitor(request: Request): Promise<Visitor>
  /** `Paringin Kota, Paringin` of a village code. */
  villageName(code: string): string | undefined
}
