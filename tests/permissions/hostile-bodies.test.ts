// Bodies, files and cookies that no page of ours would send: of another type than they say, too large, broken off. Must stay
// true: refused with a sentence, never a 500, and the house goes on.
import { PDF, PdfDict, PdfName, PdfString } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginDraft, letterPhoto } from '../support/case-walk.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, refusalsOn, Walker } from '../support/walker.ts'

let server: TestServer
let mother: Walker
let caseId: string
beforeAll(async () => {
  server = await openTestServer()
  mother = await new Walker(server.base).signIn('Siti Aminah')
  caseId = (await beginDraft(mother, 'birth-wni')).caseId
})
afterAll(() => server?.close())

describe('bodies', () => {
  const upload = () => `/63.11/cases/${caseId}/uploads/birth-statement`
  const file = async (bytes: Uint8Array, name = 'a.jpg', mimeType = 'image/jpeg') =>
    mother.upload(upload(), { file: { name, mimeType, buffer: bytes } })

  it.each<[string, string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['HTML that says it is a photo', 'a.jpg', 'image/jpeg', () => Buffer.from('<html><script>alert(1)</script>')],
    ['a PDF that says it is a photo', 'a.jpg', 'image/jpeg', () => Buffer.from('%PDF-1.7\n%%EOF')],
    ['a program', 'a.exe', 'application/octet-stream', () => Buffer.from('MZ\u0090\u0000')],
    [
      'an SVG with a script',
      'a.svg',
      'image/svg+xml',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
    ],
    ['half a photo', 'a.jpg', 'image/jpeg', async () => (await letterPhoto()).buffer.subarray(0, 900)],
    ['nothing', 'a.jpg', 'image/jpeg', () => new Uint8Array()],
    ['random bytes', 'a.jpg', 'image/jpeg', () => crypto.getRandomValues(new Uint8Array(5_000))],
  ])('%s is refused with a sentence', async (_, name, mimeType, bytes) => {
    const answer = await file(await bytes(), name, mimeType)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(refusalsOn(answer).join('')).not.toBe('')
  })

  it('a PDF is taken as a file to save, for its sender and nobody else; one with a script is refused', async () => {
    const pdf = PDF.create()
    pdf.addPage().drawText('Surat keterangan lahir', { x: 60, y: 700 })
    const fine = await pdf.save()
    const taken = await file(fine, 'surat.pdf', 'application/pdf')
    expect(taken.status).toBe(200)
    expect(plain(taken.text)).toContain('PDF, 1 halaman')
    const href = /href="([^"]+\/pictures\/[^"]+)">PDF/.exec(taken.text)![1]!
    const read = await mother.get(href)
    expect(read.headers.get('content-type')).toBe('application/pdf')
    expect(read.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(read.headers.get('x-content-type-options')).toBe('nosniff')
    expect(read.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(read.bytes.equals(Buffer.from(fine))).toBe(false)
    expect((await (await new Walker(server.base).signIn('Ahmad Fauzan')).get(href)).status).toBe(404)

    const script = PdfDict.of({ S: PdfName.of('JavaScript'), JS: PdfString.fromString('app.alert(1)') })
    pdf.getCatalog().set('OpenAction', script)
    const refused = await file(await pdf.save(), 'surat.pdf', 'application/pdf')
    expect(refused.status).toBe(422)
    expect(refusalsOn(refused).join(' ')).toContain('memuat program')
  })

  it('a name of a file that is a path or a script does no harm', async () => {
    const answer = await file((await letterPhoto()).buffer, '../../<script>alert(1)</script>.jpg')
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain('<script>alert')
  })

  it.each([
    ['a form of 2 MB', () => `/63.11/cases/${caseId}/edit/child`, 2_000_000, 'application/x-www-form-urlencoded'],
    ['an upload of 30 MB', upload, 30_000_000, 'multipart/form-data; boundary=x'],
  ])('%s is refused before it is read', async (_, path, size, type) => {
    const body = Buffer.alloc(size, 'a')
    const answer = await mother
      .raw('POST', path(), body, { headers: { 'content-type': type, connection: 'close' } })
      .catch(() => undefined)
    // The house may close the line before the sender is through; that it goes on is what counts.
    if (answer !== undefined) expect(answer.status).toBe(413)
    expect((await mother.get('/63.11/me')).status).toBe(200)
  })

  it('a stream that hides its length is cut off as well', async () => {
    let sent = 0
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000
        if (sent > 60_000_000) controller.close()
        else controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const answer = await fetch(server.base + upload(), {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    } as RequestInit).catch(() => undefined)
    if (answer !== undefined) expect([401, 413]).toContain(answer.status)
    expect((await mother.get('/63.11/me')).status).toBe(200)
  })

  it.each([
    ['a charset nobody knows', 'application/x-www-form-urlencoded; charset=zz', 'childName=x'],
    ['broken percent signs', 'application/x-www-form-urlencoded', 'childName=%E0%A4%A&%=%&=&&&'],
    ['JSON', 'application/json', '{"childName":"x"}'],
    ['no type at all', '', 'childName=x'],
    [
      'ten thousand fields',
      'application/x-www-form-urlencoded',
      Array.from({ length: 10_000 }, (_, i) => `f${i}=1`).join('&'),
    ],
  ])('%s is no 500', (_, type, body) => mustTake(type, body))

  it.each([
    ['multipart without a boundary', 'multipart/form-data', 'x'],
    [
      'multipart that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n',
    ],
  ])('%s is no 500', (_, type, body) => mustTake(type, body))

  const mustTake = async (type: string, body: string): Promise<void> => {
    for (const path of [`/63.11/cases/${caseId}/edit/child`, upload(), '/63.11/track', '/sign-in', '/63.11/v']) {
      const answer = await mother.raw('POST', path, Buffer.from(body), { headers: { 'content-type': type } })
      expect(answer.status, path).toBeLessThan(500)
    }
  }
})

describe('cookies that nobody gave', () => {
  it.each(['better-auth.session_token=x.y', 'language=%00; theme=<script>', '=; ;;=', `a=${'b'.repeat(7000)}`])(
    '%s',
    async (cookie) => {
      const answer = await new Walker(server.base).raw('GET', '/63.11/me', undefined, { headers: { cookie } })
      expect(answer.status).toBeLessThan(500)
    },
  )
})
