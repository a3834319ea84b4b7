// What a paper will say, taken from the register as it will be after the commit, and from what the service adds. Pure.
// Must stay true: every value comes from the register, the answers or the service's own data, in that order of trust; a
// field the template needs and nobody knows is missing and the renderer refuses it.
import { addDays } from '../../kernel/date.ts'
import type { Answer, Answers } from '../catalogue/answers.ts'
import type { CompiledService } from '../catalogue/compile.ts'
import type { DocumentData, Template } from '../documents/template.ts'
import type { DocumentSubject } from '../register/change.ts'
import { familyOf, isSubject, openMarriagesOf, openMembers } from '../register/kinship.ts'
import type { Deed, Family, Outsider, Person, RegisterSnapshot } from '../register/snapshot.ts'
import { LETTER_DAYS } from '../register/transfers.ts'
import { deedValues } from './deed-data.ts'

export type PlaceNames = {
  readonly village: string
  readonly district: string
  readonly regency: string
  readonly province: string
}

export type DataInput = {
  readonly template: Template
  readonly thing: DocumentSubject
  /** Who it is about, when the register does not have them. */
  readonly outsider?: Outsider
  /** The stay that the case records. */
  readonly stay?: { readonly address: unknown; readonly until: string }
  /** The register after the plan. */
  readonly after: RegisterSnapshot
  readonly before: RegisterSnapshot
  readonly service: CompiledService
  readonly answers: Answers
  /** What the service gives for this paper, worked out. */
  readonly given: Readonly<Record<string, Answer | undefined>>
  readonly applicant?: string
  readonly today: string
  readonly letterNumber?: string
  /** Persons whose status the plan sets: who moves, when no question asks for it. */
  readonly moved: readonly string[]
  placesOf(village: string): PlaceNames | undefined
}

export type Values = Record<string, unknown>
type Scope = { person?: Person; family?: Family; deed?: Deed }

/** The data of one paper: only fields that the template knows. */
export function documentData(input: DataInput): DocumentData {
  const scope = scopeOf(input)
  const values: Values = {
    ...addressValues('', scope.family?.address, input),
    ...movingValues(input),
    ...(scope.person === undefined ? {} : personValues('', scope.person, scope.family, input)),
    ...(scope.family === undefined ? {} : familyValues(scope.family, input)),
    ...(scope.deed === undefined ? {} : deedValues(scope.deed, input)),
    ...partyValues(input, scope),
    ...answersOf(input),
    ...(input.outsider === undefined ? {} : outsiderValues(input.outsider)),
    ...(input.stay === undefined ? {} : stayValues(input.stay, scope, input)),
    letterNumber: input.letterNumber,
    ...(input.template.kind === 'skpwni' ? { validUntil: addDays(input.today, LETTER_DAYS) } : {}),
    reportedDate: input.today,
    registeredDate: input.today,
    correctedDate: input.today,
    ...Object.fromEntries(Object.entries(input.given).filter(([, value]) => value !== undefined)),
  }
  const data: Record<string, DocumentData[string]> = {}
  for (const name of Object.keys(input.template.fields)) {
    const value = values[name]
    if (value !== undefined && value !== null && value !== '') data[name] = value as DocumentData[string]
  }
  return data
}

function scopeOf({ thing, after, before, applicant }: DataInput): Scope {
  const family = (personId: string | undefined) =>
    personId === undefined ? undefined : (familyOf(after, personId) ?? familyOf(before, personId))
  if (thing.kind === 'outsider') return {}
  if (thing.kind === 'family') {
    const card = after.families.get(thing.id)
    return { family: card, person: card?.headId === undefined ? undefined : after.persons.get(card.headId) }
  }
  if (thing.kind === 'person') return { person: after.persons.get(thing.id), family: family(thing.id) }
  const deed = after.deeds.get(thing.id)
  const subject = deed?.parties.map((party) => party.personId).find((id) => id !== undefined && isSubject(deed, id))
  return {
    deed,
    person: subject === undefined ? undefined : after.persons.get(subject),
    family: family(subject ?? applicant),
  }
}

