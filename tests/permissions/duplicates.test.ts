// Nobody gets a second number: a birth that looks like somebody registered waits for a decision; two entries become one by two
// officers. Through the real pages. Must stay true: who found them the same does not join them; an own family is never decided.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { snapshotOfExample } from '../../src/modules/register/example-register.ts'
import { importSnapshot } from '../../src/modules/register/import-snapshot.ts'
import { newId } from '../../src/platform/ids.ts'
import { apply, birthAnswers, bringTo, type Crew, mustStep, signInCrew, step } from '../support/case-walk.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, refusalsOn, Walker } from '../support/walker.ts'

const BALIDA = '63.11.06.2006'
let server: TestServer
let crew: Crew
let data: Walker & { readonly account: string }
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  data = await appoint(server, '63.11', { roles: ['data-officer'] })
})
afterAll(() => server?.close())

/** An entry of somebody like this, on a card of its own or with a parent's household of one. */
async function settle(name: string, sex: 'L' | 'P', birthDate: string, serial: number): Promise<string> {
  const id = newId()
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const code = `${String(Number(day) + (sex === 'P' ? 40 : 0)).padStart(2, '0')}${month}${year.slice(2)}`
  await server.house.database.inRegion('63.11', (tx) =>
    importSnapshot(
      tx,
      { ring: server.house.cases.ring, region: '63.11', caseId: null, now: server.clock.now(), newId },
      snapshotOfExample('63.11', {
        persons: [
          {
            id,
            nik: `631106${code}${serial}`,
            name,
            sex,
            birthDate,
            birthPlace: 'Balangan',
            maritalStatus: '1',
            religion: '1',
            village: BALIDA,
          },
        ],
        // Grown-ups have a card of their own; the child is compared only.
        families:
          birthDate > '2009'
            ? []
            : [
                {
                  id: newId(),
                  kk: `6311060607${serial < 9960 ? '19' : '20'}${serial}`,
                  head: id,
                  members: [{ person: id, relation: '1' as const }],
                  address: { street: 'Jalan Contoh 9', rt: '1', rw: '1', village: BALIDA, postalCode: '71611' },
                },
              ],
      }),
    ),
  )
  return id
}
const pairsOf = (a: string, b: string) => `/63.11/office/duplicates/${[a, b].sort().join('/')}`
const scan = async () => {
  const { scanForPairs } = await import('../../src/modules/register/duplicate-queries.ts')
  const { ring } = server.house.cases
  await server.house.database.inRegion('63.11', (tx) =>
    scanForPairs(tx, { ring, region: '63.11', now: server.clock.now() }, 500),
  )
}
const numbersReserved = () =>
  server.house.database.inRegion(
    '63.11',
    async (tx) =>
      (await sql<{ n: number }>`select count(*)::int n from number_reservation where state = 'reserved'`.execute(tx))
        .rows[0]?.n,
  )

describe('a birth that looks like a child who is registered', () => {
  it('gets no number until it is decided, and the page says where', async () => {
    const twin = await settle('Aisyah Nur Ramadani', 'P', '2026-03-05', 9971)
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    const { caseId, number } = await apply(mother, 'birth-wni', birthAnswers())
    await bringTo(crew, caseId, 'validation')
    const before = await numbersReserved()
    const refused = await step(crew.validator, caseId, 'validate')
    expect(refused.status).toBe(409)
    expect(refusalsOn(refused).join()).toMatch(/nomor(nya)? belum diberikan.*Data ganda/)
    expect(await numbersReserved()).toBe(before)
    expect(plain(refused.text)).toContain('Bandingkan dan putuskan')
    const way = `/63.11/office/duplicates/cases/${caseId}`
    expect(refused.text).toContain(way)

    expect(plain((await data.get('/63.11/office/duplicates')).text)).toContain(number)
    const page = await data.get(way)
    expect(plain(page.text)).toContain('Aisyah Nur Ramadani')
    expect((await crew.validator.post(`${way}/${twin}`, { verdict: 'different', reason: 'Ibunya lain' })).status).toBe(
      404,
    )
    expect((await crew['front-office'].get(way)).status).toBe(403)
    const empty = await data.post(`${way}/${twin}`, { verdict: '', reason: `'; -- 🙂` })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('&#39;; -- 🙂')
    await data.post(`${way}/${twin}`, { verdict: 'unsure', reason: 'Menunggu buku KIA' })
    expect((await step(crew.validator, caseId, 'validate')).status).toBe(409)
    const done = await data.post(`${way}/${twin}`, { verdict: 'different', reason: 'Ibu dan bidannya lain' })
    expect(plain(done.text)).toContain('Ibu dan bidannya lain')
    expect((await data.post(`${way}/${twin}`, { verdict: 'different', reason: 'Ibu dan bidannya lain' })).status).toBe(
      200,
    )
    expect(plain((await data.get('/63.11/office/duplicates')).text)).not.toContain(number)
    await mustStep(crew.validator, caseId, 'validate')
  })
})

