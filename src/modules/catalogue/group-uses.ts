// When the questions of a field group are asked in a service, and so when its papers and its rules count. Must stay true:
// a paper or a rule of a group never hangs over somebody who is not asked the questions it belongs to.
import type { Eligibility, RequiredDocument } from './definition.ts'
import type { Condition } from './expression.ts'

export class GroupUses {
  readonly #always = new Set<string>()
  readonly #when = new Map<string, Condition[]>()

  /** One use of a group, in a page or by `include`; without a condition it is always there. */
  add(group: string, when: Condition | undefined): void {
    if (when === undefined) this.#always.add(group)
    else this.#when.set(group, [...(this.#when.get(group) ?? []), when])
  }

  /** The condition under which any use of the group is shown; undefined when one always is. */
  when(group: string): Condition | undefined {
    const uses = this.#always.has(group) ? [] : (this.#when.get(group) ?? [])
    const [first] = uses
    return uses.length > 1 ? { any: uses } : first
  }

  document(group: string, document: RequiredDocument): RequiredDocument {
    const when = this.when(group)
    if (when === undefined || document.required === false) return document
    return { ...document, required: document.required === true ? when : { all: [when, document.required] } }
  }

  rule(group: string, rule: Eligibility): Eligibility {
    const when = this.when(group)
    return when === undefined ? rule : { ...rule, require: { any: [{ not: when }, rule.require] } }
  }
}

/** Both conditions together; `undefined` is no condition. */
export function bothOf(a: Condition | undefined, b: Condition | undefined): Condition | undefined {
  return a === undefined || b === undefined ? (a ?? b) : { all: [a, b] }
}
