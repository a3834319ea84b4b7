// The filled-in paper form of a sent application: who applied and the officers of the case may print it, each print is noted; a draft, another
// family, a helper, a tied officer, another region and a form the service does not name get nothing.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onPdf } from '../../src/modules/documents/render/test-tools.ts'
import { journalOf } from '../support/case-rows.ts'
import { apply, beginDraft, type Crew, OFFICERS, signInCrew } from '../support/case-walk.ts'
import { type Couple, settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let couple: Couple
let wife: Walker
let caseId = ''
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  couple = await settleCouple(server, 1)
  wife = await new Walker(server.base).signInAccount(couple.wife.account)
  caseId = (await apply(wife, 'kk-lost-damaged', { lostOrDamaged: 'lost' })).caseId
})
afterAll(() => server?.close())

const bare = (text: string) => text.replace(/\s+/g, '')
const own = (id: string, code = 'F-1.02') => `/63.11/cases/${id}/forms/${code}.pdf`
const office = (id: string, code = 'F-1.02') => `/63.11/office/cases/${id}/forms/${code}.pdf`

it('is offered where the application is, filled in, and noted', async () => {
  expect((await wife.get(`/63.11/cases/${caseId}`)).text).toContain(`href="${own(caseId)}"`)
  expect((await crew.verifier.get(`/63.11/office/cases/${caseId}`)).text).toContain(`href="${office(caseId)}"`)
  for (const [walker, path] of [
    [wife, own(caseId)],
    [crew.verifier, office(caseId)],
  ] as const) {
    const answer = await walker.get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const text = bare(onPdf(answer.bytes, 'pdftotext', '-layout', '{}', '-'))
    for (const words of ['F-1.02', couple.wife.name, couple.wife.nik, couple.kk, 'Jalan Contoh 1', '[ X ]', 'Hilang'])
      expect(text).toContain(bare(words))
  }
  const noted = (await journalOf(server, caseId)).filter(({ action }) => action === 'case.form')
  expect(noted.map(({ actor }) => actor)).toEqual([couple.wife.account, expect.any(String)])
  const told = plain((await wife.get('/63.11/me/access')).text)
  expect(told).toContain('Mencetak formulir permohonan Anda')
})

it('does not exist for anybody else, for a draft, or for a form of another service', async () => {
  const stranger = await settleCouple(server, 2)
  const other = await new Walker(server.base).signInAccount(stranger.husband.account)
  const draft = await beginDraft(other, 'kk-lost-damaged')
  const neighbour = await new Walker(server.base).signIn(`${OFFICERS.verifier}, Tabalong`)
  const asked = [
    [other, own(caseId)],
    [other, office(caseId)],
    [wife, office(caseId)],
    [other, own(draft.caseId)],
    [wife, own(draft.caseId)],
    [wife, own(caseId, 'F-2.01')],
    [crew.verifier, own(caseId)],
    [neighbour, office(caseId)],
    [neighbour, office(caseId).replace('63.11', '63.09')],
  ] as const
  for (const [walker, path] of asked) expect([path, (await walker.get(path)).status]).toEqual([path, 404])
  expect((await new Walker(server.base).get(own(caseId))).text).not.toContain('%PDF')
})
