// Whether a family is at risk of stunting (KRS, specification 9.2), and by which factors. Pure. Must stay true: one factor is
// enough; a fact that nobody knows makes no factor, and without any factor it leaves the question open; poverty decides nothing.
import { addDays, ageOn, completedMonths, type PlainDate } from '../../kernel/date.ts'
import type { RiskEdition } from './edition.ts'

export type RiskFacts = {
  /** A code of the edition's waters, or undefined when nobody asked. */
  readonly water?: string
  readonly latrine?: string
  /** The wife of the couple; undefined when the family has none. */
  readonly wife?: { readonly birthDate: PlainDate; readonly childBirths: readonly PlainDate[] }
}
export type RiskJudgement = {
  /** Undefined: no factor is known, and a fact is missing. */
  readonly isAtRisk?: boolean
  /** Codes of the edition, in its order. */
  readonly factors: readonly string[]
  /** Facts that are missing: `water`, `latrine`. */
  readonly unknown: readonly string[]
}

export function judgeRisk(facts: RiskFacts, on: PlainDate, edition: RiskEdition): RiskJudgement {
  const found = new Set<string>()
  const unknown: string[] = []
  const water = kindOf(facts.water, edition.water.improved, edition.water.notImproved)
  const latrine = kindOf(facts.latrine, edition.latrine.proper, edition.latrine.notProper)
  if (water === undefined) unknown.push('water')
  if (latrine === undefined) unknown.push('latrine')
  if (water === false) found.add('water')
  if (latrine === false) found.add('latrine')
  if (facts.wife !== undefined) for (const factor of fourToos(facts.wife, on, edition)) found.add(factor)
  const factors = edition.factors.map((one) => one.code).filter((code) => found.has(code))
  const isAtRisk = factors.length > 0 ? true : unknown.length > 0 ? undefined : false
  return { ...(isAtRisk === undefined ? {} : { isAtRisk }), factors, unknown }
}

/** True when the kind is good, false when it is not, undefined when it is not known. */
export function kindOf(
  value: string | undefined,
  good: readonly string[],
  bad: readonly string[],
): boolean | undefined {
  if (value === undefined) return undefined
  return good.includes(value) ? true : bad.includes(value) ? false : undefined
}

// Too young, too old, too close, too many. Twins are one birth, also when midnight lies between them.
function fourToos(wife: NonNullable<RiskFacts['wife']>, on: PlainDate, { wife: limits }: RiskEdition): string[] {
  const age = ageOn(wife.birthDate, on)
  const births = [...wife.childBirths].filter((birth) => birth <= on).sort()
  const days = [...new Set(births)]
  const isClose = days.some(
    (birth, i) =>
      i > 0 && birth > addDays(days[i - 1]!, 1) && completedMonths(days[i - 1]!, birth) < limits.spacingMonthsBelow,
  )
  return [
    ...(age < limits.tooYoungBelow ? ['too-young'] : []),
    ...(age >= limits.tooOldFrom ? ['too-old'] : []),
    ...(isClose ? ['too-close'] : []),
    ...(births.length >= limits.tooManyFrom ? ['too-many'] : []),
  ]
}

/** What came and what went between two judgements; undefined when nothing changed. */
export function riskChange(
  before: Pick<RiskJudgement, 'isAtRisk' | 'factors'> | undefined,
  after: Pick<RiskJudgement, 'isAtRisk' | 'factors'>,
): { readonly came: readonly string[]; readonly went: readonly string[] } | undefined {
  const was = before?.factors ?? []
  const came = after.factors.filter((one) => !was.includes(one))
  const went = was.filter((one) => !after.factors.includes(one))
  return came.length === 0 && went.length === 0 && before !== undefined && before.isAtRisk === after.isAtRisk
    ? undefined
    : { came, went }
}
