// The pages of every role in a house that was just opened: each signs in and follows every link of the top, the tabs and the page
// they start on, one level. Must stay true: axe finds nothing, no link leads to a page that is refused, nothing is wider than
// the screen, no key of the program and no sentence of the other language stands on a page.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { seedConvergence } from '../../src/bindings/demo-convergence.ts'
import { seedGrowth } from '../../src/bindings/demo-growth.ts'
import type { Role } from '../../src/platform/http/visitor.ts'
import { axeFaultsOfNew } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { ExampleWorld } from '../support/example-world.ts'
import { faultsOfLook, keepSession } from '../support/look.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, STORY_DAY, type TestServer } from '../support/server.ts'

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 800 }
const VILLAGE = '63.11.06.1023'

type Post = { readonly starts: readonly string[]; readonly place?: string; readonly unit?: string }
const OFFICE: Post = { starts: ['/office'] }
const office = (...pages: readonly string[]): Post => ({ starts: pages.map((page) => `/office/${page}`) })
const balanting = (unit: string, place = '63.11'): Post => ({ starts: ['/balanting'], unit, place })
const posyandu = (unit: string, place: string): Post => ({
  starts: ['/balanting', '/balanting/posyandu/melati'],
  unit,
  place,
})

/** Where everybody who works here begins, and where they were appointed; a role that is added must say it too. */
const POSTS: Readonly<Record<Role, Post>> = {
  'front-office': OFFICE,
  verifier: OFFICE,
  validator: OFFICE,
  head: OFFICE,
  production: OFFICE,
  delivery: OFFICE,
  'data-officer': office('register', 'partners', 'national'),
  auditor: office('privacy', 'privacy/alarms'),
  'service-admin': { starts: ['/office/officers', '/balanting', '/balanting/exchange/outbox'] },
  coordinator: office('figures', 'satisfaction/import'),
  notifier: { starts: ['/report'] },
  'village-operator': { starts: ['/assist'], place: '63.11.06.2006' },
  cadre: posyandu('melati', VILLAGE),
  midwife: posyandu('pkm-paringin', '63.11.06'),
  nutritionist: posyandu('pkm-paringin', '63.11.06'),
  doctor: posyandu('pkm-paringin', '63.11.06'),
  'health-centre-head': posyandu('pkm-paringin', '63.11.06'),
  'family-team': posyandu('desa-story', VILLAGE),
  'village-cadre': posyandu('desa-story', VILLAGE),
  'village-head': balanting('desa-story', VILLAGE),
  'programme-officer': balanting('dinkes'),
  'convergence-secretariat': balanting('tpps'),
  expert: balanting('pakar'),
  'foster-parent': balanting('asuh'),
}

let server: TestServer
let browser: Browser
/** One window for all of them, one after the other, each with a session of their own: a new one costs as much as five pages. */
let page: Page
beforeAll(async () => {
  ;[server, browser] = await Promise.all([openTestServer(), launchChromium()])
  await seedGrowth(server.house, '63.11', new Date(STORY_DAY), { onlyMelati: true, children: 12 })
  await seedConvergence(server.house, { onlyStory: true })
  await openWindow()
})
async function openWindow(): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' })
  context.setDefaultTimeout(60_000)
  page = await context.newPage()
}
// Where a walk failed or took too long it may still be under way: its window goes, and with it the walk.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await page.context().close()
  await openWindow()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Links of the top, the tabs and the page itself that lead to another page of the house without doing anything. */
const linksOn = (): Promise<readonly string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLAnchorElement>(
        'header a[href], nav a[href], .tabs a[href], main .menu-rows a[href], main .rows a[href], main .empty a[href]',
      ),
    ]
      .map((one) => new URL(one.href))
      .filter(
        (url) =>
          url.origin === location.origin && !/preferences|sign-out|demo|\.(pdf|csv|xlsx|json)$/.test(url.pathname),
      )
      .map((url) => url.pathname + url.search),
  )

/** A page that looks the same whichever person, case, village or family it is about. */
const kindOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/\d\d\.\d\d\.\d\d\.\d{4}/g, 'VILLAGE')
    .replace(/\?.*/, '')

/** Kinds of pages that were looked at already: one look serves everybody. That they open is asked for each role. */
const seen = new Set<string>()
/** Ways to a text whose contrast was measured, on a phone in the first theme. */
const shown = new Set<number>()

async function look(path: string): Promise<readonly string[]> {
  const context = page.context()
  seen.add(kindOf(path))
  await page.setViewportSize(PHONE)
  const status = (await page.goto(server.base + path))?.status()
  const faults = status === 200 ? [] : [`${status}`]
  faults.push(...(await axeFaultsOfNew(page, shown)), ...(await faultsOfLook(page, PHONE.width)))
  await page.setViewportSize(DESK)
  await context.addCookies([{ name: 'language', value: 'en', url: server.base }])
  await page.goto(server.base + path)
  faults.push(...(await faultsOfLook(page, DESK.width)))
  if ((await page.evaluate(() => document.documentElement.lang)) !== 'en') faults.push('not in English')
  await context.clearCookies({ name: 'language' })
  return faults.map((fault) => `${path}: ${fault}`)
}

async function lookAround(start: string, isFirst: boolean): Promise<readonly string[]> {
  const faults: string[] = []
  // Where a role begins differs from role to role; a place further in does not.
  if (isFirst || !seen.has(kindOf(start))) faults.push(...(await look(start)))
  else {
    const status = (await page.goto(server.base + start))?.status()
    if (status !== 200) faults.push(`${start}: ${status}`)
  }
  const links = new Map((await linksOn()).map((path) => [kindOf(path), path]))
  links.delete(kindOf(start))
  for (const [kind, path] of links)
    if (!seen.has(kind)) faults.push(...(await look(path)))
    else {
      const status = (await page.request.get(server.base + path)).status()
      if (status !== 200) faults.push(`${path}: ${status}`)
    }
  return faults
}

async function walk(starts: readonly string[], account?: string): Promise<readonly string[]> {
  await page.context().clearCookies()
  if (account !== undefined) await keepSession(page.context(), server, account)
  const faults: string[] = []
  for (const [index, start] of starts.entries()) faults.push(...(await lookAround(`/63.11${start}`, index === 0)))
  return [...new Set(faults)]
}

it('axe without violations on the pages of a stranger', async () => {
  expect(await walk(['', '/open-data', '/coverage', '/coverage?of=kk&in=63.11.06'])).toEqual([])
})

it('axe without violations on the pages of a citizen', async () => {
  const account = await new ExampleWorld(server).account('Siti Aminah')
  expect(await walk(['/me', '/services/birth-wni'], account)).toEqual([])
})

it.each(Object.entries(POSTS))('axe without violations on the pages of every role: %s', async (role, post) => {
  const { account } = await appoint(server, '63.11', {
    roles: [role as Role],
    ...(post.place === undefined ? {} : { place: post.place }),
    ...(post.unit === undefined ? {} : { unit: post.unit }),
  })
  expect(await walk(post.starts, account)).toEqual([])
})

it('among them the pages of those who keep the house', () => {
  expect([...seen]).toEqual(
    expect.arrayContaining([
      '/63.11/office/services',
      '/63.11/office/profile',
      '/63.11/office/deputies',
      '/63.11/office/partners',
      '/63.11/office/national',
      '/63.11/office/privacy/alarms',
      '/63.11/balanting/exchange/outbox',
      '/63.11/balanting/alerts',
      '/63.11/balanting/exchange',
    ]),
  )
})
