// A region's administrator changes what papers and pages say, and when the office is open. Must stay true: promises of open
// cases follow the calendar; two people do not write over each other; nobody else finds the page.
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recountDue } from '../../src/modules/cases/recount-jobs.ts'
import { apply, birthAnswers } from '../support/case-walk.ts'
import { settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Answer, formsOn, plain, Walker } from '../support/walker.ts'

const BASE = '/63.11/office/profile'
let server: TestServer
let admin: Walker

beforeAll(async () => {
  server = await openTestServer()
  admin = await appoint(server, '63.11', { roles: ['service-admin'] })
}, 120_000)
afterAll(() => server?.close())

/** The fields of one form of the page, as they stand. */
const fieldsOf = (page: Answer, action: string) => formsOn(page).find((one) => one.action === action)!.fields

it('saves what papers say, keeps what was typed, and refuses to write over somebody else', async () => {
  const page = await admin.get(BASE)
  const fields = fieldsOf(page, BASE)
  expect(fields.unit).toEqual(['Disdukcapil Balangan'])
  const wrong = await admin.post(BASE, { ...fields, office: '😀', address: 'x'.repeat(10_000), hue: "'; --" })
  expect([wrong.status, wrong.text.includes('&#39;; --')]).toEqual([422, true])
  const done = await admin.post(BASE, { ...fields, address: 'Jalan Baru 7, Paringin', notices: '+62 811 000 000' })
  expect(plain(done.text)).toContain('berlaku sekarang')
  const help = plain((await new Walker(server.base).get('/63.11/help')).text)
  expect(help).toContain('Jalan Baru 7, Paringin')
  expect(help).toContain('+62 811 000 000')
  expect((await admin.post(BASE, { ...fields, address: 'Jalan Lama' })).status).toBe(409)
})

it('a day off moves the promise of an open case; taking it out moves it back', async () => {
  const couple = await settleCouple(server, 1)
  const mother = await new Walker(server.base).signInAccount(couple.wife.account)
  const sent = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Anak Pertama' }))
  const due = async () => {
    const { rows } = await server.house.database.inRegion(
      '63.11',
      (tx) => sql<{ due_at: Date }>`select due_at from case_file where case_id = ${sent.caseId}`.execute(tx),
      { readOnly: true },
    )
    return rows[0]!.due_at.toISOString()
  }
  // The clock of a promise starts with its submission, provisionally.
  await server.house.database.inRegion('63.11', (tx) =>
    sql`update case_file set clock = ${JSON.stringify({ startedAt: server.clock.now().getTime(), pauses: [] })}::jsonb
      where case_id = ${sent.caseId}`.execute(tx),
  )
  await recountDue(server.house.cases, '63.11')
  const before = await due()
  const parts = { 'day.day': '13', 'day.month': '4', 'day.year': '2026' }
  expect((await admin.post(`${BASE}/days`, { ...parts, dayName: '' })).status).toBe(422)
  const added = await admin.post(`${BASE}/days`, { ...parts, dayName: 'Hari jadi Balangan' })
  expect(plain(added.text)).toContain('Hari jadi Balangan')
  expect((await admin.post(`${BASE}/days`, { ...parts, dayName: 'Lagi' })).status).toBe(409)
  await server.house.jobs.settle()
  const later = await due()
  expect(Date.parse(later) - Date.parse(before)).toBe(86_400_000)
  await admin.post(`${BASE}/days/remove`, { date: '2026-04-13' })
  await server.house.jobs.settle()
  expect(await due()).toBe(before)
})

it('hours are read as people write them', async () => {
  const hours = fieldsOf(await admin.get(BASE), `${BASE}/hours`)
  expect(hours['open-1']).toEqual(['08.00'])
  expect((await admin.post(`${BASE}/hours`, { ...hours, 'open-1': '17.00' })).status).toBe(422)
  const done = await admin.post(`${BASE}/hours`, { ...hours, 'open-6': '8', 'close-6': '12' })
  expect(done.status).toBe(200)
  expect(plain((await new Walker(server.base).get('/63.11/help')).text)).toContain('Sabtu, pukul 08.00 sampai 12.00')
})

it('a logo is written anew, shown to everybody, and can be taken away', async () => {
  const send = (bytes: Uint8Array) => {
    const form = new FormData()
    form.set('logo', new File([new Uint8Array(bytes)], 'logo.png'))
    return admin.raw('POST', `${BASE}/logo`, form)
  }
  expect((await send(new TextEncoder().encode('<svg onload="x()"/>'))).status).toBe(422)
  const image = await sharp({ create: { width: 900, height: 700, channels: 4, background: '#285' } })
    .withExif({ IFD0: { Copyright: 'rahasia' } })
    .png()
    .toBuffer()
  expect((await send(image)).status).toBe(303)
  const shown = await fetch(`${server.base}/63.11/logo`)
  const bytes = Buffer.from(await shown.arrayBuffer())
  const { width, exif } = await sharp(bytes).metadata()
  expect([shown.status, shown.headers.get('content-type'), width, exif]).toEqual([200, 'image/png', 512, undefined])
  expect(server.house.regions.get('63.11').logo?.length).toBe(bytes.length)
  await admin.post(`${BASE}/logo/remove`, {})
  expect((await fetch(`${server.base}/63.11/logo`)).status).toBe(404)
})

it('is not there for others, and each change is in the journal', async () => {
  for (const walker of [
    await appoint(server, '63.11', { roles: ['head', 'verifier'] }),
    await appoint(server, '63.09', { roles: ['service-admin'] }),
  ]) {
    expect((await walker.get(BASE)).status).toBe(404)
    expect((await walker.post(`${BASE}/days`, { date: '2026-04-14', dayName: 'Bukan urusannya' })).status).toBe(404)
  }
  const { rows } = await server.house.database.inRegion(
    '63.11',
    (tx) =>
      sql<{
        action: string
      }>`select distinct action from journal where region_code = '63.11' and action like 'region.%' order by 1`.execute(
        tx,
      ),
    { readOnly: true },
  )
  expect(rows.map((row) => row.action)).toEqual(['region.calendar', 'region.logo', 'region.profile'])
})
