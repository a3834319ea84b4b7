// Somebody new: compared with the register before any number is reserved; somebody who only stays for a time.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { listStays } from './stay-queries.ts'
import { emptyRegister } from './testing/empty-register.ts'
import { address, HALONG, PARINGIN, storedHousehold, uuidOf } from './testing/household.ts'
import { carryOut, openRegister, prepare, ring, seedExample } from './testing/register-database.ts'

let db: Database
beforeAll(async () => {
  db = await openRegister()
})
afterAll(() => db.close())
beforeEach(async () => {
  await emptyRegister(db)
  await seedExample(db, storedHousehold())
})

describe('somebody who stays for a time (non-permanent resident)', () => {
  test('is kept with the end of the stay, sealed, and listed until it is over', async () => {
    const effects = [{ op: 'recordStay', person: 'guest', address: 'stay', until: 'until' }]
    const guest = {
      name: 'Basuki Rahman',
      nik: '3578010101909901',
      birthPlace: 'Surabaya',
      birthDate: '1990-01-01',
      citizenship: 'WNI',
    }
    await carryOut(db, { effects, answers: { guest, stay: address(HALONG), until: '2027-04-09' }, keys: {} })
    const list = (on: string) =>
      db.inRegion('63.11', (tx) => listStays(tx, ring, '63.11', { village: HALONG, on, limit: 10 }))
    expect(await list('2027-04-09')).toMatchObject([
      { outsider: guest, address: address(HALONG), from: '2026-04-10', until: '2027-04-09' },
    ])
    expect(await list('2027-04-10')).toEqual([])
    const line = await db.inRegion(
      '63.11',
      async (tx) => (await sql<{ line: string }>`select s::text line from stay s`.execute(tx)).rows[0]?.line,
    )
    expect(line).not.toContain('Basuki')
  })
})

describe('nobody gets a second number', () => {
  const first = [
    {
      op: 'createPerson',
      as: 'new',
      name: 'name',
      sex: 'sex',
      birthDate: 'born',
      birthPlace: 'place',
      village: 'village',
      nik: 'assign',
    },
    { op: 'createFamily', as: 'family', head: 'new', address: 'home' },
  ]
  const someone = (name: string, day: string) => ({
    name,
    sex: 'P',
    born: day,
    place: 'Balangan',
    village: PARINGIN,
    home: address(PARINGIN),
  })
  const attempt = (answers: ReturnType<typeof someone>, decidePossible = false) =>
    db.inRegion('63.11', (tx) => prepare(tx, { effects: first, answers, keys: {}, decidePossible }))

  test('a sure match stops the case before any number is reserved', async () => {
    const same = {
      ...someone('Siti Aminah', '1988-03-17'),
      village: storedHousehold().persons.get(uuidOf('ibu'))?.villageCode ?? '',
    }
    expect(await attempt(same)).toMatchObject({ ok: false, refusals: [{ code: 'same-person-sure' }] })
    const reserved = await db.inRegion(
      '63.11',
      async (tx) => (await sql<{ n: number }>`select count(*)::int n from number_reservation`.execute(tx)).rows[0]?.n,
    )
    expect(reserved).toBe(0)
  })

  test('a possible one is a warning, or stops the case where the office wants it', async () => {
    const alike = someone('Siti Aminah', '1988-03-19')
    const warned = await attempt(alike)
    expect(warned.ok && warned.value.plan.warnings.map((warning) => warning.code)).toEqual(['same-person-undecided'])
    expect(await attempt(alike, true)).toMatchObject({ ok: false, refusals: [{ code: 'same-person-undecided' }] })
    expect((await attempt(someone('Rusmini Handayani', '1971-11-02'), true)).ok).toBe(true)
  })
})
