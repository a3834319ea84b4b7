// Marital status of one or several people; `previous` is what it was before the last change (an annulled marriage).
import type { EffectOf } from '../effect.ts'
import type { PlanContext } from '../plan-context.ts'
import type { MaritalStatus, Person } from '../snapshot.ts'

export function setMaritalStatus(context: PlanContext, effect: EffectOf<'setMaritalStatus'>): undefined {
  const value = context.code(['1', '2', '3', '4', '5', '6', 'previous'], effect.value, 'maritalStatus')
  if (value === undefined) return
  for (const person of context.persons(effect.people)) {
    changeMaritalStatus(context, person, value === 'previous' ? (person.previousMaritalStatus ?? '1') : value)
  }
}

/** Keeps what was before, so that an annulment can go back to it. */
export function changeMaritalStatus(context: PlanContext, person: Person, status: MaritalStatus): undefined {
  if (person.maritalStatus === status) return
  context.register.setPerson(person.id, 'previousMaritalStatus', person.maritalStatus)
  context.register.setPerson(person.id, 'maritalStatus', status, context.proof)
}
