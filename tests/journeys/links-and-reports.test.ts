// A paper downloaded again by link and PIN, and the figures of the office: who may make and read them, each figure's list,
// guesses, spans that are none.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalOf } from '../support/case-rows.ts'
import { apply, birthAnswers, bringTo, type Crew, mustStep, signInCrew } from '../support/case-walk.ts'
import { settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let mother: Walker
let issued: string
let rejected: string

beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  mother = await new Walker(server.base).signIn('Siti Aminah')
  issued = (await apply(mother, 'birth-wni', birthAnswers())).caseId
  await bringTo(crew, issued, 'issued')
  const wife = await new Walker(server.base).signInAccount((await settleCouple(server, 1)).wife.account)
  rejected = (await apply(wife, 'birth-wni', birthAnswers({ childName: 'Anak Lain' }))).caseId
  await mustStep(crew['front-office'], rejected, 'reject', { reason: 'wrong-document', note: 'Bukan anak ini' })
  await server.house.jobs.settle()
}, 240_000)
afterAll(() => server?.close())

const deed = (text: string): string =>
  /name="paper"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="paper"/
    .exec(text)!
    .slice(1)
    .find(Boolean)!
const messages = async (): Promise<string> => {
  await server.house.jobs.settle()
  return plain((await new Walker(server.base).get('/demo/messages')).text)
}

