// Who may stand in for whom, for how long, and who may say so. Pure. Must stay true: whoever proposes does not confirm, the
// deputy does neither, and a stand-in has a beginning and an end (specification section 3).
import { addDays, daysBetween, isPlainDate } from '../../kernel/date.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Role } from '../../platform/http/visitor.ts'

export const TITLES = ['plh', 'plt', 'an'] as const
export type DeputyTitle = (typeof TITLES)[number]
export type DeputyState = 'proposed' | 'confirmed' | 'refused' | 'ended'

/** Roles whose work cannot wait for somebody to come back. */
export const DEPUTISED: readonly Role[] = ['head', 'validator', 'verifier', 'front-office', 'production', 'delivery']
/** Who names deputies. */
export const NAMERS: readonly Role[] = ['service-admin', 'head']
export const MOST_DAYS = 180

export type Proposal = {
  readonly assignment: string
  readonly account: string
  readonly title: string
  readonly printedName: string
  readonly nip: string
  readonly decree: string
  readonly from: string
  readonly to: string
}

/** What a proposal lacks, all at once. `holder` is the account whose work it is, undefined when there is no such assignment. */
export function faultsOfProposal(
  proposal: Proposal,
  facts: {
    readonly holder?: string
    readonly isOfficer: boolean
    readonly proposer: string
    readonly today: string
  },
): readonly Refusal[] {
  const { from, to } = proposal
  const faults: Refusal[] = []
  if (facts.holder === undefined) faults.push({ code: 'deputy-post', at: 'assignment' })
  if (!facts.isOfficer) faults.push({ code: 'deputy-officer', at: 'account' })
  else if (proposal.account === facts.holder) faults.push({ code: 'deputy-self', at: 'account' })
  else if (proposal.account === facts.proposer) faults.push({ code: 'deputy-own', at: 'account' })
  if (!(TITLES as readonly string[]).includes(proposal.title)) faults.push({ code: 'deputy-title', at: 'title' })
  const name = proposal.printedName.trim()
  if (name.length < 3 || name.length > 80 || !/^[\p{L} .,'’-]+$/u.test(name))
    faults.push({ code: 'deputy-name', at: 'printedName' })
  if (proposal.nip.trim() !== '' && !/^\d{18}$/.test(proposal.nip.replace(/\s/g, '')))
    faults.push({ code: 'deputy-nip', at: 'nip' })
  if (!/^[\p{L}\d][\p{L}\d ./-]{2,59}$/u.test(proposal.decree.trim()))
    faults.push({ code: 'deputy-decree', at: 'decree' })
  if (!isPlainDate(from) || from < facts.today) faults.push({ code: 'deputy-from', at: 'from' })
  if (!isPlainDate(to)) faults.push({ code: 'deputy-to', at: 'to' })
  else if (isPlainDate(from) && (to < from || daysBetween(from, to) >= MOST_DAYS))
    faults.push({ code: 'deputy-to', at: 'to' })
  return faults
}

/** Why this account may not confirm or refuse the proposal; undefined when it may. */
export function decideConfirmer(
  account: string,
  deputy: { readonly proposedBy: string; readonly account: string },
): Refusal | undefined {
  if (account === deputy.proposedBy) return { code: 'deputy-four-eyes' }
  if (account === deputy.account) return { code: 'deputy-own' }
  return undefined
}

/** The first instant after the last day, as a day. */
export const dayAfter = (to: string): string => addDays(to, 1)

/** How the paper names an acting signer: before the role. */
export const SIGNATURE_WORDS: Readonly<Record<DeputyTitle, string>> = { plh: 'Plh.', plt: 'Plt.', an: 'a.n.' }