function personValues(prefix: string, person: Person, family: Family | undefined, { after }: DataInput): Values {
  const name = (key: string): string => (prefix === '' ? key : `${prefix}${key[0]!.toUpperCase()}${key.slice(1)}`)
  const parent = (id: string | undefined, text: string | undefined): string | undefined =>
    id === undefined ? text : (after.persons.get(id)?.name ?? text)
  const member = family === undefined ? undefined : openMembers(family).find((one) => one.personId === person.id)
  const values: Values = {
    name: person.name,
    nik: person.nik,
    sex: person.sex,
    birthPlace: person.birthPlace,
    birthDate: person.birthDate,
    religion: person.religion,
    maritalStatus: person.maritalStatus,
    education: person.education,
    occupation: person.occupation,
    bloodType: person.bloodType,
    citizenship: person.citizenship,
    nationality: person.citizenship === 'OA' ? 'Asing' : 'Indonesia',
    passportNumber: person.travelDocument,
    permitNumber: person.stayPermit,
    permitUntil: person.stayPermitUntil,
    fatherName: parent(person.fatherId, person.fatherName),
    motherName: parent(person.motherId, person.motherName),
    relation: member?.relation,
    birthDeedNumber: birthDeedOf(after, person)?.number ?? person.birthDeedNumber,
  }
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [name(key), value]))
}

function birthDeedOf(after: RegisterSnapshot, person: Person): Deed | undefined {
  return [...after.deeds.values()].find(
    (deed) => deed.register === 'birth' && deed.status === 'valid' && isSubject(deed, person.id),
  )
}

function familyValues(family: Family, input: DataInput): Values {
  const { after } = input
  const members = openMembers(family).flatMap((member) => {
    const person = after.persons.get(member.personId)
    if (person === undefined) return []
    const marriage = openMarriagesOf(after, person.id)[0]
    const values: Values = {
      ...personValues('', person, family, input),
      relation: member.relation,
      marriageDate: marriage?.date,
    }
    return [pick(values, listFields(input.template, 'members'))]
  })
  return {
    ...(family.kk === undefined ? {} : { kkNumber: family.kk }),
    ...(family.headId === undefined ? {} : { headName: after.persons.get(family.headId)?.name }),
    members,
  }
}

function listFields(template: Template, name: string): readonly string[] {
  const field = template.fields[name]
  return field?.type === 'list' ? Object.keys(field.fields) : []
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(
    names.flatMap((name) => (values[name] === undefined || values[name] === '' ? [] : [[name, values[name]]])),
  )
}

/** Husband, wife, child, father, mother of the deed, each with the fields the template may print. */
function partyValues(input: DataInput, { deed, person }: Scope): Values {
  const values: Values = {}
  const put = (
    role: string,
    id: string | undefined,
    outsider?: {
      readonly name: string
      readonly nik?: string
      readonly birthPlace?: string
      readonly birthDate?: string
    },
  ): void => {
    const known = id === undefined ? undefined : input.after.persons.get(id)
    if (known !== undefined) Object.assign(values, personValues(role, known, undefined, input))
    else if (outsider !== undefined)
      Object.assign(values, {
        [`${role}Name`]: outsider.name,
        [`${role}Nik`]: outsider.nik,
        [`${role}BirthPlace`]: outsider.birthPlace,
        [`${role}BirthDate`]: outsider.birthDate,
      })
  }
  const marriage = person === undefined ? undefined : openMarriagesOf(input.before, person.id)[0]
  for (const party of (deed ?? marriage)?.parties ?? []) put(party.role, party.personId, party.outsider)
  if (person !== undefined && deed === undefined) put('child', person.id)
  const parents = deed?.register === 'birth' ? {} : parentsOf(person, input)
  return { ...parents, ...values }
}

function parentsOf(person: Person | undefined, input: DataInput): Values {
  const mother = person?.motherId === undefined ? undefined : input.after.persons.get(person.motherId)
  const father = person?.fatherId === undefined ? undefined : input.after.persons.get(person.fatherId)
  return {
    ...(mother === undefined ? {} : personValues('mother', mother, undefined, input)),
    ...(father === undefined ? {} : personValues('father', father, undefined, input)),
  }
}

type AddressLike = {
  readonly street?: unknown
  readonly rt?: unknown
  readonly rw?: unknown
  readonly village?: unknown
  readonly postalCode?: unknown
}

