// The things a plan made or altered, whole, with the version they will have and the card each person will be on: what
// the store writes over the current rows. Must stay true: a thing that was only read is not in here.
import { aspectOf } from './change.ts'
import type { Relation } from './effect-parts.ts'
import { familyOf, openMembers } from './kinship.ts'
import type { Deed, Family, FamilyId, Person, PersonId } from './snapshot.ts'
import type { WorkingRegister } from './working-register.ts'

export type Card = { readonly familyId: FamilyId; readonly relation: Relation }
export type PlanResult = {
  /** `card`: where the person is from now on, `null` on none; left out when the plan does not change it. */
  readonly persons: readonly { readonly person: Person; readonly card?: Card | null }[]
  readonly families: readonly Family[]
  readonly deeds: readonly Deed[]
}

export function resultOf(register: WorkingRegister): PlanResult {
  const persons = new Set<PersonId>()
  const families = new Set<FamilyId>()
  const deeds = new Set<string>()
  const moved = new Set<PersonId>()
  const kinds = { person: persons, family: families, deed: deeds }
  for (const change of register.changes) {
    const about = aspectOf(change)
    if (about !== undefined) kinds[about.thing.kind].add(about.thing.id)
    if (change.kind === 'person-created') moved.add(change.person.id)
    if (change.kind !== 'membership-opened' && change.kind !== 'membership-closed') continue
    moved.add(change.personId)
    families.add(change.familyId)
  }
  const { before } = register
  return {
    persons: [...persons].map((id) => ({
      person: { ...register.person(id), version: (before.persons.get(id)?.version ?? 0) + 1 },
      ...(moved.has(id) ? { card: cardOf(register, id) } : {}),
    })),
    families: [...families].map((id) => ({
      ...register.family(id),
      version: (before.families.get(id)?.version ?? 0) + 1,
    })),
    deeds: [...deeds].map((id) => ({ ...register.deed(id), version: (before.deeds.get(id)?.version ?? 0) + 1 })),
  }
}

function cardOf(register: WorkingRegister, personId: PersonId): Card | null {
  const family = familyOf(register, personId)
  const member = family && openMembers(family).find((one) => one.personId === personId)
  return family === undefined || member === undefined ? null : { familyId: family.id, relation: member.relation }
}
