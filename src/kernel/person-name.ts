// Names of persons. A new name (given or changed since 21 April 2022, Permendagri 73/2022) has letters and spaces only; a name
// already on record stays as it stands. Must stay true: one word is a warning, never a refusal; meaning is judged by an officer.
import { accept, type Refusal, type Result, refuse, refuseAll } from './refusal.ts'
import { splitTitles } from './titles.ts'

export type NameReading = {
  readonly name: string
  /** Codes `name-one-word`, `name-single-letter`: the applicant confirms, nothing is blocked. */
  readonly warnings: readonly Refusal[]
}

const NEW_NAME_MAX = 60
const STORED_NAME_MAX = 150

/** What a shortened first name usually stands for; the suggestion in the sentence, never written by itself. */
const ABBREVIATIONS = new Map([
  ['st', 'Siti'],
  ['sti', 'Siti'],
  ['m', 'Muhammad'],
  ['md', 'Muhammad'],
  ['mhd', 'Muhammad'],
  ['muh', 'Muhammad'],
  ['muhd', 'Muhammad'],
  ['moh', 'Mohammad'],
  ['mohd', 'Mohammad'],
  ['moch', 'Mochammad'],
  ['much', 'Muchammad'],
  ['abd', 'Abdul'],
  ['abdl', 'Abdul'],
  ['nr', 'Nur'],
  ['ach', 'Achmad'],
  ['akh', 'Akhmad'],
  ['ahm', 'Ahmad'],
])

/** Single spaces, none at the ends, letters composed; nothing else is changed. */
export function normaliseName(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/**
 * A name given or changed from 21 April 2022. Refusals, all at once: `name-missing`, `name-title`, `name-abbreviation` (with a
 * suggestion), `name-abbreviation-unknown`, `name-digit`, `name-letters` (with a suggestion), `name-length` (over 60 signs).
 */
export function readNewName(text: string, at?: string): Result<NameReading> {
  const written = normaliseName(text)
  if (written === '') return refuse('name-missing', at)
  const { titleBefore, name, titleAfter } = splitTitles(written)
  const refusals: Refusal[] = []
  if (titleBefore !== '' || titleAfter !== '') {
    const title = [titleBefore, titleAfter].filter((part) => part !== '').join(' ')
    refusals.push({ code: 'name-title', at, params: { title, name } })
  }
  refusals.push(...refuseSigns(name, at))
  const length = [...written].length
  if (length > NEW_NAME_MAX) refusals.push({ code: 'name-length', at, params: { count: length, max: NEW_NAME_MAX } })
  if (refusals.length > 0) return refuseAll(refusals)
  return accept({ name, warnings: warningsOf(name, at) })
}

/** A name already on an authentic document: up to 150 signs, apostrophes, hyphens, full stops and one word included. Refusals: `name-missing`, `name-control`, `name-length`. */
export function readStoredName(text: string, at?: string): Result<NameReading> {
  const name = normaliseName(text)
  if (name === '') return refuse('name-missing', at)
  if (/\p{Cc}/u.test(name)) return refuse('name-control', at)
  const count = [...name].length
  if (count > STORED_NAME_MAX) return refuse('name-length', at, { count, max: STORED_NAME_MAX })
  return accept({ name, warnings: [] })
}

function refuseSigns(name: string, at?: string): Refusal[] {
  const refusals: Refusal[] = []
  const words = name.split(' ')
  const short = words.find((word) => /^\p{L}+\.$/u.test(word))
  if (short !== undefined) {
    const full = ABBREVIATIONS.get(short.slice(0, -1).toLowerCase())
    const suggestion = words.map((word) => (word === short ? full : word)).join(' ')
    if (full === undefined) refusals.push({ code: 'name-abbreviation-unknown', at, params: { abbreviation: short } })
    else refusals.push({ code: 'name-abbreviation', at, params: { abbreviation: short, suggestion } })
  }
  const rest = words.filter((word) => word !== short).join(' ')
  if (/\p{Nd}/u.test(rest)) refusals.push({ code: 'name-digit', at })
  const signs = [...new Set(rest.match(/[^A-Za-z \p{Nd}]/gu) ?? [])]
  if (signs.length > 0)
    refusals.push({ code: 'name-letters', at, params: { signs: signs.join(' '), suggestion: plainName(name) } })
  return refusals
}

/** The nearest name of letters and spaces: `Anna-Maria` becomes `Anna Maria`, `Nur'aini` `Nuraini`, `José` `Jose`. */
function plainName(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '')
  return normaliseName(letters.replace(/[\p{Pd}/_,.]/gu, ' ').replace(/[^A-Za-z ]/g, ''))
}

function warningsOf(name: string, at?: string): Refusal[] {
  const words = name.split(' ')
  const warnings: Refusal[] = []
  if (words.length < 2) warnings.push({ code: 'name-one-word', at })
  const letter = words.find((word) => word.length === 1)
  if (letter !== undefined) warnings.push({ code: 'name-single-letter', at, params: { letter } })
  return warnings
}

/** `S*** A*****`: first letter of each word, for the page a stranger sees after scanning. */
export function maskName(name: string): string {
  return normaliseName(name)
    .split(' ')
    .map((word) => {
      const [first = '', ...rest] = [...word]
      return first + '*'.repeat(rest.length)
    })
    .join(' ')
}
