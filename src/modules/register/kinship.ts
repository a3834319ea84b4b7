// Questions about people that the register answers: who is on whose card, who is married to whom, who may head a card.
// Must stay true: each answer is computed from persons, cards and deeds alone, so it is the same in a plan, in a check
// and in a screen. Everything takes the day as an argument.
import { ageOn } from '../../kernel/date.ts'
import type { DeedRegister, Relation } from './effect-parts.ts'
import type { Deed, Family, FamilyId, Membership, Person, PersonId } from './snapshot.ts'

/** What a snapshot and a working register have in common. */
export type RegisterView = {
  readonly persons: ReadonlyMap<PersonId, Person>
  readonly families: ReadonlyMap<FamilyId, Family>
  readonly deeds: ReadonlyMap<string, Deed>
}

export const ADULT_YEARS = 17
const LIVING = new Set(['active', 'moving', 'abroad'])
const MARRIAGES: readonly DeedRegister[] = ['marriage', 'marriage-book']

export function openMembers(family: Family): readonly Membership[] {
  return family.members.filter((member) => member.until === undefined)
}

/** The card a person is on now; `undefined` for somebody on none. */
export function familyOf(view: RegisterView, personId: PersonId): Family | undefined {
  for (const family of view.families.values()) {
    if (family.status !== 'retired' && openMembers(family).some((member) => member.personId === personId)) return family
  }
  return undefined
}

export function membershipOf(view: RegisterView, personId: PersonId): Membership | undefined {
  const family = familyOf(view, personId)
  return family && openMembers(family).find((member) => member.personId === personId)
}

export function isLiving(person: Person): boolean {
  return LIVING.has(person.status)
}

export function everMarried(person: Person): boolean {
  return person.maritalStatus !== '1'
}

export function isAdult(person: Person, on: string): boolean {
  return ageOn(person.birthDate, on) >= ADULT_YEARS
}

/** A head is 17 or older, or is or was married. */
export function canHead(person: Person, on: string): boolean {
  return isLiving(person) && (isAdult(person, on) || everMarried(person))
}

export function personByNik(view: RegisterView, nik: string): Person | undefined {
  for (const person of view.persons.values()) if (person.nik === nik) return person
  return undefined
}

export function familyByKk(view: RegisterView, kk: string): Family | undefined {
  for (const family of view.families.values()) if (family.kk === kk && family.status !== 'retired') return family
  return undefined
}

export function hasParty(deed: Deed, personId: PersonId): boolean {
  return deed.parties.some((party) => party.personId === personId)
}

/** The role whose deed it is: the child of a birth, the deceased of a death, both spouses of a marriage. */
const SUBJECTS: Readonly<Record<DeedRegister, readonly string[]>> = {
  birth: ['child'],
  death: ['deceased'],
  stillbirth: ['mother', 'father'],
  marriage: ['husband', 'wife'],
  'marriage-book': ['husband', 'wife'],
  'marriage-annulment': ['husband', 'wife'],
  divorce: ['husband', 'wife'],
  'divorce-certificate': ['husband', 'wife'],
  'divorce-annulment': ['husband', 'wife'],
  acknowledgment: ['child'],
  legitimation: ['child'],
  overseas: ['subject', 'child', 'husband', 'wife', 'deceased'],
}

export function isSubject(deed: Deed, personId: PersonId): boolean {
  const roles = SUBJECTS[deed.register]
  return deed.parties.some((party) => party.personId === personId && roles.includes(party.role))
}

/** A marriage, whoever keeps its book: ours, the KUA, or a registrar abroad whose event was reported here. */
export function isMarriage(deed: Deed): boolean {
  return MARRIAGES.includes(deed.register) || isAbroad(deed, '2')
}

export function isDivorce(deed: Deed): boolean {
  return deed.register === 'divorce' || deed.register === 'divorce-certificate' || isAbroad(deed, '3')
}

/** Code of the list `overseasEvent` that a report from abroad carries in its fields. */
function isAbroad(deed: Deed, event: string): boolean {
  return deed.register === 'overseas' && deed.fields.event === event
}

/** Valid deeds whose subject a person is, the newest first. For `marriage` and `divorce` also those that others keep. */
export function deedsOf(view: RegisterView, personId: PersonId, register?: DeedRegister): readonly Deed[] {
  const alike = register === 'marriage' ? isMarriage : register === 'divorce' ? isDivorce : undefined
  return [...view.deeds.values()]
    .filter(
      (deed) =>
        deed.status === 'valid' &&
        isSubject(deed, personId) &&
        (register === undefined || deed.register === register || alike?.(deed) === true),
    )
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? 1 : -1))
}

