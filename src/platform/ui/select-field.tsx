// A known list that is too long for cards and too fixed for a search: education, religion, relation in the family card.
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.tsx'
import { type Phrase, usePhrase } from './language.ts'
import { words } from './words.ts'

export type SelectFieldProps = FieldTexts & {
  /** Name in the form, and the id that an error summary links to. */
  name: string
  /** The chosen value. */
  value?: string
  /** In the order of the official list. */
  options: readonly { readonly value: string; readonly label: Phrase }[]
  /** Tells how long the answers are. */
  width?: 8 | 16
  /** Id, when the name is not unique on the page. */
  id?: string
}

export function SelectField(props: SelectFieldProps) {
  const { name, value, options, width, error } = props
  const id = props.id ?? name
  const phrase = usePhrase()
  return (
    <FieldFrame {...props} id={id}>
      <select
        id={id}
        name={name}
        class={width ? `w-${width}` : undefined}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, props)}
      >
        <option value="">{phrase(words.choose)}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {phrase(option.label)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
