// What the checker says of effects that speak of several people.
import { describe, expect, test } from 'vitest'
import { issuesCards } from './cards.ts'
import { CaseScope } from './case-scope.ts'
import { checkService } from './check-service.ts'
import { compiled, context, facts } from './testing/small-service.ts'

const crew = {
  key: 'crew',
  type: 'people',
  label: { id: 'Awak', en: 'Crew' },
  required: true,
}
const serviceWith = (effect: object) =>
  compiled((raw) => {
    const { pages } = raw as unknown as { pages: { fields: unknown[] }[] }
    pages[0]!.fields.push(crew)
    ;(raw.effects as unknown[]).push(effect)
  })
const faultsOf = (effect: object) =>
  checkService(serviceWith(effect), { services: new Set(), templates: {} }).map((fault) => fault.message)
const each = (where?: unknown, people: unknown = 'crew') => ({
  op: 'issueDocument',
  document: 'ktp-el',
  of: { each: people },
  ...(where === undefined ? {} : { where }),
})

describe('people in effects', () => {
  test.each([
    ['a paper for each of them', each({ fact: 'hasDocument', of: 'item', kind: 'ktp-el' })],
    ['for a list of references', each(undefined, ['owner', { othersOn: 'owner' }, 'crew'])],
    ['cards that are kept', { op: 'keepCards', of: 'crew' }],
    ['cards of some', { op: 'keepCards', of: ['crew', 'owner'] }],
  ])('%s', (_, effect) => {
    const unused = /is asked, but nothing uses/
    expect(faultsOf(effect).filter((message) => !unused.test(message))).toEqual([])
    if (JSON.stringify(effect).includes('crew')) expect(faultsOf(effect)).toEqual([])
  })

  test.each([
    ['nobody', each(undefined, 'sailors'), 'there is no answer, calculation or alias "sailors"'],
    ['a thing', each(undefined, 'kind'), '"kind" is no person'],
    ['a condition about nobody', { ...each(), of: 'owner', where: { fact: 'isHead', of: 'item' } }, 'nobody to choose'],
    ['a fact that is no condition', each({ fact: 'name', of: 'item' }), 'not a yes/no fact'],
    ['`item` outside of it', { ...each(), when: { fact: 'isHead', of: 'item' } }, '"item" means nobody here'],
  ])('%s is a fault', (_, effect, message) => {
    expect(faultsOf(effect).filter((one) => one.includes(message))).not.toEqual([])
  })

  test('a case prints cards when one of the people gets one', () => {
    const service = serviceWith(each({ is: [{ fact: 'sex', of: 'item' }, 'P'] }))
    const prints = (people: string[]) =>
      issuesCards(service, new CaseScope(service, { kind: 'oar', crew: people }, facts, context))
    expect(prints(['budi', 'ani'])).toBe(true)
    expect(prints(['budi', 'adik'])).toBe(false)
  })
})

describe('seals', () => {
  const seal = (fields: readonly string[], roles: readonly string[] = ['clerk']) => ({
    op: 'sealField',
    on: 'owner',
    fields,
    roles,
  })
  test('of what the person bears, for roles of the process', () => {
    const about = faultsOf(seal(['motherId'], ['clark'])).filter((message) => /seal|role/.test(message))
    expect(about).toEqual(['there is no role "clark"'])
  })

  test('of a name that nothing bears are a fault', () => {
    expect(faultsOf(seal(['motherld']))).toContain('"owner" has no "motherld" to seal')
    expect(faultsOf(seal(['adoption']))).toContain('"owner" has no "adoption" to seal')
  })
})
