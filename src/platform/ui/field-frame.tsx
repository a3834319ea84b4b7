// Label, hint, error, control, in that order, joined by ids: the frame all form fields share.
// Must stay true: the control's id is the field's name, so that a link `#name` in the error summary lands on it.
import { Icon } from './icon.tsx'
import { type Content, type Phrase, usePhrase } from './language.ts'
import { words } from './words.ts'

export type FieldTexts = {
  /** The question; for a page with one question, see `asTitle`. */
  label: Phrase
  /** What helps to answer; stands above the box. */
  hint?: Phrase
  /** What is wrong with this answer, then what to write. */
  error?: Phrase
  /** Says that the field may be left empty. Fields are required unless marked. */
  optional?: boolean
  /** The label is the page's `h1`: a page that asks one thing. */
  asTitle?: boolean
}

/** Ids of hint, error and unit for `aria-describedby`, in reading order. */
export function describedBy(
  id: string,
  { hint, error }: Pick<FieldTexts, 'hint' | 'error'>,
  unit?: unknown,
): string | undefined {
  return [hint ? `${id}-h` : '', error ? `${id}-e` : '', unit ? `${id}-u` : ''].filter(Boolean).join(' ') || undefined
}

export function FieldFrame({
  id,
  group = false,
  wide = false,
  label,
  hint,
  error,
  optional,
  asTitle,
  children,
}: FieldTexts & { id: string; group?: boolean; wide?: boolean; children?: Content }) {
  const phrase = usePhrase()
  const name = asTitle ? <h1 class="as-title">{phrase(label)}</h1> : phrase(label)
  const open = optional ? <small> {phrase(words.optional)}</small> : null
  const inside = (
    <>
      {hint ? (
        <span class="hint" id={`${id}-h`}>
          {phrase(hint)}
        </span>
      ) : null}
      {error ? (
        <p class="err" id={`${id}-e`}>
          <Icon name="warn" />
          <span>{phrase(error)}</span>
        </p>
      ) : null}
      {children}
    </>
  )
  const look = ['field', error && 'bad', wide && 'field-wide'].filter(Boolean).join(' ')
  return group ? (
    <fieldset class={look} aria-describedby={describedBy(id, { hint, error })}>
      <legend>
        {name}
        {open}
      </legend>
      {inside}
    </fieldset>
  ) : (
    <div class={look}>
      <label for={id}>
        {name}
        {open}
      </label>
      {inside}
    </div>
  )
}
