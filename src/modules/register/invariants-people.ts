// Rules 3 to 5 of what is always true (7.3): ages of parents, marriages, nothing after death and nothing before birth.
import { addMonths, ageOn, daysBetween } from '../../kernel/date.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { ancestorsOf, areCloseKin, openMarriagesOf, type RegisterView, spouseIn } from './kinship.ts'
import type { Deed, Person, PersonId } from './snapshot.ts'

export const LEAST_PARENT_YEARS = 12
export const USUAL_PARENT_YEARS = 15
export const LEAST_MARRIAGE_YEARS = 19
export const LONGEST_POSTHUMOUS_DAYS = 300

export type Findings = { readonly refusals: Refusal[]; readonly warnings: Refusal[] }

/** Rule 3: a parent is at least 12 years older (15 without a warning), of the right sex, and nobody's own ancestor. */
export function checkParents(view: RegisterView, personId: PersonId, findings: Findings, sexMatters: boolean): void {
  const child = view.persons.get(personId)
  if (child === undefined) return
  if (ancestorsOf(view, personId).has(personId))
    findings.refusals.push({ code: 'register-own-ancestor', at: personId, params: { name: child.name } })
  for (const [role, id, sex] of [
    ['mother', child.motherId, 'P'],
    ['father', child.fatherId, 'L'],
  ] as const) {
    const parent = id === undefined ? undefined : view.persons.get(id)
    if (parent === undefined) continue
    if (sexMatters && parent.sex !== sex)
      findings.refusals.push({ code: `register-${role}-sex`, at: personId, params: { name: parent.name } })
    checkParentAge(child, parent, findings)
    checkParentDeath(child, parent, role, findings)
  }
}

function checkParentAge(child: Person, parent: Person, findings: Findings): void {
  const years = child.birthDate < parent.birthDate ? -1 : ageOn(parent.birthDate, child.birthDate)
  const params = { name: parent.name, years: Math.max(years, 0) }
  if (years < LEAST_PARENT_YEARS) findings.refusals.push({ code: 'register-parent-too-young', at: child.id, params })
  else if (years < USUAL_PARENT_YEARS) findings.warnings.push({ code: 'register-parent-young', at: child.id, params })
}

/** Rule 5: a mother lives at the birth; a father died at most 300 days before it. */
function checkParentDeath(child: Person, parent: Person, role: 'mother' | 'father', findings: Findings): void {
  if (parent.deathDate === undefined || parent.deathDate >= child.birthDate) return
  const params = { name: parent.name, days: daysBetween(parent.deathDate, child.birthDate) }
  if (role === 'mother') findings.refusals.push({ code: 'register-mother-died-before', at: child.id, params })
  else if (params.days > LONGEST_POSTHUMOUS_DAYS)
    findings.warnings.push({ code: 'register-posthumous-late', at: child.id, params })
}

/** Rule 4 for a new marriage: no other open one without a court permit, no kin, 19 years or a dispensation. */
export function checkMarriage(view: RegisterView, deed: Deed, findings: Findings): void {
  const own = deed.register === 'marriage'
  const list = own ? findings.refusals : findings.warnings
  const spouses = deed.parties
    .filter((party) => party.role === 'husband' || party.role === 'wife')
    .map((party) => (party.personId === undefined ? undefined : view.persons.get(party.personId)))
    .filter((person) => person !== undefined)
  for (const person of spouses) {
    // A proof of others may tell of a marriage we know already: the same two people, no second marriage.
    const others = openMarriagesOf(view, person.id).filter(
      (other) => other.id !== deed.id && (own || spouseIn(other, person.id) !== spouseIn(deed, person.id)),
    )
    const params = { name: person.name }
    if (others.length > 0 && !has(deed, PERMITS)) list.push({ code: 'register-already-married', at: person.id, params })
    const years = ageOn(person.birthDate, deed.date)
    if (years < LEAST_MARRIAGE_YEARS && !has(deed, DISPENSATIONS))
      list.push({ code: 'register-marriage-too-young', at: person.id, params: { ...params, years } })
  }
  const [one, other] = spouses
  if (one === undefined || other === undefined) return
  if (areCloseKin(view, one, other) || one.id === other.id)
    list.push({ code: 'register-marriage-of-kin', at: one.id, params: { name: other.name } })
}

/** Names under which a deed carries a court permit for another marriage, or a dispensation of age. */
export const PERMITS = ['courtPermit', 'courtPermitNumber'] as const
export const DISPENSATIONS = ['ageDispensation', 'ageDispensationNumber'] as const

function has(deed: Deed, keys: readonly string[]): boolean {
  return keys.some((key) => deed.fields[key] !== undefined && deed.fields[key] !== false && deed.fields[key] !== '')
}

/** Events of a living person: what a deed of them says happened while they lived. */
const EVENTS = new Set([
  'marriage',
  'marriage-book',
  'divorce',
  'divorce-certificate',
  'acknowledgment',
  'legitimation',
  'birth',
  'death',
])
const CHILD_EVENTS = new Set(['birth', 'acknowledgment', 'legitimation'])

/** Rule 5 for a new deed: nothing happened to somebody before their birth or after their death. */
export function checkLifetime(view: RegisterView, deed: Deed, findings: Findings): void {
  if (!EVENTS.has(deed.register)) return
  for (const party of deed.parties) {
    const person = party.personId === undefined ? undefined : view.persons.get(party.personId)
    if (person === undefined || (CHILD_EVENTS.has(deed.register) && party.role !== 'child')) continue
    if (party.role === 'reporter' || party.role.startsWith('witness')) continue
    const params = { name: person.name }
    if (deed.date < person.birthDate)
      findings.refusals.push({ code: 'register-event-before-birth', at: person.id, params })
    if (deed.register !== 'death' && person.deathDate !== undefined && deed.date > person.deathDate)
      findings.refusals.push({ code: 'register-event-after-death', at: person.id, params })
  }
}

/** Rule 5: someone who died cannot have died before being born, nor lived past what a calendar of people allows. */
export function checkDeath(person: Person, findings: Findings): void {
  if (person.deathDate === undefined) return
  const params = { name: person.name }
  if (person.deathDate < person.birthDate)
    findings.refusals.push({ code: 'register-event-before-birth', at: person.id, params })
  if (person.deathDate > addMonths(person.birthDate, 12 * 130))
    findings.warnings.push({ code: 'register-very-old', at: person.id, params })
}

/** The other side of a marriage, for messages. */
export function spouseOfDeed(deed: Deed, personId: PersonId): PersonId | undefined {
  return spouseIn(deed, personId)
}
