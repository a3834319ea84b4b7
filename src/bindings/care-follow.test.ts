// From the scale to the lists of convergence on a real database: SP6 and SP8 fill from measurings, SP2 counts tablets over quarters, SP9
// follows the vaccines; twice changes nothing, a better measuring ends the condition.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refreshVillage } from '../modules/convergence/list-commands.ts'
import { listConditions } from '../modules/convergence/people-store.ts'
import { listServicesOfSubjects } from '../modules/convergence/service-store.ts'
import {
  codes,
  openConvergence,
  PERIOD,
  region,
  type TestConvergence,
  TODAY,
  VILLAGE,
  value,
} from '../modules/convergence/testing/convergence.ts'
import { welcomeChild } from '../modules/growth/child-commands.ts'
import { insertPosyandus } from '../modules/growth/child-store.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { recordDoses } from '../modules/growth/immunisation/immunisation-commands.ts'
import { recordMeasurement } from '../modules/growth/measure-command.ts'
import { recordVisit, registerPregnancy } from '../modules/growth/pregnancy/pregnancy-commands.ts'
import type { FoodGroup } from '../modules/growth/rules/feeding.ts'
import { EDITIONS } from '../modules/growth/testing/growth-world.ts'
import { nikContext } from '../modules/register/person-row.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { openSealedText } from '../platform/secrets/seal.ts'
import { followCareOf } from './care-binding.ts'

let world: TestConvergence
let context: GrowthContext
let midwife: Visitor

beforeAll(async () => {
  world = await openConvergence()
  context = {
    database: world.db,
    ring: world.tools.ring,
    clock: { now: () => world.tools.now() },
    editions: () => EDITIONS,
    today: () => TODAY,
    dayOf: () => TODAY,
    visitor: () => Promise.reject(new Error('no requests in this test')),
    villageName: (code) => code,
  }
  await world.db.inRegion(region, async (tx) => {
    const unit = await sql<{ unit_id: string }>`select unit_id from unit limit 1`.execute(tx)
    await insertPosyandus(tx, [
      {
        region_code: region,
        posyandu_id: 'melati',
        name: 'Melati',
        village_code: VILLAGE,
        centre_id: unit.rows[0]!.unit_id,
        active: true,
      },
    ])
  })
  midwife = world.as('midwife', VILLAGE)
})
afterAll(() => world.close())

async function residents(where: ReturnType<typeof sql>) {
  const { rows } = await world.db.inRegion(region, (tx) =>
    sql<{ person_id: string; birth_date: string; name: string; nik_sealed: Uint8Array | null; sex: string }>`
      select person_id, birth_date, name, nik_sealed, sex from person
      where region_code = ${region} and village_code = ${VILLAGE} and status = 'active' and ${where} order by person_id`.execute(
      tx,
    ),
  )
  return rows
}
/** A small child of the village, born on this day. */
async function smallChild(index: number, birthDate: string) {
  const found = (await residents(sql`birth_date > '2019-01-01' and mother_id is not null`))[index]!
  await world.db.inRegion(region, async (tx) => {
    await sql`update person set birth_date = ${birthDate} where region_code = ${region} and person_id = ${found.person_id}`.execute(
      tx,
    )
    await refreshVillage(tx, region, VILLAGE, { period: PERIOD, on: TODAY, now: world.tools.now() })
  })
  return { ...found, birth_date: birthDate }
}
const held = async (person: string) =>
  (await world.db.inRegion(region, (tx) => listConditions(tx, region, [person], TODAY)))
    .map(({ code, from_day }) => `${code} ${from_day}`)
    .sort()
const states = async (person: string) =>
  Object.fromEntries(
    (await world.db.inRegion(region, (tx) => listServicesOfSubjects(tx, region, PERIOD, [person]))).map((row) => [
      row.service,
      row.state === 'received' ? `received ${row.given_on}` : row.state,
    ]),
  )

