// Which share of people owns the documents they should own. Must stay true: numerator and denominator come from one
// snapshot of the same active residents, or there is no figure; no base means "no data". What may be shown in public
// coverage-public.ts decides. The published national figures are tests of the arithmetic.
import { ageOn } from '../../kernel/date.ts'
import { percentDecimal } from '../../kernel/percent.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'

export const INDICATORS = [
  'ktp-recording',
  'birth-0-18',
  'birth-all',
  'kia',
  'death',
  'marriage',
  'divorce',
  'kk',
  'ikd',
] as const
export type Indicator = (typeof INDICATORS)[number]

/** Targets of 2023 in percent, where there is one. Death has another kind of target: burial books in 75 % of villages. */
export const TARGETS_2023: Partial<Record<Indicator, number>> = {
  'ktp-recording': 99.4,
  'birth-0-18': 98,
  kia: 50,
  ikd: 25,
}

export const AGE_GROUPS = ['0-4', '5-16', '17-24', '25-39', '40-59', '60+'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]
const AGE_BOUNDS = [5, 17, 25, 40, 60]

export function ageGroupOf(age: number): AgeGroup {
  const index = AGE_BOUNDS.findIndex((bound) => age < bound)
  return AGE_GROUPS[index === -1 ? AGE_BOUNDS.length : index] ?? '60+'
}

/** What the snapshot knows of one person. */
export type CoverageResident = {
  readonly status: string
  readonly sex: 'L' | 'P'
  readonly birthDate: string
  readonly deathDate?: string
  readonly maritalStatus: string
  readonly isHead: boolean
  readonly hasBirthDeed: boolean
  readonly hasDeathDeed: boolean
  readonly hasMarriageRecord: boolean
  readonly hasDivorceRecord: boolean
  readonly hasChildCard: boolean
  readonly hasFamilyCard: boolean
  readonly isEnrolled: boolean
  readonly isDeviceBound: boolean
}

export type CoverageSettings = {
  /** The day of the snapshot. */
  readonly on: string
  /** First day of the period whose deaths are counted. */
  readonly deathsFrom: string
  /** Upper age of `birth-0-18`, exclusive (18 unless the office says otherwise). */
  readonly birthUpperAgeExclusive: number
}

/** `undefined`: the person does not count for the indicator; otherwise whether they own the document. */
export function countsFor(
  indicator: Indicator,
  person: CoverageResident,
  settings: CoverageSettings,
): boolean | undefined {
  if (indicator === 'death') {
    const inPeriod =
      person.deathDate !== undefined && person.deathDate >= settings.deathsFrom && person.deathDate <= settings.on
    return person.status === 'deceased' && inPeriod ? person.hasDeathDeed : undefined
  }
  if (person.status !== 'active' || person.birthDate > settings.on) return undefined
  const age = ageOn(person.birthDate, settings.on)
  const wasMarried = person.maritalStatus !== '1'
  switch (indicator) {
    case 'ktp-recording':
      return age >= 17 || wasMarried ? person.isEnrolled : undefined
    case 'birth-0-18':
      return age < settings.birthUpperAgeExclusive ? person.hasBirthDeed : undefined
    case 'birth-all':
      return person.hasBirthDeed
    case 'kia':
      return age < 17 && !wasMarried ? person.hasChildCard : undefined
    case 'marriage':
      return person.maritalStatus === '2' || person.maritalStatus === '3' ? person.hasMarriageRecord : undefined
    case 'divorce':
      return person.maritalStatus === '4' || person.maritalStatus === '5' ? person.hasDivorceRecord : undefined
    case 'kk':
      return person.isHead ? person.hasFamilyCard : undefined
    case 'ikd':
      return person.isEnrolled ? person.isDeviceBound : undefined
  }
}

export type CoverageCount = { readonly snapshotOn: string; readonly numerator: number; readonly denominator: number }

/** Sums of one snapshot. Refusals: `coverage-mixed-snapshots`, `coverage-over-hundred` (a numerator newer than its base). */
export function sumCoverage(counts: readonly CoverageCount[]): Result<CoverageCount> {
  const [first] = counts
  if (first === undefined) return refuse('coverage-no-snapshot')
  if (counts.some((count) => count.snapshotOn !== first.snapshotOn)) return refuse('coverage-mixed-snapshots')
  const sum = {
    snapshotOn: first.snapshotOn,
    numerator: counts.reduce((total, count) => total + count.numerator, 0),
    denominator: counts.reduce((total, count) => total + count.denominator, 0),
  }
  return sum.numerator > sum.denominator ? refuse('coverage-over-hundred') : accept(sum)
}

/** `92.85`, or undefined without a base. Round half up, two decimals, once. */
export function coveragePercent({
  numerator,
  denominator,
}: Pick<CoverageCount, 'numerator' | 'denominator'>): string | undefined {
  return percentDecimal(numerator, denominator)
}

/** Deaths to be expected in a period, from a crude rate per 1,000 a year. The base of "known deaths" is always too small. */
export function expectedDeaths(population: number, crudeRatePerThousand: number, days: number): number {
  return Math.round((population * crudeRatePerThousand * days) / 365_000)
}