describe('a download link', () => {
  it('is made by the applicant: the PIN once on the page, the link by message, both together open the paper', async () => {
    const form = await mother.get(`/63.11/cases/${issued}/link`)
    const paper = deed(form.text)
    const made = await mother.post(`/63.11/cases/${issued}/link`, { paper, way: 'message-link' })
    expect(made.headers.get('cache-control')).toBe('no-store')
    const pin = /PIN (\d{3} \d{3})/.exec(plain(made.text))![1]!
    expect(made.text).not.toMatch(/\/d\/[2-9A-HJ-NP-Z]{26}/)
    const sent = await messages()
    expect(sent).not.toContain(pin.replace(' ', ''))
    const path = /\/63\.11\/d\/[2-9A-HJ-NP-Z]{26}/.exec(sent)![0]
    const stranger = new Walker(server.base)
    expect(plain((await stranger.post(path, { pin: "'; --" })).text)).toContain('4 kesempatan')
    const opened = await stranger.post(path, { pin })
    expect(opened.headers.get('content-type')).toBe('application/pdf')
    expect(opened.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const rows = await journalOf(server, issued)
    expect(rows.map((row) => row.action)).toContain('document.link-made')
  })

  it('closes after five wrong PINs, and a new one ends the old', async () => {
    const paper = deed((await mother.get(`/63.11/cases/${issued}/link`)).text)
    const make = async () => {
      const page = await mother.post(`/63.11/cases/${issued}/link`, { paper, way: 'message-pin' })
      return /\/63\.11\/d\/[2-9A-HJ-NP-Z]{26}/.exec(page.text)![0]
    }
    const [old, fresh] = [await make(), await make()]
    const stranger = new Walker(server.base)
    expect((await stranger.post(old, { pin: '000000' })).status).toBe(410)
    const tries = []
    for (let n = 0; n < 6; n++) tries.push((await stranger.post(fresh, { pin: `${n}`.repeat(10_000) })).status)
    expect(tries).toEqual([422, 422, 422, 422, 423, 423])
    const rows = await server.house.database.inRegion('63.11', (tx) =>
      sql<{ n: number }>`select count(*)::int as n from journal where action = 'document.link-refused'`.execute(tx),
    )
    expect(rows.rows[0]!.n).toBeGreaterThanOrEqual(7)
  })

  it('is made at the counter after a look at the identity, by nobody else, for no other case', async () => {
    const path = `/63.11/office/cases/${issued}/link`
    const form = await crew['front-office'].get(path)
    const paper = deed(form.text)
    const unseen = await crew['front-office'].post(path, { paper, way: 'spoken-pin' })
    expect(unseen.status).toBe(422)
    const made = await crew['front-office'].post(path, { paper, way: 'spoken-pin', seen: 'yes' })
    expect(made.text).toMatch(/<svg role="img"[^>]*viewBox/)
    expect(plain(made.text)).toMatch(/PIN \d{3} \d{3}/)
    for (const who of [crew.verifier, crew.production, mother]) expect((await who.get(path)).status).toBe(403)
    const father = await new Walker(server.base).signIn('Ahmad Fauzan')
    expect((await father.get(`/63.11/cases/${issued}/link`)).status).toBe(404)
    const there = await new Walker(server.base).signIn('Rusdiana, Tabalong')
    expect(
      (await there.post(`/63.09/office/cases/${issued}/link`, { paper, way: 'spoken-pin', seen: 'yes' })).status,
    ).toBe(404)
    expect((await crew['front-office'].get(`/63.11/office/cases/${rejected}/link`)).status).toBe(404)
    expect(
      (await crew['front-office'].post(path, { paper: crypto.randomUUID(), way: 'fax', seen: 'yes' })).status,
    ).toBe(422)
  })
})

describe('the report of the office', () => {
  it('counts what happened once, and each figure opens its cases', async () => {
    const page = await crew.head.get('/63.11/office/figures')
    expect(page.status).toBe(200)
    const [sums] = (
      await server.house.database.inRegion('63.11', (tx) =>
        sql<Record<string, number>>`select sum(submitted)::int as submitted, sum(issued)::int as issued,
          sum(rejected)::int as rejected, sum(measured)::int as measured, sum(deeds)::int as deeds from case_day`.execute(
          tx,
        ),
      )
    ).rows
    expect(sums).toEqual({ submitted: 2, issued: 1, rejected: 1, measured: 1, deeds: 1 })
    expect(plain(page.text)).toContain('1 terbit dari 2 yang masuk')
    expect(plain(page.text)).toContain('Rusdiana')
    for (const [figure, count] of [
      ['submitted', 2],
      ['issued', 1],
      ['rejected', 1],
      ['late', 0],
      ['returned', 0],
      ['open', 1],
    ] as const) {
      const list = await crew.head.get(`/63.11/office/figures/cases?figure=${figure}&service=birth-wni&month=2026-04`)
      expect([figure, list.text.match(/GS-2026\w{4}-\w{4}-\d{5}-\w/g)?.length ?? 0]).toEqual([figure, count])
    }
    const csv = await crew.head.get('/63.11/office/figures.csv?month=2026-04')
    expect(csv.text).toMatch(/^day,service_id,channel,submitted.*\n2026-04-10,birth-wni,/)
  })

  it('names officers to the head alone, and is for nobody without the whole region', async () => {
    const data = await appoint(server, '63.11', { roles: ['data-officer'] })
    const page = plain((await data.get('/63.11/office/figures')).text)
    expect(page).toContain('Verifikator')
    expect(page).not.toMatch(/Rusdiana|Lailatul/)
    const list = await data.get('/63.11/office/figures/cases?figure=submitted')
    expect(list.text).toMatch(/GS-2026/)
    expect(list.text).not.toContain(`/office/cases/${issued}`)
    const narrow = await appoint(server, '63.11', { roles: ['head'], place: '63.11.06' })
    const there = await new Walker(server.base).signIn('Contoh Kepala Dinas, Tabalong')
    for (const who of [crew.verifier, crew.production, mother, narrow, there])
      for (const path of ['', '/cases?figure=submitted', '.csv'])
        expect((await who.get(`/63.11/office/figures${path}`)).status).toBe(403)
    const home = await there.get('/63.09/office/figures/cases?figure=submitted&month=2026-04')
    expect(home.text).not.toMatch(/GS-2026/)
    const other = await appoint(server, '63.11', { roles: ['head'], services: ['ktp-lost'] })
    expect((await other.get('/63.11/office/figures/cases?figure=submitted')).text).not.toMatch(/GS-2026/)
  })

  it('says what a span must look like and falls over nothing', async () => {
    for (const query of [
      "from='; --&to=x",
      'from=2026-04-01&to=2020-01-01',
      'from=2020-01-01&to=2026-01-01',
      'month=2026-99',
    ])
      expect((await crew.head.get(`/63.11/office/figures?${query}`)).status, query).toBe(422)
    expect((await crew.head.get(`/63.11/office/figures/cases?figure=${'x'.repeat(3000)}`)).status).toBe(404)
    const hostile = `/63.11/office/figures/cases?figure=open&state=${encodeURIComponent("'; drop table case_day; --😀")}&after=1~2`
    expect((await crew.head.get(hostile)).status).toBe(200)
  })
})
