// A household of a father, a mother and two children, and neighbours, for tests of plans. Invented people; test numbers.
import { type ExampleRegister, snapshotOfExample } from '../example-register.ts'
import { type RegisterSnapshot, snapshotOf } from '../snapshot.ts'

export const JUAI = '63.11.01.2003'
export const HALONG = '63.11.02.2001'
export const PARINGIN = '63.11.06.2001'
export const TANJUNG = '63.09.05.2001'
export const address = (village: string) => ({ street: 'Jl. Pelita', rt: '2', rw: '1', village })

type Persons = NonNullable<ExampleRegister['persons']>
type Person = Persons[number]
const PEOPLE: readonly Person[] = [
  {
    id: 'ayah',
    nik: '6311011703859901',
    name: 'Hamdi Rahman',
    sex: 'L',
    birthDate: '1985-03-17',
    birthPlace: 'Balangan',
    maritalStatus: '2',
    previousMaritalStatus: '1',
    religion: '1',
    village: JUAI,
  },
  {
    id: 'ibu',
    nik: '6311015703889902',
    name: 'Siti Aminah',
    sex: 'P',
    birthDate: '1988-03-17',
    birthPlace: 'Balangan',
    maritalStatus: '2',
    previousMaritalStatus: '1',
    religion: '1',
    village: JUAI,
  },
  {
    id: 'kakak',
    nik: '6311015203149901',
    name: 'Nur Laila',
    sex: 'P',
    birthDate: '2014-03-12',
    birthPlace: 'Balangan',
    religion: '1',
    mother: 'ibu',
    father: 'ayah',
    village: JUAI,
  },
  {
    id: 'adik',
    nik: '6311010507189901',
    name: 'Ahmad Fauzi',
    sex: 'L',
    birthDate: '2018-07-05',
    birthPlace: 'Balangan',
    religion: '1',
    mother: 'ibu',
    father: 'ayah',
    village: JUAI,
  },
  {
    id: 'paman',
    nik: '6311010101799901',
    name: 'Darmawan Saputra',
    sex: 'L',
    birthDate: '1979-01-01',
    birthPlace: 'Balangan',
    religion: '1',
    village: JUAI,
  },
]

/** `changes` replaces parts of single people. */
export function household(
  changes: Readonly<Record<string, Partial<Person>>> = {},
  more: Partial<ExampleRegister> = {},
): RegisterSnapshot {
  return snapshotOfExample('63.11', {
    ...more,
    persons: [...PEOPLE.map((person) => ({ ...person, ...changes[person.id] })), ...(more.persons ?? [])],
    families: [
      {
        id: 'kk1',
        kk: '6311011205149901',
        head: 'ayah',
        address: address(JUAI),
        members: [
          { person: 'ayah', relation: '1' },
          { person: 'ibu', relation: '3' },
          { person: 'kakak', relation: '4' },
          { person: 'adik', relation: '4' },
        ],
      },
      {
        id: 'kk2',
        kk: '6311011205149902',
        head: 'paman',
        address: address(JUAI),
        members: [{ person: 'paman', relation: '1' }],
      },
      ...(more.families ?? []),
    ],
    deeds: [
      {
        id: 'nikah',
        register: 'marriage-book',
        number: '0101/001/V/2012',
        parties: { husband: 'ayah', wife: 'ibu' },
        date: '2012-05-01',
      },
      ...(more.deeds ?? []),
    ],
    documents: [{ kind: 'kk', of: 'kk1' }, ...(more.documents ?? [])],
  })
}

const IDS = ['ayah', 'ibu', 'kakak', 'adik', 'paman', 'kk1', 'kk2', 'nikah']
/** Ids of the same household in a database. */
export const uuidOf = (name: string): string => {
  const index = IDS.indexOf(name)
  return index === -1 ? name : `00000000-0000-7000-8000-0000000000${String(index + 10)}`
}

/** The household with UUIDs as ids, as a database wants them. */
export function storedHousehold(...parts: Parameters<typeof household>): RegisterSnapshot {
  const text = JSON.stringify(household(...parts), (_key, value) =>
    value instanceof Map ? [...value.values()] : value,
  )
  const renamed = JSON.parse(text, (_key, value) => (typeof value === 'string' ? uuidOf(value) : value))
  return snapshotOf('63.11', renamed)
}
