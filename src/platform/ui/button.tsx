// The one main action of a page, its quieter sisters, and the harmful one as underlined text. Never disabled: people press, and the answer
// says what is missing. The label begins with a verb and says the result.

import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { type Phrase, usePhrase } from './language.ts'

export type ButtonProps = {
  /** Verb first: "Sahkan, teruskan ke tanda tangan". */
  label: Phrase
  /** `main` (default, one a page), `second`, `harm`, `on-cloth` (only on the cover). */
  kind?: 'main' | 'second' | 'harm' | 'on-cloth'
  /** Makes it a link that looks like a button. */
  href?: string
  /** Sent with the form: which button was pressed. */
  name?: string
  /** Sent together with `name`. */
  value?: string
  /** Stands before the label. */
  icon?: IconName
  /** Shown after the label: an arrow for "next". */
  iconAfter?: IconName
  /** 40 px high, for rows of a list. */
  small?: boolean
  /** Full width: `phone` (default for main buttons of a page) only on a phone, `always`, `never`. */
  fill?: 'phone' | 'always' | 'never'
  /** Words only a screen reader hears, so that ten "Ambil" are told apart. */
  hidden?: Phrase
  /** Sends the form to another address. */
  formaction?: string
  /** Language of the target, for a link into the other language. */
  lang?: string
}

const KINDS = { main: '', second: 'btn-2', harm: 'btn-bad', 'on-cloth': 'btn-on' } as const
const FILLS = { phone: 'btn-wide', always: 'btn-fill', never: '' } as const

export function Button({
  label,
  kind = 'main',
  href,
  name,
  value,
  icon,
  iconAfter,
  small = false,
  fill = small ? 'never' : 'phone',
  hidden,
  formaction,
  lang,
}: ButtonProps) {
  const phrase = usePhrase()
  const look = ['btn', KINDS[kind], small && 'btn-s', FILLS[fill]].filter(Boolean).join(' ')
  const inside = (
    <>
      {icon ? <Icon name={icon} /> : null}
      <span>
        {phrase(label)}
        {hidden ? <span class="hide"> {phrase(hidden)}</span> : null}
      </span>
      {iconAfter ? <Icon name={iconAfter} /> : null}
    </>
  )
  return href === undefined ? (
    <button type="submit" class={look} name={name} value={value} formaction={formaction}>
      {inside}
    </button>
  ) : (
    <a class={look} href={href} lang={lang}>
      {inside}
    </a>
  )
}
