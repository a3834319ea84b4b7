// Each of the services played once, by hand, on a phone 360 px wide without JavaScript: the usual golden example of its
// folder is settled in the register, its applicant fills in the pages by their labels, uploads what is asked and sends. What
// cannot be begun at home is filled in at the counter, as it is in life.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { ExampleWorld, type SettledExample } from '../support/example-world.ts'
import { faultsOfLook, keepSession, press } from '../support/look.ts'
import { isAtHome, playDraft, SERVICES, usualExample } from '../support/play-service.ts'
import { openTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let world: ExampleWorld
const settled = new Map<string, SettledExample>()
beforeAll(async () => {
  ;[server, browser] = await Promise.all([openTestServer(), launchChromium()])
  world = new ExampleWorld(server)
  for (const service of SERVICES) settled.set(service, await world.settle(service, usualExample(service)))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Phones that nobody plays on just now. A new one costs as much as five pages, so they are handed on, without what they remember. */
const phones: Page[] = []
async function takePhone(): Promise<Page> {
  const kept = phones.pop()
  if (kept !== undefined) {
    await kept.context().clearCookies()
    return kept
  }
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

/** The applicant of the example; without one, who comes from elsewhere, or anybody who may ask. */
function whoPlays({ service, applicant }: SettledExample, atHome: boolean): string | Promise<string> {
  if (!atHome) return world.account('Rusdiana')
  return applicant?.account ?? (service === 'move-in' ? world.stranger() : world.account('Siti Aminah'))
}

/** At home: the page of the service, and its button. */
async function beginAtHome(page: Page, service: string): Promise<readonly string[]> {
  await page.goto(`${server.base}/63.11/services/${service}`)
  const faults = await faultsOfLook(page)
  await press(page.getByRole('button', { name: 'Mulai permohonan' }))
  return faults
}

/** At the counter: the officer names who stands there, with their consent. */
async function beginAtCounter(page: Page, { service, applicant }: SettledExample): Promise<readonly string[]> {
  await page.goto(`${server.base}/63.11/services/${service}`)
  expect(await page.getByRole('button', { name: 'Mulai permohonan' }).count()).toBe(0)
  await page.goto(`${server.base}/63.11/assist`)
  const faults = await faultsOfLook(page)
  await page.getByLabel('Layanan', { exact: true }).selectOption(service)
  if (applicant === undefined) {
    await page.locator('label:has([name=outsider])').click()
    await page.locator('[name=phone]').fill('081255501234')
  } else await page.getByLabel('NIK', { exact: true }).fill(applicant.nik)
  await page.getByLabel('Nama lengkap', { exact: true }).fill(applicant?.name ?? 'Yohanes Kurniawan')
  await page.locator('label:has([name=consent])').click()
  await press(page.locator('form[action$="/assist"] button'))
  return faults
}

/** The person reads what was written and signs; then it is sent. */
async function agreeOnPaper(page: Page): Promise<void> {
  await press(page.locator('a[href$="/confirm"]'))
  await page.locator('label:has([name=signed])').click()
  await press(page.locator('form:has([name=signed]) button'))
}

describe.concurrent('played in a browser', () => {
  it.each(SERVICES)('%s', async (service) => {
    const { house } = server
    const one = settled.get(service)!
    const page = await takePhone()
    const atHome = isAtHome(service)
    await keepSession(page.context(), server, await whoPlays(one, atHome))
    const faults = atHome ? await beginAtHome(page, service) : await beginAtCounter(page, one)
    const nameOf = (code: string): string => house.cases.villageName(code)!.split(',')[0]!
    const played = await playDraft(page, one, nameOf, atHome ? undefined : agreeOnPaper)
    expect(played.number).toMatch(/^[A-Z]{2}-20260410-[0-9A-Z]{4}-\d{5}-[0-9A-Z]$/)
    expect([...new Set([...faults, ...played.faults])]).toEqual([])
    // One that failed in the middle is not handed on.
    phones.push(page)
  })
})
