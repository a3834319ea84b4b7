// Looks at the style guide and at every sample page as people see them: accessible in three themes on phone and desk, nothing wider than
// the screen, also at 200 % zoom and in a wider font, and never against the security policy.
import type { Browser, ConsoleMessage, Page, Response } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { THEMES, type Theme } from '../../src/platform/ui/context.ts'
import { samplePages } from '../../src/platform/ui/style-guide/samples/samples.ts'
import { type AxeLook, axeFaults, axeFaultsOfNew, CONTRAST } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { type StyleServer, startStyleServer } from '../support/style-server.ts'

const PAGES = ['/style', ...Object.keys(samplePages).map((name) => `/style/pages/${name}`)]
const WIDTHS = [360, 1280] as const

let server: StyleServer
let browser: Browser
/** One window for all looks, one after the other: a new one costs as much as five pages. */
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  server = await startStyleServer()
  await openWindow()
})
async function openWindow(): Promise<void> {
  page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
}
// What failed or took too long may still be looking: its window goes.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await page.context().close()
  await openWindow()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Opens a page and hands it over; whatever the console complained about comes back. */
async function look<T>(
  path: string,
  width: number,
  see: (page: Page) => Promise<T>,
): Promise<{ seen: T; complaints: readonly string[] }> {
  await page.setViewportSize({ width, height: 800 })
  const complaints: string[] = []
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  }
  const onError = (error: Error) => complaints.push(error.message)
  const onResponse = (response: Response) => {
    if (response.status() >= 400 && !response.url().endsWith('/favicon.ico'))
      complaints.push(`${response.status()} ${response.url()}`)
  }
  page.on('console', onConsole).on('pageerror', onError).on('response', onResponse)
  try {
    await page.goto(server.origin + path)
    return {
      seen: await see(page),
      complaints: complaints.filter((text) => !text.includes('favicon') && !text.includes('404 (Not Found)')),
    }
  } finally {
    page.off('console', onConsole).off('pageerror', onError).off('response', onResponse)
    await page.emulateMedia({ media: null })
  }
}

/** What sticks out of the screen to the right, named well enough to find it. */
const stickingOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= edge) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge + 1 && !element.closest('.tabs'))
      .map(
        (element) =>
          `${element.tagName}.${element.getAttribute('class') ?? ''} ${(element.textContent ?? '').slice(0, 40)}`,
      )
      .slice(0, 5)
      .concat(`page is ${document.documentElement.scrollWidth} wide`)
  })

/** The guide itself shows each component in all themes at once; sample pages are looked at in each. */
const themesOf = (path: string): readonly Theme[] => (path === '/style' ? ['terang'] : THEMES)

/**
 * What axe is asked, by what can differ: all its rules on phone and desk in the first theme, and in the others the one rule that
 * colours decide. The guide shows every landmark three times, once a theme; its thousands of texts have one colour at any width.
 */
function rulesFor(path: string, theme: Theme, width: number): AxeLook {
  if (path === '/style') return { without: ['landmark-unique', ...(width === 360 ? [] : [CONTRAST])] }
  return theme === THEMES[0] ? {} : { only: [CONTRAST] }
}

/** The page as the house draws it in another theme, put where the first one stands: axe need not come again. */
const wear = (page: Page, path: string, theme: Theme): Promise<void> =>
  page.evaluate(async (address) => {
    const drawn = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')
    const links = (one: Document) =>
      [...one.head.querySelectorAll('link')].map((link) => link.getAttribute('href')).join()
    if (links(drawn) !== links(document)) throw new Error('A theme has style files of its own')
    document.documentElement.dataset.theme = drawn.documentElement.dataset.theme
    document.body.replaceWith(document.adoptNode(drawn.body))
  }, `${path}?theme=${theme}`)

/** Spreads every letter: what a font 12 % wider than ours does to a line. */
const WIDER =
  'p, li, dd, dt, td, th, a, b, small, label, legend, button, input, select, summary, h1, h2, h3, text { letter-spacing: .055em !important }'

describe.each(PAGES)('%s', (path) => {
  test(`is accessible on phone and desk, in ${themesOf(path).join(', ')}`, async () => {
    const [first] = themesOf(path)
    const { seen, complaints } = await look(`${path}?theme=${first}`, 360, async (page) => {
      const faults: string[] = []
      for (const theme of themesOf(path)) {
        if (theme !== first) await wear(page, path, theme)
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 })
          const found = await axeFaults(page, rulesFor(path, theme, width))
          faults.push(...found.map((fault) => `${theme} ${width} ${fault}`))
        }
      }
      return faults
    })
    expect(seen).toEqual([])
    expect(complaints).toEqual([])
  })

  test('fits every screen: small and usual phone, desk, 200 % zoom, wider letters', async () => {
    const { seen } = await look(path, 360, async (page) => {
      const found: Record<string, readonly string[]> = {}
      for (const width of [320, 360, 640, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        found[width] = await stickingOut(page)
      }
      await page.setViewportSize({ width: 360, height: 800 })
      // A constructed sheet is not an inline style, so the page's policy stays in force.
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(text)
        document.adoptedStyleSheets = [sheet]
      }, WIDER)
      found['360, wider letters'] = await stickingOut(page)
      return Object.fromEntries(Object.entries(found).filter(([, what]) => what.length > 0))
    })
    expect(seen).toEqual({})
  })
})

