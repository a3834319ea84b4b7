// Whole numbers and exact decimals as typed: comma or point; in a whole number a point groups thousands ("3.200" grams is
// 3200). Limits with a unit catch slips (32000 for 3200 grams) with a guess. Must stay true: nothing is rounded.
import * as v from 'valibot'
import {
  type Decimal,
  decimalText,
  decimal as plainDecimal,
  readDecimal,
  trimDecimal,
} from '../../../kernel/decimal.ts'
import { refuseImplausible } from '../../../kernel/unit-slip.ts'
import { decimalOf, numberAnswer } from '../number.ts'
import { TextSchema } from '../schema-parts.ts'
import { baseEntries, type FieldType, fromResult, NOTHING, type Reading, refused, taken } from './field-type.ts'

const limits = { min: v.optional(v.number()), max: v.optional(v.number()), unit: v.optional(TextSchema) }
const IntegerFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('integer'), ...limits })
const DecimalFieldSchema = v.strictObject({
  ...baseEntries,
  type: v.literal('decimal'),
  ...limits,
  /** At most so many digits after the comma; 2 unless said otherwise. */
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
})
type IntegerField = v.InferOutput<typeof IntegerFieldSchema>
type DecimalField = v.InferOutput<typeof DecimalFieldSchema>

function within(value: Decimal, field: IntegerField | DecimalField, at: string, answer: number | string): Reading {
  const { min, max, unit } = field
  if (unit !== undefined && min !== undefined && max !== undefined) {
    const refusal = refuseImplausible(value, { min, max }, unit.id, at)
    return refusal === undefined ? taken(answer) : { refusals: [refusal], warnings: [] }
  }
  return fromResult(
    readDecimal(decimalText(value), at, {
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    }),
    () => answer,
  )
}

export const integer: FieldType<IntegerField> = {
  type: 'integer',
  schema: IntegerFieldSchema,
  read(typed, field, { at }) {
    const written = typed.first().replace(/\s/g, '')
    if (written === '') return NOTHING
    const plain = /^\d{1,3}([.,]\d{3})+$/.test(written) ? written.replace(/[.,]/g, '') : written
    const number = readDecimal(plain, at)
    if (!number.ok) return { refusals: number.refusals, warnings: [] }
    const answer = numberAnswer(number.value)
    return typeof answer === 'number' ? within(number.value, field, at, answer) : refused('number-whole', at)
  },
  check: (answer, field, { at }) =>
    typeof answer === 'number' && Number.isSafeInteger(answer)
      ? within(plainDecimal(answer), field, at, answer)
      : refused('answer-shape', at),
}

export const decimal: FieldType<DecimalField> = {
  type: 'decimal',
  schema: DecimalFieldSchema,
  read(typed, field, { at }) {
    const written = typed.first()
    if (written.trim() === '') return NOTHING
    const number = readDecimal(written, at, { maxDecimals: field.decimals ?? 2 })
    if (!number.ok) return { refusals: number.refusals, warnings: [] }
    return within(number.value, field, at, decimalText(trimDecimal(number.value)))
  },
  check(answer, field, { at }) {
    const number = decimalOf(answer)
    if (number === undefined || typeof answer === 'boolean') return refused('answer-shape', at)
    const most = field.decimals ?? 2
    if (trimDecimal(number).scale > most) return refused('number-decimals', at, { max: most })
    return within(number, field, at, decimalText(trimDecimal(number)))
  },
}
