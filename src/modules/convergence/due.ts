// Target groups of a person and the services due to persons and families on a day. Pure; the matrix is data. Must stay true: a
// service nobody is entitled to is "not entitled", what no one knows is "unknown", and neither counts as not received.
import { ageOn, completedMonths, daysBetween, type PlainDate } from '../../kernel/date.ts'
import type { RiskEdition, Services } from './edition.ts'

export const SERVICE_STATES = ['due', 'received', 'not-entitled', 'refused', 'unknown'] as const
export type ServiceState = (typeof SERVICE_STATES)[number]

/** What this module keeps of a person; the name stays in the register. */
export type TargetPerson = {
  readonly personId: string
  readonly familyId?: string
  readonly sex: 'L' | 'P'
  readonly birthDate: PlainDate
  readonly isMarried: boolean
}
export type Condition = {
  readonly code: string
  readonly from: PlainDate
  /** The first day without it, when someone noted it. */
  readonly until?: PlainDate
}

/** Codes of conditions that hold on a day; each ends by itself after its days. */
export function conditionsOn(conditions: readonly Condition[], on: PlainDate, edition: Services): ReadonlySet<string> {
  const days = new Map(edition.conditions.map((one) => [one.code, one.days]))
  return new Set(
    conditions
      .filter(
        (one) =>
          one.from <= on &&
          (one.until === undefined || one.until > on) &&
          daysBetween(one.from, on) <= (days.get(one.code) ?? 0),
      )
      .map((one) => one.code),
  )
}

/** The groups a person belongs to on a day. */
export function groupsOf(
  person: Pick<TargetPerson, 'sex' | 'birthDate'>,
  conditions: ReadonlySet<string>,
  on: PlainDate,
  edition: Services,
): readonly string[] {
  const months = completedMonths(person.birthDate, on)
  return edition.groups
    .filter((group) =>
      group.by === 'condition'
        ? conditions.has(group.condition)
        : months >= group.fromMonths && months <= group.toMonths && (group.sex === null || group.sex === person.sex),
    )
    .map((group) => group.code)
}

/** Services due to a person, in the order of the matrix. */
export function servicesDue(
  groups: readonly string[],
  conditions: ReadonlySet<string>,
  edition: Services,
): readonly string[] {
  return edition.services
    .filter(
      (one) =>
        one.subject === 'person' &&
        one.groups.some((code) => groups.includes(code)) &&
        (one.condition === undefined || conditions.has(one.condition)),
    )
    .map((one) => one.code)
}

/** A woman of the age of couples who is married: her family is a target family. */
export function isCouple(person: TargetPerson, on: PlainDate, edition: RiskEdition): boolean {
  const age = ageOn(person.birthDate, on)
  return person.sex === 'P' && person.isMarried && age >= edition.couple.fromYears && age <= edition.couple.toYears
}

export type FamilyFacts = {
  readonly isPoor?: boolean
  readonly isAtRisk?: boolean
  /** Facts that say by themselves whether a service is there: `water`, `latrine`, `insurance`, `cash`, `food-aid`. */
  readonly has: Readonly<Record<string, boolean | undefined>>
}

/** The state of each family service as the facts alone tell it. Deliveries may raise `due` and `unknown` to `received`. */
export function familyServices(facts: FamilyFacts, edition: Services): ReadonlyMap<string, ServiceState> {
  const states = new Map<string, ServiceState>()
  for (const one of edition.services) {
    if (one.subject !== 'family') continue
    const entitled = one.onlyFamilies === 'poor' ? facts.isPoor : one.onlyFamilies === 'at-risk' ? facts.isAtRisk : true
    const has = one.fact === undefined ? false : facts.has[one.fact]
    states.set(
      one.code,
      entitled === false
        ? 'not-entitled'
        : entitled === undefined
          ? 'unknown'
          : has === undefined
            ? 'unknown'
            : has
              ? 'received'
              : 'due',
    )
  }
  return states
}

export type Convergence = { readonly received: number; readonly due: number; readonly isComplete: boolean }

/** Received of due. Refused and unknown services are due and not received; not entitled ones are left out. */
export function personalConvergence(states: Iterable<ServiceState>): Convergence | undefined {
  let received = 0
  let due = 0
  for (const state of states) {
    if (state === 'not-entitled') continue
    due++
    if (state === 'received') received++
  }
  return due === 0 ? undefined : { received, due, isComplete: received === due }
}

/** Households in the first 1000 days with all due services, of all such households; those where nothing is due are left out. */
export function householdConvergence(households: Iterable<readonly ServiceState[]>): {
  readonly complete: number
  readonly of: number
} {
  let complete = 0
  let of = 0
  for (const states of households) {
    const one = personalConvergence(states)
    if (one === undefined) continue
    of++
    if (one.isComplete) complete++
  }
  return { complete, of }
}

/** True for groups of the first 1000 days. */
export function isFirstThousandDays(groups: readonly string[]): boolean {
  return groups.some((code) => code === 'pregnant' || code === 'child-0-5' || code === 'child-6-23')
}
