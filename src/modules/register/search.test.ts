import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { seedPopulation } from './demo/population.ts'
import { nameKeys } from './name-key.ts'
import { type PersonQuery, searchPersons } from './search.ts'
import { HALONG, JUAI, storedHousehold, uuidOf } from './testing/household.ts'
import { openRegister, ring, seedExample } from './testing/register-database.ts'

const numbered = (number: string | undefined) =>
  number?.replace(/99(\d\d)$/, (_all, serial) => `99${Number(serial) + 90}`)

let db: Database
beforeAll(async () => {
  db = await openRegister()
  await seedPopulation(db, ring, '63.11', { residents: 2200, seed: 'search' })
  const household = storedHousehold({ paman: { status: 'deceased', deathDate: '2020-01-01' } })
  // Serials at the far end of the test numbers, which the invented people do not reach.
  for (const person of household.persons.values()) Object.assign(person, { nik: numbered(person.nik) })
  for (const family of household.families.values()) Object.assign(family, { kk: numbered(family.kk) })
  await seedExample(db, household)
})
afterAll(() => db.close())

const find = async (query: PersonQuery, limit = 50) =>
  (await db.inRegion('63.11', (tx) => searchPersons(tx, ring, '63.11', query, { limit }))).hits
const ids = async (query: PersonQuery) => (await find(query)).map((hit) => hit.personId)

describe('people are found', () => {
  test.each(['Siti Aminah', 'st. aminah', 'AMINAH SITTI', 'Siti Aminah, S.Pd', 'Sity Aminnah'])(
    'by a name as %s',
    async (name) => expect(await ids({ name, place: JUAI })).toContain(uuidOf('ibu')),
  )
  test('by an unfinished last word', async () =>
    expect(await ids({ name: 'siti amin', place: JUAI })).toContain(uuidOf('ibu')))
  test('by NIK, and nothing but NIK of that number', async () =>
    expect(await ids({ nik: '6311015703889992' })).toEqual([uuidOf('ibu')]))
  test('by family card', async () =>
    expect((await ids({ kk: '6311011205149991' })).sort()).toEqual(['ayah', 'ibu', 'kakak', 'adik'].map(uuidOf).sort()))
  test('by birth date and part of a name', async () =>
    expect(await ids({ birthDate: '1988-03-17', name: 'aminah' })).toEqual([uuidOf('ibu')]))
  test('by village and by district', async () => {
    expect(await ids({ place: JUAI })).toContain(uuidOf('ibu'))
    expect(await ids({ place: '63.11.01', name: 'siti aminah' })).toContain(uuidOf('ibu'))
    expect(await ids({ place: HALONG, name: 'siti aminah' })).not.toContain(uuidOf('ibu'))
  })
  test('the dead only when asked for', async () => {
    expect(await ids({ name: 'Darmawan Saputra', place: JUAI, birthDate: '1979-01-01' })).toEqual([])
    expect(await ids({ name: 'Darmawan Saputra', birthDate: '1979-01-01', statuses: ['deceased'] })).toEqual([
      uuidOf('paman'),
    ])
  })
})

test('the register is not a list to browse', async () => expect(await find({})).toEqual([]))

test('another region sees nobody', async () => {
  const page = await db.inRegion('63.09', (tx) => searchPersons(tx, ring, '63.09', { name: 'siti' }, { limit: 5 }))
  expect(page.hits).toEqual([])
})

describe('by words that many share', () => {
  // Of everybody in the order of keys: all, all again, every second one, every tenth one, twelve.
  const shared = { gundala: 1, sentanu: 1, wiranggaleng: 2, bimasena: 10, kertanegara: 180 }
  let everybody: readonly string[]
  beforeAll(async () => {
    everybody = await db.inRegion('63.11', async (tx) => {
      for (const [name, every] of Object.entries(shared))
        await sql`
          insert into person_name_word (region_code, word, person_id)
          select region_code, ${nameKeys(name)[0]}, person_id
          from (select p.*, row_number() over (order by person_id) as n from person p where region_code = '63.11') p
          where n % ${every}::int = 0`.execute(tx)
      const { rows } = await sql<{ person_id: string }>`
        select person_id from person where region_code = '63.11' order by person_id`.execute(tx)
      return rows.map((row) => row.person_id)
    })
    expect(everybody.length).toBeGreaterThan(2100)
  })
  const STATUSES = ['active', 'moving', 'moved', 'deceased', 'void']
  test.each([
    'gundala sentanu',
    'gundala wiranggaleng',
    'wiranggaleng bimasena',
    'gundala wiranggaleng bimasena',
    'bimasena wiranggaleng gundala kertanegara',
    'kertanegara gundala',
    'gundala',
  ])('all of %s, page by page, in the order of keys', async (name) => {
    const fits = everybody.filter((_id, index) =>
      name.split(' ').every((word) => (index + 1) % shared[word as keyof typeof shared] === 0),
    )
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await db.inRegion('63.11', (tx) =>
        searchPersons(tx, ring, '63.11', { name, statuses: STATUSES }, { limit: 50, ...(after ? { after } : {}) }),
      )
      seen.push(...page.hits.map((hit) => hit.personId))
      after = page.next
      if (after === undefined) break
    }
    expect(seen).toEqual(fits)
  })
})

test('pages hold everybody once', async () => {
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await db.inRegion('63.11', (tx) =>
      searchPersons(tx, ring, '63.11', { name: 'siti' }, { limit: 3, ...(after === undefined ? {} : { after }) }),
    )
    seen.push(...page.hits.map((hit) => hit.personId))
    after = page.next
    if (after === undefined) break
  }
  expect(seen.length).toBeGreaterThan(3)
  expect(seen).toEqual([...new Set(seen)].sort())
  expect(seen.length).toBe(
    (await find({ name: 'siti' })).length < 50 ? (await find({ name: 'siti' })).length : seen.length,
  )
})
