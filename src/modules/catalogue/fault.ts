// A fault of a definition: which file, where in it (JSON pointer), and a sentence that says what is wrong. For the person
// who writes a service; in English like the guide.
import * as v from 'valibot'

export type Fault = { readonly file: string; readonly pointer: string; readonly message: string }

/** `/pages/0/fields/2/when`, with the two signs escaped that a pointer reserves. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The data of a file in its shape, or every fault of the shape. */
export function readShape<T>(
  schema: v.GenericSchema<unknown, T>,
  data: unknown,
  file: string,
): { readonly value?: T; readonly faults: readonly Fault[] } {
  const parsed = v.safeParse(schema, data)
  if (parsed.success) return { value: parsed.output, faults: [] }
  return {
    faults: parsed.issues.map((issue) => ({
      file,
      pointer: pointerOf((issue.path ?? []).map((part) => part.key as string | number)),
      message: sentenceOf(issue),
    })),
  }
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const last = issue.path?.at(-1)
  if (issue.type === 'strict_object' && issue.expected === 'never') return `unknown key "${String(last?.key ?? '')}"`
  if (issue.received === 'undefined' && issue.expected !== null) return `missing; expected ${issue.expected}`
  return issue.message
}
