// The pages of papers through their routes, with a port that answers from plain values.
import { describe, expect, test } from 'vitest'
import { accept, type Refusal, type Result, refuse } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'
import { fill } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Comparison } from './compare.ts'
import type { DocumentsPort, PaperFile } from './port.ts'
import type { PaperFacts, Verification } from './queries.ts'
import { refusals } from './refusals.ts'
import { documentRoutes } from './routes.tsx'

const TOKEN = 'ABCDEFGHJKLMNPQRSTUVWXYZ23'
const SHORT = 'ABCD-EFGH-JKL3'
const facts: PaperFacts = {
  kindName: { id: 'Kutipan akta kelahiran', en: 'Birth deed extract' },
  number: '6311-LU-15042026-0007',
  issuedOn: '2026-04-15',
  signerRole: 'Pejabat Pencatatan Sipil Kabupaten Balangan',
  maskedName: 'A***** N** R********',
  birthYear: 2026,
  shortCodeStart: '7KQ4',
  specimen: false,
  fields: [
    { key: 'nik', type: 'digits', label: { id: 'NIK', en: 'NIK' } },
    { key: 'name', type: 'name', label: { id: 'Nama', en: 'Name' } },
    { key: 'birthDate', type: 'date', label: { id: 'Tanggal lahir', en: 'Date of birth' } },
  ],
}
const since = new Date('2026-02-02T10:00:00+08:00')
const valid: Verification = { state: 'valid', facts, isOver: false }

function visitorOf(language: Language): Visitor {
  const entry = (refusal: Refusal) =>
    (refusals as Record<string, { status: number; text: { id: string; en: string } }>)[refusal.code]
  return {
    requestId: 'r1',
    language,
    region: {
      code: '63.11',
      name: 'Kabupaten Balangan',
      hue: 168,
      timeZone: 'Asia/Makassar',
      office: 'Disdukcapil Balangan',
    },
    page: {
      language,
      region: { code: '63.11', name: 'Kabupaten Balangan', hue: 168 },
      path: `/63.11/v/${TOKEN}`,
      assets: { styles: ['/assets/a.css', '/assets/b.css'] },
    },
    demo: false,
    device: 'phone',
    tell: (refusal) => fill(entry(refusal)?.text[language] ?? refusal.code, refusal.params ?? {}),
    statusOf: (list) => Math.max(400, ...list.map((refusal) => entry(refusal)?.status ?? 401)),
  }
}

