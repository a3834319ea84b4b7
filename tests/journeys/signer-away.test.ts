// Scene 10 with a crowd: the signer is away for six hours while many cases wait for it. One case is handled by the office; the
// others are copies of it for other families, approved by the same command. Must stay true: intake goes on, the time on hold is
// counted apart from the office's, and each is signed once, first approved first, without anybody pressing again. `npm run soak`
// plays the 300 of the specification.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Copy, copyCases, readTemplates } from '../../bench/support/cases.ts'
import { visitorOf } from '../../src/bindings/demo-cases.ts'
import { actAsOfficer } from '../../src/modules/cases/commands.ts'
import { finishSigning, signCase } from '../../src/modules/cases/sign-commands.ts'
import { signHeld } from '../../src/modules/cases/sign-held.ts'
import { type ExampleRegister, snapshotOfExample } from '../../src/modules/register/example-register.ts'
import { importSnapshot } from '../../src/modules/register/import-snapshot.ts'
import type { Role, Visitor } from '../../src/platform/http/visitor.ts'
import { newId } from '../../src/platform/ids.ts'
import { apply, bringTo, type Crew, signInCrew } from '../support/case-walk.ts'
import { JUAI, settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { Walker } from '../support/walker.ts'

const REGION = '63.11'
const CASES = Number(process.env.PUJA_SOAK_CASES ?? 24)
const SIX_HOURS_MS = 6 * 3_600_000
/** 300 cases take many minutes beside other work. */
const PATIENCE_MS = CASES > 24 ? 3_600_000 : 600_000
/** So many at once, so that the small pool of a test has room for the jobs beside. */
const AT_ONCE = 2
let server: TestServer
let crew: Crew
let caseIds: readonly string[] = []

/** So many people, each alone on a card of their own: no two numbers of one day. */
function people(count: number) {
  const two = (value: number) => String(value).padStart(2, '0')
  const all = Array.from({ length: count }, (_, n) => {
    const day = `${two(1 + (n % 28))}${two(1 + (Math.floor(n / 28) % 12))}`
    return { id: newId(), family: newId(), nik: `631101${day}809981`, kk: `631101${day}199981`, day }
  })
  const register: ExampleRegister = {
    persons: all.map(({ id, nik, day }) => ({
      id,
      nik,
      name: 'Warga Menunggu',
      sex: 'L',
      birthDate: `1980-${day.slice(2)}-${day.slice(0, 2)}`,
      birthPlace: 'Balangan',
      religion: '1',
      maritalStatus: '1',
      village: JUAI,
    })),
    families: all.map(({ id, family, kk }) => ({
      id: family,
      kk,
      head: id,
      address: { street: 'Jl. Pelita', rt: '2', rw: '1', village: JUAI },
      members: [{ person: id, relation: '1' }],
    })),
  }
  return { all, register }
}

const rows = <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
  server.house.database.inRegion(REGION, async (tx) => (await query.execute(tx)).rows, { readOnly: true })
const mine = () => sql.join(caseIds.map((id) => sql`${id}::uuid`))
const states = () =>
  rows<{ state: string; cause: string | null; count: number }>(
    sql`select state, hold_cause as cause, count(*)::int as count from case_file where case_id in (${mine()}) group by 1, 2`,
  )

async function each(work: (caseId: string) => Promise<void>): Promise<void> {
  const left = [...caseIds]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) await work(next)
    }),
  )
}

const officer = (role: Role): Visitor => {
  const visitor = visitorOf(server.house, REGION, `test-${role}`, undefined, [role])
  return { ...visitor, actor: { ...visitor.actor!, steppedUpAt: server.clock.now().getTime() } }
}

