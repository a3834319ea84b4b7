import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { accentOf, regionStylesheet } from './accent.ts'
import { THEMES } from './context.ts'
import { contrast, oklchToHex } from './contrast.ts'
import { COLOURS, PAIRS, palette } from './palette.ts'

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const block = (selector: string): Record<string, string> => {
  const at = css.indexOf(`${selector} {`)
  expect(at, selector).toBeGreaterThan(0)
  const text = css.slice(at, css.indexOf('}', at))
  return Object.fromEntries([...text.matchAll(/--([\w-]+): ([^;}]+)/g)].map((match) => [match[1], match[2]?.trim()]))
}

describe('the palette', () => {
  const light = block(':root, [data-theme]')
  const blocks = {
    terang: light,
    gelap: { ...light, ...block('[data-theme="gelap"]') },
    terik: { ...light, ...block('[data-theme="terik"]') },
  }

  test.each(THEMES)('%s says what tokens.css says', (theme) => {
    const written = Object.fromEntries(COLOURS.map((name) => [name, blocks[theme][name]]))
    expect(written).toEqual(palette[theme])
  })

  test('the dark of the device is the dark of the choice', () => {
    expect(block(':root:not([data-theme])')).toEqual(block('[data-theme="gelap"]'))
  })

  test.each(THEMES)('%s keeps every pair readable', (theme) => {
    const weak = PAIRS.map(
      ([fore, ground, least]) => [fore, ground, least, contrast(palette[theme][fore], palette[theme][ground])] as const,
    ).filter(([, , least, is]) => is < least)
    expect(weak).toEqual([])
  })
})

describe('a region’s accent', () => {
  const hues = Array.from({ length: 360 }, (_, hue) => hue)
  const lowest = (measure: (hue: number) => number): number => Math.min(...hues.map(measure))

  test('carries white, turmeric and ink for every hue', () => {
    expect(lowest((hue) => contrast('#fff', accentOf(hue).accent))).toBeGreaterThanOrEqual(9.5)
    expect(lowest((hue) => contrast(palette.terang.kunyit, accentOf(hue).accent))).toBeGreaterThanOrEqual(5.5)
    expect(lowest((hue) => contrast(palette.terang.ink, accentOf(hue).tint))).toBeGreaterThanOrEqual(14)
    expect(lowest((hue) => contrast(palette.gelap.ink, accentOf(hue).nightTint))).toBeGreaterThanOrEqual(12)
    expect(lowest((hue) => contrast('#fff', accentOf(hue).sunAccent))).toBeGreaterThanOrEqual(14)
  })

  test('is the green of Balangan at 168, to the last digit of sRGB', () => {
    expect(accentOf(168)).toMatchObject({ accent: '#024f3a', deep: '#013728', tint: '#e1f4ec' })
    expect(accentOf(168 + 360)).toEqual(accentOf(168))
    expect(accentOf(-192)).toEqual(accentOf(168))
  })

  test('gives a style for every theme', () => {
    const style = regionStylesheet(30)
    expect(style).toContain(accentOf(30).accent)
    for (const theme of ['gelap', 'terik']) expect(style).toContain(`[data-theme=${theme}]`)
  })
})

describe('colour arithmetic', () => {
  test('knows the corners of sRGB', () => {
    expect(oklchToHex(1, 0, 0)).toBe('#ffffff')
    expect(oklchToHex(0, 0, 0)).toBe('#000000')
    // Ottosson’s values for pure red and blue
    expect(oklchToHex(0.6279553606, 0.2576833077, 29.2338851923)).toBe('#ff0000')
    expect(oklchToHex(0.4520137184, 0.3132143717, 264.0520206381)).toBe('#0000ff')
  })

  test('measures like WCAG', () => {
    expect(contrast('#000', '#fff')).toBeCloseTo(21, 5)
    expect(contrast('#777', '#fff')).toBeCloseTo(4.48, 2)
    expect(contrast('#fff', '#777')).toBe(contrast('#777', '#fff'))
  })
})
