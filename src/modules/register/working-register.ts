// A snapshot that a plan may change: each change is made on a copy and written down at the same time, so what the
// invariants check is exactly what the store will write. Must stay true: objects of the snapshot are replaced, never
// altered; a thing that was read to decide something counts as touched.
import type {
  Change,
  CloseReason,
  DeedField,
  FamilyField,
  PersonField,
  Thing,
  ThingKind,
  TouchedThing,
} from './change.ts'
import type { Address, Relation } from './effect-parts.ts'
import { familyOf, openMembers, type RegisterView } from './kinship.ts'
import type {
  Deed,
  DeedCorrection,
  DeedId,
  Family,
  FamilyId,
  FieldValue,
  MarginNote,
  Person,
  PersonId,
  RegisterSnapshot,
} from './snapshot.ts'

/** Absent values are `null` in changes, so that JSON keeps them. */
function jsonValue(value: unknown): FieldValue {
  return (value ?? null) as FieldValue
}

function same(one: FieldValue, other: FieldValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function withField<T extends object>(thing: T, field: string, value: FieldValue): T {
  const { [field as keyof T]: _old, ...rest } = thing
  return (value === null ? rest : { ...rest, [field]: value }) as T
}

/** A corrected birth date or place was true all the time, not only since it was corrected. */
const BORN_WITH: ReadonlySet<string> = new Set<PersonField>(['birthDate', 'birthPlace', 'birthTime'])

export class WorkingRegister implements RegisterView {
  readonly persons: Map<PersonId, Person>
  readonly families: Map<FamilyId, Family>
  readonly deeds: Map<DeedId, Deed>
  readonly changes: Change[] = []
  readonly #touched = new Map<string, TouchedThing>()

  constructor(
    readonly before: RegisterSnapshot,
    /** Since when the changes are true. Undoing a case uses the days of that case. */
    public from: string,
  ) {
    this.persons = new Map(before.persons)
    this.families = new Map(before.families)
    this.deeds = new Map(before.deeds)
  }

  /** Remembers that a thing mattered; its version must be the same at the commit. */
  touch(kind: ThingKind, id: string): void {
    const found =
      kind === 'person'
        ? this.before.persons.get(id)
        : kind === 'family'
          ? this.before.families.get(id)
          : this.before.deeds.get(id)
    this.#touched.set(`${kind} ${id}`, { kind, id, version: found?.version ?? 0 })
  }

  get touched(): readonly TouchedThing[] {
    return [...this.#touched.values()].sort((a, b) => (`${a.kind}${a.id}` < `${b.kind}${b.id}` ? -1 : 1))
  }

  /** Things a change was made to, each once. */
  changedThings(): readonly Thing[] {
    return this.touched.map(({ kind, id }) => ({ kind, id }))
  }

  person(id: PersonId): Person {
    const person = this.persons.get(id)
    if (person === undefined) throw new Error('a person the plan speaks of is not in its snapshot')
    return person
  }

  family(id: FamilyId): Family {
    const family = this.families.get(id)
    if (family === undefined) throw new Error('a family the plan speaks of is not in its snapshot')
    return family
  }

  deed(id: DeedId): Deed {
    const deed = this.deeds.get(id)
    if (deed === undefined) throw new Error('a deed the plan speaks of is not in its snapshot')
    return deed
  }

  note(change: Change): void {
    this.changes.push(change)
  }

  createPerson(person: Person, origin: 'birth' | 'registration' | 'transfer'): void {
    this.touch('person', person.id)
    this.persons.set(person.id, person)
    this.changes.push({ kind: 'person-created', person, origin })
  }

  /** Does nothing when the value is the same already. */
  setPerson(id: PersonId, field: PersonField, value: FieldValue, proof?: DeedId): void {
    const person = this.person(id)
    const before = jsonValue(person[field])
    this.touch('person', id)
    if (same(before, value)) return
    this.persons.set(id, withField(person, field, value))
    this.changes.push({
      kind: 'field-set',
      personId: id,
      field,
      before,
      after: value,
      from: BORN_WITH.has(field) ? this.person(id).birthDate : this.from,
      ...(proof === undefined ? {} : { proof }),
    })
  }

  createFamily(family: Omit<Family, 'members' | 'headId'>): void {
    this.touch('family', family.id)
    this.families.set(family.id, { ...family, members: [] })
    this.changes.push({ kind: 'family-created', family, from: this.from })
  }

  setFamily(id: FamilyId, field: FamilyField, value: FieldValue): void {
    const family = this.family(id)
    const before = jsonValue(family[field])
    this.touch('family', id)
    if (same(before, value)) return
    this.families.set(id, withField(family, field, value))
    this.changes.push({ kind: 'family-set', familyId: id, field, before, after: value, from: this.from })
  }

  setAddress(id: FamilyId, address: Address): void {
    this.setFamily(id, 'address', address as FieldValue)
  }

  openMembership(familyId: FamilyId, personId: PersonId, relation: Relation): void {
    const family = this.family(familyId)
    this.touch('family', familyId)
    this.touch('person', personId)
    const member = { personId, relation, from: this.from }
    this.families.set(familyId, { ...family, members: [...family.members, member] })
    this.changes.push({ kind: 'membership-opened', familyId, ...member })
    this.setPerson(personId, 'villageCode', family.address.village)
  }

  /** Takes a person off the card they are on; false when they are on none. A head who leaves leaves the card headless. */
  closeMembership(personId: PersonId, reason: CloseReason): boolean {
    const family = familyOf(this, personId)
    if (family === undefined) return false
    this.#close(family, personId, reason)
    if (family.headId === personId && reason !== 'relation-changed') this.setFamily(family.id, 'headId', null)
    return true
  }

  #close(family: Family, personId: PersonId, reason: CloseReason): void {
    const member = openMembers(family).find((one) => one.personId === personId)
    if (member === undefined) return
    this.touch('family', family.id)
    this.touch('person', personId)
    const until = [member.from, this.from].sort()[1] ?? this.from
    this.families.set(family.id, {
      ...family,
      members: family.members.map((one) =>
        one === member ? { ...one, until, ...(reason === 'relation-changed' ? {} : { reason }) } : one,
      ),
    })
    const { relation, from } = member
    this.changes.push({ kind: 'membership-closed', familyId: family.id, personId, relation, from, until, reason })
  }

  setRelation(familyId: FamilyId, personId: PersonId, relation: Relation): void {
    const member = openMembers(this.family(familyId)).find((one) => one.personId === personId)
    if (member === undefined || member.relation === relation) return
    this.#close(this.family(familyId), personId, 'relation-changed')
    this.openMembership(familyId, personId, relation)
  }

  recordDeed(deed: Deed): void {
    this.touch('deed', deed.id)
    this.deeds.set(deed.id, deed)
    this.changes.push({ kind: 'deed-recorded', deed })
  }

  setDeed(id: DeedId, field: DeedField, value: FieldValue): void {
    const deed = this.deed(id)
    const before = jsonValue(deed[field])
    this.touch('deed', id)
    if (same(before, value)) return
    this.deeds.set(id, withField(deed, field, value))
    this.changes.push({ kind: 'deed-set', deedId: id, field, before, after: value })
  }

  addNote(id: DeedId, note: MarginNote): void {
    const deed = this.deed(id)
    this.touch('deed', id)
    this.deeds.set(id, { ...deed, notes: [...deed.notes, note] })
    this.changes.push({ kind: 'note-added', deedId: id, note })
  }

  addCorrection(id: DeedId, correction: DeedCorrection): void {
    const deed = this.deed(id)
    this.touch('deed', id)
    this.deeds.set(id, { ...deed, corrections: [...deed.corrections, correction] })
    this.changes.push({ kind: 'deed-corrected', deedId: id, correction })
  }
}
