// The small shapes every part of a definition is built from: texts in both languages, keys, ids, and the choice of a
// schema by the key that is present, so that a fault names the place where it is and not a whole union.
import * as v from 'valibot'
import type { Text } from '../../kernel/text.ts'

/** Twice the longest sentence a person was ever given here. */
const LONGEST_TEXT = 400
const sentence = (missing: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, missing),
    v.maxLength(LONGEST_TEXT, `a text of more than ${LONGEST_TEXT} characters`),
    v.regex(/^[^<>]*$/, 'no markup: a text is shown as it is written, "<" and ">" too'),
  )

export const TextSchema: v.GenericSchema<Text> = v.strictObject({
  id: sentence('Indonesian text missing'),
  en: sentence('English text missing'),
})

/** Key of a field, a calculation or an alias: `birthDate`. */
export const KeySchema = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/, 'a key is written like birthDate'))

/** Key of a field, or of a field inside the list at hand: `item.relation`. */
export const PathSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/, 'an answer is named like birthDate or item.relation'),
)

/** Id of a service, page, document, group, process: `birth-wni`. */
export const IdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is written like birth-wni'))

export const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/**
 * A schema chosen by the first of `branches` whose key the object carries, so that `{"is": …}` is checked as `is` only.
 * Without an input (the JSON Schema writer asks so) it is the union of all branches.
 */
export function byKey<T>(
  what: string,
  branches: () => Readonly<Record<string, v.GenericSchema<T>>>,
  other?: (input: unknown) => v.GenericSchema<T> | undefined,
): v.GenericSchema<T> {
  let union: v.GenericSchema<T> | undefined
  let nothing: v.GenericSchema<T> | undefined
  return v.lazy((input): v.GenericSchema<T> => {
    const table = branches()
    if (input === undefined) {
      const extra = other?.(undefined)
      union ??= v.union([...Object.values(table), ...(extra === undefined ? [] : [extra])]) as v.GenericSchema<T>
      return union
    }
    const chosen = other?.(input)
    if (chosen !== undefined) return chosen
    if (typeof input === 'object' && input !== null)
      for (const [key, schema] of Object.entries(table)) if (Object.hasOwn(input, key)) return schema
    nothing ??= v.custom<T>(
      () => false,
      `not ${what}; known are ${Object.keys(table).join(', ')}`,
    ) as v.GenericSchema<T>
    return nothing
  })
}

/** A schema chosen by the object's `type`, with the same courtesies as `byKey`. */
export function byType<T>(
  what: string,
  branches: () => Readonly<Record<string, v.GenericSchema<unknown, T>>>,
): v.GenericSchema<unknown, T> {
  let union: v.GenericSchema<unknown, T> | undefined
  return v.lazy((input): v.GenericSchema<unknown, T> => {
    const table = branches()
    if (input === undefined) {
      union ??= v.union(Object.values(table))
      return union
    }
    const type = typeof input === 'object' && input !== null && 'type' in input ? String(input.type) : ''
    const chosen = Object.hasOwn(table, type) ? table[type] : undefined
    return (
      chosen ??
      v.custom<T>(
        () => false,
        `not a type of ${what}: ${type === '' ? 'no type given' : type}; known are ${Object.keys(table).join(', ')}`,
      )
    )
  })
}
