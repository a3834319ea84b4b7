// Up to seven choices, each a card that is its own label; the consequence stands in a small line. More than seven: search or a list.
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { type Phrase, usePhrase } from './language.ts'

export type Choice = {
  readonly value: string
  readonly label: Phrase
  /** What follows from this choice. */
  readonly hint?: Phrase
  /** Stands at the right: a price, points. */
  readonly aside?: Phrase
}

export type ChoiceCardsProps = FieldTexts & {
  /** Name in the form; the first card carries it as id. */
  name: string
  /** At most seven. */
  choices: readonly Choice[]
  /** The chosen value; a list when `many`. */
  value?: string | readonly string[]
  /** Checkboxes instead of radio buttons. */
  many?: boolean
  /** Two beside each other from 480 px; only for short labels. */
  two?: boolean
  /** Uses the whole width of its column instead of 40 rem. */
  wide?: boolean
  /** Id, when the name is not unique on the page. */
  id?: string
}

export function ChoiceCards(props: ChoiceCardsProps) {
  const { name, choices, value, many = false, two = false, wide = false, error } = props
  const id = props.id ?? name
  const phrase = usePhrase()
  const chosen = new Set(typeof value === 'string' ? [value] : (value ?? []))
  return (
    <FieldFrame {...props} id={id} group wide={wide}>
      <div class={['choices', two && 'choices-2'].filter(Boolean).join(' ')}>
        {choices.map((choice, index) => (
          <label class="choice">
            <input
              type={many ? 'checkbox' : 'radio'}
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={name}
              value={choice.value}
              checked={chosen.has(choice.value)}
              aria-invalid={error && many ? 'true' : undefined}
            />
            <span>
              {phrase(choice.label)}
              {choice.hint ? <small>{phrase(choice.hint)}</small> : null}
            </span>
            {choice.aside ? <b class="num">{phrase(choice.aside)}</b> : null}
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}

export type TickProps = {
  /** Name in the form. */
  name: string
  /** A sentence in the first person. */
  label: Phrase
  /** Sent when ticked; `yes` by default. */
  value?: string
  /** Never set for consent. */
  checked?: boolean
  /** Id, when the name is not unique on the page. */
  id?: string
}

/** One tick before a decision, without a card around it. */
export function Tick({ name, label, value = 'yes', checked = false, id = name }: TickProps) {
  const phrase = usePhrase()
  return (
    <label class="choice choice-bare">
      <input type="checkbox" id={id} name={name} value={value} checked={checked} />
      <span>{phrase(label)}</span>
    </label>
  )
}
