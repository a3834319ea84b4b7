// Whose cards these are, by ids alone: as of today, one region's only.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { listFamiliesOf } from './families-of.ts'
import { storedHousehold, uuidOf } from './testing/household.ts'
import { carryOut, openRegister, seedExample } from './testing/register-database.ts'

const [ayah, ibu, kk1] = [uuidOf('ayah'), uuidOf('ibu'), uuidOf('kk1')]
let db: Database
beforeAll(async () => {
  db = await openRegister()
  await seedExample(db, storedHousehold())
})
afterAll(() => db.close())

const of = (people: readonly string[], region = '63.11') =>
  db.inRegion(region, (tx) => listFamiliesOf(tx, region, people))

test('each card once; nobody else has one, whatever they are called', async () => {
  expect(await of([ayah, ibu])).toEqual([kk1])
  expect(await of([])).toEqual([])
  expect(await of([uuidOf('nobody'), "'; --", '', '😀'])).toEqual([])
  expect(await of([ayah], '63.09')).toEqual([])
})

test('whoever left a card is on it no longer', async () => {
  await carryOut(db, {
    effects: [
      { op: 'recordDeed', register: 'death', parties: { deceased: 'deceased' }, date: 'deathDate' },
      { op: 'setPersonStatus', people: 'deceased', status: 'deceased' },
      { op: 'removeFamilyMember', person: 'deceased', reason: 'died' },
      { op: 'setMaritalStatus', people: { spouseOf: 'deceased' }, value: '6' },
      { op: 'setFamilyHead', family: { familyOf: 'newHead' }, person: 'newHead', number: 'keep' },
    ],
    answers: { deceased: { personId: ayah }, deathDate: '2026-04-01', newHead: { personId: ibu } },
    keys: { personIds: [ayah, ibu] },
    today: '2026-04-10',
    at: '2026-04-10T02:00:00Z',
  })
  expect(await of([ayah])).toEqual([])
  expect(await of([ibu])).toEqual([kk1])
})
