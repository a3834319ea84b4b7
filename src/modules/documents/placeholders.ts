// From the text of a template to runs of printable words: {field|format}, **bold**. Pure.
// Must stay true: what a format cannot print is found when the template is checked, not when a deed is printed.

import { datePartsOf, isPlainDate } from '../../kernel/date.ts'
import { monthName } from '../../kernel/date-format.ts'
import type { CodeLists, DocumentData, Field, Guard, Item, OfficeValues, Scalar, ScalarField } from './template.ts'
import { dayAndMonthInWords, numberInWords, yearInWords } from './words.ts'

export type Placeholder = { readonly path: string; readonly formats: readonly string[] }
export type Segment = { readonly bold: boolean } & ({ readonly literal: string } | { readonly place: Placeholder })
export type Run = { readonly text: string; readonly bold: boolean }

/** Which field types each format takes. `upper` takes what the formats before it give. */
export const FORMATS: Readonly<Record<string, readonly ScalarField['type'][]>> = {
  upper: ['text', 'name', 'date', 'time', 'integer', 'number', 'code'],
  lower: ['text', 'date', 'integer', 'code'],
  words: ['integer'],
  'day-month-words': ['date'],
  'year-words': ['date'],
  digits: ['date'],
  en: ['code'],
}

const parsed = new Map<string, readonly Segment[]>()

/** Splits a template text once and remembers it. */
export function segmentsOf(text: string): readonly Segment[] {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const segments: Segment[] = []
  text.split('**').forEach((part, index) => {
    const bold = index % 2 === 1
    let at = 0
    for (const match of part.matchAll(/\{([^{}]*)\}/g)) {
      if (match.index > at) segments.push({ bold, literal: part.slice(at, match.index) })
      const [path = '', ...formats] = match[1]!.split('|')
      segments.push({ bold, place: { path, formats } })
      at = match.index + match[0].length
    }
    if (at < part.length) segments.push({ bold, literal: part.slice(at) })
  })
  if (parsed.size > 5000) parsed.clear()
  parsed.set(text, segments)
  return segments
}

export function placeholdersOf(text: string): readonly Placeholder[] {
  return segmentsOf(text).flatMap((segment) => ('place' in segment ? [segment.place] : []))
}

/** What placeholders are looked up in while one document is printed. */
export type Scope = {
  readonly data: DocumentData
  readonly fields: Readonly<Record<string, Field>>
  readonly item?: Item
  readonly itemFields?: Readonly<Record<string, ScalarField>>
  readonly office: OfficeValues
  readonly lists: CodeLists
}

export function isGiven(value: DocumentData[string]): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}

export function holds(guard: Guard | undefined, data: DocumentData): boolean {
  if (guard === undefined) return true
  if ('given' in guard) return isGiven(data[guard.given])
  if ('missing' in guard) return !isGiven(data[guard.missing])
  if ('is' in guard) return String(data[guard.is[0]] ?? '') === guard.is[1]
  if ('not' in guard) return !holds(guard.not, data)
  if ('all' in guard) return guard.all.every((inner) => holds(inner, data))
  return guard.any.some((inner) => holds(inner, data))
}

/** The runs of a filled text; an absent optional value prints as "-". Neighbours of equal weight are joined. */
export function fillRuns(text: string, scope: Scope): readonly Run[] {
  const runs: Run[] = []
  for (const segment of segmentsOf(text)) {
    const printed = 'literal' in segment ? segment.literal : printPlace(segment.place, scope)
    const last = runs.at(-1)
    if (last !== undefined && last.bold === segment.bold) runs[runs.length - 1] = { ...last, text: last.text + printed }
    else runs.push({ text: printed, bold: segment.bold })
  }
  return runs
}

export function fillText(text: string, scope: Scope): string {
  return fillRuns(text, scope)
    .map((run) => run.text)
    .join('')
}

function printPlace(place: Placeholder, scope: Scope): string {
  if (place.path.startsWith('office.')) {
    const value = scope.office[place.path.slice(7) as keyof OfficeValues] ?? ''
    return place.formats.includes('upper') ? upper(value) : value
  }
  const inItem = place.path.startsWith('item.')
  const name = inItem ? place.path.slice(5) : place.path
  const field = inItem ? scope.itemFields?.[name] : scope.fields[name]
  const value = inItem ? scope.item?.[name] : scope.data[name]
  if (field === undefined || field.type === 'list' || typeof value === 'object' || !isGiven(value)) return '-'
  return formatValue(value!, field, place.formats, scope.lists)
}

/** One value as printed: dates "5 Maret 2026" (`digits`: 05-03-2026), codes by their word, the rest as it stands. */
export function formatValue(value: Scalar, field: ScalarField, formats: readonly string[], lists: CodeLists): string {
  let printed = plain(value, field, formats, lists)
  if (formats.includes('upper')) printed = upper(printed)
  if (formats.includes('lower')) printed = printed.toLocaleLowerCase('id-ID')
  return printed
}

function plain(value: Scalar, field: ScalarField, formats: readonly string[], lists: CodeLists): string {
  const written = String(value)
  if (field.type === 'code') {
    const word = lists[field.list ?? '']?.[written]
    return word === undefined ? written : word[formats.includes('en') ? 'en' : 'id']
  }
  if (field.type === 'integer' && formats.includes('words')) return numberInWords(Number(value))
  if (field.type === 'time') return written.replace(':', '.')
  if (field.type !== 'date' || !isPlainDate(written)) return written
  if (formats.includes('day-month-words')) return dayAndMonthInWords(written)
  if (formats.includes('year-words')) return yearInWords(written)
  const { year, month, day } = datePartsOf(written)
  if (formats.includes('digits')) return written.split('-').reverse().join('-')
  return `${day} ${monthName(month, 'id')} ${year}`
}

/** Capitals; "ß" stays, because "SS" would be another spelling of a foreign name. */
function upper(value: string): string {
  return value
    .split('ß')
    .map((part) => part.toLocaleUpperCase('id-ID'))
    .join('ß')
}
