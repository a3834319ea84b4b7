// What an expression may look at while it is evaluated: answers, facts, today, tables. Three kinds of finding: known,
// absent (it is certain that there is no answer) and unknown with what is missing. Must stay true: unknown never turns
// into true or false by itself.
import type { Answer } from './answers.ts'
import type { FactRef } from './expression.ts'

export type Missing = { readonly answer: string } | { readonly fact: string; readonly of?: string }

export type Found<T = Answer> =
  | { readonly is: 'known'; readonly value: T }
  | { readonly is: 'absent' }
  | { readonly is: 'unknown'; readonly missing: readonly Missing[] }

export const ABSENT = { is: 'absent' } as const

export function known<T>(value: T): { readonly is: 'known'; readonly value: T } {
  return { is: 'known', value }
}

export function unknown(...missing: readonly Missing[]): {
  readonly is: 'unknown'
  readonly missing: readonly Missing[]
} {
  return { is: 'unknown', missing }
}

/** The missing parts of several findings, each once. */
export function mergeMissing(...lists: readonly (readonly Missing[])[]): readonly Missing[] {
  const seen = new Map<string, Missing>()
  for (const missing of lists.flat()) seen.set(JSON.stringify(missing), missing)
  return [...seen.values()]
}

export interface Scope {
  /** An answer, a calculation, or `item.x` of the list at hand. */
  answer(path: string): Found
  /** A fact of the closed list; persons in it are named by answer keys. */
  fact(ref: FactRef): Found
  readonly today: string
  table(name: string): Readonly<Record<string, string>> | undefined
  /** The same scope with one element of a list named `item` (or `candidate`). */
  with(name: string, element: Answer): Scope
}
