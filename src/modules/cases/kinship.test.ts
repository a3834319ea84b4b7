import { describe, expect, it } from 'vitest'
import { decideKinship, type Ties } from './kinship.ts'

const nobody: Ties = { casePersons: ['child', 'mother'], caseFamilies: ['kk1'], officerKin: [] }

describe('kinship', () => {
  it('lets a stranger work', () => {
    expect(decideKinship('x', { applicant: 'a', helpers: [undefined] }, nobody)).toBeUndefined()
    expect(
      decideKinship(
        'x',
        { helpers: [undefined] },
        {
          ...nobody,
          officerPerson: 'other',
          officerFamily: 'kk2',
          officerKin: ['aunt'],
        },
      ),
    ).toBeUndefined()
  })
  it('refuses the own case: as applicant, as the person concerned; and one that the officer helped to fill in', () => {
    expect(decideKinship('a', { applicant: 'a', helpers: [] }, nobody)?.code).toBe('own-case')
    expect(decideKinship('h', { applicant: 'a', helpers: ['b', 'h'] }, nobody)?.code).toBe('helped-case')
    expect(decideKinship('x', { applicant: 'a', helpers: [] }, { ...nobody, officerPerson: 'mother' })?.code).toBe(
      'own-case',
    )
  })
  it('refuses kin and the own family card', () => {
    expect(
      decideKinship('x', { applicant: 'a', helpers: [] }, { ...nobody, officerPerson: 'aunt', officerKin: ['mother'] })
        ?.code,
    ).toBe('kin-case')
    expect(
      decideKinship('x', { applicant: 'a', helpers: [] }, { ...nobody, officerPerson: 'lodger', officerFamily: 'kk1' })
        ?.code,
    ).toBe('kin-case')
  })
})
