// Reports of a hospital, a religious affairs office and a school become drafts for the family: one event is one case, the
// reporter learns nothing of the register, what fits nobody waits at the office, and messages say nothing personal.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { birthAnswers, type Crew, chooseRole, fillDraft, mustStep, send, signInCrew } from '../support/case-walk.ts'
import { type Couple, HALONG, settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Answer, type Fields, plain, refusalsOn, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let couple: Couple
let hospital: Walker
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  couple = await settleCouple(server, 5, HALONG, [9])
  hospital = await appoint(server, '63.11', { roles: ['notifier'], services: ['birth-wni', 'kia-5-17', 'death'] })
})
afterAll(() => server?.close())

const BORN: Fields = {
  childSex: 'P',
  'birthDate.day': '5',
  'birthDate.month': '3',
  'birthDate.year': '2026',
  birthTime: '04.10',
  birthFacility: '1',
  birthWeightGrams: '3150',
}
const report = (who: Walker, more: Fields, kind = 'birth'): Promise<Answer> =>
  who.post(`/63.11/report?kind=${kind}`, { ...BORN, number: 'SKL/1', ...more })
const signed = (account: string) => new Walker(server.base).signInAccount(account)
const draftsOn = (page: Answer): readonly string[] => [
  ...new Set([...page.text.matchAll(/\/63\.11\/cases\/([0-9a-f-]{36})\/review/g)].map((found) => found[1]!)),
]

it('prepares the birth for the mother, once, whoever reports it and however she begins', async () => {
  const mother = { nik: couple.wife.nik, name: couple.wife.name }
  const answer = await report(hospital, mother)
  expect(plain(answer.text)).toContain('Laporan diterima')
  await report(hospital, mother)
  const midwife = await appoint(server, '63.11', { roles: ['notifier'], services: ['birth-wni'] })
  await report(midwife, { ...mother, number: 'BIDAN/77' })
  const her = await signed(couple.wife.account)
  const mine = await her.get('/63.11/me')
  expect(draftsOn(mine)).toHaveLength(1)
  expect(plain(mine.text)).toContain('melaporkan kelahiran. Periksa, lalu kirim.')
  await server.house.jobs.settle()
  const messages = plain((await new Walker(server.base).get('/demo/messages')).text)
  expect(messages).toContain('Ada permohonan yang sudah disiapkan untuk Anda')
  for (const secret of [couple.wife.nik, couple.wife.name, 'kelahiran', 'lahir']) expect(messages).not.toContain(secret)
  // Beginning the service herself leads to what is prepared.
  const caseId = draftsOn(mine)[0]!
  const begun = await her.post('/63.11/services/birth-wni/start', {})
  expect(begun.path).toContain(caseId)
  expect(plain(begun.text)).toContain('melaporkan kelahiran')
  const page = await her.get(`/63.11/cases/${caseId}/edit/child`)
  expect(page.text).toContain('04.10')
  await fillDraft(her, await chooseRole(her, page, birthAnswers()), birthAnswers())
  expect(await send(her, caseId)).toMatch(/^GS-/)
  await mustStep(crew['front-office'], caseId, 'screen')
  // Neither the father nor a stranger finds the mother's draft under their own name; the reporter sees no case at all.
  expect(draftsOn(await (await signed(couple.husband.account)).get('/63.11/me'))).toHaveLength(0)
  expect((await hospital.get(`/63.11/cases/${caseId}`)).status).toBe(404)
  // A later report about the sent case makes no second one.
  await report(midwife, { ...mother, number: 'BIDAN/78' })
  expect(draftsOn(await her.get('/63.11/me'))).toHaveLength(0)
})

it('answers a match and no match alike, and the office finds the family', async () => {
  const wrong = await report(hospital, { nik: couple.husband.nik, name: 'Nama Keliru', number: 'SKL/2' })
  expect(plain(wrong.text)).toContain('Laporan diterima')
  expect(plain(wrong.text)).not.toContain('Nama Keliru')
  const office = crew['front-office']
  const waiting = await office.get('/63.11/office/reports')
  expect(waiting.text).toContain('Nama Keliru')
  const id = /office\/reports\/([0-9a-f-]{36})\/match/.exec(waiting.text)?.[1] ?? ''
  const match = (who: Walker, more: Fields) => who.post(`/63.11/office/reports/${id}/match`, more)
  expect((await match(office, { nik: couple.husband.nik, name: "'; --" })).status).toBe(422)
  expect((await match(hospital, { nik: couple.wife.nik, name: couple.wife.name })).status).toBe(404)
  expect((await hospital.get('/63.11/office/reports')).status).toBe(403)
  expect((await match(office, { nik: couple.wife.nik, name: couple.wife.name })).status).toBe(200)
  expect((await office.get('/63.11/office/reports')).text).not.toContain('Nama Keliru')
})

it('takes a list of a school and refuses what is no report, keeping what was typed', async () => {
  const [child] = couple.children
  const list = (lines: string) => hospital.post('/63.11/report?kind=school', { lines })
  expect((await list(`${child!.nik}; ${child!.name}\n6311010101159977; Tak Dikenal`)).status).toBe(200)
  expect(plain((await (await signed(couple.wife.account)).get('/63.11/me')).text)).toContain(
    'mendaftarkan anak untuk KIA',
  )
  const bad = await list("1234\n'; drop table event_report; --\n🎈")
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('1234')
  expect(refusalsOn(bad)).toHaveLength(3)
  expect((await list('x\n'.repeat(5_000))).status).toBe(422)
  expect((await report(hospital, { nik: '', name: '', number: '', childSex: '' })).status).toBe(422)
  expect((await report(hospital, { nik: couple.wife.nik, name: couple.wife.name }, 'marriage')).status).toBe(404)
  const citizen = await signed(couple.wife.account)
  expect((await citizen.get('/63.11/report')).status).toBe(403)
  expect((await hospital.get('/63.09/report')).status).toBe(403)
})
