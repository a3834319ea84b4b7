// What a test in a browser looks for on any page: nothing sticks out, everything has its name, no key of the program and no
// sentence of the other language. And the few things a person does on every page: be somebody, press and wait.
import type { BrowserContext, Locator, Page } from 'playwright-core'
import type { TestServer } from './server.ts'

/** From here on the context is this account's. */
export async function keepSession(context: BrowserContext, server: TestServer, account: string): Promise<void> {
  const { cookies } = await server.house.accounts.openSession(account, 'test')
  await context.addCookies(
    cookies.map((line) => {
      const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s)
      return { name, value, url: server.base }
    }),
  )
}

/** Presses what leads to another page, and waits for that page: the same address may come back. */
export async function press(button: Locator): Promise<void> {
  await Promise.all([button.page().waitForEvent('domcontentloaded'), button.click()])
}

/** What is wrong with the look of a page, in words; empty when nothing is. */
export async function faultsOfLook(page: Page, width = 360): Promise<readonly string[]> {
  const seen = await page.evaluate(() => {
    // Names and quotations in the other language say so themselves.
    const foreign = [...document.querySelectorAll('[lang]')].filter((one) => one !== document.documentElement)
    let text = document.body.innerText
    for (const one of foreign) text = text.replace((one as HTMLElement).innerText, '')
    return {
      where: location.pathname,
      width: document.documentElement.scrollWidth,
      title: document.title,
      lang: document.documentElement.lang,
      headings: document.querySelectorAll('h1').length,
      text,
      unlabelled: [...document.querySelectorAll<HTMLInputElement>('main :is(input, select, textarea)')]
        .filter((one) => one.type !== 'hidden' && one.checkVisibility())
        .filter((one) => (one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? '').trim() === '')
        .map((one) => one.name),
    }
  })
  const faults = seen.unlabelled.map((name) => `${name} has no label`)
  if (seen.width > width) faults.push(`${seen.width} px wide`)
  if (seen.title.trim().length < 5) faults.push(`title "${seen.title}"`)
  if (seen.headings !== 1) faults.push(`${seen.headings} main headings`)
  for (const pattern of [...NO_SENTENCES, seen.lang === 'en' ? INDONESIAN : ENGLISH])
    for (const [found] of seen.text.matchAll(pattern)) faults.push(`"${found}" in the text`)
  const where = seen.where.replace(/[0-9a-f-]{36}/g, 'ID')
  return faults.map((fault) => `${where}: ${fault}`)
}

const NO_SENTENCES = [
  /(?<![@.\w-])(?!a\.n\.)[a-z]+(?:[A-Z][a-z]+)*\.(?!example|invalid|pdf|id\b|go\.id\b)[a-z]+(?:[A-Z][a-z]+)*\b/g, // a key of the program; `a.n.` is "on behalf of", go.id the government's addresses
  /\b(?:undefined|null|NaN|true|false)\b|\[object|\{[a-z]+\}/g, // a value that no sentence took
]
/** Words of an English sentence that no Indonesian one has. */
const ENGLISH = /\b(?:the|of|your|with|please|and|this|which|from|must)\b/gi
/** And the other way round; `dan` stands in names of offices. */
const INDONESIAN = /\b(?:yang|dengan|untuk|belum|tidak|sudah|adalah|dari|Anda|silakan)\b/g
