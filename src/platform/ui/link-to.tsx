// Going somewhere. Always underlined and named by its target; short verbs ("Buka", "Lihat") carry their object for screen readers.
import { type Phrase, usePhrase } from './language.ts'

export type LinkToProps = {
  /** Where it goes. */
  href: string
  /** Names the target; a short verb needs `hidden`. */
  label: Phrase
  /** The object of a short verb, heard but not seen: "surat keterangan". */
  hidden?: Phrase
  /** Language of the target. */
  lang?: string
  /** Saves the target as a file of this name. */
  download?: string
}

export function LinkTo({ href, label, hidden, lang, download }: LinkToProps) {
  const phrase = usePhrase()
  return (
    <a href={href} lang={lang} hreflang={lang} download={download}>
      {phrase(label)}
      {hidden ? <span class="hide"> {phrase(hidden)}</span> : null}
    </a>
  )
}
