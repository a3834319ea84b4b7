import { describe, expect, test } from 'vitest'
import type { Answers } from '../catalogue/answers.ts'
import { familyOf, openMembers } from './kinship.ts'
import { address, household, JUAI } from './testing/household.ts'
import { afterPlan, mustPlan, refusalsOf } from './testing/plan-of.ts'

const birth = [
  {
    op: 'createPerson',
    as: 'child',
    name: 'childName',
    sex: 'childSex',
    birthDate: 'birthDate',
    birthPlace: 'birthPlace',
    mother: 'mother',
    father: 'father',
    village: { fact: 'villageCode', of: 'mother' },
    nik: 'assign',
  },
  {
    op: 'recordDeed',
    as: 'birth',
    register: 'birth',
    parties: { child: 'child', mother: 'mother', father: 'father' },
    date: 'birthDate',
    place: 'birthPlace',
    fields: { birthOrder: 'birthOrder' },
  },
  { op: 'addFamilyMember', family: { familyOf: 'mother' }, person: 'child', relation: '4' },
  { op: 'supersedeDocument', document: 'kk', of: { familyOf: 'mother' } },
  { op: 'issueDocument', document: 'kia', of: 'child', when: { less: [{ ageOn: ['birthDate', { today: true }] }, 5] } },
]
const born = {
  mother: { personId: 'ibu' },
  father: { personId: 'ayah' },
  childName: 'Aisyah Nur Ramadhani',
  childSex: 'P',
  birthDate: '2026-03-05',
  birthPlace: 'Balangan',
  birthOrder: 3,
}

describe('a birth', () => {
  const snapshot = household()
  const plan = mustPlan({ snapshot, effects: birth, answers: born })

  test('gives the numbers of the day, the district and the register', () => {
    expect(plan.needs.map((need) => need.kind)).toEqual(['nik', 'deed'])
    const child = plan.changes.find((change) => change.kind === 'person-created')
    expect(child?.person).toMatchObject({
      nik: '6311014503269901',
      motherId: 'ibu',
      fatherId: 'ayah',
      religion: '1',
      villageCode: JUAI,
    })
    const deed = plan.changes.find((change) => change.kind === 'deed-recorded')
    expect(deed?.deed).toMatchObject({
      number: '6311-LU-10042026-9901',
      date: '2026-03-05',
      enteredOn: '2026-04-10',
      fields: { birthOrder: 3 },
    })
  })

  test('puts the child on the card since the birth, and asks for the papers', () => {
    const after = afterPlan(snapshot, plan)
    const child = plan.named.child?.[0]?.id ?? ''
    expect(familyOf(after, child)?.id).toBe('kk1')
    expect(openMembers(after.families.get('kk1')!).find((member) => member.personId === child)).toMatchObject({
      relation: '4',
      from: '2026-03-05',
    })
    expect(plan.changes.filter((change) => change.kind === 'document')).toEqual([
      { kind: 'document', action: 'supersede', document: 'kk', of: { kind: 'family', id: 'kk1' } },
      { kind: 'document', action: 'issue', document: 'kia', of: { kind: 'person', id: child } },
    ])
  })

  test('says in lines and in words what it does', () => {
    expect(plan.done).toEqual([
      'createPerson child',
      'recordDeed birth',
      'addFamilyMember child',
      'supersedeDocument kk',
      'issueDocument kia',
    ])
    expect(plan.beforeAfter.map((row) => row.thing.id)).toEqual([
      'Penduduk baru: Aisyah Nur Ramadhani',
      'Akta kelahiran: Aisyah Nur Ramadhani',
      'Anggota KK: Aisyah Nur Ramadhani',
      'Kartu Keluarga: Hamdi Rahman',
      'Kartu Identitas Anak (KIA): Aisyah Nur Ramadhani',
    ])
    expect(plan.touched.map((thing) => [thing.kind, thing.version])).toEqual([
      ['deed', 0],
      ['family', 1],
      ['person', 0],
      ['person', 1],
      ['person', 1],
    ])
  })

  test('a late one carries the letters of a late report', () => {
    const late = mustPlan({ snapshot, effects: birth, answers: born, facts: { isLate: true } })
    expect(late.changes.find((change) => change.kind === 'deed-recorded')?.deed.number).toBe('6311-LT-10042026-9901')
  })

  test.each([
    ['a name with a digit', { childName: 'R2 D2' }, ['name-digit']],
    ['a day to come', { birthDate: '2026-04-11' }, ['register-date-future']],
    ['no such day', { birthDate: '2026-02-30' }, ['register-date-unreal', 'register-date-unreal']],
    ['a boy as mother', { mother: { personId: 'paman' } }, ['register-mother-sex']],
    [
      'nobody on a card',
      { mother: { none: true }, father: { none: true } },
      ['register-answer-missing', 'register-family-missing'],
    ],
  ])('%s is refused', (_what, changed: object, codes) => {
    const found = refusalsOf({ snapshot, effects: birth, answers: { ...born, ...changed } as Answers })
    for (const code of codes) expect(found).toContain(code)
  })

  test('one word is a warning, a mother of 14 too, one of 11 is refused', () => {
    expect(
      mustPlan({ snapshot, effects: birth, answers: { ...born, childName: 'Aisyah' } }).warnings.map(
        (warning) => warning.code,
      ),
    ).toEqual(['name-one-word'])
    const young = (birthDate: string) => ({
      snapshot: household({ ibu: { birthDate } }),
      effects: birth,
      answers: born,
    })
    expect(mustPlan(young('2012-01-01')).warnings.map((warning) => warning.code)).toContain('register-parent-young')
    expect(refusalsOf(young('2014-12-01'))).toContain('register-parent-too-young')
  })

  test('a second birth deed for one child is refused', () => {
    const again = [{ op: 'recordDeed', register: 'birth', parties: { child: 'kid' }, date: 'birthDate' }]
    const answers = { kid: { personId: 'adik' }, birthDate: '2018-07-05' }
    expect(refusalsOf({ snapshot, effects: again, answers })).toEqual([])
    expect(
      refusalsOf({ snapshot: household({ adik: { birthDeedNumber: '12/2018' } }), effects: again, answers }),
    ).toEqual(['register-second-birth-deed'])
  })
})

