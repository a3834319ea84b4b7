// The number of an application: `GS-YYYYMMDD-RRRR-NNNNN-C`. Date in the zone of the office, four random signs, sequence of the day,
// check character. Must stay true: no place, service or person inside; typed without hyphens and in lower case it still reads.
import { isPlainDate, type PlainDate } from './date.ts'
import { type RandomBytes, READABLE_ALPHABET, randomReadable } from './id.ts'
import { accept, type Result, refuse } from './refusal.ts'

export type CaseNumber = string & { readonly __brand?: 'CaseNumber' }
export type CaseNumberParts = {
  /** Two to four letters of the service family: GS for Galuh Sanggam. */
  readonly family: string
  readonly date: PlainDate
  /** Four signs of the readable alphabet. */
  readonly random: string
  /** 1 and up within the day of the region; five digits at least. */
  readonly sequence: number
}

const CHECK_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The check character over digits and capital letters, ISO 7064 MOD 37,36. Throws on any other sign. */
export function mod3736(text: string): string {
  return CHECK_ALPHABET[(37 - mod3736State(text)) % 36]!
}

/** True when the last sign of the text is the check character of the rest. */
export function hasMod3736(text: string): boolean {
  return /^[0-9A-Z]{2,}$/.test(text) && mod3736(text.slice(0, -1)) === text.at(-1)
}

function mod3736State(text: string): number {
  let product = 36
  for (const sign of text) {
    const value = CHECK_ALPHABET.indexOf(sign)
    if (value < 0) throw new RangeError('check characters exist for digits and capital letters only')
    const sum = (product + value) % 36 || 36
    product = (sum * 2) % 37
  }
  return product
}

/** The number of these parts. Throws on parts that do not fit: they are ours, not the citizen's. */
export function buildCaseNumber({ family, date, random, sequence }: CaseNumberParts): CaseNumber {
  if (!/^[A-Z]{2,4}$/.test(family)) throw new RangeError('a family is two to four capital letters')
  if (!isPlainDate(date)) throw new RangeError('not a plain date')
  if (random.length !== 4 || [...random].some((sign) => !READABLE_ALPHABET.includes(sign)))
    throw new RangeError('four readable signs')
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 9_999_999)
    throw new RangeError('a sequence is 1 to 9,999,999')
  const parts = [family, date.replaceAll('-', ''), random, String(sequence).padStart(5, '0')]
  return [...parts, mod3736(parts.join(''))].join('-')
}

/** The four random signs of a new number. */
export function randomCasePart(random: RandomBytes): string {
  return randomReadable(random, 4)
}

/**
 * Reads a number as people type it: lower case, spaces, hyphens missing, letter O and I for 0 and 1 where only digits stand. Refusals:
 * `case-number-missing`, `case-number-shape`, `case-number-check` (one sign is wrong or two are swapped).
 */
export function readCaseNumber(
  text: string,
  at?: string,
): Result<CaseNumberParts & { readonly caseNumber: CaseNumber }> {
  const signs = text.toUpperCase().replace(/[\s\p{Pd}._/]/gu, '')
  if (signs === '') return refuse('case-number-missing', at)
  const match = /^([A-Z]{2,4}?)([0-9OIL]{8})([2-9A-HJ-NP-Z]{4})([0-9OIL]{5,7})([0-9A-Z])$/.exec(signs)
  if (match === null) return refuse('case-number-shape', at)
  const [, family = '', day = '', random = '', sequence = '', check = ''] = match
  const date = digitsOf(day).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  if (!isPlainDate(date) || Number(digitsOf(sequence)) === 0) return refuse('case-number-shape', at)
  const body = family + digitsOf(day) + random + digitsOf(sequence)
  if (mod3736(body) !== check) return refuse('case-number-check', at)
  const parts = { family, date, random, sequence: Number(digitsOf(sequence)) }
  return accept({ ...parts, caseNumber: buildCaseNumber(parts) })
}

function digitsOf(text: string): string {
  return text.replaceAll('O', '0').replace(/[IL]/g, '1')
}
