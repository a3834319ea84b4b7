// The last line of every public page: who keeps it, when it was last confirmed, how to report a mistake. Past the limit it warns and says
// whom to ask, because an old promise is worse than none.
import { fill, say } from '../../kernel/text.ts'
import { Icon } from './icon.tsx'
import { type Phrase, useLanguage, usePhrase } from './language.ts'
import { words } from './words.ts'

export type FreshnessLineProps = {
  /** The unit that answers for this page. */
  keeper: string
  /** The day it was last confirmed, in words: "13 April 2026". */
  confirmedOn: Phrase
  /** Set when the confirmation is older than the limit. */
  stale?: { readonly limitDays: number }
  /** Where a mistake is reported. */
  reportHref: string
}

export function FreshnessLine({ keeper, confirmedOn, stale, reportHref }: FreshnessLineProps) {
  const language = useLanguage()
  const phrase = usePhrase()
  const report = <a href={reportHref}>{say(words.reportWrong, language)}</a>
  const [before, after] = say(words.sureOn, language).split('{date}')
  return (
    <div class={stale ? 'fresh fresh-old' : 'fresh'}>
      <Icon name={stale ? 'warn' : 'shield'} />
      {stale ? (
        <p>
          {say(words.lastSure, language)} <b>{phrase(confirmedOn)}</b>,{' '}
          {fill(say(words.pastLimit, language), { days: stale.limitDays, office: keeper })} {report}
        </p>
      ) : (
        <p>
          {say(words.guardedBy, language)} <b>{keeper}</b>. {before}
          {phrase(confirmedOn)}
          {after} {report}
        </p>
      )}
    </div>
  )
}
