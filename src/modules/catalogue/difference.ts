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
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
