// First thing on a refused page: how many faults, each as the sentence that also stands at its field, each a link to it.
// Takes the focus by `autofocus`, so that a screen reader begins here. All faults at once, never one after the other.
import { fill, say, type Text } from '../../kernel/text.ts'
import { Icon } from './icon.tsx'
import { type Phrase, useLanguage, usePhrase } from './language.ts'
import { words } from './words.ts'

export type ErrorSummaryProps = {
  /** `at` is the field's name; a fault of the whole form has none. */
  /** `href` leads to a fault that stands on another page. */
  errors: readonly { readonly at?: string; readonly href?: string; readonly text: Phrase }[]
  /** What the fields are called, by name: set before sentences that do not say which box they stand at. */
  labels?: Readonly<Record<string, Text>>
  /** Replaces "Ada 3 yang perlu diperbaiki". */
  title?: Phrase
  /** Id of the title; only needed when two stand on one page. */
  id?: string
}

export function ErrorSummary({ errors, labels = {}, title, id = 'errors-title' }: ErrorSummaryProps) {
  const language = useLanguage()
  const phrase = usePhrase()
  if (errors.length === 0) return null
  const nameOf = (at: string | undefined): string => {
    const label = labels[at?.split('.')[0] ?? '']
    const name = label === undefined ? '' : say(label, language)
    if (name === '') return ''
    return /[?!.:]$/.test(name) ? `${name} ` : `${name}: `
  }
  return (
    <div class="errors" role="alert" tabindex={-1} autofocus aria-labelledby={id}>
      <h2 id={id}>
        <Icon name="warn" />
        <span>{title ? phrase(title) : fill(say(words.errorCount, language), { count: errors.length })}</span>
      </h2>
      <ol>
        {errors.map((error) => (
          <li>
            {error.at === undefined && error.href === undefined ? (
              phrase(error.text)
            ) : (
              <a href={error.href ?? `#${error.at}`}>
                {nameOf(error.at)}
                {phrase(error.text)}
              </a>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
