// Nothing to show: the stitched sign, what this means, when it changes, one way on. An empty public service is not shown at all.
import { ClothSign } from './cloth.tsx'
import { type Phrase, usePhrase } from './language.ts'

export type EmptyStateProps = {
  /** What this means: "Semua sudah dikerjakan". */
  title: Phrase
  /** What it means and when it changes. */
  text: Phrase
  /** One way on. */
  link?: { readonly href: string; readonly label: Phrase }
  /** Level of the title in its page. */
  level?: 2 | 3
}

export function EmptyState({ title, text, link, level = 3 }: EmptyStateProps) {
  const phrase = usePhrase()
  return (
    <div class="empty">
      <ClothSign />
      {level === 2 ? <h2>{phrase(title)}</h2> : <h3>{phrase(title)}</h3>}
      <p class="quiet">{phrase(text)}</p>
      {link ? <a href={link.href}>{phrase(link.label)}</a> : null}
    </div>
  )
}
