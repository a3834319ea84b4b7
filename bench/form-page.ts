// A form page on a cheap phone: first contentful paint below 2 s at 400 ms latency, 400 kbit/s and a processor six times slower,
// nothing cached; first visit at most 60 kB on the wire, HTML and CSS at most 30 kB gzip, no JavaScript needed. Headless
// Chromium over its own protocol; the page is the first form of a birth, the service's page and the front page beside it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext } from 'playwright-core'
import { seedDemo } from '../src/bindings/demo.ts'
import { openHouse } from '../src/bindings/house.ts'
import { createLog } from '../src/platform/log.ts'
import { launchChromium } from '../tests/support/chromium.ts'
import { Walker } from '../tests/support/walker.ts'
import { percentile, Report } from './support/report.ts'
import { serveIfAsked, startServer } from './support/server-process.ts'
import { envOf, REGION } from './support/world.ts'

await serveIfAsked()
const TRIES = 5
const NETWORK = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 }
const SLOWER = 6

const folder = mkdtempSync(join(tmpdir(), 'puja-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const env = envOf(undefined, folder)
const house = await openHouse({ env, log: createLog('error') })
await seedDemo(house, env, () => {}, {})
await house.close()
const server = await startServer({ PUJA_MODE: 'demo', PUJA_DATA: join(folder, 'data'), PUJA_LOG: 'error' })
const mother = await new Walker(server.base).signIn('Siti Aminah')
const form = await mother.post(`/${REGION}/services/birth-wni/start`, {})
await mother.post(form.path, { role: 'parent' })
const cookies = mother.cookies()

type Visit = { readonly paintMs: number; readonly bytes: number; readonly htmlAndCss: number; readonly scripts: number }

async function visit(browser: Browser, path: string): Promise<Visit> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 360, height: 740 } })
  await context.addCookies(
    cookies.split('; ').map((pair) => ({
      name: pair.slice(0, pair.indexOf('=')),
      value: pair.slice(pair.indexOf('=') + 1),
      url: server.base,
    })),
  )
  const page = await context.newPage()
  const protocol = await context.newCDPSession(page)
  await protocol.send('Network.enable')
  await protocol.send('Network.setCacheDisabled', { cacheDisabled: true })
  await protocol.send('Network.emulateNetworkConditions', NETWORK)
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  let bytes = 0
  protocol.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength
  })
  let htmlAndCss = 0
  const bodies: Promise<void>[] = []
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (kind === 'document' || kind === 'stylesheet')
      bodies.push(
        response.body().then(
          (body) => {
            htmlAndCss += gzipSync(body).length
          },
          () => {},
        ),
      )
  })
  await page.goto(server.base + path, { waitUntil: 'load', timeout: 60_000 })
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0, undefined, {
    timeout: 30_000,
  })
  const paintMs = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime)
  await Promise.all(bodies)
  const scripts = await page.evaluate(
    () => [...document.scripts].filter((one) => !one.defer && one.type !== 'module').length,
  )
  await context.close()
  return { paintMs, bytes, htmlAndCss, scripts }
}

const report = new Report()
const browser = await launchChromium()
const first = (await mother.get(form.path)).path
for (const [what, path] of [
  ['form page', first],
  ['page of the service', `/${REGION}/services/birth-wni`],
  ['front page of the region', `/${REGION}`],
] as const) {
  const visits: Visit[] = []
  for (let n = 0; n < TRIES; n++) visits.push(await visit(browser, path))
  const most = (key: keyof Visit) => Math.max(...visits.map((one) => one[key]))
  report.claim({
    what: `${what}: first contentful paint, median of ${TRIES}`,
    limit: 2,
    measured:
      percentile(
        visits.map((one) => one.paintMs),
        50,
      ) / 1000,
    unit: 's',
  })
  report.claim({ what: `${what}: first visit on the wire`, limit: 60, measured: most('bytes') / 1000, unit: 'kB' })
  report.claim({ what: `${what}: HTML and CSS, gzip`, limit: 30, measured: most('htmlAndCss') / 1000, unit: 'kB' })
  if (most('scripts') > 0) report.fail(`${what} waits for a script`)
}
await browser.close()
await server.stop()
report.end()
