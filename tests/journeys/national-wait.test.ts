// A first identity card waits for the national centre: nothing is prepared before its answer is noted, what was only asked is on hold
// with its cause, an answer takes it off, and the register keeps it. Wrong role, wrong words, too late.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSnapshot } from '../../src/modules/register/load.ts'
import { lookAtCase } from '../support/case-rows.ts'
import { apply, bringTo, type Crew, mustStep, signInCrew, step } from '../support/case-walk.ts'
import { ExampleWorld } from '../support/example-world.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { formsOn, plain, refusalsOn, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let caseId = ''
let nik = ''
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  const settled = await new ExampleWorld(server).settle('ktp-first', 'usual-just-turned-17')
  nik = settled.applicant!.nik
  const citizen = await new Walker(server.base).signInAccount(settled.applicant!.account)
  caseId = (await apply(citizen, 'ktp-first', {})).caseId
})
afterAll(() => server?.close())

const note = async (officer: Walker, answer: string, reference = '') => {
  const path = `/63.11/office/cases/${caseId}`
  const form = formsOn(await officer.get(path)).find(({ action }) => action === `${path}/national`)
  return officer.post(`${path}/national`, { key: form?.fields.key ?? 'none', answer, reference })
}
const stateOf = async () => (await lookAtCase(server, caseId)).state

it('is not approved without the answer, waits on hold by name, goes on with it, and is kept in the register', async () => {
  await bringTo(crew, caseId, 'validation')
  const refused = await step(crew.validator, caseId, 'validate')
  expect(refusalsOn(refused).join()).toContain('Pusat belum menjawab cek ketunggalan')
  expect(await stateOf()).toBe('validation')

  expect(refusalsOn(await note(crew.validator, "'; --")).join()).toContain('Pilih jawaban pusat')
  expect(refusalsOn(await note(crew.validator, 'unique', '6311060103099905')).join()).not.toBe('')
  expect((await note(crew['front-office'], 'unique', 'REF-1')).status).toBe(404)
  const asked = await note(crew.validator, 'asked')
  expect(asked.status).toBe(200)
  expect(await stateOf()).toBe('on_hold')
  expect(plain(asked.text)).toContain('Menunggu jawaban pusat')
  expect(plain(asked.text)).toContain('Pusat belum menjawab')

  await note(crew.verifier, 'duplicate', 'PUSAT/2026/17')
  expect(await stateOf()).toBe('validation')
  const twice = await step(crew.validator, caseId, 'validate')
  expect(refusalsOn(twice).join()).toContain('PUSAT/2026/17')

  await note(crew.verifier, 'unique', 'PUSAT/2026/18')
  await mustStep(crew.validator, caseId, 'validate')
  expect(await stateOf()).toBe('signing')
  await mustStep(crew.head, caseId, 'sign')
  await server.house.jobs.settle()
  const { database, cases } = server.house
  const kept = await database.inRegion('63.11', (tx) => loadSnapshot(tx, cases.ring, '63.11', { niks: [nik] }), {
    readOnly: true,
  })
  expect([...kept.persons.values()].find((person) => person.nik === nik)?.uniqueness).toBe('unique')
  expect((await note(crew.verifier, 'unique', 'PUSAT/2026/19')).status).toBe(409)
})
