// The same event reported twice: a birth, a death, an application, an upload. Checked before a deed or person exists.
// Must stay true: twins are two births (declared as such, same or next day, different order); nothing else within 270 days of a
// mother's child is another birth until a person decides.
import { daysBetween, type PlainDate } from '../../kernel/date.ts'
import { dateParams } from '../../kernel/date-format.ts'
import type { Refusal } from '../../kernel/refusal.ts'

/** No mother gives birth again within so many days. */
export const BIRTH_DISTANCE_DAYS = 270

export type BirthReport = {
  /** The mother's person key or NIK. */
  readonly mother: string
  readonly birthDate: PlainDate
  /** Children of this birth: 1 for a single child. */
  readonly plurality: number
  /** Place among them, from 1. */
  readonly order?: number
}

/**
 * The refusal when this birth is one that is already known, or undefined: `same-birth`, or `same-birth-order` when both are declared as
 * multiple birth but with the same place in it.
 */
export function decideSameBirth(report: BirthReport, known: Iterable<BirthReport>, at?: string): Refusal | undefined {
  for (const other of known) {
    if (other.mother !== report.mother) continue
    const days = Math.abs(daysBetween(report.birthDate, other.birthDate))
    if (days > BIRTH_DISTANCE_DAYS) continue
    const params = dateParams('birth', other.birthDate)
    const declared = report.plurality > 1 && other.plurality > 1 && days <= 1
    if (!declared) return { code: 'same-birth', at, params }
    if (report.order === undefined || other.order === undefined || report.order === other.order) {
      return { code: 'same-birth-order', at, params: { ...params, order: other.order ?? 1 } }
    }
  }
  return undefined
}

/** The refusal when the register already holds the death of this person: `same-death`. */
export function decideSameDeath(person: { readonly diedOn?: PlainDate }, at?: string): Refusal | undefined {
  return person.diedOn === undefined ? undefined : { code: 'same-death', at, params: dateParams('died', person.diedOn) }
}

export type OpenApplication = {
  readonly serviceId: string
  readonly subject: string
  readonly caseNumber: string
  readonly submittedOn: PlainDate
}

/** The open application for the same service and subject, to which the applicant is led, or undefined: `same-application`. */
export function decideSameApplication(
  application: { readonly serviceId: string; readonly subject: string },
  open: Iterable<OpenApplication>,
): { readonly refusal: Refusal; readonly existing: OpenApplication } | undefined {
  for (const existing of open) {
    if (existing.serviceId !== application.serviceId || existing.subject !== application.subject) continue
    const params = { caseNumber: existing.caseNumber, ...dateParams('submitted', existing.submittedOn) }
    return { refusal: { code: 'same-application', params }, existing }
  }
  return undefined
}

export type UploadUse = { readonly sha256: string; readonly caseNumber: string; readonly family: string }

/** Uses of the same file in cases of other families: a flag for the verifier, never a refusal. */
export function findUploadsOfOthers(sha256: string, family: string, uses: Iterable<UploadUse>): UploadUse[] {
  return [...uses].filter((use) => use.sha256 === sha256 && use.family !== family)
}
