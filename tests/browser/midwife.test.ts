// The midwife's list that empties, on a phone of 360 px without JavaScript: alert, visit, result, referral, answer; one by one, until
// the page says that nobody waits. A pregnant woman goes the same way.

import { sql } from 'kysely'
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
const REGION = '63.11'
beforeAll(async () => {
  server = await openTestServer({ now: NOW })
  await seedGrowth(server.house, REGION, new Date(NOW), { onlyMelati: true, children: 12 })
  // The morning begins with a short list: two children, both for the midwife.
  await server.house.database.inRegion(REGION, async (tx) => {
    await sql`update growth_alert set state = 'closed', result = 'talked', closed_on = ${'2026-04-15'} where region_code = ${REGION}`.execute(
      tx,
    )
    await sql`update growth_alert set state = 'open', result = null, closed_on = null, code = 'RISKB', by_roles = array['midwife'], due_on = ${'2026-04-14'}
      where region_code = ${REGION} and alert_id in (select alert_id from growth_alert where region_code = ${REGION} order by alert_id limit 2)`.execute(
      tx,
    )
  })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const list = () => `${server.base}/${REGION}/balanting/alerts?show=mine`
const text = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const rows = (page: Page) => page.locator('main [role=rowheader] a')
const fits = async (page: Page) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
async function end(page: Page, result: string): Promise<void> {
  await page.getByText('Selesaikan dengan hasil').click()
  await page.selectOption('[name=result]', result)
  await press(page.getByRole('button', { name: 'Selesaikan', exact: true }))
  await fits(page)
}

it('a midwife works her list until it is empty', async () => {
  const { base } = server
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await signInAs(page, base, 'Bidan Rahmi')

  // A woman registered this morning is thin and pale: two more on the list.
  await page.goto(`${base}/${REGION}/balanting/posyandu/melati/pregnancies`)
  await fits(page)
  expect(await text(page)).toContain('Belum ada ibu hamil di posyandu ini')
  await press(page.getByRole('link', { name: 'Daftarkan ibu hamil' }).first())
  await page.fill('[name=name]', 'Contoh Ibu Pagi 🌼')
  await press(page.getByRole('button', { name: 'Simpan, lanjut pemeriksaan' }))
  expect(await page.title()).toMatch(/^Ada \d+ yang perlu diperbaiki/)
  await page.fill('[name=name]', 'Contoh Ibu Pagi')
  for (const [box, [day, month, year]] of Object.entries({ birth: ['3', '5', '1999'], period: ['10', '1', '2026'] })) {
    await page.fill(`[name="${box}.day"]`, day!)
    await page.selectOption(`[name="${box}.month"]`, month!)
    await page.fill(`[name="${box}.year"]`, year!)
  }
  await press(page.getByRole('button', { name: 'Simpan, lanjut pemeriksaan' }))
  expect(page.url()).toContain('/visit')
  await fits(page)
  await page.fill('[name=arm]', '2290')
  await page.fill('[name=hb]', '10,4')
  await press(page.getByRole('button', { name: 'Simpan pemeriksaan' }))
  expect(await text(page)).toContain('Angka ini di luar 12 sampai 50 cm')
  expect(await page.inputValue('[name=hb]')).toBe('10,4')
  await page.fill('[name=arm]', '22,9')
  await press(page.getByRole('button', { name: 'Simpan pemeriksaan' }))
  expect(await text(page)).toContain('kurang energi kronis')
  await fits(page)

  await page.goto(list())
  await fits(page)
  expect(await rows(page).count()).toBe(4)
  // The first: visited, advised, done.
  await press(rows(page).first())
  await press(page.getByRole('button', { name: 'Mulai tangani' }))
  await end(page, 'talked')
  expect(await text(page)).toContain('Keluarga sudah dikunjungi')
  // The second: sent on, answered by the doctor, improved.
  await page.goto(list())
  expect(await rows(page).count()).toBe(3)
  await press(rows(page).first())
  const alert = page.url()
  await page.getByText('Rujuk ke tempat lain').click()
  await page.fill('[name=toName]', 'Puskesmas Paringin')
  await page.fill('[name=reason]', 'Berat lahir rendah, belum mengejar')
  await press(page.getByRole('button', { name: 'Rujuk', exact: true }))
  expect(await text(page)).toContain('belum ada jawaban')
  await signInAs(page, base, 'dr. Contoh Paringin')
  await page.goto(alert)
  await page.fill('[name=diagnosis]', 'Asupan kurang')
  await page.fill('[name=plan]', 'ASI sering, timbang dua minggu lagi')
  await press(page.getByRole('button', { name: 'Simpan jawaban' }))
  await signInAs(page, base, 'Bidan Rahmi')
  await page.goto(alert)
  expect(await text(page)).toContain('ASI sering')
  await end(page, 'improving')
  // The woman: extra food and tablets given.
  for (let left = 2; left > 0; left--) {
    await page.goto(list())
    expect(await rows(page).count()).toBe(left)
    await press(rows(page).first())
    expect(await text(page)).toContain('Buka catatan kehamilan')
    await end(page, 'given')
  }
  await page.goto(list())
  await fits(page)
  expect(await rows(page).count()).toBe(0)
  expect(await text(page)).toContain('Tidak ada peringatan yang menunggu di sini')

  // A cadre never saw the woman; her name is not hers to know.
  await signInAs(page, base, 'Rusmini')
  await page.goto(`${base}/${REGION}/balanting/alerts?show=all`)
  expect(await text(page)).not.toContain('Contoh Ibu Pagi')
  expect((await page.goto(`${base}/${REGION}/balanting/posyandu/melati/pregnancies`))?.status()).toBe(404)
  await context.close()
})

it('a vaccine given today is recorded with one tick', async () => {
  const { base } = server
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await signInAs(page, base, 'Bidan Rahmi')
  await page.goto(`${base}/${REGION}/balanting/posyandu/melati/vaccines`)
  await fits(page)
  await press(rows(page).first())
  const vaccines = page.url()
  await fits(page)
  const doses = page.locator('[name=dose]')
  const first = (await doses.first().getAttribute('value'))!
  await page.check(`[name=dose][value=${first}]`)
  await press(page.getByRole('button', { name: 'Simpan', exact: true }))
  expect(await text(page)).toContain('1 vaksin dicatat')
  await fits(page)
  await page.goto(vaccines)
  expect(await page.locator(`[name=dose][value=${first}]`).count()).toBe(0)
  await context.close()
})
