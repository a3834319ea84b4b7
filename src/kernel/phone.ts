// Indonesian mobile numbers, stored as +628…; they carry notices and, by their last four digits, open the page that follows a case.
// Must stay true: a mask never shows those last four digits whole.
import { accept, type Result, refuse } from './refusal.ts'

export type Phone = string & { readonly __brand?: 'Phone' }

/**
 * Reads a number as people type it: 08…, 628…, +628…, with spaces, hyphens, full stops or brackets. Refusals: `phone-missing`, `phone-sign`,
 * `phone-not-mobile` (a land line or a foreign number), `phone-too-short`, `phone-too-long`.
 */
export function readPhone(text: string, at?: string): Result<Phone> {
  const written = text.trim().replace(/[\s\p{Pd}.()/]/gu, '')
  if (written === '') return refuse('phone-missing', at)
  const foreign = [...written.replace(/^\+/, '')].find((sign) => sign < '0' || sign > '9')
  if (foreign !== undefined) return refuse('phone-sign', at, { sign: foreign })
  // `+6208…` and `62 08…` mix both ways of writing; the meaning is plain.
  const national = written.replace(/^\+?62/, '').replace(/^0/, '')
  if (!national.startsWith('8') || /^\+(?!62)/.test(written)) return refuse('phone-not-mobile', at)
  const count = national.length + 1
  if (national.length < 8) return refuse('phone-too-short', at, { count })
  if (national.length > 13) return refuse('phone-too-long', at, { count })
  return accept(`+62${national}`)
}

/** `0812-3456-7890`, the way people read it aloud. */
export function formatPhone(phone: Phone): string {
  const national = `0${phone.slice(3)}`
  return [national.slice(0, 4), national.slice(4, 8), national.slice(8)].filter((part) => part !== '').join('-')
}

/** `0812********90`: enough for the owner to know which telephone is meant. */
export function maskPhone(phone: Phone): string {
  const national = `0${phone.slice(3)}`
  return national.slice(0, 4) + '*'.repeat(Math.max(0, national.length - 6)) + national.slice(-2)
}

/** The last four digits, as typed by someone who follows a case. */
export function lastFourOf(phone: Phone): string {
  return phone.slice(-4)
}
