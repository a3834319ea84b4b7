// A card that nobody is on any more is retired; its number stays in the history and is never given again.
import type { EffectOf } from '../effect.ts'
import { openMembers } from '../kinship.ts'
import type { PlanContext } from '../plan-context.ts'

export function retireFamily(context: PlanContext, effect: EffectOf<'retireFamily'>): undefined {
  const family = context.family(effect.family)
  if (family === undefined) return
  const count = openMembers(family).length
  if (count > 0) return context.refuse('register-card-not-empty', 'family', { count })
  context.register.setFamily(family.id, 'status', 'retired')
}

/** At the end of a plan every card that it emptied is retired, whatever the definition said. */
export function retireEmptied(context: Pick<PlanContext, 'register'>): undefined {
  for (const { kind, id } of context.register.changedThings()) {
    if (kind !== 'family') continue
    const family = context.register.families.get(id)
    if (family !== undefined && family.status !== 'retired' && openMembers(family).length === 0)
      context.register.setFamily(id, 'status', 'retired')
  }
}
