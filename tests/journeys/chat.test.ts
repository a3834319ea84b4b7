// A whole application by conversation, at the stand-in of WhatsApp: signing in by code, one question a message, photos, a
// change of mind, and the case in the same queue as any other.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signatureOf } from '../../src/platform/notify/carrier.ts'
import { letterPhoto, mustStep, signInCrew } from '../support/case-walk.ts'
import { type Couple, HALONG, settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, titleOf, Walker } from '../support/walker.ts'

let server: TestServer
let couple: Couple
beforeAll(async () => {
  server = await openTestServer()
  couple = await settleCouple(server, 6, HALONG)
})
afterAll(() => server?.close())

/** One person at the stand-in: says something, hears the replies to it. */
class Talker {
  readonly #walker = new Walker(server.base)
  constructor(readonly as: string) {}
  async say(text: string, picture?: Awaited<ReturnType<typeof letterPhoto>>): Promise<string> {
    const body = new FormData()
    body.set('as', this.as)
    body.set('text', text)
    if (picture !== undefined)
      body.set('picture', new File([new Uint8Array(picture.buffer)], picture.name, { type: picture.mimeType }))
    await this.#walker.raw('POST', '/demo/whatsapp', body, { follow: true })
    const page = await this.#walker.get(`/demo/whatsapp?as=${this.as}`)
    const lines = [...page.text.matchAll(/<li class="(panel(?: panel-wash)?)">([\s\S]*?)<\/li>/g)]
    const last = lines.map((line) => line[1]).lastIndexOf('panel')
    return lines
      .slice(last + 1)
      .map((line) => plain(line[2]!))
      .join('\n')
  }
  async code(): Promise<string> {
    const messages = plain((await this.#walker.get('/demo/messages')).text)
    return /Kode masuk Puja Indah: (\d{6})/.exec(messages)?.[1] ?? ''
  }
  async signIn(): Promise<string> {
    expect(await this.say('Halo')).toContain('kode 6 angka')
    expect(await this.say('000000')).toContain('tidak cocok')
    return this.say(await this.code())
  }
}

/** Number of an option in a message. */
const numberOf = (heard: string, label: RegExp): string =>
  [...heard.matchAll(/(\d+)\. ([^0-9]*?)(?=\s\d+\.|\sBalas|$)/g)].find((found) => label.test(found[2]!))?.[1] ?? '?'

const ANSWERS: readonly (readonly [RegExp, string | RegExp])[] = [
  [/Anda mengurus ini sebagai siapa/, /Ayah atau ibu/],
  [/Nama lengkap anak/, 'Aisyah Nur Ramadhani'],
  [/Jenis kelamin/, /Perempuan/],
  [/Tanggal lahir/, '5 Maret 2026'],
  [/Pukul berapa lahir/, '04.10'],
  [/Di mana anak lahir/, /Puskesmas/],
  [/(Siapa yang menolong|Penolong)/i, /Bidan/],
  [/(kembar|Kelahiran tunggal|Tunggal)/i, /Tunggal/i],
  [/Berat/, '3150'],
  [/Panjang/, '49'],
  [/Menurut catatan kami/, '1'],
  [/(kota atau kabupaten|Tempat lahir|Kabupaten)/i, 'Balangan'],
  [/Saksi (pertama|1).*NIK \(/i, '6311061208819901'],
  [/Saksi (pertama|1).*Nama lengkap/i, 'Rahmadi'],
  [/Saksi (kedua|2).*NIK \(/i, '6311065509849901'],
  [/Saksi (kedua|2).*Nama lengkap/i, 'Jamilah'],
  [/[Ss]aksi/, /dengan NIK/],
  [/ke-?berapa|urutan/i, '1'],
]

it('makes a birth report, sends it, and the office gets on with it', async () => {
  const talker = new Talker(couple.wife.account)
  let heard = await talker.signIn()
  expect(heard).toContain('Apa yang ingin Anda urus')
  heard = await talker.say('lahir')
  heard = await talker.say(numberOf(heard, /^Akta kelahiran$/))
  expect(heard).toContain('satu pertanyaan satu pesan')
  let asked = 0
  for (; asked < 45 && !/Ini isian Anda/.test(heard); asked++) {
    const last = heard
    if (/Kirim foto/.test(last)) heard = await talker.say('', await letterPhoto())
    else {
      const found = ANSWERS.find(([question]) => question.test(last))
      if (found === undefined) throw new Error(`Nobody knows what to say to: ${last}`)
      const reply = typeof found[1] === 'string' ? found[1] : numberOf(last, found[1])
      // Stopping and coming back loses nothing.
      if (asked === 3) {
        await talker.say('batal')
        expect(await talker.say('lanjut')).toBe(last.split('\n').at(-1))
      }
      if (asked === 4) expect(await talker.say("'; drop table chat_talk; -- 🎈")).not.toBe('')
      heard = await talker.say(reply)
    }
  }
  expect(heard).toContain('Aisyah Nur Ramadhani')
  // A change of mind, then off it goes.
  heard = await talker.say('2')
  heard = await talker.say(numberOf(heard, /Nama anak/))
  heard = await talker.say('Aisyah')
  expect(heard).toMatch(/Sudah benar/)
  heard = await talker.say('2')
  heard = await talker.say('Aisyah Nur Rahmah')
  expect(heard).toContain('Aisyah Nur Rahmah')
  heard = await talker.say('1')
  const number = /GS-\d{8}-[0-9A-Z]{4}-\d{5}-[0-9A-Z]/.exec(heard)?.[0] ?? ''
  expect(number).not.toBe('')
  const her = await new Walker(server.base).signInAccount(couple.wife.account)
  const mine = await her.get('/63.11/me')
  expect(plain(mine.text)).toContain(number)
  const caseId = /cases\/([0-9a-f-]{36})/.exec(mine.text)![1]!
  const crew = await signInCrew(server)
  await mustStep(crew['front-office'], caseId, 'screen')
  expect(titleOf(await her.get(`/63.11/cases/${caseId}`))).toBe('Verifikasi data')
})

it('matches a newcomer with the register first, and takes a lost card from the definition alone', async () => {
  const talker = new Talker(couple.husband.account)
  await talker.signIn()
  let heard = await talker.say('ktp hilang')
  // What the register rules out is said in the words of the service, before a photo is asked for.
  expect(await talker.say(numberOf(heard, /KTP-el hilang|hilang/i))).toContain('belum pernah direkam untuk KTP-el')
  await server.house.database.inRegion('63.11', (tx) =>
    sql`update person set enrolled_on = '2005-06-01' where person_id = ${couple.husband.personId}`.execute(tx),
  )
  heard = await talker.say('ktp hilang')
  heard = await talker.say(numberOf(heard, /KTP-el hilang|hilang/i))
  expect(heard).toMatch(/Kirim foto: Surat kehilangan/)
  expect(await talker.say('apa saja')).toContain('Kirim fotonya')
  heard = await talker.say('x'.repeat(10_000))
  expect(heard).toContain('Kirim fotonya')
  heard = await talker.say('', await letterPhoto())
  expect(heard).toMatch(/Ini isian Anda/)
  heard = await talker.say('1')
  expect(heard).toMatch(/GS-/)
})

it('keeps each sender apart and does not exist outside the demo list', async () => {
  const stranger = new Walker(server.base)
  expect((await stranger.post('/demo/whatsapp', { as: 'nobody', text: 'Halo' })).status).toBe(404)
  const page = await stranger.get('/demo/whatsapp?as=nobody')
  expect(page.text).not.toContain('Aisyah Nur Rahmah GS-')
})

describe('a gateway', () => {
  const secret = 'rahasia pintu gerbang'
  const before = process.env.PUJA_WHATSAPP_SECRET
  beforeAll(() => {
    process.env.PUJA_WHATSAPP_SECRET = secret
  })
  afterAll(() => {
    if (before === undefined) delete process.env.PUJA_WHATSAPP_SECRET
    else process.env.PUJA_WHATSAPP_SECRET = before
  })
  const hand = async (body: unknown, signedWith = secret, at = String(Math.floor(Date.now() / 1000))) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const answer = await fetch(`${server.base}/carriers/whatsapp/messages`, {
      method: 'POST',
      headers: { 'x-puja-timestamp': at, 'x-puja-signature': signatureOf(signedWith, at, text) },
      body: text,
    })
    const told = (await answer.json()) as { taken: boolean; error?: string; replies?: string[] }
    return { status: answer.status, ...told }
  }
  const from = '+6281255509955'

  it('hands over what people write and gets the replies, the same ones for the same message', async () => {
    const hello = { id: 'wamid.1', region: '63.11', from, text: 'Halo' }
    const heard = await hand(hello)
    expect(heard).toMatchObject({ status: 200, taken: true })
    expect(heard.replies!.join('\n')).toContain('kode 6 angka')
    const code = () =>
      new Walker(server.base)
        .get('/demo/messages')
        .then(({ text }) => plain(text).match(/Kode masuk Puja Indah: \d{6}/g))
    const sent = (await code())!.length
    expect(await hand(hello)).toEqual(heard)
    expect((await code())!.length).toBe(sent)
    // Without its plus it is the same sender.
    const wrong = await hand({ ...hello, id: 'wamid.2', from: from.slice(1), text: '000000' })
    expect(wrong.replies!.join('\n')).toContain('tidak cocok')
  })

  it('is heard only with the secret and in time, and is told what is wrong with a message', async () => {
    const good = { id: 'wamid.3', region: '63.11', from, text: 'Halo' }
    expect(await hand(good, 'another secret')).toMatchObject({ status: 401, taken: false })
    expect(await hand(good, secret, String(Math.floor(Date.now() / 1000) - 301))).toMatchObject({ status: 401 })
    expect(await hand('{"id": 1')).toMatchObject({ status: 422, taken: false })
    expect(await hand({ ...good, region: '99.99' })).toMatchObject({ status: 422, error: 'region' })
    expect(await hand({ ...good, from: "'; --" })).toMatchObject({ status: 422, error: 'from' })
    expect(await hand({ ...good, id: 'wamid.4', pictureBase64: '???' })).toMatchObject({ status: 422 })
    expect(await hand({ ...good, id: 'wamid.5', text: '👶'.repeat(4_000) })).toMatchObject({ status: 200 })
  })
})
