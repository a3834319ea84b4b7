import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { evaluateCondition } from './condition.ts'
import type { Condition, Value } from './expression.ts'
import { scopeOf } from './testing/small-service.ts'
import { evaluateValue } from './value.ts'

const motor: Answers = {
  kind: 'motor',
  power: 40,
  builtOn: '2020-04-11',
  owner: { personId: 'budi' },
  parts: [
    { name: 'a', price: '99.5' },
    { name: 'b', price: '120' },
  ],
}
const truth = (condition: Condition, answers: Answers = motor) => evaluateCondition(condition, scopeOf(answers)).truth
const worth = (value: Value, answers: Answers = motor) => {
  const found = evaluateValue(value, scopeOf(answers))
  return found.is === 'known' ? found.value : found.is
}

describe('conditions', () => {
  test.each<[string, Condition, boolean]>([
    ['is', { is: ['kind', 'motor'] }, true],
    ['is, of a number', { is: ['power', 40] }, true],
    ['in', { in: ['kind', ['oar', 'sail']] }, false],
    ['less', { less: ['power', 40] }, false],
    ['at most', { atMost: ['power', 40] }, true],
    ['more, of exact decimals', { more: [{ value: '0.30000000000000001' }, { value: '0.3' }] }, true],
    ['at least, of an age', { atLeast: [{ ageOn: ['builtOn', { today: true }] }, 6] }, false],
    ['at most, of an age the day before the birthday', { atMost: [{ ageOn: ['builtOn', { today: true }] }, 5] }, true],
    ['before', { before: ['builtOn', { today: true }] }, true],
    ['after', { after: ['builtOn', { value: '2020-04-11' }] }, false],
    ['days between', { is: [{ daysBetween: [{ value: '2026-04-01' }, { today: true }] }, 9] }, true],
    ['some of', { someOf: 'parts', where: { more: ['item.price', 100] } }, true],
    ['every of', { everyOf: 'parts', where: { more: ['item.price', 100] } }, false],
    ['none of', { noneOf: 'parts', where: { more: ['item.price', 200] } }, true],
    ['count', { is: [{ countOf: 'parts', where: { less: ['item.price', 100] } }, 1] }, true],
    ['a fact of a person', { is: [{ fact: 'sex', of: 'owner' }, 'L'] }, true],
    ['a yes/no fact by itself', { fact: 'inRegister', of: 'owner' }, true],
    ['not', { not: { answered: 'nickname' } }, true],
    ['an optional question left empty is nothing', { is: ['nickname', 'x'] }, false],
    ['and so is its denial', { not: { is: ['nickname', 'x'] } }, true],
  ])('%s', (_, condition, expected) => {
    expect(truth(condition)).toBe(expected)
  })

  test('what is not known yet is unknown, with what is missing', () => {
    expect(evaluateCondition({ is: ['kind', 'motor'] }, scopeOf({}))).toEqual({
      truth: 'unknown',
      missing: [{ answer: 'kind' }],
    })
    expect(evaluateCondition({ fact: 'enrolled', of: 'owner' }, scopeOf(motor))).toEqual({
      truth: 'unknown',
      missing: [{ fact: 'enrolled', of: 'owner' }],
    })
  })

  test('one false makes all false and one true makes any true, however much is unknown', () => {
    const open: Condition = { fact: 'enrolled', of: 'owner' }
    expect(truth({ all: [open, { is: ['kind', 'oar'] }] })).toBe(false)
    expect(truth({ any: [open, { is: ['kind', 'motor'] }] })).toBe(true)
    expect(truth({ all: [open, { is: ['kind', 'motor'] }] })).toBe('unknown')
    expect(truth({ any: [open, { is: ['kind', 'oar'] }] })).toBe('unknown')
    expect(truth({ not: open })).toBe('unknown')
    expect(truth({ someOf: 'parts', where: open })).toBe('unknown')
  })

  test('an answer to a hidden question counts for nothing', () => {
    expect(truth({ atLeast: ['power', 1] }, { ...motor, kind: 'oar' })).toBe(false)
    expect(truth({ answered: 'power' }, { ...motor, kind: 'oar' })).toBe(false)
  })

  test('a spouse the register knows does not exist is absent, not unknown', () => {
    expect(truth({ is: [{ fact: 'spouse', of: 'owner' }, 'ani'] }, { ...motor, owner: { personId: 'adik' } })).toBe(
      false,
    )
    expect(truth({ is: [{ fact: 'spouse', of: 'owner' }, 'ani'] })).toBe(true)
  })

  test('someone from elsewhere is told by the answer itself', () => {
    const owner = {
      name: 'John Doe',
      travelDocument: 'A1234567',
      birthPlace: 'Perth',
      birthDate: '1990-04-11',
      citizenship: 'OA',
    }
    const outside = { ...motor, owner }
    expect(truth({ fact: 'inRegister', of: 'owner' }, outside)).toBe(false)
    expect(truth({ is: [{ fact: 'citizenship', of: 'owner' }, 'OA'] }, outside)).toBe(true)
    expect(worth({ fact: 'ageYears', of: 'owner' }, outside)).toBe(35)
    expect(truth({ is: [{ fact: 'maritalStatus', of: 'owner' }, '2'] }, outside)).toBe('unknown')
    expect(truth({ fact: 'sameFamilyAs', of: 'applicant', other: 'owner' }, outside)).toBe(false)
  })

  test('a NIK the register has not confirmed yet is nobody known', () => {
    expect(
      truth(
        { fact: 'inRegister', of: 'owner' },
        { ...motor, owner: { nik: '6311061703869901', name: 'Budi Santoso' } },
      ),
    ).toBe('unknown')
  })
})

describe('values', () => {
  test.each<[string, Value, unknown]>([
    ['add, exactly', { add: [{ value: '0.1' }, { value: '0.2' }] }, '0.3'],
    ['subtract', { subtract: [10, 'power'] }, -30],
    ['multiply', { multiply: ['power', 1.15] }, 46],
    ['round half away from zero', { round: [{ value: '-2.5' }, 0] }, -3],
    ['round to decimals', { round: [{ value: '2.345' }, 2] }, '2.35'],
    ['if', { if: [{ is: ['kind', 'motor'] }, { value: 'm' }, { value: 'o' }] }, 'm'],
    ['if without a second part is unknown', { if: [{ is: ['kind', 'oar'] }, 1] }, 'unknown'],
    ['concat leaves out what is absent', { concat: ['kind', 'nickname', { value: '!' }] }, 'motor!'],
    ['a calculation', 'fee', 46],
    ['absent makes a sum absent', { add: ['nickname', 1] }, 'absent'],
    ['a person', { fact: 'spouse', of: 'owner' }, 'ani'],
  ])('%s', (_, value, expected) => {
    expect(worth(value)).toEqual(expected)
  })

  test('a sum with an open part is unknown and says which', () => {
    expect(evaluateValue({ add: ['power', 1] }, scopeOf({ kind: 'motor' }))).toEqual({
      is: 'unknown',
      missing: [{ answer: 'power' }],
    })
  })
})
