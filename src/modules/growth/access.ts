// Who may see, weigh, verify and treat: a cadre in the own posyandu, village roles in the own village, health workers of the
// own health centre. One place decides; what one may not see is answered as if it did not exist.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Assignment, Role, Visitor } from '../../platform/http/visitor.ts'
import type { Posyandu } from './child.ts'

/** May record a measuring. */
export const MEASURERS: readonly Role[] = ['cadre', 'midwife', 'nutritionist', 'doctor']
/** May verify, overrule, close a month, treat. */
export const HEALTH_WORKERS: readonly Role[] = ['midwife', 'nutritionist', 'doctor']
/** See children by name inside their area. */
export const CHILD_ROLES: readonly Role[] = [...MEASURERS, 'health-centre-head', 'family-team', 'village-cadre']

/** See pregnant women by name inside their area; health workers of these record. */
export const PREGNANCY_ROLES: readonly Role[] = [...HEALTH_WORKERS, 'health-centre-head', 'family-team']

export const AT_CENTRE: readonly Role[] = ['nutritionist', 'doctor', 'health-centre-head']

/** Does this assignment reach the posyandu? A cadre by its unit, health-centre staff by theirs, others by village. */
export function reaches(assignment: Assignment, posyandu: Posyandu): boolean {
  if (assignment.role === 'cadre') return assignment.unitId === posyandu.posyanduId
  if (AT_CENTRE.includes(assignment.role)) return assignment.unitId === posyandu.centreId
  return posyandu.villageCode === assignment.place || posyandu.villageCode.startsWith(`${assignment.place}.`)
}

/** The roles of this list that the visitor holds for the posyandu. */
export function rolesAt(visitor: Visitor, posyandu: Posyandu, roles: readonly Role[]): readonly Role[] {
  const region = visitor.region?.code
  return roles.filter((role) =>
    (visitor.actor?.assignments ?? []).some(
      (assignment) => assignment.region === region && assignment.role === role && reaches(assignment, posyandu),
    ),
  )
}

/** The first of these roles that the visitor holds there. Refuses `not-found`. */
export function asRole(visitor: Visitor, posyandu: Posyandu | undefined, roles: readonly Role[]): Result<Role> {
  const [role] = posyandu === undefined ? [] : rolesAt(visitor, posyandu, roles)
  return role === undefined ? refuse('not-found') : accept(role)
}

/** Those posyandu of the region that one of the roles reaches. */
export function withinReach(
  visitor: Visitor,
  posyandus: readonly Posyandu[],
  roles: readonly Role[],
): readonly Posyandu[] {
  return posyandus.filter((posyandu) => rolesAt(visitor, posyandu, roles).length > 0)
}
