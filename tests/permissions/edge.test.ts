// The edge of the house against other sites, guessing and too many tries. Must stay true: a form of another site changes
// nothing; whoever guesses is paused, also when the guesses come at the same moment; the pause holds for the right answer too.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apply, birthAnswers, bringTo, type Crew, signInCrew } from '../support/case-walk.ts'
import { fingerprints, regionTables } from '../support/region-rows.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Answer, type Fields, formsOn, plain, refusalsOn, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let mother: Walker
const sent: { caseId: string; number: string }[] = []
let issued = ''
let draft = ''
beforeAll(async () => {
  // The limits of the real house.
  server = await openTestServer({ limitsFactor: 1 })
  crew = await signInCrew(server)
  mother = await new Walker(server.base).signIn('Siti Aminah')
  for (const name of ['Nur Satu', 'Nur Dua', 'Nur Tiga'])
    sent.push(await apply(mother, 'birth-wni', birthAnswers({ childName: name })))
  issued = sent[2]!.caseId
  await bringTo(crew, issued, 'issued')
  const page = await mother.post('/63.11/services/birth-wni/start', {})
  draft = /cases\/([0-9a-f-]{36})/.exec(page.path)![1]!
  await mother.post(`/63.11/cases/${draft}/role`, { role: 'parent' })
})
afterAll(() => server?.close())

const OTHERS: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
  { origin: 'not an address' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
]

