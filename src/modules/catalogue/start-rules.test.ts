import { expect, it } from 'vitest'
import { isDecidedAtStart, refusedAtStart } from './start-rules.ts'

const signed = { not: { fact: 'hasSignedDocument', of: 'applicant', kind: 'kk' } } as const

it('takes conditions of the applicant’s own record alone', () => {
  expect(isDecidedAtStart(signed)).toBe(true)
  expect(
    isDecidedAtStart({
      any: [{ atLeast: [{ fact: 'ageYears', of: 'applicant' }, 17] }, { fact: 'everMarried', of: 'applicant' }],
    }),
  ).toBe(true)
})

it('leaves what an answer, another person or the role could still turn', () => {
  expect(isDecidedAtStart({ any: [{ not: { answered: 'host' } }, { fact: 'isHead', of: 'applicant' }] })).toBe(false)
  expect(isDecidedAtStart({ not: { fact: 'hasDocument', of: 'child', kind: 'kia' } })).toBe(false)
  expect(isDecidedAtStart({ fact: 'sameFamilyAs', of: 'applicant', other: 'host' })).toBe(false)
  expect(isDecidedAtStart({ is: [{ fact: 'applicantRole' }, 'head'] })).toBe(false)
  expect(isDecidedAtStart({ fact: 'subjectOfDeed', of: 'applicant', register: 'birth', number: 'deedNumber' })).toBe(
    false,
  )
})

it('names only what does not hold and can no longer hold', () => {
  const failed = (id: string) => ({ id, text: { id, en: id }, refusal: { code: 'not-eligible', at: id } })
  expect(
    refusedAtStart({ refusals: [failed('paper'), failed('host')] }, [
      { id: 'paper', require: signed },
      { id: 'host', require: { answered: 'host' } },
      { id: 'adult', require: { fact: 'everMarried', of: 'applicant' } },
    ]).map((one) => one.id),
  ).toEqual(['paper'])
})
