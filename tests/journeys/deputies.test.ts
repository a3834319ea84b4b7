// A deputy of the head: proposed by one, confirmed by another, signs in the named days only and is named on the paper; never
// for what they handled themselves, never by their own word.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apply, birthAnswers, bringTo, type Crew, mustStep, signInCrew, step, stepUp } from '../support/case-walk.ts'
import { settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, refusalsOn, Walker } from '../support/walker.ts'

const PAGE = '/63.11/office/deputies'
let server: TestServer
let crew: Crew
let admin: Walker & { readonly account: string }
let deputy: Walker & { readonly account: string }
let post: string
const cases: string[] = []

beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  admin = await appoint(server, '63.11', { roles: ['service-admin'] })
  deputy = await appoint(server, '63.11', { roles: ['front-office'] }, { steppedUp: true })
  const mothers = [await new Walker(server.base).signIn('Siti Aminah')]
  mothers.push(await new Walker(server.base).signInAccount((await settleCouple(server, 1)).wife.account))
  for (const [index, mother] of mothers.entries()) {
    const childName = `Anak ${['Satu', 'Dua'][index]}`
    const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName }))
    if (index === 0) await bringTo(crew, caseId, 'signing')
    else {
      await mustStep(deputy, caseId, 'screen')
      await mustStep(crew.verifier, caseId, 'verify')
      await mustStep(crew.validator, caseId, 'validate')
    }
    cases.push(caseId)
  }
  post = (
    await query(sql<{ assignment_id: string }>`
      select assignment_id from role_assignment where role = 'head' and deputy_for is null`)
  )[0]!.assignment_id
}, 240_000)
afterAll(() => server?.close())

const query = async <T>(text: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
  (await server.house.database.inRegion('63.11', (tx) => text.execute(tx), { readOnly: true })).rows
const propose = (who: Walker, more: Record<string, string> = {}) =>
  who.post(PAGE, {
    key: crypto.randomUUID(),
    assignment: post,
    account: deputy.account,
    title: 'plh',
    printedName: 'Contoh Pelaksana Harian',
    nip: '',
    decree: '800/12/SP/2026',
    'from.day': '11',
    'from.month': '4',
    'from.year': '2026',
    'to.day': '14',
    'to.month': '4',
    'to.year': '2026',
    ...more,
  })
const newest = async () =>
  (
    await query(sql<{ deputy_id: string; state: string }>`
    select deputy_id, state from deputy order by proposed_at desc, deputy_id desc limit 1`)
  )[0]!
const decide = (who: Walker, id: string, word: string) =>
  who.post(`${PAGE}/${id}/${word}`, { key: crypto.randomUUID() })
const sign = (who: Walker, caseId: string) => step(who, caseId, 'sign')

describe('naming a deputy', () => {
  it('names all faults at once, keeps what was typed, and is for nobody else', async () => {
    const bad = await propose(admin, {
      assignment: crypto.randomUUID(),
      account: "'; drop table deputy; --",
      title: 'raja',
      printedName: '😀'.repeat(10_000),
      nip: '12',
      decree: '',
      'to.day': '40',
    })
    expect(bad.status).toBe(422)
    expect(refusalsOn(bad).length).toBeGreaterThanOrEqual(7)
    expect(bad.text).toContain('value="12"')
    expect((await propose(admin, { 'from.day': '1' })).status).toBe(422)
    expect((await propose(crew.head, { account: 'x' })).status).toBe(422)
    const there = await new Walker(server.base).signIn('Contoh Kepala Dinas, Tabalong')
    const narrow = await appoint(server, '63.11', { roles: ['service-admin'], place: '63.11.06' })
    for (const who of [crew.validator, deputy, there, narrow, await new Walker(server.base).signIn('Siti Aminah')]) {
      expect((await who.get(PAGE)).status).toBe(403)
      expect((await propose(who)).status).toBe(403)
    }
    expect((await there.post(`/63.09${PAGE.slice(6)}`, { assignment: post, account: deputy.account })).status).toBe(422)
    expect(await query(sql`select 1 from deputy`)).toEqual([])
  })

  it('takes two people; a second deputy for the same days and a second press are nothing new', async () => {
    const key = crypto.randomUUID()
    for (let n = 0; n < 2; n++) expect((await propose(admin, { key })).path).toContain('done=proposed')
    expect(await query(sql`select 1 from deputy`)).toHaveLength(1)
    expect((await propose(admin)).status).toBe(409)
    const { deputy_id } = await newest()
    expect((await decide(admin, deputy_id, 'confirm')).status).toBe(403)
    expect(plain((await admin.get(PAGE)).text)).toContain('orang lain yang menyetujui')
    expect((await decide(crew.validator, deputy_id, 'confirm')).status).toBe(403)
    const both = await Promise.all([0, 1].map(() => decide(crew.head, deputy_id, 'confirm')))
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
    const granted = await query(sql`select 1 from role_assignment where deputy_for = ${post}`)
    expect(granted).toHaveLength(1)
  })
})

describe('a deputy of the head', () => {
  it('sees and signs in the named days only, and the paper says in whose place', async () => {
    expect((await deputy.get('/63.11/office/signing')).text).not.toContain(cases[0])
    expect((await sign(deputy, cases[0]!)).status).toBe(403)
    server.clock.advance(24 * 3_600_000)
    await stepUp(deputy)
    expect((await deputy.get('/63.11/office/signing')).text).toContain(cases[0])
    // A stand-in names no stand-in.
    expect((await deputy.get(PAGE)).status).toBe(403)
    await mustStep(deputy, cases[0]!, 'sign')
    const papers = await query(sql<{ signer_role: string; signer_name: string }>`
      select signer_role, signer_name from document where case_id = ${cases[0]}`)
    expect(papers.length).toBeGreaterThan(0)
    for (const paper of papers) {
      expect(paper.signer_role).toMatch(/^Plh\. /)
      expect(paper.signer_name).toBe('Contoh Pelaksana Harian')
    }
  })

  it('is ended before the time and signs nothing more', async () => {
    const { deputy_id } = await newest()
    for (const who of [deputy, crew.validator]) expect((await decide(who, deputy_id, 'end')).status).toBe(403)
    expect((await decide(crew.head, deputy_id, 'end')).path).toContain('done=ended')
    expect((await decide(crew.head, deputy_id, 'end')).status).toBe(409)
    await stepUp(deputy)
    expect((await sign(deputy, cases[1]!)).status).toBe(403)
    expect(plain((await admin.get(PAGE)).text)).toMatch(/Diakhiri/)
  })

  it('proposed by the head is not confirmed by the head, and a refused one grants nothing', async () => {
    await propose(crew.head, { 'from.day': '20', 'to.day': '21' })
    const { deputy_id } = await newest()
    expect((await decide(crew.head, deputy_id, 'confirm')).status).toBe(403)
    expect((await decide(admin, deputy_id, 'refuse')).path).toContain('done=refused')
    expect(await query(sql`select 1 from role_assignment where deputy_for = ${post}`)).toHaveLength(1)
    const told = await query(
      sql<{ action: string }>`select distinct action from journal where action like 'deputy.%' order by 1`,
    )
    expect(told.map((row) => row.action)).toEqual([
      'deputy.confirm',
      'deputy.decide.refused',
      'deputy.end',
      'deputy.propose',
      'deputy.refuse',
    ])
  })
})
