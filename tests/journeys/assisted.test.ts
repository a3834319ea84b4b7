// One queue: what the counter, a village operator and a mandate holder fill in for others, by the real pages. Who helped may
// not verify, the person agrees first, other villages are nobody's business, and a mandate ends when its giver says so.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginDraft,
  birthAnswers,
  type Crew,
  chooseRole,
  fillDraft,
  mustStep,
  signInCrew,
  step,
} from '../support/case-walk.ts'
import { type Couple, HALONG, JUAI, settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Answer, type Fields, plain, refusalsOn, titleOf, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let juai: Couple
let halong: Couple
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  juai = await settleCouple(server, 1, JUAI)
  halong = await settleCouple(server, 2, HALONG)
})
afterAll(() => server?.close())

const BIRTH = birthAnswers()
/** The role first, then the pages. */
async function fillIn(helper: Walker, begun: Answer): Promise<Answer> {
  return fillDraft(helper, await chooseRole(helper, begun, BIRTH), BIRTH)
}
const signed = (account: string) => new Walker(server.base).signInAccount(account)
const help = (helper: Walker, of: { nik: string; name: string }, more: Fields = {}): Promise<Answer> =>
  helper.post('/63.11/assist', {
    key: crypto.randomUUID(),
    service: 'birth-wni',
    way: 'counter',
    nik: of.nik,
    name: of.name,
    consent: 'yes',
    ...more,
  })
const caseIn = (page: Answer): string => /\/cases\/([0-9a-f-]{36})/.exec(page.path)?.[1] ?? ''
const bySignature = (helper: Walker, caseId: string) =>
  helper.post(`/63.11/cases/${caseId}/confirm`, { how: 'signature', signed: 'yes' })

