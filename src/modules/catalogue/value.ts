// Computes values: operands, exact sums, choices, texts and look-ups. Must stay true: a value with an unknown part is
// unknown (with what is missing), one with an absent part is absent; only `concat` leaves absent parts out.
import { addDecimal, type Decimal, multiplyDecimal, roundDecimal, subtractDecimal } from '../../kernel/decimal.ts'
import type { Answer } from './answers.ts'
import { evaluateCondition, evaluateOperand } from './condition.ts'
import type { Condition, Operand, Value } from './expression.ts'
import { decimalOf, numberAnswer } from './number.ts'
import { ABSENT, type Found, known, mergeMissing, type Scope, unknown } from './scope.ts'

/** What a value is worth in this scope: whole numbers as numbers, other decimals as exact text. */
export function evaluateValue(value: Value, scope: Scope): Found {
  if (typeof value !== 'object') return evaluateOperand(value, scope)
  if ('add' in value) return numbers(value.add, scope, (all) => all.reduce(addDecimal))
  if ('subtract' in value) return numbers(value.subtract, scope, ([a, b]) => subtractDecimal(a!, b!))
  if ('multiply' in value) return numbers(value.multiply, scope, (all) => all.reduce(multiplyDecimal))
  if ('round' in value) return numbers([value.round[0]], scope, ([x]) => roundDecimal(x!, value.round[1]))
  if ('if' in value) return choose(value.if, scope)
  if ('concat' in value) return concat(value.concat, scope)
  if ('lookup' in value) return lookUp(value.lookup[0], value.lookup[1], scope)
  return evaluateOperand(value satisfies Operand, scope)
}

function numbers(parts: readonly Value[], scope: Scope, compute: (all: readonly Decimal[]) => Decimal): Found {
  const found = parts.map((part) => evaluateValue(part, scope))
  if (found.some((one) => one.is === 'absent')) return ABSENT
  const missing = mergeMissing(...found.map((one) => (one.is === 'unknown' ? one.missing : [])))
  if (missing.length > 0) return unknown(...missing)
  const all: Decimal[] = []
  for (const one of found) {
    const number = one.is === 'known' ? decimalOf(one.value) : undefined
    if (number === undefined) return ABSENT
    all.push(number)
  }
  return known(numberAnswer(compute(all)))
}

function choose([condition, yes, no]: readonly [Condition, Value, Value?], scope: Scope): Found {
  const decided = evaluateCondition(condition, scope)
  if (decided.truth === 'unknown') return unknown(...decided.missing)
  if (decided.truth) return evaluateValue(yes, scope)
  // Nothing said for this case: nobody knows it here, so it is asked. The list is empty, no answer would help.
  return no === undefined ? unknown() : evaluateValue(no, scope)
}

function concat(parts: readonly Value[], scope: Scope): Found {
  const found = parts.map((part) => evaluateValue(part, scope))
  const missing = mergeMissing(...found.map((one) => (one.is === 'unknown' ? one.missing : [])))
  if (found.some((one) => one.is === 'unknown')) return unknown(...missing)
  const text = found.map((one) => (one.is === 'known' ? textOf(one.value) : '')).join('')
  return text.trim() === '' ? ABSENT : known(text)
}

function textOf(value: Answer): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function lookUp(table: string, key: Value, scope: Scope): Found {
  const found = evaluateValue(key, scope)
  if (found.is !== 'known') return found
  const rows = scope.table(table)
  const name = textOf(found.value)
  return rows !== undefined && Object.hasOwn(rows, name) ? known(rows[name]!) : ABSENT
}
