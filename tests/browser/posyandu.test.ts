// A morning at a posyandu with sixty children, on a phone of 360 px without JavaScript: the cadre weighs a handful, a slip is
// asked about, pressing twice records once, the midwife verifies; strangers find nothing.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedGrowth } from '../../src/bindings/demo-growth.ts'
import { launchChromium } from '../support/chromium.ts'
import { press } from '../support/look.ts'
import { signInAs } from '../support/people.ts'
import { openTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
const NOW = '2026-04-16T09:00:00+08:00'
beforeAll(async () => {
  server = await openTestServer({ now: NOW })
  await seedGrowth(server.house, '63.11', new Date(NOW), { onlyMelati: true, children: 60 })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function phone(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  return context.newPage()
}
const wide = (page: Page) => page.evaluate('document.documentElement.scrollWidth')
const progress = async (page: Page) =>
  Number(/(\d+) dari 60/.exec((await page.locator('main').textContent()) ?? '')?.[1])

it('a cadre weighs, is asked about a slip, sees the result at once and goes on to the next child', async () => {
  const { base } = server
  const list = `${base}/63.11/balanting/posyandu`
  const page = await phone()
  await signInAs(page, base, 'Rusmini')
  await page.goto(list)
  expect(page.url()).toBe(`${list}/melati`)
  expect(await wide(page)).toBeLessThanOrEqual(360)
  const before = await progress(page)

  // The list finds a name without leaving the page, and the name stays out of the address.
  const name = (await page.locator('a.person b').first().textContent()) ?? ''
  await page.fill('[name=q]', name.split(' ')[0]!.slice(0, 4))
  await press(page.getByRole('button', { name: 'Cari' }))
  expect(await page.locator('main').textContent()).toContain(name)
  expect(page.url()).toBe(`${list}/melati/find`)

  await page.goto(`${list}/melati`)
  await press(page.locator('a.person').first())
  expect(await wide(page)).toBeLessThanOrEqual(360)
  for (let child = 0; child < 3; child++) {
    // About as much as last time, as a scale would show it.
    const past = /([\d,]+) kg/.exec((await page.locator('main').textContent()) ?? '')?.[1] ?? '8'
    const kg = Number(past.replace(',', '.')) + 0.25
    const hasSlip = child === 0
    await page.fill('[name=weight]', hasSlip ? String(Math.round(kg * 10)) : kg.toFixed(2).replace('.', ','))
    if (hasSlip) {
      await press(page.getByRole('button', { name: 'Simpan, lihat hasil' }))
      expect(await page.title()).toMatch(/^Ada \d yang perlu diperbaiki/)
      expect(await page.inputValue('[name=weight]')).toBe(String(Math.round(kg * 10)))
      expect(await progressNow(list)).toBe(before)
      await press(page.getByRole('button', { name: /^Pakai/ }))
      expect(Number((await page.inputValue('[name=weight]')).replace(',', '.'))).toBeCloseTo(kg, 0)
    }
    await press(page.getByRole('button', { name: 'Simpan, lihat hasil' }).first())
    if (!page.url().includes('/result/')) {
      // What is still asked is confirmed.
      await page.check('[name=confirmed]')
      await press(page.getByRole('button', { name: 'Simpan, lihat hasil' }).last())
    }
    expect(page.url()).toContain('/result/')
    expect(await page.locator('main').textContent()).toMatch(
      /N, naik|T, tidak naik|\dT, tidak naik|O, bulan lalu|B, baru/,
    )
    expect(await page.locator('svg.chart').count()).toBeGreaterThan(0)
    expect(await wide(page)).toBeLessThanOrEqual(360)
    await press(page.getByRole('link', { name: /^Anak berikutnya/ }))
  }
  await page.goto(`${list}/melati`)
  expect(await progress(page)).toBe(before + 3)

  // The same form sent twice records once.
  await press(page.locator('a.person').first())
  const form = await page.evaluate(
    `Object.fromEntries([...document.querySelectorAll('form[action$="/measure"] input[type=hidden]')].map((e) => [e.name, e.value]))`,
  )
  const action = page.url()
  const sent = { ...(form as Record<string, string>), length: '80', position: 'h', confirmed: 'yes' }
  const answers = [
    await page.request.post(action, { form: sent, headers: { origin: base } }),
    await page.request.post(action, { form: sent, headers: { origin: base } }),
  ]
  expect(new Set(answers.map((one) => one.url())).size).toBe(1)
  await page.goto(`${list}/melati`)
  expect(await progress(page)).toBe(before + 4)

  async function progressNow(address: string): Promise<number> {
    const other = await page.context().newPage()
    await other.goto(`${address}/melati`)
    const found = await progress(other)
    await other.close()
    return found
  }
  await page.context().close()
})

it('a new child without NIK is weighed a minute later; the midwife verifies what is unremarkable with one press', async () => {
  const { base } = server
  const list = `${base}/63.11/balanting/posyandu`
  const page = await phone()
  await signInAs(page, base, 'Rusmini')
  await page.goto(`${list}/melati/new-child`)
  await page.fill('[name=name]', "Nur 'Aini 🌼; --")
  await press(page.getByRole('button', { name: 'Simpan, lanjut menimbang' }))
  expect(await page.inputValue('[name=name]')).toBe("Nur 'Aini 🌼; --")
  await page.check('[name=sex][value="2"]')
  await page.fill('[name="birth.day"]', '1')
  await page.selectOption('[name="birth.month"]', '10')
  await page.fill('[name="birth.year"]', '2025')
  await press(page.getByRole('button', { name: 'Simpan, lanjut menimbang' }))
  expect(page.url()).toContain('/measure')
  await page.fill('[name=weight]', '7,4')
  await page.fill('[name=length]', '66')
  await press(page.getByRole('button', { name: 'Simpan, lihat hasil' }))
  expect(await page.locator('main').textContent()).toContain('B, baru')

  await signInAs(page, base, 'Bidan Rahmi')
  await page.goto(`${list}/melati/verify`)
  expect(await wide(page)).toBeLessThanOrEqual(360)
  await press(page.getByRole('button', { name: /^Verifikasi \d+ penimbangan ini/ }))
  expect(await page.locator('main').textContent()).toMatch(/\d+ penimbangan diverifikasi/)
  await page.goto(`${list}/melati/month`)
  expect(await wide(page)).toBeLessThanOrEqual(360)
  expect(await page.locator('main').textContent()).toContain('D = N + T + O + B')
  await press(page.getByRole('button', { name: 'Tutup bulan ini' }))
  expect(await page.locator('main').textContent()).toContain('Ditutup, versi 1')
  await page.context().close()
})

it('a cadre of another posyandu, a citizen and a stranger find nothing', async () => {
  const { base } = server
  const list = `${base}/63.11/balanting/posyandu`
  const page = await phone()
  await signInAs(page, base, 'Rusmini')
  await page.goto(`${list}/melati?show=all`)
  const child = await page.locator('a.person').first().getAttribute('href')
  const paths = ['/63.11/balanting/posyandu/melati', child!, '/63.11/balanting/posyandu/melati/new-child']
  for (const who of ['Jumiati', 'Siti Aminah']) {
    await signInAs(page, base, who)
    for (const path of paths) expect((await page.goto(base + path))?.status()).toBe(404)
  }
  await page.context().clearCookies()
  await page.goto(base + paths[0])
  expect(page.url()).toContain('/sign-in')
  await page.context().close()
})

it('the list of alerts empties: taken, referred with what was typed kept, answered by the doctor, ended with a result', async () => {
  const { base } = server
  const list = `${base}/63.11/balanting/alerts?show=all`
  const page = await phone()
  const waiting = async () =>
    Number(/Semua (\d+)/.exec((await page.locator('.chips').first().textContent()) ?? '')?.[1] ?? Number.NaN)
  await signInAs(page, base, 'Contoh Ahli Gizi')
  await page.goto(list)
  expect(await wide(page)).toBeLessThanOrEqual(360)
  const before = await waiting()
  expect(before).toBeGreaterThan(2)
  await press(page.locator('main table a, main [role=row] a').first())
  const alert = page.url()
  expect(await wide(page)).toBeLessThanOrEqual(360)
  await press(page.getByRole('button', { name: 'Mulai tangani' }))
  await page.getByText('Rujuk ke tempat lain').click()
  await page.fill('[name=reason]', "Sudah diukur ulang 🌼 '; --")
  await press(page.getByRole('button', { name: 'Rujuk', exact: true }))
  expect(await page.title()).toBeTruthy()
  expect(await page.inputValue('[name=reason]')).toBe("Sudah diukur ulang 🌼 '; --")
  await page.fill('[name=toName]', 'Puskesmas Paringin')
  await press(page.getByRole('button', { name: 'Rujuk', exact: true }))
  expect(await page.locator('main').textContent()).toContain('belum ada jawaban')

  await signInAs(page, base, 'dr. Contoh Paringin')
  await page.goto(alert)
  await page.fill('[name=diagnosis]', 'Kurang asupan')
  await page.fill('[name=plan]', 'Makan hewani tiap hari')
  await press(page.getByRole('button', { name: 'Simpan jawaban' }))
  await page.getByText('Selesaikan dengan hasil').click()
  await press(page.getByRole('button', { name: 'Selesaikan', exact: true }))
  expect(await page.locator('main').textContent()).toContain('Hasilnya belum ditulis')
  await page.selectOption('[name=result]', 'improving')
  await press(page.getByRole('button', { name: 'Selesaikan', exact: true }))
  expect(await page.locator('main').textContent()).toContain('Mulai membaik')
  expect(await wide(page)).toBeLessThanOrEqual(360)
  await page.goto(list)
  expect(await waiting()).toBe(before - 1)

  await signInAs(page, base, 'Siti Aminah')
  expect((await page.goto(alert))?.status()).toBe(404)
  await page.context().close()
})
