// The 32 code lists of the population forms (sex, religion, family relation, …) as data with an edition.
// Must stay true: a code is text, also where the form prints a number, because answers arrive as text; a list never loses a code,
// since old records point to it.
import data from '../../instruments/civil/code-lists.json' with { type: 'json' }
import type { Language } from './text.ts'

export type Code = { readonly code: string; readonly id: string; readonly en: string }
export type CodeListName = keyof typeof data.lists

const lists: Readonly<Record<CodeListName, readonly Code[]>> = data.lists

/** Names of all lists, in the order of the forms. */
export const CODE_LIST_NAMES = Object.keys(lists) as readonly CodeListName[]

export function isCodeListName(name: string): name is CodeListName {
  return Object.hasOwn(lists, name)
}

/** The codes of a list, in the order of the form. */
export function codeList(name: CodeListName): readonly Code[] {
  return lists[name]
}

/** The code with its labels, or undefined when the list does not have it. */
export function findCode(name: CodeListName, code: string): Code | undefined {
  return lists[name].find((entry) => entry.code === code)
}

/** The label of a code; the code itself when the list does not have it, so that an old value stays visible. */
export function codeLabel(name: CodeListName, code: string, language: Language): string {
  return findCode(name, code)?.[language] ?? code
}

/** Finds a code by its Indonesian or English label, as it stands in a spreadsheet; upper and lower case alike. */
export function findCodeByLabel(name: CodeListName, label: string): Code | undefined {
  const wanted = label.trim().toLowerCase()
  return lists[name].find(
    (entry) =>
      entry.code.toLowerCase() === wanted || entry.id.toLowerCase() === wanted || entry.en.toLowerCase() === wanted,
  )
}
