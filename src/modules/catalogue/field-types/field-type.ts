// What a type of question must know: how a definition writes it, how typed text becomes an answer, and how an answer
// that comes ready (a draft, the API, an example) is checked. One file a type, one line in all.ts.
import * as v from 'valibot'
import type { Refusal, Result } from '../../../kernel/refusal.ts'
import type { Answer } from '../answers.ts'
import { ConditionSchema, ValueSchema } from '../expression.ts'
import { KeySchema, TextSchema } from '../schema-parts.ts'

/** What every field may say, whatever its type. */
export const baseEntries = {
  key: KeySchema,
  label: TextSchema,
  hint: v.optional(TextSchema),
  /** A noun for summaries and sentences, where the label is a question: "Ibu" / "The mother". */
  short: v.optional(TextSchema),
  required: v.union([v.boolean(), ConditionSchema]),
  /** Shown only when this holds. */
  when: v.optional(ConditionSchema),
  /** Put into the question; the person confirms or changes it. */
  prefill: v.optional(ValueSchema),
  /** Not asked at all when this is known; asked when it is not. */
  derive: v.optional(ValueSchema),
  check: v.optional(v.array(v.string())),
}
export type BaseField = v.InferOutput<v.StrictObjectSchema<typeof baseEntries, undefined>> & { readonly type: string }

export type ReadContext = {
  /** Today where the office is, `YYYY-MM-DD`. */
  readonly today: string
  /** The region that reads, `63.11`. */
  readonly region: string
  /** The place refusals name: the key, or `list.0.key`. */
  readonly at: string
}

/** The texts a form sent for one field and its parts. */
export interface Typed {
  /** Of the field itself, or of a part: `day` is sent as `<key>.day`. Empty text when nothing was sent. */
  first(part?: string): string
  all(part?: string): readonly string[]
  /** The parts below: `typed.below('0')` for the first element of a list. */
  below(part: string): Typed
  /** Names of the direct parts that were sent. */
  parts(): readonly string[]
}

/** `answer` is undefined when nothing was typed or when it was refused. Warnings never block; they are confirmed. */
export type Reading = {
  readonly answer?: Answer
  readonly refusals: readonly Refusal[]
  readonly warnings: readonly Refusal[]
}

export interface FieldType<F extends BaseField> {
  readonly type: F['type']
  readonly schema: v.GenericSchema<unknown, F>
  /** From typed text to an answer. */
  read(typed: Typed, field: F, context: ReadContext): Reading
  /** Whether a ready answer has the shape and lies within the limits. */
  check(answer: Answer, field: F, context: ReadContext): Reading
}

export const NOTHING: Reading = { refusals: [], warnings: [] }

export function taken(answer: Answer, warnings: readonly Refusal[] = []): Reading {
  return { answer, refusals: [], warnings }
}

export function refused(code: string, at: string, params?: Refusal['params']): Reading {
  return { refusals: [{ code, at, ...(params === undefined ? {} : { params }) }], warnings: [] }
}

/** A kernel result as a reading. */
export function fromResult<T>(
  result: Result<T>,
  answerOf: (value: T) => Answer,
  warningsOf: (value: T) => readonly Refusal[] = () => [],
): Reading {
  return result.ok
    ? taken(answerOf(result.value), warningsOf(result.value))
    : { refusals: result.refusals, warnings: [] }
}

/** A field type whose answer is one text: reading and checking are the same thing. */
export function textual<F extends BaseField>(
  type: F['type'],
  schema: v.GenericSchema<unknown, F>,
  readText: (text: string, field: F, context: ReadContext) => Reading,
): FieldType<F> {
  return {
    type,
    schema,
    read: (typed, field, context) => {
      const text = typed.first()
      return text.trim() === '' ? NOTHING : readText(text, field, context)
    },
    check: (answer, field, context) =>
      typeof answer === 'string' ? readText(answer, field, context) : refused('answer-shape', context.at),
  }
}
