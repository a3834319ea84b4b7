// Red flags of a referral and the results an alert may end with, as data with an edition.
import * as v from 'valibot'
import care2022 from '../../../../instruments/stunting/care-2022.json'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import { head, text, wholeNumber } from './editions.ts'

const code = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/))
const schema = v.strictObject({
  ...head,
  kind: v.literal('care'),
  source: v.string(),
  /** After an answered referral the child is looked at again within so many days, unless the answer names a day. */
  lookAgainDays: v.pipe(wholeNumber, v.minValue(1)),
  /** One that is no longer asked for keeps its words, for referrals already written. */
  redFlags: v.array(v.strictObject({ code, text, asked: v.optional(v.boolean(), true) })),
  /** ICD-10 codes that a doctor may decide on; what is sent elsewhere has its code table beside it. */
  diagnoses: v.array(v.strictObject({ code: v.pipe(v.string(), v.regex(/^[A-Z]\d{2}(\.\d)?$/)), text })),
  results: v.pipe(
    v.array(v.strictObject({ code, tone: v.picklist(['good', 'warn', 'bad', 'note']), text })),
    v.minLength(1),
  ),
})
export type CareEdition = v.InferOutput<typeof schema>

/** Reads a region's own edition; refuses `growth.edition-unreadable`. */
export function readCareEdition(json: unknown): Result<CareEdition> {
  const read = v.safeParse(schema, json)
  if (read.success) return accept(read.output)
  const at = read.issues[0].path?.map((part) => String(part.key)).join('.')
  return refuse('growth.edition-unreadable', at, { at: at ?? 'redFlags', why: read.issues[0].message })
}

export const CARE_2022 = v.parse(schema, care2022)
