import { describe, expect, it } from 'vitest'
import { decideFourEyes, type Hands, type Ties } from './four-eyes.ts'

const nobody: Ties = { casePersons: ['child', 'mother'], caseFamilies: ['kk1'], officerKin: [] }
const hands: Hands = { applicantAccount: 'a', screenedBy: 's', verifiedBy: 'v', validatedBy: 'w' }

describe('four eyes', () => {
  it('keeps verifier, validator and signer apart', () => {
    expect(decideFourEyes('validate', 'v', hands, nobody)?.code).toBe('four-eyes-verified')
    expect(decideFourEyes('sign', 'v', hands, nobody)?.code).toBe('four-eyes-verified')
    expect(decideFourEyes('sign', 'w', hands, nobody)?.code).toBe('four-eyes-validated')
    expect(decideFourEyes('verify', 'w', hands, nobody)?.code).toBe('four-eyes-validated')
    expect(decideFourEyes('sign', 'h', hands, nobody)).toBeUndefined()
    expect(decideFourEyes('validate', 'x', hands, nobody)).toBeUndefined()
  })
  it('refuses the own case, whether as applicant, helper or person concerned', () => {
    expect(decideFourEyes('screen', 'a', hands, nobody)?.code).toBe('own-case')
    expect(decideFourEyes('screen', 'h', { ...hands, helperAccount: 'h' }, nobody)?.code).toBe('own-case')
    expect(decideFourEyes('verify', 'x', hands, { ...nobody, officerPerson: 'mother' })?.code).toBe('own-case')
  })
  it('refuses kin and the own family card', () => {
    expect(
      decideFourEyes('verify', 'x', hands, { ...nobody, officerPerson: 'aunt', officerKin: ['mother'] })?.code,
    ).toBe('kin-case')
    expect(
      decideFourEyes('verify', 'x', hands, { ...nobody, officerPerson: 'lodger', officerFamily: 'kk1' })?.code,
    ).toBe('kin-case')
  })
})
