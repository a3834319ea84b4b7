// What is noted beside the figures of a measuring: second readings, illness, danger signs, capsules, feeding, screening.
// Kept as JSON with the measuring. Types only; a fact nobody asked is absent, never "no".
import type { FoodGroup } from './rules/feeding.ts'

export type Facts = {
  /** Readings taken again, in the units of the figures; the figure that counts is decided by rules/measuring.ts. */
  readonly readings?: Readonly<
    Partial<Record<'weightG' | 'lengthHeightTenthMm' | 'armTenthMm' | 'headTenthMm', readonly number[]>>
  >
  /** Illness in the last two weeks, by code: fever, cough, diarrhoea, other. */
  readonly illness?: readonly string[]
  /** Danger signs seen today, by code (complications of the alert edition). */
  readonly dangerSigns?: readonly string[]
  readonly vitaminA?: 'blue' | 'red'
  readonly dewormed?: boolean
  /** Only mother's milk since the last weighing; asked below six months. */
  readonly exclusivelyBreastfed?: boolean
  /** Food groups eaten the day before, of rules/feeding.ts; empty: asked, none of them. */
  readonly eaten?: readonly FoodGroup[]
  readonly attendedClass?: boolean
  /** Got the nation's free meals (MBG) this month. */
  readonly freeMeal?: boolean
  /** Development screening (KPSP): fits the age, doubtful, deviates. */
  readonly development?: 'fits' | 'doubtful' | 'deviates'
  readonly note?: string
}
