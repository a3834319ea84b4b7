// Which of our measures, scores and categories is which code of SATUSEHAT: a table with an edition and days it holds.
// Must stay true: a code is looked up and never guessed; what has no code on that day is told and stops its item only.
import * as v from 'valibot'
import satusehat2024 from '../../../../../instruments/exchange/satusehat-2024.json'
import type { PlainDate } from '../../../../kernel/date.ts'
import { head } from '../../rules/editions.ts'
import { day } from '../sheet-template.ts'

const filled = v.pipe(v.string(), v.minLength(1))
const held = { validFrom: day, validTo: v.nullable(day) }
const measured = v.array(
  v.strictObject({
    local: filled,
    system: v.pipe(v.string(), v.url()),
    code: filled,
    display: filled,
    unit: filled,
    category: v.picklist(['vital-signs', 'exam', 'laboratory']),
    confirmed: v.boolean(),
    ...held,
  }),
)
const schema = v.strictObject({
  ...head,
  kind: v.literal('code-map'),
  target: v.literal('fhir'),
  ...held,
  confirmed: v.boolean(),
  source: filled,
  observations: measured,
  scores: measured,
  interpretations: v.array(
    v.strictObject({ indicator: filled, category: filled, system: filled, code: filled, display: filled, ...held }),
  ),
  conditions: v.array(v.strictObject({ code: filled, display: filled, ...held })),
})
export type FhirCodes = v.InferOutput<typeof schema>
export const SATUSEHAT_2024: FhirCodes = v.parse(schema, satusehat2024)

type Held = { readonly validFrom: string; readonly validTo: string | null }

/** The entry that fits and holds on that day. */
export function codeOn<T extends Held>(
  entries: readonly T[],
  on: PlainDate,
  fits: (entry: T) => boolean,
): T | undefined {
  return entries.find(
    (entry) => fits(entry) && entry.validFrom <= on && (entry.validTo === null || on <= entry.validTo),
  )
}