test('contrast is measured again wherever the way down to a text is new, and only there', async () => {
  const pale = (
    place: string,
  ) => `<html lang="id"><title>Pucat</title><style>.pale p { color: #ddd } b { color: #ccc }</style>
    <main><h1>Judul</h1><div class="${place}"><p>Huruf pucat</p></div></main>`
  const shown = new Set<number>()
  const look = async (html: string) => {
    await page.setContent(html)
    return (await axeFaultsOfNew(page, shown)).filter((fault) => fault.startsWith(CONTRAST))
  }
  await page.goto('about:blank')
  expect(await look(pale('plain'))).toEqual([])
  expect(await look(pale('pale'))).toEqual([expect.stringContaining('Huruf pucat')])
  expect(await look(pale('pale'))).toEqual([])
  expect(await look(pale('plain').replace('Huruf', '<b>Tebal</b>'))).toEqual([expect.stringContaining('Tebal')])
})

describe('every page', () => {
  test.each(Object.keys(samplePages))('%s reads in order: one h1, one main, a way to skip to it', async (name) => {
    const { seen } = await look(`/style/pages/${name}`, 360, (page) =>
      page.evaluate(() => ({
        h1: document.querySelectorAll('h1').length,
        main: document.querySelectorAll('main').length,
        skip: document.querySelector('a')?.getAttribute('href'),
        lang: document.documentElement.lang,
        missing: [...document.querySelectorAll('use')]
          .map((use) => use.getAttribute('href') ?? '')
          .filter((href) => document.querySelector(href) === null),
      })),
    )
    expect(seen).toEqual({ h1: 1, main: 1, skip: '#isi', lang: 'id', missing: [] })
  })

  test('gives the focus to the error summary, and its links reach the fields', async () => {
    const { seen } = await look('/style/pages/question-error', 360, async (page) => {
      // The browser gives the focus with its first picture, which a busy machine draws after the page has loaded.
      await page
        .waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 5_000 })
        .catch(() => {})
      const focused = await page.evaluate(() => document.activeElement?.className)
      const targets = await page.evaluate(() =>
        [...document.querySelectorAll('.errors a')].map(
          (link) => document.querySelector(link.getAttribute('href') ?? '')?.tagName,
        ),
      )
      return { focused, targets, title: await page.title() }
    })
    expect(seen.focused).toBe('errors')
    expect(seen.targets).toEqual(['INPUT', 'INPUT', 'INPUT'])
    expect(seen.title).toBe('Ada 3 yang perlu diperbaiki: Anak - Puja Indah Balangan')
  })

  test('shows the whole way by keyboard, each stop with a ring', async () => {
    const { seen } = await look('/style/pages/region-home', 1280, async (page) => {
      const stops: { name: string; ring: string }[] = []
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press('Tab')
        stops.push(
          await page.evaluate(() => {
            const at = document.activeElement as HTMLElement
            return {
              name: at.textContent?.trim().slice(0, 30) || at.getAttribute('name') || '',
              ring: getComputedStyle(at).boxShadow,
            }
          }),
        )
      }
      return stops
    })
    expect(seen[0]?.name).toBe('Langsung ke isi')
    expect(seen.filter((stop) => !stop.ring.includes('rgb(246, 189, 39)'))).toEqual([])
  })

  test('turns dark with the device when nobody chose, and stays light when someone did', async () => {
    const paper = async (path: string): Promise<string> => {
      const context = await browser.newContext({ colorScheme: 'dark' })
      const page = await context.newPage()
      await page.goto(server.origin + path)
      const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      await context.close()
      return colour
    }
    expect(await paper('/style/pages/follow-up')).toBe('rgb(14, 21, 18)')
    expect(await paper('/style/pages/follow-up?theme=terang')).toBe('rgb(255, 255, 255)')
  })

  test('prints black on white from the dark theme, without top, foot and buttons', async () => {
    const { seen } = await look('/style/pages/village-scorecard?theme=gelap', 690, async (page) => {
      await page.emulateMedia({ media: 'print' })
      return page.evaluate(() => ({
        paper: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.body).color,
        notice: getComputedStyle(document.querySelector('.notice') as Element).backgroundColor,
        shown: ['.top', '.foot', '.btn'].filter(
          (name) => getComputedStyle(document.querySelector(name) as Element).display !== 'none',
        ),
      }))
    })
    expect(seen).toEqual({ paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)', notice: 'rgb(231, 240, 250)', shown: [] })
  })
})
