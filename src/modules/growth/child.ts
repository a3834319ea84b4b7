// A child as growth knows it, and what its record says of its measurings. Types and small pure words; NIK only where a
// screen may show it. Must stay true: sex and birth date decide every score, so changing them recounts the child.
import type { PlainDate } from '../../kernel/date.ts'
import type { Facts } from './facts-of-day.ts'
import type { JudgedMeasurement } from './rules/measurement.ts'
import type { Finding } from './rules/measuring.ts'
import type { Sex } from './zscores.ts'

export type Posyandu = {
  readonly posyanduId: string
  readonly name: string
  readonly villageCode: string
  /** Unit of the health centre. */
  readonly centreId: string
}

/** Parents, telephone, address: sealed as a whole. */
export type ChildDetails = {
  readonly motherNik?: string
  readonly fatherName?: string
  readonly fatherNik?: string
  readonly kk?: string
  readonly phone?: string
  readonly address?: string
  readonly rt?: string
  readonly rw?: string
}

export type ChildStatus = 'active' | 'moved' | 'died' | 'over-age' | 'duplicate'

export type ChildRecord = {
  readonly childId: string
  readonly personId?: string
  readonly posyanduId: string
  readonly villageCode: string
  readonly name: string
  /** 1 boy, 2 girl. */
  readonly sex: Sex
  readonly birthDate: PlainDate
  readonly birthExact: boolean
  readonly birthOrder?: number
  readonly nik?: string
  readonly motherName?: string
  readonly details: ChildDetails
  readonly birthWeightG?: number
  readonly birthLengthTenthMm?: number
  readonly birthHeadTenthMm?: number
  readonly gestationWeeks?: number
  readonly earlyBreastfed?: boolean
  readonly book?: 'kia' | 'small-baby'
  readonly status: ChildStatus
  readonly statusOn?: PlainDate
  readonly version: number
}

export type MeasurementState = 'recorded' | 'verified' | 'replaced' | 'withdrawn'

/** A measuring with its scores as they were stored. */
export type StoredMeasurement = JudgedMeasurement & {
  readonly childId: string
  readonly posyanduId: string
  readonly villageCode: string
  readonly facts: Facts
  readonly findings: readonly Finding[]
  readonly measurer: string
  readonly state: MeasurementState
  readonly replaces?: string
  readonly reason?: string
  readonly verifiedBy?: string
  readonly recordedAt: Date
}

/** Those that stand: neither replaced nor withdrawn. */
export function standing<M extends { readonly state: MeasurementState }>(measurements: readonly M[]): readonly M[] {
  return measurements.filter(({ state }) => state === 'recorded' || state === 'verified')
}
