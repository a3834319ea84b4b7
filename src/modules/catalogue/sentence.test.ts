import { describe, expect, test } from 'vitest'
import type { Condition } from './expression.ts'
import { sentenceOfCondition, wordsOf } from './sentence.ts'
import { compiled } from './testing/small-service.ts'

const words = wordsOf(compiled())
const said = (condition: Condition) => sentenceOfCondition(condition, words)

describe('a condition reads as a sentence', () => {
  test.each<[Condition, string, string]>([
    [{ is: ['kind', 'motor'] }, '“Jenis” adalah “Motor”', '“Jenis in English” is “Motor in English”'],
    [{ not: { is: ['kind', 'motor'] } }, '“Jenis” bukan “Motor”', '“Jenis in English” is not “Motor in English”'],
    [
      { in: ['kind', ['oar', 'motor']] },
      '“Jenis” adalah “Dayung” atau “Motor”',
      '“Jenis in English” is “Dayung in English” or “Motor in English”',
    ],
    [{ answered: 'nickname' }, '“Julukan” dijawab', '“Julukan in English” is answered'],
    [
      { atLeast: [{ fact: 'ageYears', of: 'owner' }, 17] },
      'usia pemilik paling sedikit 17',
      'the age of pemilik in English is at least 17',
    ],
    [{ not: { less: ['power', 5] } }, '“Tenaga” paling sedikit 5', '“Tenaga in English” is at least 5'],
    [{ before: ['builtOn', { today: true }] }, '“Dibuat” sebelum hari ini', '“Dibuat in English” is before today'],
    [{ fact: 'isHead', of: 'applicant' }, 'pemohon kepala keluarga', 'the applicant is the head of the family'],
    [
      { not: { fact: 'sameFamilyAs', of: 'owner', other: 'helper' } },
      'pemilik tidak satu KK dengan pembantu',
      'pemilik in English is not on the card of pembantu in English',
    ],
    [
      { fact: 'hasDeed', of: 'owner', register: 'birth' },
      'pemilik punya akta kelahiran di sini',
      'pemilik in English has a birth deed here',
    ],
    [
      { not: { fact: 'hasDocument', of: 'applicant', kind: 'ktp-el' } },
      'pemohon tidak memegang KTP-el yang berlaku',
      'the applicant holds no valid KTP-el',
    ],
    [
      { is: [{ fact: 'sex', of: 'candidate' }, 'P'] },
      'jenis kelamin orang yang dipilih adalah “Perempuan”',
      'the sex of the person chosen is “Female”',
    ],
    [
      { someOf: 'parts', where: { more: ['item.price', 100] } },
      'ada “Bagian” dengan “harga” lebih dari 100',
      'there is one of “Bagian in English” with “harga in English” is more than 100',
    ],
    [
      { all: [{ fact: 'isLate' }, { any: [{ is: ['kind', 'oar'] }, { answered: 'nickname' }] }] },
      'laporan lewat batas waktu dan (“Jenis” adalah “Dayung” atau “Julukan” dijawab)',
      'the report is late and (“Jenis in English” is “Dayung in English” or “Julukan in English” is answered)',
    ],
    [
      { not: { all: [{ fact: 'isLate' }, { is: ['kind', 'oar'] }] } },
      'laporan tepat waktu atau “Jenis” bukan “Dayung”',
      'the report is in time or “Jenis in English” is not “Dayung in English”',
    ],
  ])('%j', (condition, id, en) => {
    expect(said(condition)).toEqual({ id, en })
  })
})