test('a wasted child stands on the list of extra food, a severely wasted one on that of treatment, a well one on none', async () => {
  const one = await smallChild(0, '2024-08-15')
  const childId = value(await welcomeChild(context, midwife, 'melati', one.person_id))
  const measure = async (date: string, weightG: number, armTenthMm?: number, eaten?: readonly FoodGroup[]) => {
    value(
      await recordMeasurement(context, midwife, childId, {
        measurementId: newId(),
        measurement: {
          date,
          place: 'posyandu',
          weightG,
          lengthHeightTenthMm: 8000,
          position: 'l',
          ...(armTenthMm === undefined ? {} : { armTenthMm }),
        },
        facts: { vitaminA: 'red', ...(eaten === undefined ? {} : { eaten }) },
        confirmed: true,
      }),
    )
    await followCareOf(context, region, { childId })
  }
  await measure('2026-02-10', 10_500)
  expect(await held(one.person_id)).toEqual([])
  await measure('2026-03-10', 8_400)
  expect(await held(one.person_id)).toEqual(['wasted 2026-03-10'])
  expect((await states(one.person_id))['wasting-food']).toBe('due')
  const porridge: readonly FoodGroup[] = ['breastmilk', 'grains', 'dairy', 'otherFruit']
  await measure('2026-04-02', 8_400, undefined, porridge)
  expect((await states(one.person_id))['complementary-food']).toBe('due')
  await measure('2026-04-05', 7_400, undefined, [...porridge, 'eggs'])
  expect(await held(one.person_id)).toEqual(['severely-wasted 2026-04-05'])
  expect(await states(one.person_id)).toMatchObject({
    'severe-care': 'due',
    'complementary-food': 'received 2026-04-05',
    length: 'received 2026-04-02',
    'vitamin-a': 'received 2026-02-10',
    'growth-monitoring': 'received 2026-04-02',
  })
  expect(await followCareOf(context, region, { childId })).toBe(0)
  await measure('2026-04-18', 10_600, 1230)
  expect(await held(one.person_id)).toEqual(['wasted 2026-04-18'])
  expect((await states(one.person_id))['severe-care']).toBeUndefined()
})

test('a pregnant woman, thin and then not; ninety tablets of two quarters count in this one', async () => {
  const [one] = await residents(
    sql`sex = 'P' and birth_date between '1988-01-01' and '2003-01-01' and nik_sealed is not null`,
  )
  const nik = openSealedText(world.tools.ring, one!.nik_sealed!, nikContext(one!.person_id))
  const id = newId()
  const facts = {
    name: one!.name,
    birthDate: one!.birth_date,
    nik,
    details: {},
    lastPeriod: '2025-10-01',
    dueOn: '2026-07-08',
  }
  expect(codes(await registerPregnancy(context, midwife, 'melati', id, { ...facts, birthDate: '1999-09-09' }))).toEqual(
    ['growth.pregnancy-nik'],
  )
  value(await registerPregnancy(context, midwife, 'melati', id, facts))
  const visit = async (on: string, more: { armTenthMm?: number; tabletsTaken?: number; foodGiven?: boolean }) => {
    value(
      await recordVisit(context, midwife, id, {
        visitId: newId(),
        on,
        tabletsGiven: 30,
        tabletsTaken: 0,
        foodGiven: false,
        classAttended: false,
        ...more,
      }),
    )
    await followCareOf(context, region, { pregnancyId: id })
  }
  await visit('2025-12-01', { armTenthMm: 2300 })
  expect(await held(one!.person_id)).toEqual(['kek 2025-12-01', 'pregnant 2025-10-01'])
  expect(await states(one!.person_id)).toMatchObject({ 'ttd-pregnant': 'due', 'kek-food': 'due' })
  await visit('2026-02-01', { tabletsTaken: 55 })
  await visit('2026-03-01', { tabletsTaken: 35, foodGiven: true })
  expect(await states(one!.person_id)).toMatchObject({
    'ttd-pregnant': 'received 2026-03-01',
    antenatal: 'received 2026-03-01',
    'kek-food': 'due',
  })
  await visit('2026-04-10', { foodGiven: true })
  expect((await states(one!.person_id))['kek-food']).toBe('received 2026-04-10')
  await visit('2026-04-12', { armTenthMm: 2360 })
  expect(await held(one!.person_id)).toEqual(['pregnant 2025-10-01'])
})

test('vaccines up to date count as received, with the day of the last one', async () => {
  const one = await smallChild(1, '2026-02-10')
  const childId = value(await welcomeChild(context, midwife, 'melati', one.person_id))
  expect((await states(one.person_id)).immunisation).toBe('due')
  value(await recordDoses(context, midwife, childId, { doses: ['HB0'], on: one.birth_date, place: 'hospital' }))
  value(
    await recordDoses(context, midwife, childId, {
      doses: ['BCG', 'OPV1', 'DPT1', 'PCV1'],
      on: TODAY,
      place: 'posyandu',
    }),
  )
  await followCareOf(context, region, { village: VILLAGE })
  expect((await states(one.person_id)).immunisation).toBe(`received ${TODAY}`)
})
