// The survey from the office's side: the head of the office reaches it by the role, a refused application asks its applicant, the
// page without a script takes the answer, and what was published is public.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedSurvey } from '../../src/bindings/demo-survey.ts'
import { apply, birthAnswers, type Crew, INPUT, mustStep, OFFICERS, signInCrew } from '../support/case-walk.ts'
import { JUAI, settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  await seedSurvey(server.house, '63.11', server.clock.now(), OFFICERS.head)
})
afterAll(() => server?.close())

it('is reached by the head of the office and by nobody else of the chain', async () => {
  const mine = await crew.head.get('/63.11/office/satisfaction')
  expect([mine.status, plain(mine.text).includes('Triwulan')]).toEqual([200, true])
  expect(mine.text).toContain('/63.11/office/satisfaction')
  expect((await crew['front-office'].get('/63.11/office/satisfaction')).status).toBe(403)
})

it('shows its published result to everyone, with grade and number of answers', async () => {
  const page = await new Walker(server.base).get('/63.11/satisfaction')
  expect(plain(page.text)).toMatch(/Triwulan (I|II|III|IV) 20\d\d/)
  expect(plain(page.text)).not.toContain('Belum ada hasil')
})

it('asks whoever was refused', async () => {
  const couple = await settleCouple(server, 1, JUAI)
  const mother = await new Walker(server.base).signInAccount(couple.wife.account)
  const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Rahmah Hasanah' }))
  await mustStep(crew['front-office'], caseId, 'reject', INPUT.reject!)
  const invited = await server.house.database.inRegion(
    '63.11',
    (tx) =>
      tx
        .withTables<{ satisfaction_invitation: { region_code: string; case_id: string } }>()
        .selectFrom('satisfaction_invitation')
        .select('case_id')
        .where('case_id', '=', caseId)
        .execute(),
    { readOnly: true },
  )
  expect(invited).toHaveLength(1)
})
