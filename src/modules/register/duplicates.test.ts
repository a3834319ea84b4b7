import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthDateLevel, type Comparable, comparePersons, findDuplicates } from './duplicates.ts'
import { blockingKeys } from './duplicates-blocking.ts'
import { decideSameApplication, decideSameBirth, decideSameDeath, findUploadsOfOthers } from './duplicates-events.ts'
import { refusals } from './duplicates-refusals.ts'
import { labelledSet } from './duplicates-testset.ts'
import { DUPLICATE_WEIGHTS } from './duplicates-weights.ts'

const weights = DUPLICATE_WEIGHTS
const arsinah: Comparable = {
  name: 'Arsinah',
  birthDate: '1988-03-17',
  sex: 'P',
  motherName: 'Timang',
  villageCode: '63.11.02.2005',
}
const band = (change: Partial<Comparable>, of: Comparable = arsinah) =>
  comparePersons(of, { ...of, ...change }, weights).band

describe('the score of two persons', () => {
  it('is sure for the same facts in another spelling', () => {
    expect(band({})).toBe('sure')
    expect(band({ name: 'Hj. Arsina' })).toBe('sure')
    expect(band({ birthDate: '1988-03-18' })).toBe('sure')
  })

  it('is possible when one of the facts is doubtful', () => {
    expect(band({ birthDate: '1988-03-18', motherName: undefined })).toBe('possible')
    expect(band({ name: 'Rusmini' })).toBe('possible')
    expect(band({ birthDate: '1988-01-01', motherName: undefined })).toBe('possible')
  })

  it('is none for sisters, namesakes and declared twins', () => {
    expect(band({ name: 'Rusmini', birthDate: '1990-05-02' })).toBe('none')
    expect(band({ birthDate: '1961-11-02', motherName: 'Galuh', villageCode: '63.11.05.2001' })).toBe('none')
    const first = { ...arsinah, name: 'Hasan', multipleBirthOrder: 1 }
    expect(band({ name: 'Husin', multipleBirthOrder: 2 }, first)).toBe('none')
  })

  it('is sure for an equal NIK, whatever else differs, and says so first', () => {
    const match = comparePersons(
      { ...arsinah, nik: '6311065703889901' },
      { nik: '6311065703889901', name: 'Budi', birthDate: '1950-01-02', sex: 'L' },
      weights,
    )
    expect(match.band).toBe('sure')
    expect(match.parts[0]).toEqual({ field: 'nik', level: 'equal', points: 0 })
  })

  it('keeps its parts and its edition, and they add up', () => {
    const match = comparePersons(arsinah, { ...arsinah, birthDate: '1988-03-11', aliases: ['Arsina'] }, weights)
    expect(match.edition).toBe(weights.edition)
    expect(match.parts.map((part) => part.field)).toEqual(['name', 'birthDate', 'sex', 'mother', 'village'])
    expect(match.parts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(match.score, 6)
  })

  it('takes the best of other spellings found on old papers', () => {
    const changed = { ...arsinah, name: 'Galuh Permata' }
    expect(comparePersons(arsinah, changed, weights).parts[0]?.level).toBeLessThan(0.5)
    expect(comparePersons(arsinah, { ...changed, aliases: ['Arsina'] }, weights).parts[0]?.level).toBe(1)
  })

  it('does not depend on the order of the two, and the list agrees with the pair', () => {
    const { register, pairs } = labelledSet(5, { register: 300, pairs: 150, news: 0 })
    const places = fc.nat(register.length - 1)
    fc.assert(
      fc.property(places, fc.nat(pairs.length - 1), (place, i) => {
        const a = register[place]!
        const b = pairs[i]!.report
        const match = comparePersons(a, b, weights)
        expect(comparePersons(b, a, weights)).toEqual(match)
        expect(findDuplicates(a, [b], weights).map((found) => found.match)).toEqual(
          match.band === 'none' ? [] : [match],
        )
      }),
      { numRuns: 400 },
    )
    const found = findDuplicates(pairs[0]!.report, register, weights)
    expect(found[0]?.candidate).toBe(register[pairs[0]!.of])
  })

  it('knows how dates differ', () => {
    expect(birthDateLevel('1990-03-07', '1990-03-07')).toBe('equal')
    expect(birthDateLevel('1990-03-07', '1990-07-03')).toBe('swapped')
    expect(birthDateLevel('1990-03-17', '1980-03-17')).toBe('oneDigit')
    expect(birthDateLevel('1990-03-17', '1990-03-11')).toBe('oneDigit')
    expect(birthDateLevel('1990-03-17', '1990-01-01')).toBe('estimated')
    expect(birthDateLevel('1990-03-17', '1990-08-22')).toBe('sameYear')
    expect(birthDateLevel('1990-03-17', '1985-08-22')).toBe('different')
  })
})

describe('keys for candidates', () => {
  const share = (a: Comparable, b: Comparable) => blockingKeys(a).some((key) => blockingKeys(b).includes(key))

  it('join the same person under every single slip', () => {
    for (const change of [
      { birthDate: '1988-03-11' },
      { birthDate: '1998-03-17' },
      { name: 'Arsnah' },
      { name: 'Rusmini' },
      { motherName: undefined },
      { villageCode: undefined },
      { birthDate: '1988-01-01' },
    ] satisfies Partial<Comparable>[]) {
      expect(share(arsinah, { ...arsinah, ...change }), JSON.stringify(change)).toBe(true)
    }
    const swapped = { ...arsinah, birthDate: '1988-03-07', name: 'X', motherName: undefined, villageCode: undefined }
    expect(share(swapped, { ...swapped, birthDate: '1988-07-03', name: 'Y' })).toBe(true)
    expect(
      share(
        { ...arsinah, nik: '6311065703889901' },
        { nik: '6311065703889901', name: 'Budi', birthDate: '1950-01-02', sex: 'L' },
      ),
    ).toBe(true)
  })

  it('do not join all who are written down for 1 January', () => {
    const a: Comparable = { name: 'Rusmini', birthDate: '1950-01-01', sex: 'P' }
    expect(share(a, { name: 'Galuh', birthDate: '1950-01-01', sex: 'P' })).toBe(false)
    expect(share(a, { name: 'Roesmini', birthDate: '1950-01-01', sex: 'P' })).toBe(true)
    expect(share(a, { name: 'Rusmini', birthDate: '1951-01-01', sex: 'P' })).toBe(true)
  })
})

describe('the same event twice', () => {
  const mother = '6311065703889901'
  const known = { mother, birthDate: '2026-03-05', plurality: 1 }

  it('holds births of one mother within 270 days against each other', () => {
    const report = (birthDate: string) => decideSameBirth({ mother, birthDate, plurality: 1 }, [known])?.code
    expect(report('2026-03-05')).toBe('same-birth')
    expect(report('2026-11-30')).toBe('same-birth')
    expect(report('2026-12-01')).toBeUndefined()
    expect(report('2025-06-08')).toBe('same-birth')
    expect(report('2025-06-07')).toBeUndefined()
    expect(decideSameBirth({ mother: 'other', birthDate: '2026-03-05', plurality: 1 }, [known])).toBeUndefined()
  })

  it('lets declared twins pass on the same or next day with another order', () => {
    const first = { mother, birthDate: '2026-03-05', plurality: 2, order: 1 }
    const second = (birthDate: string, order: number | undefined, plurality = 2) =>
      decideSameBirth({ mother, birthDate, plurality, order }, [first])?.code
    expect(second('2026-03-05', 2)).toBeUndefined()
    expect(second('2026-03-06', 2)).toBeUndefined()
    expect(second('2026-03-04', 2)).toBeUndefined()
    expect(second('2026-03-07', 2)).toBe('same-birth')
    expect(second('2026-03-05', 1)).toBe('same-birth-order')
    expect(second('2026-03-05', undefined)).toBe('same-birth-order')
    expect(second('2026-03-05', 2, 1)).toBe('same-birth')
    const third = { mother, birthDate: '2026-03-05', plurality: 3, order: 3 }
    expect(
      decideSameBirth(third, [
        { ...first, plurality: 3 },
        { ...first, plurality: 3, order: 2 },
      ]),
    ).toBeUndefined()
    expect(
      decideSameBirth(third, [
        { ...first, plurality: 3 },
        { ...first, plurality: 3, order: 3 },
      ])?.code,
    ).toBe('same-birth-order')
  })

  it('knows a recorded death, an open application and a file used by another family', () => {
    expect(decideSameDeath({})).toBeUndefined()
    expect(decideSameDeath({ diedOn: '2026-02-01' }, 'deceased')).toEqual({
      code: 'same-death',
      at: 'deceased',
      params: { diedId: '1 Februari 2026', diedEn: '1 February 2026' },
    })
    const open = [
      { serviceId: 'birth-wni', subject: 'p1', caseNumber: 'GS-20260105-K7QX-00042-T', submittedOn: '2026-01-05' },
    ]
    expect(decideSameApplication({ serviceId: 'birth-wni', subject: 'p1' }, open)?.existing).toBe(open[0])
    expect(decideSameApplication({ serviceId: 'birth-wni', subject: 'p2' }, open)).toBeUndefined()
    const uses = [
      { sha256: 'a', caseNumber: '1', family: 'f1' },
      { sha256: 'a', caseNumber: '2', family: 'f2' },
      { sha256: 'b', caseNumber: '3', family: 'f2' },
    ]
    expect(findUploadsOfOthers('a', 'f1', uses)).toEqual([uses[1]])
  })

  it('has a sentence for each refusal, in both languages and with the same places', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+?)(Id|En)?\}/g)].map((match) => match[1]).sort()
    for (const [code, { text }] of Object.entries(refusals)) expect(places(text.en), code).toEqual(places(text.id))
    for (const code of ['same-birth', 'same-birth-order', 'same-death', 'same-application'])
      expect(Object.keys(refusals)).toContain(code)
  })
})