describe('a father dead for long', () => {
  const posthumous = (deathDate: string) => ({
    snapshot: household({ ayah: { status: 'deceased', deathDate } }),
    effects: birth,
    answers: born,
  })
  test('300 days are nothing to say, 301 a warning', () => {
    const codes = (date: string) => {
      const effects = [
        ...birth,
        { op: 'removeFamilyMember', person: 'father', reason: 'died' },
        { op: 'setFamilyHead', family: { familyOf: 'mother' }, person: 'mother' },
      ]
      return mustPlan({ ...posthumous(date), effects }).warnings.map((warning) => warning.code)
    }
    expect(codes('2025-05-09')).toEqual([])
    expect(codes('2025-05-08')).toEqual(['register-posthumous-late'])
  })
})

describe('the same birth told twice', () => {
  const withDeed = (birthPlurality: string, birthOrder: number, birthDate = '2026-03-05') =>
    household(
      {},
      {
        persons: [
          {
            id: 'baru',
            nik: '6311014503269977',
            name: 'Zahra Nur Aminah',
            sex: 'P',
            birthDate,
            mother: 'ibu',
            father: 'ayah',
            village: JUAI,
          },
        ],
        families: [
          {
            id: 'kk9',
            kk: '6311011205149977',
            head: 'nenek',
            address: address(JUAI),
            members: [
              { person: 'nenek', relation: '1' },
              { person: 'baru', relation: '6' },
            ],
          },
        ],
        deeds: [
          {
            register: 'birth',
            number: 'X',
            parties: { child: 'baru', mother: 'ibu' },
            date: birthDate,
            fields: { birthPlurality, birthOrder },
          },
        ],
      },
    )
  const report = birth.map((effect) =>
    effect.op === 'recordDeed'
      ? { ...effect, fields: { birthOrder: 'birthOrder', birthPlurality: 'plurality' } }
      : effect,
  )
  const told = (plurality: string, birthOrder: number) => ({ ...born, plurality, birthOrder })

  test.each([
    ['one child and another', withDeed('1', 3), told('1', 4), ['same-birth']],
    ['270 days apart', withDeed('1', 3, '2025-06-08'), told('1', 4), ['same-birth']],
    ['271 days apart', withDeed('1', 3, '2025-06-07'), told('1', 4), []],
    ['twins', withDeed('2', 3), told('2', 4), []],
    ['twins around midnight', withDeed('2', 3, '2026-03-04'), told('2', 4), []],
    [
      'a twin whose entry says nothing of it',
      household(
        {},
        {
          persons: [
            {
              id: 'baru',
              name: 'Zahra Nur Aminah',
              sex: 'P',
              birthDate: '2026-03-05',
              mother: 'ibu',
              village: JUAI,
              flags: ['vulnerable'],
            },
          ],
        },
      ),
      told('2', 4),
      [],
    ],
    ['twins with one order', withDeed('2', 3), told('2', 3), ['same-birth-order']],
  ] as const)('%s', (_what, snapshot, answers, codes) =>
    expect(refusalsOf({ snapshot, effects: report, answers: answers as Answers })).toEqual(codes),
  )
})
