// Conflicts of interest: nobody handles a case about self, spouse, parent, child, sibling or the own family card
// (specification section 3). Who did which duty before is the process's own rule (catalogue/process.ts).
import type { Refusal } from '../../kernel/refusal.ts'

/** The persons a case is about, and the officer's own ties, all as register keys. */
export type Ties = {
  readonly casePersons: readonly string[]
  readonly caseFamilies: readonly string[]
  readonly officerPerson?: string
  readonly officerFamily?: string
  /** Spouse, parents, children, siblings. */
  readonly officerKin: readonly string[]
}

/** Refuses `own-case`, `kin-case` and `helped-case`; undefined when nothing ties the officer to the case. */
export function decideKinship(
  officerAccount: string,
  accounts: { readonly applicant?: string; readonly helpers: readonly (string | undefined)[] },
  ties: Ties,
): Refusal | undefined {
  if (accounts.applicant === officerAccount) return { code: 'own-case' }
  if (ties.officerPerson !== undefined && ties.casePersons.includes(ties.officerPerson)) return { code: 'own-case' }
  if (ties.officerFamily !== undefined && ties.caseFamilies.includes(ties.officerFamily)) return { code: 'kin-case' }
  if (ties.officerKin.some((kin) => ties.casePersons.includes(kin))) return { code: 'kin-case' }
  if (accounts.helpers.includes(officerAccount)) return { code: 'helped-case' }
  return undefined
}
