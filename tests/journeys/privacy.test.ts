// The duties of data protection by real requests: a citizen takes a copy and asks, two officers answer, a breach is told in
// time, the register of processing describes the whole database.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { retentionSteps } from '../../src/bindings/retention-binding.ts'
import { runRetentionRequest } from '../../src/bindings/retention-cli.ts'
import { caseOf } from '../../src/modules/cases/case-codec.ts'
import { DRAFT_MS } from '../../src/modules/cases/draft-commands.ts'
import { findCase } from '../../src/modules/cases/store.ts'
import { runRetention } from '../../src/modules/privacy/jobs.ts'
import { RETENTION } from '../../src/modules/privacy/retention.ts'
import { apply, birthAnswers } from '../support/case-walk.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, Walker } from '../support/walker.ts'

const MINE = '/63.11/me/data'
const OFFICE = '/63.11/office/privacy'
let server: TestServer
let mother: Walker
let auditor: Walker & { readonly account: string }
let second: Walker & { readonly account: string }
let clerk: Walker
const key = () => crypto.randomUUID()

beforeAll(async () => {
  server = await openTestServer()
  mother = await new Walker(server.base).signIn('Siti Aminah')
  auditor = await appoint(server, '63.11', { roles: ['auditor'] })
  second = await appoint(server, '63.11', { roles: ['data-officer'] })
  clerk = await appoint(server, '63.11', { roles: ['front-office'] })
}, 240_000)
afterAll(() => server?.close())

