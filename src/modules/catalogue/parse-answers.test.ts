import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { refusals as kernelRefusals } from '../../kernel/refusals.ts'
import type { Answer } from './answers.ts'
import { type Field, FieldSchema, fieldType } from './field-types/all.ts'
import { formOf, parseAnswers } from './parse-answers.ts'
import { refusals } from './refusals.ts'

const context = { today: '2026-04-10', region: '63.11' }
const field = (type: string, more: object = {}): Field =>
  v.parse(FieldSchema, { key: 'x', type, label: { id: 'X', en: 'X' }, required: true, ...more })
const read = (one: Field, form: Readonly<Record<string, string | readonly string[]>>) =>
  parseAnswers([one], Object.fromEntries(Object.entries(form).map(([name, text]) => [name, [text].flat()])), context)

const person = field('person', { from: ['family', 'nik', 'outsider', 'none'] })
const list = field('list', {
  item: { id: 'baris', en: 'row' },
  max: 2,
  fields: [
    { key: 'name', type: 'text', label: { id: 'N', en: 'N' }, required: true },
    { key: 'born', type: 'date', label: { id: 'B', en: 'B' }, required: true },
  ],
})
const outside = {
  x: 'outsider',
  'x.name': 'John Doe',
  'x.travelDocument': 'a 1234567',
  'x.birthPlace': 'Perth',
  'x.birthDate.day': '3',
  'x.birthDate.month': '2',
  'x.birthDate.year': '1990',
  'x.citizenship': 'OA',
}

