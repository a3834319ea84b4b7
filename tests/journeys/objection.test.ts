// A rejection is objected to once: the head of the office decides, and then the page says what is left to do. Meanwhile nobody
// promises a day on which something is issued.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { apply, birthAnswers, type Crew, INPUT, mustStep, signInCrew } from '../support/case-walk.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, refusalsOn, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
}, 240_000)
afterAll(() => server?.close())

it('is decided by the head, and not offered again after a refusal', async () => {
  const mother = await new Walker(server.base).signIn('Siti Aminah')
  const { caseId } = await apply(mother, 'birth-wni', birthAnswers())
  const here = `/63.11/cases/${caseId}`
  const object = () =>
    mother.post(`${here}/actions/object`, { key: crypto.randomUUID(), note: 'Suratnya ada dan terbaca.' })
  expect(plain((await mother.get(here)).text)).toContain('Terbit paling lambat')
  await mustStep(crew['front-office'], caseId, 'reject', INPUT.reject!)
  expect(plain((await mother.get(here)).text)).toContain('Anda dapat mengajukan keberatan dalam 21 hari kerja')

  const asked = plain((await object()).text)
  expect(asked).toContain('Kepala dinas memeriksa keberatan Anda')
  expect(asked).not.toContain('Terbit paling lambat')

  // The head reads both sides before deciding.
  const both = plain((await crew.head.get(`/63.11/office/cases/${caseId}`)).text)
  expect(both).toContain('Keberatan pemohon Suratnya ada dan terbaca.')
  expect(both).toContain('Mengapa ditolak Dokumennya lain. Surat bukan untuk anak ini')

  await mustStep(crew.head, caseId, 'refuse-objection', { note: 'Surat itu bukan untuk anak ini.' })
  const page = await mother.get(here)
  expect(plain(page.text)).toContain('Kepala dinas sudah memutus keberatan Anda')
  expect(page.text).not.toContain('/actions/object')
  const again = await object()
  expect(again.status).toBe(409)
  expect(refusalsOn(again).join()).toContain('sudah memutus hal ini')
})
