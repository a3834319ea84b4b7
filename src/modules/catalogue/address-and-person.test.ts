// Parts of addresses, the same person by two answers, places inside and outside the region.
import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { CaseScope } from './case-scope.ts'
import { checkService } from './check-service.ts'
import type { Condition, Value } from './expression.ts'
import type { FactSource, FactValue } from './facts.ts'
import { sentenceOfCondition, wordsOf } from './sentence.ts'
import { session } from './session.ts'
import { compiled, context, facts } from './testing/small-service.ts'

const text = (id: string) => ({ id, en: id })
const HERE = '63.11.06.2001'
const AWAY = '63.09.05.2001'
const home = { street: 'Jl. Pelita', rt: '2', rw: '1', village: HERE }
const HOMES: Readonly<Record<string, FactValue | null>> = { budi: home, ani: { village: HERE }, adik: null }
const source: FactSource = {
  fact: (name, of, extra) => {
    if (name === 'home') return of === undefined ? undefined : HOMES[of]
    if (name === 'villageCode') return HERE
    if (name === 'familyMembers') return ['budi', 'ani', 'adik']
    return facts.fact(name, of, extra)
  },
}
const service = compiled((raw) => {
  const { pages } = raw as unknown as { pages: { fields: unknown[] }[] }
  pages[0]!.fields.push(
    { key: 'mooring', type: 'address', label: text('Tempat'), required: true, prefill: { fact: 'home', of: 'owner' } },
    { key: 'origin', type: 'village', label: text('Asal'), required: false, within: 'outside' },
    { key: 'farAway', type: 'address', label: text('Jauh'), required: false, within: 'outside' },
    {
      key: 'crew',
      type: 'people',
      label: text('Awak'),
      required: true,
      prefill: { fact: 'familyMembers', of: 'owner' },
    },
    {
      key: 'captain',
      type: 'person',
      label: text('Nakhoda'),
      from: ['family', 'nik'],
      required: false,
      check: ['unlike:applicant'],
      filter: { noneOf: 'crew', where: { fact: 'samePersonAs', of: 'candidate', other: 'item' } },
    },
  )
  Object.assign(raw.calculations as object, {
    home: { fact: 'home', of: 'owner' },
    family: { fact: 'familyMembers', of: 'owner' },
    homeVillage: 'home.village',
  })
})
const owner = { personId: 'budi' }
const scopeOf = (answers: Answers) => new CaseScope(service, answers, source, context)
const truth = (condition: Condition, answers: Answers) => scopeOf(answers).holds(condition).truth
const worth = (value: Value, answers: Answers) => {
  const found = scopeOf(answers).value(value)
  return found.is === 'known' ? found.value : found.is
}
const fieldOf = (key: string, answers: Answers) =>
  session(service, answers, source, context)
    .pages.flatMap((page) => page.fields)
    .find((one) => one.field.key === key)!

describe('parts of an address', () => {
  test('are operands', () => {
    expect(worth('mooring.village', { mooring: home })).toBe(HERE)
    expect(worth('mooring.postalCode', { mooring: home })).toBe('absent')
    expect(worth('mooring.village', {})).toBe('unknown')
    expect(worth('home.rt', { owner })).toBe('2')
    expect(worth('homeVillage', { owner })).toBe(HERE)
  })

  test('tell one village from another', () => {
    const stays: Condition = { same: ['mooring.village', { fact: 'villageCode', of: 'owner' }] }
    expect(truth(stays, { owner, mooring: home })).toBe(true)
    expect(truth(stays, { owner, mooring: { ...home, village: AWAY } })).toBe(false)
    expect(truth(stays, { owner })).toBe('unknown')
    expect(truth({ is: ['mooring.village', AWAY] }, { mooring: { ...home, village: AWAY } })).toBe(true)
    expect(sentenceOfCondition({ not: stays }, wordsOf(service))).toEqual({
      id: '“desa pada tempat” tidak sama dengan desa pemilik',
      en: '“the village of tempat” does not equal the village of pemilik in English',
    })
  })

  test('that there are not, and parts of other things, are faults', () => {
    const faults = (value: string) => {
      const calculations = { ...service.calculations, street: value }
      return checkService({ ...service, calculations }, { services: new Set(), templates: {} })
        .map((fault) => fault.message)
        .filter((message) => message.includes(value.split('.')[1]!))
    }
    expect(faults('mooring.village')).toEqual([])
    expect(faults('mooring.house')).toEqual(['an address has no "house"; it has street, rt, rw, village, postalCode'])
    expect(faults('kind.house')).toEqual(['"kind.house" means nothing outside a list of things'])
  })
})

