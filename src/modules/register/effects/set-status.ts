// States of people and of their numbers. A person's state carries the number with it; a death has its day.
import type { EffectOf } from '../effect.ts'
import type { PlanContext } from '../plan-context.ts'

export function setPersonStatus(context: PlanContext, effect: EffectOf<'setPersonStatus'>): undefined {
  for (const person of context.persons(effect.people)) {
    if (effect.status === 'active' && person.status === 'deceased') {
      context.refuse('register-person-deceased', 'people', { name: person.name })
      continue
    }
    context.register.setPerson(person.id, 'status', effect.status, context.proof)
    if (person.nikStatus !== 'none') context.register.setPerson(person.id, 'nikStatus', effect.status, context.proof)
    if (effect.status === 'deceased')
      context.register.setPerson(person.id, 'deathDate', context.register.from, context.proof)
  }
}

export function setNikStatus(context: PlanContext, effect: EffectOf<'setNikStatus'>): undefined {
  for (const person of context.persons(effect.people)) {
    if (person.nikStatus !== 'none') context.register.setPerson(person.id, 'nikStatus', effect.status, context.proof)
  }
}
