// One fact in one box. The width tells how long an answer is; there is no placeholder; a wrong answer stays in the box.
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.tsx'
import { type Phrase, usePhrase } from './language.ts'

export type FieldProps = FieldTexts & {
  /** Name in the form, and the id that an error summary links to. */
  name: string
  /** As the person wrote it, right or wrong. */
  value?: string | number
  /** `text` (default), `number` (digits on the keyboard, text in the form), `lines`, or a native type. */
  kind?: 'text' | 'number' | 'lines' | 'tel' | 'email' | 'password' | 'search' | 'url'
  /** "gram", "cm": written after the box and read aloud with it. */
  unit?: Phrase
  /** Characters that fit: 2, 4, 8, 16; without it the full width. */
  width?: 2 | 4 | 8 | 16
  /** Rows of a `lines` field; 4 by default. */
  rows?: number
  /** Only where the paper has a limit. */
  maxlength?: number
  /** Decimal numbers get a keyboard with a comma. */
  decimal?: boolean
  /** Off unless the answer is about the person who types. */
  autocomplete?: string
  /** For codes and names on phones. */
  autocapitalize?: 'characters' | 'words' | 'none'
  /** Id, when the name is not unique on the page. */
  id?: string
  /** Takes the focus when the page opens; at most one a page. */
  autofocus?: boolean
}

export function Field(props: FieldProps) {
  const {
    name,
    value,
    kind = 'text',
    unit,
    width,
    rows = 4,
    maxlength,
    decimal = false,
    autocomplete = 'off',
    autocapitalize,
    autofocus,
    error,
  } = props
  const id = props.id ?? name
  const phrase = usePhrase()
  const common = {
    id,
    name,
    class: width ? `w-${width}` : undefined,
    maxlength,
    autocomplete,
    autocapitalize,
    autofocus,
    'aria-invalid': error ? 'true' : undefined,
    'aria-describedby': describedBy(id, props, unit),
  } as const
  const control =
    kind === 'lines' ? (
      <textarea {...common} rows={rows}>
        {value ?? ''}
      </textarea>
    ) : (
      <input
        {...common}
        type={kind === 'number' ? 'text' : kind}
        inputmode={kind === 'number' ? (decimal ? 'decimal' : 'numeric') : undefined}
        value={value}
      />
    )
  return (
    <FieldFrame {...props} id={id}>
      {unit ? (
        <div class="with-unit">
          {control}
          <span id={`${id}-u`}>{phrase(unit)}</span>
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  )
}
