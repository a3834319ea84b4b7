// A scope over plain answers and a snapshot, for plans without a whole service around them: what an example says happened
// before, and tests. Must stay true: it knows no pages and no calculations; facts of the case only where they are given.
import type { Answer, Answers } from '../catalogue/answers.ts'
import { personIdOf } from '../catalogue/answers.ts'
import { ABSENT, type Found, known, type Scope, unknown } from '../catalogue/scope.ts'
import { registerFacts } from './facts-of-register.ts'
import type { RegisterSnapshot } from './snapshot.ts'

export function plainScope(input: {
  readonly snapshot: RegisterSnapshot
  readonly answers: Answers
  readonly today: string
  readonly applicant?: string
  readonly facts?: Readonly<Record<string, Answer>>
}): Scope {
  const { snapshot, answers, today, applicant } = input
  const source = registerFacts({ view: snapshot, documents: snapshot.documents, day: today, applicant })
  const idOf = (name: string | undefined) => {
    if (name === undefined) return undefined
    if (name === 'applicant') return applicant
    const answer = answers[name]
    return typeof answer === 'string' ? answer : personIdOf(answer)
  }
  const scope: Scope = {
    today,
    table: () => undefined,
    with: (name, element) => plainScope({ ...input, answers: { ...answers, [name]: element } }),
    answer: (path): Found => {
      const answer = answers[path]
      return answer === undefined ? ABSENT : known(answer)
    },
    fact: (ref): Found => {
      const given = input.facts?.[ref.fact]
      if (given !== undefined) return known(given)
      const movers = ref.movers === undefined ? undefined : answers[ref.movers]
      const found = source.fact(ref.fact, idOf(ref.of), {
        kind: ref.kind,
        register: ref.register,
        other: idOf(ref.other),
        movers: Array.isArray(movers) ? movers.filter((id): id is string => typeof id === 'string') : undefined,
      })
      if (found === undefined) return unknown({ fact: ref.fact })
      return found === null ? ABSENT : known(found)
    },
  }
  return scope
}
