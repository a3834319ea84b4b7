import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Content, Speaking } from '../language.ts'
import { GapBars } from './gap-bars.tsx'
import { IndexScale } from './index-scale.tsx'
import { Sparkline } from './sparkline.tsx'
import { TileMap } from './tile-map.tsx'
import { TrendChart } from './trend-chart.tsx'

const draw = (content: Content, language: 'id' | 'en' = 'id'): string =>
  String((<Speaking value={language}>{content}</Speaking>).toString())

describe('TrendChart', () => {
  const chart = (points: readonly { label: string; value?: number; coverage?: number }[], more = {}) =>
    draw(<TrendChart id="t" title="Balita pendek" finding="Turun." coverageName="Cakupan" points={points} {...more} />)

  test('breaks its line at a month without a value, and says so in the table', () => {
    const html = chart([
      { label: 'Nov', value: 21 },
      { label: 'Des' },
      { label: 'Jan', value: 19 },
      { label: 'Feb', value: 18 },
    ])
    const path = html.match(/class="rt" d="([^"]+)"/)?.[1] ?? ''
    expect(path.match(/M/g)).toHaveLength(2)
    expect(html.match(/<circle/g)).toHaveLength(3)
    expect(html).toContain('belum ada data')
  })

  test('hollows what is not representative', () => {
    const html = chart([
      { label: 'Nov', value: 21, coverage: 79 },
      { label: 'Des', value: 20, coverage: 85 },
    ])
    expect(html.match(/class="dot-o"/g)).toHaveLength(1)
    expect(html.match(/class="cov-low"/g)).toHaveLength(1)
    expect(html.match(/class="dot"/g)).toHaveLength(1)
  })

  test('begins at zero and keeps its points inside, also when everything is zero', () => {
    for (const values of [
      [0, 0],
      [0.4, 0.2],
      [98, 100],
      [5, 0],
    ]) {
      const html = chart(values.map((value, index) => ({ label: `${index}`, value })))
      expect(html).toMatch(/>0<\/text>/)
      for (const [, y] of html.matchAll(/cy="([\d.]+)"/g)) {
        expect(Number(y)).toBeGreaterThanOrEqual(18)
        expect(Number(y)).toBeLessThanOrEqual(138)
      }
    }
  })

  test('carries words enough to do without the picture, and the same numbers below', () => {
    const html = chart([{ label: 'Nov', value: 21.3, coverage: 79 }])
    expect(html).toContain('role="img" aria-labelledby="t-t t-d"')
    expect(html).toContain('<desc id="t-d">Turun.</desc>')
    expect(html).toContain('21,3 %')
    expect(html).toContain('<table')
  })

  test('draws a second picture for wide screens only when asked', () => {
    expect(chart([{ label: 'Nov', value: 1 }]).match(/<svg class="chart/g)).toHaveLength(1)
    expect(chart([{ label: 'Nov', value: 1 }], { wide: 'full' }).match(/<svg class="chart/g)).toHaveLength(2)
  })

  test('weighs less than 6 kB with two years of months', () => {
    const points = Array.from({ length: 24 }, (_, i) => ({
      label: `B${i}`,
      value: 20 + Math.sin(i),
      coverage: 80 + (i % 15),
    }))
    expect(gzipSync(chart(points, { wide: 'full' })).length).toBeLessThan(6000)
  })

  test('has nothing to draw without a single value, and does not break', () => {
    expect(chart([{ label: 'Nov' }, { label: 'Des' }])).not.toMatch(/NaN|Infinity/)
  })
})

describe('TileMap', () => {
  const map = (tile: { value?: number; people: number; thin?: boolean }) =>
    draw(
      <TileMap
        id="m"
        title="Peta"
        finding="x"
        limits={[10, 20, 30]}
        thinName="D/S tipis"
        tiles={[{ name: 'Paringin Selatan', column: 0, row: 0, ...tile }]}
      />,
    )

  test.each([
    [9.9, 'q1'],
    [10, 'q2'],
    [19.9, 'q2'],
    [20, 'q3'],
    [30, 'q4'],
    [100, 'q4'],
  ])('%d percent is %s', (value, step) => {
    expect(map({ value, people: 100 })).toContain(`<rect class="${step}" x="0"`)
  })

  test.each(['Banua Lawas', 'Muara Harus', 'Bintang Ara'])('%s does not run over the edge of its tile', (name) => {
    const tiles = [{ name, column: 0, row: 0, people: 0 }]
    const html = draw(<TileMap id="m" title="Peta" finding="x" limits={[10, 20, 30]} tiles={tiles} />)
    for (const part of name.split(' ')) expect(html).toContain(`>${part}</text>`)
  })

  test('shows nothing about fewer than five people, also not in the table', () => {
    const html = map({ value: 25, people: 4 })
    expect(html).not.toContain('25')
    expect(html).toContain('kurang dari 5')
    expect(html).toContain('<rect class="q0"')
  })

  test('says where there are no data and where they are thin', () => {
    expect(map({ people: 100 })).toContain('belum ada data')
    const thin = map({ value: 21.7, people: 100, thin: true })
    expect(thin).toContain('class="hatch"')
    expect(thin).toContain('belum mewakili')
    expect(thin).toContain('D/S tipis')
  })

  test('breaks long names into two lines', () => {
    expect(map({ value: 1, people: 9 })).toMatch(/>Paringin<\/text><text[^>]*>Selatan<\/text>/)
  })
})

describe('GapBars', () => {
  const gap = (name: string, missing: number, more = {}) => ({
    name,
    owner: 'x',
    reached: 10,
    of: 20,
    targetPercent: 90,
    missing,
    unit: 'orang',
    ...more,
  })

  test('puts the most people first, whatever the order it gets', () => {
    const html = draw(<GapBars gaps={[gap('Sedikit', 2), gap('Banyak', 44), gap('Tengah', 9)]} />)
    expect(html.indexOf('Banyak')).toBeLessThan(html.indexOf('Tengah'))
    expect(html.indexOf('Tengah')).toBeLessThan(html.indexOf('Sedikit'))
  })

  test('writes base, share and target, and survives a base of nobody', () => {
    const html = draw(<GapBars gaps={[gap('A', 8, { reached: 149, of: 214 })]} />)
    expect(html).toContain('149 dari 214')
    expect(html).toContain('69,6 %')
    expect(html).toContain('sasaran 90 %')
    expect(draw(<GapBars gaps={[gap('A', 0, { reached: 0, of: 0 })]} />)).not.toContain('NaN')
  })
})

describe('IndexScale', () => {
  const bands = [
    { name: 'Kurang', range: '< 35', upTo: 35 },
    { name: 'Inovatif', range: '35 – 60', upTo: 60 },
    { name: 'Sangat', range: '> 60', upTo: 100 },
  ]

  test('says every value it shows', () => {
    const html = draw(<IndexScale title="Indeks" verified={43.42} claimed={48.18} tryout={46.85} bands={bands} />)
    expect(html).toContain(
      'aria-label="Indeks. sah 43,42, klaim 48,18, coba-coba 46,85. Kurang &lt; 35; Inovatif 35 – 60; Sangat &gt; 60."',
    )
    expect(html).toContain('class="pin" x1="43.42%"')
    expect(html).toContain('class="claim" x1="48.18%"')
    expect(html).toContain('class="flag"')
  })

  test('keeps labels at the edges on the screen', () => {
    expect(draw(<IndexScale title="x" verified={2} bands={bands} />)).toContain('class="halo bld" text-anchor="start"')
    expect(draw(<IndexScale title="x" verified={140} bands={bands} />)).toContain('text-anchor="end" x="100%"')
    expect(draw(<IndexScale title="x" verified={50} bands={bands} />)).not.toContain('class="claim"')
  })
})

test('a sparkline breaks at what is missing and ends in a dot', () => {
  const html = draw(<Sparkline finding="Turun." values={[3, undefined, 2, 1]} />)
  expect(html.match(/d="([^"]+)"/)?.[1]?.match(/M/g)).toHaveLength(2)
  expect(html.match(/<circle/g)).toHaveLength(1)
  expect(draw(<Sparkline finding="Kosong." values={[undefined]} />)).not.toMatch(/NaN|Infinity/)
})
