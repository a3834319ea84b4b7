// Cards from the blank to the hand, by the pages of the production and the delivery officer: printed once, spoiled and
// counted, never more than there are blanks, handed over once with proof, and nothing of it for anyone else.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtCase } from '../support/case-rows.ts'
import {
  apply,
  beginDraft,
  birthAnswers,
  bringTo,
  type Crew,
  chooseRole,
  fillDraft,
  send,
  signInCrew,
} from '../support/case-walk.ts'
import { settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Answer, plain, refusalsOn, Walker } from '../support/walker.ts'

const DESK = '/63.11/office/cards'
let server: TestServer
let crew: Crew
let second: Walker
let first: Walker
const cases: string[] = []

beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  second = await appoint(server, '63.11', { roles: ['production'] })
  const mothers = [await new Walker(server.base).signIn('Siti Aminah')]
  for (const n of [1, 2])
    mothers.push(await new Walker(server.base).signInAccount((await settleCouple(server, n)).wife.account))
  first = mothers[0]!
  for (const [index, mother] of mothers.entries()) {
    const childName = `Anak ${['Satu', 'Dua', 'Tiga'][index]}`
    const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName }))
    await bringTo(crew, caseId, 'issued')
    cases.push(caseId)
  }
}, 240_000)
afterAll(() => server?.close())

