// What one clerk began for somebody, a colleague of the same unit goes on with. Must stay true: only with the person there,
// by name and agreed anew; nobody of another unit; who helped before neither sees it any more nor verifies it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { birthAnswers, type Crew, chooseRole, fillDraft, mustStep, signInCrew, step } from '../support/case-walk.ts'
import { type Couple, JUAI, settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, refusalsOn, titleOf, type Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let couple: Couple
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  couple = await settleCouple(server, 1, JUAI)
}, 120_000)
afterAll(() => server?.close())

it('a colleague goes on, asks again, and sends; the first one verifies nothing of it', async () => {
  const first = await appoint(server, '63.11', { roles: ['front-office', 'verifier'] })
  const colleague = await appoint(server, '63.11', { roles: ['front-office'] })
  const begun = await first.post('/63.11/assist', {
    key: 'once',
    service: 'birth-wni',
    way: 'counter',
    nik: couple.wife.nik,
    name: couple.wife.name,
    phone: '081255501234',
    consent: 'yes',
  })
  const caseId = /\/cases\/([0-9a-f-]{36})/.exec(begun.path)![1]!
  const goOn = (who: Walker, name: string, consent = 'yes') =>
    who.post(`/63.11/assist/${caseId}/go-on`, { name, consent })
  // The list names nobody in full.
  const list = await colleague.get('/63.11/assist')
  expect(plain(list.text)).toContain('Dimulai rekan di unit ini')
  expect(list.text).toContain(caseId)
  expect(list.text).not.toContain(couple.wife.name)
  expect((await colleague.get(`/63.11/cases/${caseId}/review`)).status).toBe(404)
  expect((await goOn(colleague, couple.wife.name, '')).status).toBe(422)
  for (const name of ['Orang Lain', "'; --", '😀'.repeat(3000), ''])
    expect((await goOn(colleague, name)).status).toBe(422)
  // Who helps nobody here, or works in another region, has no such page.
  const strangers = [crew.validator, await appoint(server, '63.09', { roles: ['front-office'] })]
  for (const stranger of strangers) expect((await goOn(stranger, couple.wife.name)).status).toBe(403)

  const page = await goOn(colleague, couple.wife.name)
  expect([page.status, page.path.includes(caseId)]).toEqual([200, true])
  expect((await goOn(colleague, couple.wife.name)).status).toBe(200)
  expect((await first.get(`/63.11/cases/${caseId}/review`)).status).toBe(404)
  const answers = birthAnswers()
  const role = await colleague.get(`/63.11/cases/${caseId}/role`)
  await fillDraft(colleague, await chooseRole(colleague, role, answers), answers)
  expect(refusalsOn(await colleague.post(`/63.11/cases/${caseId}/submit`, { key: 'k' }))[0]).toMatch(/belum menyetujui/)
  const receipt = await colleague.post(`/63.11/cases/${caseId}/confirm`, { how: 'signature', signed: 'yes' })
  expect(titleOf(receipt)).toBe('Bukti kirim permohonan')
  expect((await goOn(first, couple.wife.name)).status).toBe(404)
  await mustStep(crew['front-office'], caseId, 'screen')
  expect((await step(first, caseId, 'verify')).status).toBe(403)
  await mustStep(crew.verifier, caseId, 'verify')
})
