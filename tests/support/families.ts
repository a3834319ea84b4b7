// More invented families for a test house, each a married couple with accounts of their own, in any village of a demo region.
// Test numbers end in 99xx; names are made up. Must stay true: the same `n` in the same region is the same couple.

import { seedCitizens } from '../../src/bindings/demo-seed.ts'
import type { ExampleRegister } from '../../src/modules/register/example-register.ts'
import { snapshotOfExample } from '../../src/modules/register/example-register.ts'
import { importSnapshot } from '../../src/modules/register/import-snapshot.ts'
import { newId } from '../../src/platform/ids.ts'
import type { TestServer } from './server.ts'

export const JUAI = '63.11.01.2003'
export const HALONG = '63.11.02.2001'
export const TANJUNG = '63.09.05.2001'

export type Citizen = {
  readonly name: string
  readonly account: string
  readonly personId: string
  readonly nik: string
}
export type Couple = {
  readonly region: string
  readonly husband: Citizen
  readonly wife: Citizen
  readonly familyId: string
  readonly kk: string
  /** Children on the card, eldest first. */
  readonly children: readonly { readonly personId: string; readonly nik: string; readonly name: string }[]
}

const WORDS = [
  'Satu',
  'Dua',
  'Tiga',
  'Empat',
  'Lima',
  'Enam',
  'Tujuh',
  'Delapan',
  'Sembilan',
  'Sepuluh',
  'Sebelas',
  'Belas',
]

/** Imports the couple number `n` (1 to 12) of a village, with children of these ages (whole years at the story's day). */
export async function settleCouple(
  server: TestServer,
  n: number,
  village = JUAI,
  childAges: readonly number[] = [],
): Promise<Couple> {
  const region = village.slice(0, 5)
  const district = village.slice(0, 8).replaceAll('.', '')
  const two = (value: number) => String(value).padStart(2, '0')
  const word = WORDS[n - 1]!
  const [husbandId, wifeId, familyId] = [newId(), newId(), newId()]
  const husbandNik = `${district}${two(n)}0385${9901 + n}`
  const wifeNik = `${district}${two(40 + n)}0488${9901 + n}`
  const kk = `${district}${two(n)}0719${9901 + n}`
  const adult = { birthPlace: 'Balangan', maritalStatus: '2', religion: '1', village, occupation: 'Petani' } as const
  const children = childAges.map((age, index) => ({
    id: newId(),
    nik: `${district}${two(n)}01${two((2026 - age) % 100)}${9931 + n + index * 12}`,
    name: `Anak ${word} ${WORDS[index]}`,
    birthDate: `${2026 - age}-01-${two(n)}`,
  }))
  const register: ExampleRegister = {
    persons: [
      {
        id: husbandId,
        nik: husbandNik,
        name: `Suami Contoh ${word}`,
        sex: 'L',
        birthDate: `1985-03-${two(n)}`,
        ...adult,
      },
      { id: wifeId, nik: wifeNik, name: `Istri Contoh ${word}`, sex: 'P', birthDate: `1988-04-${two(n)}`, ...adult },
      ...children.map((child) => ({
        ...child,
        sex: 'L' as const,
        birthPlace: 'Balangan',
        religion: '1',
        mother: wifeId,
        father: husbandId,
        village,
      })),
    ],
    families: [
      {
        id: familyId,
        kk,
        head: husbandId,
        members: [
          { person: husbandId, relation: '1' },
          { person: wifeId, relation: '3' },
          ...children.map((child) => ({ person: child.id, relation: '4' as const })),
        ],
        address: { street: `Jalan Contoh ${n}`, rt: '1', rw: '1', village, postalCode: '71664' },
      },
    ],
    deeds: [
      {
        id: newId(),
        register: 'marriage-book',
        number: `0${100 + n}/0${n}/III/2010`,
        parties: { husband: husbandId, wife: wifeId },
        date: '2010-03-04',
      },
    ],
  }
  const { house, clock } = server
  await house.database.inRegion(region, (tx) =>
    importSnapshot(
      tx,
      { ring: house.cases.ring, region, caseId: null, now: clock.now(), newId },
      snapshotOfExample(region, register),
    ),
  )
  const people = [
    { personId: husbandId, nik: husbandNik, name: `Suami Contoh ${word}`, phone: `+62812${district}${two(n)}1` },
    { personId: wifeId, nik: wifeNik, name: `Istri Contoh ${word}`, phone: `+62812${district}${two(n)}2` },
  ]
  const accounts = await seedCitizens(
    house.database,
    house.accounts,
    people.map(({ personId, name, phone }) => ({ region, personId, name, phone, role: { id: name, en: name } })),
    clock.now(),
  )
  const [husband, wife] = people.map(({ personId, nik, name }, index) => ({
    personId,
    nik,
    name,
    account: accounts[index]!,
  }))
  return {
    region,
    husband: husband!,
    wife: wife!,
    familyId,
    kk,
    children: children.map(({ id, nik, name }) => ({ personId: id, nik, name })),
  }
}
