// The checks that keep a paper from being signed with a hole in it.

import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type CodeLists, type Template, templateSchema } from './template.ts'
import { checkData, checkSupplied, checkTemplate, printedWords } from './template-check.ts'

const label = { id: 'Isi', en: 'Content' }
const lists: CodeLists = { sex: { L: { id: 'Laki-laki', en: 'Male' }, P: { id: 'Perempuan', en: 'Female' } } }
const good: Template = {
  kind: 'test-letter',
  edition: 1,
  name: { id: 'Surat uji', en: 'Test letter' },
  confirmed: true,
  legalBasis: ['UU 23/2006'],
  page: { orientation: 'portrait', marginMm: 18, face: 'serif', size: 11 },
  of: 'person',
  onePer: 'number',
  number: 'letterNumber',
  shown: { name: 'name' },
  printed: ['letterNumber', 'name'],
  fields: {
    letterNumber: { type: 'number', label },
    name: { type: 'name', label },
    sex: { type: 'code', label, list: 'sex' },
    born: { type: 'date', label, optional: true },
    members: {
      type: 'list',
      label,
      max: 2,
      fields: { name: { type: 'name', label }, age: { type: 'integer', label, optional: true } },
    },
  },
  blocks: [
    { block: 'title', text: { id: 'SURAT UJI', en: 'Test Letter' }, number: 'Nomor: {letterNumber}' },
    { block: 'sentence', text: '**{name|upper}**, {sex|lower}', en: 'name, sex' },
    { block: 'sentence', text: 'lahir {born|day-month-words}', en: 'born', when: { given: 'born' } },
    {
      block: 'table',
      of: 'members',
      columns: [
        { label, value: '{item.name}', share: 3 },
        { label, value: '{item.age|words}', share: 1 },
      ],
    },
  ],
  signature: { issued: { id: 'Dikeluarkan di {office.place}', en: 'Issued in' }, role: { id: 'Kepala', en: 'Head' } },
}
const faults = (change: (template: Template) => Template) =>
  checkTemplate(change(structuredClone(good)), lists).map((one) => [one.code, one.params?.name])
const withText =
  (text: string) =>
  (template: Template): Template => ({
    ...template,
    blocks: [...template.blocks, { block: 'sentence', text, en: 'x' }],
  })

describe('a template', () => {
  test('that is in order has no faults, and is accepted by the schema', () => {
    expect(checkTemplate(good, lists)).toEqual([])
    expect(v.safeParse(templateSchema, good).success).toBe(true)
  })

  test.each([
    ['{nobody}', 'document-template-unknown-field', 'nobody'],
    ['{item.name}', 'document-template-unknown-field', 'item.name'],
    ['{office.mayor}', 'document-template-unknown-field', 'office.mayor'],
    ['{members}', 'document-template-not-printable', 'members'],
    ['{name|year-words}', 'document-template-format', 'name|year-words'],
    ['{name|shout}', 'document-template-format', 'name|shout'],
    ['lahir {born}', 'document-template-unguarded', 'born'],
  ])('is faulty with %s', (text, code, name) => {
    expect(faults(withText(text))).toContainEqual([code, name])
  })

  test.each([
    [{ given: 'born' }, true],
    [{ is: ['born', '2026-01-01'] as [string, string] }, true],
    [{ not: { missing: 'born' } }, true],
    [{ all: [{ given: 'born' }, { given: 'name' }] }, true],
    [{ any: [{ given: 'born' }, { given: 'name' }] }, false],
    [{ missing: 'born' }, false],
  ])('with the guard %j prints an optional value safely: %s', (when, isSafe) => {
    const found = faults((template) => ({
      ...template,
      blocks: [...template.blocks, { block: 'sentence', text: '{born}', en: 'x', when }],
    }))
    expect(found.some(([code]) => code === 'document-template-unguarded')).toBe(!isSafe)
  })

  test('may not carry a field that is never printed, nor a code without its list', () => {
    expect(
      faults((template) => ({ ...template, fields: { ...template.fields, extra: { type: 'text', label } } })),
    ).toContainEqual(['document-template-unused-field', 'extra'])
    expect(
      faults((template) => ({
        ...template,
        fields: { ...template.fields, sex: { type: 'code', label, list: 'colour' } },
      })),
    ).toContainEqual(['document-template-list', 'colour'])
    expect(faults((template) => ({ ...template, printed: ['letterNumber', 'born', 'age'] }))).toContainEqual([
      'document-template-unknown-field',
      'age',
    ])
  })

  test('is data only: unknown keys and blocks are not read', () => {
    for (const wrong of [
      { ...good, script: 'x' },
      { ...good, blocks: [...good.blocks, { block: 'html', text: '<b>' }] },
    ]) {
      expect(v.safeParse(templateSchema, wrong).success).toBe(false)
    }
  })
})

describe('a service that issues it', () => {
  const codes = (supplied: Parameters<typeof checkSupplied>[1]) =>
    checkSupplied(good, supplied).map((one) => [one.code, one.at])
  const all = { letterNumber: true, name: true, sex: true, members: ['name'] } as const

  test('passes when it supplies what is needed; optional values may be left out', () => {
    expect(codes(all)).toEqual([])
    expect(codes({ ...all, born: true, members: ['name', 'age'] })).toEqual([])
  })

  test('is told what is missing, unknown or of the wrong shape', () => {
    const { sex: _sex, ...rest } = all
    expect(codes({ ...rest, colour: true, members: ['age', 'height'] })).toEqual([
      ['document-data-missing', 'sex'],
      ['document-data-missing', 'members.name'],
      ['document-data-unknown', 'members.height'],
      ['document-data-unknown', 'colour'],
    ])
    expect(codes({ ...all, members: true, name: ['x'] })).toEqual([
      ['document-data-shape', 'name'],
      ['document-data-shape', 'members'],
    ])
  })
})

test('data are checked before anything is printed', () => {
  const data = { letterNumber: '1', name: 'Siti Aminah', sex: 'P', members: [{ name: 'A', age: 3 }] }
  expect(checkData(good, data, lists)).toEqual([])
  const wrong = {
    letterNumber: 7,
    sex: 'X',
    born: '2026-02-30',
    members: [{ age: -1 }, { name: 'B' }, { name: 'C', more: 'x' }],
  }
  expect(checkData(good, wrong, lists).map((one) => [one.code, one.at])).toEqual([
    ['document-data-shape', 'letterNumber'],
    ['document-value-missing', 'name'],
    ['document-data-shape', 'sex'],
    ['document-data-shape', 'born'],
    ['document-data-too-many', 'members'],
    ['document-value-missing', 'members.0.name'],
    ['document-data-shape', 'members.0.age'],
    ['document-data-unknown', 'members.2.more'],
  ])
})

test('a refused value is called by the words printed on the paper, with its row', () => {
  const name = (at: string) => printedWords(good, at).name
  const label = good.fields.name!.label.id
  expect(name('name')).toBe(label)
  expect(name('members.1.name')).toMatch(/ \(baris 2\)$/)
  expect(name('unheard')).toBe('unheard')
  expect(printedWords(good, 'name').kind).toBe(good.name.id)
})
