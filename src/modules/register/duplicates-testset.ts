// The labelled set on which the duplicate weights are measured: a register as large as Balangan's, second reports of people in it
// with the slips that offices see, and new people who only look alike (siblings, twins, namesakes).
// Must stay true: seeded and generated, no real person; the hard cases stay in, or the measured recall means nothing.
import { addDays, dateOfDayNumber, datePartsOf, dayNumberOf, type PlainDate, plainDate } from '../../kernel/date.ts'
import type { Sex } from '../../kernel/nik.ts'
import type { Comparable } from './duplicates.ts'
import { newName, pick, type Random, seededRandom } from './duplicates-testset-names.ts'
import { COMMON_KEYS, tellingKeys } from './name-key.ts'

export type Labelled = {
  readonly register: readonly Comparable[]
  /** Second reports: `of` is the place of the same person in the register. */
  readonly pairs: readonly { readonly report: Comparable; readonly of: number; readonly slips: readonly string[] }[]
  /** People who are not in the register. */
  readonly news: readonly { readonly report: Comparable; readonly kind: NewKind }[]
}
export type NewKind = 'sibling' | 'first-child' | 'twin' | 'namesake' | 'adult'

const FIRST_DAY = dayNumberOf('1940-01-01')
const LAST_DAY = dayNumberOf('2026-03-31')

export function labelledSet(seed: number, sizes: { register: number; pairs: number; news: number }): Labelled {
  const random = seededRandom(seed)
  const register: Comparable[] = []
  while (register.length < sizes.register) register.push(...newFamily(random))
  const pairs = Array.from({ length: sizes.pairs }, () => {
    const of = Math.floor(random() * register.length)
    return { ...secondReport(random, register[of]!), of }
  })
  const news = Array.from({ length: sizes.news }, () => newPerson(random, register))
  return { register, pairs, news }
}

function newFamily(random: Random): Comparable[] {
  const motherName = newName(random, 'P', 1985)
  const villageCode = newVillage(random)
  const children: Comparable[] = []
  // Every date is equally likely, and one in twenty of the elder is an estimate.
  let born = FIRST_DAY + Math.floor(random() * (LAST_DAY - FIRST_DAY))
  for (let left = 1 + Math.floor(random() * 4); left > 0 && born <= LAST_DAY; left--) {
    const twins = random() < 0.012
    for (let order = 1; order <= (twins ? 2 : 1); order++) {
      children.push(child(random, born, motherName, villageCode, twins ? order : undefined))
    }
    born += 300 + Math.floor(random() * 1500)
  }
  return children
}

function child(
  random: Random,
  born: number,
  motherName: string,
  villageCode: string,
  multipleBirthOrder?: number,
): Comparable {
  const exact = dateOfDayNumber(born)
  const { year } = datePartsOf(exact)
  const birthDate = year < 1980 && random() < 0.08 ? plainDate(year, 1, 1)! : exact
  const sex: Sex = random() < 0.507 ? 'L' : 'P'
  return { name: newName(random, sex, year), birthDate, sex, motherName, villageCode, multipleBirthOrder }
}

// 8 districts with 157 villages, some twice as large as others.
function newVillage(random: Random): string {
  const district = 1 + Math.floor(random() ** 1.2 * 8)
  return `63.11.0${district}.20${String(1 + Math.floor(random() * 20)).padStart(2, '0')}`
}

function newPerson(random: Random, register: Comparable[]): { report: Comparable; kind: NewKind } {
  const other = pick(random, register)
  const today = LAST_DAY + Math.floor(random() * 60)
  const roll = random()
  if (roll < 0.45)
    return {
      kind: 'sibling',
      report: child(random, siblingDay(random, other, today), other.motherName!, other.villageCode!),
    }
  if (roll < 0.7)
    return { kind: 'first-child', report: child(random, today, newName(random, 'P', 2000), newVillage(random)) }
  if (roll < 0.73) return { kind: 'twin', report: twin(random, register, today) }
  if (roll < 0.8) {
    const birthDate = dateOfDayNumber(FIRST_DAY + Math.floor(random() * (LAST_DAY - FIRST_DAY)))
    const report = { ...other, birthDate, motherName: newName(random, 'P', 1985), villageCode: newVillage(random) }
    return { kind: 'namesake', report }
  }
  return { kind: 'adult', report: newFamily(random)[0]! }
}

