// The facts of persons and families of the guide's closed list, answered from a snapshot. Pure: the day is an argument.
// Must stay true: what the snapshot does not hold is `undefined` (nobody here can tell), never a guess; `null` means the
// register knows that there is none.
import { ageOn } from '../../kernel/date.ts'
import type { FactExtra, FactName, FactSource, FactValue } from '../catalogue/facts.ts'
import { type Address, type DeedRegister, OWN_REGISTERS } from './effect-parts.ts'
import {
  areCloseKin,
  areMarried,
  canHead,
  childrenOf,
  deedsOf,
  everMarried,
  familyOf,
  isAdult,
  isParent,
  openMarriagesOf,
  openMembers,
  type RegisterView,
  spousesOf,
} from './kinship.ts'
import type { Deed, Family, HeldDocument, Person } from './snapshot.ts'

type Known = FactValue | null | undefined
type About = {
  readonly view: RegisterView
  readonly documents: readonly HeldDocument[]
  readonly person: Person
  readonly day: string
  readonly extra: FactExtra
}

const PERSON_FACTS: Partial<Record<FactName, (about: About) => Known>> = {
  inRegister: () => true,
  status: ({ person }) => person.status,
  nikStatus: ({ person }) => person.nikStatus,
  name: ({ person }) => person.name,
  nik: ({ person }) => person.nik ?? null,
  sex: ({ person }) => person.sex,
  birthDate: ({ person }) => person.birthDate,
  birthPlace: ({ person }) => person.birthPlace,
  ageYears: ({ person, day }) => ageOn(person.birthDate, day),
  citizenship: ({ person }) => person.citizenship,
  religion: ({ person }) => person.religion,
  maritalStatus: ({ person }) => person.maritalStatus,
  everMarried: ({ person }) => everMarried(person),
  isHead: ({ view, person }) => familyOf(view, person.id)?.headId === person.id,
  relation: ({ view, person }) =>
    ofFamily(view, person, (family) => openMembers(family).find((member) => member.personId === person.id)?.relation),
  villageCode: ({ person }) => person.villageCode,
  address: ({ view, person }) => ofFamily(view, person, (family) => addressLine(family.address)),
  home: ({ view, person }) => ofFamily(view, person, (family) => homeOf(family.address)),
  familyMembers: ({ view, person }) =>
    ofFamily(view, person, (family) => openMembers(family).map((member) => member.personId)),
  familySize: ({ view, person }) => ofFamily(view, person, (family) => openMembers(family).length),
  kk: ({ view, person }) => ofFamily(view, person, (family) => family.kk ?? null),
  motherName: ({ view, person }) => parentName(view, person.motherId, person.motherName),
  fatherName: ({ view, person }) => parentName(view, person.fatherId, person.fatherName),
  spouse: ({ view, person }) => spousesOf(view, person.id)[0] ?? null,
  mother: ({ person }) => person.motherId ?? null,
  father: ({ person }) => person.fatherId ?? null,
  headOfFamily: ({ view, person }) => ofFamily(view, person, (family) => family.headId ?? null),
  childrenCount: ({ view, person }) => childrenOf(view, person.id).length,
  hasDocument: ({ view, documents, person, extra }) => extra.kind && hasDocument(view, documents, person, extra.kind),
  hasSignedDocument: ({ view, documents, person, extra }) =>
    extra.kind &&
    hasDocument(
      view,
      documents.filter((held) => held.isUnsigned !== true),
      person,
      extra.kind,
    ),
  hasDeed: ({ view, person, extra }) => extra.register && hasDeed(view, person, extra.register),
  // Any valid deed of the register named, not only the newest; a marriage book is no marriage deed of ours.
  subjectOfDeed: ({ view, person, extra }) =>
    deedsOf(view, person.id).some(
      (deed) =>
        deed.register === extra.register && (deed.number === extra.number || numberOfDeed(deed) === extra.number),
    ),
  deedNumber: ({ view, person, extra }) =>
    extra.register && (numberOfDeed(newestDeed(view, person, extra.register)) ?? writtenNumber(person, extra.register)),
  deedDate: ({ view, person, extra }) => {
    const deed = extra.register === undefined ? undefined : newestDeed(view, person, extra.register)
    if (deed !== undefined) return dateOfDeed(deed)
    // A birth deed of an old book is known by its number alone: nobody here can tell the rest.
    return writtenNumber(person, extra.register ?? '') === null ? null : undefined
  },
  hasOpenMarriage: ({ view, person }) => openMarriagesOf(view, person.id).length > 0,
  enrolled: ({ person }) => person.enrolledOn !== undefined,
  sameFamilyAs: ({ view, person, extra }) =>
    extra.other && isSameFamily(familyOf(view, person.id), familyOf(view, extra.other)),
  samePersonAs: ({ person, extra }) => extra.other && person.id === extra.other,
  marriedTo: ({ view, person, extra }) => extra.other && areMarried(view, person.id, extra.other),
  parentOf: ({ view, person, extra }) => extra.other && isParent(view.persons.get(extra.other), person.id),
  closeKinOf: ({ view, person, extra }) => {
    const other = view.persons.get(extra.other ?? '')
    return extra.other && other !== undefined && areCloseKin(view, person, other)
  },
}

/** Facts that stay true of somebody who is not in the register: there is nobody, so there is nothing. */
const OF_NOBODY: Partial<Record<FactName, Known>> = {
  inRegister: false,
  isHead: false,
  hasOpenMarriage: false,
  hasDocument: false,
  hasSignedDocument: false,
  hasDeed: false,
  subjectOfDeed: false,
  enrolled: false,
  sameFamilyAs: false,
  samePersonAs: false,
  marriedTo: false,
  parentOf: false,
  closeKinOf: false,
}

