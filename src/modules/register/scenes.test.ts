// Scenes 4 to 7 and 12 of the acceptance list, at the level of the register, without a database.
import { describe, expect, test } from 'vitest'
import { registerFacts } from './facts-of-register.ts'
import { familyOf, openMembers } from './kinship.ts'
import type { RegisterSnapshot } from './snapshot.ts'
import { address, HALONG, household, JUAI, TANJUNG } from './testing/household.ts'
import { afterPlan, mustPlan, planOf, refusalsOf } from './testing/plan-of.ts'

const death = (...more: unknown[]) => [
  { op: 'recordDeed', as: 'deed', register: 'death', parties: { deceased: 'deceased' }, date: 'deathDate' },
  { op: 'setPersonStatus', people: 'deceased', status: 'deceased' },
  { op: 'removeFamilyMember', person: 'deceased', reason: 'died' },
  { op: 'setMaritalStatus', people: { spouseOf: 'deceased' }, value: '6' },
  ...more,
  { op: 'revokeDocument', document: 'ktp-el', of: 'deceased' },
  { op: 'revokeDocument', document: 'ikd', of: 'deceased' },
]
const newHead = {
  op: 'setFamilyHead',
  family: { familyOf: 'newHead' },
  person: 'newHead',
  as: 'card',
  when: { answered: 'newHead' },
}
const died = { deceased: { personId: 'ayah' }, deathDate: '2026-04-01', newHead: { personId: 'ibu' } }
const card = (snapshot: RegisterSnapshot, id: string) => {
  const family = familyOf(snapshot, id)
  return family && Object.fromEntries(openMembers(family).map((member) => [member.personId, member.relation]))
}

describe('scene 4: the head of a family dies', () => {
  const snapshot = household()
  const plan = mustPlan({ snapshot, effects: death(newHead), answers: died })
  const after = afterPlan(snapshot, plan)

  test('the wife heads a card with a new number, widowed, the children with her', () => {
    expect(card(after, 'ibu')).toEqual({ ibu: '1', kakak: '4', adik: '4' })
    expect(familyOf(after, 'ibu')).toMatchObject({ kk: '6311011004269901', headId: 'ibu' })
    expect(after.families.get('kk1')?.status).toBe('retired')
    expect(after.persons.get('ibu')?.maritalStatus).toBe('6')
  })

  test('the dead man and his number are deceased since the day of death', () => {
    const facts = registerFacts({ view: after, documents: [], day: '2026-04-10' })
    expect(facts.fact('nikStatus', 'ayah')).toBe('deceased')
    expect(after.persons.get('ayah')).toMatchObject({ status: 'deceased', deathDate: '2026-04-01' })
    expect(familyOf(after, 'ayah')).toBeUndefined()
    expect(plan.changes.find((change) => change.kind === 'membership-closed')).toMatchObject({
      personId: 'ayah',
      until: '2026-04-01',
      reason: 'died',
    })
  })

  test('an office that keeps the number keeps it', () => {
    const kept = afterPlan(
      snapshot,
      mustPlan({ snapshot, effects: death(newHead), answers: died, policy: { newNumberAfterHeadDies: false } }),
    )
    expect(familyOf(kept, 'adik')).toMatchObject({ id: 'kk1', kk: '6311011205149901', headId: 'ibu' })
    expect(card(kept, 'ibu')).toEqual({ ibu: '1', kakak: '4', adik: '4' })
  })

  test('without a new head the card is refused, and nobody dies twice', () => {
    expect(refusalsOf({ snapshot, effects: death(newHead), answers: { ...died, newHead: undefined } })).toEqual([
      'register-card-without-head',
    ])
    expect(refusalsOf({ snapshot: after, effects: death(), answers: died })).toContain('register-second-death-deed')
  })
})

