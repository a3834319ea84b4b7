// Who may fill in an application for somebody else, and where: a counter officer for anyone of the region, a village
// operator for the residents of the own village only, a mandate holder for its giver. Pure; time and roles come in.
import type { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { assignmentsFor, type Role, type Visitor } from '../../platform/http/visitor.ts'

export const OFFICE_WAYS = ['counter', 'village', 'mobile'] as const
export type OfficeWay = (typeof OFFICE_WAYS)[number]
export type HelpWay = OfficeWay | 'mandate'

/** How often a code may be tried, and how long it holds. */
export const MOST_CODE_TRIES = 5
export const CODE_MS = 10 * 60_000

export const WAY_WORDS: Readonly<Record<HelpWay, Text>> = {
  counter: { id: 'Dibantu petugas loket', en: 'Helped at the counter' },
  village: { id: 'Dibantu operator desa', en: 'Helped by the village operator' },
  mobile: { id: 'Dibantu tim jemput bola', en: 'Helped by the mobile round' },
  mandate: { id: 'Diurus penerima kuasa', en: 'Handled under a mandate' },
}

const ROLES_OF: Readonly<Record<OfficeWay, readonly Role[]>> = {
  counter: ['front-office'],
  village: ['village-operator'],
  mobile: ['front-office', 'village-operator'],
}

/** The ways a visitor may help at all; empty for everyone who is neither. */
export function waysOf(visitor: Visitor): readonly OfficeWay[] {
  const region = visitor.region!.code
  return OFFICE_WAYS.filter((way) =>
    ROLES_OF[way].some((role) => assignmentsFor(visitor.actor, region, role).length > 0),
  )
}

/** The unit under which a visitor helps someone of a village with a service; undefined when they may not. */
export function helpingUnit(
  visitor: Visitor,
  way: OfficeWay,
  serviceId: string,
  villageCode: string | undefined,
): string | undefined {
  const region = visitor.region!.code
  for (const role of ROLES_OF[way]) {
    // Without a village nobody can say that it is the operator's own.
    if (role === 'village-operator' && villageCode === undefined) continue
    const [assignment] = assignmentsFor(visitor.actor, region, role, serviceId, villageCode ?? region)
    if (assignment !== undefined) return assignment.unit
  }
  return undefined
}

export type MandateTerms = {
  readonly giverPerson: string
  readonly holderAccount?: string
  readonly holderPerson?: string
  readonly serviceId: string
  readonly validFromMs: number
  readonly validUntilMs: number
  readonly endedAtMs?: number
}

/** Does this mandate let the account (or its person) act for a person in a service now? Refuses `mandate-ended`. */
export function decideMandate(
  terms: MandateTerms | undefined,
  holder: { readonly accountId: string; readonly personId?: string },
  act: { readonly giverPerson: string | undefined; readonly serviceId: string; readonly nowMs: number },
): Refusal | undefined {
  const isHolder =
    terms !== undefined &&
    (terms.holderAccount === holder.accountId ||
      (terms.holderPerson !== undefined && terms.holderPerson === holder.personId))
  if (!isHolder || terms.giverPerson !== act.giverPerson) return { code: 'not-found' }
  if (terms.serviceId !== '*' && terms.serviceId !== act.serviceId) return { code: 'not-found' }
  const holds = terms.validFromMs <= act.nowMs && act.nowMs < terms.validUntilMs && terms.endedAtMs === undefined
  return holds ? undefined : { code: 'mandate-ended' }
}

export type CodeState = {
  readonly hash: string | null
  readonly untilMs?: number
  readonly tries: number
}

/** Is the code typed the one that was sent? `hashes` are those of what was typed. Refuses `confirm-code-wrong`, `confirm-code-old`. */
export function decideCode(code: CodeState, hashes: readonly string[], nowMs: number): Refusal | undefined {
  if (code.hash === null || code.untilMs === undefined || nowMs > code.untilMs || code.tries >= MOST_CODE_TRIES)
    return { code: 'confirm-code-old', at: 'code' }
  return hashes.includes(code.hash) ? undefined : { code: 'confirm-code-wrong', at: 'code' }
}
