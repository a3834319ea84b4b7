// Reads what a field of a person may hold, from a code, a word of its list, or text. Must stay true: a list field holds
// a code of its list and nothing else, so that the register can be counted.
import { isPlainDate } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { CODE_LISTS, type CodeListName } from '../catalogue/code-lists.ts'
import type { SettableField } from './effect-parts.ts'

const LISTS: Partial<Record<SettableField, CodeListName>> = {
  sex: 'sex',
  citizenship: 'citizenship',
  religion: 'religion',
  education: 'education',
  bloodType: 'bloodType',
  disability: 'disability',
}
const DATES: readonly SettableField[] = ['birthDate', 'travelDocumentUntil', 'stayPermitUntil']
const LONGEST = 160

/** Refusals: `register-code-unknown`, `register-date-unreal`, `register-text-too-long`. */
export function readField(field: SettableField, text: string): Result<string> {
  const written = text.trim()
  const list = LISTS[field]
  if (list !== undefined) {
    const code = codeIn(list, written)
    return code === undefined ? refuse('register-code-unknown', field) : accept(code)
  }
  if (DATES.includes(field) && !isPlainDate(written)) return refuse('register-date-unreal', field)
  if ([...written].length > LONGEST) return refuse('register-text-too-long', field, { max: LONGEST })
  return accept(written)
}

/** The code itself, or the code of the word, in either language. */
export function codeIn(list: CodeListName, text: string): string | undefined {
  const wanted = text.toLowerCase()
  return CODE_LISTS[list].find(
    (row) =>
      row.code.toLowerCase() === wanted || row.text.id.toLowerCase() === wanted || row.text.en.toLowerCase() === wanted,
  )?.code
}

export type ElementChange = { readonly element: string; readonly old: string; readonly new: string }

/** Lines of a `list` answer with `element`, `old`, `new`; incomplete ones are left out. */
export function readChanges(answer: unknown): readonly ElementChange[] {
  if (!Array.isArray(answer)) return []
  return answer.flatMap((line: unknown) => {
    if (typeof line !== 'object' || line === null) return []
    const { element, old, new: wanted } = line as Record<string, unknown>
    if (typeof element !== 'string' || (typeof wanted !== 'string' && typeof wanted !== 'number')) return []
    return [
      { element, old: typeof old === 'string' || typeof old === 'number' ? String(old) : '', new: String(wanted) },
    ]
  })
}
