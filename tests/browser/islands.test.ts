// The islands in a real browser, with a signal that goes: a photo becomes small and arrives whole, what was typed comes back, and every page
// still works when the island stays away.
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { buildIslands, type IslandServer, startIslandServer } from '../support/island-server.ts'

let browser: Browser
let server: IslandServer
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
})
beforeEach(async () => {
  server = await startIslandServer()
  context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  page = await context.newPage()
})
afterEach(async () => {
  await context?.close()
  await server?.close()
})

/** A sheet with lines of letters as a phone takes it: 3000 x 2250, with a place in its metadata. */
async function photo({ light = 1, blur = 0 } = {}): Promise<Buffer> {
  const lines = Array.from(
    { length: 34 },
    (_, i) =>
      `<text x="300" y="${160 + i * 60}" font-size="40">Nomor ${i} Kutipan akta nikah, Paringin, ${i * 7919}</text>`,
  ).join('')
  const sheet = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="2250"><rect width="3000" height="2250" fill="#97a19b"/><rect x="200" y="60" width="2500" height="2130" fill="#eee"/>${lines}</svg>`,
  )
  let picture = sharp(sheet).linear(light, 0)
  if (blur > 0) picture = picture.blur(blur)
  const grain = await sharp({
    create: {
      width: 3000,
      height: 2250,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 8, sigma: 6 },
    },
  })
    .png()
    .toBuffer()
  const taken = blur > 0 || light < 1 ? picture : picture.composite([{ input: grain, blend: 'add' }])
  return taken
    .jpeg({ quality: 96 })
    .withExif({ IFD0: { Make: 'Ponsel' }, IFD3: { GPSLatitude: '2/1 20/1 0/1', GPSLatitudeRef: 'S' } })
    .toBuffer()
}

const choose = (buffer: Buffer, name = 'IMG_0001.jpg'): Promise<void> =>
  page.setInputFiles('input[type=file]', { name, mimeType: 'image/jpeg', buffer })
const line = (): Promise<string | null> => page.locator('[role=status]').textContent()

describe('upload', () => {
  test('makes the photo small, nameless and upright, and sends it in parts', async () => {
    await page.goto(`${server.origin}/page/upload`)
    const large = await photo()
    expect(large.length).toBeGreaterThan(1_000_000)
    await choose(large)
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Siap dikirim'))
    await Promise.all([page.waitForEvent('load'), page.click('text=Kirim foto')])
    const { parts, calls } = server.received
    const sent = await sharp(parts).metadata()
    expect(Math.max(sent.width ?? 0, sent.height ?? 0)).toBe(1600)
    expect(parts.length).toBeLessThanOrEqual(400_000)
    expect(sent.exif).toBeUndefined()
    expect(calls[0]).toBe('HEAD /up/ID/parts')
    expect(calls.at(-1)).toBe('POST /up/ID/parts/complete')
    expect(calls).toHaveLength(2 + Math.ceil(parts.length / (128 * 1024)))
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  test('goes on where the signal broke', async () => {
    server.lost.add(3)
    server.lost.add(4)
    await page.goto(`${server.origin}/page/upload`)
    await choose(await photo())
    await Promise.all([page.waitForEvent('load', { timeout: 60_000 }), page.click('text=Kirim foto')])
    expect((await sharp(server.received.parts).metadata()).format).toBe('jpeg')
    expect(server.received.calls.filter((call) => call.startsWith('HEAD')).length).toBeGreaterThan(1)
    expect(server.received.plain).toBeUndefined()
  })

  test('says what to do about a dark or a blurred photo, and still sends it when asked', async () => {
    await page.goto(`${server.origin}/page/upload`)
    await choose(await photo({ light: 0.12 }))
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.includes('gelap'))
    await choose(await photo({ blur: 24 }))
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.includes('buram'))
    await Promise.all([page.waitForEvent('load'), page.click('text=Kirim foto')])
    expect(server.received.parts.length).toBeGreaterThan(0)
  })

  test('shows the server’s sentence when the picture is refused', async () => {
    server.mood = { refusal: 'Gambar ini tidak bisa dibuka. Foto lagi.' }
    await page.goto(`${server.origin}/page/upload`)
    await choose(await photo())
    await page.click('text=Kirim foto')
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Gambar ini'))
    expect(await line()).toBe('Gambar ini tidak bisa dibuka. Foto lagi.')
  })

  test('falls back to the plain form, with the small photo in it', async () => {
    server.mood = { gone: true }
    await page.goto(`${server.origin}/page/upload`)
    await choose(await photo())
    await Promise.all([page.waitForURL('**/page/thanks'), page.click('text=Kirim foto')])
    expect(server.received.plain?.name).toBe('IMG_0001.jpg')
    expect(server.received.plain?.bytes.length).toBeLessThanOrEqual(400_000)
  })

  test('leaves what is no picture to the form', async () => {
    server.mood = { gone: true }
    await page.goto(`${server.origin}/page/upload`)
    await page.setInputFiles('input[type=file]', {
      name: 'surat.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 surat'),
    })
    await Promise.all([page.waitForURL('**/page/thanks'), page.click('text=Kirim foto')])
    expect(Buffer.from(server.received.plain?.bytes ?? []).toString()).toBe('%PDF-1.4 surat')
  })

  test('works without any script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(`${server.origin}/page/upload`)
    const large = await photo()
    await still.setInputFiles('input[type=file]', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: large })
    await Promise.all([still.waitForURL('**/page/thanks'), still.click('text=Kirim foto')])
    expect(server.received.plain?.bytes.length).toBe(large.length)
    await plain.close()
  })
})

describe('search for villages', () => {
  test('fetches cards while people type and keeps the chosen one', async () => {
    await page.goto(`${server.origin}/page/villages`)
    await page.fill('#village', 'pa')
    await page.fill('#village', 'pari')
    await page.waitForSelector('text=Balida')
    expect(server.received.calls).toEqual(['villages pari village'])
    await page.check('input[value="63.11.06.2011"]')
    await page.fill('#village', 'parin')
    await page.waitForTimeout(600)
    expect(await page.isChecked('input[value="63.11.06.2011"]')).toBe(true)
    await Promise.all([page.waitForURL('**/page/thanks'), page.click('button:has-text("Simpan")')])
    expect(server.received.answers[0]).toMatchObject({ village: '63.11.06.2011', 'village.query': 'parin' })
  })
})

describe('autosave', () => {
  const fill = async (): Promise<void> => {
    await page.fill('#childName', 'Aisyah Nur Ramadhani')
    await page.fill('#note', 'Lahir di rumah')
    await page.fill('#pin', '123456')
    await page.check('input[value="P"]')
  }

  test('puts back what could not be sent, but never a password', async () => {
    await page.goto(`${server.origin}/page/answers`)
    await fill()
    server.mood = { offline: true }
    await page.click('text=Simpan').catch(() => undefined)
    await page.waitForURL('chrome-error://**')
    await page.goto(`${server.origin}/page/answers`)
    expect(await page.inputValue('#childName')).toBe('Aisyah Nur Ramadhani')
    expect(await page.inputValue('#note')).toBe('Lahir di rumah')
    expect(await page.isChecked('input[value="P"]')).toBe(true)
    expect(await page.inputValue('#pin')).toBe('')
    expect(await page.locator('[data-kept]').textContent()).toContain('belum terkirim')
  })

  test('forgets as soon as the server has it', async () => {
    await page.goto(`${server.origin}/page/answers`)
    await fill()
    await Promise.all([page.waitForURL('**/page/thanks'), page.click('text=Simpan')])
    expect(server.received.answers[0]).toMatchObject({ childName: 'Aisyah Nur Ramadhani' })
    await page.waitForFunction(() => sessionStorage.length === 0)
    await page.goto(`${server.origin}/page/answers`)
    expect(await page.inputValue('#childName')).toBe('')
  })

  test('holds the form back while there is no signal', async () => {
    await page.goto(`${server.origin}/page/answers`)
    await fill()
    await context.setOffline(true)
    await page.click('text=Simpan')
    expect(await page.locator('[data-kept]').textContent()).toContain('aman di sini')
    await context.setOffline(false)
    await Promise.all([page.waitForURL('**/page/thanks'), page.click('text=Simpan')])
    expect(server.received.answers).toHaveLength(1)
  })
})

test('all islands together stay under 15 kB on the wire', async () => {
  const sizes = [...(await buildIslands())].map(([, text]) => gzipSync(text, { level: 9 }).length)
  expect(sizes).toHaveLength(5)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000)
})

describe('reading aloud', () => {
  /** A stand-in for the voices of a device; what is said is kept in the page. */
  const withVoices = (voices: readonly { readonly lang: string; readonly localService: boolean }[]) =>
    page.addInitScript({
      content: `{
        const said = []
        class SpeechSynthesisUtterance {
          constructor(text) { this.text = text; this.voice = null; this.lang = '' }
        }
        const speak = (one) => { said.push(one.text); setTimeout(() => one.onend && one.onend(), 50) }
        const speechSynthesis = { getVoices: () => ${JSON.stringify(voices)}, speak, cancel() {}, addEventListener() {} }
        Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis })
        Object.assign(window, { SpeechSynthesisUtterance, said })
      }`,
    })
  const button = () => page.getByRole('button', { name: 'Bacakan halaman ini' })

  test('says questions and help with the voice of the device, not what was typed, and ends', async () => {
    await withVoices([{ lang: 'id-ID', localService: true }])
    await page.goto(`${server.origin}/page/aloud`)
    await button().click()
    await page.waitForFunction(() => document.querySelector('[aria-pressed="false"]') !== null)
    const said = (await page.evaluate(() => (window as unknown as { said: string[] }).said)).join(' | ')
    for (const words of ['Siapa anak yang lahir?', 'Nama anak', 'Tanpa gelar.', 'Jenis kelamin', 'Perempuan'])
      expect(said.split(words)).toHaveLength(2)
    expect(said).not.toMatch(/Rahasia|ngaran|Simpan/)
  })

  test.each([[[]], [[{ lang: 'en-US', localService: true }]], [[{ lang: 'id-ID', localService: false }]]])(
    'shows nothing with %j',
    async (voices) => {
      await withVoices(voices)
      await page.goto(`${server.origin}/page/aloud`, { waitUntil: 'networkidle' })
      expect(await button().count()).toBe(0)
    },
  )
})
