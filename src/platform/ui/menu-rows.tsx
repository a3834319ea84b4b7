// A list of things to open: icon, name, one line, arrow. For life events, actions on a case, settings. The whole row is the link.
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { type Phrase, usePhrase } from './language.ts'

export type MenuRowsProps = {
  /** Each row is one link. */
  rows: readonly { readonly href: string; readonly title: Phrase; readonly text?: Phrase; readonly icon?: IconName }[]
  /** Two columns from 768 px. */
  two?: boolean
}

export function MenuRows({ rows, two = false }: MenuRowsProps) {
  const phrase = usePhrase()
  return (
    <ul class={two ? 'rows rows-2' : 'rows'}>
      {rows.map((row) => (
        <li>
          <a href={row.href}>
            {row.icon ? <Icon name={row.icon} large /> : null}
            <span>
              <b>{phrase(row.title)}</b>
              {row.text ? <small>{phrase(row.text)}</small> : null}
            </span>
            <Icon name="right" />
          </a>
        </li>
      ))}
    </ul>
  )
}
