// The short code in clear letters on a signed document: three groups of four (`7KQ4-M9TD-2HXR`), the last sign a check.
// Must stay true: any one wrong sign and any two swapped signs are noticed before the database is asked. 55 random bits; the
// page that takes it is rate limited.
import { type RandomBytes, READABLE_ALPHABET, randomReadable } from './id.ts'
import { accept, type Result, refuse } from './refusal.ts'

const LENGTH = 12

/** A new code with its hyphens. */
export function randomShortCode(random: RandomBytes): string {
  const body = randomReadable(random, LENGTH - 1)
  return group(body + checkSign(body))
}

/**
 * Reads a code as people type it: lower case, spaces, missing hyphens. Gives it back in groups. Refusals: `short-code-missing`,
 * `short-code-length`, `short-code-sign` (0, 1, I, O and signs are never used), `short-code-check` (a slip).
 */
export function parseShortCode(text: string, at?: string): Result<string> {
  const code = text.toUpperCase().replace(/[\s\p{Pd}]/gu, '')
  if (code === '') return refuse('short-code-missing', at)
  const foreign = [...code].find((sign) => !READABLE_ALPHABET.includes(sign))
  if (foreign !== undefined) return refuse('short-code-sign', at, { sign: foreign })
  if (code.length !== LENGTH) return refuse('short-code-length', at, { count: code.length })
  if (checkSign(code.slice(0, -1)) !== code.at(-1)) return refuse('short-code-check', at)
  return accept(group(code))
}

// A weighted sum over the field of 32 elements (x^5 + x^2 + 1): the weight of each place is another power of x, which is what
// makes every single slip and every swap of two different signs visible.
function checkSign(body: string): string {
  let sum = 0
  for (const sign of body) sum = timesX(sum ^ READABLE_ALPHABET.indexOf(sign))
  return READABLE_ALPHABET[sum]!
}

function timesX(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}

function group(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}
