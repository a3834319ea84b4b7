// The small made-up register of a golden example, read into a snapshot. Examples run without a database and mean the
// same in every region, so everything an example leaves out has one fixed default here.
import * as v from 'valibot'
import { DOCUMENT_KINDS, type NikStatus, PERSON_STATUSES, REGISTERS, RELATIONS } from './effect-parts.ts'
import { type Deed, type Family, type Person, type RegisterSnapshot, snapshotOf } from './snapshot.ts'

const text = v.pipe(v.string(), v.minLength(1))
const optionalText = v.optional(text)

const ExamplePersonSchema = v.strictObject({
  id: text,
  nik: optionalText,
  nikStatus: v.optional(v.picklist([...PERSON_STATUSES, 'none'])),
  status: v.optional(v.picklist(PERSON_STATUSES)),
  name: text,
  titleBefore: optionalText,
  titleAfter: optionalText,
  otherName: optionalText,
  sex: v.picklist(['L', 'P']),
  birthDate: text,
  birthPlace: optionalText,
  citizenship: v.optional(v.picklist(['WNI', 'OA'])),
  religion: optionalText,
  maritalStatus: v.optional(v.picklist(['1', '2', '3', '4', '5', '6'])),
  previousMaritalStatus: v.optional(v.picklist(['1', '2', '3', '4', '5', '6'])),
  education: optionalText,
  occupation: optionalText,
  bloodType: optionalText,
  disability: optionalText,
  mother: optionalText,
  father: optionalText,
  motherName: optionalText,
  fatherName: optionalText,
  village: text,
  deathDate: optionalText,
  travelDocument: optionalText,
  travelDocumentUntil: optionalText,
  stayPermit: optionalText,
  stayPermitUntil: optionalText,
  phone: optionalText,
  email: optionalText,
  birthDeedNumber: optionalText,
  enrolled: v.optional(v.boolean()),
  enrolledOn: optionalText,
  uniqueness: v.optional(v.picklist(['unique', 'duplicate', 'pending'])),
  deviceBoundOn: optionalText,
  flags: v.optional(v.array(text)),
})
const ExampleFamilySchema = v.strictObject({
  id: text,
  kk: optionalText,
  head: optionalText,
  status: v.optional(v.picklist(['active', 'moving', 'retired'])),
  members: v.array(v.strictObject({ person: text, relation: v.picklist(RELATIONS), from: optionalText })),
  address: v.strictObject({
    street: optionalText,
    rt: optionalText,
    rw: optionalText,
    village: text,
    postalCode: optionalText,
  }),
})
const ExampleDeedSchema = v.strictObject({
  id: optionalText,
  register: v.picklist(REGISTERS),
  number: text,
  parties: v.record(v.string(), text),
  date: text,
  place: optionalText,
  /** The day our office entered it; `date` is the day of the event, and stands for both when this is left out. */
  enteredOn: optionalText,
  status: v.optional(v.picklist(['valid', 'cancelled'])),
  endedOn: optionalText,
  /** Id of the divorce or annulment in these deeds that ended the marriage. */
  endedBy: optionalText,
  case: optionalText,
  fields: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
})
const ExampleTransferSchema = v.strictObject({
  letter: text,
  from: text,
  head: optionalText,
  persons: v.array(
    v.intersect([v.object({ relation: v.optional(v.picklist(RELATIONS)) }), v.looseObject({ id: text })]),
  ),
})

/** The `register` part of an example. */
export const ExampleRegisterSchema = v.strictObject({
  persons: v.optional(v.array(ExamplePersonSchema), []),
  families: v.optional(v.array(ExampleFamilySchema), []),
  deeds: v.optional(v.array(ExampleDeedSchema), []),
  documents: v.optional(
    v.array(v.strictObject({ kind: v.picklist(DOCUMENT_KINDS), of: text, number: optionalText })),
    [],
  ),
  transfers: v.optional(v.array(ExampleTransferSchema), []),
})
export type ExampleRegister = v.InferInput<typeof ExampleRegisterSchema>
type ExamplePerson = v.InferOutput<typeof ExamplePersonSchema>

/** Throws a valibot error that names the place when the example is not of the shape above. */
export function snapshotOfExample(region: string, register: unknown): RegisterSnapshot {
  const parsed = v.parse(ExampleRegisterSchema, register)
  return snapshotOf(region, {
    persons: parsed.persons.map(personOf),
    families: parsed.families.map(familyFrom),
    deeds: parsed.deeds.map((deed, index) => deedOf(deed, index)),
    documents: parsed.documents,
    transfers: parsed.transfers.map((transfer) => {
      const people = transfer.persons.map(({ relation, ...person }) => ({
        relation,
        person: v.parse(ExamplePersonSchema, person),
      }))
      return {
        id: `transfer-${transfer.letter}`,
        letter: transfer.letter,
        from: transfer.from,
        persons: people.map(({ person }) => personOf(person)),
        ...(transfer.head === undefined ? {} : { headId: transfer.head }),
        relations: Object.fromEntries(people.map(({ person, relation }) => [person.id, relation ?? '9'])),
        state: 'granted',
      }
    }),
  })
}

function personOf(example: ExamplePerson): Person {
  const { mother, father, village, enrolled, enrolledOn, flags, ...rest } = example
  const status = example.status ?? 'active'
  const nikStatus: NikStatus = example.nik === undefined ? 'none' : status
  const enrolment = enrolledOn ?? (enrolled === true ? '2015-01-01' : undefined)
  return {
    nikStatus,
    status,
    birthPlace: '-',
    citizenship: 'WNI',
    maritalStatus: '1',
    ...rest,
    version: 1,
    villageCode: village,
    ...(mother === undefined ? {} : { motherId: mother }),
    ...(father === undefined ? {} : { fatherId: father }),
    ...(enrolment === undefined ? {} : { enrolledOn: enrolment }),
    ...(flags === undefined ? {} : { flags: [...flags].sort().join(' ') }),
  }
}

function familyFrom(example: v.InferOutput<typeof ExampleFamilySchema>): Family {
  const { head, members, status, ...rest } = example
  return {
    ...rest,
    version: 1,
    status: status ?? 'active',
    ...(head === undefined ? {} : { headId: head }),
    members: members.map(({ person, relation, from }) => ({ personId: person, relation, from: from ?? '2000-01-01' })),
  }
}

function deedOf(example: v.InferOutput<typeof ExampleDeedSchema>, index: number): Deed {
  const { parties, case: caseId, fields, status, id, ...rest } = example
  return {
    ...rest,
    id: id ?? `deed-${index + 1}`,
    version: 1,
    year: Number((example.enteredOn ?? example.date).slice(0, 4)),
    enteredOn: example.enteredOn ?? example.date,
    parties: Object.entries(parties).map(([role, personId]) => ({ role, personId })),
    fields: fields ?? {},
    witnesses: [],
    status: status ?? 'valid',
    ...(caseId === undefined ? {} : { caseId }),
    notes: [],
    corrections: [],
  }
}
