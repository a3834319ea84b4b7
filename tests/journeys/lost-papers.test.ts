// Papers that are gone: a family card signed electronically is not lost, so nobody begins an application for it; a child's card is
// printed again and handed over. Must stay true: what the record alone rules out is said before anything is typed, and leaves no draft.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { apply, birthAnswers, bringTo, type Crew, signInCrew } from '../support/case-walk.ts'
import { type Couple, JUAI, settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let couple: Couple
let mother: Walker
let birth: string
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  couple = await settleCouple(server, 1, JUAI)
  mother = await new Walker(server.base).signInAccount(couple.wife.account)
  birth = (await apply(mother, 'birth-wni', birthAnswers({ childName: 'Anak Kartu' }))).caseId
  await bringTo(crew, birth, 'issued')
}, 240_000)
afterAll(() => server?.close())

const drafts = async () =>
  (
    await server.house.database.inRegion(
      '63.11',
      (tx) =>
        sql<{
          n: number
        }>`select count(*)::int as n from case_file where service_id = 'kk-lost-damaged' and applicant_person = ${couple.wife.personId}`.execute(
          tx,
        ),
      { readOnly: true },
    )
  ).rows[0]!.n

it('refuses a lost card that can be downloaded, before there is a draft, whoever begins it', async () => {
  const own = await mother.post('/63.11/services/kk-lost-damaged/start', {})
  expect(own.status).toBe(409)
  expect(plain(own.text)).toContain('KK Anda bertanda tangan elektronik dan masih berlaku. Unduh dan cetak lagi')

  const helped = await crew['front-office'].post('/63.11/assist', {
    key: crypto.randomUUID(),
    service: 'kk-lost-damaged',
    way: 'counter',
    nik: couple.wife.nik,
    name: couple.wife.name,
    consent: 'yes',
  })
  expect(helped.status).toBe(409)
  expect(plain(helped.text)).toContain('Unduh dan cetak lagi')
  expect(await drafts()).toBe(0)

  // A card still on paper is asked for as before.
  const other = await settleCouple(server, 2, JUAI)
  const paper = await new Walker(server.base).signInAccount(other.wife.account)
  const begun = await paper.post('/63.11/services/kk-lost-damaged/start', {})
  expect(begun.status).toBe(200)
  // The page of the draft itself has no number to tell and leads on.
  const caseId = /cases\/([0-9a-f-]{36})/.exec(begun.path)![1]!
  const draft = (await paper.get(`/63.11/cases/${caseId}`)).text
  expect(plain(draft)).not.toContain(', nomor')
  expect(draft).toContain(`href="/63.11/cases/${caseId}/review"`)
})

it('counts no time for a case that is issued', async () => {
  const page = plain((await crew.production.get(`/63.11/office/cases/${birth}`)).text)
  expect(page).toContain('Terbit')
  expect(page).not.toMatch(/Terbit, (sisa|sampai|lewat)/)
})

it('names the unit that opened or handled the case', async () => {
  await crew.verifier.get(`/63.11/office/cases/${birth}`)
  const rows = (
    await server.house.database.inRegion(
      '63.11',
      (tx) =>
        sql<{ action: string }>`select distinct action from journal
          where case_id = ${birth} and subject = ${couple.wife.personId} and unit is null and role not in ('citizen', 'system') and action <> 'register.commit'`.execute(
          tx,
        ),
      { readOnly: true },
    )
  ).rows
  expect(rows).toEqual([])
  expect(plain((await mother.get('/63.11/me/access')).text)).toContain('Seksi Verifikasi Data')
})