describe('at the counter', () => {
  it('fills in for someone, sends what they agreed to by code, prints the receipt, and may not verify it', async () => {
    const counter = await appoint(server, '63.11', { roles: ['front-office', 'verifier'] })
    const begun = await help(counter, juai.wife, { phone: '081255501234' })
    expect(begun.status).toBe(200)
    const review = await fillIn(counter, begun)
    const caseId = caseIn(review)
    expect(plain(review.text)).toContain(`Anda mengisi ini untuk ${juai.wife.name}`)
    // Not before the person said yes.
    expect(refusalsOn(await counter.post(`/63.11/cases/${caseId}/submit`, { key: 'k' }))[0]).toMatch(/belum menyetujui/)
    await counter.post(`/63.11/cases/${caseId}/confirm/code`, {})
    const messages = plain((await counter.get('/demo/messages')).text)
    const code = /Kode persetujuan permohonan Puja Indah: (\d{6})/.exec(messages)?.[1] ?? ''
    const wrong = await counter.post(`/63.11/cases/${caseId}/confirm`, { how: 'code', code: '000000' })
    expect(wrong.status).toBe(code === '000000' ? 200 : 422)
    const receipt = await counter.post(`/63.11/cases/${caseId}/confirm`, { how: 'code', code })
    expect(titleOf(receipt)).toBe('Bukti kirim permohonan')
    const number = /GS-\d{8}-[0-9A-Z]{4}-\d{5}-[0-9A-Z]/.exec(plain(receipt.text))?.[0] ?? ''
    expect(plain((await new Walker(server.base).post('/63.11/track', { number, digits: '1234' })).text)).toContain(
      'Dibantu petugas loket',
    )
    // Her own account sees it without having begun it.
    expect(plain((await (await signed(juai.wife.account)).get('/63.11/me')).text)).toContain(number)
    await mustStep(crew['front-office'], caseId, 'screen')
    expect((await step(counter, caseId, 'verify')).status).toBe(403)
    await mustStep(crew.verifier, caseId, 'verify')
  })

  it('gives somebody without a phone four digits on paper', async () => {
    const { 'front-office': counter } = crew
    const page = await fillIn(counter, await help(counter, (await settleCouple(server, 4, JUAI)).wife))
    const receipt = plain((await bySignature(counter, caseIn(page))).text)
    const [number = ''] = /GS-\d{8}-[0-9A-Z]{4}-\d{5}-[0-9A-Z]/.exec(receipt) ?? []
    const digits = /4 angka untuk melacak (\d{4})/.exec(receipt)?.[1] ?? ''
    const found = await new Walker(server.base).post('/63.11/track', { number, digits })
    expect(titleOf(found)).toBe('Pemeriksaan berkas')
  })

  it('asks again for agreement when an answer changed after it', async () => {
    const { 'front-office': counter } = crew
    const page = await fillIn(counter, await help(counter, halong.wife))
    const caseId = caseIn(page)
    await counter.post(`/63.11/cases/${caseId}/confirm/code`, {})
    const refused = await bySignature(counter, caseId)
    expect(refused.status).toBe(200)
    const other = await appoint(server, '63.11', { roles: ['front-office'] })
    await mustStep(other, caseId, 'return', { 'fault:birth-statement': 'unreadable', note: 'buram' })
    expect((await counter.post(`/63.11/cases/${caseId}/submit`, { key: 'again' })).status).toBe(409)
    expect((await bySignature(counter, caseId)).status).toBe(200)
  })

  it('answers a wrong name, an unknown number and hostile text alike, keeps what was typed, and makes one draft of two presses', async () => {
    const { 'front-office': counter } = crew
    for (const name of ["'; drop table case_file; --", '🎈', 'Orang Lain']) {
      const refused = await help(counter, { nik: juai.wife.nik, name })
      expect(refused.status).toBe(422)
      expect(refusalsOn(refused)[0]).toMatch(/tidak cocok/)
      expect(refused.text).toContain(juai.wife.nik)
    }
    expect((await help(counter, { nik: '6311016712909977', name: juai.wife.name })).status).toBe(422)
    expect((await help(counter, { nik: juai.wife.nik, name: 'x'.repeat(10_000) })).status).toBe(422)
    expect((await help(counter, { nik: '', name: '' }, { consent: '' })).status).toBe(422)
    const key = crypto.randomUUID()
    const twice = await Promise.all([1, 2].map(() => help(counter, halong.husband, { key })))
    expect(new Set(twice.map(caseIn)).size).toBe(1)
    // Nobody else reads it: another officer, a citizen, another region.
    const path = `/63.11/cases/${caseIn(twice[0]!)}/review`
    const stranger = await signed(juai.wife.account)
    expect((await stranger.get(path)).status).toBe(404)
    expect((await (await appoint(server, '63.11', { roles: ['front-office'] })).get(path)).status).toBe(404)
    expect((await counter.get(path.replace('63.11', '63.09'))).status).toBe(404)
    expect((await stranger.get('/63.11/assist')).status).toBe(403)
  })

  it('takes somebody of elsewhere by name and contact, for services that need no record', async () => {
    const { 'front-office': counter } = crew
    const outsider = { nik: '', name: 'Pendatang Contoh' }
    expect((await help(counter, outsider, { outsider: 'yes' })).status).toBe(422)
    const begun = await help(counter, outsider, { outsider: 'yes', service: 'move-in', phone: '081255504321' })
    expect(begun.status).toBe(200)
    expect(plain(begun.text)).toContain('Anda mengisi ini untuk Pendatang Contoh')
    expect(
      (await help(counter, outsider, { outsider: 'yes', service: 'ktp-lost', phone: '081255504321' })).status,
    ).toBe(422)
  })
})

