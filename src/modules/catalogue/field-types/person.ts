// A person: chosen from the applicant's family card, found by NIK and name, described because this region's register does
// not hold them, or unknown. Must stay true: of a resident nothing but the choice is asked; the register knows the rest.
import * as v from 'valibot'
import { isPlainDate } from '../../../kernel/date.ts'
import { parseDateParts } from '../../../kernel/date-parse.ts'
import { readNik } from '../../../kernel/nik.ts'
import { readStoredName } from '../../../kernel/person-name.ts'
import type { Refusal, Result } from '../../../kernel/refusal.ts'
import { type Answer, isNobody, isOutsider, isPersonAnswer, type PersonAnswer } from '../answers.ts'
import { ConditionSchema } from '../expression.ts'
import {
  baseEntries,
  type FieldType,
  NOTHING,
  type ReadContext,
  type Reading,
  refused,
  type Typed,
  taken,
} from './field-type.ts'
import { readTravelDocument } from './number-of-paper.ts'

export const PERSON_WAYS = ['family', 'nik', 'outsider', 'none'] as const
export type PersonWay = (typeof PERSON_WAYS)[number]

const PersonFieldSchema = v.strictObject({
  ...baseEntries,
  type: v.literal('person'),
  from: v.pipe(v.array(v.picklist(PERSON_WAYS)), v.minLength(1)),
  /** Who may be chosen; a condition about `candidate`. */
  filter: v.optional(ConditionSchema),
})
const PeopleFieldSchema = v.strictObject({
  ...baseEntries,
  type: v.literal('people'),
  filter: v.optional(ConditionSchema),
  min: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})
export type PersonField = v.InferOutput<typeof PersonFieldSchema>
export type PeopleField = v.InferOutput<typeof PeopleFieldSchema>

/** Collects the parts of an answer and all refusals of them at once. */
class Parts {
  readonly refusals: Refusal[] = []
  keep<T>(result: Result<T>): T | undefined {
    if (result.ok) return result.value
    this.refusals.push(...result.refusals)
    return undefined
  }
}

function readByNik(nik: string, name: string, { at, today }: ReadContext): Reading {
  const parts = new Parts()
  const number = parts.keep(readNik(nik, { at: `${at}.nik`, today }))
  const stored = parts.keep(readStoredName(name, `${at}.name`))
  if (number === undefined || stored === undefined) return { refusals: parts.refusals, warnings: [] }
  return taken({ nik: number.nik, name: stored.name })
}

type Outside = {
  name: string
  nik: string
  travelDocument: string
  birthPlace: string
  citizenship: string
  sex: string
  birthDate: Result<string>
}

function readOutside(typed: Outside, { at, today }: ReadContext): Reading {
  const parts = new Parts()
  const name = parts.keep(readStoredName(typed.name, `${at}.name`))?.name
  const birthDate = parts.keep(typed.birthDate)
  const birthPlace = typed.birthPlace.replace(/\s+/g, ' ').trim()
  const { refusals } = parts
  if (birthPlace === '') refusals.push({ code: 'person-birth-place', at: `${at}.birthPlace` })
  if (birthPlace.length > 60)
    refusals.push({ code: 'text-too-long', at: `${at}.birthPlace`, params: { count: birthPlace.length, max: 60 } })
  if (typed.citizenship !== 'WNI' && typed.citizenship !== 'OA')
    refusals.push({ code: 'person-citizenship', at: `${at}.citizenship` })
  if (typed.sex !== '' && typed.sex !== 'L' && typed.sex !== 'P')
    refusals.push({ code: 'choice-unknown', at: `${at}.sex` })
  const nik = typed.nik.trim() === '' ? undefined : parts.keep(readNik(typed.nik, { at: `${at}.nik`, today }))?.nik
  const travel =
    typed.travelDocument.trim() === '' ? undefined : readTravelDocument(typed.travelDocument, `${at}.travelDocument`)
  refusals.push(...(travel?.refusals ?? []))
  if (typed.nik.trim() === '' && typed.travelDocument.trim() === '')
    refusals.push({ code: 'person-number-missing', at: `${at}.nik` })
  if (refusals.length > 0 || name === undefined || birthDate === undefined) return { refusals, warnings: [] }
  const document = travel?.answer
  return taken({
    name,
    ...(nik === undefined ? {} : { nik }),
    ...(typeof document === 'string' ? { travelDocument: document } : {}),
    birthPlace,
    birthDate,
    citizenship: typed.citizenship,
    ...(typed.sex === '' ? {} : { sex: typed.sex }),
  })
}

