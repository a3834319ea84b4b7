// The code lists that papers print: those of the population forms, and what a folder of templates adds in `code-lists.json`. Pure.
import * as v from 'valibot'
import { CODE_LIST_NAMES, codeList } from '../../kernel/code-lists.ts'
import type { CodeLists } from './template.ts'

export const codeListsSchema: v.GenericSchema<unknown, CodeLists> = v.record(
  v.string(),
  v.record(v.string(), v.strictObject({ id: v.string(), en: v.string() })),
)

/** The code lists of the population forms, which every document may print. */
export function formLists(): CodeLists {
  return Object.fromEntries(
    CODE_LIST_NAMES.map((name) => [
      name,
      Object.fromEntries(codeList(name).map(({ code, id, en }) => [code, { id, en }])),
    ]),
  )
}
