// The national system was away and is back (section 5, rule 3): what was put on hold for it goes on by itself within a minute, first held
// first, once; what waits for something else, or was held after the note, stays.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyCases, readTemplates } from '../../bench/support/cases.ts'
import { visitorOf } from '../../src/bindings/demo-cases.ts'
import { actAsOfficer } from '../../src/modules/cases/commands.ts'
import { resumeHeldForNation } from '../../src/modules/cases/national-held.ts'
import { newId } from '../../src/platform/ids.ts'
import { lookAtCase } from '../support/case-rows.ts'
import { apply, bringTo, type Crew, signInCrew } from '../support/case-walk.ts'
import { JUAI, settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { formsOn, plain, Walker } from '../support/walker.ts'

const REGION = '63.11'
let server: TestServer
let crew: Crew
const cases: string[] = []

const hold = async (caseId: string, reason: string) => {
  const { house, clock } = server
  const holdUntilMs = clock.now().getTime() + 86_400_000
  const verifier = visitorOf(house, REGION, 'test-verifier', undefined, ['verifier'])
  const until = new Date(holdUntilMs).toISOString()
  const done = await actAsOfficer(house.cases, verifier, caseId, { id: 'hold', reason, until, holdUntilMs }, newId())
  expect(done).toMatchObject({ ok: true })
  clock.advance(60_000)
}
const state = async (caseId: string) => (await lookAtCase(server, caseId)).state
const states = async () => Promise.all(cases.map(state))

beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  const couple = await settleCouple(server, 1)
  const wife = await new Walker(server.base).signInAccount(couple.wife.account)
  const { caseId } = await apply(wife, 'kk-lost-damaged', { lostOrDamaged: 'lost' })
  await bringTo(crew, caseId, 'verification')
  const [template] = await readTemplates(server.house, REGION, { id: caseId })
  const copies = [1, 2, 3, 4].map((index) => ({
    template: template!,
    copy: {
      couple: { mother: couple.wife.personId, father: couple.husband.personId, village: JUAI },
      shiftMs: -index * 1000,
      index,
    },
  }))
  cases.push(caseId, ...(await copyCases(server.house, REGION, copies)))
})
afterAll(() => server?.close())

it('goes on when an operator says it is back: in order, once, and nothing else with it', async () => {
  const { house, clock } = server
  const [first, second, third, other, later] = cases as [string, string, string, string, string]
  for (const caseId of [second, first, third]) await hold(caseId, 'siak-down')
  await hold(other, 'court-check')
  await house.jobs.settle()
  expect(await states()).toEqual(['on_hold', 'on_hold', 'on_hold', 'on_hold', 'verification'])

  const seen = plain((await crew.verifier.get(`/${REGION}/office/cases/${first}`)).text)
  expect(seen).toContain('Ditunda: Sistem kependudukan pusat terganggu. Berlanjut sendiri')

  // Published: few are not counted out.
  const published = async () =>
    /^kk-lost-damaged,.*,([^,\n]*)$/m.exec((await new Walker(server.base).get(`/${REGION}/open-data.csv`)).text)?.[1]
  expect(await published()).toBe('<5')

  const operator = await appoint(server, REGION, { roles: ['data-officer'] })
  const page = await operator.get(`/${REGION}/office/national`)
  expect(plain(page.text)).toContain('3 permohonan ditunda karena pusat terganggu')
  const form = formsOn(page).find(({ action }) => action === `/${REGION}/office/national/link`)!
  const back = { key: form.fields.key!, state: 'up' }
  await operator.post(form.action, back)
  await operator.post(form.action, back)
  clock.advance(1000)
  await hold(later, 'siak-down')
  await house.jobs.settle()
  expect(await states()).toEqual(['verification', 'verification', 'verification', 'on_hold', 'on_hold'])

  const read = <T>(query: ReturnType<typeof sql<T>>) =>
    house.database.inRegion(REGION, async (tx) => (await query.execute(tx)).rows, { readOnly: true })
  const mine = sql.join(cases.map((id) => sql`${id}::uuid`))
  const resumed = await read<{ caseId: string; role: string }>(
    sql`select case_id::text as "caseId", actor_role as role from case_event
      where case_id in (${mine}) and action = 'resume' order by xmin::text::bigint`,
  )
  expect(resumed).toEqual([second, first, third].map((caseId) => ({ caseId, role: 'system' })))
  const told = await read<{ action: string; count: number }>(
    sql`select action, count(*)::int as count from journal
      where action in ('case.resume', 'national.up') group by 1 order by 1`,
  )
  expect(told).toEqual([
    { action: 'case.resume', count: 3 },
    { action: 'national.up', count: 1 },
  ])

  // Again changes nothing; the next sign of life takes the one that was held since.
  expect(await resumeHeldForNation(house.cases, REGION, () => false)).toBe(0)
  await operator.post(form.action, { key: newId(), state: 'down' })
  expect(await resumeHeldForNation(house.cases, REGION, () => false)).toBe(0)
  await operator.post(form.action, { key: newId(), state: 'up' })
  // A round that has no time left stops before the first.
  expect(await resumeHeldForNation(house.cases, REGION, () => true)).toBe(0)
  expect(await resumeHeldForNation(house.cases, REGION, () => false)).toBe(1)
  expect(await states()).toEqual(['verification', 'verification', 'verification', 'on_hold', 'verification'])

  // Each application counts once in a month, however often it was held.
  await hold(first, 'biometric')
  await house.jobs.settle()
  expect(await published()).toBe('5')
})
