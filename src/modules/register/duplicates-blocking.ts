// Which persons of the register are worth comparing: two persons are candidates when they share one key. The register keeps these keys
// with each person (an array with an index); a search asks for any overlap. Must stay true: every pair that scores "possible" or
// "sure" shares a key in the labelled set (recall is measured there), and no key is shared by a whole village.
import { datePartsOf, type PlainDate } from '../../kernel/date.ts'
import { type Comparable, isEstimate } from './duplicates.ts'
import { nameKey, tellingKeys } from './name-key.ts'

const MAX_WORDS = 3

/**
 * Some fifteen short keys for a person, each beginning with a letter for its kind: `i` NIK, `d` birth date with day and month in either
 * order, `o` birth date with one digit left open, `w` a telling word of the name in the birth year, `p` a telling word of the mother's name in the
 * birth year, `v` village, sex and birth year, `m` whole name and mother.
 */
export function blockingKeys(person: Comparable): string[] {
  const keys = new Set<string>()
  if (person.nik !== undefined) keys.add(`i${person.nik}`)
  const { birthDate, sex } = person
  const names = [person.name, ...(person.aliases ?? [])]
  const words = [...new Set(names.flatMap(tellingKeys))].slice(0, MAX_WORDS * names.length)
  // Thousands share a day such as 1 January: there the date alone tells nothing, and the beginnings of the name go with it.
  const starts = [...new Set(words.map((word) => word.slice(0, 1)))]
  if (isEstimate(birthDate)) for (const word of words) keys.add(`d${eitherOrder(birthDate)}${word.slice(0, 2)}`)
  else keys.add(`d${eitherOrder(birthDate)}`)
  for (const open of openDates(birthDate)) {
    if (mayBeEstimate(open)) for (const start of starts) keys.add(`o${open}${sex}${start}`)
    else keys.add(`o${open}${sex}`)
  }
  for (const word of words) keys.add(`w${birthDate.slice(0, 4)}${word}`)
  const mother = person.motherName === undefined ? [] : tellingKeys(person.motherName)
  for (const word of mother.slice(0, 2)) keys.add(`p${birthDate.slice(0, 4)}${word}`)
  if (person.villageCode !== undefined) keys.add(`v${birthDate.slice(0, 4)}${person.villageCode}${sex}`)
  if (mother.length > 0) for (const name of names) keys.add(`m${nameKey(name)}|${mother[0]}`)
  return [...keys]
}

function eitherOrder(date: PlainDate): string {
  const { year, month, day } = datePartsOf(date)
  return `${year}-${Math.min(day, month)}-${Math.max(day, month)}`
}

// The date six times, each with another digit left open; the century cannot be a slip of one digit.
function openDates(date: PlainDate): string[] {
  return [2, 3, 5, 6, 8, 9].map((place) => `${date.slice(0, place)}_${date.slice(place + 1)}`)
}

function mayBeEstimate(open: string): boolean {
  return (
    /-(0_|_1)-01$|-01-(0_|_1)$|-07-(0_|_1)$|-(0_|_7)-01$|-12-(3_|_1)$|-(1_|_2)-31$/.test(open) ||
    /-(01-01|07-01|12-31)$/.test(open)
  )
}
