// A time on a clock of 24 hours, in two boxes: `${name}.hour` and `${name}.minute`. Written 04.10, as people here write it.
import { say } from '../../kernel/text.ts'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { type Phrase, useLanguage, usePhrase } from './language.ts'
import { words } from './words.ts'

export type TimeFieldProps = FieldTexts & {
  /** The form gets `name.hour` and `name.minute`. */
  name: string
  /** As the person wrote it. */
  value?: { readonly hour?: string | number; readonly minute?: string | number }
  /** "WITA": said after the boxes. */
  zone?: Phrase
  /** Id, when the name is not unique on the page. */
  id?: string
}

export function TimeField(props: TimeFieldProps) {
  const { name, value = {}, zone, error } = props
  const id = props.id ?? name
  const language = useLanguage()
  const phrase = usePhrase()
  const box = (part: 'hour' | 'minute', partId: string) => (
    <div class="w-2">
      <label for={partId}>{say(words[part], language)}</label>
      <input
        id={partId}
        name={`${name}.${part}`}
        inputmode="numeric"
        maxlength={2}
        value={value[part]}
        autocomplete="off"
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  )
  return (
    <FieldFrame {...props} id={id} group>
      <div class="date">
        {box('hour', id)}
        <span aria-hidden="true">.</span>
        {box('minute', `${id}-minute`)}
        {zone ? <span class="zone">{phrase(zone)}</span> : null}
      </div>
    </FieldFrame>
  )
}