beforeAll(async () => {
  server = await openTestServer()
  const { house, clock } = server
  crew = await signInCrew(server)
  const couple = await settleCouple(server, 1)
  const wife = await new Walker(server.base).signInAccount(couple.wife.account)
  const template = (await apply(wife, 'kk-lost-damaged', { lostOrDamaged: 'lost' })).caseId
  await bringTo(crew, template, 'validation')
  const { all, register } = people(CASES - 1)
  await house.database.inRegion(REGION, (tx) =>
    importSnapshot(
      tx,
      { ring: house.cases.ring, region: REGION, caseId: null, now: clock.now(), newId },
      snapshotOfExample(REGION, register),
    ),
  )
  const [handled] = await readTemplates(house, REGION, { id: template })
  const copies = all.map(({ id }, index): { template: NonNullable<typeof handled>; copy: Copy } => ({
    template: handled!,
    copy: { couple: { mother: id, father: id, village: JUAI }, shiftMs: -index * 1000, index },
  }))
  caseIds = [template, ...(await copyCases(house, REGION, copies))]
  const validator = officer('validator')
  await each(async (caseId) => {
    const done = await actAsOfficer(house.cases, validator, caseId, { id: 'validate' }, newId())
    if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  })
}, PATIENCE_MS)
afterAll(() => server?.close())

it(
  'cases wait six hours for the signer; intake goes on; all are signed once, first approved first',
  async () => {
    const { house, clock } = server
    expect(await states()).toEqual([{ state: 'signing', cause: null, count: CASES }])
    house.signer.setDown(true)
    const head = officer('head')
    for (const caseId of caseIds) {
      await signCase(house.cases, head, caseId)
      clock.advance(1)
    }
    expect(await states()).toEqual([{ state: 'on_hold', cause: 'signer-down', count: CASES }])

    // While nobody answers, however many wait, a round asks once.
    const status = vi.spyOn(house.signer, 'status')
    expect(await signHeld(house.cases, REGION, () => false)).toBe(0)
    expect(status).toHaveBeenCalledTimes(1)
    status.mockRestore()

    // Intake goes on, up to the head's table.
    const second = await settleCouple(server, 2)
    const wife = await new Walker(server.base).signInAccount(second.wife.account)
    const meanwhile = await apply(wife, 'kk-lost-damaged', { lostOrDamaged: 'lost' })
    await bringTo(crew, meanwhile.caseId, 'signing')

    clock.advance(SIX_HOURS_MS)
    house.signer.setDown(false)
    // A round ends after a while and the next minute goes on: one is enough for few.
    for (let round = 0; round < CASES && (await states()).some(({ state }) => state === 'on_hold'); round++) {
      clock.advance(60_000)
      await house.jobs.settle()
    }
    expect(await states()).toEqual([{ state: 'issued', cause: null, count: CASES }])
    const signed = await rows<{ caseId: string; count: number }>(
      sql`select case_id::text as "caseId", count(*)::int as count from case_event
      where case_id in (${mine()}) and action = 'sign' group by 1 order by min(xmin::text::bigint)`,
    )
    expect(signed).toEqual(caseIds.map((caseId) => ({ caseId, count: 1 })))
    const papers = await rows<{ papers: number; numbers: number }>(
      sql`select count(*)::int as papers, count(distinct case_id)::int as numbers from document where case_id in (${mine()})`,
    )
    expect(papers).toEqual([{ papers: CASES, numbers: CASES }])
    // The time on hold stands apart, with its beginning and end.
    const held = await rows<{ shortest: number; count: number }>(
      sql`select min((p->>'to')::bigint::float8 - (p->>'from')::bigint) as shortest, count(*)::int as count
      from case_file, jsonb_array_elements(clock->'pauses') p where case_id in (${mine()})`,
    )
    expect(held[0]?.count).toBe(CASES)
    expect(held[0]?.shortest).toBeGreaterThanOrEqual(SIX_HOURS_MS)

    // The job once more, or the head pressing again, changes nothing.
    await finishSigning(house.cases, REGION, caseIds[7]!, { id: head.actor!.accountId, roles: ['head'], role: 'head' })
    expect(await signHeld(house.cases, REGION, () => false)).toBe(0)
    const again = await rows<{ count: number }>(
      sql`select count(*)::int as count from document where case_id in (${mine()})`,
    )
    expect(again).toEqual([{ count: CASES }])
  },
  PATIENCE_MS,
)