describe('two entries of one person', () => {
  it('are joined by another officer than the one who found them the same, and can be taken apart', async () => {
    const [one, other] = [
      await settle('Muhammad Basuki', 'L', '1971-04-09', 9961),
      await settle('Moh. Basuki', 'L', '1971-04-09', 9962),
    ]
    await scan()
    expect(plain((await data.get('/63.11/office/duplicates')).text)).toContain('Muhammad Basuki')
    const way = pairsOf(one, other)
    const wide = await data.post(way, { verdict: 'same', reason: `NIK 6311060904719961 sama` })
    expect(wide.status).toBe(422)
    await data.post(way, { verdict: 'same', reason: 'Foto dan tanda tangan sama' })
    expect((await data.post(`${way}/join`, { keep: one })).status).toBe(403)
    expect((await crew.head.post(`${way}/join`, { keep: 'x' })).status).toBe(422)
    for (let twice = 0; twice < 2; twice++)
      expect(plain((await crew.head.post(`${way}/join`, { keep: one })).text)).toContain('Sudah digabung')
    const states = () =>
      server.house.database.inRegion(
        '63.11',
        async (tx) =>
          (
            await sql<{
              status: string
              duplicate_of: string | null
            }>`select status, duplicate_of::text from person where person_id = ${other}`.execute(tx)
          ).rows[0],
      )
    expect(await states()).toEqual({ status: 'duplicate', duplicate_of: one })
    expect((await data.post(`${way}/undo`, { undo: 'x' })).status).toBe(422)
    await data.post(`${way}/undo`, { undo: 'Ternyata dua saudara sepupu' })
    expect(await states()).toEqual({ status: 'active', duplicate_of: null })
  })

  it('are no business of other roles, of other regions, of the person on them', async () => {
    const one = await settle('Muhammad Hendra', 'L', '1988-01-23', 9951)
    await scan()
    const list = await data.get('/63.11/office/duplicates')
    const way = /\/63\.11\/office\/duplicates\/[0-9a-f-]{36}\/[0-9a-f-]{36}(?=")/g
    const own = [...new Set(list.text.match(way))].find((path) => path.includes(one))!
    const hendra = await new Walker(server.base).signIn('Muhammad Hendra')
    expect((await hendra.post(own, { verdict: 'different', reason: 'Bukan saya' })).status).toBe(403)
    const village = await appoint(server, '63.11', { roles: ['village-operator', 'data-officer'], place: BALIDA })
    const elsewhere = await appoint(server, '63.09', { roles: ['data-officer'] })
    for (const who of [village, elsewhere, crew.production]) expect((await who.get(own)).status).toBe(403)
    expect((await elsewhere.get(own.replace('63.11', '63.09'))).status).toBe(404)
    for (const path of ['/63.11/office/duplicates/x/y', '/63.11/office/duplicates/cases/x'])
      expect((await data.get(path)).status).toBe(404)
  })
})
