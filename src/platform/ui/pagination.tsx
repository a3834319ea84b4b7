// The next part of a long list, by key: the link carries where to go on, so that a list that changes meanwhile skips and repeats nothing.
import { fill, say } from '../../kernel/text.ts'
import { Button } from './button.tsx'
import { decimal } from './format.ts'
import { type Phrase, useLanguage, usePhrase } from './language.ts'
import { words } from './words.ts'

export type PaginationProps = {
  /** Place of the first and last row shown, from 1. */
  from: number
  /** Place of the last row shown. */
  to: number
  /** Left out when counting would cost too much. */
  total?: number
  /** Address of the next part; none at the end. */
  nextHref?: string
  /** Address of the beginning; none on the first part. */
  firstHref?: string
  /** What else to know about this list. */
  note?: Phrase
}

export function Pagination({ from, to, total, nextHref, firstHref, note }: PaginationProps) {
  const language = useLanguage()
  const phrase = usePhrase()
  const number = (n: number): string => decimal(n, 0, language)
  const range =
    total === undefined
      ? fill(say(words.rangeOpen, language), { from: number(from), to: number(to) })
      : fill(say(words.range, language), { from: number(from), to: number(to), total: number(total) })
  return (
    <div class="row row-apart">
      <p class="s quiet">
        {range}.{note ? <> {phrase(note)}</> : null}
      </p>
      {nextHref || firstHref ? (
        <nav class="row" aria-label={say(words.pages, language)}>
          {firstHref ? <Button small kind="second" href={firstHref} label={words.first} icon="left" /> : null}
          {nextHref ? <Button small kind="second" href={nextHref} label={words.next} iconAfter="right" /> : null}
        </nav>
      ) : null}
    </div>
  )
}
