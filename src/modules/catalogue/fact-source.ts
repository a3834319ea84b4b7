// What a fact is worth and who answers it. The register answers facts of persons and families, the case its own. Must stay
// true: a source says `undefined` where nobody can tell and `null` where it is known that there is none.
import type { AddressAnswer } from './answers.ts'
import type { FactName } from './facts.ts'

/**
 * A fact's value: dates as `YYYY-MM-DD`, numbers as numbers, persons as person ids, several as a list of them, codes as
 * text. An address has what the card holds of it, the village always.
 */
export type FactValue = string | number | boolean | readonly string[] | HomeAddress
export type HomeAddress = Partial<AddressAnswer> & Pick<AddressAnswer, 'village'>

/** What a fact needs besides its person: a document kind, a deed register, a deed number, another person id, the movers' ids. */
export type FactExtra = {
  readonly kind?: string
  readonly register?: string
  readonly number?: string
  readonly other?: string
  readonly movers?: readonly string[]
}

/**
 * Answers facts. `of` is a person id of the register, undefined for facts of the case and of the applicant's family.
 * `undefined` says: nobody here can tell; `null` says: it is known that there is none (no spouse, no phone number).
 */
export interface FactSource {
  fact(name: FactName, of?: string, extra?: FactExtra): FactValue | null | undefined
}
