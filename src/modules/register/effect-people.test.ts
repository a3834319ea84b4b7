// Effects that speak of several people at once: a paper for each, everybody else on a card, a host's card.
import { describe, expect, test } from 'vitest'
import type { ExampleRegister } from './example-register.ts'
import { familyOf, openMembers } from './kinship.ts'
import type { RegisterSnapshot } from './snapshot.ts'
import { HALONG, household, JUAI } from './testing/household.ts'
import { afterPlan, mustPlan, refusalsOf } from './testing/plan-of.ts'

const card = (snapshot: RegisterSnapshot, id: string) => {
  const family = familyOf(snapshot, id)
  return family && Object.fromEntries(openMembers(family).map((member) => [member.personId, member.relation]))
}
const papers = (plan: ReturnType<typeof mustPlan>) =>
  plan.changes.flatMap((change) =>
    change.kind === 'document' ? [`${change.action} ${change.document} ${change.of.kind} ${change.of.id}`] : [],
  )
const everyone = ['ayah', 'ibu', 'kakak', 'adik']

describe('a paper for each of several people', () => {
  const snapshot = household(
    {},
    {
      documents: [
        { kind: 'ktp-el', of: 'ayah' },
        { kind: 'kia', of: 'adik' },
      ],
    },
  )
  const renew = (document: string, more: object = {}) => [
    { op: 'issueDocument', document, of: { each: 'movers' }, ...more },
  ]
  const holds = (kind: string) => ({ where: { fact: 'hasDocument', of: 'item', kind } })

  test('goes to those it fits', () => {
    const effects = [...renew('ktp-el', holds('ktp-el')), ...renew('kia', holds('kia'))]
    const plan = mustPlan({ snapshot, effects, answers: { movers: everyone } })
    expect(papers(plan)).toEqual(['issue ktp-el person ayah', 'issue kia person adik'])
    expect(plan.done).toEqual(['issueDocument ktp-el each movers', 'issueDocument kia each movers'])
  })

  test('is left out, not refused, when it fits nobody', () => {
    const plan = mustPlan({ snapshot, effects: renew('ktp-el', holds('ikd')), answers: { movers: everyone } })
    expect(papers(plan)).toEqual([])
  })

  test('may be the card of a family or the extract of a deed, once each', () => {
    const effects = [
      ...renew('kk'),
      { op: 'supersedeDocument', document: 'marriage-deed-extract', of: { each: 'movers' } },
    ]
    const plan = mustPlan({ snapshot, effects, answers: { movers: ['ayah', 'ibu'] } })
    expect(papers(plan)).toEqual(['issue kk family kk1', 'supersede marriage-deed-extract deed nikah'])
  })

  test('facts of arrivals are read from the register as it is then', () => {
    const arrivals: ExampleRegister['transfers'] = [
      {
        letter: 'SKPWNI/6309/01042026/0001',
        from: '63.09',
        head: 'suami',
        persons: [
          { id: 'anaknya', name: 'Rizki Pratama', sex: 'L', birthDate: '2019-05-01', village: HALONG, relation: '4' },
          { id: 'istri', name: 'Dewi Lestari', sex: 'P', birthDate: '1992-05-01', village: HALONG, relation: '3' },
          { id: 'suami', name: 'Yusuf Maulana', sex: 'L', birthDate: '1990-05-01', village: HALONG, relation: '1' },
        ],
      },
    ]
    const effects = [
      { op: 'acceptTransfer', letter: 'letter', as: 'arrivals' },
      { op: 'createFamily', as: 'fresh', head: 'arrivals', members: 'arrivals', address: 'to' },
      {
        op: 'issueDocument',
        document: 'ktp-el',
        of: { each: 'arrivals' },
        where: { atLeast: [{ fact: 'ageYears', of: 'item' }, 17] },
      },
    ]
    const answers = {
      letter: 'SKPWNI/6309/01042026/0001',
      to: { street: 'Jl. Pelita', rt: '1', rw: '1', village: HALONG },
    }
    const arriving = household({}, { transfers: arrivals })
    const plan = mustPlan({ snapshot: arriving, effects, answers })
    expect(papers(plan)).toEqual(['issue ktp-el person suami', 'issue ktp-el person istri'])
    expect(card(afterPlan(arriving, plan), 'istri')).toEqual({ suami: '1', istri: '3', anaknya: '4' })
  })

  test('a card is kept by each of several people, or by everyone on a card', () => {
    const both = mustPlan({ snapshot, effects: [{ op: 'keepCards', of: 'movers' }], answers: { movers: everyone } })
    expect(papers(both).filter((line) => line.endsWith('ayah') || line.endsWith('adik'))).toEqual([
      'keep ktp-el person ayah',
      'keep kia person adik',
    ])
    const keep = (of: unknown) =>
      papers(mustPlan({ snapshot, effects: [{ op: 'keepCards', document: 'kia', of }], answers: { movers: ['adik'] } }))
    expect(keep('movers')).toEqual(['keep kia person adik'])
    expect(keep(['movers'])).toEqual(['keep kia person adik'])
    expect(
      papers(
        mustPlan({
          snapshot,
          applicant: 'ibu',
          effects: [{ op: 'keepCards', document: 'kia', of: { familyOf: 'applicant' } }],
        }),
      ),
    ).toHaveLength(4)
  })
})

