// Values printed on a paper, brought into one form, so that what someone types can be compared with what was printed.
// Must stay true: pure and the same on server, in the worker and in the reader app; the form is never shown.
import { plainDate } from '../../../kernel/date.ts'
import type { DocumentData, ScalarField, Template } from '../template.ts'

export type PrintedType = 'name' | 'text' | 'date' | 'digits' | 'number'
export type PrintedField = {
  readonly key: string
  readonly type: PrintedType
  readonly label: { readonly id: string; readonly en: string }
}

export function printedTypeOf(field: ScalarField): PrintedType {
  if (field.type === 'date') return 'date'
  if (field.type === 'nik' || field.type === 'kk') return 'digits'
  return field.type === 'name' || field.type === 'number' ? field.type : 'text'
}

/** The fields of a template that someone with the paper may compare, in the order of the paper. */
export function printedFieldsOf(template: Template): readonly PrintedField[] {
  return template.printed.flatMap((key) => {
    const field = template.fields[key]
    return field === undefined || field.type === 'list' ? [] : [{ key, type: printedTypeOf(field), label: field.label }]
  })
}

/** The comparable values of one document, absent optional ones left out. */
export function printedValuesOf(template: Template, data: DocumentData): readonly (readonly [string, string])[] {
  return printedFieldsOf(template).flatMap(({ key, type }) => {
    const value = data[key]
    if (value === undefined || value === '' || typeof value === 'object') return []
    return [[key, comparable(type, String(value))] as const]
  })
}

/**
 * One spelling for what people write in several: "17-3-1990" and "1990-03-17", "siti  aminah" and "SITI AMINAH",
 * "6311 0657 0390 9902". What cannot be a date stays as typed, and so agrees with nothing.
 */
export function comparable(type: PrintedType, typed: string): string {
  const text = typed.normalize('NFC').trim()
  if (type === 'digits') return text.replace(/[\s.-]/g, '')
  if (type === 'date') return isoDate(text)
  const upper = text.toUpperCase().replace(/[’‘`´]/g, "'")
  return type === 'number' ? upper.replace(/\s/g, '') : upper.replace(/\s+/g, ' ')
}

function isoDate(text: string): string {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const local = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})$/.exec(text)
  const parts = iso === null ? (local === null ? undefined : [local[3], local[2], local[1]]) : iso.slice(1)
  if (parts === undefined) return text
  return plainDate(Number(parts[0]), Number(parts[1]), Number(parts[2])) ?? text
}

/**
 * Hash of all printed values for the offline part of the QR: 16 bytes. The short code is mixed in because it is on the
 * paper but not in the QR; a NIK has few unknown digits and could otherwise be tried out from a photo of the QR alone.
 */
export async function printedHash(
  shortCode: string,
  kind: string,
  values: readonly (readonly [string, string])[],
): Promise<Uint8Array> {
  const words = new TextEncoder()
  const password = await crypto.subtle.importKey('raw', words.encode(shortCode.replace(/-/g, '')), 'PBKDF2', false, [
    'deriveBits',
  ])
  const salt = words.encode(JSON.stringify([kind, ...values]))
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: PRINTED_HASH_ROUNDS },
    password,
    128,
  )
  return new Uint8Array(bits)
}

// About a millisecond; adds ten bits to the 55 of the short code.
const PRINTED_HASH_ROUNDS = 1000
