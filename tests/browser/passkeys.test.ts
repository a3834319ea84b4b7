// Passkeys with a real browser and a virtual authenticator: add one beside the code, sign in with it, show it before signing.
import { createServer } from 'node:net'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { signInAs } from '../support/people.ts'
import { openTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let page: Page
let devices: CDPSession
let base = ''
let authenticatorId = ''

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
const addAuthenticator = async (): Promise<string> => {
  const made = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return made.authenticatorId
}

beforeAll(async () => {
  const port = await freePort()
  ;[server, browser] = await Promise.all([openTestServer({ port }), launchChromium()])
  base = `http://localhost:${port}`
  page = await browser.newPage()
  devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  authenticatorId = await addAuthenticator()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

it('is added on my account, opens a session later, and only its own', async () => {
  await signInAs(page, base, 'Siti Aminah')
  await page.goto(`${base}/me/account`)
  await page.getByRole('button', { name: 'Tambah kunci sandi di perangkat ini' }).click()
  await page.getByText('Chrome, Linux').first().waitFor()
  await page.locator('form[action="/me/passkeys/remove"]').waitFor()

  await page.context().clearCookies()
  await page.goto(`${base}/sign-in?back=%2Fme%2Faccount`)
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await page.waitForURL(`${base}/me/account`)
  expect(await page.locator('main').textContent()).toContain('Siti Aminah')
})

it('answers one challenge once: what was caught on the way opens nothing again', async () => {
  await page.context().clearCookies()
  await page.goto(`${base}/sign-in`)
  const caught = new Promise<string>((resolve) => {
    page.on('request', (request) => {
      if (request.url().endsWith('/sign-in/passkey') && request.method() === 'POST') resolve(request.postData() ?? '')
    })
  })
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await page.waitForURL(`${base}/`)
  const replayed = await fetch(`${base}/sign-in/passkey`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: await caught,
  })
  expect(replayed.status).toBe(422)
  expect(replayed.headers.getSetCookie()).toEqual([])
  for (const response of ['', '{}', '{"id":"x","response":{}}', '[1]', 'null', '"\\u0000"', '{"id":1}']) {
    const answer = await fetch(`${base}/sign-in/passkey`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ response }),
    })
    expect(answer.status).toBe(422)
  }
})

it('stands in for the code before signing, but only the own one', async () => {
  await signInAs(page, base, 'Contoh Kepala Dinas')
  // The citizen's key is on this device; it is no proof of the head.
  await page.goto(`${base}/me/account`)
  await devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
  authenticatorId = await addAuthenticator()
  await page.getByRole('button', { name: 'Tambah kunci sandi di perangkat ini' }).click()
  await page.locator('form[action="/me/passkeys/remove"]').waitFor()
  await page.goto(`${base}/sign-in/step-up?back=%2F63.11%2Foffice%2Fsigning`)
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click()
  await page.waitForURL(/\/office\/signing$/)
  const { rows } = await server.house.database.runAs(
    'auth',
    'select 1 from auth.session where "steppedUpAt" is not null',
  )
  expect(rows).toHaveLength(1)
})

it('is gone when it was removed, and the plain way is there without any script', async () => {
  await page.goto(`${base}/me/account`)
  await page.locator('form[action="/me/passkeys/remove"] button').click()
  await page.getByText('Belum ada kunci sandi.').waitFor()
  await page.context().clearCookies()
  await page.goto(`${base}/sign-in`)
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await page.waitForURL(`${base}/sign-in/passkey`)
  expect(await page.locator('.errors').textContent()).toContain('Kunci sandi ini tidak dapat diterima')

  const plain = await browser.newContext({ javaScriptEnabled: false })
  const still = await plain.newPage()
  await still.goto(`${base}/sign-in`)
  expect(await still.getByRole('button', { name: 'Masuk dengan kunci sandi' }).isVisible()).toBe(false)
  expect(await still.getByRole('button', { name: 'Kirim kode' }).isVisible()).toBe(true)
  await plain.close()
})
