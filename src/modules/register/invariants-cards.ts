// Rules 1 and 2 of what is always true (7.3): everyone on one card, every card with one head who may be one.
import type { Refusal } from '../../kernel/refusal.ts'
import { canHead, openMembers, type RegisterView } from './kinship.ts'
import type { Family, FamilyId, Person, PersonId } from './snapshot.ts'

/** People without a fixed home, and foreigners, may be residents without a family card. */
function needsCard(person: Person): boolean {
  return person.status === 'active' && person.citizenship === 'WNI' && (person.flags ?? '') === ''
}

/** Rule 1 for a person: an active resident is on exactly one active card; whoever left is on none. */
export function checkOneCard(view: RegisterView, personId: PersonId): readonly Refusal[] {
  const person = view.persons.get(personId)
  if (person === undefined) return []
  const cards = [...view.families.values()].filter(
    (family) => family.status !== 'retired' && openMembers(family).some((member) => member.personId === personId),
  )
  const params = { name: person.name }
  if (cards.length > 1) return [{ code: 'register-on-two-cards', at: personId, params }]
  const [card] = cards
  if (card === undefined) return needsCard(person) ? [{ code: 'register-without-card', at: personId, params }] : []
  if (card.status === 'active' && person.status !== 'active')
    return [{ code: 'register-card-with-absent', at: personId, params: { ...params, status: person.status } }]
  if (card.status === 'moving' && person.status === 'active')
    return [{ code: 'register-without-card', at: personId, params }]
  return []
}

/** Rules 1 and 2 for a card: one head who is on it and may head it; a card of minors alone needs a guardian. */
export function checkCard(view: RegisterView, familyId: FamilyId, today: string): readonly Refusal[] {
  const family = view.families.get(familyId)
  if (family?.status !== 'active') return []
  const members = openMembers(family)
  const people = members.map((member) => view.persons.get(member.personId)).filter((person) => person !== undefined)
  const params = { kk: maskedEnd(family), count: members.length }
  if (members.length === 0) return [{ code: 'register-card-empty', at: familyId, params }]
  const head = people.find((person) => person.id === family.headId)
  if (!people.some((person) => canHead(person, today)))
    return [{ code: 'register-card-of-minors', at: familyId, params }]
  if (head === undefined) return [{ code: 'register-card-without-head', at: familyId, params }]
  if (!canHead(head, today)) return [{ code: 'register-head-too-young', at: familyId, params: { name: head.name } }]
  const heads = members.filter((member) => member.relation === '1')
  if (heads.length !== 1 || heads[0]?.personId !== head.id) return [{ code: 'register-one-head', at: familyId, params }]
  return []
}

/** The last two digits are enough to tell cards apart on a screen. */
function maskedEnd(family: Family): string {
  return family.kk === undefined ? '-' : `…${family.kk.slice(-2)}`
}
