// Ids made on the server: the kernel's makers bound to this machine's clock and its cryptographic random source.
import { randomBytes, randomFillSync } from 'node:crypto'
import { randomToken, type Token, type Uuid, uuidV4, uuidV7Maker } from '../kernel/id.ts'

const pool = Buffer.alloc(4096)
let used = pool.length
/** Random bytes for ids, fetched some hundred ids at a time: an import makes a quarter of a million. None is given twice. */
function pooled(length: number): Uint8Array {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += length
  return pool.subarray(used - length, used)
}

/** A UUID v7: ids of this process grow, so rows made later sort later. */
export const newId: () => Uuid = uuidV7Maker(Date.now, pooled)

/** A UUID v4, where order or time would identify someone (survey answers). */
export function newRandomId(): Uuid {
  return uuidV4(randomBytes)
}

/** A token of 130 random bits for public addresses. */
export function newToken(): Token {
  return randomToken(randomBytes)
}
