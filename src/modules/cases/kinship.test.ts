import { describe, expect, it } from 'vitest'
import { decideKinship, type Ties } from './kinship.ts'

const nobody: Ties = { casePersons: ['child', 'mother'], caseFamilies: ['kk1'], officerKin: [] }

describe('kinship', () => {
  it('lets a stranger work', () => {
    expect(decideKinship('x', ['a', undefined], nobody)).toBeUndefined()
    expect(
      decideKinship('x', [undefined], {
        ...nobody,
        officerPerson: 'other',
        officerFamily: 'kk2',
        officerKin: ['aunt'],
      }),
    ).toBeUndefined()
  })
  it('refuses the own case: as applicant, as helper, as the person concerned', () => {
    expect(decideKinship('a', ['a', undefined], nobody)?.code).toBe('own-case')
    expect(decideKinship('h', ['a', 'h'], nobody)?.code).toBe('own-case')
    expect(decideKinship('x', ['a'], { ...nobody, officerPerson: 'mother' })?.code).toBe('own-case')
  })
  it('refuses kin and the own family card', () => {
    expect(decideKinship('x', ['a'], { ...nobody, officerPerson: 'aunt', officerKin: ['mother'] })?.code).toBe(
      'kin-case',
    )
    expect(decideKinship('x', ['a'], { ...nobody, officerPerson: 'lodger', officerFamily: 'kk1' })?.code).toBe(
      'kin-case',
    )
  })
})
