// Axe in a page of a browser test. Its program is put in once a document and answers with nothing but what is wrong: the usual
// wrapper sends it twice for each look and brings home every rule that passed. Must stay true: all of axe's usual rules are asked
// unless a test names others, and a run that looked at nothing does not pass.
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const wrapper = createRequire(import.meta.url).resolve('@axe-core/playwright')
const { source } = createRequire(wrapper)('axe-core') as { readonly source: string }

export type AxeLook = {
  /** Nothing but these rules. */
  readonly only?: readonly string[]
  /** All but these. */
  readonly without?: readonly string[]
}

type Axe = { run(context: Document | readonly Element[], options: object): Promise<Results> }
type Results = { readonly violations: readonly Fault[]; readonly passes: readonly unknown[] }
type Fault = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

/** The only rule that colours decide, and three quarters of a look: themes differ in it alone. */
export const CONTRAST = 'color-contrast'

/** What axe finds wrong on the page as it stands, a line for each rule with the first elements it means. */
export async function axeFaults(page: Page, look: AxeLook = {}): Promise<readonly string[]> {
  await bringAxe(page)
  const { faults, passed } = await page.evaluate(runAxe, optionsOf(look))
  const least = look.only === undefined ? 15 : 1
  return passed + faults.length < least ? [...faults, `only ${passed} rules found something to look at`] : faults
}

/**
 * The same for many pages of one house, one after the other. Without inline styles the colours of a text are those of its classes and
 * states and of what it lies in: `shown` remembers these ways down to a text, and contrast is measured where a way is new.
 */
export async function axeFaultsOfNew(page: Page, shown: Set<number>): Promise<readonly string[]> {
  const faults = await axeFaults(page, { without: [CONTRAST] })
  const fresh = await page.evaluate(markNewTexts, [...shown])
  for (const way of fresh) shown.add(way)
  if (fresh.length === 0) return faults
  const { faults: pale } = await page.evaluate(runAxe, optionsOf({ only: [CONTRAST] }))
  return [...faults, ...pale]
}

async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
}

const optionsOf = ({ only, without = [] }: AxeLook) => ({
  resultTypes: ['violations'],
  selectors: false,
  ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }),
  rules: Object.fromEntries(without.map((id) => [id, { enabled: false }])),
})

type InPage = Window & { readonly axe: Axe; newTexts?: readonly Element[] }

/** In the page: over the texts marked as new, once; otherwise over the whole page. */
async function runAxe(options: object): Promise<{ readonly faults: readonly string[]; readonly passed: number }> {
  const here = window as unknown as InPage
  const { violations, passes } = await here.axe.run(here.newTexts ?? document, options)
  delete here.newTexts
  const faults = violations.map(({ id, nodes }) => {
    const examples = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
    return `${id}: ${examples.join(' | ')}`
  })
  return { faults, passed: passes.length }
}

/** In the page: finds the texts to which no known way leads, and gives their ways. */
function markNewTexts(known: readonly number[]): readonly number[] {
  const old = new Set(known)
  const found = new Map<number, Element>()
  // What an attribute says about a thing, not about its look.
  const content =
    /^(?:id|for|href|name|value|action|src|alt|title|datetime|content|d|points|transform|[xy][12]?|c[xy]|r|aria-(?:label|labelledby|describedby|controls|details))$/
  const own = (element: Element | null): string =>
    element === null
      ? ''
      : [
          element.tagName,
          ...[...element.attributes]
            .filter(({ name }) => !content.test(name))
            .map(({ name, value }) => `${name}=${value}`),
        ].join(' ')
  const hashOf = (text: string, start: number): number => {
    let hash = start
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619)
    return hash >>> 0
  }
  const walk = (element: Element, above: number): void => {
    const before = element.previousElementSibling
    const place = `${before === null ? 'first' : ''}${element.nextElementSibling === null ? 'last' : ''}`
    const way = hashOf(`${own(element)}|${own(before)}|${place}`, above)
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '')
    // Hidden here, it may be seen elsewhere.
    if ((hasText || element.matches('input, select, textarea')) && element.checkVisibility() && !old.has(way))
      if (!found.has(way)) found.set(way, element)
    for (const child of element.children) walk(child, way)
  }
  walk(document.body, hashOf(own(document.documentElement), 2_166_136_261))
  ;(window as unknown as InPage).newTexts = [...found.values()]
  return [...found.keys()]
}