/** Marriages of a person that no divorce, annulment or known death has ended. */
export function openMarriagesOf(view: RegisterView, personId: PersonId): readonly Deed[] {
  const self = view.persons.get(personId)
  if (self?.status === 'deceased') return []
  return deedsOf(view, personId, 'marriage').filter((deed) => {
    if (deed.endedOn !== undefined) return false
    const other = spouseIn(deed, personId)
    return other === undefined || view.persons.get(other)?.status !== 'deceased'
  })
}

export function spouseIn(deed: Deed, personId: PersonId): PersonId | undefined {
  return deed.parties.find(
    (party) => (party.role === 'husband' || party.role === 'wife') && party.personId !== personId,
  )?.personId
}

/**
 * Husbands or wives in this register: the other side of each open marriage; without one, whoever the card calls the
 * head's husband or wife (a marriage that is lived but recorded nowhere). A death of `personId` leaves the answer as it was.
 */
export function spousesOf(view: RegisterView, personId: PersonId): readonly PersonId[] {
  const byDeed = deedsOf(view, personId, 'marriage')
    .filter((deed) => deed.endedOn === undefined)
    .map((deed) => spouseIn(deed, personId))
    .filter((id): id is PersonId => id !== undefined && isLivingId(view, id))
  if (byDeed.length > 0) return [...new Set(byDeed)]
  const self = view.persons.get(personId)
  const family = familyOf(view, personId)
  if (!self || !family || (self.maritalStatus !== '2' && self.maritalStatus !== '3')) return []
  const relation = openMembers(family).find((member) => member.personId === personId)?.relation
  if (relation === '2' || relation === '3')
    return family.headId && isLivingId(view, family.headId) ? [family.headId] : []
  if (family.headId !== personId) return []
  return openMembers(family)
    .filter((member) => (member.relation === '2' || member.relation === '3') && isLivingId(view, member.personId))
    .map((member) => member.personId)
}

function isLivingId(view: RegisterView, personId: PersonId): boolean {
  const person = view.persons.get(personId)
  return person !== undefined && isLiving(person)
}

export function areMarried(view: RegisterView, one: PersonId, other: PersonId): boolean {
  return openMarriagesOf(view, one).some((deed) => hasParty(deed, other)) || spousesOf(view, one).includes(other)
}

export function childrenOf(view: RegisterView, personId: PersonId): readonly Person[] {
  return [...view.persons.values()].filter((person) => person.motherId === personId || person.fatherId === personId)
}

/** Ancestors as far as the view knows them; never endless, even over a broken chain. */
export function ancestorsOf(view: RegisterView, personId: PersonId): ReadonlySet<PersonId> {
  const found = new Set<PersonId>()
  const open = [personId]
  while (open.length > 0) {
    const person = view.persons.get(open.pop() ?? '')
    for (const parent of [person?.motherId, person?.fatherId]) {
      if (parent !== undefined && !found.has(parent)) {
        found.add(parent)
        open.push(parent)
      }
    }
  }
  return found
}

export function areSiblings(one: Person, other: Person): boolean {
  return (
    (one.motherId !== undefined && one.motherId === other.motherId) ||
    (one.fatherId !== undefined && one.fatherId === other.fatherId)
  )
}

/** Of one line of descent, or siblings: between them no marriage can be recorded. */
export function areCloseKin(view: RegisterView, one: Person, other: Person): boolean {
  return ancestorsOf(view, one.id).has(other.id) || ancestorsOf(view, other.id).has(one.id) || areSiblings(one, other)
}

/**
 * Relation of a person to the head of a card, from kinship; where kinship says nothing, `otherwise` (what the old card
 * said, or 9 for another relative).
 */
export function relationToHead(
  view: RegisterView,
  headId: PersonId,
  personId: PersonId,
  otherwise: Relation = '9',
): Relation {
  if (headId === personId) return '1'
  const head = view.persons.get(headId)
  const person = view.persons.get(personId)
  if (!head || !person) return otherwise
  if (areMarried(view, headId, personId)) return person.sex === 'L' ? '2' : '3'
  if (isParent(person, headId)) return '4'
  if (isParent(head, personId)) return '7'
  const grandparents = ancestorsOf(view, personId)
  if (grandparents.has(headId)) return '6'
  const spouses = spousesOf(view, headId)
  if (spouses.some((spouse) => isParent(person, spouse))) return '4'
  if (spouses.some((spouse) => isParent(view.persons.get(spouse), personId))) return '8'
  if (spousesOf(view, personId).some((spouse) => isParent(view.persons.get(spouse), headId))) return '5'
  if (areSiblings(head, person)) return '9'
  return otherwise === '1' || otherwise === '2' || otherwise === '3' ? '9' : otherwise
}

export function isParent(child: Person | undefined, parent: PersonId): boolean {
  return child !== undefined && (child.motherId === parent || child.fatherId === parent)
}
