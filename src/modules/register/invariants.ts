// What is always true (7.3), checked over the register as it would be after a plan: rules 1 to 7. Rule 8, the sums over
// the villages, is checked nightly (sums.ts). Must stay true: only what the plan touched is judged, so that an old fault
// elsewhere blocks nobody; a refusal says what to do next.
import { isPlainDate } from '../../kernel/date.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Change } from './change.ts'
import { checkSameBirth } from './invariants-births.ts'
import { checkCard, checkOneCard } from './invariants-cards.ts'
import { checkDeath, checkLifetime, checkMarriage, checkParents, type Findings } from './invariants-people.ts'
import { childrenOf, deedsOf, isMarriage, isSubject, type RegisterView } from './kinship.ts'
import type { Deed, PersonId } from './snapshot.ts'

/** Judges the result of a list of changes. Refusals stop the case, warnings are shown to the officers. */
export function checkInvariants(view: RegisterView, changes: readonly Change[], today: string): Findings {
  const findings: Findings = { refusals: [], warnings: [] }
  const people = new Set<PersonId>()
  const families = new Set<string>()
  for (const change of changes) {
    collect(change, people, families)
    checkChange(view, change, today, findings)
  }
  for (const id of people) findings.refusals.push(...checkOneCard(view, id))
  for (const id of families) findings.refusals.push(...checkCard(view, id, today))
  return { refusals: distinct(findings.refusals), warnings: distinct(findings.warnings) }
}

function collect(change: Change, people: Set<PersonId>, families: Set<string>): void {
  if (change.kind === 'person-created') people.add(change.person.id)
  else if (change.kind === 'field-set') {
    if (change.field === 'status' || change.field === 'flags' || change.field === 'citizenship')
      people.add(change.personId)
  } else if (change.kind === 'membership-opened' || change.kind === 'membership-closed') {
    people.add(change.personId)
    families.add(change.familyId)
  } else if (change.kind === 'family-created') families.add(change.family.id)
  else if (change.kind === 'family-set') families.add(change.familyId)
}

function checkChange(view: RegisterView, change: Change, today: string, findings: Findings): void {
  if (change.kind === 'person-created') {
    checkDates({ birthDate: change.person.birthDate }, today, change.person.id, findings)
    checkParents(view, change.person.id, findings, true)
  } else if (change.kind === 'field-set') checkField(view, change, today, findings)
  else if (change.kind === 'deed-recorded') {
    const { deed } = change
    checkDates({ date: deed.date, enteredOn: deed.enteredOn }, today, deed.id, findings)
    checkLifetime(view, deed, findings)
    checkUniqueDeed(view, deed, findings)
    if (deed.register === 'birth') checkSameBirth(view, deed, findings)
    if (isMarriage(deed)) checkMarriage(view, deed, findings)
  }
}

function checkField(
  view: RegisterView,
  change: Extract<Change, { kind: 'field-set' }>,
  today: string,
  findings: Findings,
): void {
  const { personId, field, after } = change
  const person = view.persons.get(personId)
  if (person === undefined) return
  if (field === 'birthDate' || field === 'deathDate') {
    if (after !== null) checkDates({ [field]: String(after) }, today, personId, findings)
    checkParents(view, personId, findings, false)
    for (const child of childrenOf(view, personId)) checkParents(view, child.id, findings, false)
    checkDeath(person, findings)
  }
  if (field === 'motherId' || field === 'fatherId') checkParents(view, personId, findings, true)
  if (field === 'status' && after === 'deceased' && change.before === 'deceased')
    findings.refusals.push({ code: 'register-person-deceased', at: personId, params: { name: person.name } })
}

/** Rule 7: dates are real and not in the future. */
function checkDates(dates: Readonly<Record<string, string>>, today: string, at: string, findings: Findings): void {
  for (const [field, date] of Object.entries(dates)) {
    if (!isPlainDate(date)) findings.refusals.push({ code: 'register-date-unreal', at, params: { field } })
    else if (date > today) findings.refusals.push({ code: 'register-date-future', at, params: { field } })
  }
}

/** Rule 6: a number once in its register and year; one valid birth deed and one valid death deed a person. */
function checkUniqueDeed(view: RegisterView, deed: Deed, findings: Findings): void {
  for (const other of view.deeds.values()) {
    if (
      other.id !== deed.id &&
      deed.number !== '' &&
      other.register === deed.register &&
      other.year === deed.year &&
      other.number === deed.number
    )
      findings.refusals.push({ code: 'register-deed-number-used', at: deed.id, params: { number: deed.number } })
  }
  if (deed.register !== 'birth' && deed.register !== 'death') return
  for (const party of deed.parties) {
    const person = party.personId === undefined ? undefined : view.persons.get(party.personId)
    if (person === undefined || !isSubject(deed, person.id)) continue
    const others = deedsOf(view, person.id, deed.register).filter((other) => other.id !== deed.id)
    const isKnownByNumber =
      deed.register === 'birth' && person.birthDeedNumber !== undefined && person.birthDeedNumber !== deed.number
    if (others.length > 0 || isKnownByNumber)
      findings.refusals.push({
        code: `register-second-${deed.register}-deed`,
        at: person.id,
        params: { name: person.name },
      })
  }
}

function distinct(refusals: readonly Refusal[]): Refusal[] {
  return [...new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal])).values()]
}
