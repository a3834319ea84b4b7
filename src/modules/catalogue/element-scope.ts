// The scope inside a list or a filter: `item.relation` of a list of things, `item` and `candidate` as persons. Must stay
// true: everything that is not an element is looked up in the case, and means there what it means outside.
import type { Answer } from './answers.ts'
import type { CaseScope } from './case-scope.ts'
import type { FactRef } from './expression.ts'
import { ABSENT, type Found, known, type Scope, unknown } from './scope.ts'

export class ElementScope implements Scope {
  constructor(
    readonly base: CaseScope,
    readonly elements: Readonly<Record<string, Answer>>,
  ) {}

  get today(): string {
    return this.base.today
  }

  table(name: string): Readonly<Record<string, string>> | undefined {
    return this.base.table(name)
  }

  with(name: string, element: Answer): Scope {
    return new ElementScope(this.base, { ...this.elements, [name]: element })
  }

  answer(path: string): Found {
    const [name = '', part] = path.split('.')
    const element = Object.hasOwn(this.elements, name) ? this.elements[name] : undefined
    if (element === undefined) return this.base.answer(path)
    if (part === undefined) return known(element)
    const value =
      typeof element === 'object' && !Array.isArray(element)
        ? (element as Readonly<Record<string, Answer>>)[part]
        : undefined
    return value === undefined ? ABSENT : known(value)
  }

  fact(ref: FactRef): Found {
    return this.base.factWith(ref, (name) => {
      if (Object.hasOwn(this.elements, name)) return known(this.elements[name]!)
      if (name === 'applicant')
        return this.base.context.applicant === undefined
          ? unknown({ fact: 'inRegister', of: 'applicant' })
          : known(this.base.context.applicant)
      return this.answer(name)
    })
  }
}
