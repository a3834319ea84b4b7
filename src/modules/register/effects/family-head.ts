// A card gets another head. After the death of the head the office gives the card a new number (7.2, to be confirmed by
// the office, therefore a policy); a head who only hands over keeps it.
import type { EffectOf } from '../effect.ts'
import { canHead, familyOf, isLiving, openMembers, type RegisterView } from '../kinship.ts'
import type { PlanContext } from '../plan-context.ts'
import { relationsUnderHead } from '../relation.ts'
import type { Family } from '../snapshot.ts'
import { newCard } from './create-family.ts'
import { moveTo } from './family-members.ts'

export function setFamilyHead(context: PlanContext, effect: EffectOf<'setFamilyHead'>): undefined {
  const family = context.family(effect.family)
  const head = context.person(effect.person, 'head')
  if (family === undefined || head === undefined) return
  if (!canHead(head, context.input.today)) return context.refuse('register-head-too-young', 'head', { name: head.name })
  const died = headDied(context, family)
  if (effect.number !== 'keep' && died && context.policy.newNumberAfterHeadDies) {
    const people = openMembers(context.register.family(family.id)).map((member) =>
      context.register.person(member.personId),
    )
    const others = people.filter(isLiving)
    for (const person of people) if (!isLiving(person)) context.register.closeMembership(person.id, 'died')
    const id = newCard(context, head, others, family.address)
    if (id === undefined) return
    context.register.setFamily(family.id, 'status', 'retired')
    if (effect.as !== undefined) context.families.set(effect.as, id)
    return
  }
  if (effect.as !== undefined) context.families.set(effect.as, family.id)
  makeHead(context, family, head.id)
}

function headDied(context: PlanContext, family: Family): boolean {
  const headId = context.register.before.families.get(family.id)?.headId ?? family.headId
  return headId !== undefined && context.register.persons.get(headId)?.status === 'deceased'
}

/** A guardian who is on another card comes over; everyone on the card gets the relation to the new head. */
export function makeHead(context: PlanContext, family: Family, headId: string): undefined {
  const { register } = context
  const before = register.before.families.get(family.id) ?? family
  const view: RegisterView = { persons: register.persons, families: register.before.families, deeds: register.deeds }
  const isMember = familyOf(register, headId)?.id === family.id
  const relations = relationsUnderHead(view, before, headId)
  if (family.headId !== undefined && family.headId !== headId) register.setFamily(family.id, 'headId', null)
  for (const member of openMembers(register.family(family.id))) {
    if (member.personId === headId) continue
    const relation = relations.get(member.personId) ?? '9'
    register.setRelation(family.id, member.personId, relation === '1' ? '9' : relation)
  }
  if (isMember) register.setRelation(family.id, headId, '1')
  else moveTo(context, register.family(family.id), register.person(headId), '1')
  register.setFamily(family.id, 'headId', headId)
}
