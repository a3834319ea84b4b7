// A moving letter on paper, from a region that is not on this platform, as an officer typed it. Pure. Must stay true: what is
// kept is what the register can take over (numbers, names, one head), and each fault names its own box.
import { isPlainDate } from '../../kernel/date.ts'
import { readNik } from '../../kernel/nik.ts'
import { readStoredName } from '../../kernel/person-name.ts'
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import { MARITAL_STATUSES, RELATIONS, RELIGIONS } from './paper-letter-lists.ts'

export const MOST_PEOPLE = 6
export const PERSON_FIELDS = [
  'nik',
  'name',
  'sex',
  'day',
  'month',
  'year',
  'birthPlace',
  'relation',
  'maritalStatus',
  'religion',
] as const
export type PersonField = (typeof PERSON_FIELDS)[number]
export type TypedPerson = Readonly<Record<PersonField, string>>
export type TypedLetter = {
  readonly letter: string
  readonly village: string
  readonly villageQuery: string
  readonly people: readonly TypedPerson[]
}
export type PaperPerson = {
  readonly nik: string
  readonly name: string
  readonly sex: 'L' | 'P'
  readonly birthDate: string
  readonly birthPlace: string
  readonly relation: (typeof RELATIONS)[number]
  readonly maritalStatus: (typeof MARITAL_STATUSES)[number]
  readonly religion: (typeof RELIGIONS)[number]
}
export type PaperLetter = { readonly letter: string; readonly village: string; readonly people: readonly PaperPerson[] }

export const NO_PERSON: TypedPerson = {
  nik: '',
  name: '',
  sex: '',
  day: '',
  month: '',
  year: '',
  birthPlace: '',
  relation: '',
  maritalStatus: '',
  religion: '',
}

/**
 * Refusals, all at once: `paper-letter-number`, `paper-letter-village`, `paper-letter-nobody`, `paper-letter-head`,
 * `paper-letter-twice`, `paper-letter-person`, `paper-letter-date`, and those of a NIK and a name.
 */
export function readPaperLetter(
  typed: TypedLetter,
  ground: { readonly today: string; readonly region: string; readonly isVillage: (code: string) => boolean },
): Result<PaperLetter> {
  const refusals: Refusal[] = []
  const letter = typed.letter.trim().replace(/\s+/g, ' ')
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ./-]{4,59}$/u.test(letter))
    refusals.push({ code: 'paper-letter-number', at: 'letter' })
  const isOutside = ground.isVillage(typed.village) && !typed.village.startsWith(`${ground.region}.`)
  if (!isOutside) refusals.push({ code: 'paper-letter-village', at: 'village' })
  const rows = typed.people
    .slice(0, MOST_PEOPLE)
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => Object.values(row).some((value) => value.trim() !== ''))
  if (rows.length === 0) refusals.push({ code: 'paper-letter-nobody', at: 'name-0' })
  const people = rows.flatMap(({ row, index }) => {
    const read = readPerson(row, index, ground.today)
    if (read.ok) return [read.value]
    refusals.push(...read.refusals)
    return []
  })
  if (people.filter((one) => one.relation === '1').length > 1)
    refusals.push({ code: 'paper-letter-head', at: 'relation-0' })
  if (new Set(people.map((one) => one.nik)).size !== people.length)
    refusals.push({ code: 'paper-letter-twice', at: 'nik-0' })
  return refusals.length > 0 ? refuseAll(refusals) : accept({ letter, village: typed.village, people })
}

function readPerson(row: TypedPerson, index: number, today: string): Result<PaperPerson> {
  const at = (field: string): string => `${field}-${index}`
  const nik = readNik(row.nik, { at: at('nik'), today })
  const name = readStoredName(row.name, at('name'))
  const birthDate = `${row.year.trim()}-${row.month.trim().padStart(2, '0')}-${row.day.trim().padStart(2, '0')}`
  const birthPlace = row.birthPlace.trim().replace(/\s+/g, ' ')
  const relation = RELATIONS.find((one) => one === row.relation)
  const maritalStatus = MARITAL_STATUSES.find((one) => one === row.maritalStatus)
  const religion = RELIGIONS.find((one) => one === row.religion)
  const sex = row.sex === 'L' || row.sex === 'P' ? row.sex : undefined
  const missing = (field: string): Refusal => ({ code: 'paper-letter-person', at: at(field) })
  const refusals: Refusal[] = [
    ...(nik.ok ? [] : nik.refusals),
    ...(name.ok ? [] : name.refusals),
    ...(sex === undefined ? [missing('sex')] : []),
    ...(isPlainDate(birthDate) && birthDate <= today ? [] : [{ code: 'paper-letter-date', at: at('birth') }]),
    ...(/^[\p{L}][\p{L} .'-]{1,59}$/u.test(birthPlace) ? [] : [missing('birthPlace')]),
    ...(relation === undefined ? [missing('relation')] : []),
    ...(maritalStatus === undefined ? [missing('maritalStatus')] : []),
    ...(religion === undefined ? [missing('religion')] : []),
  ]
  if (!nik.ok || !name.ok || !sex || !relation || !maritalStatus || !religion || refusals.length > 0)
    return refuseAll(refusals)
  return accept({
    nik: nik.value.nik,
    name: name.value.name,
    sex,
    birthDate,
    birthPlace,
    relation,
    maritalStatus,
    religion,
  })
}
