// Whom an applicant may choose by pointing instead of by NIK and name: the people of the own family card, and whom the page
// itself suggested. Must stay true: knowing somebody's id opens nothing; an id that was not on the page is no answer. Pure.
import { type Answer, isPersonAnswer, personIdOf } from '../catalogue/answers.ts'
import type { SessionField } from '../catalogue/session.ts'
import { familyOf, openMembers } from '../register/kinship.ts'
import type { RegisterSnapshot } from '../register/snapshot.ts'

/** Ids on the applicant's card as it is now, the applicant included. */
export function ownPeople(snapshot: RegisterSnapshot, applicant: string | undefined): ReadonlySet<string> {
  if (applicant === undefined) return new Set()
  const family = familyOf(snapshot, applicant)
  return new Set([applicant, ...(family === undefined ? [] : openMembers(family).map((member) => member.personId))])
}

/** True when an answer points at somebody who was not there to be chosen. */
export function pointsElsewhere(
  { field, suggestion }: Pick<SessionField, 'field' | 'suggestion'>,
  answer: Answer,
  own: ReadonlySet<string>,
): boolean {
  const offered = new Set([...own, ...idsIn(suggestion, true)])
  return idsIn(answer, field.type === 'people').some((id) => !offered.has(id))
}

/** Ids chosen by pointing. Whoever was found by NIK and name is known by that, not by the id beside it. */
function idsIn(value: unknown, listsAreIds: boolean): readonly string[] {
  if (isPersonAnswer(value)) {
    const id = 'nik' in value ? undefined : personIdOf(value)
    return id === undefined ? [] : [id]
  }
  if (Array.isArray(value))
    return value.flatMap((one: unknown) =>
      typeof one === 'string' ? (listsAreIds ? [one] : []) : idsIn(one, listsAreIds),
    )
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap((one) => idsIn(one, listsAreIds))
  return []
}
