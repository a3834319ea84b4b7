// What goes out of growth and comes into it, as plain values without keys of a database: the formatters, the parsers and the
// checks of the exchanges know these and nothing else. Must stay true: what was not recorded is absent, never zero or "no";
// lengths and weights are whole tenths of a millimetre and grams, as they were measured.
import type { PlainDate } from '../../../kernel/date.ts'
import type { FoodGroup } from '../rules/feeding.ts'
import type { Position, Sex } from '../zscores.ts'

export type ChildRecord = {
  /** The id inside this installation; identifiers of exchanges are made of it. */
  readonly childId: string
  readonly nik?: string
  readonly kk?: string
  readonly name: string
  /** 1 boy, 2 girl. */
  readonly sex: Sex
  readonly birthDate: PlainDate
  /** False: the day was estimated. Such dates are not sent where only certain ones are taken. */
  readonly birthExact: boolean
  readonly birthOrder?: number
  readonly birthWeightG?: number
  readonly birthLengthTenthMm?: number
  readonly birthHeadTenthMm?: number
  readonly gestationWeeks?: number
  readonly earlyBreastfed?: boolean
  readonly book?: 'kia' | 'small-baby'
  readonly motherName?: string
  readonly motherNik?: string
  readonly fatherName?: string
  readonly phone?: string
  readonly address?: string
  readonly rt?: string
  readonly rw?: string
  readonly posyandu: string
  readonly villageCode: string
  readonly moved: boolean
}

/** Scores as another program printed them: kept beside ours, never in their place. Hundredths of an SD. */
export type ReportedScores = { readonly weight?: number; readonly length?: number; readonly weightLength?: number }

export type MeasurementRecord = {
  readonly measurementId: string
  readonly date: PlainDate
  readonly weightG?: number
  readonly lengthHeightTenthMm?: number
  readonly position?: Position
  readonly armTenthMm?: number
  readonly headTenthMm?: number
  readonly oedema?: 0 | 1 | 2 | 3
  readonly vitaminA?: boolean
  /** Completed month of age (0 to 6) to whether the child had mother's milk only. */
  readonly breastfed?: Readonly<Record<number, boolean>>
  readonly motherClass?: boolean
  readonly freeMeal?: boolean
  readonly verified: boolean
  readonly reported?: ReportedScores
}

/** What is said of a child on each of its lines. */
export type OfChild<T> = T & { readonly child: ChildRecord }

export type PmtRecord = {
  readonly firstDay: PlainDate
  readonly cycle: number
  readonly kind: 'factory' | 'local'
  readonly money: 'dak' | 'apbd' | 'partner' | 'village-fund'
  readonly partner?: string
  readonly partnerOther?: string
  readonly perGuideline: boolean
  readonly reason: 'wasting' | 'underweight' | 'not-gaining'
  readonly week: number
  readonly monitoredOn: PlainDate
  /** Seven days of that week. */
  readonly given: readonly boolean[]
  readonly weightG?: number
  readonly lengthHeightTenthMm?: number
  readonly position?: Position
  readonly ill: boolean
  readonly next: 'continue' | 'finish' | 'hospital'
}

export type ComplementaryFoodRecord = {
  readonly date: PlainDate
  readonly eaten: Readonly<Record<FoodGroup, boolean>>
  readonly intervened: boolean
}

export const AGE_GROUPS = ['0-5', '6-11', '12-23', '24-35', '36-47', '48-59', 'all'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]

/** Counts of a place, month, sex (0: both) and age group; `counts` by our own codes (S, D, stunted, ...). Absent: not counted. */
export type MonthCountsRecord = {
  /** Home ministry code with dots (village), or the key of a health centre or posyandu. */
  readonly area: string
  /** `2026-08`. */
  readonly month: string
  readonly sex: 0 | Sex
  readonly ageGroup: AgeGroup
  readonly counts: Readonly<Partial<Record<string, number>>>
}