test('everybody else on the card of somebody who died joins the card of a guardian', () => {
  const snapshot = household({ ibu: { status: 'deceased', deathDate: '2025-01-01' } })
  const left = { ...snapshot, families: new Map(snapshot.families) }
  const kk1 = snapshot.families.get('kk1')!
  left.families.set('kk1', { ...kk1, members: kk1.members.filter((member) => member.personId !== 'ibu') })
  const effects = [
    { op: 'setPersonStatus', people: 'deceased', status: 'deceased' },
    { op: 'removeFamilyMember', person: 'deceased', reason: 'died' },
    { op: 'moveFamilyMember', people: { othersOn: 'deceased' }, to: { familyOf: 'guardian' } },
  ]
  const answers = { deceased: { personId: 'ayah' }, guardian: { personId: 'paman' } }
  const plan = mustPlan({ snapshot: left, effects, answers })
  expect(card(afterPlan(left, plan), 'adik')).toEqual({ paman: '1', kakak: '9', adik: '9' })
  expect(plan.done[2]).toBe('moveFamilyMember othersOn deceased')
})

describe('movers who join a card without an address of their own', () => {
  const rule = { op: 'applyKkNumberRule', family: { familyOf: 'applicant' }, movers: 'movers' }
  const effects = [{ ...rule, target: { familyOf: 'host' } }]
  const answers = { movers: ['ibu', 'adik'], host: { personId: 'paman' } }

  test('live where that card says', () => {
    const snapshot = household({}, {})
    const away = { ...snapshot, families: new Map(snapshot.families) }
    const host = snapshot.families.get('kk2')!
    away.families.set('kk2', { ...host, address: { ...host.address, village: HALONG } })
    const after = afterPlan(away, mustPlan({ snapshot: away, applicant: 'ayah', effects, answers }))
    expect(card(after, 'adik')).toEqual({ paman: '1', ibu: '9', adik: '9' })
    expect(after.persons.get('ibu')).toMatchObject({ status: 'active', villageCode: HALONG })
    expect(after.persons.get('ayah')).toMatchObject({ villageCode: JUAI })
    expect(after.families.get('kk1')?.members.find((one) => one.personId === 'ibu')?.reason).toBe('joined-another')
  })

  test('and a host without a card is told once', () => {
    const nobody = { ...answers, host: { personId: 'stranger' } }
    expect(refusalsOf({ snapshot: household(), applicant: 'ayah', effects, answers: nobody })).toEqual([
      'register-family-missing',
    ])
  })
})

describe('a deed that is only cited', () => {
  const couple = {
    husband: { personId: 'ayah' },
    wife: { personId: 'ibu' },
    day: '2013-05-01',
    number: '0101/1/V/2013',
  }
  const cite = (register: string, number?: string) => [
    {
      op: 'recordDeed',
      as: 'deed',
      register,
      parties: { husband: 'husband', wife: 'wife' },
      date: 'day',
      ...(number === undefined ? {} : { number }),
    },
  ]
  const snapshot = { ...household(), deeds: new Map() }

  test('does not move a case into its past when the case says since when it holds', () => {
    const effects = cite('marriage-book', 'number')
    expect(mustPlan({ snapshot, effects, answers: couple }).from).toBe('2013-05-01')
    expect(mustPlan({ snapshot, effects, answers: couple, eventDate: '2026-04-10' }).from).toBe('2026-04-10')
    expect(mustPlan({ snapshot, effects: cite('divorce'), answers: couple, eventDate: '2026-04-10' }).from).toBe(
      '2013-05-01',
    )
  })

  test('keeps the number it has in an old book of ours', () => {
    const plan = mustPlan({ snapshot, effects: cite('marriage', 'number'), answers: couple })
    expect(plan.needs).toEqual([])
    expect(plan.changes.find((change) => change.kind === 'deed-recorded')?.deed).toMatchObject({
      number: '0101/1/V/2013',
      year: 2013,
      date: '2013-05-01',
      enteredOn: '2026-04-10',
      fields: { fromOldBook: true },
    })
  })
})
