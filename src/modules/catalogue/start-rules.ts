// Which conditions of eligibility are decided before anything is asked: those that look at the applicant's own record alone. Pure.
// Must stay true: a condition that an answer, a role or a contact could still turn is never one of them.

import type { Condition } from './expression.ts'
import { referencesOfCondition } from './references.ts'
import type { EligibilityRefusal, Session } from './session.ts'

/** Facts of the application, not of the register. */
const OF_THE_CASE: readonly string[] = ['applicantRole', 'channel', 'isLate', 'daysSinceEvent', 'needsDecision']

/** Does the condition ask for nothing but the applicant's own record? */
export function isDecidedAtStart(require: Condition): boolean {
  const references = referencesOfCondition(require)
  return (
    references.length > 0 &&
    references.every(
      (one) =>
        (one.kind === 'person' && one.name === 'applicant') ||
        (one.kind === 'fact' && one.fact.of === 'applicant' && !OF_THE_CASE.includes(one.fact.fact)),
    )
  )
}

/** What speaks against beginning at all: no page filled in could change it. */
export function refusedAtStart(
  session: Pick<Session, 'refusals'>,
  eligibility: readonly { readonly id: string; readonly require: Condition }[],
): readonly EligibilityRefusal[] {
  const decided = new Set(eligibility.filter((rule) => isDecidedAtStart(rule.require)).map((rule) => rule.id))
  return session.refusals.filter((one) => decided.has(one.id))
}