describe('the address on the card', () => {
  test('is put into the question', () => {
    expect(fieldOf('mooring', { owner }).suggestion).toEqual(home)
  })
  test('is asked for when the card does not say all of it', () => {
    expect(fieldOf('mooring', { owner: { personId: 'ani' } })).toMatchObject({ state: 'asked' })
    expect(fieldOf('mooring', { owner: { personId: 'adik' } })).toMatchObject({ state: 'asked' })
  })
})

test('everyone on the card is put into a question for several people, and is a list', () => {
  expect(fieldOf('crew', { owner }).suggestion).toEqual(['budi', 'ani', 'adik'])
  expect(worth({ countOf: 'family', where: { is: [{ fact: 'sex', of: 'item' }, 'L'] } }, { owner })).toBe(2)
})

describe('a place outside', () => {
  const codes = (key: string, answer: Answers[string]) =>
    fieldOf(key, { [key]: answer }).problems.map((one) => one.code)
  test('is not in the region that receives the application', () => {
    expect(codes('origin', AWAY)).toEqual([])
    expect(codes('origin', HERE)).toEqual(['village-inside'])
    expect(codes('farAway', { ...home, village: AWAY })).toEqual([])
    expect(codes('farAway', home)).toEqual(['village-inside'])
  })
})

describe('the same person', () => {
  const same = (answers: Answers) => truth({ fact: 'samePersonAs', of: 'owner', other: 'captain' }, answers)
  test.each<[string, Answers, boolean | 'unknown']>([
    ['by id', { owner, captain: { personId: 'budi' } }, true],
    ['another id', { owner, captain: { personId: 'ani' } }, false],
    ['by NIK', { owner, captain: { nik: '6311061703869901', name: 'Budi Santoso' } }, true],
    ['another NIK', { owner, captain: { nik: '6311061703869902', name: 'Budi Santoso' } }, false],
    ['left empty', { owner }, false],
    ['not known yet', { captain: { personId: 'budi' } }, 'unknown'],
  ])('%s', (_, answers, expected) => {
    expect(same(answers)).toBe(expected)
  })

  test('nobody is the same as anybody', () => {
    const answers: Answers = { owner, helper: { none: true } }
    expect(truth({ fact: 'samePersonAs', of: 'helper', other: 'owner' }, answers)).toBe(false)
  })

  const problems = (answers: Answers) => fieldOf('captain', answers).problems.map((one) => one.code)
  test('a filter may leave out who is in another answer', () => {
    expect(problems({ crew: ['ani'], captain: { personId: 'adik' } })).toEqual([])
    expect(problems({ crew: ['ani', 'adik'], captain: { personId: 'adik' } })).toEqual(['person-not-fitting'])
  })
  test('unlike the applicant, chosen from the family or by NIK', () => {
    expect(problems({ crew: ['ani'], captain: { personId: 'budi' } })).toEqual(['person-twice'])
    expect(
      problems({ crew: ['ani'], captain: { nik: '6311061703869901', name: 'Budi Santoso', personId: 'budi' } }),
    ).toEqual(['person-twice'])
  })
  test('the checker knows who is meant', () => {
    expect(checkService(service, { services: new Set(), templates: {} }).map((one) => one.message)).toEqual([
      '"mooring" is asked, but nothing uses the answer',
      '"origin" is asked, but nothing uses the answer',
      '"farAway" is asked, but nothing uses the answer',
      '"captain" is asked, but nothing uses the answer',
    ])
  })
})
