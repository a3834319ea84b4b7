// The whole of service.json and of a field group, as schemas and types. The guide docs/guides/service-definition.md says
// what each part is for. Must stay true: unknown keys are refused everywhere, so that a checked service says nothing
// that the engine does not do; every text exists in both languages.
import * as v from 'valibot'
import { effectsSchema } from '../register/effect.ts'
import { DOCUMENT_KINDS, REGISTERS } from '../register/effect-parts.ts'
import { codesOf } from './code-lists.ts'
import { ConditionSchema, ValueSchema } from './expression.ts'
import { FieldSchema } from './field-types/all.ts'
import { CountSchema, IdSchema, KeySchema, TextSchema } from './schema-parts.ts'

export const SERVICE_GROUPS = [
  'birth',
  'death',
  'marriage',
  'child',
  'name',
  'deed',
  'family-card',
  'ktp',
  'kia',
  'move',
  'foreigner',
  'special',
  'digital',
  'internal',
] as const
export const CHANNELS = ['web', 'app', 'whatsapp', 'village', 'counter', 'mobile', 'notice', 'office'] as const
export const SAMPLES = ['statement', 'book', 'card', 'photo', 'letter', 'court'] as const
const ROLES = codesOf('applicantRole').map((row) => row.code)

const nonEmpty = v.pipe(v.string(), v.trim(), v.minLength(1))
const whenOrAlways = v.union([v.boolean(), ConditionSchema])

const SatisfiedBySchema = v.union([
  v.strictObject({ document: v.picklist(DOCUMENT_KINDS), of: KeySchema }),
  v.strictObject({ deed: v.picklist(REGISTERS), of: KeySchema }),
])

export const RequiredDocumentSchema = v.strictObject({
  id: IdSchema,
  label: TextSchema,
  /** What a good one is. */
  hint: TextSchema,
  sample: v.picklist(SAMPLES),
  required: whenOrAlways,
  /** What the register or our archive holds satisfies it: any one of these. */
  satisfiedBy: v.optional(v.union([SatisfiedBySchema, v.pipe(v.array(SatisfiedBySchema), v.minLength(1))])),
  /** May be given instead of that one. */
  alternativeTo: v.optional(IdSchema),
  /** The original is shown when the result is handed over. */
  original: v.optional(v.literal('at-handover')),
  /** The official form that is this document; we can print it filled in. */
  form: v.optional(nonEmpty),
})
export type RequiredDocument = v.InferOutput<typeof RequiredDocumentSchema>

const GroupUseSchema = v.strictObject({ group: IdSchema, when: v.optional(ConditionSchema) })
export type GroupUse = v.InferOutput<typeof GroupUseSchema>

const PageFieldSchema = v.lazy((input) =>
  typeof input === 'object' && input !== null && 'group' in input
    ? GroupUseSchema
    : input === undefined
      ? v.union([GroupUseSchema, FieldSchema])
      : FieldSchema,
) as v.GenericSchema<unknown, v.InferOutput<typeof FieldSchema> | GroupUse>

export const PageSchema = v.strictObject({
  id: IdSchema,
  title: TextSchema,
  lead: v.optional(TextSchema),
  when: v.optional(ConditionSchema),
  fields: v.pipe(v.array(PageFieldSchema), v.minLength(1)),
})

export const EligibilitySchema = v.strictObject({ id: IdSchema, require: ConditionSchema, text: TextSchema })
export type Eligibility = v.InferOutput<typeof EligibilitySchema>

export const IssueSchema = v.strictObject({
  document: v.picklist(DOCUMENT_KINDS),
  template: IdSchema,
  /** Alias or person the document is about. */
  for: KeySchema,
  when: v.optional(ConditionSchema),
  data: v.optional(v.record(KeySchema, ValueSchema)),
})
export type Issue = v.InferOutput<typeof IssueSchema>

const calculations = v.record(KeySchema, ValueSchema)
const tables = v.record(KeySchema, v.record(v.string(), v.string()))

/** services/shared/groups/<id>.json: questions (and what goes with them) that several services ask in the same way. */
export const FieldGroupSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: IdSchema,
  about: nonEmpty,
  include: v.optional(v.array(IdSchema)),
  /** Empty for a group that only brings a paper or a rule. */
  fields: v.array(PageFieldSchema),
  calculations: v.optional(calculations),
  tables: v.optional(tables),
  documents: v.optional(v.array(RequiredDocumentSchema)),
  eligibility: v.optional(v.array(EligibilitySchema)),
})
export type FieldGroup = v.InferOutput<typeof FieldGroupSchema>

export const ServiceSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: IdSchema,
  /** Region that wrote it. */
  publisher: v.pipe(v.string(), v.regex(/^\d{2}(\.\d{2})?$/, 'a region code like 63.11')),
  series: v.pipe(v.string(), v.regex(/^[A-Z]{2,4}$/, 'two to four capital letters')),
  group: v.picklist(SERVICE_GROUPS),
  texts: v.strictObject({ name: TextSchema, summary: TextSchema, officialName: TextSchema }),
  search: v.pipe(v.array(nonEmpty), v.minLength(1)),
  legalBasis: v.pipe(v.array(nonEmpty), v.minLength(1)),
  forms: v.array(nonEmpty),
  applicants: v.pipe(v.array(v.picklist(ROLES)), v.minLength(1)),
  channels: v.pipe(v.array(v.picklist(CHANNELS)), v.minLength(1)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
  include: v.optional(v.array(IdSchema)),
  process: IdSchema,
  /** Needs a decision of the head of the department even when it is in time. */
  decision: v.optional(whenOrAlways),
  eligibility: v.optional(v.array(EligibilitySchema)),
  pages: v.pipe(v.array(PageSchema), v.minLength(1)),
  calculations: v.optional(calculations),
  tables: v.optional(tables),
  documents: v.array(RequiredDocumentSchema),
  fee: v.strictObject({
    rupiah: CountSchema,
    legalBasis: nonEmpty,
    /** The law sets it: no region may change it. */
    fixed: v.optional(v.literal(true)),
  }),
  deadline: v.strictObject({
    officeHours: v.pipe(v.number(), v.integer(), v.minValue(1)),
    statutoryDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    confirmed: v.boolean(),
  }),
  report: v.optional(
    v.strictObject({ days: v.pipe(v.number(), v.integer(), v.minValue(1)), from: KeySchema, confirmed: v.boolean() }),
  ),
  /** Since when the changes hold, for services that record no deed; the day of the commit otherwise. */
  effectiveDate: v.optional(ValueSchema),
  /** A step for which the person must come, if there is one. */
  inPerson: v.optional(TextSchema),
  effects: effectsSchema,
  issues: v.array(IssueSchema),
  notices: IdSchema,
  survey: v.optional(IdSchema),
  /** What this definition could not find confirmed by an official source. */
  unconfirmed: v.optional(v.array(nonEmpty)),
})
export type ServiceDefinition = v.InferOutput<typeof ServiceSchema>
export type ServicePage = ServiceDefinition['pages'][number]
