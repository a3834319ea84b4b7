// An issued case that should never have been is annulled by two officers: the register is as it was before, its papers are revoked,
// the family card before it is in force again, and what a later case built on it is settled first.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { apply, birthAnswers, bringTo, type Crew, INPUT, mustStep, signInCrew, step } from '../support/case-walk.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, refusalsOn, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let mother: Walker
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  mother = await new Walker(server.base).signIn('Siti Aminah')
}, 240_000)
afterAll(() => server?.close())

const query = async <T>(text: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
  (await server.house.database.inRegion('63.11', (tx) => text.execute(tx), { readOnly: true })).rows
const papersOf = async (caseId: string) =>
  Object.fromEntries(
    (
      await query(
        sql<{ kind: string; state: string }>`select kind, state from document where case_id = ${caseId} order by kind`,
      )
    ).map(({ kind, state }) => [kind, state]),
  )
const childOf = async (childName: string) =>
  (
    await query(
      sql<{ status: string; nik_status: string; family_id: string | null; deeds: string }>`
        select p.status, p.nik_status, p.family_id,
               (select string_agg(d.status, ',') from deed_party x join deed d using (region_code, deed_id) where x.person_id = p.person_id) as deeds
        from person p where p.name = ${childName.toUpperCase()} or p.name = ${childName}`,
    )
  )[0]
/** Three at one birth. */
const born = async (childName: string, childSex: 'L' | 'P') => {
  const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName, childSex, birthPlurality: '3' }))
  await bringTo(crew, caseId, 'issued')
  return caseId
}
const propose = (caseId: string) => mustStep(crew.validator, caseId, 'propose-annulment', INPUT['propose-annulment']!)

it('sets the register and the papers back', async () => {
  const first = await born('Rahmat Hidayat', 'L')
  const second = await born('Zulaikha Dewi', 'P')
  expect(await papersOf(first)).toMatchObject({ kk: 'superseded' })
  const [kk] = await query(
    sql<{ id: string }>`select document_id id from document where case_id = ${second} and kind = 'kk'`,
  )
  // Ended once, and by the card that follows it.
  const ended = await query(
    sql<{ by: string; events: number }>`
      select superseded_by as by, (select count(*)::int from document_event e
        where e.document_id = d.document_id and e.action = 'superseded') as events
      from document d where case_id = ${first} and kind = 'kk'`,
  )
  expect(ended).toEqual([{ by: kk!.id, events: 1 }])
  const paper = `/63.11/cases/${second}/documents/${kk!.id}.pdf`
  expect((await mother.get(paper)).status).toBe(200)
  await propose(second)
  await mustStep(crew.head, second, 'annul')

  expect(await childOf('Zulaikha Dewi')).toMatchObject({
    status: 'cancelled',
    nik_status: 'cancelled',
    family_id: null,
    deeds: 'cancelled',
  })
  expect(await papersOf(second)).toEqual({ 'birth-deed-extract': 'revoked', kk: 'revoked' })
  expect(await papersOf(first)).toEqual({ 'birth-deed-extract': 'valid', kk: 'valid' })
  expect(
    (
      await query(
        sql<{ state: string; state_reason: string }>`select state, state_reason from card where case_id = ${second}`,
      )
    )[0],
  ).toEqual({ state: 'withdrawn', state_reason: 'case-annulled' })
  expect(plain((await mother.get(`/63.11/cases/${second}`)).text)).toContain('Catatan dikembalikan seperti sebelumnya')

  // The officer reads that it was undone, not that it holds.
  expect(plain((await crew.validator.get(`/63.11/office/cases/${second}`)).text)).toContain(
    'Sudah dibatalkan: register',
  )

  // What is not valid is not handed out again; its QR page says why.
  const page = (await mother.get(`/63.11/cases/${second}`)).text
  expect(page).not.toContain(`/${second}/documents/`)
  expect((await mother.get(paper)).status).toBe(409)

  // Once more does nothing: the case is closed.
  const again = await step(crew.head, second, 'annul')
  expect(again.status).toBe(409)
  expect(refusalsOn(again).join()).not.toBe('')

  // The first one too, under a later case that came after it: its card names the child, so it is in force no longer.
  const third = await born('Salsabila', 'P')
  await propose(first)
  await mustStep(crew.head, first, 'annul')
  expect(await childOf('Rahmat Hidayat')).toMatchObject({ status: 'cancelled', family_id: null })
  expect(await papersOf(first)).toEqual({ 'birth-deed-extract': 'revoked', kk: 'revoked' })
  expect(await papersOf(third)).toEqual({ 'birth-deed-extract': 'valid', kk: 'superseded' })
}, 120_000)