function outsideOf(typed: Typed, { at, today }: ReadContext): Outside {
  const date = {
    day: typed.first('birthDate.day'),
    month: typed.first('birthDate.month'),
    year: typed.first('birthDate.year'),
  }
  // The boxes for someone with a NIK stand before these under the same names, empty.
  const last = (part: string): string => typed.all(part).findLast((text) => text.trim() !== '') ?? ''
  return {
    name: last('name'),
    nik: last('nik'),
    travelDocument: typed.first('travelDocument'),
    birthPlace: typed.first('birthPlace'),
    citizenship: typed.first('citizenship'),
    sex: typed.first('sex'),
    birthDate: parseDateParts(date, `${at}.birthDate`, { today, when: 'past' }),
  }
}

export const person: FieldType<PersonField> = {
  type: 'person',
  schema: PersonFieldSchema,
  read(typed, field, context) {
    const chosen = typed.first()
    const sole = field.from.length === 1 ? field.from[0] : undefined
    const way = chosen === '' ? (sole === 'family' ? undefined : sole) : chosen
    if (way === undefined) return NOTHING
    if (way === 'none')
      return field.from.includes('none') ? taken({ none: true }) : refused('choice-unknown', context.at)
    if (way === 'outsider')
      return field.from.includes('outsider')
        ? readOutside(outsideOf(typed, context), context)
        : refused('choice-unknown', context.at)
    if (way === 'nik') {
      if (!field.from.includes('nik')) return refused('choice-unknown', context.at)
      const blank = typed.first('nik').trim() === '' && typed.first('name').trim() === ''
      return blank && sole === 'nik' ? NOTHING : readByNik(typed.first('nik'), typed.first('name'), context)
    }
    return field.from.includes('family') ? taken({ personId: way }) : refused('choice-unknown', context.at)
  },
  check(answer, field, context) {
    if (!isPersonAnswer(answer)) return refused('answer-shape', context.at)
    return checkPerson(answer, field, context)
  },
}

function checkPerson(answer: PersonAnswer, field: PersonField, context: ReadContext): Reading {
  if (isNobody(answer)) return field.from.includes('none') ? taken(answer) : refused('choice-unknown', context.at)
  if (isOutsider(answer)) {
    if (!field.from.includes('outsider')) return refused('choice-unknown', context.at)
    const { birthDate } = answer
    const day: Result<string> = isPlainDate(birthDate)
      ? { ok: true, value: birthDate }
      : { ok: false, refusals: [{ code: 'answer-shape', at: context.at }] }
    return readOutside({ nik: '', travelDocument: '', sex: '', ...answer, birthDate: day }, context)
  }
  if ('nik' in answer) {
    if (!field.from.includes('nik')) return refused('choice-unknown', context.at)
    const reading = readByNik(answer.nik, answer.name, context)
    return reading.answer === undefined ? reading : taken(answer)
  }
  // A person id may also stand for the applicant or for what the register itself filled in.
  return taken(answer)
}

export const people: FieldType<PeopleField> = {
  type: 'people',
  schema: PeopleFieldSchema,
  read(typed, field, context) {
    const ids = [...new Set(typed.all().filter((id) => id !== ''))]
    return ids.length === 0 ? NOTHING : checkCount(ids, field, context)
  },
  check: (answer, field, context) =>
    isIds(answer) ? checkCount(answer, field, context) : refused('answer-shape', context.at),
}

function isIds(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((id: unknown) => typeof id === 'string')
}

function checkCount(ids: readonly string[], { min = 1, max }: PeopleField, { at }: ReadContext): Reading {
  if (ids.length < min) return refused('people-too-few', at, { min, count: ids.length })
  return max !== undefined && ids.length > max ? refused('people-too-many', at, { max, count: ids.length }) : taken(ids)
}