describe('scene 5: both parents die, the children are 12 and 8', () => {
  const snapshot = afterPlan(household(), mustPlan({ snapshot: household(), effects: death(newHead), answers: died }))
  const answers = {
    deceased: { personId: 'ibu' },
    deathDate: '2026-04-09',
    newHead: { personId: 'kakak' },
    orphans: ['kakak', 'adik'],
    uncle: { personId: 'paman' },
  }

  test('a card of minors alone is refused, a minor as head too', () => {
    expect(refusalsOf({ snapshot, effects: death(), answers })).toEqual(['register-card-of-minors'])
    expect(refusalsOf({ snapshot, effects: death(newHead), answers })).toEqual(['register-head-too-young'])
  })

  test('a guardian may come over and head the card', () => {
    const guardian = { ...newHead, family: { familyOf: 'deceased' } }
    const plan = mustPlan({
      snapshot,
      effects: death(guardian),
      answers: { ...answers, newHead: { personId: 'paman' } },
    })
    const after = afterPlan(snapshot, plan)
    expect(card(after, 'adik')).toEqual({ paman: '1', kakak: '9', adik: '9' })
    expect(after.families.get('kk2')?.status).toBe('retired')
  })

  test('or the children join another card', () => {
    const join = { op: 'moveFamilyMember', people: 'orphans', to: { familyOf: 'uncle' } }
    const after = afterPlan(snapshot, mustPlan({ snapshot, effects: death(join), answers }))
    expect(card(after, 'adik')).toEqual({ paman: '1', kakak: '9', adik: '9' })
    expect(familyOf(after, 'adik')?.id).toBe('kk2')
  })
})

const move = (more: object = {}) => [
  { op: 'applyKkNumberRule', family: { familyOf: 'applicant' }, movers: 'movers', address: 'to', as: 'moved', ...more },
]
const everyone = ['ayah', 'ibu', 'kakak', 'adik']
const moving = (movers: readonly string[], village: string, more: object = {}) => ({
  movers,
  to: address(village),
  ...more,
})

describe('scene 6: the whole family moves from Juai to Halong', () => {
  const snapshot = household()
  const plan = mustPlan({ snapshot, applicant: 'ayah', effects: move(), answers: moving(everyone, HALONG) })
  test('all numbers stay, address and village change', () => {
    const after = afterPlan(snapshot, plan)
    expect(plan.needs).toEqual([])
    expect(after.families.get('kk1')).toMatchObject({
      kk: '6311011205149901',
      status: 'active',
      address: address(HALONG),
    })
    for (const id of everyone)
      expect(after.persons.get(id)).toMatchObject({ villageCode: HALONG, nik: snapshot.persons.get(id)?.nik })
  })
})

describe('scene 7: the husband moves to Tabalong, wife and children stay', () => {
  const snapshot = household()
  const plan = mustPlan({
    snapshot,
    applicant: 'ayah',
    effects: move({ newHead: 'newHead' }),
    answers: moving(['ayah'], TANJUNG, { newHead: { personId: 'ibu' } }),
  })
  const after = afterPlan(snapshot, plan)

  test('the letter covers him alone; he is moving until Tabalong accepts', () => {
    expect(plan.changes.find((change) => change.kind === 'transfer-offered')).toMatchObject({
      to: '63.09',
      personIds: ['ayah'],
      letter: 'SKPWNI/6311/10042026/9901',
    })
    expect(after.persons.get('ayah')).toMatchObject({ status: 'moving', nikStatus: 'moving' })
    expect(after.families.get('kk1')).toMatchObject({ status: 'moving', headId: 'ayah' })
  })

  test('those who stay get a card with a new number', () => {
    expect(familyOf(after, 'ibu')).toMatchObject({ kk: '6311011004269901', headId: 'ibu', address: address(JUAI) })
    expect(card(after, 'ibu')).toEqual({ ibu: '1', kakak: '4', adik: '4' })
  })

  test('a move that is cancelled brings everything back', () => {
    const past = { caseId: 'c1', changes: plan.changes, later: [] }
    const cancel = mustPlan({
      snapshot: after,
      effects: [{ op: 'reverseEffects', of: { letter: 'letter' } }],
      answers: { letter: 'SKPWNI/6311/10042026/9901' },
      pastCases: new Map([['SKPWNI/6311/10042026/9901', past]]),
    })
    const back = afterPlan(after, cancel)
    expect(card(back, 'ayah')).toEqual({ ayah: '1', ibu: '3', kakak: '4', adik: '4' })
    expect(back.families.get('kk1')).toMatchObject({ status: 'active', kk: '6311011205149901', headId: 'ayah' })
    expect(back.persons.get('ayah')).toMatchObject({ status: 'active', nikStatus: 'active' })
    expect(cancel.changes.some((change) => change.kind === 'transfer-withdrawn')).toBe(true)
  })
})

