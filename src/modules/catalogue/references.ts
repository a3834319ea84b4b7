// Which answers, persons, tables and facts an expression names, each with its place. The checker proves with it that every
// name exists and that nothing goes round in a circle.
import type { Condition, FactRef, Value } from './expression.ts'

export type Reference =
  | {
      readonly kind: 'answer'
      readonly name: string
      readonly path: readonly (string | number)[]
      readonly role: 'value' | 'list' | 'movers'
    }
  | { readonly kind: 'person'; readonly name: string; readonly path: readonly (string | number)[] }
  | { readonly kind: 'table'; readonly name: string; readonly path: readonly (string | number)[] }
  | {
      readonly kind: 'fact'
      readonly fact: FactRef
      readonly bare: boolean
      readonly path: readonly (string | number)[]
    }

type Path = readonly (string | number)[]

/** All references of a condition; `bare` marks facts used as a condition by themselves. */
export function referencesOfCondition(condition: Condition, path: Path = []): readonly Reference[] {
  if ('fact' in condition) return ofFact(condition, path, true)
  const [key, body] = Object.entries(condition)[0] as [string, unknown]
  const at = [...path, key]
  if (key === 'all' || key === 'any')
    return (body as Condition[]).flatMap((part, index) => referencesOfCondition(part, [...at, index]))
  if (key === 'not') return referencesOfCondition(body as Condition, at)
  if (key === 'answered') return [{ kind: 'answer', name: body as string, path: at, role: 'value' }]
  if (key === 'is' || key === 'in') return referencesOfValue((body as [Value])[0], [...at, 0])
  if ('where' in condition)
    return [
      { kind: 'answer', name: listOf(condition), path: at, role: 'list' },
      ...referencesOfCondition(condition.where, [...path, 'where']),
    ]
  return (body as Value[]).flatMap((part, index) => referencesOfValue(part, [...at, index]))
}

function listOf(condition: Condition): string {
  if ('someOf' in condition) return condition.someOf
  if ('everyOf' in condition) return condition.everyOf
  return 'noneOf' in condition ? condition.noneOf : ''
}

export function referencesOfValue(value: Value, path: Path = []): readonly Reference[] {
  if (typeof value === 'number') return []
  if (typeof value === 'string') return [{ kind: 'answer', name: value, path, role: 'value' }]
  if ('value' in value || 'today' in value) return []
  if ('fact' in value) return ofFact(value, path, false)
  if ('countOf' in value) {
    const where = value.where === undefined ? [] : referencesOfCondition(value.where, [...path, 'where'])
    return [{ kind: 'answer', name: value.countOf, path: [...path, 'countOf'], role: 'list' }, ...where]
  }
  if ('if' in value) {
    const [condition, yes, no] = value.if
    return [
      ...referencesOfCondition(condition, [...path, 'if', 0]),
      ...referencesOfValue(yes, [...path, 'if', 1]),
      ...(no === undefined ? [] : referencesOfValue(no, [...path, 'if', 2])),
    ]
  }
  if ('lookup' in value)
    return [
      { kind: 'table', name: value.lookup[0], path: [...path, 'lookup', 0] },
      ...referencesOfValue(value.lookup[1], [...path, 'lookup', 1]),
    ]
  if ('round' in value) return referencesOfValue(value.round[0], [...path, 'round', 0])
  const [key, parts] = Object.entries(value)[0] as [string, readonly Value[]]
  return parts.flatMap((part, index) => referencesOfValue(part, [...path, key, index]))
}

function ofFact(fact: FactRef, path: Path, bare: boolean): readonly Reference[] {
  return [
    { kind: 'fact', fact, bare, path },
    ...(fact.of === undefined ? [] : [{ kind: 'person' as const, name: fact.of, path: [...path, 'of'] }]),
    ...(fact.other === undefined ? [] : [{ kind: 'person' as const, name: fact.other, path: [...path, 'other'] }]),
    ...(fact.number === undefined
      ? []
      : [{ kind: 'answer' as const, name: fact.number, path: [...path, 'number'], role: 'value' as const }]),
    ...(fact.movers === undefined
      ? []
      : [{ kind: 'answer' as const, name: fact.movers, path: [...path, 'movers'], role: 'movers' as const }]),
  ]
}
