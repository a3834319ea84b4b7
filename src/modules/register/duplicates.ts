// Is this person already in the register? A score over name, birth date, sex, mother's name and village, by weights with an edition.
// Must stay true: pure, so that every decision can be computed again; the parts are kept, so that an officer sees why; an equal NIK
// is sure whatever else differs; a fact that is missing counts neither for nor against.
import type { PlainDate } from '../../kernel/date.ts'
import type { Nik, Sex } from '../../kernel/nik.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { DuplicateWeights } from './duplicates-weights.ts'
import { nameKeys } from './name-key.ts'
import { keySimilarity } from './name-key-similarity.ts'

/** What is compared of a person; from a case or from the register. */
export type Comparable = {
  readonly nik?: Nik
  readonly name: string
  /** Other spellings found on old papers; the best one counts. */
  readonly aliases?: readonly string[]
  readonly birthDate: PlainDate
  readonly sex: Sex
  readonly motherName?: string
  readonly villageCode?: RegionCode
  /** Place among twins, triplets, …; undefined for a single birth. */
  readonly multipleBirthOrder?: number
}

/** sure: blocked until decided. possible: the verifier looks at both side by side. none: goes on. */
export type Band = 'sure' | 'possible' | 'none'
export type BirthDateLevel = 'equal' | 'swapped' | 'oneDigit' | 'estimated' | 'sameYear' | 'different'
export type VillageLevel = 'same' | 'sameDistrict' | 'sameRegency' | 'elsewhere'
/** One compared fact; `level` is the similarity from 0 to 1 for names, a word for the rest. */
export type MatchPart = {
  readonly field: 'nik' | 'name' | 'birthDate' | 'sex' | 'mother' | 'village' | 'multipleBirth'
  readonly level: number | string
  readonly points: number
}
export type Match = {
  readonly band: Band
  readonly score: number
  readonly parts: readonly MatchPart[]
  readonly edition: string
}

/** Compares two persons; the order of the two does not matter. */
export function comparePersons(a: Comparable, b: Comparable, weights: DuplicateWeights): Match {
  return compare(a, b, bestName(spellingsOf(a), spellingsOf(b)), weights)
}

/** The sounds of each spelling of a name. */
type Spellings = readonly (readonly string[])[]

function spellingsOf({ name, aliases }: Comparable): Spellings {
  return aliases === undefined ? [nameKeys(name)] : [name, ...aliases].map(nameKeys)
}

function bestName(a: Spellings, b: Spellings): number {
  return Math.max(...a.flatMap((x) => b.map((y) => keySimilarity(x, y))))
}

/** `name`: how alike their names sound. */
function compare(a: Comparable, b: Comparable, name: number, weights: DuplicateWeights): Match {
  const parts: MatchPart[] = []
  parts.push({ field: 'name', level: rounded(name), points: pointsOf(name, weights.name) })
  const date = birthDateLevel(a.birthDate, b.birthDate)
  parts.push({ field: 'birthDate', level: date, points: weights.birthDate[date] })
  const sex = a.sex === b.sex ? 'equal' : 'different'
  parts.push({ field: 'sex', level: sex, points: weights.sex[sex] })
  const mothers = [a.motherName, b.motherName].map((mother) => (mother === undefined ? [] : nameKeys(mother)))
  if (mothers.every((keys) => keys.length > 0)) {
    const mother = keySimilarity(mothers[0]!, mothers[1]!)
    parts.push({ field: 'mother', level: rounded(mother), points: pointsOf(mother, weights.mother) })
  }
  if (a.villageCode !== undefined && b.villageCode !== undefined) {
    const village = villageLevel(a.villageCode, b.villageCode)
    parts.push({ field: 'village', level: village, points: weights.village[village] })
  }
  if (
    a.multipleBirthOrder !== undefined &&
    b.multipleBirthOrder !== undefined &&
    a.multipleBirthOrder !== b.multipleBirthOrder
  ) {
    parts.push({ field: 'multipleBirth', level: 'otherOrder', points: weights.multipleBirth.otherOrder })
  }
  const score = rounded(parts.reduce((sum, part) => sum + part.points, 0))
  const sameNik = a.nik !== undefined && a.nik === b.nik
  if (sameNik) parts.unshift({ field: 'nik', level: 'equal', points: 0 })
  return { band: sameNik ? 'sure' : bandOf(score, weights), score, parts, edition: weights.edition }
}

/** Those of the candidates that are not certainly someone else, the likeliest first. */
export function findDuplicates<T extends Comparable>(
  person: Comparable,
  candidates: Iterable<T>,
  weights: DuplicateWeights,
): { readonly candidate: T; readonly match: Match }[] {
  const spellings = spellingsOf(person)
  const found: { candidate: T; match: Match }[] = []
  for (const candidate of candidates) {
    const most = mostPoints(person, candidate, weights)
    if (cannotReach(most, weights)) continue
    const name = bestName(spellings, spellingsOf(candidate))
    if (cannotReach(most - weights.name[0]!.points + pointsOf(name, weights.name), weights)) continue
    const match = compare(person, candidate, name, weights)
    if (match.band !== 'none') found.push({ candidate, match })
  }
  return found.sort(
    (x, y) => Number(y.match.band === 'sure') - Number(x.match.band === 'sure') || y.match.score - x.match.score,
  )
}

// Names cost the most to compare: a pair that even equal names could not make possible, or the mother's after the own, is left out.
function mostPoints(a: Comparable, b: Comparable, weights: DuplicateWeights): number {
  if (a.nik !== undefined && a.nik === b.nik) return Number.POSITIVE_INFINITY
  const mother = a.motherName === undefined || b.motherName === undefined ? 0 : weights.mother[0]!.points
  const village =
    a.villageCode === undefined || b.villageCode === undefined
      ? 0
      : weights.village[villageLevel(a.villageCode, b.villageCode)]
  const others =
    weights.birthDate[birthDateLevel(a.birthDate, b.birthDate)] +
    weights.sex[a.sex === b.sex ? 'equal' : 'different'] +
    village
  return weights.name[0]!.points + mother + others
}

/** A score is told in hundredths. */
function cannotReach(points: number, { bands }: DuplicateWeights): boolean {
  return rounded(points) < bands.possible
}

function bandOf(score: number, { bands }: DuplicateWeights): Band {
  return score >= bands.sure ? 'sure' : score >= bands.possible ? 'possible' : 'none'
}

/** How two birth dates differ: day and month swapped, one digit of DDMMYYYY off, an estimate of the same year. */
export function birthDateLevel(a: PlainDate, b: PlainDate): BirthDateLevel {
  if (a === b) return 'equal'
  const sameYear = a.slice(0, 4) === b.slice(0, 4)
  if (sameYear && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7)) return 'swapped'
  let off = 0
  for (let i = 0; i < 10; i++) if (a[i] !== b[i]) off++
  if (off === 1) return 'oneDigit'
  if (!sameYear) return 'different'
  return isEstimate(a) || isEstimate(b) ? 'estimated' : 'sameYear'
}

/** People who do not know their day are written down for the first or last day of a year, or its middle. */
export function isEstimate(date: PlainDate): boolean {
  return /-(01-01|07-01|12-31)$/.test(date)
}

function villageLevel(a: string, b: string): VillageLevel {
  if (a === b) return 'same'
  if (a.slice(0, 8) === b.slice(0, 8)) return 'sameDistrict'
  return a.slice(0, 5) === b.slice(0, 5) ? 'sameRegency' : 'elsewhere'
}

function pointsOf(similarity: number, levels: DuplicateWeights['name']): number {
  return levels.find((level) => similarity >= level.atLeast)!.points
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
