import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { shrinkCss } from './shrink-css.ts'
import { regionStyle, stylesheet } from './styles-server.ts'

describe('the stylesheet', () => {
  test('costs less than 12 kB on the wire', () => {
    expect(gzipSync(stylesheet(168).body, { level: 9 }).length).toBeLessThan(12_000)
  })

  test('is named by its content, hue by hue', () => {
    expect(stylesheet().path).toMatch(/^\/assets\/ui-[0-9a-f]{10}\.css$/)
    expect(stylesheet(168).path).not.toBe(stylesheet(30).path)
    expect(stylesheet(168)).toBe(stylesheet(168))
    expect(regionStyle(390).path).toBe('/assets/region-30.css')
  })

  test('declares its layers before anything else and keeps every one', () => {
    expect(stylesheet().body.startsWith('@layer tokens,base,layout,component,print;')).toBe(true)
    expect(stylesheet().body).not.toContain('/*')
  })

  test('says !important only where things are shown, hidden, stilled or printed', () => {
    const loud = [...stylesheet().body.matchAll(/([\w-]+):[^;{}]*!important/g)].map((match) => match[1])
    expect(new Set(loud)).toEqual(new Set(['display', 'transition', 'animation', 'scroll-behavior']))
  })
})

describe('shrinking', () => {
  test('leaves strings, addresses and sums alone', () => {
    const css =
      '/* a */ a > b { content: ": "; width: calc(1px + 2px); mask: url("data:image/svg+xml,%3Csvg x=\' 1  2 \'/%3E") }\n@media (min-width: 1px) and (max-width: 2px) { a { b: c } }'
    expect(shrinkCss(css)).toBe(
      'a>b{content:": ";width:calc(1px + 2px);mask:url("data:image/svg+xml,%3Csvg x=\' 1  2 \'/%3E")}@media (min-width: 1px) and (max-width: 2px){a{b:c}}',
    )
  })
})