const query = async <T>(text: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
  (await server.house.database.inRegion('63.11', (tx) => text.execute(tx), { readOnly: true })).rows
type CardNow = { card_id: string; state: string; blank_number: string | null; spoiled: number }
const cardOf = async (caseId: string): Promise<CardNow> =>
  (await query(sql<CardNow>`select card_id, state, blank_number, spoiled from card where case_id = ${caseId}`))[0]!
const level = async (): Promise<number> =>
  (await query(sql<{ level: number }>`select level from card_stock where kind = 'kia'`))[0]!.level
const print = (who: Walker, cards: readonly string[], blank = '', key = crypto.randomUUID()): Promise<Answer> =>
  who.post(`${DESK}/print`, { kind: 'kia', card: cards, blank, key })
const handOver = (who: Walker, caseId: string, more = {}): Promise<Answer> =>
  who.post(`/63.11/office/cases/${caseId}/actions/hand-over`, {
    key: crypto.randomUUID(),
    from: 'desk',
    takenBy: 'Siti Aminah',
    relation: 'parent',
    originals: ['identity'],
    originalsNote: 'Dilihat di loket',
    proof: 'slip',
    slip: 'TT-0001',
    code: '',
    ...more,
  })

describe('the page of a service', () => {
  it('promises a download only where there is one: a card alone is fetched', async () => {
    const page = async (service: string) => plain((await first.get(`/63.11/services/${service}`)).text)
    const card = await page('kia-lost-damaged')
    expect(card).toContain('Kartunya dicetak kantor')
    expect(card).not.toContain('Hasilnya Anda unduh')
    expect(await page('birth-wni')).toContain(
      'Hasilnya Anda unduh Cetak sendiri di kertas A4 putih. Kartu dicetak kantor.',
    )
  })
})

describe('the production officer', () => {
  it('sees the queue with the next blank, and two who press at once print one card on one blank', async () => {
    const page = await crew.production.get(`${DESK}?kind=kia`)
    expect(plain(page.text)).toContain('Anak Satu')
    expect(page.text).toContain('KA0020401')
    const before = await level()
    const { card_id } = await cardOf(cases[0]!)
    const both = await Promise.all([print(crew.production, [card_id]), print(second, [card_id])])
    expect(both.map((one) => /1 kartu dicatat/.test(plain(one.text))).sort()).toEqual([false, true])
    expect(await level()).toBe(before - 1)
    expect(await cardOf(cases[0]!)).toMatchObject({ state: 'printed', blank_number: 'KA0020401' })
  })

  it('refuses a blank that never came or was used, and keeps what was marked', async () => {
    const { card_id } = await cardOf(cases[1]!)
    for (const [blank, words] of [
      ['KA0020401', 'sudah dipakai'],
      ['ZZ999', 'belum tercatat'],
    ] as const) {
      const answer = plain((await print(crew.production, [card_id], blank)).text)
      expect(answer).toContain(words)
      expect(answer).toContain('Belum ada kartu yang dicatat.')
    }
    const hostile = await print(crew.production, [card_id], "'; drop table card; -- 😀".repeat(400))
    expect(hostile.status).toBe(422)
    expect(hostile.text).toMatch(new RegExp(`id="print-${card_id}"[^>]*checked`))
    expect((await print(crew.production, [])).status).toBe(422)
    expect((await cardOf(cases[1]!)).state).toBe('wanted')
  })

  it('is asked for a chip of identity cards only: a child card has none', async () => {
    const desk = async (kind: string) => (await crew.production.get(`${DESK}?kind=${kind}`)).text
    expect(await desk('kia')).toContain('Salah cetak')
    expect(await desk('kia')).not.toMatch(/\bcip\b/i)
  })

  it('spoils with a reason: the blank is counted, the card comes back, a press repeated counts once', async () => {
    const { card_id } = await cardOf(cases[0]!)
    const key = crypto.randomUUID()
    const spoil = (reason: string) => crew.production.post(`${DESK}/spoil`, { kind: 'kia', card: card_id, reason, key })
    expect((await spoil('')).status).toBe(422)
    expect((await spoil('misprint')).status).toBe(200)
    await spoil('misprint')
    expect(await cardOf(cases[0]!)).toMatchObject({ state: 'wanted', spoiled: 1, blank_number: null })
    await print(crew.production, [card_id])
    expect(await cardOf(cases[0]!)).toMatchObject({ state: 'printed', blank_number: 'KA0020402' })
    expect(plain((await crew.production.get('/63.11/office/stock')).text)).toMatch(/Di antaranya rusak/)
    const [day] = await query(sql<{ spoiled: number; printed: number }>`
      select sum(spoiled)::int as spoiled, sum(printed)::int as printed from card_day where kind = 'kia'`)
    expect(day).toEqual({ spoiled: 1, printed: 2 })
  })

  it('makes the case ready with its last card and sends a code', async () => {
    const { card_id } = await cardOf(cases[0]!)
    const key = crypto.randomUUID()
    for (let n = 0; n < 2; n++) await crew.production.post(`${DESK}/ready`, { kind: 'kia', card: card_id, key })
    expect((await lookAtCase(server, cases[0]!)).state).toBe('ready')
    await server.house.jobs.settle()
    expect(plain((await new Walker(server.base).get('/demo/messages')).text)).toMatch(/Kode ambil kartu GS-.*: \d{6}/)
  })

  it('cannot print when no blank is left, neither at the desk nor from the case', async () => {
    const left = await level()
    const count = (found: number, note: string, warnBelow = '50') =>
      crew.production.post('/63.11/office/stock/count', {
        kind: 'kia',
        found: String(found),
        note,
        warnBelow,
        key: crypto.randomUUID(),
      })
    expect(plain((await count(0, '')).text)).toContain(`menunjukkan ${left}`)
    expect((await count(0, 'Dipinjam Tabalong')).path).toContain('done=counted')
    // A count that names no limit leaves the one there is.
    expect((await count(0, '', '30')).path).toContain('done=counted')
    const after = await count(0, '', '')
    expect(after.path).toContain('done=counted')
    expect(plain(after.text)).toContain('di bawah batas 30')
    const { card_id } = await cardOf(cases[1]!)
    expect(plain((await print(crew.production, [card_id])).text)).toContain('habis')
    const fromCase = await crew.production.post(`/63.11/office/cases/${cases[1]}/actions/print`, {
      key: crypto.randomUUID(),
    })
    expect(fromCase.status).toBe(409)
    expect(await level()).toBe(0)
    expect((await lookAtCase(server, cases[1]!)).state).toBe('issued')
    const receive = (first: string, key: string) =>
      crew.production.post('/63.11/office/stock/receive', { kind: 'kia', count: '10', first, letter: 'SJ-9', key })
    expect(plain((await receive('KA0020405', crypto.randomUUID())).text)).toContain('sudah ada di kiriman lain')
    const key = crypto.randomUUID()
    await receive('KB0000001', key)
    await receive('KB0000001', key)
    expect(await level()).toBe(10)
  })
})

describe('the delivery officer', () => {
  it('sees name, village and packet only, also at the address of the case', async () => {
    const page = await crew.delivery.get(`/63.11/office/cases/${cases[0]}`)
    expect(page.path).toBe(`/63.11/office/hand-over/${cases[0]}`)
    expect(plain(page.text)).toContain('Anak Satu')
    expect(page.text).not.toMatch(/Rahmadi|6311061208819901|3150|Berat/)
    expect(plain((await crew.delivery.get('/63.11/office/hand-over')).text)).toContain('Anak Satu')
  })

  it('names everything that is missing at once, keeps what was typed, and hands over only what is ready', async () => {
    const empty = await handOver(crew.delivery, cases[0]!, {
      takenBy: '',
      relation: 'x',
      originals: [],
      originalsNote: '',
      slip: "'; --",
    })
    expect(empty.status).toBe(422)
    expect(refusalsOn(empty)).toHaveLength(4)
    expect(empty.text).toContain('value="&#39;; --"')
    expect((await handOver(crew.delivery, cases[0]!, { takenBy: '😀'.repeat(10_000) })).status).toBe(422)
    expect((await handOver(crew.delivery, cases[1]!)).status).toBeGreaterThanOrEqual(403)
    expect((await lookAtCase(server, cases[0]!)).state).toBe('ready')
  })

  it('refuses a wrong code, takes the right one, completes the case once though it was pressed twice', async () => {
    await server.house.jobs.settle()
    const messages = plain((await new Walker(server.base).get('/demo/messages')).text)
    const code = /Kode ambil kartu GS-\S+: (\d{6})/.exec(messages)![1]!
    const page = plain((await first.get(`/63.11/cases/${cases[0]}`)).text)
    expect(page).toContain('Tempat mengambil')
    expect(page).toMatch(new RegExp(`Kode ambil\\s*${code}`))
    expect(page).toMatch(/Kantor\s*\S.+, Jalan /)
    const wrong = code === '000000' ? '000001' : '000000'
    expect(refusalsOn(await handOver(crew.delivery, cases[0]!, { proof: 'code', code: wrong })).join()).toContain(
      'tidak cocok',
    )
    const key = crypto.randomUUID()
    const good = { proof: 'code', code, key }
    const done = await Promise.all([0, 1].map(() => handOver(crew.delivery, cases[0]!, good)))
    expect(done.map((one) => one.path)).toEqual(Array(2).fill('/63.11/office/hand-over?done=yes'))
    const packet = plain((await crew.delivery.get(`/63.11/office/hand-over/${cases[0]}`)).text)
    expect(packet).toContain('Paket ini sudah diserahkan.')
    expect(packet).not.toContain('belum dapat diserahkan')
    expect(await lookAtCase(server, cases[0]!)).toMatchObject({ state: 'completed' })
    const [card] = await query(sql<{ state: string; proof_kind: string; taken_by: Buffer }>`
      select state, proof_kind, taken_by from card where case_id = ${cases[0]}`)
    expect(card).toMatchObject({ state: 'handed-over', proof_kind: 'code' })
    expect(Buffer.from(card!.taken_by).toString('latin1')).not.toContain('Siti')
  })
})

describe('a case that ends with a card alone', () => {
  it('promises no download: not on its page, to who follows it, in the message, or when it is over', async () => {
    const draft = await beginDraft(first, 'kia-lost-damaged')
    const page = await chooseRole(first, draft, { role: 'parent' })
    const child = /value="([0-9a-f-]{36})"(?:(?!value=)[\s\S])*Anak Satu/.exec(page.text)?.[1] ?? ''
    await fillDraft(first, page, { child, lostOrDamaged: 'lost' })
    const number = await send(first, draft.caseId)
    await bringTo(crew, draft.caseId, 'issued')
    await server.house.jobs.settle()
    const told = async () => plain((await first.get(`/63.11/cases/${draft.caseId}`)).text)
    const messages = plain((await new Walker(server.base).get('/demo/messages')).text)
    expect(await told()).toContain('Kartu sedang dicetak kantor. Anda dikabari bila siap diambil.')
    expect(messages).toContain(`${number}: disetujui. Kartu sedang dicetak kantor; kami kabari saat siap.`)
    expect(messages).not.toContain(`${number}: sudah terbit. Unduh`)
    const before = await told()

    const { card_id } = await cardOf(draft.caseId)
    await print(crew.production, [card_id], 'KB0000001')
    await crew.production.post(`${DESK}/ready`, { kind: 'kia', card: card_id, key: crypto.randomUUID() })
    expect((await handOver(crew.delivery, draft.caseId)).path).toContain('done=yes')
    const over = await told()
    expect(over).toContain('Kartu sudah diserahkan.')
    for (const words of [before, over]) expect(words).not.toMatch(/unduh/i)
  })
})

describe('nobody else', () => {
  it('opens or presses anything: other roles, citizens, strangers, another region', async () => {
    const { card_id } = await cardOf(cases[2]!)
    const citizen = await new Walker(server.base).signIn('Siti Aminah')
    const there = await signInThere()
    for (const who of [crew['front-office'], crew.verifier, crew.delivery, citizen, there]) {
      for (const path of [DESK, '/63.11/office/stock']) expect((await who.get(path)).status, path).toBe(403)
      expect((await print(who, [card_id])).status).toBe(403)
    }
    for (const who of [crew.production, crew.verifier, citizen, there])
      expect((await who.get('/63.11/office/hand-over')).status).toBe(403)
    // The neighbour's officer at home finds no such card and no such packet.
    const ours = (await there.post('/63.09/office/cards/print', { kind: 'kia', card: card_id, blank: '', key: 'x' }))
      .text
    expect(plain(ours)).toContain('tidak ada')
    const narrow = await appoint(server, '63.11', { roles: ['production', 'delivery'], place: '63.11.99' })
    expect(plain((await narrow.get(`${DESK}?kind=kia`)).text)).not.toContain('Anak Tiga')
    expect(plain((await print(narrow, [card_id])).text)).toContain('tidak ada')
    expect((await narrow.get(`/63.11/office/hand-over/${cases[2]}`)).status).toBe(404)
    expect((await cardOf(cases[2]!)).state).toBe('wanted')
  })
  const signInThere = () => new Walker(server.base).signIn('Ahmad Zaini, Tabalong')
})
