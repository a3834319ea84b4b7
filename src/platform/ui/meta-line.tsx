// Price, time, effort below a title: three short facts with their signs.
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { type Phrase, usePhrase } from './language.ts'

export type MetaLineProps = {
  /** Two to four. */
  facts: readonly { readonly icon: IconName; readonly text: Phrase }[]
}

export function MetaLine({ facts }: MetaLineProps) {
  const phrase = usePhrase()
  return (
    <ul class="meta">
      {facts.map((fact) => (
        <li>
          <Icon name={fact.icon} />
          <span>{phrase(fact.text)}</span>
        </li>
      ))}
    </ul>
  )
}
