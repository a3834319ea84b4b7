// Where one stands in a form of three pages or more. Phone: name, "Langkah 2 dari 6", bars. Wide: a rail of diamonds whose done steps
// are links. Never a percentage.
import { fill, say } from '../../kernel/text.ts'
import { type Phrase, useLanguage, usePhrase } from './language.ts'
import { words } from './words.ts'

export type StepsProps = {
  /** Names of the pages; done ones lead back. */
  steps: readonly { readonly label: Phrase; readonly href?: string }[]
  /** Index of the step that this page is, from 0. Those before it are done. */
  now: number
}

export function Steps({ steps, now }: StepsProps) {
  const language = useLanguage()
  const phrase = usePhrase()
  const state = (index: number): string | undefined => (index < now ? 'done' : index === now ? 'now' : undefined)
  return (
    <div>
      <div class="steps-now">
        <p>
          <b>{phrase(steps[now]?.label)}</b>
          <span class="quiet">{fill(say(words.stepOf, language), { now: now + 1, all: steps.length })}</span>
        </p>
        <div class="bars" aria-hidden="true">
          {steps.map((_, index) => (
            <i class={state(index)} />
          ))}
        </div>
      </div>
      <ol class="steps" aria-label={say(words.steps, language)}>
        {steps.map((step, index) => (
          <li class={state(index)} aria-current={index === now ? 'step' : undefined}>
            {index < now && step.href ? <a href={step.href}>{phrase(step.label)}</a> : phrase(step.label)}
            {index < now ? <span class="hide">{say(words.stepDone, language)}</span> : null}
          </li>
        ))}
      </ol>
    </div>
  )
}
