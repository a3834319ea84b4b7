// Where one record is now. Said only after the write is durable; a refused record stays visible, with its reason above the list.
import { fill, say } from '../../kernel/text.ts'
import { Icon } from './icon.tsx'
import { type Phrase, useLanguage, usePhrase } from './language.ts'
import { words } from './words.ts'

export type SaveStateProps = {
  /** On this phone, sent on, or refused. */
  state: 'here' | 'sent' | 'refused'
  /** "10.42" */
  at?: string
  /** Who has it now: "laptop tim", "Puskesmas Uren". */
  where?: string
  /** Where the reason stands: "lihat di atas". */
  reason?: Phrase
}

export function SaveState({ state, at, where, reason }: SaveStateProps) {
  const language = useLanguage()
  const phrase = usePhrase()
  if (state === 'sent')
    return (
      <span class="saved ok">
        <Icon name="sent" />
        {fill(say(words.sentTo, language), { where: where ?? '' })}
      </span>
    )
  if (state === 'refused')
    return (
      <span class="saved no">
        <Icon name="warn" />
        <span>
          {say(words.notReceived, language)}
          {reason ? <>, {phrase(reason)}</> : null}
        </span>
      </span>
    )
  return (
    <span class="saved">
      <Icon name="saved" />
      {say(words.savedHere, language)}
      {at ? `, ${at}` : null}
    </span>
  )
}
