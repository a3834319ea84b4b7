// E-mail addresses, as far as a form can judge them: shape, length, the usual slips. Whether one exists shows the message sent to it.
// Must stay true: an address that any usual provider accepts is accepted here.
import { accept, type Result, refuse } from './refusal.ts'

export type Email = string & { readonly __brand?: 'Email' }

const SHAPE =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i

/** Domains that are one slip away from a provider many people here use. */
const SLIPS = new Map([
  ['gmial.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['gmal.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['gmail.id', 'gmail.com'],
  ['gmail.co.id', 'gmail.com'],
  ['gamil.com', 'gmail.com'],
  ['gnail.com', 'gmail.com'],
  ['yaho.com', 'yahoo.com'],
  ['yahoo.con', 'yahoo.com'],
  ['yhoo.com', 'yahoo.com'],
  ['yahooo.com', 'yahoo.com'],
  ['hotmial.com', 'hotmail.com'],
  ['outlok.com', 'outlook.com'],
])

/** The address with its domain in lower case. Refusals: `email-missing`, `email-at`, `email-shape`, `email-slip` (with a suggestion). */
export function readEmail(text: string, at?: string): Result<Email> {
  const written = text.trim()
  if (written === '') return refuse('email-missing', at)
  const split = written.lastIndexOf('@')
  if (split < 1 || written.indexOf('@') !== split) return refuse('email-at', at)
  const local = written.slice(0, split)
  const domain = written.slice(split + 1).toLowerCase()
  const email = `${local}@${domain}`
  const dots = local.startsWith('.') || local.endsWith('.') || local.includes('..')
  if (!SHAPE.test(email) || dots || local.length > 64 || email.length > 254) return refuse('email-shape', at)
  const meant = SLIPS.get(domain)
  if (meant !== undefined) return refuse('email-slip', at, { suggestion: `${local}@${meant}` })
  return accept(email)
}

/** `s****@gmail.com`: the owner recognises it, a stranger does not learn it. */
export function maskEmail(email: Email): string {
  const split = email.lastIndexOf('@')
  return `${email.slice(0, 1)}****${email.slice(split)}`
}