function addressValues(
  prefix: 'origin' | 'target' | '',
  address: AddressLike | undefined,
  { placesOf }: DataInput,
): Values {
  if (address === undefined) return {}
  const name = (key: string): string => (prefix === '' ? key : `${prefix}${key[0]!.toUpperCase()}${key.slice(1)}`)
  const places = typeof address.village === 'string' ? placesOf(address.village) : undefined
  const values: Values = {
    address: address.street,
    rt: address.rt,
    rw: address.rw,
    postalCode: address.postalCode,
    village: places?.village,
    district: places?.district,
    regency: places?.regency,
    province: places?.province,
  }
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [name(key), value === undefined ? undefined : String(value)]),
  )
}

/** Letters of moves: the applicant and the card before, the new address, who moves. */
function movingValues(input: DataInput): Values {
  const { before, applicant, service, answers } = input
  const family = applicant === undefined ? undefined : familyOf(before, applicant)
  const person = applicant === undefined ? undefined : before.persons.get(applicant)
  const target = Object.values(service.fields).find((field) => field.type === 'address')
  // Who joins a card answers no address: it is the one of the card they stand on afterwards.
  const joined = applicant === undefined ? undefined : familyOf(input.after, applicant)
  const answered = target === undefined ? undefined : (answers[target.key] as AddressLike | undefined)
  const goal = answered ?? (joined?.id === family?.id ? undefined : joined?.address)
  const moversField = Object.values(service.fields).find((field) => field.type === 'people')
  const ids =
    moversField === undefined
      ? family === undefined
        ? input.moved
        : openMembers(family).map((one) => one.personId)
      : ((answers[moversField.key] as readonly string[] | undefined) ?? [])
  const movers = ids.flatMap((id) => {
    const one = input.after.persons.get(id) ?? before.persons.get(id)
    const card = family ?? familyOf(input.after, id)
    return one === undefined ? [] : [pick(personValues('', one, card, input), listFields(input.template, 'movers'))]
  })
  return {
    ...(person === undefined
      ? {}
      : {
          applicantName: person.name,
          applicantNik: person.nik,
          birthPlace: person.birthPlace,
          birthDate: person.birthDate,
          passportNumber: person.travelDocument,
        }),
    ...(family === undefined
      ? addressValues('origin', villageOnly(person), input)
      : {
          kkNumber: family.kk,
          headName: family.headId === undefined ? undefined : before.persons.get(family.headId)?.name,
          ...addressValues('origin', family.address, input),
        }),
    ...addressValues('target', goal, input),
    moveClass: classOfMove(family?.address.village ?? person?.villageCode, goal?.village),
    movers,
    moveDate: input.today,
  }
}

const outsiderValues = (outsider: Outsider): Values => ({
  name: outsider.name,
  nik: outsider.nik,
  sex: outsider.sex,
  birthPlace: outsider.birthPlace,
  birthDate: outsider.birthDate,
  passportNumber: outsider.travelDocument,
})

/** Where somebody stays for a time, and where they are at home: their own card, or what was answered for one of elsewhere. */
function stayValues(stay: NonNullable<DataInput['stay']>, { person, family }: Scope, input: DataInput): Values {
  const answered = input.answers.originAddress
  const home = family?.address ?? (isAddress(answered) ? answered : villageOnly(person))
  return {
    ...addressValues('', isAddress(stay.address) ? stay.address : undefined, input),
    ...addressValues('origin', home, input),
    stayUntil: stay.until,
  }
}

const isAddress = (value: unknown): value is AddressLike =>
  typeof value === 'object' && value !== null && 'village' in value

/** Somebody on no card, a foreigner with a limited permit, still lives in a village. */
const villageOnly = (person: Person | undefined): AddressLike | undefined =>
  person?.villageCode === undefined ? undefined : { village: person.villageCode }

/** 1 same village, 2 same district, 3 same regency, 4 same province, 5 another province; by the codes of the two villages. */
export function classOfMove(from: unknown, to: unknown): '1' | '2' | '3' | '4' | '5' | undefined {
  if (typeof from !== 'string' || typeof to !== 'string') return undefined
  if (from === to) return '1'
  if (from.slice(0, 8) === to.slice(0, 8)) return '2'
  if (from.slice(0, 5) === to.slice(0, 5)) return '3'
  return from.slice(0, 2) === to.slice(0, 2) ? '4' : '5'
}

/** Answers whose key is a field of the template. */
function answersOf({ template, answers }: DataInput): Values {
  return Object.fromEntries(
    Object.keys(template.fields).flatMap((name) =>
      typeof answers[name] === 'string' || typeof answers[name] === 'number' ? [[name, answers[name]]] : [],
    ),
  )
}
