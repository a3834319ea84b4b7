// A golden example as data: a made-up register, what somebody answers, and what must come out. Must stay true: an example
// fixes the day, the calendar and the register, so that it means the same in every region and in every year.
import * as v from 'valibot'
import { isPlainDate } from '../../kernel/date.ts'
import { effectsSchema } from '../register/effect.ts'
import { ExampleRegisterSchema } from '../register/example-register.ts'
import type { Answers } from './answers.ts'

const text = v.pipe(v.string(), v.minLength(1))
const stepSchema = v.union([
  v.strictTuple([text, text]),
  v.strictTuple([text, text, v.strictObject({ reason: v.optional(text), by: v.optional(text) })]),
])

/**
 * A case that was committed earlier, for services that undo one. It carries its own effects, so that the example means the
 * same where the other service is not installed or has changed.
 */
export const BeforeSchema = v.strictObject({
  /** The day of its commit. */
  day: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d{2}-\d{2}$/, 'written like 2026-04-10'),
    v.check((day) => isPlainDate(day), 'no day of any calendar'),
  ),
  /** Number of the case, as `{"caseNumber": key}` finds it. */
  number: v.optional(text),
  /** Number of its moving letter, as `{"letter": key}` finds it. */
  letter: v.optional(text),
  applicant: v.optional(text),
  answers: v.record(v.string(), v.unknown()) as v.GenericSchema<unknown, Answers>,
  effects: effectsSchema,
})
export type Before = v.InferOutput<typeof BeforeSchema>

export const ExampleSchema = v.strictObject({
  $schema: v.optional(v.string()),
  title: text,
  kind: v.picklist(['usual', 'edge', 'refused']),
  /** The moment of the submission, with the offset of the place. */
  day: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[+-]\d{2}:\d{2}$/, 'written like 2026-04-10T09:00+08:00'),
    v.check((at) => isPlainDate(at.slice(0, 10)) && !Number.isNaN(Date.parse(at)), 'no moment of any calendar'),
  ),
  calendar: text,
  /** The publisher unless said otherwise. */
  region: v.optional(text),
  regionName: v.optional(text),
  register: ExampleRegisterSchema,
  before: v.optional(BeforeSchema),
  applicant: v.optional(text),
  applicantRole: v.optional(text),
  channel: text,
  contactPhone: v.optional(v.nullable(text)),
  contactEmail: v.optional(v.nullable(text)),
  /** Suggestions that are not answered here are confirmed as they are. */
  answers: v.record(v.string(), v.unknown()) as v.GenericSchema<unknown, Answers>,
  confirmed: v.optional(v.array(text)),
  uploads: v.optional(v.array(text)),
  expect: v.strictObject({
    /** null: nothing is refused. Otherwise all ids of eligibility and codes of refusals. */
    refused: v.nullable(v.array(text)),
    pages: v.optional(v.array(text)),
    questions: v.optional(v.number()),
    /** Keys taken from the register without asking. */
    derived: v.optional(v.array(text)),
    /** Keys shown with a suggestion. */
    prefilled: v.optional(v.array(text)),
    documents: v.optional(v.array(text)),
    fee: v.optional(v.number()),
    late: v.optional(v.boolean()),
    due: v.optional(text),
    /** Action, and the state in which the case then rests. */
    states: v.optional(v.array(stepSchema)),
    changes: v.optional(v.array(text)),
    /** Codes shown to the officer before signing. */
    warnings: v.optional(v.array(text)),
  }),
})
export type Example = v.InferOutput<typeof ExampleSchema>
export type ExampleStep = v.InferOutput<typeof stepSchema>
