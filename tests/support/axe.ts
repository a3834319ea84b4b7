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

type Axe = { run(context: Document, options: object): Promise<Results> }
type Results = { readonly violations: readonly Fault[]; readonly passes: readonly unknown[] }
type Fault = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

/** The only rule that colours decide, and three quarters of a look: themes differ in it alone. */
export const CONTRAST = 'color-contrast'

/** What axe finds wrong on the page as it stands, a line for each rule with the first elements it means. */
export async function axeFaults(page: Page, { only, without = [] }: AxeLook = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const options = {
    resultTypes: ['violations'],
    selectors: false,
    ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }),
    rules: Object.fromEntries(without.map((id) => [id, { enabled: false }])),
  }
  const { faults, passed } = await page.evaluate(async (options) => {
    const { violations, passes } = await (window as unknown as { readonly axe: Axe }).axe.run(document, options)
    const faults = violations.map(({ id, nodes }) => {
      const shown = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
      return `${id}: ${shown.join(' | ')}`
    })
    return { faults, passed: passes.length }
  }, options)
  const least = only === undefined ? 15 : 1
  return passed + faults.length < least ? [...faults, `only ${passed} rules found something to look at`] : faults
}
