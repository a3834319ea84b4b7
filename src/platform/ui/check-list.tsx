// Things to have ready, checks that were made, ways to a service: a sign, a name, one line. `no` says what is not needed, in grey: never red.
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { type Phrase, usePhrase } from './language.ts'

export type CheckListProps = {
  /** Each with a name and one line. */
  items: readonly {
    readonly title: Phrase
    readonly text?: Phrase
    /** Own sign; otherwise the tone's: check, cross, triangle, bar. */
    readonly icon?: IconName
    readonly tone?: 'ok' | 'no' | 'care' | 'stop'
    /** Where it is settled. */
    readonly link?: { readonly href: string; readonly label: Phrase }
  }[]
  /** Two columns from 640 px. */
  two?: boolean
}

const TONES = { ok: [undefined, 'check'], no: ['no', 'x'], care: ['wa', 'warn'], stop: ['st', 'ban'] } as const

export function CheckList({ items, two = false }: CheckListProps) {
  const phrase = usePhrase()
  return (
    <ul class={two ? 'ticks duo' : 'ticks'}>
      {items.map((item) => {
        const [look, sign] = TONES[item.tone ?? 'ok']
        return (
          <li>
            <Icon name={item.icon ?? sign} class={look} />
            <span>
              <b>{phrase(item.title)}</b>
              {item.text ? <small>{phrase(item.text)}</small> : null}
              {item.link ? <a href={item.link.href}>{phrase(item.link.label)}</a> : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
