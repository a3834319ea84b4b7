// The gateways of messages are down while somebody applies. Nothing of the case may depend on them: the applicant and the officer
// read that a message has not left, whoever keeps the server counts them, and all of it ends with the next one that leaves.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runJobs } from '../../src/bindings/jobs-cli.ts'
import { apply, birthAnswers, bringTo, type Crew, signInCrew } from '../support/case-walk.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let mother: Walker
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  mother = await new Walker(server.base).signIn('Siti Aminah')
}, 240_000)
afterAll(() => server?.close())

const pull = (down: boolean) => {
  for (const carrier of Object.values(server.house.carriers)) Object.assign(carrier, { down })
}
const queue = async (): Promise<{ notices: number; dead: number; deadJobs?: string }> => {
  const health: unknown = await (await fetch(`${server.base}/health`)).json()
  return (health as { queue: { notices: number; dead: number } }).queue
}
const retrying = async (): Promise<number> => (await queue()).notices
const SOON = { timeout: 30_000, interval: 250 }

it('tells applicant, officer and keeper of the server what waits, until a message leaves again', async () => {
  pull(true)
  const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Anak Tanpa Kabar' }))
  const own = async () => plain((await mother.get(`/63.11/cases/${caseId}`)).text)
  const office = async () => plain((await crew['front-office'].get(`/63.11/office/cases/${caseId}`)).text)
  await expect.poll(own, SOON).toContain('belum terkirim')
  expect(await own()).toContain('Anda tidak perlu menunggu kabar itu')
  expect(await office()).toContain('Bila mendesak, hubungi pemohon')
  await expect.poll(retrying, SOON).toBeGreaterThan(0)
  // Who only knows the number reads nothing about messages.
  expect(plain((await new Walker(server.base).get(`/63.11/cases/${caseId}`)).text)).not.toContain('belum terkirim')

  pull(false)
  await bringTo(crew, caseId, 'validation')
  await expect.poll(own, SOON).not.toContain('belum terkirim')
  expect(await office()).not.toContain('belum terkirim')
}, 120_000)

it('counts a notice that was given up among the failed jobs, names the way out, and sends it when a person asks for it', async () => {
  const { database } = server.house
  pull(true)
  const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Anak Kabar Gagal' }))
  const own = async () => plain((await mother.get(`/63.11/cases/${caseId}`)).text)
  await expect.poll(own, SOON).toContain('belum terkirim')
  const waiting = `name = 'work' and state = 'retry' and data->>'kind' = 'notify.send'`
  const given = async () => {
    // The last of its tries, as after three days.
    await database.runAs(
      'jobs',
      `update pgboss.job set retry_count = retry_limit - 1, start_after = now() where ${waiting}`,
    )
    return queue()
  }
  await expect.poll(given, SOON).toMatchObject({ notices: 0, deadJobs: 'npx puja jobs list --dead' })
  await expect.poll(own, SOON).toContain('tidak dapat dikirim')

  pull(false)
  expect(await runJobs(database, { do: 'retry', id: 'all' })).toMatchObject({ ok: true })
  await expect.poll(own, SOON).not.toContain('tidak dapat dikirim')
  const after = await queue()
  expect(after).toMatchObject({ dead: 0 })
  expect(after).not.toHaveProperty('deadJobs')
}, 120_000)
