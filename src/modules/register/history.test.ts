// As it was then, and as we know it now: corrections, deaths found late, a deed cancelled years after.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { listEventsAfter, numberEvents } from './event-store.ts'
import { findFamilyAsOf, findPersonAsOf, listHistory } from './history.ts'
import { address, HALONG, JUAI, storedHousehold, uuidOf } from './testing/household.ts'
import { carryOut, openRegister, ring, seedExample } from './testing/register-database.ts'

const [ayah, ibu, kk1] = [uuidOf('ayah'), uuidOf('ibu'), uuidOf('kk1')]
const keys = { personIds: [ayah, ibu] }
let db: Database
beforeAll(async () => {
  db = await openRegister()
  await seedExample(db, storedHousehold())
  // Moved on 1 February, told us on 10 March; the birth date was written wrongly from the beginning; died on 1 April.
  await carryOut(db, {
    effects: [{ op: 'setAddress', family: { familyOf: 'applicant' }, address: 'to' }],
    applicant: ibu,
    answers: { to: address(HALONG) },
    keys,
    today: '2026-03-10',
    at: '2026-03-10T02:00:00Z',
    eventDate: '2026-02-01',
  })
  await carryOut(db, {
    effects: [{ op: 'setField', person: 'applicant', field: 'birthDate', value: 'born' }],
    applicant: ayah,
    answers: { born: '1985-03-18' },
    keys,
    today: '2026-03-20',
    at: '2026-03-20T02:00:00Z',
  })
  const death = [
    { op: 'recordDeed', register: 'death', parties: { deceased: 'deceased' }, date: 'deathDate' },
    { op: 'setPersonStatus', people: 'deceased', status: 'deceased' },
    { op: 'removeFamilyMember', person: 'deceased', reason: 'died' },
    { op: 'setMaritalStatus', people: { spouseOf: 'deceased' }, value: '6' },
    { op: 'setFamilyHead', family: { familyOf: 'newHead' }, person: 'newHead', number: 'keep' },
  ]
  await carryOut(db, {
    effects: death,
    answers: { deceased: { personId: ayah }, deathDate: '2026-04-01', newHead: { personId: ibu } },
    keys,
    today: '2026-04-10',
    at: '2026-04-10T02:00:00Z',
  })
})
afterAll(() => db.close())

const person = (id: string, on: string, knownAt?: string) =>
  db.inRegion('63.11', (tx) =>
    findPersonAsOf(tx, ring, '63.11', id, { on, ...(knownAt === undefined ? {} : { knownAt: new Date(knownAt) }) }),
  )
const family = (on: string, knownAt?: string) =>
  db.inRegion('63.11', (tx) =>
    findFamilyAsOf(tx, ring, '63.11', kk1, { on, ...(knownAt === undefined ? {} : { knownAt: new Date(knownAt) }) }),
  )

describe('a past day', () => {
  test('is told as we know it now', async () => {
    expect((await family('2026-01-31'))?.address).toEqual(address(JUAI))
    expect((await family('2026-02-01'))?.address).toEqual(address(HALONG))
    expect((await person(ayah, '2026-03-31'))?.status).toBe('active')
    expect(await person(ayah, '2026-04-01')).toMatchObject({ status: 'deceased', deathDate: '2026-04-01' })
    expect((await person(ayah, '2026-04-01'))?.card).toBeUndefined()
    expect((await person(ibu, '2026-04-05'))?.maritalStatus).toBe('6')
  })

  test('and as it was known then', async () => {
    expect((await family('2026-02-15', '2026-03-01T00:00:00Z'))?.address).toEqual(address(JUAI))
    expect((await person(ayah, '2026-04-05', '2026-04-06T00:00:00Z'))?.status).toBe('active')
    expect((await person(ayah, '2026-04-05', '2026-04-06T00:00:00Z'))?.card).toEqual({ familyId: kk1, relation: '1' })
    expect((await family('2026-04-05', '2026-04-06T00:00:00Z'))?.headId).toBe(ayah)
    expect((await family('2026-04-05'))?.headId).toBe(ibu)
    expect((await family('2026-04-05'))?.members.map((member) => member.relation)).toContain('1')
    expect((await family('2026-04-05'))?.members).toHaveLength(3)
  })

  test('a corrected birth date was right all along, but not known', async () => {
    expect((await person(ayah, '2010-01-01'))?.birthDate).toBe('1985-03-18')
    expect((await person(ayah, '2010-01-01', '2026-03-15T00:00:00Z'))?.birthDate).toBe('1985-03-17')
  })

  test('before there was anybody there is nobody; numbers are not in the history', async () => {
    expect(await person(ayah, '1980-01-01')).toBeUndefined()
    expect(JSON.stringify(await person(ayah, '2026-03-01'))).not.toContain('6311011703859901')
  })
})

test('the history of a person is read newest first, page by page', async () => {
  const page = (before?: string) =>
    db.inRegion('63.11', (tx) =>
      listHistory(tx, '63.11', ayah, { limit: 3, ...(before === undefined ? {} : { before }) }),
    )
  const first = await page()
  expect(first).toHaveLength(3)
  const all = [...first]
  for (let last = first.at(-1)?.factId; last !== undefined; ) {
    const next = await page(last)
    all.push(...next)
    last = next.at(-1)?.factId
  }
  expect(all.at(-1)).toMatchObject({ field: 'created' })
  expect(all.map((entry) => entry.field)).toEqual(
    expect.arrayContaining(['status', 'nikStatus', 'deathDate', 'birthDate', 'villageCode', 'card']),
  )
  expect(new Set(all.map((entry) => entry.factId)).size).toBe(all.length)
})

test('events get positions in order, once, and can be read again from any point', async () => {
  expect(await db.inRegion('63.11', (tx) => numberEvents(tx, '63.11'))).toBeGreaterThan(3)
  expect(await db.inRegion('63.11', (tx) => numberEvents(tx, '63.11'))).toBe(0)
  const events = await db.inRegion('63.11', (tx) => listEventsAfter(tx, ring, '63.11', 0, 100))
  expect(events.map((event) => event.position)).toEqual(events.map((_event, index) => index + 1))
  expect(events.filter((event) => event.personId === ayah).map((event) => event.kind)).toEqual([
    'person.moved',
    'person.corrected',
    'person.died',
  ])
  expect(events.every((event) => event.isGenuine)).toBe(true)
  expect(await db.inRegion('63.11', (tx) => listEventsAfter(tx, ring, '63.11', 2, 1))).toEqual([events[2]])
  await db.inRegion('63.11', (tx) =>
    sql`update register_event set event_date = '2026-04-02' where kind = 'person.died'`.execute(tx),
  )
  const [died] = (await db.inRegion('63.11', (tx) => listEventsAfter(tx, ring, '63.11', 0, 100))).filter(
    (event) => event.kind === 'person.died',
  )
  expect(died?.isGenuine).toBe(false)
})
