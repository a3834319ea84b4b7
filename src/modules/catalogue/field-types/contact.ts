// How people are reached: a mobile number and an e-mail address, as the kernel reads them.
import * as v from 'valibot'
import { readEmail } from '../../../kernel/email.ts'
import { readPhone } from '../../../kernel/phone.ts'
import { baseEntries, type FieldType, fromResult, textual } from './field-type.ts'

const PhoneFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('phone') })
const EmailFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('email') })

export const phone: FieldType<v.InferOutput<typeof PhoneFieldSchema>> = textual(
  'phone',
  PhoneFieldSchema,
  (typed, _, { at }) => fromResult(readPhone(typed, at), (number) => number),
)

export const email: FieldType<v.InferOutput<typeof EmailFieldSchema>> = textual(
  'email',
  EmailFieldSchema,
  (typed, _, { at }) => fromResult(readEmail(typed, at), (address) => address),
)
