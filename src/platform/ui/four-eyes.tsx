// The chain of people who decide one case: who has looked, where I stand and why I may, who may not be next. The decision stands beside it.
import { Icon } from './icon.tsx'
import { type Phrase, usePhrase } from './language.ts'

export type FourEyesProps = {
  /** In the order of the process. */
  chain: readonly {
    /** The officer's name, "Anda", or the role that is still awaited. */
    readonly who: Phrase
    /** Role and time; for mine: why I may; for the awaited: who may not. */
    readonly text: Phrase
    readonly state: 'done' | 'you' | 'wait'
  }[]
}

const SIGNS = { done: 'check', you: 'eye', wait: 'wait' } as const

export function FourEyes({ chain }: FourEyesProps) {
  const phrase = usePhrase()
  return (
    <ol class="eyes">
      {chain.map((link) => (
        <li
          class={link.state === 'done' ? undefined : link.state}
          aria-current={link.state === 'you' ? 'step' : undefined}
        >
          <Icon name={SIGNS[link.state]} large />
          <span>
            <b>{phrase(link.who)}</b>
            <small>{phrase(link.text)}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}
