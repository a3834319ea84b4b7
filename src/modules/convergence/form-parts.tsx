// The shape that every form of Balanting has: a panel with a title, fields that keep what was typed and show their fault, one
// button. Must stay true: nothing typed is lost when a form is refused.
import { say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { type Content, type Phrase, useLanguage } from '../../platform/ui/language.ts'
import { dateParts, type Fault, faultAt } from './page-parts.tsx'

/** What came with a form, by field. */
export type Typed = Readonly<Record<string, string>>
/** What a page with a form gets back after a refusal. */
export type FormState = { readonly typed?: Typed; readonly errors?: readonly Fault[] }

/** What was typed into a date, when anything was. */
export function typedDate(typed: Typed, name: string): { day: string; month: string; year: string } | undefined {
  const parts = {
    day: typed[`${name}.day`] ?? '',
    month: typed[`${name}.month`] ?? '',
    year: typed[`${name}.year`] ?? '',
  }
  return parts.day === '' && parts.month === '' && parts.year === '' ? undefined : parts
}

/** Fields of one form: name, what was typed or the first value, and the fault; spread into the field's component. */
export function fieldsOf({ typed = {}, errors = [] }: FormState) {
  return {
    of: (name: string, first?: string | number) => ({
      name,
      value: typed[name] ?? (first === undefined ? undefined : String(first)),
      error: faultAt(errors, name),
    }),
    /** `first` as `YYYY-MM-DD`. */
    day: (name: string, first?: string) => ({
      name,
      value: typedDate(typed, name) ?? (first === undefined ? {} : dateParts(first)),
      error: faultAt(errors, name),
    }),
  }
}

export type PanelFormProps = {
  action: string
  /** What is recorded here; left out where the page's title says it. */
  title?: Text | string
  level?: 2 | 3
  lead?: Text | string
  /** The word on the button. */
  send: Phrase
  /** What the button is about, read aloud only. */
  about?: Phrase
  kind?: 'main' | 'second'
  /** `panel` stands in the text, `side` in a side column, `plain` is the page's own form. */
  look?: 'panel' | 'side' | 'plain'
  /** The form carries files. */
  files?: boolean
  children?: Content
}
const LOOKS = {
  panel: 'panel panel-wash stack narrow',
  side: 'panel panel-wash stack',
  plain: 'stack narrow',
} as const

export function PanelForm(props: PanelFormProps) {
  const { action, title, level = 2, lead, send, about, kind = 'main', look = 'panel', files = false, children } = props
  const language = useLanguage()
  const text = (one: Text | string): string => (typeof one === 'string' ? one : say(one, language))
  return (
    <form
      method="post"
      action={action}
      class={LOOKS[look]}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
    >
      {title === undefined ? null : level === 3 ? (
        <h3>{text(title)}</h3>
      ) : (
        <h2 class={look === 'side' ? 'h3' : undefined}>{text(title)}</h2>
      )}
      {lead === undefined ? null : <p class="s quiet">{text(lead)}</p>}
      {children}
      <Button kind={kind} label={send} hidden={about} />
    </form>
  )
}
