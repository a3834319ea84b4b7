// The key of one press of a button, from its form. Must stay true: what is no key (nothing, too long, no plain signs) counts as
// a press of its own, never as the repeat of another one.
import { type Fields, first } from '../../platform/http/form.ts'

export function pressKey(fields: Fields): string {
  const key = first(fields, 'key')
  return /^[\x21-\x7e]{1,100}$/.test(key) ? key : crypto.randomUUID()
}
