// One fact that changes what people do: an icon, the fact in bold, what to do. At most two together; never for good wishes.
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { type Content, type Phrase, usePhrase } from './language.ts'

export type NoticeProps = {
  /** `note` (default), `good`, `care`, `bad`. */
  tone?: 'note' | 'good' | 'care' | 'bad'
  /** The fact, a whole sentence. */
  fact: Phrase
  /** What to do, or what it means. */
  text?: Phrase
  /** Another sign than the tone's own. */
  icon?: IconName
  /** A link or a list below the fact. */
  children?: Content
}

const LOOKS = {
  note: ['notice', 'info'],
  good: ['notice n-good', 'check'],
  care: ['notice n-warn', 'clock'],
  bad: ['notice n-bad', 'warn'],
} as const

export function Notice({ tone = 'note', fact, text, icon, children }: NoticeProps) {
  const phrase = usePhrase()
  const [look, sign] = LOOKS[tone]
  return (
    <div class={look}>
      <Icon name={icon ?? sign} />
      <div class="stack stack-xs">
        <p>
          <b>{phrase(fact)}</b>
          {text ? <> {phrase(text)}</> : null}
        </p>
        {children}
      </div>
    </div>
  )
}
