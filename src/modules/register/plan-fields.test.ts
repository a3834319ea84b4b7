import { describe, expect, test } from 'vitest'
import { familyOf, openMembers } from './kinship.ts'
import { address, HALONG, household } from './testing/household.ts'
import { afterPlan, mustPlan, refusalsOf } from './testing/plan-of.ts'

describe('fields', () => {
  const snapshot = household()
  const set = (changes: unknown) => ({
    snapshot,
    applicant: 'ayah',
    effects: [{ op: 'setField', person: 'applicant', changes: 'changes' }],
    answers: { changes: changes as never },
  })

  test('a list of changes becomes codes; words of the list are understood', () => {
    const plan = mustPlan(
      set([
        { element: 'education', old: '3', new: '5' },
        { element: 'religion', old: '1', new: 'Katolik' },
        { element: 'maritalStatus', old: '2', new: '6' },
        { element: 'title', old: '', new: 'S.Pd.' },
        { element: 'photoSignature', old: '', new: '-' },
      ]),
    )
    expect(
      plan.changes.map((change) =>
        change.kind === 'field-set' ? [change.field, change.before, change.after] : change.kind,
      ),
    ).toEqual([
      ['education', null, '5'],
      ['religion', '1', '3'],
      ['previousMaritalStatus', '1', '2'],
      ['maritalStatus', '2', '6'],
      ['titleAfter', null, 'S.Pd.'],
    ])
    expect(plan.warnings).toEqual([
      { code: 'register-element-by-hand', at: 'photoSignature', params: { element: 'photoSignature' } },
    ])
  })

  test('a word that no list has is refused', () =>
    expect(refusalsOf(set([{ element: 'bloodType', old: '', new: 'X' }]))).toEqual(['register-code-unknown']))

  test('the NIK stays when the sex or the birth date changes', () => {
    const plan = mustPlan({
      snapshot,
      applicant: 'paman',
      answers: { sex: 'P' },
      effects: [{ op: 'setField', person: 'applicant', field: 'sex', value: 'sex' }],
    })
    const after = afterPlan(snapshot, plan).persons.get('paman')
    expect([after?.sex, after?.nik]).toEqual(['P', '6311010101799901'])
  })

  test('a birth date that makes a mother too young is refused', () => {
    const effects = [{ op: 'setField', person: 'applicant', field: 'birthDate', value: 'day' }]
    expect(refusalsOf({ snapshot, applicant: 'ibu', answers: { day: '2005-01-01' }, effects })).toEqual([
      'register-parent-too-young',
    ])
  })
})

test('an address belongs to the card; one member alone has none of their own', () => {
  const snapshot = household()
  const effects = [{ op: 'setAddress', people: 'movers', address: 'to' }]
  expect(refusalsOf({ snapshot, effects, answers: { movers: ['adik'], to: address(HALONG) } })).toEqual([
    'register-address-by-card',
  ])
  const all = mustPlan({
    snapshot,
    effects,
    answers: { movers: ['ayah', 'ibu', 'kakak', 'adik'], to: address(HALONG) },
  })
  expect(afterPlan(snapshot, all).persons.get('adik')?.villageCode).toBe(HALONG)
})

describe('an arrival with a letter of another region', () => {
  const people = [
    {
      id: 'suami',
      nik: '6309051703859901',
      name: 'Basuki Rahman',
      sex: 'L',
      birthDate: '1985-03-17',
      maritalStatus: '2',
      village: '63.09.05.2001',
      relation: '1',
    },
    {
      id: 'istri',
      nik: '6309055703889902',
      name: 'Lestari Handayani',
      sex: 'P',
      birthDate: '1988-03-17',
      maritalStatus: '2',
      village: '63.09.05.2001',
      relation: '3',
    },
    {
      id: 'putra',
      nik: '6309050507189901',
      name: 'Rafi Akbar',
      sex: 'L',
      birthDate: '2018-07-05',
      mother: 'istri',
      father: 'suami',
      village: '63.09.05.2001',
      relation: '4',
    },
  ] as const
  const snapshot = household({}, { transfers: [{ letter: 'L1', from: '63.09', head: 'suami', persons: [...people] }] })
  const effects = [
    { op: 'acceptTransfer', letter: 'letter', as: 'movers' },
    { op: 'createFamily', as: 'family', head: 'head', members: 'movers', address: 'home' },
    { op: 'supersedeDocument', document: 'ktp-el', of: 'head', when: { fact: 'everMarried', of: 'movers' } },
  ]

  test('they keep their numbers and their places on the card', () => {
    const plan = mustPlan({ snapshot, effects, answers: { letter: 'L1', head: 'suami', home: address(HALONG) } })
    const after = afterPlan(snapshot, plan)
    const card = familyOf(after, 'istri')
    expect(card).toMatchObject({ kk: '6311021004269901', headId: 'suami' })
    expect(openMembers(card!).map((member) => [member.personId, member.relation])).toEqual([
      ['suami', '1'],
      ['istri', '3'],
      ['putra', '4'],
    ])
    expect(after.persons.get('putra')).toMatchObject({ nik: '6309050507189901', villageCode: HALONG, status: 'active' })
    expect(plan.changes.filter((change) => change.kind === 'document')).toHaveLength(1)
  })

  test('a letter that was not fetched is one fault, not three', () =>
    expect(refusalsOf({ snapshot, effects, answers: { letter: 'L2', head: 'suami', home: address(HALONG) } })).toEqual([
      'register-letter-not-fetched',
    ]))
})
