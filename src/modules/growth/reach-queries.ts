// In which roles somebody reaches a posyandu at all: a link to work is shown only to whom the work opens. A health worker whose
// health centre has no posyandu yet reaches none.
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { CHILD_ROLES, rolesAt } from './access.ts'
import { listPosyandus } from './child-store.ts'
import type { GrowthContext } from './context.ts'

export async function rolesAtAnyPosyandu(
  context: Pick<GrowthContext, 'database'>,
  visitor: Visitor,
): Promise<readonly Role[]> {
  const region = visitor.region?.code
  const held = (visitor.actor?.assignments ?? []).filter((one) => one.region === region)
  if (region === undefined || !held.some(({ role }) => CHILD_ROLES.includes(role))) return []
  const posyandus = await context.database.inRegion(region, (tx) => listPosyandus(tx, region), { readOnly: true })
  return CHILD_ROLES.filter((role) => posyandus.some((posyandu) => rolesAt(visitor, posyandu, [role]).length > 0))
}
