// Everything that must never be true of a register, counted over a whole snapshot.
import { checkCard, checkOneCard } from '../invariants-cards.ts'
import { checkParents, type Findings } from '../invariants-people.ts'
import { openMarriagesOf, openMembers } from '../kinship.ts'
import type { RegisterSnapshot } from '../snapshot.ts'

/** Codes of broken rules; empty when all is right. */
export function faultsOf(snapshot: RegisterSnapshot, today: string): readonly string[] {
  const found: string[] = []
  const parents: Findings = { refusals: [], warnings: [] }
  const memberships = new Map<string, number>()
  for (const family of snapshot.families.values())
    for (const member of openMembers(family))
      memberships.set(member.personId, (memberships.get(member.personId) ?? 0) + 1)
  for (const id of snapshot.persons.keys()) {
    found.push(...checkOneCard(snapshot, id).map((refusal) => refusal.code))
    checkParents(snapshot, id, parents, true)
    if (openMarriagesOf(snapshot, id).length > 1) found.push('two open marriages')
    if ((memberships.get(id) ?? 0) > 1) found.push('two memberships')
  }
  found.push(...parents.refusals.map((refusal) => refusal.code))
  for (const id of snapshot.families.keys())
    found.push(...checkCard(snapshot, id, today).map((refusal) => refusal.code))
  const isRepeated = (list: readonly (string | undefined)[]) => {
    const known = list.filter((number) => number !== undefined)
    return new Set(known).size !== known.length
  }
  const deeds = [...snapshot.deeds.values()].filter(
    (deed) => deed.register !== 'marriage-book' && deed.register !== 'divorce-certificate',
  )
  if (isRepeated([...snapshot.persons.values()].map((person) => person.nik))) found.push('a NIK twice')
  if (isRepeated([...snapshot.families.values()].map((family) => family.kk))) found.push('a card number twice')
  if (isRepeated(deeds.map((deed) => `${deed.register} ${deed.year} ${deed.number}`))) found.push('a deed number twice')
  return found
}
