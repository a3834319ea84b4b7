// One difference between two revisions of a service, and how they are told apart.
import type { Text } from '../../kernel/text.ts'

/**
 * answers: a draft may lose an answer. rule: people are treated otherwise (papers, eligibility, effects, process, fee,
 * deadline). question: more or fewer questions. wording: texts only.
 */
export type Severity = 'answers' | 'rule' | 'question' | 'wording'
export type Difference = {
  readonly kind: string
  /** Key or id of what changed. */
  readonly at: string
  readonly severity: Severity
  readonly text: Text
}

export const difference = (kind: string, at: string, severity: Severity, id: string, en: string): Difference => ({
  kind,
  at,
  severity,
  text: { id, en },
})
/** Whatever the order of keys: the database keeps another one than the file. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, sortKeys) === JSON.stringify(b, sortKeys)

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
