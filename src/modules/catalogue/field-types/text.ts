// Free text in one line or several, and texts of digits only (RT, postal code). Lengths count signs as people see them.
import * as v from 'valibot'
import { CountSchema } from '../schema-parts.ts'
import { baseEntries, type FieldType, type ReadContext, type Reading, refused, taken, textual } from './field-type.ts'

const limits = { min: v.optional(CountSchema), max: v.optional(CountSchema) }
const TextFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('text'), ...limits })
const LongTextFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('longtext'), ...limits })
const DigitsFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('digits'), ...limits })
type TextField = v.InferOutput<typeof TextFieldSchema>
type LongTextField = v.InferOutput<typeof LongTextFieldSchema>
type DigitsField = v.InferOutput<typeof DigitsFieldSchema>

const SHORT_MAX = 160
const LONG_MAX = 2000

function withinLength(text: string, min: number, max: number, at: string): Reading {
  const count = [...text].length
  if (count < min) return refused('text-too-short', at, { count, min })
  return count > max ? refused('text-too-long', at, { count, max }) : taken(text)
}

export const text: FieldType<TextField> = textual('text', TextFieldSchema, (typed, field, { at }) => {
  const line = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  return /\p{Cc}/u.test(line)
    ? refused('text-signs', at)
    : withinLength(line, field.min ?? 1, field.max ?? SHORT_MAX, at)
})

export const longText: FieldType<LongTextField> = textual('longtext', LongTextFieldSchema, (typed, field, { at }) => {
  const lines = typed.normalize('NFC').replaceAll('\r\n', '\n').trim()
  return withinLength(lines, field.min ?? 1, field.max ?? LONG_MAX, at)
})

export const digits: FieldType<DigitsField> = textual(
  'digits',
  DigitsFieldSchema,
  (typed, field, context: ReadContext) => {
    const plain = typed.replace(/[\s.-]/g, '')
    if (!/^\d*$/.test(plain)) return refused('digits-only', context.at)
    const min = field.min ?? 1
    const max = field.max ?? 30
    if (plain.length >= min && plain.length <= max) return taken(plain)
    return min === max
      ? refused('digits-exactly', context.at, { count: plain.length, want: min })
      : refused('digits-count', context.at, { count: plain.length, min, max })
  },
)