// Most reports are of newborns; a third come late, of children as old as their brothers and sisters in the register.
function siblingDay(random: Random, other: Comparable, today: number): number {
  if (random() < 0.67) return today
  return Math.min(today, dayNumberOf(other.birthDate) + 280 + Math.floor(random() * 2000))
}

// The first of two is in the register already; their names rhyme as often as not, and four in five pairs are declared.
function twin(random: Random, register: Comparable[], today: number): Comparable {
  const declared = random() < 0.8
  const born = today - Math.floor(random() * 30)
  const first = child(random, born, newName(random, 'P', 2000), newVillage(random), declared ? 1 : undefined)
  register.push(first)
  const words = first.name.split(' ')
  const own = newName(random, first.sex, 2026)
  const rhyme = [...words.slice(0, -1), own.split(' ').at(-1)!].join(' ')
  const name = random() < 0.5 && rhyme !== first.name ? rhyme : own
  return { ...first, name, multipleBirthOrder: declared ? 2 : undefined }
}

function secondReport(random: Random, person: Comparable): { report: Comparable; slips: string[] } {
  const slips: string[] = []
  const name = misspell(random, person.name, howMany(random), slips)
  const mother = random() < 0.1 ? undefined : misspell(random, person.motherName!, Math.max(0, howMany(random) - 1), [])
  if (mother === undefined) slips.push('mother missing')
  else if (mother !== person.motherName) slips.push('mother')
  const villageRoll = random()
  const villageCode = villageRoll < 0.75 ? person.villageCode : villageRoll < 0.95 ? newVillage(random) : undefined
  if (villageCode !== person.villageCode) slips.push('village')
  const sex = random() < 0.005 ? (person.sex === 'L' ? 'P' : 'L') : person.sex
  if (sex !== person.sex) slips.push('sex')
  const birthDate = misdate(random, person.birthDate, slips)
  return { report: { ...person, name, motherName: mother, villageCode, sex, birthDate }, slips }
}

function howMany(random: Random): number {
  const roll = random()
  return roll < 0.25 ? 0 : roll < 0.7 ? 1 : roll < 0.92 ? 2 : 3
}

function misdate(random: Random, date: PlainDate, slips: string[]): PlainDate {
  const { year, month, day } = datePartsOf(date)
  const roll = random()
  if (roll < 0.72) return date
  if (roll < 0.81) {
    const swapped = day === month ? undefined : plainDate(year, day, month)
    if (swapped !== undefined) slips.push('date swapped')
    return swapped ?? date
  }
  if (roll < 0.95) {
    slips.push('date digit')
    return oneDigitOff(random, date)
  }
  if (year > 1985) return date
  slips.push('date estimated')
  return plainDate(year, 1, 1)!
}

function oneDigitOff(random: Random, date: PlainDate): PlainDate {
  for (;;) {
    const place = pick(random, [2, 3, 5, 6, 8, 9])
    const wrong = date.slice(0, place) + Math.floor(random() * 10) + date.slice(place + 1)
    const real = plainDate(Number(wrong.slice(0, 4)), Number(wrong.slice(5, 7)), Number(wrong.slice(8)))
    if (real !== undefined && real !== date && real <= addDays('2026-03-31', 60)) return real
  }
}

type Slip = readonly [name: string, apply: (random: Random, name: string) => string]

const replaceOne = (pattern: RegExp, to: string) => (random: Random, name: string) => {
  const hits = [...name.matchAll(pattern)]
  if (hits.length === 0) return name
  const hit = pick(random, hits)
  return name.slice(0, hit.index) + to + name.slice(hit.index + hit[0].length)
}
const oneOf =
  (...slips: readonly ((random: Random, name: string) => string)[]) =>
  (random: Random, name: string) =>
    pick(random, slips)(random, name)

