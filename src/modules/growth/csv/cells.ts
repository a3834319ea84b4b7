// Reads the cells of a growth file straight from bytes: numbers, sex, position, oedema.
// Must stay true: a decimal becomes the same double that a parser makes of its text; empty is missing (NaN), and what
// cannot be read is BAD, never zero.
import { POSITION } from '../engine.ts'

/** Answer of the readers below when the cell holds something else. Not a NaN: NaN is "missing". */
export const BAD = Number.NEGATIVE_INFINITY

const POWERS = Float64Array.from({ length: 16 }, (_, i) => 10 ** i)
const decoder = new TextDecoder()
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/

/** A decimal number with a point; spaces around it are fine; empty is NaN; anything else is BAD. */
export function numberIn(bytes: Uint8Array, start: number, end: number): number {
  while (start < end && (bytes[start] === 32 || bytes[start] === 9)) start++
  while (end > start && (bytes[end - 1] === 32 || bytes[end - 1] === 9)) end--
  if (start === end) return Number.NaN
  let at = start
  const negative = bytes[at] === 45
  if (negative) at++
  let digits = 0
  let value = 0
  let point = -1
  for (; at < end; at++) {
    const digit = bytes[at]! - 48
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit
      digits++
    } else if (digit === -2 && point < 0) point = digits
    else return slowNumber(bytes, start, end)
  }
  // up to 15 digits the whole number is exact, and one division rounds it once: the same double as the text means
  if (digits === 0 || digits > 15) return slowNumber(bytes, start, end)
  if (point >= 0) value /= POWERS[digits - point]!
  return negative ? -value : value
}

function slowNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = decoder.decode(bytes.subarray(start, end))
  const value = DECIMAL.test(text) ? Number(text) : BAD
  return Number.isFinite(value) ? value : BAD
}

/** The only letter or digit of a cell, made small; 0 when empty, -1 when longer. */
function letterIn(bytes: Uint8Array, start: number, end: number): number {
  while (start < end && (bytes[start] === 32 || bytes[start] === 9)) start++
  while (end > start && (bytes[end - 1] === 32 || bytes[end - 1] === 9)) end--
  if (start === end) return 0
  if (end - start > 1) return -1
  const code = bytes[start]!
  return code >= 65 && code <= 90 ? code + 32 : code
}

/** 1 boy (1, m, L), 2 girl (2, f, P), 0 missing, BAD otherwise. */
export function sexIn(bytes: Uint8Array, start: number, end: number): number {
  const letter = letterIn(bytes, start, end)
  if (letter === 49 || letter === 109 || letter === 108) return 1
  if (letter === 50 || letter === 102 || letter === 112) return 2
  return letter === 0 ? 0 : BAD
}

/** `POSITION` of l, h or an empty cell, BAD otherwise. */
export function positionIn(bytes: Uint8Array, start: number, end: number): number {
  const letter = letterIn(bytes, start, end)
  return letter === 108 ? POSITION.lying : letter === 104 ? POSITION.standing : letter === 0 ? POSITION.unknown : BAD
}

/** 1 for y (or 1), 0 for n (or 2) and an empty cell, BAD otherwise. Codes 1 and 2 as in WHO's program. */
export function oedemaIn(bytes: Uint8Array, start: number, end: number): number {
  const letter = letterIn(bytes, start, end)
  return letter === 121 || letter === 49 ? 1 : letter === 110 || letter === 50 || letter === 0 ? 0 : BAD
}