describe('typed text becomes an answer', () => {
  test.each<[string, Field, Readonly<Record<string, string | readonly string[]>>, Answer]>([
    ['text, spaces tidied', field('text'), { x: '  Jalan   Kenanga ' }, 'Jalan Kenanga'],
    ['longtext keeps lines', field('longtext'), { x: 'a\r\nb' }, 'a\nb'],
    ['digits', field('digits', { min: 5, max: 5 }), { x: '716 11' }, '71611'],
    ['a new name', field('name-new'), { x: 'Aisyah  Nur' }, 'Aisyah Nur'],
    ['a name as it stands', field('name'), { x: "Nur'aini" }, "Nur'aini"],
    [
      'a date in three boxes, month as a word',
      field('date'),
      { 'x.day': '5', 'x.month': 'Maret', 'x.year': '2026' },
      '2026-03-05',
    ],
    ['a time', field('time'), { x: '4.10' }, '04:10'],
    ['grouped thousands', field('integer', { min: 300, max: 7000 }), { x: '3.200' }, 3200],
    ['a decimal with a comma', field('decimal', { min: 20, max: 65 }), { x: '49,50' }, '49.5'],
    ['a code of a list', field('choice', { list: 'sex' }), { x: 'P' }, 'P'],
    ['yes', field('yes-no'), { x: 'yes' }, true],
    ['no', field('yes-no'), { x: 'no' }, false],
    ['a village', field('village', { within: 'region' }), { x: '63.11.06.2001' }, '63.11.06.2001'],
    ['a mobile number', field('phone'), { x: '0812-0000-9901' }, '+6281200009901'],
    ['an e-mail address', field('email'), { x: ' siti@Gmail.com ' }, 'siti@gmail.com'],
    ['a NIK with spaces', field('nik'), { x: '6311 0657 0390 9902' }, '6311065703909902'],
    ['a family card number', field('kk'), { x: '6311061205219901' }, '6311061205219901'],
    ['a deed number', field('deed-number'), { x: ' 6311-LT-01012020-0001 ' }, '6311-LT-01012020-0001'],
    ['a passport number', field('travel-document'), { x: 'a1234567' }, 'A1234567'],
    ['someone of the card', person, { x: 'p-1' }, { personId: 'p-1' }],
    [
      'someone by NIK',
      person,
      { x: 'nik', 'x.nik': '6311065703909902', 'x.name': 'Siti Aminah' },
      { nik: '6311065703909902', name: 'Siti Aminah' },
    ],
    [
      'someone from elsewhere',
      person,
      outside,
      { name: 'John Doe', travelDocument: 'A1234567', birthPlace: 'Perth', birthDate: '1990-02-03', citizenship: 'OA' },
    ],
    ['nobody known', person, { x: 'none' }, { none: true }],
    ['several people, each once', field('people'), { x: ['p-1', 'p-2', 'p-1'] }, ['p-1', 'p-2']],
    [
      'an address',
      field('address', { within: 'region' }),
      { 'x.street': 'Jalan 1', 'x.rt': '002', 'x.rw': '1', 'x.village': '63.11.06.2001', 'x.postalCode': '' },
      { street: 'Jalan 1', rt: '2', rw: '1', village: '63.11.06.2001' },
    ],
    [
      'a list without its empty rows',
      list,
      { 'x.0.name': '', 'x.3.name': 'Budi', 'x.3.born.day': '1', 'x.3.born.month': '2', 'x.3.born.year': '2000' },
      [{ name: 'Budi', born: '2000-02-01' }],
    ],
    ['a photo', field('photo'), { x: '0198-abc' }, '0198-abc'],
  ])('%s', (_, one, form, answer) => {
    const parsed = read(one, form)
    expect(parsed.refusals).toEqual([])
    expect(parsed.answers.x).toEqual(answer)
    // What was read passes the check of stored answers, and comes back as the same form.
    expect(fieldType(one).check(answer, one, { ...context, at: 'x' }).refusals).toEqual([])
    const again = parseAnswers([one], formOf(one, answer), context)
    expect([again.refusals, again.answers.x]).toEqual([[], answer])
  })

  test.each<[string, Field, Readonly<Record<string, string>>, readonly (readonly [string, string | undefined])[]]>([
    [
      'a date that no month has',
      field('date'),
      { 'x.day': '30', 'x.month': '2', 'x.year': '2026' },
      [['date-day-of-month', 'x.day']],
    ],
    [
      'a slip of the unit',
      field('integer', { min: 300, max: 7000, unit: { id: 'gram', en: 'grams' } }),
      { x: '32000' },
      [['number-unit-slip', 'x']],
    ],
    ['too small', field('integer', { min: 1, max: 30 }), { x: '0' }, [['number-too-small', 'x']]],
    ['a fraction of a whole', field('integer'), { x: '3,5' }, [['number-whole', 'x']]],
    ['too exact', field('decimal', { decimals: 1 }), { x: '49,55' }, [['number-decimals', 'x']]],
    [
      'an option that is none',
      field('choice', { list: 'sex', only: ['L', 'P'] }),
      { x: 'X' },
      [['choice-unknown', 'x']],
    ],
    [
      'a village of another regency',
      field('village', { within: 'region' }),
      { x: '63.09.01.2001' },
      [['village-elsewhere', 'x']],
    ],
    ['a village that is a district', field('village'), { x: '63.11.06' }, [['village-unknown', 'x']]],
    ['digits, too few', field('digits', { min: 5, max: 5 }), { x: '7161' }, [['digits-exactly', 'x']]],
    ['letters among digits', field('digits'), { x: '7O61' }, [['digits-only', 'x']]],
    [
      'someone by half a NIK and no name',
      person,
      { x: 'nik', 'x.nik': '631106570390990', 'x.name': '' },
      [
        ['nik-one-missing', 'x.nik'],
        ['name-missing', 'x.name'],
      ],
    ],
    [
      'someone from elsewhere without a number',
      person,
      { ...outside, 'x.travelDocument': '' },
      [['person-number-missing', 'x.nik']],
    ],
    [
      'someone from the future',
      person,
      { ...outside, 'x.birthDate.year': '2030' },
      [['date-in-future', 'x.birthDate.year']],
    ],
    [
      'an address without its parts',
      field('address'),
      { 'x.street': '', 'x.rt': 'dua', 'x.rw': '', 'x.village': '' },
      [
        ['village-unknown', 'x.village'],
        ['address-street-missing', 'x.street'],
        ['address-rt', 'x.rt'],
        ['address-rw', 'x.rw'],
      ],
    ],
    ['a way that was not offered', field('person', { from: ['nik'] }), { x: 'none' }, [['choice-unknown', 'x']]],
    ['a list too long', list, { 'x.0.name': 'a', 'x.1.name': 'b', 'x.2.name': 'c' }, [['list-too-many', 'x']]],
    [
      'a fault inside a list',
      list,
      { 'x.0.name': 'a', 'x.0.born.day': '1' },
      [
        ['date-month-missing', 'x.0.born.month'],
        ['date-year-missing', 'x.0.born.year'],
      ],
    ],
  ])('%s is refused at its place', (_, one, form, expected) => {
    const parsed = read(one, form)
    expect(parsed.refusals.map((refusal) => [refusal.code, refusal.at])).toEqual(expected)
    expect(parsed.answers.x).toBeUndefined()
    const known: Readonly<Record<string, unknown>> = { ...kernelRefusals, ...refusals }
    for (const refusal of parsed.refusals) expect(known).toHaveProperty([refusal.code])
  })

  test('what was typed is kept as it was', () => {
    expect(read(field('date'), { 'x.day': '30', 'x.month': 'Feb', 'x.year': '2026', other: 'x' }).typed).toEqual({
      'x.day': ['30'],
      'x.month': ['Feb'],
      'x.year': ['2026'],
    })
  })

  test('an empty field is no refusal here; whether it is needed, the session knows', () => {
    for (const type of ['text', 'date', 'integer', 'decimal', 'yes-no', 'village', 'address', 'people'])
      expect(read(field(type), { x: '' })).toMatchObject({ answers: { x: undefined }, refusals: [] })
    expect(read(list, {})).toMatchObject({ refusals: [] })
    expect(read(person, { x: '' })).toMatchObject({ refusals: [] })
  })

  test('a stored answer of a wrong shape is refused, not thrown', () => {
    for (const type of ['text', 'date', 'integer', 'decimal', 'yes-no', 'village', 'address', 'people', 'nik', 'photo'])
      expect(
        fieldType(field(type))
          .check({ none: true } as Answer, field(type), { ...context, at: 'x' })
          .refusals.map((one) => one.code),
      ).toEqual(['answer-shape'])
  })

  test('a warning is confirmed by its key, and only for the fields of the page', () => {
    const parsed = parseAnswers([field('name-new')], { x: ['Budi'], confirm: ['x', 'y'] }, context)
    expect(parsed.warnings.map((one) => one.code)).toEqual(['name-one-word'])
    expect(parsed.confirmed).toEqual(['x'])
  })
})
