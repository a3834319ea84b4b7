// From a gap to a smaller gap, as people do it, on a phone and on a desk, without JavaScript: the cadre sees who waits by name, the
// planner sees how many and gives them to a programme, the agency's officer ticks who received, and the gap is smaller by those.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedConvergence } from '../../src/bindings/demo-convergence.ts'
import { seedPopulation } from '../../src/modules/register/demo/population.ts'
import { launchChromium } from '../support/chromium.ts'
import { press } from '../support/look.ts'
import { signInAs } from '../support/people.ts'
import { openTestServer, type TestServer } from '../support/server.ts'

const NOW = '2026-04-20T09:00:00+08:00'
const [PLANNER, OFFICER, CADRE] = ['Rina Marlina', 'Yulianti', 'Mariani'] as const
let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await openTestServer({ now: NOW })
  const { house } = server
  await seedPopulation(house.database, house.cases.ring, '63.11', {
    residents: 4000,
    seed: 'planner',
    on: NOW.slice(0, 10),
  })
  await seedConvergence(house, { onlyStory: true, reached: 0.2 })
  await house.jobs.settle()
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const text = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''
const missing = async (page: Page): Promise<number> =>
  Number(/(\d+) lagi untuk mencapai target/.exec(await text(page))?.[1] ?? Number.NaN)

it.each([
  ['phone', 360, 740, '4'],
  ['desk', 1280, 800, ''],
])(
  'on a %s the planner gives a gap to a programme, the programme delivers, the gap is smaller',
  async (_, width, height, howMany) => {
    const { base, house } = server
    const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: false })
    const page = await context.newPage()
    const fits = async () =>
      expect(await page.evaluate('document.documentElement.scrollWidth'), page.url()).toBeLessThanOrEqual(width)
    const village = async (person: string) => {
      await signInAs(page, base, person)
      await page.goto(`${base}/63.11/balanting`)
      await press(page.getByRole('link', { name: person === CADRE ? /^Rapor desa saya/ : /^Rapor konvergensi desa/ }))
      await fits()
      if (person !== CADRE) await press(page.locator('main').getByRole('link', { name: 'Paringin Timur' }).first())
      await fits()
      await press(page.locator('a[href*="/gaps/SP7"]'))
      await fits()
    }

    await village(CADRE)
    const before = await missing(page)
    expect(before).toBeGreaterThanOrEqual(2)
    const names = await page
      .locator('table')
      .first()
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.querySelector('th, td')?.textContent?.trim() ?? ''))
    expect(names.length).toBeGreaterThan(1)
    expect(await page.getByRole('button', { name: 'Masukkan ke daftar program' }).count()).toBe(0)

    // The planner reads no name, chooses how many, and is told about a date that has passed without losing the note.
    await village(PLANNER)
    expect(await text(page)).toContain('Nama hanya dibuka')
    for (const name of names) expect(await text(page)).not.toContain(name)
    await page.selectOption('[name=programme]', { label: 'Pasti Balita, Dinas Kesehatan' })
    await page.fill('[name=howMany]', howMany)
    await page.fill('[name=note]', `Dahulukan Posyandu Melati, ${width}`)
    await page.fill('[name="dueOn.year"]', '2020')
    await press(page.getByRole('button', { name: 'Masukkan ke daftar program' }))
    expect(await page.title()).toMatch(/^Ada 1 yang perlu diperbaiki/)
    expect(await page.inputValue('[name=note]')).toBe(`Dahulukan Posyandu Melati, ${width}`)
    await page.fill('[name="dueOn.year"]', '2026')
    await press(page.getByRole('button', { name: 'Masukkan ke daftar program' }))
    expect(await text(page)).toContain('Sudah ditugaskan')
    await fits()

    // The officer of the agency finds the list, ticks two people and says when.
    await signInAs(page, base, OFFICER)
    await page.goto(`${base}/63.11/balanting`)
    await press(page.getByRole('link', { name: /^Pekerjaan program/ }))
    await fits()
    const links = page.locator('main a[href*="/assignments/"]')
    for (const link of await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))) {
      await page.goto(link)
      if ((await text(page)).includes(`Melati, ${width}`)) break
    }
    await fits()
    const ticks = page.locator('[name=subjects]')
    expect(await ticks.count()).toBeGreaterThan(1)
    for (const at of [0, 1]) await ticks.nth(at).check()
    await page.fill('[name=giver]', 'Puskesmas Paringin')
    await press(page.getByRole('button', { name: 'Catat yang dicentang' }))
    expect(await text(page)).toContain('2 tercatat menerima')
    await fits()
    await house.jobs.settle()

    // The gap is smaller by exactly those two; the planner sees the same progress without names.
    await village(CADRE)
    const after = await missing(page)
    expect(Number.isNaN(after) ? 0 : after).toBe(before - 2)
    await village(PLANNER)
    expect(await text(page)).toContain('Pasti Balita')
    await context.close()
  },
)
