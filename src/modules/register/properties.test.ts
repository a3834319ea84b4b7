// Random sequences of commands: whatever is accepted keeps every rule of 7.3, whatever is refused changes nothing, and
// what was done can be undone.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openMembers } from './kinship.ts'
import type { RegisterSnapshot } from './snapshot.ts'
import { faultsOf } from './testing/faults.ts'
import { household } from './testing/household.ts'
import { afterPlan, planOf } from './testing/plan-of.ts'
import { commandOf, type Drawn, drawn } from './testing/random-command.ts'

const MONTHS = [
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
]

/** Who is what and where, without versions, deeds and history. */
function stateOf(snapshot: RegisterSnapshot) {
  const people = [...snapshot.persons.values()]
    .filter((person) => person.status !== 'cancelled')
    .map(({ version: _version, previousMaritalStatus: _before, ...rest }) => rest)
  const cards = [...snapshot.families.values()]
    .filter((family) => family.status !== 'retired')
    .map(({ version: _version, members: _members, ...rest }) => ({
      ...rest,
      on: openMembers(snapshot.families.get(rest.id)!)
        .map((member) => `${member.personId} ${member.relation}`)
        .sort(),
    }))
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return { people: people.sort(byId), cards: cards.sort(byId) }
}

describe('random commands', () => {
  test('keep every rule; a refusal changes nothing; people and numbers stay for ever', () => {
    const counts = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 4, maxLength: MONTHS.length }), (draws: Drawn[]) => {
        let snapshot = household()
        for (const [index, draw] of draws.entries()) {
          const month = MONTHS[index]!
          const today = `${month}-28`
          const { effects, answers, applicant } = commandOf(snapshot, draw, month)
          const plan = planOf({ snapshot, effects, answers, applicant, today })
          if (!plan.ok) {
            counts.refused++
            expect(plan.refusals.length).toBeGreaterThan(0)
            continue
          }
          counts.accepted++
          const after = afterPlan(snapshot, plan.value)
          expect(faultsOf(after, today)).toEqual([])
          for (const person of snapshot.persons.values()) expect(after.persons.get(person.id)?.nik).toBe(person.nik)
          for (const family of snapshot.families.values()) expect(after.families.get(family.id)?.kk).toBe(family.kk)
          snapshot = after
        }
      }),
      { numRuns: 250, seed: 63_11 },
    )
    expect(counts.accepted).toBeGreaterThan(400)
    expect(counts.refused).toBeGreaterThan(200)
  })

  test('can be undone: who is what and where is again as before', () => {
    const undone = new Set<string>()
    fc.assert(
      fc.property(drawn, (draw) => {
        const before = household()
        const command = commandOf(before, draw, '2026-01')
        const done = planOf({ snapshot: before, ...command, today: '2026-01-28' })
        if (!done.ok) return
        const after = afterPlan(before, done.value)
        const past = { caseId: 'past', changes: done.value.changes, later: [] }
        const undo = planOf({
          snapshot: after,
          effects: [{ op: 'reverseEffects', of: { caseNumber: 'number' } }],
          answers: { number: 'GS-1' },
          today: '2026-02-01',
          pastCases: new Map([['GS-1', past]]),
        })
        expect(undo.ok || undo.refusals).toBe(true)
        if (undo.ok) expect(stateOf(afterPlan(after, undo.value))).toEqual(stateOf(before))
        undone.add(draw.kind)
      }),
      { numRuns: 400, seed: 63_09 },
    )
    expect([...undone].sort()).toEqual(
      expect.arrayContaining(['abroad', 'address', 'birth', 'death', 'divorce', 'merge', 'move', 'moveOut', 'split']),
    )
  })
})
