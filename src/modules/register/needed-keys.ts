// Which parts of the register a case needs, found in its answers and in the references of its effects. Must stay true:
// rather one person too many than one too few; a person the plan does not find is a refusal for somebody.
import type { Answers } from '../catalogue/answers.ts'
import type { Effect } from './effect.ts'
import type { RegisterKeys } from './load.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const SIXTEEN = /^\d{16}$/

type Found = { persons: Set<string>; niks: Set<string>; kks: Set<string>; deeds: Set<string>; letters: Set<string> }

/** Keys for `loadSnapshot`. Every UUID in an answer may be a person, every 16 digits a NIK or a card number. */
export function neededKeys(input: {
  readonly effects: readonly Effect[]
  readonly answers: Answers
  readonly applicant?: string
}): RegisterKeys {
  const found: Found = { persons: new Set(), niks: new Set(), kks: new Set(), deeds: new Set(), letters: new Set() }
  if (input.applicant !== undefined) found.persons.add(input.applicant)
  collect(input.answers, found)
  const answer = (key: unknown) =>
    typeof key === 'string' && typeof input.answers[key] === 'string' ? input.answers[key].trim() : undefined
  for (const effect of input.effects) {
    for (const part of Object.values(effect) as unknown[]) {
      for (const number of valuesOf(part, 'deedNumber')) add(found.deeds, answer(number))
      for (const number of valuesOf(part, 'letter')) add(found.letters, answer(number))
    }
    if (effect.op === 'acceptTransfer') add(found.letters, answer(effect.letter))
  }
  return {
    personIds: [...found.persons],
    niks: [...found.niks],
    kks: [...found.kks],
    deedNumbers: [...found.deeds],
    letters: [...found.letters],
  }
}

function collect(value: unknown, found: Found): void {
  if (typeof value === 'string') {
    if (UUID.test(value)) found.persons.add(value)
    else if (SIXTEEN.test(value)) {
      // One day number tells them apart only for women; both are looked for.
      found.niks.add(value)
      found.kks.add(value)
    }
  } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part, found)
}

/** Values under a property anywhere inside an effect: `{ "caseOf": { "deedNumber": "deedNo" } }`. */
function valuesOf(part: unknown, property: string): readonly unknown[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) => (key === property ? [value] : valuesOf(value, property)))
}

function add(set: Set<string>, value: string | undefined): void {
  if (value !== undefined && value !== '') set.add(value)
}