describe('a form of another site', () => {
  it('is refused by every address that takes one, and changes nothing', async () => {
    const tables = await regionTables(server.house.database)
    await server.house.jobs.settle()
    const before = await fingerprints(server.house.database, '63.11', tables)
    const paths = server.house.app.routes
      .filter(({ method, path }) => method === 'POST' && path.startsWith('/'))
      .map(({ path }) =>
        path
          .replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
          .replace(
            /:(\w+)/g,
            (_, name: string) =>
              ({ region: '63.11', id: sent[0]!.caseId, action: 'withdraw', token: '23456789ABCDEFGHJKMNPQRSTV' })[
                name
              ] ?? 'x',
          ),
      )
    expect(paths.length).toBeGreaterThan(20)
    const wrong: string[] = []
    for (const [index, path] of [...new Set(paths)].entries()) {
      const headers = OTHERS[index % OTHERS.length]!
      for (const walker of path.includes('/office') ? [crew.head] : [mother]) {
        const answer = await walker.raw('POST', path, new URLSearchParams({ key: 'x', role: 'parent' }), { headers })
        if (answer.status !== 403 || !refusalsOn(answer).join('').includes('alamat lain'))
          wrong.push(`${path} ${JSON.stringify(headers)} ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
    const after = await fingerprints(server.house.database, '63.11', tables)
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([])
  })

  it.each(OTHERS)('%o cannot withdraw a case; the own page can', async (headers) => {
    const path = `/63.11/cases/${sent[0]!.caseId}/actions/reuse`
    expect((await mother.raw('POST', path, new URLSearchParams({ key: 'x' }), { headers })).status).toBe(403)
    const own = { origin: server.base, 'sec-fetch-site': 'same-origin' }
    expect((await mother.raw('POST', '/63.11/v', new URLSearchParams({ code: 'x' }), { headers: own })).status).toBe(
      422,
    )
  })

  it('gets no cookie to read and no frame to hide in', async () => {
    const walker = new Walker(server.base)
    const page = await walker.raw(
      'POST',
      '/demo/sign-in',
      new URLSearchParams({ account: await accountOf('Siti Aminah') }),
    )
    for (const cookie of page.headers.getSetCookie()) {
      expect(cookie).toMatch(/HttpOnly/i)
      expect(cookie).toMatch(/SameSite=(Lax|Strict)/i)
    }
    expect(page.headers.getSetCookie().length).toBeGreaterThan(0)
    expect((await mother.get('/63.11/me')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  it('gets pages and style files packed when it can unpack them, and the same text', async () => {
    const asks = (path: string, encoding: string) =>
      fetch(server.base + path, { headers: { 'accept-encoding': encoding } })
    const plain = await asks('/63.11', 'identity')
    const text = await plain.text()
    expect(plain.headers.get('content-encoding')).toBeNull()
    const css = /href="(\/assets\/ui-[0-9a-f]+\.css)"/.exec(text)![1]!
    for (const path of ['/63.11', css]) {
      const packed = await asks(path, 'gzip')
      expect(packed.headers.get('content-encoding')).toBe('gzip')
      expect(packed.headers.get('vary')).toMatch(/accept-encoding/i)
      expect((await packed.text()).length).toBe((await (await asks(path, 'identity')).text()).length)
    }
  })
})

async function accountOf(name: string): Promise<string> {
  const page = await new Walker(server.base).get('/demo')
  const part = page.text.split('<form').find((form) => form.includes(`sebagai ${name}`))!
  return /name="account" value="([^"]+)"/.exec(part)![1]!
}

const track = (number: string, digits: string, who = new Walker(server.base)): Promise<Answer> =>
  who.post('/63.11/track', { number, digits })

describe('an address with a slash at its end', () => {
  it.each([
    ['/63.11/services/', '/63.11/services'],
    ['/63.11/?a=1', '/63.11?a=1'],
    ['//elsewhere.example/', '/elsewhere.example'],
    ['/\\elsewhere.example/', '/elsewhere.example'],
  ])('%s leads to %s, on this site', async (from, to) => {
    const answer = await new Walker(server.base).raw('GET', from, undefined)
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(to)
  })
})

describe('following by number', () => {
  it('pauses after five wrong tries, for the right digits too, however the number is written', async () => {
    const { number } = sent[0]!
    expect((await track(number, '9901')).status).toBe(200)
    for (let i = 0; i < 5; i++) expect((await track(number, `000${i}`)).status).toBe(422)
    for (const spelling of [number, number.toLowerCase(), number.replaceAll('-', ' '), number.replaceAll('-', '')]) {
      const paused = await track(spelling, '9901')
      expect(paused.status, spelling).toBe(429)
      expect(refusalsOn(paused).join(' ')).toMatch(/Tunggu \d+ menit/)
      expect(plain(paused.text)).not.toContain('Pemeriksaan berkas')
    }
    const other = sent[2]!.number
    for (const spelling of [other, other.toLowerCase(), other.replaceAll('-', '')])
      expect((await track(spelling, '9901')).status, spelling).toBe(200)
  })

  it('an officer finds a case by its number, however it is written, and none that is another’s', async () => {
    const { number, caseId } = sent[1]!
    for (const q of [number, number.toLowerCase(), number.replaceAll('-', ' ')]) {
      const found = await crew['front-office'].post('/63.11/office/find', { q })
      expect(found.path, q).toBe(`/63.11/office/cases/${caseId}`)
    }
    const elsewhere = await new Walker(server.base).signIn('Rusdiana, Tabalong')
    expect((await elsewhere.post('/63.09/office/find', { q: number })).status).toBe(404)
  })

  it('gives many guesses at the same moment no more than five answers', async () => {
    const guesses = await Promise.all(Array.from({ length: 25 }, (_, i) => track(sent[1]!.number, String(1000 + i))))
    expect(guesses.filter(({ status }) => status === 422)).toHaveLength(5)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(20)
  })

  it('tells nothing apart: a number that is none and digits that are wrong', async () => {
    const wrong = await track(sent[2]!.number, '1111')
    const none = await track('GS-20260410-AAAA-00001-0', '1111')
    expect([422, 404]).toContain(none.status)
    expect(wrong.status).toBe(422)
    for (const answer of [wrong, none]) expect(plain(answer.text)).not.toMatch(/Nur|Siti|63110657/)
  })
})

describe('scene 13: a stranger with the paper', () => {
  let code = ''
  const nobody = () => new Walker(server.base)
  const filled = (page: Answer, value: string): Fields => {
    const form = formsOn(page).find(
      ({ action, fields }) => action.endsWith(`/v/${code}`) && Object.keys(fields).length > 1,
    )!
    return Object.fromEntries(Object.keys(form.fields).map((name) => [name, value]))
  }

  it('sees whether it is valid and a masked name, nothing more', async () => {
    const page = await mother.get(`/63.11/cases/${issued}`)
    code = /\/63\.11\/v\/([0-9A-Za-z-]+)"/.exec(page.text)![1]!
    const seen = await nobody().get(`/63.11/v/${code}`)
    expect(seen.status).toBe(200)
    expect(plain(seen.text).toUpperCase()).not.toMatch(/NUR TIGA|SITI AMINAH|6311064503269901|6311065703909902/)
    expect(seen.headers.get('cache-control')).toBe('no-store')
  })

  it('may compare ten times; the eleventh is paused, also for the right values', async () => {
    const page = await nobody().get(`/63.11/v/${code}`)
    for (let i = 0; i < 10; i++) {
      const compared = await nobody().post(`/63.11/v/${code}`, filled(page, `Salah ${i}`))
      expect(compared.status, `${i + 1}: ${refusalsOn(compared).join(' ')}`).toBe(200)
      expect(plain(compared.text)).not.toMatch(/Nur Tiga|6311064503269901/i)
    }
    const paused = await nobody().post(`/63.11/v/${code}`, filled(page, 'Nur Tiga'))
    expect(paused.status).toBe(429)
    expect(plain(paused.text)).toMatch(/Coba lagi \d+ menit lagi/)
    server.clock.advance(61 * 60_000)
    expect((await nobody().post(`/63.11/v/${code}`, filled(page, 'Nur Tiga'))).status).toBe(200)
    server.clock.advance(-61 * 60_000)
  })

  it('guesses codes in vain', async () => {
    const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
    for (let i = 0; i < 20; i++) {
      const guess = [...crypto.getRandomValues(new Uint8Array(code.length))]
        .map((n) => alphabet[n % alphabet.length])
        .join('')
      expect((await nobody().get(`/63.11/v/${guess}`)).status).toBe(404)
    }
    // One sign off is as unknown as any other.
    const near = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
    expect((await nobody().get(`/63.11/v/${near}`)).status).toBe(404)
  })
})

describe('looking people up', () => {
  it('ends after thirty tries of one account', async () => {
    let refused: Answer | undefined
    for (let i = 0; i < 40 && refused === undefined; i++) {
      const answer = await mother.post(`/63.11/cases/${draft}/edit/witnesses`, {
        witness1: 'nik',
        'witness1.nik': `63110612088199${String(10 + i)}`,
        'witness1.name': 'Tebak Saja',
      })
      if (answer.status === 429) refused = answer
    }
    expect(refused, 'thirty tries').toBeDefined()
    expect(refusalsOn(refused!).join(' ')).toMatch(/Tunggu/)
    const right = await mother.post(`/63.11/cases/${draft}/edit/witnesses`, {
      witness1: 'nik',
      'witness1.nik': '6311061208819901',
      'witness1.name': 'Rahmadi',
    })
    expect(right.status).toBe(429)
  })

  it('at the same moment they are still thirty', async () => {
    const father = await new Walker(server.base).signIn('Ahmad Fauzan')
    const page = await father.post('/63.11/services/birth-wni/start', {})
    const id = /cases\/([0-9a-f-]{36})/.exec(page.path)![1]!
    await father.post(`/63.11/cases/${id}/role`, { role: 'parent' })
    const answers = await Promise.all(
      Array.from({ length: 45 }, (_, i) =>
        father.post(`/63.11/cases/${id}/edit/witnesses`, {
          witness1: 'nik',
          'witness1.nik': `63110612088199${String(10 + i)}`,
          'witness1.name': 'Tebak Saja',
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(30)
  })
})

describe('signing in', () => {
  it('takes few guesses of a code, then not even the right one', async () => {
    const thief = new Walker(server.base)
    const address = '+6281255509901'
    const asked = await thief.post('/sign-in', { address, back: '/63.11/me' })
    expect(asked.status).toBe(200)
    const messages = plain((await thief.get('/demo/messages')).text)
    const right = /(?:masuk|Kode)[^.]{0,60}?(\d{6})/.exec(messages)?.[1]
    expect(right).toBeDefined()
    for (let i = 0; i < 6; i++)
      expect(
        (await thief.post('/sign-in/code', { address, code: String(100_000 + i), back: '/' })).status,
      ).toBeGreaterThanOrEqual(400)
    expect((await thief.post('/sign-in/code', { address, code: right!, back: '/' })).status).toBeGreaterThanOrEqual(400)
  })

  it('sends one phone at most five codes in a quarter of an hour', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 7; i++)
      statuses.push((await new Walker(server.base).post('/sign-in', { address: '081255509944' })).status)
    expect(statuses.slice(5)).toEqual([429, 429])
  })

  it('leads to no other site', async () => {
    for (const back of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/\\elsewhere.example',
      'javascript:alert(1)',
    ]) {
      const answer = await new Walker(server.base).get(`/sign-in?${new URLSearchParams({ back })}`)
      expect(answer.text).not.toContain(`value="${back}"`)
    }
  })
})