function appWith(verification: Verification, more: Partial<DocumentsPort> = {}, language: Language = 'id') {
  const asked: { typed?: Readonly<Record<string, string>>; pin?: string; code?: string } = {}
  const port: DocumentsPort = {
    visitor: async () => visitorOf(language),
    check: async (_, code) => {
      asked.code = code
      return { verification, checkedAt: 'Kamis, 16 April 2026, pukul 09.41 WITA' }
    },
    compare: async (_visitor, _code, typed): Promise<Result<Comparison>> => {
      asked.typed = typed
      return accept({
        answers: [
          { key: 'nik', agrees: true },
          { key: 'birthDate', agrees: false },
        ],
        triesLeft: 7,
      })
    },
    openLink: async (_visitor, _token, pin): Promise<Result<PaperFile>> => {
      asked.pin = pin
      return pin === '123456'
        ? accept({ bytes: new Uint8Array([37, 80, 68, 70]), fileName: 'kartu-keluarga.pdf' })
        : refuse('document-link-pin', 'pin', { left: 4 })
    },
    download: async () => refuse('document-unknown'),
    publishedKeys: () => ({ keys: [] }),
    revokedList: async () => 'a.b.c',
    reportHref: () => '/63.11/report',
    ...more,
  }
  return { app: documentRoutes(port), asked }
}
const get = async (verification: Verification, path = `/63.11/v/${TOKEN}`, language: Language = 'id') => {
  const response = await appWith(verification, {}, language).app.request(path)
  return { response, html: await response.text() }
}
const post = (app: ReturnType<typeof appWith>['app'], path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

describe('the page of a code', () => {
  test('says first that the paper is genuine, then only what may be shown', async () => {
    const { response, html } = await get(valid)
    expect(response.status).toBe(200)
    expect(html).toMatch(/<title>Asli dan berlaku/)
    for (const part of [
      '6311-LU-15042026-0007',
      'A***** N** R********',
      '2026',
      '15 April 2026',
      'diawali 7KQ4',
      'name="birthDate.year"',
      'name="nik"',
    ]) {
      expect(html).toContain(part)
    }
    expect(html).not.toContain('contoh, bukan dokumen resmi')
  })

  test('stays below 20 kB, without a script of its own, out of caches and search engines', async () => {
    const { response, html } = await get(valid)
    expect(html.length).toBeLessThan(14_000)
    expect(html).not.toMatch(/<script/)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('says that a term is over', async () => {
    const { html } = await get({ state: 'valid', facts, validUntil: '2026-04-01', isOver: true })
    expect(html).toMatch(/<title>Asli, masa berlakunya sudah habis/)
    expect(html).toContain('1 April 2026')
  })

  test('names since when and why a paper gave way, not what took its place', async () => {
    const { html } = await get({ state: 'superseded', facts, since, reason: 'correction' })
    expect(html).toMatch(/<title>Asli, tetapi sudah tidak berlaku/)
    expect(html).toContain('2 Februari 2026')
    expect(html).toContain('Ada pembetulan.')
  })

  test('tells nothing about the person of a revoked paper', async () => {
    const { html } = await get({ state: 'revoked', kindName: facts.kindName, since })
    expect(html).toMatch(/<title>Sudah dicabut, jangan dipakai/)
    expect(html).toContain('2 Februari 2026')
    for (const part of ['6311-LU', 'A*****', 'name="nik"', '15 April']) expect(html).not.toContain(part)
  })

  test('answers an unknown code with 404 and a way to report', async () => {
    const { response, html } = await get({ state: 'unknown' }, '/63.11/v/ABCD-EFGH-JKL3')
    expect(response.status).toBe(404)
    expect(html).toContain('Kode ini bukan dari kami')
    expect(html).toContain('/63.11/report')
  })

  test('speaks English, and says when it is a specimen', async () => {
    const { html } = await get(
      { state: 'valid', facts: { ...facts, specimen: true }, isOver: false },
      `/63.11/v/${TOKEN}`,
      'en',
    )
    expect(html).toMatch(/<title>Genuine and valid/)
    expect(html).toContain('This is a specimen, not an official document.')
    expect(html).toContain('Birth deed extract')
  })
})

describe('comparing', () => {
  test('sends a date in one piece and answers for each field', async () => {
    const { app, asked } = appWith(valid)
    const response = await post(app, `/63.11/v/${TOKEN}`, {
      nik: '6311064503269901',
      'birthDate.day': '5',
      'birthDate.month': '3',
      'birthDate.year': '2026',
      name: '',
    })
    const html = await response.text()
    expect(asked.typed).toMatchObject({ nik: '6311064503269901', birthDate: '5-3-2026' })
    expect(html).toContain('Cocok')
    expect(html).toContain('Tidak cocok')
    // Nothing green stands over a paper that says something else than its code.
    expect(html).toContain('Kodenya asli, isi kertasnya tidak cocok')
    expect(html).not.toContain('Asli dan berlaku')
    expect(html).toContain('Sisa kesempatan jam ini: 7.')
    expect(html).toContain('value="6311064503269901"')
  })

  test('says when it is paused', async () => {
    const { app } = appWith(valid, {
      compare: async () => refuse('document-compare-paused', undefined, { minutes: 40 }),
    })
    const response = await post(app, `/63.11/v/${TOKEN}`, { nik: '1', name: 'x' })
    expect(response.status).toBe(429)
    expect(await response.text()).toContain('Coba lagi 40 menit lagi')
  })
})

describe('the other pages', () => {
  test('a short code is typed, checked for slips, and led to its page', async () => {
    const { app } = appWith(valid)
    expect(await (await app.request('/63.11/v')).text()).toContain('name="code"')
    const slip = await post(app, '/63.11/v', { code: SHORT })
    expect(slip.status).toBe(422)
    expect(await slip.text()).toContain(`value="${SHORT}"`)
    const { randomShortCode } = await import('../../kernel/short-code.ts')
    const code = randomShortCode((length) => new Uint8Array(length).fill(7))
    const right = await post(app, '/63.11/v', { code: code.toLowerCase().replace(/-/g, ' ') })
    expect(right.status).toBe(303)
    expect(right.headers.get('location')).toBe(`/63.11/v/${code}`)
  })

  test('a download asks for the PIN, and gives the file with a name that tells nobody', async () => {
    const { app, asked } = appWith(valid)
    expect(await (await app.request(`/63.11/d/${TOKEN}`)).text()).toContain('name="pin"')
    const wrong = await post(app, `/63.11/d/${TOKEN}`, { pin: '000000' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('masih ada 4 kesempatan')
    const right = await post(app, `/63.11/d/${TOKEN}`, { pin: '123456' })
    expect(asked.pin).toBe('123456')
    expect(right.headers.get('content-type')).toBe('application/pdf')
    expect(right.headers.get('content-disposition')).toBe('attachment; filename="kartu-keluarga.pdf"')
  })

  test('keys, revoked list and notes for readers are public', async () => {
    const { app } = appWith(valid)
    const keys = await app.request('/.well-known/puja-keys.json')
    expect(await keys.json()).toEqual({ keys: [] })
    expect(keys.headers.get('access-control-allow-origin')).toBe('*')
    const list = await app.request('/63.11/v/revoked.jws')
    expect([list.headers.get('content-type'), await list.text()]).toEqual(['application/jose', 'a.b.c'])
    expect(await (await app.request('/63.11/v/offline')).text()).toContain('/63.11/v/revoked.jws')
  })

  test('a holder signs in before downloading', async () => {
    const response = await appWith(valid).app.request('/63.11/documents/0196b5a0-0000-7000-8000-000000000001/file')
    expect([response.status, response.headers.get('location')?.startsWith('/sign-in?')]).toEqual([303, true])
  })
})
