// What the clock tells people (specification section 6): the section head before a promise is broken, the head and the mother when it is,
// with a new time; reminders of a file that waits for its applicant; a hold past its date. Must stay true: each once.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { standInContext } from '../../src/bindings/notify-binding.ts'
import { tellByTheClock } from '../../src/modules/cases/clock-mark-commands.ts'
import { listStandIns } from '../../src/platform/notify/store.ts'
import { openSealedText } from '../../src/platform/secrets/seal.ts'
import { apply, birthAnswers, bringTo, type Crew, mustStep, signInCrew } from '../support/case-walk.ts'
import { settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, Walker } from '../support/walker.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
let server: TestServer
let crew: Crew
let mother: Walker
beforeAll(async () => {
  // A Monday, 09:00, with no day off until the Friday after next.
  server = await openTestServer({ now: '2026-04-13T09:00:00+08:00' })
  crew = await signInCrew(server)
  mother = await new Walker(server.base).signIn('Siti Aminah')
  // What the demo's own cases have to tell is told before.
  await round()
})
afterAll(() => server?.close())

const seen = new Set<string>()
/** The next round of the clock; gives what was sent since the last one. */
async function round(): Promise<string> {
  const { cases, database, jobs } = server.house
  await tellByTheClock(cases, '63.11')
  await jobs.settle()
  const rows = await database.asPlatform((tx) => listStandIns(tx, new Date(), 500), { readOnly: true })
  const fresh = rows.filter((row) => !seen.has(row.message_id))
  for (const row of fresh) seen.add(row.message_id)
  return fresh.map((row) => openSealedText(cases.ring, row.sealed, standInContext(row.message_id))).join('\n')
}
const count = (text: string, part: string): number => text.split(part).length - 1

it('tells the section head at four fifths, then the head and the mother once, with a new time', async () => {
  const { caseId, number } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Laila Rahmah' }))
  await bringTo(crew, caseId, 'verification')
  server.clock.advance(2 * DAY_MS)
  expect(await round()).not.toContain('lewat')

  server.clock.advance(4 * HOUR_MS)
  const soon = await round()
  expect(count(soon, '1 hampir lewat dari janji')).toBe(1)
  expect(soon).not.toContain(number)

  server.clock.advance(DAY_MS)
  const late = await round()
  expect(late).toContain(`Nomor ${number}: maaf, kami terlambat dari janji. Perkiraan baru: 17 April 2026.`)
  expect(count(late, '1 lewat dari janji')).toBeGreaterThan(0)
  const page = plain((await mother.get(`/63.11/cases/${caseId}`)).text)
  expect(page).toContain('Kami terlambat: dokumen ini seharusnya terbit paling lambat Kamis, 16 April 2026')
  expect(page).toContain('Perkiraan baru: 17 April 2026.')
  expect(await round()).toBe('')
  server.clock.advance(DAY_MS)
  expect(await round()).toBe('')

  // On hold it is silent until the date it was to be looked at again has gone by.
  crew = await signInCrew(server)
  const [year, month, day] = new Date(server.clock.now().getTime() + 3 * DAY_MS).toISOString().slice(0, 10).split('-')
  const until = { 'until.day': day!, 'until.month': month!, 'until.year': year! }
  await mustStep(crew.verifier, caseId, 'hold', { reason: 'national-centre', ...until })
  await server.house.jobs.settle()
  server.clock.advance(2 * DAY_MS)
  expect(await round()).not.toContain('ditunda melewati')
  server.clock.advance(3 * DAY_MS)
  expect(count(await round(), '1 ditunda melewati tanggalnya')).toBeGreaterThan(0)
  expect(await round()).toBe('')
})

it('reminds of a file that waits for repair on days 3, 7 and 13, and of one only after a long sleep', async () => {
  const { caseId, number } = await apply(mother, 'kk-lost-damaged', { lostOrDamaged: 'lost' })
  await mustStep(crew['front-office'], caseId, 'return', { 'fault:lostOrDamaged': 'differs-from-register' })
  await server.house.jobs.settle()
  const reminder = `Nomor ${number} masih menunggu perbaikan Anda sampai`
  server.clock.advance(2 * DAY_MS)
  expect(await round()).not.toContain(reminder)
  server.clock.advance(DAY_MS)
  expect(count(await round(), reminder)).toBe(1)
  expect(await round()).not.toContain(reminder)
  server.clock.advance(10 * DAY_MS)
  expect(count(await round(), reminder)).toBe(1)
  expect(await round()).not.toContain(reminder)
})

it('leaves an issued application alone: no list has it where no card is to be printed, and its page calls nothing late', async () => {
  const couple = await settleCouple(server, 1)
  const wife = await new Walker(server.base).signInAccount(couple.wife.account)
  const { caseId, number } = await apply(wife, 'kk-lost-damaged', { lostOrDamaged: 'lost' })
  crew = await signInCrew(server)
  await bringTo(crew, caseId, 'issued')
  server.clock.advance(7 * DAY_MS)
  expect(await round()).not.toContain(`Nomor ${number}: maaf`)
  crew = await signInCrew(server)
  expect((await crew.production.get('/63.11/office?show=all')).text).not.toContain(number)
  const page = plain((await crew.head.get(`/63.11/office/cases/${caseId}`)).text)
  expect(page).toContain('Yang berubah di register')
  expect(page).not.toContain('lewat')
})
