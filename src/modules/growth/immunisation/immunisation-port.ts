// What the pages of vaccines need: the doses of one child, the list of a posyandu. Types only.
import type { PlainDate } from '../../../kernel/date.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { ChildHead, PosyanduHead } from '../posyandu-port.ts'
import type { DoseLine, VaccineSummary } from '../rules/immunisation.ts'

export const DOSE_PLACES = ['posyandu', 'puskesmas', 'hospital', 'home'] as const
export type DosePlace = (typeof DOSE_PLACES)[number]

export type DoseRequest = {
  readonly doses: readonly string[]
  readonly on: PlainDate
  readonly place: DosePlace
}
export type VaccinesView = {
  readonly child: ChildHead
  readonly today: PlainDate
  readonly lines: readonly DoseLine[]
  readonly summary: VaccineSummary
  /** Doses that were copied from the KIA book. */
  readonly fromBook: readonly string[]
  /** May record; a cadre copies from the book. */
  readonly may: 'give' | 'copy' | 'see'
}
export type VaccineChild = {
  readonly childId: string
  readonly name: string
  readonly ageMonths: number
  readonly motherName?: string
  readonly summary: VaccineSummary
  readonly overdue: readonly DoseLine[]
  readonly due: readonly DoseLine[]
}
export type VaccineListView = {
  readonly posyandu: PosyanduHead
  readonly today: PlainDate
  /** Who waits for a dose, the longest overdue first. */
  readonly waiting: readonly VaccineChild[]
  readonly watched: number
  readonly upToDate: number
  /** Children of the age of completeness, and those of them with all basic doses. */
  readonly ofAge: number
  readonly complete: number
  /** Nobody recorded a dose of these. */
  readonly unknown: number
}

export interface ImmunisationPort {
  visitor(request: Request): Promise<Visitor>
  today(visitor: Visitor): PlainDate
  /** Refuses `not-found`. */
  readChild(visitor: Visitor, childId: string): Promise<Result<VaccinesView>>
  record(visitor: Visitor, childId: string, request: DoseRequest): Promise<Result<{ readonly recorded: number }>>
  withdraw(visitor: Visitor, childId: string, dose: string, reason: string): Promise<Result<void>>
  readList(visitor: Visitor, posyanduId: string): Promise<Result<VaccineListView>>
}
