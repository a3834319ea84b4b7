// Who may exchange what. Must stay true: children by name only inside the own area and for health roles; a secretariat gets
// counts. What one may not see is answered as if it did not exist.
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Assignment, Role, Visitor } from '../../../platform/http/visitor.ts'
import { reaches } from '../access.ts'
import type { Posyandu } from '../child.ts'

/** May download and import children and measurings of the own area. */
export const EXCHANGERS: readonly Role[] = ['nutritionist', 'midwife', 'health-centre-head']
/** May download counts of the region. */
export const COUNTERS: readonly Role[] = ['convergence-secretariat']

export type Scope = {
  readonly role: Role
  /** The health centre or the place: who shares it sees the same files. */
  readonly key: string
  readonly posyandus: readonly Posyandu[]
}

const keyOf = ({ role, unitId, place }: Assignment) =>
  role === 'midwife' ? `place:${place}` : `centre:${unitId ?? ''}`

/** The visitor's area as health worker: the first role that reaches a posyandu. Refuses `not-found`. */
export function scopeOf(visitor: Visitor, posyandus: readonly Posyandu[]): Result<Scope> {
  const region = visitor.region?.code
  for (const role of EXCHANGERS)
    for (const assignment of visitor.actor?.assignments ?? []) {
      if (assignment.role !== role || assignment.region !== region) continue
      const mine = posyandus.filter((posyandu) => reaches(assignment, posyandu))
      if (mine.length > 0) return accept({ role, key: keyOf(assignment), posyandus: mine })
    }
  return refuse('not-found')
}

/** The area an import was taken for, when its work goes on without the person: as wide as then, never wider. */
export function scopeOfKey(key: string, role: string, posyandus: readonly Posyandu[]): Scope {
  const [kind, of = ''] = key.split(/:(.*)/s)
  const asked = EXCHANGERS.find((one) => one === role) ?? 'nutritionist'
  return {
    role: asked,
    key,
    posyandus: posyandus.filter(({ centreId, villageCode }) =>
      kind === 'centre' ? centreId === of : villageCode === of || villageCode.startsWith(`${of}.`),
    ),
  }
}

/** Whether the visitor may see counts of the whole region. */
export function seesCounts(visitor: Visitor): boolean {
  return (visitor.actor?.assignments ?? []).some(
    ({ role, region }) => region === visitor.region?.code && COUNTERS.includes(role),
  )
}