describe('in the village', () => {
  it('helps residents of the own village only, and sees no finished paper', async () => {
    const operator = await appoint(server, '63.11', { roles: ['village-operator'], place: JUAI })
    const child = await settleCouple(server, 3, JUAI)
    expect((await help(operator, halong.wife, { way: 'village' })).status).toBe(422)
    expect((await help(operator, child.wife, { way: 'counter' })).status).toBe(422)
    const page = await fillIn(operator, await help(operator, child.wife, { way: 'village' }))
    const caseId = caseIn(page)
    await bySignature(operator, caseId)
    expect(plain((await operator.get('/63.11/assist')).text)).toContain(child.wife.name)
    await mustStep(crew['front-office'], caseId, 'screen')
    await mustStep(crew.verifier, caseId, 'verify')
    await mustStep(crew.validator, caseId, 'validate')
    await mustStep(crew.head, caseId, 'sign')
    const own = await (await signed(child.wife.account)).get(`/63.11/cases/${caseId}`)
    const paper = /\/63\.11\/cases\/[^"]+\/documents\/[^"]+\.pdf/.exec(own.text)?.[0] ?? ''
    expect(paper).not.toBe('')
    expect((await operator.get(paper)).status).toBe(404)
    // The helper is told who has the papers and where a link to them is given; the applicant, who has them, is not.
    const helped = plain((await operator.get(`/63.11/cases/${caseId}`)).text)
    expect(helped).toContain('Dokumennya diunduh oleh pemohon.')
    expect(helped).toMatch(/tautan unduh di loket Disdukcapil/)
    expect(plain(own.text)).not.toContain('Dokumennya diunduh oleh pemohon.')
    expect((await operator.post(`/63.11/cases/${caseId}/actions/withdraw`, { key: 'x' })).status).toBe(404)
  })
})

describe('under a mandate', () => {
  it('acts for the giver until the giver ends it', async () => {
    const giver = await signed(juai.husband.account)
    const holder = await signed(halong.wife.account)
    const give = (more: Fields = {}) =>
      giver.post('/63.11/me/mandates', {
        key: 'one',
        nik: halong.wife.nik,
        name: halong.wife.name,
        service: 'kk-lost-damaged',
        'until.day': '30',
        'until.month': '4',
        'until.year': '2026',
        ...more,
      })
    expect((await give({ nik: juai.husband.nik, name: juai.husband.name })).status).toBe(422)
    expect((await give({ 'until.year': '2031' })).status).toBe(422)
    expect((await give()).status).toBe(200)
    expect((await give()).status).toBe(200)
    const page = await holder.get('/63.11/me/mandates')
    const ids = [...page.text.matchAll(/mandates\/([0-9a-f-]{36})\/begin/g)].map((found) => found[1]!)
    expect(ids).toHaveLength(1)
    const begin = (who: Walker, service: string) =>
      who.post(`/63.11/me/mandates/${ids[0]}/begin`, { key: crypto.randomUUID(), service })
    expect((await begin(holder, 'ktp-lost')).status).toBe(404)
    expect((await begin(await signed(halong.husband.account), 'kk-lost-damaged')).status).toBe(404)
    const draft = await begin(holder, 'kk-lost-damaged')
    expect(plain(draft.text)).toContain(`untuk ${juai.husband.name} dengan surat kuasa`)
    expect(titleOf(draft)).toBe(`Apa yang terjadi dengan KK ${juai.husband.name}?`)
    const unchosen = await begin(holder, '')
    expect([unchosen.status, refusalsOn(unchosen)]).toEqual([422, ['Pilih salah satu dulu.']])
    expect(unchosen.text).toMatch(new RegExp(`<select id="service-${ids[0]}"[^>]*aria-invalid="true"`))
    // The giver, who may have given several, is told who it is.
    const own = await giver.get(draft.path)
    expect(plain(own.text)).toContain(`Diurus ${halong.wife.name} dengan kuasa dari Anda.`)
    expect(titleOf(own)).toBe('Apa yang terjadi dengan KK Anda?')
    await giver.post(`/63.11/me/mandates/${ids[0]}/end`, {})
    const after = await holder.get(draft.path)
    expect(after.status).toBe(403)
    expect(plain(after.text)).toContain('sudah berakhir')
    // The giver goes on alone.
    expect((await giver.get(draft.path)).status).toBe(200)
  })

  it('tells the holder about the giver by name, never as if the holder were meant', async () => {
    const giver = await signed(juai.wife.account)
    const holder = await signed(halong.husband.account)
    await giver.post('/63.11/me/mandates', {
      key: 'all',
      nik: halong.husband.nik,
      name: halong.husband.name,
      service: '*',
      'until.day': '30',
      'until.month': '4',
      'until.year': '2026',
    })
    const page = await holder.get('/63.11/me/mandates')
    const [, id] = /mandates\/([0-9a-f-]{36})\/begin/.exec(page.text) ?? []
    const begin = (service: string) =>
      holder.post(`/63.11/me/mandates/${id}/begin`, { key: crypto.randomUUID(), service })
    const [refused = ''] = refusalsOn(await begin('arrival-from-abroad'))
    expect(refused).toContain(`${juai.wife.name} tidak pindah ke luar negeri`)
    expect(refused).not.toMatch(/anda/i)
    expect(plain((await begin('kk-lost-damaged')).text)).toContain('“Anda” dalam isian ini berarti pemberi kuasa')
    const draft = await begin('kk-lost-damaged')
    await fillDraft(holder, draft, { lostOrDamaged: 'damaged', contactPhone: '081255509902' })
    await holder.post(`/63.11/cases/${caseIn(draft)}/submit`, { key: 'sent' })
    await holder.post(`/63.11/cases/${caseIn(draft)}/actions/withdraw`, { key: 'back' })
    const seen = plain((await giver.get('/63.11/me/access')).text)
    expect(seen).toContain('Mengirim permohonan Anda Permohonan Penerima kuasa Anda')
    expect(seen).toContain('Mencabut permohonan Anda Permohonan Penerima kuasa Anda')
    // The giver reads the same as before.
    const [own] = refusalsOn(await giver.post('/63.11/services/arrival-from-abroad/start', {}))
    expect(own).toContain('Anda tidak pindah ke luar negeri')
    // A counter hears of the person who stands there, too.
    const counter = await help(crew['front-office'], juai.wife, { service: 'arrival-from-abroad' })
    expect(refusalsOn(counter)[0]).toContain(`${juai.wife.name} tidak pindah ke luar negeri`)
  })
})

