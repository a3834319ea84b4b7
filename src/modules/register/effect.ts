// Every change a service may ask of the register: a closed list, written as data in service.json and run by plan.ts.
// Must stay true: an unknown property is a fault of the definition, never ignored, so that a checked service does in
// every region exactly what it says. Meaning of each: register/effects/<op>.ts.
import * as v from 'valibot'
import { ConditionSchema, ValueSchema } from '../catalogue/expression.ts'
import { KeySchema } from '../catalogue/schema-parts.ts'
import {
  codeOrValue,
  DOCUMENT_KINDS,
  deedRefSchema,
  FLAGS,
  familyRefSchema,
  LEAVE_REASONS,
  MARGIN_NOTES,
  PERSON_STATUSES,
  peopleRefSchema,
  personRefSchema,
  REGISTERS,
  RELATIONS,
  SETTABLE_FIELDS,
  thingRefSchema,
  thingsRefSchema,
} from './effect-parts.ts'

const when = v.optional(ConditionSchema)
const as = v.optional(KeySchema)
const fields = v.optional(v.record(KeySchema, ValueSchema))
const status = v.picklist(PERSON_STATUSES)
const document = v.picklist(DOCUMENT_KINDS)

const createPerson = v.strictObject({
  op: v.literal('createPerson'),
  when,
  as: KeySchema,
  name: ValueSchema,
  sex: codeOrValue(['L', 'P']),
  birthDate: ValueSchema,
  birthPlace: ValueSchema,
  citizenship: v.optional(codeOrValue(['WNI', 'OA'])),
  religion: v.optional(codeOrValue(['1', '2', '3', '4', '5', '6', '7'])),
  mother: v.optional(personRefSchema),
  father: v.optional(personRefSchema),
  village: ValueSchema,
  nik: v.picklist(['assign', 'none']),
  fields,
})
const recordDeed = v.strictObject({
  op: v.literal('recordDeed'),
  when,
  as,
  register: v.picklist(REGISTERS),
  parties: v.record(KeySchema, personRefSchema),
  date: ValueSchema,
  place: v.optional(ValueSchema),
  fields,
  witnesses: v.optional(v.array(KeySchema)),
  /** Number as its keeper gave it: of a register that others keep, or of an old book of ours. */
  number: v.optional(ValueSchema),
})
const marginNote = v.strictObject({
  op: v.literal('marginNote'),
  when,
  deed: deedRefSchema,
  kind: v.picklist(MARGIN_NOTES),
  fields,
})
const correctDeed = v.strictObject({ op: v.literal('correctDeed'), when, deed: deedRefSchema, changes: ValueSchema })
const addFamilyMember = v.strictObject({
  op: v.literal('addFamilyMember'),
  when,
  family: familyRefSchema,
  person: personRefSchema,
  relation: codeOrValue(RELATIONS),
})
const removeFamilyMember = v.strictObject({
  op: v.literal('removeFamilyMember'),
  when,
  person: personRefSchema,
  reason: codeOrValue(LEAVE_REASONS),
})
const moveFamilyMember = v.strictObject({
  op: v.literal('moveFamilyMember'),
  when,
  person: v.optional(personRefSchema),
  people: v.optional(peopleRefSchema),
  to: familyRefSchema,
  relation: v.optional(codeOrValue(RELATIONS)),
})
const setFamilyHead = v.strictObject({
  op: v.literal('setFamilyHead'),
  when,
  family: familyRefSchema,
  person: personRefSchema,
  /** `rule` (default): after the death of the head the card gets a new number; `keep`: it never does. */
  number: v.optional(v.picklist(['rule', 'keep'])),
  as,
})
const createFamily = v.strictObject({
  op: v.literal('createFamily'),
  when,
  as: KeySchema,
  head: personRefSchema,
  members: v.optional(peopleRefSchema),
  address: v.optional(ValueSchema),
})
const retireFamily = v.strictObject({ op: v.literal('retireFamily'), when, family: familyRefSchema })
const applyKkNumberRule = v.strictObject({
  op: v.literal('applyKkNumberRule'),
  when,
  family: familyRefSchema,
  movers: peopleRefSchema,
  /** Where the movers go; left out when they join the card of `target`, or go abroad. */
  address: v.optional(ValueSchema),
  as,
  newHead: v.optional(KeySchema),
  target: v.optional(familyRefSchema),
  /** Card that those who stay join when none of them can be its head. */
  stayersTarget: v.optional(familyRefSchema),
})
const setField = v.strictObject({
  op: v.literal('setField'),
  when,
  person: personRefSchema,
  field: v.optional(v.picklist(SETTABLE_FIELDS)),
  value: v.optional(ValueSchema),
  changes: v.optional(ValueSchema),
})
const setParent = v.strictObject({
  op: v.literal('setParent'),
  when,
  person: personRefSchema,
  parent: v.picklist(['mother', 'father']),
  to: personRefSchema,
})
const setMaritalStatus = v.strictObject({
  op: v.literal('setMaritalStatus'),
  when,
  people: peopleRefSchema,
  value: codeOrValue(['1', '2', '3', '4', '5', '6', 'previous']),
})
const setAddress = v.strictObject({
  op: v.literal('setAddress'),
  when,
  family: v.optional(familyRefSchema),
  people: v.optional(peopleRefSchema),
  address: ValueSchema,
})
const setPersonStatus = v.strictObject({ op: v.literal('setPersonStatus'), when, people: peopleRefSchema, status })
const setNikStatus = v.strictObject({ op: v.literal('setNikStatus'), when, people: peopleRefSchema, status })
const acceptTransfer = v.strictObject({ op: v.literal('acceptTransfer'), when, letter: ValueSchema, as: KeySchema })
const aboutThings = {
  when,
  document,
  of: thingsRefSchema,
  /** With `of: {each}`: only for those of whom this holds; the person is called `item`. */
  where: v.optional(ConditionSchema),
}
const issueDocument = v.strictObject({ op: v.literal('issueDocument'), ...aboutThings })
const supersedeDocument = v.strictObject({ op: v.literal('supersedeDocument'), ...aboutThings })
const revokeDocument = v.strictObject({ op: v.literal('revokeDocument'), ...aboutThings })
const extendDocument = v.strictObject({ op: v.literal('extendDocument'), ...aboutThings })
const keepCards = v.strictObject({
  op: v.literal('keepCards'),
  when,
  document: v.optional(document),
  of: v.union([thingRefSchema, peopleRefSchema]),
})
const reverseEffects = v.strictObject({
  op: v.literal('reverseEffects'),
  when,
  of: v.union([
    deedRefSchema,
    v.strictObject({ caseOf: deedRefSchema }),
    v.strictObject({ caseNumber: KeySchema }),
    v.strictObject({ letter: KeySchema }),
  ]),
})
const sealField = v.strictObject({
  op: v.literal('sealField'),
  when,
  on: KeySchema,
  fields: v.pipe(v.array(v.string()), v.minLength(1)),
  roles: v.pipe(v.array(v.string()), v.minLength(1)),
})
const enrolBiometrics = v.strictObject({ op: v.literal('enrolBiometrics'), when, person: personRefSchema })
const uniquenessCheck = v.strictObject({
  op: v.literal('uniquenessCheck'),
  when,
  person: personRefSchema,
  /** What the national centre answered; without it the answer is still open. */
  result: v.optional(codeOrValue(['unique', 'duplicate', 'pending'])),
})
const bindDevice = v.strictObject({ op: v.literal('bindDevice'), when, person: personRefSchema })
const startService = v.strictObject({ op: v.literal('startService'), when, service: v.string(), for: peopleRefSchema })
const suggestServices = v.strictObject({
  op: v.literal('suggestServices'),
  when,
  service: v.optional(v.string()),
  for: v.optional(peopleRefSchema),
})
const flagPerson = v.strictObject({
  op: v.literal('flagPerson'),
  when,
  person: personRefSchema,
  flag: codeOrValue(FLAGS),
})
const recordStay = v.strictObject({
  op: v.literal('recordStay'),
  when,
  person: personRefSchema,
  address: ValueSchema,
  until: ValueSchema,
})

export const effectSchema = v.variant('op', [
  createPerson,
  recordDeed,
  marginNote,
  correctDeed,
  addFamilyMember,
  removeFamilyMember,
  moveFamilyMember,
  setFamilyHead,
  createFamily,
  retireFamily,
  applyKkNumberRule,
  setField,
  setParent,
  setMaritalStatus,
  setAddress,
  setPersonStatus,
  setNikStatus,
  acceptTransfer,
  issueDocument,
  supersedeDocument,
  revokeDocument,
  extendDocument,
  keepCards,
  reverseEffects,
  sealField,
  enrolBiometrics,
  uniquenessCheck,
  bindDevice,
  startService,
  suggestServices,
  flagPerson,
  recordStay,
])
export const effectsSchema = v.array(effectSchema)

export type Effect = v.InferOutput<typeof effectSchema>
export type EffectOp = Effect['op']
export type EffectOf<Op extends EffectOp> = Extract<Effect, { op: Op }>
/** Every op, in the order of the guide's table. */
export const EFFECT_OPS: readonly EffectOp[] = effectSchema.options.map((option) => option.entries.op.literal)
