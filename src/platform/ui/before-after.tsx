// What will change in the register, or between two editions of a service: the thing, before, after. Minus and struck, plus and bold, the
// tint comes last. Rows that do not change stay out.
import { say } from '../../kernel/text.ts'
import { type Phrase, useLanguage, usePhrase } from './language.ts'
import { roles } from './table.tsx'
import { words } from './words.ts'

export type Change = {
  readonly thing: Phrase
  /** A second line below the thing: its number. */
  readonly note?: Phrase
  /** Empty: there was nothing. */
  readonly before?: Phrase
  /** Empty: it goes away. */
  readonly after?: Phrase
  /** The old value lives on inside the new one (a list that grows), so it is not struck. */
  readonly extends?: boolean
}

export type BeforeAfterProps = {
  /** What is compared, for screen readers. */
  caption: Phrase
  /** Only what changes; unchanged rows stay out. */
  changes: readonly Change[]
}

export function BeforeAfter({ caption, changes }: BeforeAfterProps) {
  const language = useLanguage()
  const phrase = usePhrase()
  const [thing, before, after, nothing] = [words.thing, words.before, words.after, words.nothing].map((text) =>
    say(text, language),
  )
  return (
    <table class="diff" {...roles.table}>
      <caption class="hide">{phrase(caption)}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          {[thing, before, after].map((label) => (
            <th scope="col" {...roles.columnheader}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {changes.map((change) => (
          <tr {...roles.row}>
            <th scope="row" {...roles.rowheader}>
              {phrase(change.thing)}
              {change.note ? <small>{phrase(change.note)}</small> : null}
            </th>
            {change.before === undefined ? (
              <td class="quiet" data-l={before} {...roles.cell}>
                {nothing}
              </td>
            ) : change.extends ? (
              <td data-l={before} {...roles.cell}>
                {phrase(change.before)}
              </td>
            ) : (
              <td class="was" data-l={before} {...roles.cell}>
                <del>
                  <span class="sign">−</span>
                  {phrase(change.before)}
                </del>
              </td>
            )}
            {change.after === undefined ? (
              <td class="quiet" data-l={after} {...roles.cell}>
                {nothing}
              </td>
            ) : (
              <td class="is" data-l={after} {...roles.cell}>
                <ins>
                  <span class="sign">+</span>
                  {phrase(change.after)}
                </ins>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