describe('a mandate of somebody who died', () => {
  it('begins nothing and sends nothing; a record that was wrong makes it good again', async () => {
    const couple = await settleCouple(server, 5, JUAI)
    const [giver, holder] = [await signed(couple.wife.account), await signed(couple.husband.account)]
    await giver.post('/63.11/me/mandates', {
      key: 'died',
      nik: couple.husband.nik,
      name: couple.husband.name,
      service: 'kk-lost-damaged',
      'until.day': '30',
      'until.month': '4',
      'until.year': '2026',
    })
    const [, id] = /mandates\/([0-9a-f-]{36})\/begin/.exec((await holder.get('/63.11/me/mandates')).text) ?? []
    const begin = () =>
      holder.post(`/63.11/me/mandates/${id}/begin`, { key: crypto.randomUUID(), service: 'kk-lost-damaged' })
    const draft = await begin()
    await fillDraft(holder, draft, { lostOrDamaged: 'damaged', contactPhone: '081255509902' })
    const become = (status: string) =>
      server.house.database.inRegion('63.11', (tx) =>
        sql`update person set status = ${status} where person_id = ${couple.wife.personId}`.execute(tx),
      )
    await become('deceased')
    for (const refused of [await begin(), await holder.post(`/63.11/cases/${caseIn(draft)}/submit`, { key: 'died' })]) {
      expect(refused.status).toBe(403)
      expect(plain(refused.text)).toContain('Pemberi kuasa tercatat meninggal')
    }
    await become('active')
    expect((await holder.post(`/63.11/cases/${caseIn(draft)}/submit`, { key: 'lives' })).status).toBe(200)
  })
})

describe('whoever arrives', () => {
  it('begins a move-in online with an account alone, and nothing that needs a record', async () => {
    const account = await server.house.accounts.createAccount({
      name: '',
      email: 'datang@contoh.example',
      phone: '+6281255500077',
    })
    const arrival = await signed0(account)
    const draft = await beginDraft(arrival, 'move-in')
    expect(draft.path).toMatch(/\/edit\/letter$/)
    expect((await arrival.post('/63.11/services/ktp-lost/start', {})).path).toMatch(/\/me\/identify/)
  })
})

async function signed0(account: string): Promise<Walker> {
  const walker = new Walker(server.base)
  walker.keep((await server.house.accounts.openSession(account, 'test')).cookies)
  return walker
}
