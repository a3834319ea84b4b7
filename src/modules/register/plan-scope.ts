// The scope of a case while its effects run: it also knows aliases and the people a condition goes through one by one.
// Must stay true: facts about someone an effect has made are read from the working register, every other fact is what it
// was before the case.
import type { Answer } from '../catalogue/answers.ts'
import { personIdOf } from '../catalogue/answers.ts'
import type { Scope } from '../catalogue/scope.ts'
import { registerFacts } from './facts-of-register.ts'
import type { PlanContext } from './plan-context.ts'
import type { PersonId } from './snapshot.ts'

/** `elements`: one element of each list at hand, as `with` named it. */
export function planScope(base: Scope, context: PlanContext, elements: Readonly<Record<string, Answer>> = {}): Scope {
  const given = context.input.aliases ?? {}
  const element = (name: string): PersonId | undefined => {
    const value = elements[name]
    const id = typeof value === 'string' ? value : personIdOf(value)
    return id !== undefined && context.register.persons.has(id) ? id : undefined
  }
  const made = (name: string | undefined) => {
    if (name === undefined || Object.hasOwn(given, name)) return undefined
    return Object.hasOwn(elements, name) ? element(name) : context.people.get(name)?.[0]
  }
  return {
    today: base.today,
    table: (name) => base.table(name),
    with: (name, value) => planScope(base.with(name, value), context, { ...elements, [name]: value }),
    answer: (path) => {
      const person = Object.hasOwn(elements, path) ? undefined : made(path)
      return person === undefined ? base.answer(path) : { is: 'known', value: { personId: person } }
    },
    fact: (ref) => {
      const people = [made(ref.of), made(ref.other)].filter((id) => id !== undefined)
      if (people.length === 0) return base.fact(ref)
      const view = people.every((id) => context.register.before.persons.has(id))
        ? context.register.before
        : context.register
      const documents = context.register.before.documents
      const idOf = (name: string | undefined) =>
        name === undefined ? undefined : (made(name) ?? context.find(name)?.person?.id)
      // Nobody, or somebody of elsewhere: no tie of this register binds them to anyone in it.
      if (ref.other !== undefined && idOf(ref.other) === undefined) return { is: 'known', value: false }
      const found = registerFacts({ view, documents, day: context.input.today }).fact(ref.fact, idOf(ref.of), {
        kind: ref.kind,
        register: ref.register,
        other: idOf(ref.other),
      })
      if (found === undefined) return { is: 'unknown', missing: [{ fact: ref.fact, of: ref.of }] }
      return found === null ? { is: 'absent' } : { is: 'known', value: found }
    },
  }
}
