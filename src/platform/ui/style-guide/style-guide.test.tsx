// The guide and its sample pages as text: complete, in two languages, without inline style or script, within their weight.
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { PageContext } from '../context.ts'
import { icons } from '../icons.ts'
import { Speaking } from '../language.ts'
import { stylesheet } from '../styles-server.ts'
import { guideStyle } from './guide-style.ts'
import props from './props.json' with { type: 'json' }
import { type PropDocs, text } from './registry.ts'
import { styleRoutes } from './routes.tsx'
import { samplePages } from './samples/samples.ts'
import { componentGroups, styleGuidePage } from './style-guide.tsx'

const context = (language: 'id' | 'en' = 'id'): PageContext => ({
  language,
  theme: 'terang',
  region: { code: '63.11', name: 'Kabupaten Balangan', hue: 168 },
  path: '/style',
  assets: { styles: [stylesheet(168).path] },
})
const kB = (html: string): number => gzipSync(html, { level: 9 }).length
const css = kB(stylesheet(168).body)

describe('the registry', () => {
  const named = new Set(componentGroups.flatMap((group) => group.components.map((doc) => doc.name)))

  test('shows every component that has options', () => {
    // Shown as part of another: a frame, a table behind a picture, a cell, a whole page, a page's result.
    const elsewhere = new Set(['Page', 'Icon', 'Due', 'ChartNumbers', 'ResultPage'])
    expect(Object.keys(props as PropDocs).filter((name) => !named.has(name) && !elsewhere.has(name))).toEqual([])
    expect([...named].filter((name) => !(name in props))).toEqual([])
  })

  test.each(
    componentGroups.flatMap((group) =>
      group.components.flatMap((doc) => doc.examples.map((example) => [doc.name, example] as const)),
    ),
  )('%s is drawn in both languages', async (_, example) => {
    const draw = async (language: 'id' | 'en'): Promise<string> =>
      String(await (<Speaking value={language}>{example.render((name) => name)}</Speaking>).toString())
    const [id, en] = [await draw('id'), await draw('en')]
    expect(id.length).toBeGreaterThan(20)
    for (const html of [id, en]) expect(html).not.toMatch(/\[object|undefined|NaN|\{(count|what|date|now|all|part)\}/)
  })
})

describe('the style guide', () => {
  test('shows each component in three themes, with its options', async () => {
    const html = String(await styleGuidePage(context()))
    for (const theme of ['terang', 'gelap', 'terik'])
      expect(html.split(`<form class="panel" data-theme="${theme}"`).length - 1).toBeGreaterThan(40)
    expect(html).toContain('Options of ConflictCard')
  })

  test('speaks English too', async () => {
    const html = String(await styleGuidePage(context('en')))
    expect(html).toContain('<html lang="en"')
    expect(html).toContain('Style guide')
  })
})

test('every class that is used has its rule', async () => {
  const css = stylesheet(168).body + guideStyle.body
  const known = new Set([...css.matchAll(/\.([a-z][\w-]*)/gi)].map((match) => match[1]))
  const pages = await Promise.all([
    styleGuidePage(context()),
    ...Object.values(samplePages).map((sample) => sample.render(context())),
  ])
  const used = pages.flatMap((html) =>
    [...String(html).matchAll(/ class="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(/\s+/)),
  )
  expect([...new Set(used)].filter((name) => !known.has(name))).toEqual([])
})

describe.each(Object.entries(samplePages))('sample page %s', (name, sample) => {
  test('needs no inline style, script or handler, and finds all its icons', async () => {
    const html = String(await sample.render(context()))
    expect(html).not.toMatch(/<[^>]* style="/)
    expect(html).not.toMatch(/<[^>]* on[a-z]+="/)
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<style')
    const used = new Set([...html.matchAll(/href="#i-([a-z]+)"/g)].map((match) => match[1]))
    const drawn = [...html.matchAll(/<symbol id="i-([a-z]+)"/g)].map((match) => match[1])
    expect(drawn.sort()).toEqual([...used].sort())
    for (const icon of used) expect(icons).toHaveProperty(icon as string)
  })

  test('weighs less than 30 kB with its style, verification less than 20', async () => {
    const html = String(await sample.render(context()))
    expect(kB(html) + css).toBeLessThan(name.startsWith('verify') ? 20_000 : 30_000)
  })

  test('has unique ids', async () => {
    const html = String(await sample.render(context()))
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})

test('texts of the guide carry two languages', () => {
  expect(text('a', 'b')).toEqual({ id: 'a', en: 'b' })
  for (const group of componentGroups) for (const doc of group.components) expect(doc.use.id).not.toBe(doc.use.en)
})

test('a sample page speaks the language its words are written in, also to a reader of English', async () => {
  const asked = await styleRoutes(async () => context('en')).request(`/style/pages/${Object.keys(samplePages)[0]}`)
  expect(await asked.text()).toContain('<html lang="id"')
  expect(await (await styleRoutes(async () => context('en')).request('/style')).text()).toContain('<html lang="en"')
})
