// What officers see of a plan: whose paper it is, which village it is, in words.
import { describe, expect, test } from 'vitest'
import { describeChanges } from './before-after.ts'
import { HALONG, household } from './testing/household.ts'

const view = household()
const kk = [...view.families.keys()][0]!
const names: Readonly<Record<string, string>> = { [HALONG]: 'Halong, Halong', '63.09': 'Kabupaten Tabalong' }
const placeName = (code: string) => names[code]
const rows = (changes: Parameters<typeof describeChanges>[0]) =>
  describeChanges(changes, view, placeName).map(({ thing, before, after }) => [thing.id, before.id, after.id])

describe('a row of before and after', () => {
  test('names whom a paper is about: the person, the head of the card', () => {
    const person = { kind: 'person', id: 'ayah' } as const
    expect(
      rows([
        { kind: 'document', action: 'revoke', document: 'ktp-el', of: person },
        { kind: 'document', action: 'issue', document: 'ktp-el', of: person },
        { kind: 'document', action: 'issue', document: 'kk', of: { kind: 'family', id: kk } },
      ]),
    ).toEqual([
      ['KTP-el: Hamdi Rahman', 'terbitan sekarang', 'dicabut'],
      ['KTP-el: Hamdi Rahman', '–', 'diterbitkan'],
      ['Kartu Keluarga: Hamdi Rahman', '–', 'diterbitkan'],
    ])
  })

  test('a card that replaces another family’s is a row of its own', () => {
    const card = (id: string, action: 'issue' | 'supersede') =>
      ({ kind: 'document', action, document: 'kk', of: { kind: 'family', id } }) as const
    expect(rows([card(kk, 'supersede'), card(kk, 'issue')])).toHaveLength(1)
    expect(rows([card('other', 'supersede'), card(kk, 'issue')])).toHaveLength(2)
  })

  test('says the village of an address and the region of a letter by name', () => {
    const before = { street: 'Jl. Melati', village: 'unknown' }
    const after = { street: 'Jl. Mawar', rt: '3', rw: '1', village: HALONG, postalCode: '71663' }
    expect(
      rows([
        { kind: 'family-set', familyId: kk, field: 'address', before, after, from: '2026-04-10' },
        { kind: 'transfer-offered', letter: 'S/1', to: '63.09', familyId: kk, personIds: ['ayah'] },
      ]).map(([, , said]) => said),
    ).toEqual(['Jl. Mawar, RT 3 RW 1, Halong, Halong, 71663', 'ke Kabupaten Tabalong: S/1'])
  })
})
