// A new card with a new number: a new family, a split, or those who stay when the head leaves.
import { isInside, regionLevel } from '../../../kernel/region-code.ts'
import type { EffectOf } from '../effect.ts'
import type { Address, Relation } from '../effect-parts.ts'
import { canHead, familyOf, type RegisterView } from '../kinship.ts'
import type { PlanContext } from '../plan-context.ts'
import { relationsUnderHead } from '../relation.ts'
import type { Family, FamilyId, Person } from '../snapshot.ts'
import { moveTo } from './family-members.ts'

export function createFamily(context: PlanContext, effect: EffectOf<'createFamily'>): undefined {
  const head = context.person(effect.head, 'head')
  if (head === undefined) return
  const address = effect.address === undefined ? cardOf(context, head)?.address : readAddress(context, effect.address)
  if (address === undefined) return context.refuse('register-address-missing', 'address')
  const members = effect.members === undefined ? [] : context.persons(effect.members)
  const id = newCard(context, head, members, address)
  if (id !== undefined) context.families.set(effect.as, id)
}

/** The card a person is on, or was on before the case. */
export function cardOf(context: PlanContext, person: Person): Family | undefined {
  return familyOf(context.register, person.id) ?? familyOf(context.register.before, person.id)
}

/**
 * Makes a card with a new number and moves its people onto it. Refusals: `register-head-too-young`,
 * `register-address-outside`.
 */
export function newCard(
  context: PlanContext,
  head: Person,
  members: readonly Person[],
  address: Address & { village: string },
): FamilyId | undefined {
  const { register, input } = context
  if (!canHead(register.person(head.id), input.today))
    return context.refuse('register-head-too-young', 'head', { name: head.name })
  if (!isInside(address.village, register.before.region))
    return context.refuse('register-address-outside', 'address', { village: address.village })
  const kk = context.number({ kind: 'kk', districtCode: address.village.slice(0, 8), recordedOn: input.today })
  const relations = relationsOnCard(context, head, members)
  const id = input.newId()
  register.createFamily({ id, version: 1, status: 'active', address, ...(kk === undefined ? {} : { kk }) })
  moveTo(context, register.family(id), head, '1')
  for (const member of members) {
    if (member.id !== head.id)
      moveTo(context, register.family(id), register.person(member.id), relations.get(member.id))
  }
  return id
}

/** Kinship as it stands now, cards as they were before the case: the card people come from says what kinship does not. */
function relationsOnCard(
  context: PlanContext,
  head: Person,
  members: readonly Person[],
): ReadonlyMap<string, Relation> {
  const { register } = context
  const view: RegisterView = { persons: register.persons, families: register.before.families, deeds: register.deeds }
  const old = familyOf(register.before, head.id) ?? elsewhere(context, head)
  if (old === undefined) return new Map()
  const ids = new Set(members.map((member) => member.id))
  const relations = relationsUnderHead(view, old, head.id)
  return new Map([...relations].filter(([id, relation]) => ids.has(id) && relation !== '1'))
}

function elsewhere(context: PlanContext, head: Person): Family | undefined {
  return context.cardsElsewhere.find((card) => card.members.some((member) => member.personId === head.id))
}

/** An address answer with a village, or `undefined`. Refusals: `register-address-missing`, `register-village-unknown`. */
export function readAddress(
  context: PlanContext,
  value: Parameters<PlanContext['value']>[0],
): (Address & { village: string }) | undefined {
  const answer = context.value(value) as unknown
  if (typeof answer !== 'object' || answer === null || !('village' in answer) || typeof answer.village !== 'string')
    return context.refuse('register-address-missing', 'address')
  if (regionLevel(answer.village) !== 'village') return context.refuse('register-village-unknown', 'address')
  const part = (key: string) => {
    const text = (answer as Record<string, unknown>)[key]
    return typeof text === 'string' && text.trim() !== '' ? { [key]: text.trim() } : {}
  }
  return { ...part('street'), ...part('rt'), ...part('rw'), village: answer.village, ...part('postalCode') }
}
