// Who acts on an alert: the roles of its rule, whom it was escalated to, and health workers of the place. Pure.
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { HEALTH_WORKERS, PREGNANCY_ROLES, rolesAt } from './access.ts'
import type { Posyandu } from './child.ts'
import type { AlertRole } from './rules/alert-edition.ts'

/** The official roles behind the words of the alert edition; whoever measures is asked to measure again. */
const OFFICIAL: Readonly<Record<AlertRole, readonly Role[]>> = {
  cadre: ['cadre'],
  measurer: ['cadre', 'midwife', 'nutritionist'],
  midwife: ['midwife'],
  nutritionist: ['nutritionist'],
  doctor: ['doctor'],
  'family-team': ['family-team'],
  'puskesmas-head': ['health-centre-head'],
}
export const ALERT_WORKERS: readonly Role[] = [
  'doctor',
  'nutritionist',
  'midwife',
  'cadre',
  'family-team',
  'health-centre-head',
]

/** The words of the edition that stand for these roles. */
export function wordsOf(roles: readonly Role[]): readonly string[] {
  return Object.entries(OFFICIAL)
    .filter(([, official]) => official.some((role) => roles.includes(role)))
    .map(([word]) => word)
}

/** The role in which the visitor may work on the alert; undefined when they may only see it, or not even that. */
export function workingRole(
  visitor: Visitor,
  posyandu: Posyandu,
  alert: { readonly byRoles: readonly string[]; readonly escalatedTo?: string },
): Role | undefined {
  const held = rolesAt(visitor, posyandu, ALERT_WORKERS)
  const asked = [...alert.byRoles, alert.escalatedTo ?? ''].flatMap((word) => OFFICIAL[word as AlertRole] ?? [])
  return held.find((role) => asked.includes(role)) ?? held.find((role) => HEALTH_WORKERS.includes(role))
}

/** An alert about a pregnant woman exists only for those who see pregnant women there; a cadre is not one of them. */
export function mayKnow(
  visitor: Visitor,
  posyandu: Posyandu,
  alert: { readonly subject: 'child' | 'pregnant' },
): boolean {
  return alert.subject === 'child' || rolesAt(visitor, posyandu, PREGNANCY_ROLES).length > 0
}
