// Brides and grooms: borders of the ideal, what is unknown, what comes too late.
import { expect, test } from 'vitest'
import { COUPLE_2021, judgeCouple } from './couple.ts'
import { faultText } from './couple-words.ts'

const woman = { sex: 'P' as const, birthDate: '2002-06-15' }
const checkedOn = '2026-04-01'
const good = {
  checkedOn,
  weddingOn: '2026-07-01',
  weightG: 50_000,
  heightTenthMm: 15_800,
  armTenthMm: 2350,
  haemoglobinTenthGdl: 120,
  smoke: 'none' as const,
}

test('every limit belongs to the ideal, a hair beyond does not', () => {
  expect(judgeCouple(good, woman)).toEqual({ isIdeal: true, faults: [], unknown: [], isLate: false })
  // 18.5 exactly at 1.60 m is 47.36 kg, 25 exactly is 64 kg
  const bmi = (weightG: number) => judgeCouple({ ...good, weightG, heightTenthMm: 16_000 }, woman).faults
  expect([bmi(47_360), bmi(47_359), bmi(64_000), bmi(64_001)]).toEqual([[], ['bmi'], [], ['bmi']])
  expect(judgeCouple({ ...good, armTenthMm: 2349, haemoglobinTenthGdl: 119, smoke: 'exposed' }, woman)).toMatchObject({
    isIdeal: false,
    faults: ['arm', 'haemoglobin', 'smoke'],
  })
  const born = (birthDate: string) => judgeCouple(good, { sex: 'P', birthDate }).faults
  // the age is that of the wedding day
  expect([born('2006-07-01'), born('2006-07-02'), born('1990-07-02'), born('1990-07-01')]).toEqual([
    [],
    ['age'],
    [],
    ['age'],
  ])
})

test('what nobody measured is unknown and no fault; of a groom only the smoke is asked', () => {
  expect(judgeCouple({ checkedOn, smoke: 'none' }, woman)).toEqual({
    faults: [],
    unknown: ['bmi', 'arm', 'haemoglobin'],
    isLate: false,
  })
  expect(judgeCouple({ checkedOn, smoke: 'smokes' }, { sex: 'L', birthDate: '1980-01-01' })).toMatchObject({
    isIdeal: false,
    faults: ['smoke'],
    unknown: [],
  })
})

test('three months before the wedding is in time, a day later is not', () => {
  expect(judgeCouple({ ...good, weddingOn: '2026-07-01' }, woman).isLate).toBe(false)
  expect(judgeCouple({ ...good, weddingOn: '2026-06-30' }, woman).isLate).toBe(true)
})

test('a fault says the limit of its edition', () => {
  const edition = {
    ...COUPLE_2021,
    age: { fromYears: 21, toYears: 40 },
    armFromTenthMm: 2275,
    haemoglobinFromTenthGdl: 115,
  }
  expect(faultText('arm').id).toBe('LiLA di bawah 23,5 cm')
  expect(faultText('arm', edition)).toEqual({ id: 'LiLA di bawah 22,75 cm', en: 'upper arm below 22.75 cm' })
  expect(faultText('haemoglobin', edition).id).toBe('Hb di bawah 11,5 g/dL')
  expect(faultText('age', edition).en).toContain('21–40')
})
