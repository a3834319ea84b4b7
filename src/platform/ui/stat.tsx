// A measured result: the figure with its unit, a sentence that reads it, and the source with date and base. A figure without all three
// is not shown; where there are no data, say so in words instead.
import { say } from '../../kernel/text.ts'
import { type Phrase, useLanguage, usePhrase } from './language.ts'
import { words } from './words.ts'

export type StatProps = {
  /** "96,4" */
  value: Phrase
  /** "jam kerja", "%", "dari 100" */
  unit?: Phrase
  /** What the figure says. */
  reading: Phrase
  /** Source, date and base: "1.251 permohonan, Maret 2026". */
  source?: Phrase
  /** The list behind the figure. */
  detailsHref?: string
  /** A what-if result: turmeric rule instead of the region's colour. */
  tryout?: boolean
}

export function Stat({ value, unit, reading, source, detailsHref, tryout = false }: StatProps) {
  const language = useLanguage()
  const phrase = usePhrase()
  return (
    <div class={tryout ? 'stat stat-try' : 'stat'}>
      <p class="v">
        {phrase(value)}
        {unit ? <small> {phrase(unit)}</small> : null}
      </p>
      <p class="l">{phrase(reading)}</p>
      {source || detailsHref ? (
        <p class="m">
          {phrase(source)}
          {source && detailsHref ? '. ' : null}
          {detailsHref ? (
            <a href={detailsHref}>
              {say(words.details, language)}
              <span class="hide">
                {' '}
                {phrase(value)} {phrase(unit)}
              </span>
            </a>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}
