// The list of a village follows the register: who dies or moves leaves it, what they received stays, reading twice changes nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { numberEvents } from '../register/event-store.ts'
import { eventRow, type RegisterEventKind } from '../register/register-events.ts'
import type { RegisterTables } from '../register/tables.ts'
import { bindFamilies } from './binding.ts'
import { type ConvergenceJobTools, followRegister } from './jobs.ts'
import { refreshVillage } from './list-commands.ts'
import { findTargetPerson, listFamiliesOf, listPeopleOf } from './people-store.ts'
import { listServicesOf } from './service-store.ts'
import {
  NOW,
  OTHER,
  openConvergence,
  PERIOD,
  region,
  type TestConvergence,
  TODAY,
  VILLAGE,
  value,
} from './testing/convergence.ts'

let t: TestConvergence
let jobs: ConvergenceJobTools
beforeAll(async () => {
  t = await openConvergence()
  jobs = { db: t.db as Database, ring: t.tools.ring, now: () => NOW, today: () => TODAY, regions: async () => [] }
}, 120_000)
afterAll(() => t.close())

const rowsOf = async (person: string) =>
  (
    await t.db.inRegion(region, async (tx) => [
      ...(await listServicesOf(tx, region, PERIOD, VILLAGE)),
      ...(await listServicesOf(tx, region, PERIOD, OTHER)),
    ])
  ).filter((row) => row.subject_id === person)
const childrenOf = async (village: string) =>
  (await t.db.inRegion(region, (tx) => listPeopleOf(tx, region, village))).filter(
    (one) => one.birth_date > '2021-06-01',
  )

/** What the register would have written: the person's row, and the signed event. */
async function tell(
  personId: string,
  kind: RegisterEventKind,
  change: Partial<RegisterTables['person']>,
): Promise<void> {
  await t.db.inRegion(region, async (tx) => {
    const tables = tx.withTables<RegisterTables>()
    await tables
      .updateTable('person')
      .set(change)
      .where('region_code', '=', region)
      .where('person_id', '=', personId)
      .execute()
    const event = { eventId: newId(), personId, seq: 2, kind, date: TODAY }
    await tables
      .insertInto('register_event')
      .values(eventRow(t.tools.ring, region, event, NOW))
      .execute()
  })
  await t.db.inRegion(region, (tx) => numberEvents(tx, region))
}

/** Rows in an order of their own, whatever order they were written in. */
const sorted = (villages: readonly Record<string, readonly object[]>[]) =>
  villages.map((one) => Object.values(one).map((rows) => rows.map((row) => JSON.stringify(row)).sort()))

describe('the register’s events', () => {
  it('whoever died leaves the list; what was received stays counted', async () => {
    const [child] = await childrenOf(VILLAGE)
    const id = child!.person_id
    const before = await rowsOf(id)
    const kpm = t.as('village-cadre', VILLAGE)
    value(
      await bindFamilies(t.tools).check(kpm, {
        subject: id,
        service: 'growth-monitoring',
        period: PERIOD,
        state: 'received',
        givenOn: TODAY,
        giver: '',
        programme: '',
        reason: '',
      }),
    )
    expect(before.length).toBeGreaterThan(1)
    await tell(id, 'person.died', { status: 'deceased', death_date: TODAY })
    expect(await followRegister(jobs, region)).toBe(1)
    expect((await rowsOf(id)).map((row) => [row.service, row.state])).toEqual([['growth-monitoring', 'received']])
    expect(await followRegister(jobs, region)).toBe(0)
  })
  it('whoever moved within the region is due in the new village', async () => {
    const [, child] = await childrenOf(VILLAGE)
    const id = child!.person_id
    await tell(id, 'person.moved', { village_code: OTHER })
    expect(await followRegister(jobs, region)).toBe(1)
    expect(new Set((await rowsOf(id)).map((row) => row.village_code))).toEqual(new Set([OTHER]))
    expect((await t.db.inRegion(region, (tx) => findTargetPerson(tx, region, id)))?.village_code).toBe(OTHER)
  })
  it('an event that was not signed by us is not followed', async () => {
    const [child] = await childrenOf(OTHER)
    await tell(child!.person_id, 'person.died', { status: 'deceased', death_date: TODAY })
    await t.db.inRegion(region, (tx) =>
      tx
        .withTables<RegisterTables>()
        .updateTable('register_event')
        .set({ event_date: '2020-01-01' })
        .where('region_code', '=', region)
        .where('person_id', '=', child!.person_id)
        .execute(),
    )
    await followRegister(jobs, region)
    expect((await rowsOf(child!.person_id)).length).toBeGreaterThan(0)
  })
  it('looking at the touched families alone leaves nothing for the night to change', async () => {
    const all = () =>
      t.db.inRegion(region, async (tx) => {
        const of = async (village: string) => ({
          people: await listPeopleOf(tx, region, village),
          services: await listServicesOf(tx, region, PERIOD, village),
          families: (await listFamiliesOf(tx, region, village)).map(({ changed_at: _, ...row }) => row),
        })
        return [await of(VILLAGE), await of(OTHER)]
      })
    const night = async () => {
      for (const village of [VILLAGE, OTHER])
        await t.db.inRegion(region, (tx) =>
          refreshVillage(tx, region, village, { period: PERIOD, on: TODAY, now: NOW }),
        )
    }
    // The child of the event that nobody signed.
    await night()
    const [, , moving, dying] = await childrenOf(VILLAGE)
    await tell(moving!.person_id, 'person.moved', { village_code: OTHER })
    await tell(dying!.person_id, 'person.died', { status: 'deceased', death_date: TODAY })
    expect(await followRegister(jobs, region)).toBe(2)
    const followed = sorted(await all())
    await night()
    expect(sorted(await all())).toEqual(followed)
  })
})