const SLIPS: readonly Slip[] = [
  [
    'old spelling',
    oneOf(replaceOne(/u/g, 'oe'), replaceOne(/(?<!d)j/g, 'dj'), replaceOne(/c(?!h)/g, 'tj'), replaceOne(/sy/g, 'sj')),
  ],
  [
    'sound',
    oneOf(
      replaceOne(/kh/g, 'ch'),
      replaceOne(/h/g, 'kh'),
      replaceOne(/sy/g, 's'),
      replaceOne(/f/g, 'p'),
      replaceOne(/f/g, 'v'),
      replaceOne(/z/g, 's'),
      replaceOne(/z/g, 'j'),
      replaceOne(/i$/g, 'y'),
      replaceOne(/y/g, 'i'),
      replaceOne(/dh/g, 'd'),
      replaceOne(/q/g, 'k'),
      replaceOne(/th/g, 't'),
    ),
  ],
  [
    'double letter',
    oneOf(
      replaceOne(/(?<=[a-z])m(?=[a-z])/g, 'mm'),
      replaceOne(/(?<=[a-z])s(?=[a-z])/g, 'ss'),
      replaceOne(/ll|mm|nn|rr|ss/g, ''),
      replaceOne(/(?<=[a-z])n(?=[a-z])/g, 'nn'),
    ),
  ],
  [
    'short form',
    oneOf(
      replaceOne(/Muhammad/g, 'Muh.'),
      replaceOne(/Muhammad/g, 'M.'),
      replaceOne(/Muhammad/g, 'Mohammad'),
      replaceOne(/Muhammad/g, 'Moch'),
      replaceOne(/Siti/g, 'St.'),
      replaceOne(/Siti/g, 'Sti'),
      replaceOne(/Abdul/g, 'Abd.'),
      replaceOne(/Ahmad/g, 'Achmad'),
    ),
  ],
  ['word left out', leaveOut],
  [
    'together',
    (random, name) => {
      const joined = replaceOne(/ /g, '')(random, name)
      return random() < 0.5 ? joined : joined.charAt(0) + joined.slice(1).toLowerCase()
    },
  ],
  ['title', (random, name) => `${pick(random, ['H.', 'Hj.', 'Drs.'])} ${name}`],
  ['last h', (_, name) => (name.endsWith('h') ? name.slice(0, -1) : /[aiu]$/.test(name) ? `${name}h` : name)],
  [
    'vowel',
    oneOf(
      replaceOne(/(?<=[a-z])o/g, 'u'),
      replaceOne(/(?<=[a-z])a(?=[a-z])/g, 'o'),
      replaceOne(/(?<=[a-z])i(?=[a-z])/g, 'e'),
    ),
  ],
  [
    'letter left out',
    (random, name) => {
      const at = 1 + Math.floor(random() * (name.length - 1))
      return name.slice(0, at) + name.slice(at + 1)
    },
  ],
  [
    'letters swapped',
    (random, name) => {
      const at = 1 + Math.floor(random() * Math.max(1, name.length - 2))
      return name.slice(0, at) + (name[at + 1] ?? '') + name[at]! + name.slice(at + 2)
    },
  ],
  ['order of words', (_, name) => name.split(' ').reverse().join(' ')],
]

// People leave out a word, but not the only one that tells who is meant.
function leaveOut(random: Random, name: string): string {
  const words = name.split(' ')
  if (words.length < 2) return name
  const dropped = Math.floor(random() * words.length)
  const rest = words.filter((_, i) => i !== dropped)
  return tellingKeys(rest.join(' ')).some((key) => !COMMON_KEYS.has(key))
    ? rest.join(' ')
    : words.filter((_, i) => i === dropped).join(' ')
}

function misspell(random: Random, name: string, count: number, slips: string[]): string {
  let written = name
  for (let i = 0; i < count; i++) {
    const [label, apply] = pick(random, SLIPS)
    const next = apply(random, written)
    if (next !== written) slips.push(label)
    written = next
  }
  return written
}
