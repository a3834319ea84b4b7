// What an officer's page tells of a deed. Must stay true: that a child was adopted is for the roles it is sealed to.
import { expect, test } from 'vitest'
import { deedFacts, type RecordLens } from './record-facts.ts'
import { household, JUAI } from './testing/household.ts'
import { afterPlan, mustPlan } from './testing/plan-of.ts'

const snapshot = household(
  {},
  {
    deeds: [
      {
        id: 'lahir',
        register: 'birth',
        number: '6311-LT-01022015-0001',
        parties: { child: 'adik', mother: 'ibu' },
        date: '2015-02-01',
      },
    ],
  },
)
const adopted = afterPlan(
  snapshot,
  mustPlan({
    snapshot,
    effects: [
      { op: 'marginNote', deed: { deed: 'birth', of: 'child' }, kind: 'adoption' },
      { op: 'sealField', on: 'child', fields: ['adoption'], roles: ['verifier', 'validator', 'head'] },
    ],
    answers: { child: { personId: 'adik' } },
  }),
)
const lens = (role: string): RecordLens => ({
  snapshot: adopted,
  roles: [role],
  linkTo: () => undefined,
  villageName: () => JUAI,
})
const told = (role: string) =>
  JSON.stringify(deedFacts([...adopted.deeds.values()].find((deed) => deed.register === 'birth')!, lens(role)))

test.each(['front-office', 'village-operator', 'data-officer'])(
  '%s reads a note, not that it is an adoption',
  (role) => {
    expect(told(role)).toContain('Catatan pinggir')
    expect(told(role)).toContain('tertutup untuk peran Anda')
    expect(told(role)).not.toContain('pengangkatan')
  },
)

test('those it is sealed to read it', () => {
  expect(told('validator')).toContain('pengangkatan anak')
})
