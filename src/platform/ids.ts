// Ids made on the server: the kernel's makers bound to this machine's clock and its cryptographic random source.
import { randomBytes } from 'node:crypto'
import { randomToken, type Token, type Uuid, uuidV4, uuidV7Maker } from '../kernel/id.ts'

/** A UUID v7: ids of this process grow, so rows made later sort later. */
export const newId: () => Uuid = uuidV7Maker(Date.now, randomBytes)

/** A UUID v4, where order or time would identify someone (survey answers). */
export function newRandomId(): Uuid {
  return uuidV4(randomBytes)
}

/** A token of 130 random bits for public addresses. */
export function newToken(): Token {
  return randomToken(randomBytes)
}
