// The words effects are made of: closed lists and the ways an effect names a person, a family or a deed.
// Must stay true: everything here is data of a service definition, so a list never shrinks; it only grows.
import * as v from 'valibot'
import { type Value, ValueSchema } from '../catalogue/expression.ts'
import { KeySchema } from '../catalogue/schema-parts.ts'

export type { Condition, Value } from '../catalogue/expression.ts'

/** States of a person and of a NIK. Nobody is ever deleted and no number is ever given again. */
export const PERSON_STATUSES = [
  'active',
  'moving',
  'moved-out',
  'abroad',
  'deceased',
  'duplicate',
  'cancelled',
] as const
export type PersonStatus = (typeof PERSON_STATUSES)[number]
/** `none`: no number was given. */
export type NikStatus = PersonStatus | 'none'

/** Registers the department itself keeps; each numbers its deeds per year. */
export const OWN_REGISTERS = [
  'birth',
  'death',
  'stillbirth',
  'marriage',
  'marriage-annulment',
  'divorce',
  'divorce-annulment',
  'acknowledgment',
  'legitimation',
  'overseas',
] as const
/** Proofs that others keep and we only cite: the marriage book of the KUA, the certificate of the religious court. */
export const FOREIGN_REGISTERS = ['marriage-book', 'divorce-certificate'] as const
export const REGISTERS = [...OWN_REGISTERS, ...FOREIGN_REGISTERS] as const
export type DeedRegister = (typeof REGISTERS)[number]

export const MARGIN_NOTES = [
  'name-change',
  'adoption',
  'acknowledgment',
  'legitimation',
  'citizenship',
  'sex-change',
  'other-event',
  'marriage-agreement',
  'marriage-agreement-changed',
  'marriage-agreement-withdrawn',
  'annulled',
  'correction',
  'cancelled-by-court',
  'cancelled-by-office',
] as const
export type MarginNoteKind = (typeof MARGIN_NOTES)[number]

/** Fields of a person that `setField` may write. Status, parents, marital state and address have effects of their own. */
export const SETTABLE_FIELDS = [
  'name',
  'titleBefore',
  'titleAfter',
  'otherName',
  'sex',
  'birthDate',
  'birthPlace',
  'birthTime',
  'citizenship',
  'religion',
  'beliefOrganisation',
  'education',
  'occupation',
  'bloodType',
  'disability',
  'motherName',
  'fatherName',
  'travelDocument',
  'travelDocumentUntil',
  'stayPermit',
  'stayPermitUntil',
  'phone',
  'email',
  'birthDeedNumber',
] as const
export type SettableField = (typeof SETTABLE_FIELDS)[number]

export const DOCUMENT_KINDS = [
  'kk',
  'biodata',
  'birth-deed-extract',
  'death-deed-extract',
  'marriage-deed-extract',
  'divorce-deed-extract',
  'acknowledgment-deed-extract',
  'legitimation-deed-extract',
  'deed-extract',
  'corrected-deed-extract',
  'stillbirth-letter',
  'marriage-annulment-letter',
  'divorce-annulment-letter',
  'deed-cancellation-letter',
  'cancellation-letter',
  'overseas-report-letter',
  'skpwni',
  'skpln',
  'skdln',
  'skpoa',
  'identity-replacement-letter',
  'non-permanent-receipt',
  'ktp-el',
  'kia',
  'ikd',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const LEAVE_REASONS = [
  'died',
  'moved',
  'abroad',
  'divorced',
  'joined-another',
  'cancelled',
  'correction',
  'other',
] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

/** Relation to the head of the family, codes of F-1.01: 1 head, 2 husband, 3 wife, 4 child … 11 other. */
export const RELATIONS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const
export type Relation = (typeof RELATIONS)[number]

/** Marks of people who need another way of service. */
export const FLAGS = [
  'vulnerable',
  'disaster',
  'social',
  'neglected',
  'remote',
  'border',
  'homeless',
  'prisoner',
  'patient',
  'disabled',
] as const

/** A code of the closed list of its place, written as it is, or a value that is computed: an answer key, a fact, … */
export function codeOrValue<const Codes extends readonly [string, ...string[]]>(codes: Codes): v.GenericSchema<Value> {
  return v.union([v.picklist(codes), ValueSchema]) as v.GenericSchema<Value>
}

/**
 * Who is meant: the key of an answer or calculation, `applicant`, an alias, or somebody the register finds through another person: the other
 * side of an open marriage, a parent. `spouseOf` may find several people or nobody.
 */
export const personRefSchema = v.union([
  KeySchema,
  v.strictObject({ spouseOf: KeySchema }),
  v.strictObject({ motherOf: KeySchema }),
  v.strictObject({ fatherOf: KeySchema }),
])
export type PersonRef = v.InferOutput<typeof personRefSchema>
const someoneSchema = v.union([personRefSchema, v.strictObject({ othersOn: personRefSchema })])
export type SomeoneRef = v.InferOutput<typeof someoneSchema>
/**
 * Several people: the key of a `people` answer or of an alias that stands for several, everybody else on the card of a
 * person as it was before the case (`othersOn`), or a list of references.
 */
export const peopleRefSchema = v.union([someoneSchema, v.pipe(v.array(someoneSchema), v.minLength(1))])
export type PeopleRef = v.InferOutput<typeof peopleRefSchema>
/** A family: the card a person is on, the card with the number in an answer, or an alias. */
export const familyRefSchema = v.union([
  KeySchema,
  v.strictObject({ familyOf: personRefSchema }),
  v.strictObject({ kk: KeySchema }),
])
export type FamilyRef = v.InferOutput<typeof familyRefSchema>
const deedByNumber = v.strictObject({
  deedNumber: KeySchema,
  register: v.optional(v.union([v.picklist(REGISTERS), KeySchema])),
  /** Who must be a party of it, so that a wrong number never touches the deed of somebody else. */
  of: v.optional(personRefSchema),
})
/** A deed: of a person in a register, by the number in an answer (of a register when the number is not alone), or an alias. */
export const deedRefSchema = v.union([
  KeySchema,
  v.strictObject({ deed: v.picklist(REGISTERS), of: personRefSchema }),
  deedByNumber,
])
export type DeedRef = v.InferOutput<typeof deedRefSchema>
/** What a document is about. A bare key may stand for a person, a family or a deed. */
export const thingRefSchema = v.union([
  KeySchema,
  v.strictObject({ spouseOf: KeySchema }),
  v.strictObject({ motherOf: KeySchema }),
  v.strictObject({ fatherOf: KeySchema }),
  v.strictObject({ familyOf: personRefSchema }),
  v.strictObject({ kk: KeySchema }),
  v.strictObject({ deed: v.picklist(REGISTERS), of: personRefSchema }),
  deedByNumber,
])
export type ThingRef = v.InferOutput<typeof thingRefSchema>
/** What a document is about, or one document for each of several people. */
export const thingsRefSchema = v.union([thingRefSchema, v.strictObject({ each: peopleRefSchema })])
export type ThingsRef = v.InferOutput<typeof thingsRefSchema>

export const addressSchema = v.object({
  street: v.optional(v.string()),
  rt: v.optional(v.string()),
  rw: v.optional(v.string()),
  village: v.optional(v.string()),
  postalCode: v.optional(v.string()),
  /** Set instead of a village when the place lies abroad. */
  country: v.optional(v.string()),
})
export type Address = v.InferOutput<typeof addressSchema>
