// A mother without a mouse: from the page of the service to the sent case with Tab, Space, Enter and the arrows alone. Must stay
// true: nothing is clicked; the first stop of a page skips what all pages have; wherever she stops, she sees where she is.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { ExampleWorld } from '../support/example-world.ts'
import { keepSession } from '../support/look.ts'
import { AISYAH, photoOfLetter } from '../support/people.ts'
import { openTestServer, type TestServer } from '../support/server.ts'

/** More stops than any page has: the way through it is never a trap. */
const MOST_STOPS = 120

let server: TestServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([openTestServer(), launchChromium()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

type Stop = {
  readonly kind: string
  readonly name: string
  readonly text: string
  /** What does not tell where she is; empty when she sees it. */
  readonly unseen: string
  /** Values of the list or of the choice in their order, and which of them is chosen. */
  readonly values: readonly string[]
  readonly chosen: number
}

/** Where the focus is, and whether that can be seen. */
const here = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement
    const input = at instanceof HTMLInputElement ? at : undefined
    const list = at instanceof HTMLSelectElement ? at : undefined
    const radios =
      input?.type === 'radio'
        ? [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${input.name}"]`)]
        : []
    // A choice shows the focus of its control on the whole line.
    const shown = at.closest<HTMLElement>('.choice, .side') ?? at
    const style = getComputedStyle(shown)
    const own = getComputedStyle(at)
    const box = shown.getBoundingClientRect()
    const unseen = [
      at.matches(':focus-visible') ? '' : 'not :focus-visible',
      own.outlineStyle === 'none' ? 'no outline' : '',
      /0px 0px 0px 3px/.test(style.boxShadow) ? '' : 'no ring',
      box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight ? '' : 'off the screen',
    ]
    return {
      kind: input?.type ?? at.tagName.toLowerCase(),
      name: at.getAttribute('name') ?? '',
      text: (at.textContent ?? '').trim(),
      unseen: unseen.filter((one) => one !== '').join(', '),
      values:
        list === null || list === undefined
          ? radios.map((one) => one.value)
          : [...list.options].map((one) => one.value),
      chosen: list === null || list === undefined ? radios.findIndex((one) => one.checked) : list.selectedIndex,
    }
  })

async function times(page: Page, key: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await page.keyboard.press(key)
}

/** Answers where she stands, as far as it is a field with an answer. */
async function answerHere(page: Page, stop: Stop, answer: string): Promise<void> {
  if (stop.kind === 'radio' || stop.kind === 'select') {
    const wanted = stop.values.indexOf(answer)
    expect(wanted, `${answer} among ${stop.name}`).toBeGreaterThanOrEqual(0)
    if (stop.kind === 'radio' && stop.chosen < 0) await page.keyboard.press('Space')
    const from = Math.max(stop.chosen, 0)
    await times(page, wanted < from ? 'ArrowUp' : 'ArrowDown', Math.abs(wanted - from))
    return
  }
  await page.keyboard.press('Control+A')
  await page.keyboard.type(answer)
}

/** Enter, and the next page is there with its first stop: the skip link, which leads into the page. */
async function goOn(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

async function skip(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  const first = await here(page)
  expect(first).toMatchObject({ text: 'Langsung ke isi', unseen: '' })
  await page.keyboard.press('Enter')
}

/** Tabs through the page, answers what is asked, presses its last button; gives where the focus could not be seen. */
async function throughPage(page: Page, leave: RegExp): Promise<readonly string[]> {
  // A page that opens at the part just done goes on from there.
  if (new URL(page.url()).hash === '') await skip(page)
  const unseen: string[] = []
  const answered = new Set<string>()
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    const stop = await here(page)
    if (stop.unseen !== '') unseen.push(`${new URL(page.url()).pathname} ${stop.name || stop.text}: ${stop.unseen}`)
    const answer = AISYAH[stop.name]
    if (answer !== undefined && !answered.has(stop.name)) await answerHere(page, stop, answer)
    else if (stop.kind === 'checkbox') await page.keyboard.press('Space')
    else if (stop.kind === 'file' && (await page.locator('.upload-has').count()) === 0) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')])
      await chooser.setFiles(await photoOfLetter())
    } else if (leave.test(stop.text)) {
      await goOn(page)
      return unseen
    }
    answered.add(stop.name)
  }
  throw new Error(`No way on from ${page.url()}`)
}

it('the birth by keyboard alone, from the first field to the sent case', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false })
  await keepSession(context, server, await new ExampleWorld(server).account('Siti Aminah'))
  const page = await context.newPage()
  await page.goto(`${server.base}/63.11/services/birth-wni`)
  const unseen = [...(await throughPage(page, /^Mulai permohonan$/))]
  for (let pages = 0; !page.url().endsWith('/review'); pages++) {
    expect(pages).toBeLessThan(12)
    const isUpload = /\/documents/.test(page.url()) && (await page.locator('.upload-has').count()) === 0
    const before = page.url()
    const leave = !/\/documents/.test(before)
      ? /^Simpan dan lanjut$/
      : isUpload
        ? /^(Unggah|Kirim|Simpan)/
        : /^Periksa dan kirim$/
    unseen.push(...(await throughPage(page, leave)))
    if (!isUpload) expect(page.url(), (await page.locator('.errors li').allTextContents()).join('; ')).not.toBe(before)
  }
  unseen.push(...(await throughPage(page, /^Kirim permohonan$/)))
  expect(await page.locator('h1').textContent()).toBe('Pemeriksaan berkas')
  expect(await page.locator('.caseno').textContent()).toMatch(/^GS-20260410-/)
  expect([...new Set(unseen)]).toEqual([])
  await context.close()
})
