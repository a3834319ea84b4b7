// Reading the texts that stand in the boxes of a form, by input name. The catalogue turns answers into such texts
// (formOf) and typed texts into answers (parseAnswers).
import type { FormFields } from '../catalogue/parse-answers.ts'

export type Values = FormFields

/** The first text of an input, empty when there is none. */
export function textOf(values: Values, name: string): string {
  return values[name]?.[0] ?? ''
}

/** The last text that is not empty: of two boxes with one name, the one that was filled in. */
export function lastTextOf(values: Values, name: string): string {
  return values[name]?.findLast((text) => text.trim() !== '') ?? ''
}

/** How many elements of a list have texts. */
export function countItems(values: Values, name: string): number {
  let most = -1
  for (const key of Object.keys(values)) {
    const match = key.startsWith(`${name}.`) ? /^(\d{1,3})\./.exec(key.slice(name.length + 1)) : null
    if (match !== null) most = Math.max(most, Number(match[1]))
  }
  return most + 1
}
