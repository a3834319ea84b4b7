// The one thing a page has to say, as its title: a paper is genuine, revoked, or not known here. Below it only what may be shown.
import { Icon } from './icon.tsx'
import { type Content, type Phrase, usePhrase } from './language.ts'

export type ResultPageProps = {
  /** Genuine, revoked, or not known here. */
  kind: 'valid' | 'revoked' | 'unknown'
  /** "Asli dan berlaku", "Sudah dicabut, jangan dipakai" */
  title: Phrase
  /** When it was checked; or what was looked up. */
  checked: Phrase
  /** What may be shown, and what to do. */
  children?: Content
}

const LOOKS = {
  valid: ['result stack', 'shield'],
  revoked: ['result result-bad stack', 'ban'],
  unknown: ['result result-unknown stack', 'question'],
} as const

export function ResultPage({ kind, title, checked, children }: ResultPageProps) {
  const phrase = usePhrase()
  const [look, sign] = LOOKS[kind]
  return (
    <div class="narrow stack stack-l">
      <section class={look}>
        <h1>
          <Icon name={sign} />
          <span>{phrase(title)}</span>
        </h1>
        <p>{phrase(checked)}</p>
      </section>
      {children}
    </div>
  )
}
