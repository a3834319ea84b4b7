// The stories of the demo, each to the end: whoever opens the demo sees cases in every state because each got there. A story
// that stops on the way is a fault of the story or of a service, never a draft left behind.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CASE_PLAN, type SeededCases, STORIES, seedCases } from '../../src/bindings/demo-cases.ts'
import { seedCoverage } from '../../src/bindings/demo-coverage.ts'
import { seedPopulation } from '../../src/modules/register/demo/population.ts'
import type { Role } from '../../src/platform/http/visitor.ts'
import { openTestServer, STORY_DAY, type TestServer } from '../support/server.ts'

const REGION = '63.11'
/** Of each line of the plan; the demo makes them all. */
const EACH = 1
let server: TestServer
let seeded: SeededCases

beforeAll(async () => {
  server = await openTestServer()
  const { house } = server
  await seedPopulation(house.database, house.cases.ring, REGION, {
    residents: 1200,
    seed: 'demo',
    on: STORY_DAY.slice(0, 10),
  })
  seeded = await seedCases(house, REGION, await officers(), EACH)
}, 300_000)
afterAll(() => server.close())

it('takes every case to the state of its story', async () => {
  expect(seeded.stuck).toEqual([])
  const { rows } = await server.house.database.inRegion(
    REGION,
    (tx) =>
      sql<{
        service: string
        state: string
        n: number
      }>`select service_id as service, state, count(*)::int as n from case_file where region_code = ${REGION} group by 1, 2`.execute(
        tx,
      ),
    { readOnly: true },
  )
  const found = Object.fromEntries(rows.map(({ service, state, n }) => [`${service} ${state}`, n]))
  const wanted: Record<string, number> = {}
  for (const { goal, story, count } of CASE_PLAN) {
    const key = `${STORIES[story]!.service} ${goal}`
    wanted[key] = (wanted[key] ?? 0) + Math.min(count, EACH)
  }
  expect(found).toEqual(wanted)
})

it('counts most family cards as signed, and not all', async () => {
  const { house, clock } = server
  await seedCoverage(house, REGION, clock.now())
  const { rows } = await house.database.inRegion(
    REGION,
    (tx) =>
      sql<{ share: number }>`select round(100.0 * sum(numerator) / sum(denominator))::int as share from coverage_figure
        where region_code = ${REGION} and indicator = 'kk' and snapshot_on = ${STORY_DAY.slice(0, 10)}`.execute(tx),
    { readOnly: true },
  )
  expect(rows[0]?.share).toBeGreaterThan(75)
  expect(rows[0]?.share).toBeLessThan(93)
})

async function officers(): Promise<Partial<Record<Role, string>>> {
  const { rows } = await server.house.database.inRegion(
    REGION,
    (tx) =>
      sql<{
        role: Role
        account_id: string
      }>`select distinct on (role) role, account_id from role_assignment where region_code = ${REGION} order by role, created_at`.execute(
        tx,
      ),
    { readOnly: true },
  )
  return Object.fromEntries(rows.map((row) => [row.role, row.account_id]))
}
