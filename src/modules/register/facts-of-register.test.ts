import { describe, expect, test } from 'vitest'
import { snapshotOfExample } from './example-register.ts'
import { registerFacts } from './facts-of-register.ts'
import { spousesOf } from './kinship.ts'

const village = '63.11.06.2001'
const snapshot = snapshotOfExample('63.11', {
  persons: [
    {
      id: 'ayah',
      nik: '6311061703909901',
      name: 'Hamdi Rahman',
      sex: 'L',
      birthDate: '1990-03-17',
      maritalStatus: '2',
      village,
      enrolled: true,
    },
    {
      id: 'ibu',
      nik: '6311065703909902',
      name: 'Siti Aminah',
      sex: 'P',
      birthDate: '1990-03-17',
      maritalStatus: '2',
      religion: '1',
      village,
    },
    {
      id: 'anak',
      nik: '6311064503169901',
      name: 'Nur Laila',
      sex: 'P',
      birthDate: '2016-03-05',
      mother: 'ibu',
      father: 'ayah',
      village,
    },
    {
      id: 'bayi',
      name: 'Ahmad Fauzi',
      sex: 'L',
      birthDate: '2026-04-09',
      mother: 'ibu',
      village,
      birthDeedNumber: '12/1990',
    },
  ],
  families: [
    {
      id: 'kk1',
      kk: '6311061205219901',
      head: 'ayah',
      members: [
        { person: 'ayah', relation: '1' },
        { person: 'ibu', relation: '3' },
        { person: 'anak', relation: '4' },
      ],
      address: { street: 'Jl. Pelita', rt: '2', rw: '1', village },
    },
  ],
  deeds: [
    {
      register: 'marriage-book',
      number: '0123/045/V/2015',
      parties: { husband: 'ayah', wife: 'ibu' },
      date: '2015-05-01',
    },
  ],
  documents: [{ kind: 'kk', of: 'kk1' }],
})
const facts = registerFacts({ view: snapshot, documents: snapshot.documents, day: '2026-04-10', applicant: 'ibu' })

describe('facts of a person', () => {
  test('are read from the register', () => {
    expect(facts.fact('ageYears', 'anak')).toBe(10)
    expect(facts.fact('isHead', 'ayah')).toBe(true)
    expect(facts.fact('kk', 'ibu')).toBe('6311061205219901')
    expect(facts.fact('address', 'ibu')).toBe('Jl. Pelita, RT 2 RW 1')
    expect(facts.fact('fatherName', 'anak')).toBe('Hamdi Rahman')
    expect(facts.fact('childrenCount', 'ibu')).toBe(2)
    expect(facts.fact('enrolled', 'ayah')).toBe(true)
    expect(facts.fact('hasDocument', 'anak', { kind: 'kk' })).toBe(true)
    expect(facts.fact('hasDocument', 'anak', { kind: 'kia' })).toBe(false)
    expect(facts.fact('hasDeed', 'bayi', { register: 'birth' })).toBe(true)
    expect(facts.fact('parentOf', 'ibu', { other: 'bayi' })).toBe(true)
  })

  test('a marriage book proves a marriage; the spouse is known from either side', () => {
    expect(facts.fact('hasDeed', 'ibu', { register: 'marriage' })).toBe(true)
    expect(facts.fact('marriedTo', 'ibu', { other: 'ayah' })).toBe(true)
    expect(facts.fact('spouse', 'ayah')).toBe('ibu')
    expect(facts.fact('spouse', 'anak')).toBeNull()
    expect(spousesOf(snapshot, 'ibu')).toEqual(['ayah'])
  })

  test('the newest deed by number and date, of a marriage that ended too', () => {
    const ended = snapshotOfExample('63.11', {
      persons: [
        { id: 'ayah', name: 'Hamdi Rahman', sex: 'L', birthDate: '1990-03-17', village },
        { id: 'ibu', name: 'Siti Aminah', sex: 'P', birthDate: '1990-03-17', village, birthDeedNumber: '7/1990' },
      ],
      deeds: [
        {
          id: 'nikah',
          register: 'marriage',
          number: '6311-KW-01052015-9901',
          parties: { husband: 'ayah', wife: 'ibu' },
          date: '2015-05-01',
          enteredOn: '2015-06-03',
          endedOn: '2024-02-01',
          endedBy: 'cerai',
        },
        {
          id: 'cerai',
          register: 'divorce',
          number: '6311-CR-01022024-9901',
          parties: { husband: 'ayah', wife: 'ibu' },
          date: '2024-02-01',
        },
      ],
    })
    const of = registerFacts({ view: ended, documents: [], day: '2026-04-10' })
    expect(of.fact('deedNumber', 'ibu', { register: 'marriage' })).toBe('6311-KW-01052015-9901')
    expect(of.fact('deedDate', 'ibu', { register: 'marriage' })).toBe('2015-06-03')
    expect(of.fact('deedNumber', 'ibu', { register: 'divorce' })).toBe('6311-CR-01022024-9901')
    expect(of.fact('deedNumber', 'ayah', { register: 'birth' })).toBeNull()
    expect(of.fact('deedDate', 'ayah', { register: 'birth' })).toBeNull()
    expect(of.fact('deedNumber', 'ibu', { register: 'birth' })).toBe('7/1990')
    expect(of.fact('deedDate', 'ibu', { register: 'birth' })).toBeUndefined()
    expect(of.fact('deedNumber', 'stranger', { register: 'marriage' })).toBeUndefined()
  })

  test('what nobody can tell stays unknown, and somebody from elsewhere is not in the register', () => {
    expect(facts.fact('religion', 'ayah')).toBeUndefined()
    expect(facts.fact('kk', 'bayi')).toBeNull()
    expect(facts.fact('inRegister', 'stranger')).toBe(false)
    expect(facts.fact('name', 'stranger')).toBeUndefined()
    expect(facts.fact('isLate')).toBeUndefined()
  })
})

describe('facts of those who move', () => {
  const answer = (
    name: 'everyoneMoves' | 'headMoves' | 'stayersAllMinors' | 'stayersCanHead' | 'moversAllMinors',
    movers: string[],
  ) => facts.fact(name, undefined, { movers })

  test.each([
    [
      ['ayah', 'ibu', 'anak'],
      { everyoneMoves: true, headMoves: true, stayersAllMinors: false, stayersCanHead: false, moversAllMinors: false },
    ],
    [
      ['ayah'],
      { everyoneMoves: false, headMoves: true, stayersAllMinors: false, stayersCanHead: true, moversAllMinors: false },
    ],
    [
      ['ayah', 'ibu'],
      { everyoneMoves: false, headMoves: true, stayersAllMinors: true, stayersCanHead: false, moversAllMinors: false },
    ],
    [
      ['anak'],
      { everyoneMoves: false, headMoves: false, stayersAllMinors: false, stayersCanHead: true, moversAllMinors: true },
    ],
  ] as const)('%j', (movers, expected) => {
    for (const [name, value] of Object.entries(expected))
      expect([name, answer(name as 'headMoves', [...movers])]).toEqual([name, value])
  })

  test('without movers they are unknown', () => expect(facts.fact('headMoves')).toBeUndefined())
})
