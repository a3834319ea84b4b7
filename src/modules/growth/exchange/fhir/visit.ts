// What one visit of a child is made of, before it becomes FHIR. Types only. Must stay true: a condition comes from a doctor's
// decision and carries who decided and when; no measuring makes one.
import type { PlainDate } from '../../../../kernel/date.ts'
import type { JudgedMeasurement } from '../../rules/measurement.ts'
import type { ChildRecord, PmtRecord } from '../types.ts'

/** An instant with its offset, such as `2026-08-13T09:10:00+08:00`. */
export type Instant = string

export type FhirVisit = {
  /** Local id of the visit: one a person, day and group of services. */
  readonly visitId: string
  readonly child: ChildRecord
  /** Number of the child in the national index; without it the patient goes along. */
  readonly patientIhs?: string
  /** Organisation that sends: its number and name. */
  readonly organisation: { readonly ihs: string; readonly name: string }
  /** Who answers for the visit: whoever verified it, else the one the region named. */
  readonly practitioner: { readonly ihs: string; readonly name?: string }
  /** Who measured, where their number is known. */
  readonly measuredBy?: { readonly ihs: string; readonly name?: string }
  readonly location?: { readonly id: string; readonly name: string }
  readonly atHome: boolean
  readonly start: Instant
  readonly end: Instant
  readonly measurement?: JudgedMeasurement
  /** Category code of each judged indicator, of the edition it was judged by. */
  readonly categories?: Readonly<Record<string, string>>
  readonly diagnoses?: readonly {
    readonly id: string
    readonly code: string
    readonly decidedBy: { readonly role: 'doctor'; readonly ihs: string }
    readonly decidedOn: PlainDate
  }[]
  readonly pmt?: PmtRecord & { readonly id: string }
  readonly referral?: {
    readonly id: string
    readonly orderedAt: Instant
    readonly urgent: boolean
    readonly to: { readonly ihs: string; readonly name: string }
    readonly reason: string
  }
  readonly immunizations?: readonly {
    readonly id: string
    readonly vaccine: { readonly kfa: string; readonly name: string }
    readonly givenAt: Instant
    readonly lot?: string
    readonly expires?: PlainDate
    readonly dose: number
  }[]
}
