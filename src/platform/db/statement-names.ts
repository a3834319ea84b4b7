// Names for statements that come again, so that the server parses and plans them once for each connection (measured:
// a select by key 250 -> 180 us, a join of three tables 550 -> 170 us). Must stay true: one name means one role and one
// text for ever; the number of names is bounded, since each costs memory in every connection.
import type { Role } from './roles.ts'

const NAMED_FROM_USE = 3
const MOST_NAMES = 250
/** Texts seen once or twice; forgotten in one go when there are too many (lists of varying length). */
const MOST_STRANGERS = 5_000
/** Several statements in one text cannot be prepared; a semicolon inside a literal only costs the name. */
const PREPARABLE = /^\s*(select|insert|update|delete|with)\b/i

export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #uses = new Map<string, number>()

  /** The name to prepare this text under, or undefined to send it without one. */
  nameOf(role: Role, text: string): string | undefined {
    // A plan under row security is thrown away when the role changes, so every role has its own.
    const key = `${role} ${text}`
    const known = this.#names.get(key)
    if (known !== undefined) return known
    if (this.#names.size >= MOST_NAMES || !PREPARABLE.test(text) || text.includes(';')) return undefined
    const uses = (this.#uses.get(key) ?? 0) + 1
    if (uses < NAMED_FROM_USE) {
      if (this.#uses.size >= MOST_STRANGERS) this.#uses.clear()
      this.#uses.set(key, uses)
      return undefined
    }
    this.#uses.delete(key)
    const name = `${role}_${this.#names.size}`
    this.#names.set(key, name)
    return name
  }
}