const query = async <T>(text: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
  (await server.house.database.inRegion('63.11', (tx) => text.execute(tx), { readOnly: true })).rows
const newest = async () =>
  (
    await query(sql<{ request_id: string; state: string; words: Buffer }>`
    select request_id, state, words from privacy_request order by request_id desc limit 1`)
  )[0]!

describe('my data', () => {
  it('gives a citizen everything, as a page and as JSON, and notes it', async () => {
    const page = await mother.get(`${MINE}/all`)
    expect(page.status).toBe(200)
    expect(plain(page.text)).toContain('Siti Aminah')
    expect(plain(page.text)).toContain('Kartu Keluarga')
    const file = await mother.get(`${MINE}.json`)
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    const data = JSON.parse(file.text)
    const parts = ['account', 'register', 'applications', 'papers', 'children', 'pregnancies']
    parts.push('food', 'visits', 'school', 'reads')
    expect(Object.keys(data.parts)).toEqual(parts)
    expect(data.parts.register.items[0].nik).toMatch(/^\d{12}99\d\d$/)
    const [{ count }] = (await query(sql<{ count: string }>`
      select count(*) as count from journal where action = 'privacy.export' and subject is not null`)) as [
      { count: string },
    ]
    expect(Number(count)).toBe(2)
    expect((await new Walker(server.base).get(`${MINE}.json`, { follow: false })).status).toBe(303)
  })

  it('keeps what was typed when it is refused, seals it when it is taken, once', async () => {
    const bad = await mother.post(MINE, { key: key(), kind: "'; --", words: '😀 <b>' })
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('😀 &lt;b&gt;')
    const form = { key: key(), kind: 'correction', words: 'Nomor ponsel lama masih dipakai; mohon diganti.' }
    for (const _ of [1, 2]) expect((await mother.post(MINE, form)).status).toBe(200)
    const rows = await query(sql<{ n: string }>`select count(*) as n from privacy_request where kind = 'correction'`)
    expect(Number(rows[0]?.n)).toBe(1)
    expect((await newest()).words.toString('utf8')).not.toContain('ponsel')
  })
})

describe('answering', () => {
  it('is for keepers of the whole region only', async () => {
    const { request_id: id } = await newest()
    expect((await clerk.get(OFFICE)).status).toBe(403)
    expect((await clerk.get(`${OFFICE}/requests/${id}`)).status).toBe(404)
    expect(
      (await mother.post(`${OFFICE}/requests/${id}/answer`, { outcome: 'granted', answer: 'x'.repeat(20) })).status,
    ).toBe(404)
    const elsewhere = await appoint(server, '63.09', { roles: ['auditor'] })
    expect((await elsewhere.get(`/63.09/office/privacy/requests/${id}`)).status).toBe(404)
    const village = await appoint(server, '63.11', { roles: ['data-officer'], place: '63.11.06.2006' })
    expect((await village.get(OFFICE)).status).toBe(403)
  })

  it('needs a second officer for a refusal; the citizen sees it only then', async () => {
    const { request_id: id } = await newest()
    const at = `${OFFICE}/requests/${id}`
    const list = plain((await auditor.get(OFFICE)).text)
    expect(list).toContain('sisa 7')
    expect(list).not.toContain('ponsel lama')
    expect(plain((await auditor.get(at)).text)).toContain('ponsel lama')
    const words = 'Menurut UU 23/2006 riwayat ini disimpan.'
    expect((await auditor.post(`${at}/answer`, { key: key(), outcome: 'refused', answer: 'tidak' })).status).toBe(422)
    expect((await auditor.post(`${at}/answer`, { key: key(), outcome: 'refused', answer: words })).status).toBe(200)
    expect((await newest()).state).toBe('proposed')
    expect(plain((await mother.get(MINE)).text)).not.toContain('riwayat ini disimpan')
    expect((await auditor.post(`${at}/confirm`, { key: key() })).status).toBe(403)
    expect((await second.post(`${at}/confirm`, { key: key() })).status).toBe(200)
    expect(plain((await mother.get(MINE)).text)).toContain('riwayat ini disimpan')
    expect((await second.post(`${at}/confirm`, { key: key() })).status).toBe(409)
    expect(plain((await mother.get('/63.11/me/access')).text)).toContain('Membaca permintaan Anda')
  })

  it('never by whoever asked, also with the role', async () => {
    await auditor.post(MINE, { key: key(), kind: 'access', words: 'Data apa yang disimpan tentang saya?' })
    const { request_id: id } = await newest()
    const answer = { key: key(), outcome: 'granted', answer: 'Semua ada di unduhan.' }
    expect((await auditor.post(`${OFFICE}/requests/${id}/answer`, answer)).status).toBe(403)
    expect((await second.post(`${OFFICE}/requests/${id}/answer`, answer)).status).toBe(200)
    expect((await newest()).state).toBe('granted')
  })
})

describe('breaches', () => {
  it('are told within three days, step by step, and closed by another', async () => {
    const bad = await auditor.post(`${OFFICE}/breaches`, {
      key: key(),
      what: 'a',
      how: '',
      people: '-1',
      foundAt: '25.00',
    })
    expect(bad.status).toBe(422)
    const [year, month, day] = server.clock.now().toISOString().slice(0, 10).split('-') as [string, string, string]
    const done = await auditor.post(`${OFFICE}/breaches`, {
      key: key(),
      what: 'Satu map tertinggal di loket.',
      how: 'Kertas dengan nama dan nomor.',
      kinds: ['contact', 'papers'],
      people: '14',
      'found.day': day,
      'found.month': month,
      'found.year': year,
      foundAt: '00.10',
    })
    expect(done.status).toBe(200)
    const at = done.path
    const step = (who: Walker, kind: string, words = 'Surat dikirim hari ini.') =>
      who.post(at, { key: key(), kind, words })
    expect((await step(second, 'close')).status).toBe(409)
    expect((await step(auditor, 'authority')).status).toBe(200)
    expect((await step(auditor, 'subjects')).status).toBe(200)
    expect((await step(auditor, 'close')).status).toBe(403)
    expect((await step(second, 'close')).status).toBe(200)
    expect((await step(second, 'measure')).status).toBe(409)
    expect(plain((await second.get(`${OFFICE}/breaches`)).text)).toContain('tepat waktu')
    expect((await clerk.get(at)).status).toBe(404)
  })
})

describe('the register of processing', () => {
  it('takes entries of the region', async () => {
    const before = plain((await auditor.get(`${OFFICE}/processing`)).text)
    expect(before).toContain('Register kependudukan dan pencatatan sipil')
    expect(before).not.toContain('belum dijelaskan')
    const entry = {
      key: key(),
      name: 'Kamera loket',
      purpose: 'Keamanan ruang tunggu',
      basis: 'Kepentingan sah',
      categories: 'Gambar orang',
      recipients: 'Satpol PP',
      retention: '14 hari',
      owner: 'Sekretaris',
      'reviewOn.day': '1',
      'reviewOn.month': '1',
      'reviewOn.year': '2099',
    }
    expect((await auditor.post(`${OFFICE}/processing`, { ...entry, owner: '' })).text).toContain('Kamera loket')
    const page = await auditor.post(`${OFFICE}/processing`, entry)
    expect(page.status).toBe(200)
    expect(plain(page.text)).toContain('Kamera loket')
  })
})

describe('retention', () => {
  it('says when it comes next, and is run by a keeper of the register alone', async () => {
    const page = plain((await auditor.get(`${OFFICE}/processing`)).text)
    expect(page).toContain('Belum pernah dijalankan di daerah ini')
    expect(page).toMatch(/berikutnya .*pukul 01\.20/)
    expect(page).toContain('Tidak dihapus')
    for (const who of [clerk, mother]) expect((await who.post(`${OFFICE}/retention`, {})).status).toBe(403)
    const asked = await auditor.post(`${OFFICE}/retention`, {})
    expect(plain(asked.text)).toContain('Penghapusan dimulai')
    await expect
      .poll(async () => plain((await auditor.get(`${OFFICE}/processing`)).text), { timeout: 20_000, interval: 300 })
      .toContain('0 dihapus, 0 seluruhnya')
    const rows = await query(sql<{ actor: string }>`select actor from journal where action = 'privacy.retention.run'`)
    expect(rows.map((row) => row.actor)).toEqual([auditor.account])
  })

  it('the command line runs the same and refuses a region that is not there', async () => {
    const { cases, database } = server.house
    const tools = { database, ring: cases.ring, clock: server.clock }
    expect(await runRetentionRequest(tools, { run: true, region: '63.11' })).toMatchObject({
      ok: true,
      value: [{ region: '63.11', rules: [{ rule: 'drafts', lastAt: server.clock.now().toISOString() }, {}, {}, {}] }],
    })
    expect(await runRetentionRequest(tools, { run: true, region: '99.99' })).toMatchObject({ ok: false })
  })

  it('empties what is over, keeps shared bytes, number and history, and finds nothing a second night', async () => {
    const { cases, database } = server.house
    const tools = { database, clock: server.clock, regions: async () => ['63.11'], steps: retentionSteps(cases) }
    const one = (await apply(mother, 'birth-wni', birthAnswers({ childName: 'Anak Satu' }))).caseId
    const two = (await apply(mother, 'birth-wni', birthAnswers({ childName: 'Anak Dua' }))).caseId
    const end = (id: string, state: string, days: number) =>
      database.inRegion('63.11', (tx) =>
        sql`update case_file set state = ${state}, state_since = ${new Date(server.clock.now().getTime() - days * 86_400_000)}
          where case_id = ${id}::uuid`.execute(tx),
      )
    const bytesOf = async (id: string) =>
      Number(
        (
          await query(sql<{ n: string }>`select count(*) as n from files f where exists (
            select from case_upload u where u.case_id = ${id}::uuid and u.file_hash = f.hash)`)
        )[0]!.n,
      )
    const read = (id: string) =>
      database.inRegion('63.11', async (tx) => caseOf((await findCase(tx, '63.11', id))!, cases.ring), {
        readOnly: true,
      })
    expect(await bytesOf(one)).toBeGreaterThan(0)
    // What the register promises is what the drafts are given.
    expect(RETENTION.drafts.days * 86_400_000).toBe(DRAFT_MS)
    await end(one, 'withdrawn', 729)
    expect((await runRetention(tools, '63.11')).closed).toBe(0)
    await end(one, 'withdrawn', 731)
    expect((await runRetention(tools, '63.11')).closed).toBe(1)
    expect((await runRetention(tools, '63.11')).closed).toBe(0)
    const emptied = await read(one)
    expect(emptied.answers).toEqual({})
    expect(emptied.contact).toBeUndefined()
    expect(emptied.number).toBeDefined()
    const other = await read(two)
    expect(other.answers.childName).toBe('Anak Dua')
    await end(two, 'completed', 1827)
    expect((await runRetention(tools, '63.11')).issued).toBe(1)
    expect((await read(two)).answers.childName).toBe('Anak Dua')
    expect(await bytesOf(two)).toBe(0)
    const [left] = await query(sql<{ n: string }>`
      select count(*) as n from case_upload where case_id in (${one}::uuid, ${two}::uuid) and removed_at is null`)
    expect(Number(left?.n)).toBe(0)
    expect(plain((await auditor.get(`${OFFICE}/processing`)).text)).toContain('1 dihapus, 1 seluruhnya')
  })
})