describe('the number of a card when people move (7.2)', () => {
  const snapshot = household()
  const outcome = (effects: unknown, answers: object, applicant = 'ayah') => {
    const plan = mustPlan({ snapshot, applicant, effects, answers: answers as never })
    return { after: afterPlan(snapshot, plan), plan }
  }

  test('head stays, a member leaves: the remaining card keeps its number, who leaves gets another', () => {
    const result = outcome(move(), moving(['ibu', 'adik'], HALONG)).after
    expect(familyOf(result, 'ayah')).toMatchObject({ id: 'kk1', kk: '6311011205149901' })
    expect(card(result, 'ibu')).toEqual({ ibu: '1', adik: '4' })
    expect(familyOf(result, 'ibu')).toMatchObject({ kk: '6311021004269901', address: address(HALONG) })
  })

  test('head leaves inside the regency: the number goes along, those who stay get a new one', () => {
    const result = outcome(move(), moving(['ayah', 'kakak'], HALONG)).after
    expect(familyOf(result, 'ayah')).toMatchObject({ kk: '6311011205149901', address: address(HALONG) })
    expect(familyOf(result, 'ibu')).toMatchObject({ kk: '6311011004269901', headId: 'ibu', address: address(JUAI) })
    expect(card(result, 'ibu')).toEqual({ ibu: '1', adik: '4' })
  })

  test('joining another card: nobody gets a number, an empty card is retired', () => {
    const joined = outcome(
      move({ target: { familyOf: 'host' } }),
      moving(everyone, JUAI, { host: { personId: 'paman' } }),
    )
    expect(joined.plan.needs).toEqual([])
    expect(familyOf(joined.after, 'ibu')?.id).toBe('kk2')
    expect(joined.after.families.get('kk1')?.status).toBe('retired')
  })

  test('minors who would stay alone: a guardian heads them, or they join another card', () => {
    const answers = moving(['ayah', 'ibu'], HALONG, { host: { personId: 'paman' } })
    expect(refusalsOf({ snapshot, applicant: 'ayah', effects: move(), answers: answers as never })).toEqual([
      'register-minors-left-alone',
    ])
    expect(card(outcome(move({ newHead: 'host' }), answers).after, 'adik')).toEqual({
      paman: '1',
      kakak: '9',
      adik: '9',
    })
    expect(familyOf(outcome(move({ stayersTarget: { familyOf: 'host' } }), answers).after, 'adik')?.id).toBe('kk2')
  })

  test('minors who would leave alone need a card to join', () =>
    expect(
      refusalsOf({ snapshot, applicant: 'ayah', effects: move(), answers: moving(['adik'], HALONG) as never }),
    ).toEqual(['register-movers-cannot-head']))

  test('some members move away without the head: they travel on a card without a number', () => {
    const result = outcome(move(), moving(['ibu', 'adik'], TANJUNG))
    expect(result.plan.needs.map((need) => need.kind)).toEqual(['letter'])
    expect(card(result.after, 'ibu')).toEqual({ ibu: '1', adik: '4' })
    expect(familyOf(result.after, 'ibu')).toMatchObject({ status: 'moving', headId: 'ibu' })
    expect(familyOf(result.after, 'ayah')).toMatchObject({ id: 'kk1', status: 'active' })
  })

  test('foreigners alone leave with a letter of their own name', () => {
    const persons = new Map(
      [...snapshot.persons].map(([id, one]) => [id, id === 'ibu' ? { ...one, citizenship: 'OA' as const } : one]),
    )
    const letters = (movers: string[]) =>
      mustPlan({
        snapshot: { ...snapshot, persons },
        applicant: 'ayah',
        effects: move() as never,
        answers: moving(movers, TANJUNG) as never,
      }).needs.flatMap((need) => (need.kind === 'letter' ? [need.form ?? 'SKPWNI'] : []))
    expect(letters(['ibu'])).toEqual(['SKPOA'])
    expect(letters(['ibu', 'adik'])).toEqual(['SKPWNI'])
  })

  test('abroad: off the cards, those who stay as before', () => {
    const effects = [
      { op: 'setPersonStatus', people: 'movers', status: 'abroad' },
      { op: 'applyKkNumberRule', family: { familyOf: 'applicant' }, movers: 'movers' },
    ]
    const result = outcome(effects, { movers: ['ayah'] }).after
    expect(familyOf(result, 'ayah')).toBeUndefined()
    expect(familyOf(result, 'ibu')).toMatchObject({ kk: '6311011004269901', headId: 'ibu' })
    expect(result.families.get('kk1')?.status).toBe('retired')
  })

  test('a split at one address: new number for those who leave', () => {
    const effects = [{ op: 'createFamily', as: 'fresh', head: 'newHead', members: 'leaving' }]
    const result = outcome(effects, { newHead: { personId: 'ibu' }, leaving: ['adik'] }).after
    expect(familyOf(result, 'adik')).toMatchObject({ kk: '6311011004269901', address: address(JUAI) })
    expect(card(result, 'ayah')).toEqual({ ayah: '1', kakak: '4' })
  })
})

