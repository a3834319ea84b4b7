// The two codes of a paper: the token in the QR (128 random bits) and the short code in clear letters.
// Must stay true: pure, random bytes come in; neither code can be worked out from the other; a mistyped short code is told
// as a typing mistake, without asking the register.
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'

export const TOKEN_BYTES = 16
export const SHORT_CODE_BYTES = 7
// Crockford's base 32: no I, L, O, U; what people write instead is understood.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SHORT_CODE_LENGTH = 12

/** 22 letters of base64url from 16 random bytes. */
export function tokenFrom(random: Uint8Array): string {
  if (random.length !== TOKEN_BYTES) throw new RangeError('a token is made of 16 bytes')
  return base64url(random)
}

export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text)
}

/** "7KQ4-M9TD-2HXR": eleven random letters (55 bits) and a check letter. From 7 random bytes. */
export function shortCodeFrom(random: Uint8Array): string {
  if (random.length !== SHORT_CODE_BYTES) throw new RangeError('a short code is made of 7 bytes')
  let bits = 0n
  for (const byte of random) bits = (bits << 8n) | BigInt(byte)
  let letters = ''
  for (let index = 0; index < SHORT_CODE_LENGTH - 1; index++) {
    letters += LETTERS[Number(bits & 31n)]
    bits >>= 5n
  }
  return grouped(letters + checkLetter(letters))
}

/** What someone typed, as three groups of four. Refusals: `document-code-shape`, `document-code-typo`. */
export function readShortCode(typed: string): Result<string> {
  const letters = typed
    .toUpperCase()
    .replace(/[\s.\-–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (letters.length !== SHORT_CODE_LENGTH || [...letters].some((letter) => !LETTERS.includes(letter))) {
    return refuse('document-code-shape', 'code', { length: letters.length })
  }
  if (checkLetter(letters.slice(0, -1)) !== letters.at(-1)) return refuse('document-code-typo', 'code')
  return accept(grouped(letters))
}

function grouped(letters: string): string {
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** Luhn's check in base 32: finds every single wrong letter and nearly all swaps of neighbours. */
function checkLetter(letters: string): string {
  let sum = 0
  ;[...letters].reverse().forEach((letter, index) => {
    const value = LETTERS.indexOf(letter) * (index % 2 === 0 ? 2 : 1)
    sum += Math.floor(value / 32) + (value % 32)
  })
  return LETTERS[(32 - (sum % 32)) % 32]!
}

export function base64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** Undefined when the text is no base64url. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}
