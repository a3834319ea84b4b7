import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import { reseal } from '../../platform/secrets/reseal.ts'
import { importSnapshot } from './import-snapshot.ts'
import { loadSnapshot } from './load.ts'
import { reserveNumbers } from './number-store.ts'
import { registerResealSteps } from './reseal-steps.ts'
import { searchPersons } from './search.ts'
import { storedHousehold, uuidOf } from './testing/household.ts'
import { openRegister } from './testing/register-database.ts'

const ring = memoryKeyRing('turned')
const [region, nik, kk] = ['63.11', '6311015703889902', '6311011205149901']
let db: Database
beforeAll(async () => {
  db = await openRegister()
  const writing = { ring, region, caseId: null, now: new Date(), newId }
  await db.inRegion(region, (tx) => importSnapshot(tx, writing, storedHousehold()))
})
afterAll(() => db.close())

const isFound = async () => {
  const byNik = await db.inRegion(region, (tx) => searchPersons(tx, ring, region, { nik }, { limit: 5 }))
  const byKk = await db.inRegion(region, (tx) => searchPersons(tx, ring, region, { kk }, { limit: 9 }))
  const loaded = await db.inRegion(region, (tx) => loadSnapshot(tx, ring, region, { niks: [nik], kks: [kk] }))
  return [
    byNik.hits.map((hit) => hit.personId),
    byKk.hits.length,
    loaded.persons.get(uuidOf('ibu'))?.nik,
    loaded.families.get(uuidOf('kk1'))?.kk,
  ]
}

test('numbers are found before, while and after the keys are turned, and series count on', async () => {
  const found = [[uuidOf('ibu')], 4, nik, kk]
  expect(await isFound()).toEqual(found)
  await ring.rotate('seal')
  await ring.rotate('nik-hash')
  expect(await isFound()).toEqual(found)
  const [people, cards] = registerResealSteps(db, region)
  expect(await reseal(ring, people!, 2)).toBe(5)
  expect(await reseal(ring, cards!, 2)).toBe(2)
  expect(await reseal(ring, people!, 2)).toBe(0)
  expect(await isFound()).toEqual(found)
  const need = { key: 'nik:1', kind: 'nik', districtCode: '63.11.01', birthDate: '1988-03-17', sex: 'P' } as const
  const reserved = await db.inRegion(region, (tx) =>
    reserveNumbers(tx, ring, {
      region,
      caseId: newId(),
      needs: [need],
      firstSerial: 9901,
      now: new Date(),
      hasEarlier: false,
    }),
  )
  expect(reserved).toEqual({ ok: true, value: { 'nik:1': '6311015703889903' } })
})
