// The field program's first line, always on top: is there a signal, how many records are safe here, and where to see them.
// Never says "gagal": what is on the phone is safe.
import { fill, say } from '../../kernel/text.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { words } from './words.ts'

export type OfflineBarProps = {
  /** No signal, sending, or all sent. */
  state: 'offline' | 'sending' | 'sent'
  /** Records that are on this phone only. */
  waiting: number
  /** The list of what waits. */
  detailsHref: string
}

const SIGNS = { offline: 'off', sending: 'on', sent: 'sent' } as const
const FACTS = { offline: words.noSignal, sending: words.sending, sent: words.allSent } as const

export function OfflineBar({ state, waiting, detailsHref }: OfflineBarProps) {
  const language = useLanguage()
  return (
    <div class={state === 'sent' ? 'net net-on' : 'net'} role="status">
      <div class="wrap row">
        <Icon name={SIGNS[state]} />
        <p>
          <b>{say(FACTS[state], language)}</b>
          {waiting > 0 ? ` ${fill(say(words.safeRecords, language), { count: waiting })}` : null}
        </p>
        <a href={detailsHref}>{say(words.details, language)}</a>
      </div>
    </div>
  )
}