const MOVER_FACTS: Partial<
  Record<FactName, (movers: readonly Person[], stayers: readonly Person[], family: Family, day: string) => boolean>
> = {
  everyoneMoves: (_movers, stayers) => stayers.length === 0,
  headMoves: (movers, _stayers, family) => movers.some((person) => person.id === family.headId),
  someoneStays: (_movers, stayers) => stayers.length > 0,
  stayersAllMinors: (_movers, stayers, _family, day) =>
    stayers.length > 0 && stayers.every((person) => isMinor(person, day)),
  stayersCanHead: (_movers, stayers, _family, day) => stayers.some((person) => canHead(person, day)),
  moversAllMinors: (movers, _stayers, _family, day) =>
    movers.length > 0 && movers.every((person) => isMinor(person, day)),
}

/**
 * Answers facts of persons and of the applicant's family. `of` is a person id; a person the view does not hold is
 * someone outside this register. Facts of the case are not answered here.
 */
export function registerFacts(input: {
  readonly view: RegisterView
  readonly documents: readonly HeldDocument[]
  /** The day of the case, on which ages are counted. */
  readonly day: string
  readonly applicant?: string
}): FactSource {
  const { view, documents, day } = input
  return {
    fact(name, of, extra = {}) {
      const moverFact = MOVER_FACTS[name]
      if (moverFact !== undefined) {
        const family = input.applicant === undefined ? undefined : familyOf(view, input.applicant)
        if (family === undefined || extra.movers === undefined) return undefined
        const { movers, stayers } = splitMembers(view, family, extra.movers)
        return moverFact(movers, stayers, family, day)
      }
      const personFact = PERSON_FACTS[name]
      if (personFact === undefined || of === undefined) return undefined
      const person = view.persons.get(of)
      if (person === undefined) return OF_NOBODY[name]
      const answer = personFact({ view, documents, person, day, extra })
      return answer === '' ? undefined : answer
    },
  }
}

/** Members of a card, parted into those who move and those who stay. */
export function splitMembers(
  view: RegisterView,
  family: Family,
  moverIds: readonly string[],
): { readonly movers: readonly Person[]; readonly stayers: readonly Person[] } {
  const people = openMembers(family)
    .map((member) => view.persons.get(member.personId))
    .filter((person): person is Person => person !== undefined)
  return {
    movers: people.filter((person) => moverIds.includes(person.id)),
    stayers: people.filter((person) => !moverIds.includes(person.id)),
  }
}

function isMinor(person: Person, day: string): boolean {
  return !isAdult(person, day) && !everMarried(person)
}

function ofFamily<T>(view: RegisterView, person: Person, read: (family: Family) => T): T | null {
  const family = familyOf(view, person.id)
  return family === undefined ? null : read(family)
}

function parentName(view: RegisterView, id: string | undefined, written: string | undefined): Known {
  return (id === undefined ? undefined : view.persons.get(id)?.name) ?? written ?? null
}

/** A family card is held by the family; everything else by the person or as an extract of a deed of the person. */
function hasDocument(view: RegisterView, documents: readonly HeldDocument[], person: Person, kind: string): boolean {
  const family = familyOf(view, person.id)
  const deeds = deedsOf(view, person.id).map((deed) => deed.id)
  return documents.some(
    (held) => held.kind === kind && (held.of === person.id || held.of === family?.id || deeds.includes(held.of)),
  )
}

function hasDeed(view: RegisterView, person: Person, register: string): boolean {
  return (
    (register === 'birth' && person.birthDeedNumber !== undefined) ||
    deedsOf(view, person.id, register as DeedRegister).length > 0
  )
}

/** Ended marriages too: whoever was divorced still needs to name the deed. */
function newestDeed(view: RegisterView, person: Person, register: string): Deed | undefined {
  return deedsOf(view, person.id, register as DeedRegister)[0]
}

/** Of a report from abroad, what the registrar there gave; people know no other number. */
function numberOfDeed(deed: Deed | undefined): string | undefined {
  const abroad = deed?.register === 'overseas' ? deed.fields.foreignDeedNumber : undefined
  return typeof abroad === 'string' ? abroad : deed?.number
}

/** The day our office entered it; of a proof that others keep, the day it tells. */
function dateOfDeed(deed: Deed): string | undefined {
  if (deed.fields.fromOldBook === true) return undefined
  if (deed.register === 'overseas')
    return typeof deed.fields.foreignDeedDate === 'string' ? deed.fields.foreignDeedDate : deed.date
  return OWN_REGISTERS.some((own) => own === deed.register) ? deed.enteredOn : deed.date
}

function writtenNumber(person: Person, register: string): string | null {
  return register === 'birth' ? (person.birthDeedNumber ?? null) : null
}

function isSameFamily(one: Family | undefined, other: Family | undefined): boolean {
  return one !== undefined && one.id === other?.id
}

/** In the shape of an address answer, without what the card does not say. */
function homeOf({ street, rt, rw, village, postalCode }: Family['address']): FactValue {
  return {
    ...(street ? { street } : {}),
    ...(rt ? { rt } : {}),
    ...(rw ? { rw } : {}),
    village,
    ...(postalCode ? { postalCode } : {}),
  }
}

/** One line as on a card: street, RT/RW; with the village where it has no words of its own beside. */
export function addressLine(address: Address, place?: string): string {
  const units = [address.rt && `RT ${address.rt}`, address.rw && `RW ${address.rw}`].filter(Boolean).join(' ')
  return [address.street, units, place, address.postalCode].filter(Boolean).join(', ')
}
