// Who is asking, in which language, from where: everything a page or a use case may know about a request. Ports hand it
// over, so that routes never read cookies (the field worker has none). Types only, safe in the browser.
import type { Refusal } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Language } from '../../kernel/text.ts'
import type { PageContext } from '../ui/context.ts'

/** Official roles; each assignment binds one of them to a place and to services. */
export const ROLES = [
  'front-office',
  'verifier',
  'validator',
  'head',
  'production',
  'delivery',
  'village-operator',
  'data-officer',
  'auditor',
  'service-admin',
  'coordinator',
  'notifier',
  // Child growth and convergence: those who weigh, who treat, who visit, who plan.
  'cadre',
  'midwife',
  'nutritionist',
  'doctor',
  'health-centre-head',
  'family-team',
  'village-cadre',
  'village-head',
  'programme-officer',
  'convergence-secretariat',
  'expert',
  'foster-parent',
] as const
export type Role = (typeof ROLES)[number]

export type Assignment = {
  readonly role: Role
  readonly region: RegionCode
  /** Regency, district or village the role reaches: `63.11`, `63.11.06`, `63.11.06.2001`. */
  readonly place: string
  /** Service ids, or `*` for all. */
  readonly services: readonly string[]
  /** The unit the public sees in place of a person's name. */
  readonly unit: string
  /** The key of that unit: the posyandu of a cadre, the health centre of a midwife, the agency's unit of an officer. */
  readonly unitId?: string
  /** The assignment whose holder this one stands in for. */
  readonly deputyFor?: string
}

export type Actor = {
  readonly accountId: string
  readonly name: string
  readonly sessionId: string
  /** The register's key of this person, when the account is bound to one in the region at hand. */
  readonly personId?: string
  readonly assignments: readonly Assignment[]
  /** When the second factor was last shown in this session, epoch ms; signing asks for a fresh one. */
  readonly steppedUpAt?: number
}

export type RegionInfo = {
  readonly code: RegionCode
  readonly name: string
  /** Hue of the region's accent, degrees. */
  readonly hue: number
  readonly timeZone: string
  readonly office: string
}

export type Visitor = {
  readonly requestId: string
  readonly language: Language
  readonly region?: RegionInfo
  readonly actor?: Actor
  /** Everything the frame of a page needs. */
  readonly page: PageContext
  readonly demo: boolean
  /** A coarse, non-identifying name of the device for the journal. */
  readonly device: string
  /** The sentence of a refusal in the visitor's language. */
  tell(refusal: Refusal): string
  /** The HTTP status of these refusals. */
  statusOf(refusals: readonly Refusal[]): number
}

/** The assignments of an actor that hold in a region, for a role and, when given, a service and a place. */
export function assignmentsFor(
  actor: Actor | undefined,
  region: RegionCode,
  role: Role,
  service?: string,
  place?: string,
): readonly Assignment[] {
  return (actor?.assignments ?? []).filter(
    (a) =>
      a.region === region &&
      a.role === role &&
      (service === undefined || a.services.includes('*') || a.services.includes(service)) &&
      (place === undefined || place === a.place || place.startsWith(`${a.place}.`)),
  )
}

/** True when the actor holds the role in the region (for the service and place, when given). */
export function holds(
  actor: Actor | undefined,
  region: RegionCode,
  role: Role,
  service?: string,
  place?: string,
): boolean {
  return assignmentsFor(actor, region, role, service, place).length > 0
}
