// The mother or the father of a person: somebody of this register, or a name only.
import type { EffectOf } from '../effect.ts'
import type { PlanContext } from '../plan-context.ts'

export function setParent(context: PlanContext, effect: EffectOf<'setParent'>): undefined {
  const person = context.person(effect.person)
  const parent = context.find(effect.to)
  if (person === undefined) return
  if (parent === undefined) return context.refuse('register-person-missing', effect.parent)
  if (parent.person !== undefined) context.register.touch('person', parent.person.id)
  const name = parent.person?.name ?? parent.outsider?.name ?? null
  context.register.setPerson(person.id, `${effect.parent}Id`, parent.person?.id ?? null, context.proof)
  context.register.setPerson(person.id, `${effect.parent}Name`, name, context.proof)
}
