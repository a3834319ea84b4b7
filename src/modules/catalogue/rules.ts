// The rules a field may name in `check`, those that need more than the answer itself: today, or another answer. Must stay
// true: a rule that leans on an answer not yet given says nothing.
import { isPlainDate, type PlainDate } from '../../kernel/date.ts'
import { checkDateLimits, type DateLimits } from '../../kernel/date-parse.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Answer } from './answers.ts'
import { isSamePerson } from './same-person.ts'
import type { Scope } from './scope.ts'

/** Rule ids; those with an argument are written `after:birthDate`. */
export const CHECKS = {
  /** A date, today or earlier. */
  past: { argument: false, types: ['date'] },
  /** A date, today or later. */
  future: { argument: false, types: ['date'] },
  /** A date, not before the one named (an answer or a calculation). */
  after: { argument: true, types: ['date'] },
  /** A date, not after the one named. */
  before: { argument: true, types: ['date'] },
  /** Another person than the one named. */
  unlike: { argument: true, types: ['person'] },
} as const
export type CheckId = keyof typeof CHECKS

export function readCheck(rule: string): { readonly id: CheckId; readonly argument?: string } | undefined {
  const [id, argument, ...rest] = rule.split(':')
  if (id === undefined || !isCheckId(id) || rest.length > 0) return undefined
  if (CHECKS[id].argument !== (argument !== undefined && argument !== '')) return undefined
  return argument === undefined ? { id } : { id, argument }
}

function isCheckId(id: string): id is CheckId {
  return Object.hasOwn(CHECKS, id)
}

/** The refusals of an answer by the rules of its field. */
export function checkRules(answer: Answer, rules: readonly string[], at: string, scope: Scope): readonly Refusal[] {
  return rules.flatMap((rule) => {
    const check = readCheck(rule)
    if (check === undefined) return []
    if (check.id === 'unlike') return samePerson(answer, check.argument!, scope) ? [{ code: 'person-twice', at }] : []
    if (!isPlainDate(answer)) return []
    const limits = limitsOf(check.id, check.argument, scope)
    const refusal = limits && checkDateLimits(answer, at, limits)
    return refusal === undefined ? [] : [refusal]
  })
}

function limitsOf(id: Exclude<CheckId, 'unlike'>, argument: string | undefined, scope: Scope): DateLimits | undefined {
  if (id === 'past' || id === 'future') return isPlainDate(scope.today) ? { today: scope.today, when: id } : undefined
  const other = dateOf(argument!, scope)
  if (other === undefined) return undefined
  return id === 'after' ? { earliest: other } : { latest: other }
}

function dateOf(key: string, scope: Scope): PlainDate | undefined {
  const found = scope.answer(key)
  return found.is === 'known' && isPlainDate(found.value) ? found.value : undefined
}

function samePerson(answer: Answer, key: string, scope: Scope): boolean {
  const other = scope.answer(key)
  return other.is === 'known' && isSamePerson(answer, other.value, (one) => nikOf(one, scope))
}

function nikOf(answer: Answer, scope: Scope): string | undefined {
  const found = scope.with('item', answer).fact({ fact: 'nik', of: 'item' })
  return found.is === 'known' && typeof found.value === 'string' ? found.value : undefined
}