describe('scene 12: a deed is cancelled by a court', () => {
  const snapshot = household()
  const first = mustPlan({ snapshot, effects: death(newHead), answers: died })
  const after = afterPlan(snapshot, first)
  const deedId = first.named.deed?.[0]?.id ?? ''
  const cancel = [
    { op: 'marginNote', deed: { deedNumber: 'number' }, kind: 'cancelled-by-court', fields: { court: 'court' } },
    { op: 'reverseEffects', of: { caseOf: { deedNumber: 'number' } } },
  ]
  const answers = { number: '6311-KM-10042026-9901', court: 'PA Paringin 12/2026' }

  test('its effects are reversed: he lives, is married, heads the old card', () => {
    const past = new Map([[deedId, { caseId: 'c1', changes: first.changes, later: [] }]])
    const back = afterPlan(after, mustPlan({ snapshot: after, effects: cancel, answers, pastCases: past }))
    expect(back.persons.get('ayah')).toMatchObject({ status: 'active', nikStatus: 'active' })
    expect(back.persons.get('ayah')?.deathDate).toBeUndefined()
    expect(back.persons.get('ibu')?.maritalStatus).toBe('2')
    expect(card(back, 'ayah')).toEqual({ ayah: '1', ibu: '3', kakak: '4', adik: '4' })
    expect(familyOf(back, 'ayah')?.kk).toBe('6311011205149901')
    expect(back.deeds.get(deedId)?.status).toBe('cancelled')
    expect(back.deeds.get(deedId)?.notes.map((note) => note.kind)).toEqual(['cancelled-by-court'])
  })

  test('a card for each is issued to whoever lives again by it, to nobody who stays dead', () => {
    const issuing = { op: 'issueDocument', document: 'ktp-el', of: { each: ['deceased'] } }
    const pastCases = new Map([[deedId, { caseId: 'c1', changes: first.changes, later: [] }]])
    const issued = (effects: readonly unknown[]) =>
      mustPlan({
        snapshot: after,
        effects: [...effects, issuing],
        answers: { ...answers, deceased: { personId: 'ayah' } },
        pastCases,
      }).changes.flatMap((one) => (one.kind === 'document' && one.action === 'issue' ? [one.of.id] : []))
    expect(issued(cancel)).toEqual(['ayah'])
    expect(issued([])).toEqual([])
  })

  test('later cases that built on it are named and come first', () => {
    const later = [
      { caseId: 'c2', number: 'GS-2', thingId: 'ibu', aspect: 'maritalStatus' },
      { caseId: 'c2', number: 'GS-2', thingId: 'ibu', aspect: 'card' },
    ]
    const past = new Map([[deedId, { caseId: 'c1', changes: first.changes, later }]])
    const result = planOf({ snapshot: after, effects: cancel, answers, pastCases: past })
    expect(result).toEqual({
      ok: false,
      refusals: [{ code: 'register-later-cases', at: 'of', params: { case: 'GS-2' } }],
    })
  })
})
