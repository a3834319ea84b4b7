// Decides conditions, three-valued: true, false, or unknown with the answers and facts that are missing. Must stay true:
// Kleene's logic (one false makes `all` false however much is unknown); an absent answer makes a comparison false.
import { ageOn, daysBetween, isPlainDate, type PlainDate } from '../../kernel/date.ts'
import { compareDecimal } from '../../kernel/decimal.ts'
import type { Answer } from './answers.ts'
import type { Condition, Literal, Operand } from './expression.ts'
import { decimalOf } from './number.ts'
import { ABSENT, type Found, known, type Missing, mergeMissing, type Scope } from './scope.ts'

export type Truth =
  | { readonly truth: true | false }
  | { readonly truth: 'unknown'; readonly missing: readonly Missing[] }

const TRUE: Truth = { truth: true }
const FALSE: Truth = { truth: false }
const of = (value: boolean): Truth => (value ? TRUE : FALSE)

/** Whether the condition holds in this scope. Never throws for a checked definition. */
export function evaluateCondition(condition: Condition, scope: Scope): Truth {
  if ('all' in condition) return conjunction(condition.all.map((part) => evaluateCondition(part, scope)))
  if ('any' in condition)
    return negate(conjunction(condition.any.map((part) => negate(evaluateCondition(part, scope)))))
  if ('not' in condition) return negate(evaluateCondition(condition.not, scope))
  if ('answered' in condition) return of(scope.answer(condition.answered).is === 'known')
  if ('is' in condition) return compare(condition.is[0], scope, (value) => same(value, condition.is[1]))
  if ('in' in condition)
    return compare(condition.in[0], scope, (value) => condition.in[1].some((one) => same(value, one)))
  if ('same' in condition) return compareTwo(condition.same, scope, (order) => order === 0)
  if ('less' in condition) return compareTwo(condition.less, scope, (order) => order < 0)
  if ('atMost' in condition) return compareTwo(condition.atMost, scope, (order) => order <= 0)
  if ('more' in condition) return compareTwo(condition.more, scope, (order) => order > 0)
  if ('atLeast' in condition) return compareTwo(condition.atLeast, scope, (order) => order >= 0)
  if ('before' in condition) return compareTwo(condition.before, scope, (order) => order < 0)
  if ('after' in condition) return compareTwo(condition.after, scope, (order) => order > 0)
  if ('someOf' in condition) return negate(conjunction(perItem(condition.someOf, condition.where, scope).map(negate)))
  if ('everyOf' in condition) return conjunction(perItem(condition.everyOf, condition.where, scope))
  if ('noneOf' in condition) return conjunction(perItem(condition.noneOf, condition.where, scope).map(negate))
  return compare(condition, scope, (value) => value === true)
}

/** What an operand is worth in this scope. */
export function evaluateOperand(operand: Operand, scope: Scope): Found {
  if (typeof operand === 'string') return scope.answer(operand)
  if (typeof operand === 'number') return known(operand)
  if ('value' in operand) return known(operand.value)
  if ('today' in operand) return known(scope.today)
  if ('ageOn' in operand) return fromDates(operand.ageOn, scope, ageOn)
  if ('daysBetween' in operand) return fromDates(operand.daysBetween, scope, daysBetween)
  if ('countOf' in operand) return countOf(operand.countOf, operand.where, scope)
  return scope.fact(operand)
}

function conjunction(parts: readonly Truth[]): Truth {
  if (parts.some((part) => part.truth === false)) return FALSE
  const missing = mergeMissing(...parts.map((part) => (part.truth === 'unknown' ? part.missing : [])))
  return parts.every((part) => part.truth === true) ? TRUE : { truth: 'unknown', missing }
}

function negate(part: Truth): Truth {
  return part.truth === 'unknown' ? part : of(!part.truth)
}

function compare(operand: Operand, scope: Scope, holds: (value: Answer) => boolean): Truth {
  const found = evaluateOperand(operand, scope)
  if (found.is === 'unknown') return { truth: 'unknown', missing: found.missing }
  return of(found.is === 'known' && holds(found.value))
}

function same(value: Answer, literal: Literal): boolean {
  if (typeof literal === 'number') {
    const number = decimalOf(value)
    return number !== undefined && compareDecimal(number, decimalOf(literal)!) === 0
  }
  return value === literal
}

function compareTwo(pair: readonly [Operand, Operand], scope: Scope, holds: (order: number) => boolean): Truth {
  const left = evaluateOperand(pair[0], scope)
  const right = evaluateOperand(pair[1], scope)
  // An absent side decides the comparison, whatever the other one will be.
  if (left.is === 'absent' || right.is === 'absent') return FALSE
  if (left.is === 'unknown' || right.is === 'unknown')
    return {
      truth: 'unknown',
      missing: mergeMissing(left.is === 'unknown' ? left.missing : [], right.is === 'unknown' ? right.missing : []),
    }
  const order = orderOf(left.value, right.value)
  return of(order !== undefined && holds(order))
}

/** Numbers by size; dates and times by text, whose order is theirs. Undefined for what cannot be compared. */
function orderOf(a: Answer, b: Answer): number | undefined {
  const x = decimalOf(a)
  const y = decimalOf(b)
  if (x !== undefined && y !== undefined) return compareDecimal(x, y)
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return undefined
}

function fromDates(
  pair: readonly [Operand, Operand],
  scope: Scope,
  count: (from: PlainDate, to: PlainDate) => number,
): Found {
  const from = evaluateOperand(pair[0], scope)
  const to = evaluateOperand(pair[1], scope)
  if (from.is === 'absent' || to.is === 'absent') return ABSENT
  if (from.is === 'unknown') return from
  if (to.is === 'unknown') return to
  return isPlainDate(from.value) && isPlainDate(to.value) ? known(count(from.value, to.value)) : ABSENT
}

function itemsOf(key: string, scope: Scope): Found<readonly Answer[]> {
  const list = scope.answer(key)
  if (list.is !== 'known') return list
  return known(Array.isArray(list.value) ? (list.value as readonly Answer[]) : [])
}

function perItem(key: string, where: Condition, scope: Scope): readonly Truth[] {
  const items = itemsOf(key, scope)
  if (items.is === 'unknown') return [{ truth: 'unknown', missing: items.missing }]
  return items.is === 'absent' ? [] : items.value.map((item) => evaluateCondition(where, scope.with('item', item)))
}

function countOf(key: string, where: Condition | undefined, scope: Scope): Found {
  const items = itemsOf(key, scope)
  if (items.is === 'unknown') return items
  if (items.is === 'absent') return known(0)
  if (where === undefined) return known(items.value.length)
  const truths = items.value.map((item) => evaluateCondition(where, scope.with('item', item)))
  const missing = mergeMissing(...truths.map((one) => (one.truth === 'unknown' ? one.missing : [])))
  if (missing.length > 0) return { is: 'unknown', missing }
  return known(truths.filter((one) => one.truth === true).length)
}
