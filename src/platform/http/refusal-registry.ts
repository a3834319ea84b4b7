// The one place where a refusal's code becomes an HTTP status and a sentence. An unknown code is a bug and throws, so a
// test that walks all codes finds it before a person does.
import type { Refusal } from '../../kernel/refusal.ts'
import { fill, type Language, type Text } from '../../kernel/text.ts'
import { waitWords } from '../../kernel/wait.ts'

export type RefusalEntry = { readonly status: number; readonly text: Text }
export type RefusalList = Readonly<Record<string, RefusalEntry>>

export interface RefusalRegistry {
  /** The sentence that says what is wrong and what to do next. */
  tell(refusal: Refusal, language: Language): string
  /** The status of a page that shows these refusals: the highest of them. */
  status(refusals: readonly Refusal[]): number
  codes(): readonly string[]
}

/** Merges the modules' lists; the same code in two lists with different words throws at start. */
export function createRefusalRegistry(lists: readonly RefusalList[]): RefusalRegistry {
  const entries = new Map<string, RefusalEntry>()
  for (const list of lists)
    for (const [code, entry] of Object.entries(list)) {
      const known = entries.get(code)
      if (known !== undefined && (known.text.id !== entry.text.id || known.status !== entry.status))
        throw new Error(`Two different sentences for the refusal ${code}`)
      entries.set(code, entry)
    }
  const get = (code: string): RefusalEntry => {
    const entry = entries.get(code)
    if (entry === undefined) throw new Error(`No sentence for the refusal ${code}`)
    return entry
  }
  return {
    tell: (refusal, language) => fill(get(refusal.code).text[language], inWords(refusal.params ?? {}, language)),
    status: (refusals) => refusals.reduce((highest, refusal) => Math.max(highest, get(refusal.code).status), 400),
    codes: () => [...entries.keys()],
  }
}

/** A wait that is given as `seconds` is told as `{wait}`, in the words of the language. */
function inWords(params: NonNullable<Refusal['params']>, language: Language): NonNullable<Refusal['params']> {
  return typeof params.seconds === 'number' ? { wait: waitWords(params.seconds)[language], ...params } : params
}
