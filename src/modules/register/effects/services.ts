// Follow-up services: prepared as drafts for the person, or only proposed. The cases module acts on the request.
import type { EffectOf } from '../effect.ts'
import type { PlanContext } from '../plan-context.ts'

export function startService(context: PlanContext, effect: EffectOf<'startService'>): undefined {
  for (const person of context.persons(effect.for))
    context.register.note({ kind: 'service', action: 'start', service: effect.service, personId: person.id })
}

export function suggestServices(context: PlanContext, effect: EffectOf<'suggestServices'>): undefined {
  const service = effect.service === undefined ? {} : { service: effect.service }
  const people = effect.for === undefined ? [] : context.persons(effect.for)
  if (people.length === 0) context.register.note({ kind: 'service', action: 'suggest', ...service })
  for (const person of people)
    context.register.note({ kind: 'service', action: 'suggest', ...service, personId: person.id })
}
