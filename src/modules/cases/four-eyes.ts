// Four eyes and kinship: who may do which step of one case. Verifier, validator and signer are three different people, and
// nobody handles a case about self, spouse, parent, child, sibling or the own family card (specification section 3).
import type { Refusal } from '../../kernel/refusal.ts'

export type Step = 'screen' | 'verify' | 'decide' | 'validate' | 'sign' | 'other'

/** Who did which step so far, by account. */
export type Hands = {
  readonly applicantAccount?: string
  readonly helperAccount?: string
  readonly screenedBy?: string
  readonly verifiedBy?: string
  readonly validatedBy?: string
}

/** The persons a case is about, and the officer's own ties, both as register keys. */
export type Ties = {
  readonly casePersons: readonly string[]
  readonly caseFamilies: readonly string[]
  readonly officerPerson?: string
  readonly officerFamily?: string
  readonly officerKin: readonly string[]
}

/** The refusal of a step for this officer, or undefined when the officer may do it. */
export function decideFourEyes(step: Step, officer: string, hands: Hands, ties: Ties): Refusal | undefined {
  if (officer === hands.applicantAccount || officer === hands.helperAccount) return { code: 'own-case' }
  if (ties.officerPerson !== undefined && ties.casePersons.includes(ties.officerPerson)) return { code: 'own-case' }
  if (ties.officerFamily !== undefined && ties.caseFamilies.includes(ties.officerFamily)) return { code: 'kin-case' }
  if (ties.officerKin.some((kin) => ties.casePersons.includes(kin))) return { code: 'kin-case' }
  if (step === 'validate' && officer === hands.verifiedBy) return { code: 'four-eyes-verified' }
  if (step === 'sign' && officer === hands.verifiedBy) return { code: 'four-eyes-verified' }
  if (step === 'sign' && officer === hands.validatedBy) return { code: 'four-eyes-validated' }
  if (step === 'verify' && officer === hands.validatedBy) return { code: 'four-eyes-validated' }
  return undefined
}
