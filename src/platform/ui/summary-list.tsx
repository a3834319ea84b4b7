// Term, value, "Ubah": before sending, and for any record. "Ubah" leads to the one question and back to the summary, and names its object.
import { say } from '../../kernel/text.ts'
import { type Phrase, useLanguage, usePhrase } from './language.ts'
import { words } from './words.ts'

export type SummaryListProps = {
  /** In the order of the questions. */
  rows: readonly {
    readonly term: Phrase
    readonly value: Phrase
    /** Where the answer is changed. */
    readonly changeHref?: string
    /** "Ubah" by default; "Ganti" for a document. */
    readonly changeLabel?: Phrase
  }[]
  /** Figures: term left, number right, on one line. */
  figures?: boolean
  /** For side columns. */
  small?: boolean
}

export function SummaryList({ rows, figures = false, small = false }: SummaryListProps) {
  const language = useLanguage()
  const phrase = usePhrase()
  return (
    <dl class={['facts', figures && 'facts-n', small && 's'].filter(Boolean).join(' ')}>
      {rows.map((row) => (
        <div>
          <dt>{phrase(row.term)}</dt>
          <dd class={figures ? 'num' : undefined}>{phrase(row.value)}</dd>
          {row.changeHref ? (
            <dd class="act">
              <a href={row.changeHref}>
                {row.changeLabel ? phrase(row.changeLabel) : say(words.change, language)}
                <span class="hide"> {phrase(row.term)}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
