// Ways to narrow a list, as links: each with its number, the current one filled. Also the usual searches on a home page.

import type { Text } from '../../kernel/text.ts'
import { type Phrase, usePhrase, usePlain } from './language.ts'

export type ChipsProps = {
  /** What they do: "Saring", "Sering dicari". */
  label: Text | string
  /** Two to seven; the current one is filled. */
  chips: readonly {
    readonly href: string
    readonly label: Phrase
    readonly count?: number
    readonly current?: boolean
  }[]
}

export function Chips({ label, chips }: ChipsProps) {
  const phrase = usePhrase()
  const plain = usePlain()
  return (
    <ul class="chips" aria-label={plain(label)}>
      {chips.map((chip) => (
        <li>
          <a href={chip.href} aria-current={chip.current ? 'true' : undefined}>
            {phrase(chip.label)}
            {chip.count === undefined ? null : ` ${chip.count}`}
          </a>
        </li>
      ))}
    </ul>
  )
}
