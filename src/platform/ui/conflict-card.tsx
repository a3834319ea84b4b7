// Two values for one fact. Both stand large and equal, the differing part underlined, with who, when, which device and what follows.
// Nothing is chosen beforehand, a third way asks again, and the reason is kept; the value not chosen stays in the history.
import { say } from '../../kernel/text.ts'
import { Field } from './field.tsx'
import { type Phrase, useLanguage, usePhrase } from './language.ts'
import { words } from './words.ts'

export type ConflictSide = {
  readonly value: string
  /** "Ponsel A" */
  readonly device: Phrase
  /** The value in three parts; the middle one differs from the other side. */
  readonly shown: readonly [before: string, differs: string, after: string]
  /** Who wrote it, when, from what. */
  readonly origin: Phrase
  /** What follows from this value. */
  readonly follows?: Phrase
}

export type ConflictCardProps = {
  /** Name of the decision in the form: the value of a side, or `ask`. */
  name: string
  /** For screen readers; the question itself is the page's title. */
  legend: Phrase
  /** Exactly two, equal in weight. */
  sides: readonly [ConflictSide, ConflictSide]
  /** Who would ask again, and what counts meanwhile. */
  askAgain?: Phrase
  /** The one sentence that is kept in the history. */
  reason: { readonly name: string; readonly value?: string; readonly error?: Phrase }
  /** Shown when nothing was chosen. */
  error?: Phrase
}

export function ConflictCard({ name, legend, sides, askAgain, reason, error }: ConflictCardProps) {
  const language = useLanguage()
  const phrase = usePhrase()
  return (
    <div class="stack stack-m">
      <fieldset aria-describedby={error ? `${name}-e` : undefined}>
        <legend class="hide">{phrase(legend)}</legend>
        {error ? (
          <p class="err" id={`${name}-e`}>
            {phrase(error)}
          </p>
        ) : null}
        <div class="sides">
          {sides.map((side, index) => (
            <label class="side">
              <span class="h">
                <input type="radio" id={index === 0 ? name : `${name}-${side.value}`} name={name} value={side.value} />
                {phrase(side.device)}
              </span>
              <span class="v">
                {side.shown[0]}
                <span class="differs">{side.shown[1]}</span>
                {side.shown[2]}
              </span>
              <span class="s">{phrase(side.origin)}</span>
              {side.follows ? <span class="s quiet">{phrase(side.follows)}</span> : null}
            </label>
          ))}
          {askAgain ? (
            <label class="choice">
              <input type="radio" id={`${name}-ask`} name={name} value="ask" />
              <span>
                {say(words.askAgain, language)}
                <small>{phrase(askAgain)}</small>
              </span>
            </label>
          ) : null}
        </div>
      </fieldset>
      <Field
        name={reason.name}
        label={words.reason}
        hint={words.reasonHint}
        value={reason.value}
        error={reason.error}
      />
    </div>
  )
}
