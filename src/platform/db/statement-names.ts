// Names for statements that come again, so that the server parses and plans them once for each connection (measured:
// a select by key 250 -> 180 us, a join of three tables 550 -> 170 us). Must stay true: one name means one role and one
// text for ever; the number of names is bounded, since each costs memory in every connection.
import type { Role } from './roles.ts'

/** What comes this often before so many others have come between is worth a name; a page looked at once is not. */
const NAMED_FROM_USE = 5
const MOST_NAMES = 500
/** Texts seen a few times; forgotten in one go when there are too many (lists of varying length). */
const MOST_STRANGERS = 2_000
/** Several statements in one text cannot be prepared; a semicolon inside a literal only costs the name. */
const PREPARABLE = /^\s*(select|insert|update|delete|with)\b/i

/** A plan under row security is thrown away when the role changes, so every role has its own. */
type OfRole = { readonly names: Map<string, string>; readonly uses: Map<string, number> }

export class StatementNames {
  readonly #roles = new Map<Role, OfRole>()
  #count = 0

  /** The name to prepare this text under, or undefined to send it without one. */
  nameOf(role: Role, text: string): string | undefined {
    const own = this.#ofRole(role)
    const known = own.names.get(text)
    if (known !== undefined) return known
    if (this.#count >= MOST_NAMES || !PREPARABLE.test(text) || text.includes(';')) return undefined
    const uses = (own.uses.get(text) ?? 0) + 1
    if (uses < NAMED_FROM_USE) {
      if (own.uses.size >= MOST_STRANGERS) own.uses.clear()
      own.uses.set(text, uses)
      return undefined
    }
    own.uses.delete(text)
    const name = `${role}_${this.#count++}`
    own.names.set(text, name)
    return name
  }

  #ofRole(role: Role): OfRole {
    const known = this.#roles.get(role)
    if (known !== undefined) return known
    const own: OfRole = { names: new Map(), uses: new Map() }
    this.#roles.set(role, own)
    return own
  }
}
