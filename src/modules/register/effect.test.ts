import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { EFFECT_OPS, effectSchema, effectsSchema } from './effect.ts'
import { usesOfEffect } from './effect-uses.ts'

const birth = [
  {
    op: 'createPerson',
    as: 'child',
    name: 'childName',
    sex: 'childSex',
    birthDate: 'birthDate',
    birthPlace: 'birthPlace',
    mother: 'mother',
    village: { fact: 'villageCode', of: 'mother' },
    nik: 'assign',
  },
  {
    op: 'recordDeed',
    as: 'birth',
    register: 'birth',
    parties: { child: 'child', mother: 'mother' },
    date: 'birthDate',
    witnesses: ['witness1'],
  },
  { op: 'addFamilyMember', family: { familyOf: 'mother' }, person: 'child', relation: '4' },
  { op: 'issueDocument', document: 'kia', of: 'child', when: { less: [{ ageOn: ['birthDate', { today: true }] }, 5] } },
]

describe('effects of a definition', () => {
  test('the table of the guide is closed and complete', () => {
    expect(EFFECT_OPS).toHaveLength(32)
    expect(new Set(EFFECT_OPS).size).toBe(32)
  })

  test('a birth reads', () => expect(v.safeParse(effectsSchema, birth).success).toBe(true))

  test.each([
    [{ op: 'deletePerson', person: 'child' }],
    [{ op: 'retireFamily', family: 'old', force: true }],
    [{ op: 'setPersonStatus', people: 'deceased', status: 'gone' }],
    [{ op: 'setField', person: 'applicant', field: 'nik', value: 'newNik' }],
    [{ op: 'retireFamily', family: 'old', when: { sometimes: true } }],
  ])('%j is refused', (effect) => expect(v.safeParse(effectSchema, effect).success).toBe(false))

  test('names what it makes and what it leans on', () => {
    const [create, deed, add] = v.parse(effectsSchema, birth)
    expect(usesOfEffect(create!)).toMatchObject({ makes: ['child'], persons: ['mother'] })
    expect(usesOfEffect(create!).values.map((value) => value.at)).toEqual([
      'name',
      'sex',
      'birthDate',
      'birthPlace',
      'village',
    ])
    expect(usesOfEffect(deed!)).toMatchObject({ makes: ['birth'], persons: ['child', 'mother'], answers: ['witness1'] })
    expect(usesOfEffect(add!)).toMatchObject({ persons: ['mother', 'child'], families: [] })
    const reverse = v.parse(effectSchema, { op: 'reverseEffects', of: { caseOf: { deedNumber: 'deedNo' } } })
    expect(usesOfEffect(reverse)).toMatchObject({ answers: ['deedNo'] })
    const move = v.parse(effectSchema, { op: 'moveFamilyMember', people: 'movers', to: { familyOf: 'host' } })
    expect(usesOfEffect(move).persons).toEqual(['movers', 'host'])
  })
})
