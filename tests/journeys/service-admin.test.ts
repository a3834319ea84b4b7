// An administrator upgrades and sets the region's services on pages, and somebody else agrees. Must stay true: nobody agrees
// alone; what is agreed holds at once and can be taken back; nobody else finds these pages.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedServices } from '../../src/bindings/demo-services.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, Walker } from '../support/walker.ts'

const BASE = '/63.11/office/services'
let server: TestServer
let admin: Walker & { account: string }
let second: Walker & { account: string }

const installed = async (service: string) =>
  (await server.house.services.catalogue.catalogue.installed('63.11')).find((row) => row.service_id === service)!
const requestIn = (text: string): string => /services\/requests\/([0-9a-f-]{36})/.exec(text)?.[1] ?? 'none'
/** The newest proposal, found on the page like a person finds it. */
const waiting = async (walker: Walker): Promise<string> => requestIn((await walker.get(BASE)).text)

beforeAll(async () => {
  server = await openTestServer()
  admin = await appoint(server, '63.11', { roles: ['service-admin'] })
  second = await appoint(server, '63.11', { roles: ['service-admin'] })
  await seedServices(server.house, '63.11', admin.account)
}, 120_000)
afterAll(() => server?.close())

it('comes from the address of the office to its own desk, which is no work list', async () => {
  expect((await admin.get('/63.11/office')).path).toBe(BASE)
})

it('shows what changes in sentences, upgrades with four eyes, and goes back', async () => {
  const before = (await installed('kia-under5')).revision
  const list = await admin.get(`${BASE}?show=newer`)
  expect(plain(list.text)).toContain('Ada edisi baru')
  const page = await admin.get(`${BASE}/kia-under5`)
  const edition = /compare\?edition=([0-9a-f]{64})/.exec(page.text)![1]!
  const compare = await admin.get(`${BASE}/kia-under5/compare?edition=${edition}`)
  expect(plain(compare.text)).toMatch(/Tenggat dari 24 menjadi 16 jam kerja/)
  expect(plain(compare.text)).toMatch(/2 perubahan mengubah aturan/)
  const body = { edition, reason: 'Sudah dibahas dengan loket.', seen: 'yes' }
  // Unread, or without a reason: nothing is asked, and what was typed comes back.
  const unread = await admin.post(`${BASE}/kia-under5/ask`, { ...body, seen: '' })
  expect([unread.status, unread.text.includes('Sudah dibahas dengan loket.')]).toEqual([422, true])
  expect((await admin.post(`${BASE}/kia-under5/ask`, { ...body, reason: ' ' })).status).toBe(422)
  expect((await admin.post(`${BASE}/kia-under5/ask`, body)).status).toBe(200)
  expect((await admin.post(`${BASE}/kia-under5/ask`, body)).status).toBe(409)
  const own = requestIn((await admin.get(`${BASE}/kia-under5`)).text)
  expect((await admin.post(`${BASE}/requests/${own}`, { decision: 'allow' })).status).toBe(403)
  expect((await installed('kia-under5')).revision).toBe(before)
  expect(plain((await second.post(`${BASE}/requests/${own}`, { decision: 'allow' })).text)).toContain(
    'berlaku mulai sekarang',
  )
  expect((await installed('kia-under5')).revision).toBe(edition)
  expect((await second.post(`${BASE}/requests/${own}`, { decision: 'allow' })).status).toBe(404)
  expect(plain((await new Walker(server.base).get('/63.11/services/kia-under5')).text)).toContain('16 jam kerja')
  // Back to what stood before, by the same way.
  const past = /compare\?installation=([0-9a-f-]{36})/.exec((await second.get(`${BASE}/kia-under5`)).text)![1]!
  await second.post(`${BASE}/kia-under5/ask`, {
    installation: past,
    reason: 'Kartu habis, janji tidak terkejar.',
    seen: 'yes',
  })
  const back = requestIn((await admin.get(`${BASE}/kia-under5`)).text)
  await admin.post(`${BASE}/requests/${back}`, { decision: 'allow' })
  expect((await installed('kia-under5')).revision).toBe(before)
})

it('own settings go to a second person, hostile ones come back', async () => {
  const hostile = await admin.post(`${BASE}/ktp-lost/own`, {
    channels: 'web',
    hours: "'; --",
    reason: '😀'.repeat(3000),
    hide: 'x'.repeat(10_000),
  })
  expect([hostile.status, hostile.text.includes('&#39;; --')]).toEqual([422, true])
  const long = await admin.post(`${BASE}/ktp-lost/own`, { channels: 'web', hours: '7999', reason: 'Kami butuh waktu.' })
  expect(long.status).toBe(422)
  const asked = await admin.post(`${BASE}/ktp-lost/own`, {
    channels: 'counter',
    hours: '16',
    reason: 'Hanya di loket sampai pencetak pulih.',
  })
  expect(plain(asked.text)).toContain('Usulan Anda')
  await second.post(`${BASE}/requests/${requestIn(asked.path)}`, { decision: 'allow' })
  expect((await installed('ktp-lost')).overlay).toEqual({ channels: ['counter'], deadlineOfficeHours: 16 })
  expect(plain((await admin.get(`${BASE}/ktp-lost`)).text)).toContain('Tenggat 16 jam kerja, penerbit: 24.')
})

it('a proposal is taken back by its author and declined by another', async () => {
  const death = await waiting(admin)
  expect((await second.post(`${BASE}/requests/${death}`, { decision: 'withdraw' })).status).toBe(403)
  await admin.post(`${BASE}/requests/${death}`, { decision: 'withdraw' })
  expect(await waiting(admin)).toBe('none')
  expect((await installed('death')).overlay).toEqual({})
})

it('is not there for others, and not for another region', async () => {
  const others = [
    await appoint(server, '63.11', { roles: ['verifier', 'front-office'] }),
    await appoint(server, '63.11', { roles: ['service-admin'], place: '63.11.06' }),
    await appoint(server, '63.09', { roles: ['service-admin'] }),
  ]
  for (const walker of others)
    for (const path of [BASE, `${BASE}/death`, `${BASE}/death/own`, `${BASE}/death/compare`])
      expect((await walker.get(path)).status).toBe(404)
  for (const walker of others)
    expect(
      (await walker.post(`${BASE}/death/own`, { channels: 'web', hours: '8', reason: 'Tidak boleh.' })).status,
    ).toBe(404)
})
