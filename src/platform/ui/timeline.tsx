// The way of a case or a trip: newest first, now in turmeric, what comes is dashed. Says which unit holds it, since when and why;
// never who. For a promise before sending ("Setelah Anda kirim") use `order="forward"`.
import { type Phrase, usePhrase } from './language.ts'

export type TimelineProps = {
  /** Newest first, unless the order is `forward`. */
  items: readonly {
    readonly title: Phrase
    readonly state?: 'done' | 'now' | 'next'
    /** Machine time (ISO 8601) and the words for it. */
    readonly at?: { readonly iso: string; readonly words: Phrase }
    /** Who holds it (unit), why it was returned, what it needs. */
    readonly text?: Phrase
  }[]
  /** `newest` (default) stands on top; `forward` reads like a plan. */
  order?: 'newest' | 'forward'
}

export function Timeline({ items, order = 'newest' }: TimelineProps) {
  const phrase = usePhrase()
  return (
    <ol class="time" reversed={order === 'newest'}>
      {items.map((item) => (
        <li
          class={item.state === 'now' || item.state === 'next' ? item.state : undefined}
          aria-current={item.state === 'now' ? 'step' : undefined}
        >
          <b>{phrase(item.title)}</b>
          {item.at ? <time datetime={item.at.iso}>{phrase(item.at.words)}</time> : null}
          {item.text ? <p>{phrase(item.text)}</p> : null}
        </li>
      ))}
    </ol>
  )
}
