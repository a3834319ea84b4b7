// Who sees what of convergence, by role and area (specification 2). Pure. Must stay true: names only inside the actor's own area;
// household services without health in more roles than health services; everyone else gets counts, and counts under 5 as "<5".
import type { RegionCode } from '../../kernel/region-code.ts'
import { type Actor, assignmentsFor, holds, type Role } from '../../platform/http/visitor.ts'
import type { Count } from './score.ts'

const HEALTH: readonly Role[] = ['midwife', 'nutritionist', 'doctor', 'health-centre-head']
const VISITS: readonly Role[] = ['village-cadre', 'family-team']
const OFFICES: readonly Role[] = ['convergence-secretariat', 'programme-officer', 'expert', 'village-head']
const ALL: readonly Role[] = [...HEALTH, ...VISITS, ...OFFICES]

const any = (actor: Actor | undefined, region: RegionCode, roles: readonly Role[], place?: string): boolean =>
  roles.some((role) => holds(actor, region, role, undefined, place))

/** Scorecards and programmes: everyone who works on convergence; a foster parent only sees their own packages. */
export function mayEnter(actor: Actor | undefined, region: RegionCode): boolean {
  return any(actor, region, ALL)
}

/** Names of those who wait for a service in a village. */
export function seesNames(
  actor: Actor | undefined,
  region: RegionCode,
  village: string,
  service: { readonly isHealth: boolean },
): boolean {
  return (
    any(actor, region, [...HEALTH, ...VISITS], village) ||
    (!service.isHealth && any(actor, region, ['village-head'], village))
  )
}

/** Counts as they are, small ones too: those who know the people anyway. */
export function seesExact(actor: Actor | undefined, region: RegionCode, village: string): boolean {
  return any(actor, region, [...HEALTH, ...VISITS], village)
}

/** Checks which family got which service, and confirms that the list is whole. */
export function mayCheck(actor: Actor | undefined, region: RegionCode, village: string): boolean {
  return any(actor, region, ['village-cadre', 'family-team', 'midwife'], village)
}

/** Families at risk by name. */
export function seesFamilies(actor: Actor | undefined, region: RegionCode, village: string): boolean {
  return any(actor, region, [...HEALTH, ...VISITS, 'village-head'], village)
}

/** Gives gaps to programmes, drafts priority villages, keeps actions: the secretariat of the whole region. */
export function mayPlan(actor: Actor | undefined, region: RegionCode): boolean {
  return any(actor, region, ['convergence-secretariat'], region)
}

/** Case audits by name. */
export function isAuditTeam(actor: Actor | undefined, region: RegionCode): boolean {
  return any(actor, region, ['expert'], region)
}

/** Units of the agencies whose programmes this officer reports. */
export function officerUnits(actor: Actor | undefined, region: RegionCode): readonly string[] {
  return assignmentsFor(actor, region, 'programme-officer').flatMap((one) =>
    one.unitId === undefined ? [] : [one.unitId],
  )
}

export function isGiver(actor: Actor | undefined, region: RegionCode): boolean {
  return any(actor, region, ['foster-parent'])
}

/** The villages of an actor who works in single villages: the places of length of a village. */
export function ownVillages(actor: Actor | undefined, region: RegionCode): readonly string[] {
  const places = (actor?.assignments ?? [])
    .filter((one) => one.region === region && ALL.includes(one.role) && one.place.length === 13)
    .map((one) => one.place)
  return [...new Set(places)]
}

/** The role under which someone acts in a place, for the journal. */
export function roleFor(actor: Actor | undefined, region: RegionCode, place?: string): Role | 'none' {
  const found = (actor?.assignments ?? []).find(
    (one) =>
      one.region === region &&
      (ALL.includes(one.role) || one.role === 'foster-parent') &&
      (place === undefined || place === one.place || place.startsWith(`${one.place}.`)),
  )
  return found?.role ?? 'none'
}

export const FEW = 5

/** A count as it may be shown: whole, or without the part that would point at fewer than five people. */
export type ShownCount =
  | { readonly kind: 'exact'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'few-people' }
  | { readonly kind: 'few-reached'; readonly denominator: number }
  | { readonly kind: 'few-waiting'; readonly denominator: number }
  /** Not small, but a small count of another village would follow from it. */
  | { readonly kind: 'withheld'; readonly denominator?: number }

/** Villages are counted openly; of people and families neither reached nor waiting may point at fewer than five. */
export function shownCount({ numerator, denominator }: Count, isExact: boolean): ShownCount {
  if (isExact || denominator === 0) return { kind: 'exact', numerator, denominator }
  const waiting = denominator - numerator
  if (denominator < FEW) return { kind: 'few-people' }
  if (waiting > 0 && waiting < FEW) return { kind: 'few-waiting', denominator }
  if (numerator > 0 && numerator < FEW) return { kind: 'few-reached', denominator }
  return { kind: 'exact', numerator, denominator }
}

/** A number as it may be shown: itself, 1 to 4, or not told because another would follow. */
export type ShownNumber = number | 'few' | 'withheld'

/** People missing to a target. It follows from the counts, so it is hidden with them: of few waiting people few are missing. */
export function shownMissing(value: number, shown: ShownCount): number | 'few' | 'withheld' {
  if (shown.kind === 'exact') return shownNumber(value, false)
  return shown.kind === 'few-reached' || shown.kind === 'withheld' ? 'withheld' : 'few'
}

/** A sum over services of which some are hidden: in tens, so that what is hidden does not follow from it. */
export const inTens = (value: number): number => Math.round(value / 10) * 10

/** A part and its whole: with a small part, or a small rest, the part is not told. */
export function shownPair(
  part: number,
  of: number,
  isExact: boolean,
): { readonly part: number | 'few' | 'withheld'; readonly of: number | 'few' } {
  if (isExact) return { part, of }
  if (of > 0 && of < FEW) return { part: 'few', of: 'few' }
  const rest = of - part
  const isTold = rest === 0 || rest >= FEW || (part > 0 && part < FEW)
  return { part: isTold ? shownNumber(part, false) : 'withheld', of }
}

/** A single number: itself, or `few` for 1 to 4. */
export function shownNumber(value: number, isExact: boolean): number | 'few' {
  return !isExact && value > 0 && value < FEW ? 'few' : value
}
