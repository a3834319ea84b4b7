// Who comes onto a card, leaves it, or goes over to another. Must stay true: a person is on one card at a time, so
// joining a card means leaving the other in the same step.
import type { EffectOf } from '../effect.ts'
import { LEAVE_REASONS, RELATIONS, type Relation } from '../effect-parts.ts'
import { familyOf, isLiving, membershipOf } from '../kinship.ts'
import type { PlanContext } from '../plan-context.ts'
import { relationOnNewCard } from '../relation.ts'
import type { Family, Membership, Person, PersonId } from '../snapshot.ts'

export function addFamilyMember(context: PlanContext, effect: EffectOf<'addFamilyMember'>): undefined {
  const family = context.family(effect.family)
  const person = context.person(effect.person)
  const relation = context.code(RELATIONS, effect.relation, 'relation')
  if (family === undefined || person === undefined || relation === undefined) return
  const current = familyOf(context.register, person.id)
  if (current?.id === family.id) {
    context.register.setRelation(family.id, person.id, relation)
    return
  }
  if (current !== undefined) return context.refuse('register-on-another-card', 'person', { name: person.name })
  join(context, family, person, relation)
}

export function removeFamilyMember(context: PlanContext, effect: EffectOf<'removeFamilyMember'>): undefined {
  const person = context.person(effect.person)
  const reason = context.code(LEAVE_REASONS, effect.reason, 'reason')
  if (person !== undefined && reason !== undefined) context.register.closeMembership(person.id, reason)
}

export function moveFamilyMember(context: PlanContext, effect: EffectOf<'moveFamilyMember'>): undefined {
  const target = context.family(effect.to, 'to')
  const ref = effect.people ?? effect.person
  if (target === undefined || ref === undefined) return
  const relation = effect.relation === undefined ? undefined : context.code(RELATIONS, effect.relation, 'relation')
  if (effect.relation !== undefined && relation === undefined) return
  const people = context.persons(ref)
  if (people.length === 0) return context.refuse('register-person-missing', 'people')
  for (const person of people) moveTo(context, context.register.family(target.id), person, relation)
}

/** Takes a person from the card they are on, if any, to another; the relation comes from kinship when none is given. */
export function moveTo(context: PlanContext, target: Family, person: Person, relation?: Relation): undefined {
  const current = familyOf(context.register, person.id)
  if (current?.id === target.id) {
    if (relation !== undefined) context.register.setRelation(target.id, person.id, relation)
    return
  }
  const wanted =
    relation ?? relationOnNewCard(context.register, target.headId, person.id, membershipBefore(context, person.id))
  context.register.closeMembership(person.id, 'joined-another')
  join(context, context.register.family(target.id), person, wanted)
}

/** On the card of ours before the case, or on the card of the region they come from. */
function membershipBefore(context: PlanContext, personId: PersonId): Membership | undefined {
  const elsewhere = context.cardsElsewhere.flatMap((card) => card.members)
  return membershipOf(context.register.before, personId) ?? elsewhere.find((member) => member.personId === personId)
}

function join(context: PlanContext, family: Family, person: Person, relation: Relation): undefined {
  if (family.status === 'retired') return context.refuse('register-card-retired', 'family')
  if (!isLiving(person)) return context.refuse('register-person-not-living', 'person', { name: person.name })
  if (relation === '1' && family.headId !== undefined && family.headId !== person.id)
    return context.refuse('register-second-head', 'relation')
  context.register.openMembership(family.id, person.id, relation)
  if (relation === '1') context.register.setFamily(family.id, 'headId', person.id)
}
