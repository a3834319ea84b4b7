// Marriages and divorces recorded here, by others and abroad: what ends and what goes on.
import { describe, expect, test } from 'vitest'
import type { ExampleRegister } from './example-register.ts'
import { registerFacts } from './facts-of-register.ts'
import { openMarriagesOf } from './kinship.ts'
import { household } from './testing/household.ts'
import { afterPlan, mustPlan, refusalsOf } from './testing/plan-of.ts'

const couple = { husband: { personId: 'ayah' }, wife: { personId: 'ibu' }, day: '2026-04-01' }
const record = (register: string, fields: object = {}) => [
  { op: 'recordDeed', as: 'deed', register, parties: { husband: 'husband', wife: 'wife' }, date: 'day', fields },
]
const codes = (refusals: readonly { code: string }[]) => refusals.map((one) => one.code)
const divorce: NonNullable<ExampleRegister['deeds']>[number] = {
  id: 'cerai',
  register: 'divorce',
  number: '6311-CR-01022024-9901',
  parties: { husband: 'ayah', wife: 'ibu' },
  date: '2024-02-01',
}
const marriage: NonNullable<ExampleRegister['deeds']>[number] = {
  id: 'kawin',
  register: 'marriage',
  number: '6311-KW-01052012-9901',
  parties: { husband: 'ayah', wife: 'ibu' },
  date: '2012-05-01',
}
/** The household without its marriage book. */
const unmarried = (deeds: ExampleRegister['deeds']) => {
  const snapshot = household({}, { deeds })
  return { ...snapshot, deeds: new Map([...snapshot.deeds].filter(([id]) => id !== 'nikah')) }
}

describe('the annulment of a divorce', () => {
  test('opens the marriage that an example says this divorce ended', () => {
    const snapshot = unmarried([{ ...marriage, endedOn: '2024-02-01', endedBy: 'cerai' }, divorce])
    expect(openMarriagesOf(snapshot, 'ibu')).toEqual([])
    const plan = mustPlan({ snapshot, effects: record('divorce-annulment'), answers: couple })
    const after = afterPlan(snapshot, plan)
    expect(openMarriagesOf(after, 'ibu').map((deed) => deed.id)).toEqual(['kawin'])
    expect(after.deeds.get('cerai')?.status).toBe('cancelled')
    expect(plan.warnings).toEqual([])
  })

  test('cancels a divorce whose marriage was recorded elsewhere, and says so', () => {
    const snapshot = unmarried([divorce])
    const plan = mustPlan({ snapshot, effects: record('divorce-annulment'), answers: couple })
    expect(codes(plan.warnings)).toEqual(['register-no-marriage-to-reopen'])
    expect(afterPlan(snapshot, plan).deeds.get('cerai')?.status).toBe('cancelled')
  })

  test('needs a divorce of these two', () => {
    const other = { ...divorce, parties: { husband: 'paman', wife: 'ibu' } }
    for (const deeds of [[], [other]])
      expect(refusalsOf({ snapshot: unmarried(deeds), effects: record('divorce-annulment'), answers: couple })).toEqual(
        ['register-divorce-not-found'],
      )
  })
})

describe('a deed by its number', () => {
  const note = (of?: string) => [
    {
      op: 'marginNote',
      deed: { deedNumber: 'number', register: 'divorce', ...(of === undefined ? {} : { of }) },
      kind: 'annulled',
    },
  ]
  const answers = { ...couple, number: divorce.number, stranger: { personId: 'paman' }, gone: { none: true as const } }
  const refused = (of?: string) => refusalsOf({ snapshot: unmarried([divorce]), effects: note(of), answers })

  test('is one of the person it must be of', () => {
    expect(refused('wife')).toEqual([])
    expect(refused()).toEqual([])
    expect(refused('stranger')).toEqual(['register-deed-of-another'])
    expect(refused('gone')).toEqual(['register-deed-of-another'])
  })
})

describe('an event abroad', () => {
  const abroad = (event: string) => record('overseas', { event: { value: event } })

  test('a marriage is an open marriage', () => {
    const snapshot = unmarried([])
    const after = afterPlan(snapshot, mustPlan({ snapshot, effects: abroad('2'), answers: couple }))
    const facts = registerFacts({ view: after, documents: [], day: '2026-04-10' })
    expect(facts.fact('hasOpenMarriage', 'ibu')).toBe(true)
    expect(facts.fact('spouse', 'ayah')).toBe('ibu')
    expect(facts.fact('hasDeed', 'ayah', { register: 'marriage' })).toBe(true)
  })

  test('a divorce ends the open marriage of the two, in every book that tells of it', () => {
    const snapshot = household({}, { deeds: [marriage] })
    const plan = mustPlan({ snapshot, effects: abroad('3'), answers: couple })
    const after = afterPlan(snapshot, plan)
    expect(openMarriagesOf(after, 'ibu')).toEqual([])
    const deed = plan.named.deed?.[0]?.id
    expect([...after.deeds.values()].filter((one) => one.endedBy === deed).map((one) => one.id)).toEqual([
      'nikah',
      'kawin',
    ])
  })

  test('the same divorce by a second proof is no fault; a divorce of nobody is told', () => {
    const proof = { ...record('divorce-certificate')[0], number: { value: '7/AC/2026' }, as: 'proof' }
    const effects = [...abroad('3'), proof]
    expect(mustPlan({ snapshot: household(), effects, answers: couple }).warnings).toEqual([])
    expect(codes(mustPlan({ snapshot: unmarried([]), effects: [proof], answers: couple }).warnings)).toEqual([
      'register-marriage-not-found',
    ])
  })

  test('any other event leaves a marriage alone', () => {
    const snapshot = household()
    const after = afterPlan(snapshot, mustPlan({ snapshot, effects: abroad('6'), answers: couple }))
    expect(openMarriagesOf(after, 'ibu').map((deed) => deed.id)).toEqual(['nikah'])
  })

  test('a marriage we know already is told without a warning; another one with it', () => {
    expect(mustPlan({ snapshot: household(), effects: abroad('2'), answers: couple }).warnings).toEqual([])
    const bigamy = { ...couple, husband: { personId: 'paman' } }
    expect(codes(mustPlan({ snapshot: household(), effects: abroad('2'), answers: bigamy }).warnings)).toContain(
      'register-already-married',
    )
  })

  test('people know the number the registrar there gave', () => {
    const fields = { event: { value: '2' }, foreignDeedNumber: { value: 'KL-77' }, foreignDeedDate: 'day' }
    const snapshot = unmarried([])
    const after = afterPlan(
      snapshot,
      mustPlan({ snapshot, effects: record('overseas', fields), answers: couple, today: '2026-04-09' }),
    )
    const facts = registerFacts({ view: after, documents: [], day: '2026-04-10' })
    expect(facts.fact('deedNumber', 'ibu', { register: 'marriage' })).toBe('KL-77')
    expect(facts.fact('deedDate', 'ibu', { register: 'marriage' })).toBe('2026-04-01')
  })
})
