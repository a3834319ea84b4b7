// One of a few: own options, or a code list; and yes or no. Must stay true: what is not on the list is refused, also when
// it comes from a hand-made request.
import * as v from 'valibot'
import { CODE_LIST_NAMES, codesOf } from '../code-lists.ts'
import { TextSchema } from '../schema-parts.ts'
import { baseEntries, type FieldType, NOTHING, refused, taken, textual } from './field-type.ts'

export const OptionSchema = v.strictObject({
  value: v.pipe(v.string(), v.minLength(1)),
  label: TextSchema,
  hint: v.optional(TextSchema),
})
export type Option = v.InferOutput<typeof OptionSchema>

const ChoiceFieldSchema = v.pipe(
  v.strictObject({
    ...baseEntries,
    type: v.literal('choice'),
    options: v.optional(v.pipe(v.array(OptionSchema), v.minLength(2))),
    list: v.optional(v.picklist(CODE_LIST_NAMES)),
    /** Only these codes of the list. */
    only: v.optional(v.pipe(v.array(v.string()), v.minLength(2))),
    /** Everyday words for single codes of the list, where the form has an abbreviation; and hints. */
    labels: v.optional(v.record(v.string(), TextSchema)),
    hints: v.optional(v.record(v.string(), TextSchema)),
  }),
  v.check(
    (field) => (field.options === undefined) !== (field.list === undefined),
    'a choice has either options or a list',
  ),
)
const YesNoFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('yes-no') })
export type ChoiceField = v.InferOutput<typeof ChoiceFieldSchema>

/** The options of a choice, in the order they are shown. */
export function optionsOf(field: ChoiceField): readonly Option[] {
  if (field.options !== undefined) return field.options
  return codesOf(field.list!)
    .filter((row) => field.only === undefined || field.only.includes(row.code))
    .map((row) => {
      const hint = field.hints?.[row.code]
      return { value: row.code, label: field.labels?.[row.code] ?? row.text, ...(hint === undefined ? {} : { hint }) }
    })
}

export const choice: FieldType<ChoiceField> = textual('choice', ChoiceFieldSchema, (typed, field, { at }) =>
  optionsOf(field).some((option) => option.value === typed) ? taken(typed) : refused('choice-unknown', at),
)

export const yesNo: FieldType<v.InferOutput<typeof YesNoFieldSchema>> = {
  type: 'yes-no',
  schema: YesNoFieldSchema,
  read(typed, _, { at }) {
    const written = typed.first()
    if (written === '') return NOTHING
    return written === 'yes' || written === 'no' ? taken(written === 'yes') : refused('choice-unknown', at)
  },
  check: (answer, _, { at }) => (typeof answer === 'boolean' ? taken(answer) : refused('answer-shape', at)),
}
