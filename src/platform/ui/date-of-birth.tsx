// A date that people know: day, month as a word, year. No calendar, no script. Only the wrong part turns red.
// The form gets `${name}.day`, `${name}.month` (1 to 12) and `${name}.year`; the first wrong part carries the field's id.
import { monthName } from '../../kernel/date-format.ts'
import { say } from '../../kernel/text.ts'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { useLanguage } from './language.ts'
import { words } from './words.ts'

export type DatePart = 'day' | 'month' | 'year'
export type DateOfBirthProps = FieldTexts & {
  /** The form gets `name.day`, `name.month` and `name.year`. */
  name: string
  /** As written by the person: wrong parts come back unchanged. */
  value?: { readonly day?: string | number; readonly month?: string | number; readonly year?: string | number }
  /** Which parts are wrong; all of them when there is an error and nothing is named. */
  wrong?: readonly DatePart[]
  /** Id, when the name is not unique on the page. */
  id?: string
}

export function DateOfBirth(props: DateOfBirthProps) {
  const { name, value = {}, error } = props
  const id = props.id ?? name
  const language = useLanguage()
  const wrong: readonly DatePart[] = error ? (props.wrong ?? ['day', 'month', 'year']) : []
  const first = wrong[0] ?? 'day'
  const partId = (part: DatePart): string => (part === first ? id : `${id}-${part}`)
  const invalid = (part: DatePart): 'true' | undefined => (wrong.includes(part) ? 'true' : undefined)
  const number = (part: 'day' | 'year', width: string, digits: number) => (
    <div class={width}>
      <label for={partId(part)}>{say(words[part], language)}</label>
      <input
        id={partId(part)}
        name={`${name}.${part}`}
        inputmode="numeric"
        maxlength={digits}
        value={value[part]}
        autocomplete="off"
        aria-invalid={invalid(part)}
      />
    </div>
  )
  return (
    <FieldFrame {...props} id={id} group>
      <div class="date">
        {number('day', 'w-2', 2)}
        <div class="w-m">
          <label for={partId('month')}>{say(words.month, language)}</label>
          <select id={partId('month')} name={`${name}.month`} aria-invalid={invalid('month')}>
            <option value="">{say(words.chooseMonth, language)}</option>
            {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
              <option value={month} selected={String(Number(value.month ?? 0)) === String(month)}>
                {monthName(month, language)}
              </option>
            ))}
          </select>
        </div>
        {number('year', 'w-4', 4)}
      </div>
    </FieldFrame>
  )
}
