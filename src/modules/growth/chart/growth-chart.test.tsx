// The drawing as data: what is joined, what is hollow, where the step stands, what it weighs, what it says.
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../../kernel/date.ts'
import { Speaking } from '../../../platform/ui/language.ts'
import { classifyChild } from '../rules/classify.ts'
import { CATEGORIES_2020 } from '../rules/editions.ts'
import { judgeMeasurement } from '../rules/measurement.ts'
import { getTable } from '../tables/decode.ts'
import { CHART_INDICATORS, chartPoints, joinedRuns, redLinePieces, sdLine, yDomain } from './geometry.ts'
import { GrowthChart, type GrowthChartProps } from './growth-chart.tsx'
import { GrowthFigure } from './growth-figure.tsx'
import { placeEvents, spreadLabels } from './labels.ts'
import { measureText, plainAdvice } from './words.ts'

const girl = { sex: 2 as const, birthDate: '2025-02-10' }
const weights = [3100, 4000, 4900, 5750, 6400, 6950, 7350, 7700, 8000, 2500, 8400, 8650, 8900, 8900, 8750]
const girls = weights.map((weightG, i) =>
  judgeMeasurement(girl, {
    id: `m${i}`,
    date: addDays(addMonths('2025-02-10', i), i === 0 ? 0 : i % 4),
    place: 'posyandu',
    verified: true,
    weightG,
    lengthHeightTenthMm: 4900 + (i < 6 ? i * 300 : 1800 + (i - 6) * 130),
    position: 'l',
    headTenthMm: 3400 + i * 70,
  }),
)
const boy = { sex: 1 as const, birthDate: '2022-01-05' }
const boys = Array.from({ length: 36 }, (_, i) => i)
  .filter((i) => i !== 10)
  .map((i) =>
    judgeMeasurement(boy, {
      id: `b${i}`,
      date: addMonths('2023-12-20', i),
      place: 'posyandu',
      verified: true,
      weightG: 10_200 + i * 150,
      lengthHeightTenthMm: 8300 + i * 55,
      position: i < 2 ? 'l' : 'h',
      headTenthMm: 4700 + i * 8,
    }),
  )
const events = [
  { date: '2025-11-12', name: { id: 'ukur ulang', en: 'measured again' } },
  { date: '2026-03-18', name: { id: 'diare', en: 'diarrhoea' } },
]
const base: GrowthChartProps = {
  id: 'g',
  indicator: 'weightForAge',
  ...girl,
  panel: '0-24',
  measurements: girls,
  events,
  size: 'phone',
}
const draw = (props: Partial<GrowthChartProps> = {}, language: 'id' | 'en' = 'id') =>
  String(
    (
      <Speaking value={language}>
        <GrowthChart {...base} {...props} />
      </Speaking>
    ).toString(),
  )
const count = (text: string, part: string) => text.split(part).length - 1

describe('every chart', () => {
  const all = CHART_INDICATORS.flatMap((indicator) =>
    (['phone', 'wide', 'print'] as const).flatMap((size) => [
      { indicator, size, ...girl, panel: '0-24' as const, measurements: girls },
      { indicator, size, ...boy, panel: '24-60' as const, measurements: boys },
    ]),
  )
  test.each(all)(
    '$indicator, $panel, $size: small, named, six lines, no inline style, letters of 12 or more',
    (props) => {
      const svg = draw(props)
      expect(gzipSync(svg, { level: 9 }).length).toBeLessThan(6 * 1024)
      expect(svg).toContain('role="img" aria-labelledby="g-t g-d"')
      expect(svg).toMatch(/<title id="g-t">[^<]+<\/title><desc id="g-d">[^<]+<\/desc>/)
      for (const [kind, lines] of [
        ['k0', 1],
        ['k1', 1],
        ['k2', 2],
        ['k3', 2],
      ] as const)
        expect(count(svg, `<path class="${kind}"`)).toBe(lines)
      expect(svg).not.toContain('style=')
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      const [width, size] = [Number(/viewBox="0 0 (\d+)/.exec(svg)![1]), Number(/font-size="(\d+)"/.exec(svg)![1])]
      // a phone of 360 px shows the picture 328 px wide
      if (props.size === 'phone') expect((size * 328) / width).toBeGreaterThanOrEqual(10)
    },
  )
  test('the line at -1 only when asked for', () => expect(count(draw({ minusOne: true }), '<path class="k1"')).toBe(2))
})

test('the red line of the card stands on weight for age only, in a piece for each edition that set it', () => {
  const redLine = [
    { from: '2025-02-01', below: -3 },
    { from: '2026-02-01', below: -2 },
  ]
  expect(count(draw({ redLine }), '<path class="bgm"')).toBe(2)
  expect(count(draw({ redLine, indicator: 'lengthForAge' }), '<path class="bgm"')).toBe(0)
  const [early, late] = redLinePieces(2, '0-24', girl.birthDate, redLine)
  const at = (k: number, month: number) => sdLine('weightForAge', 2, '0-24', k).find(([x]) => x === month)
  expect(early).toContainEqual(at(-3, 6))
  expect(late).toContainEqual(at(-2, 20))
  expect(early!.at(-1)![0]).toBeCloseTo(late![0]![0], 9)
})

describe('the child', () => {
  test('one hollow point, unjoined; two runs around it; the last value in words', () => {
    const svg = draw()
    expect(count(svg, 'class="hollow"')).toBe(1)
    expect(count(svg, 'class="pt"')).toBe(14)
    expect(count(svg, '<path class="me"')).toBe(2)
    expect(svg).toContain('8,75 kg</text>')
    expect(draw({}, 'en')).toContain('8.75 kg</text>')
  })
  test('a month without a point breaks the line', () => {
    const points = chartPoints('weightForAge', '24-60', boys)
    expect(joinedRuns(points).map((run) => run.length)).toEqual([9, 25])
    expect(
      joinedRuns(
        chartPoints(
          'weightForAge',
          '0-24',
          girls.filter((_, i) => i % 2 === 0),
        ),
      ),
    ).toEqual([])
  })
  test('a wild value stays inside the frame and does not stretch the axis', () => {
    const wild = judgeMeasurement(girl, {
      id: 'w',
      date: '2026-04-20',
      place: 'home',
      verified: false,
      weightG: 87_500,
    })
    const points = chartPoints('weightForAge', '0-24', [...girls, wild])
    expect(points.at(-1)!.hollow).toBe(true)
    expect(yDomain('weightForAge', 2, '0-24', points)[1]).toBeLessThan(20)
    for (const cy of draw({ measurements: [...girls, wild] }).matchAll(/cy="([\d.]+)"/g))
      expect(Number(cy[1]) >= 12 && Number(cy[1]) <= 366).toBe(true)
  })
  test('nothing measured: the lines alone, and said', () => {
    const svg = draw({ measurements: [], events: [] })
    expect(count(svg, '<circle')).toBe(0)
    expect(svg).toContain('Belum ada pengukuran')
  })
  test('the description tells trend, gap, what to measure again and events', () => {
    const desc = /<desc[^>]*>([^<]+)/.exec(draw())![1]!
    expect(desc).toBe(
      '8,75 kg pada April 2026, turun dari 8,9 kg pada Maret 2026. 2,5 kg pada November 2025 perlu diukur ulang. Garis putus setelah Oktober 2025. ukur ulang, November 2025. diare, Maret 2026. Semua angka ada di tabel.',
    )
  })
})

describe('the lines', () => {
  test('the median is M, and -2 to +1 is tinted for weight', () => {
    const table = getTable('weightForAge')
    expect(sdLine('weightForAge', 1, '0-24', 0)[12]).toEqual([12, table.lms[3 * 365 + 1]])
    expect(draw()).toContain('<path class="zone"')
  })
  test('0.7 cm step at 24 months, on both panels, and nowhere else', () => {
    for (const panel of ['0-24', '24-60'] as const) {
      const at24 = sdLine('lengthForAge', 1, panel, 0).filter(([x]) => x === 24)
      expect(at24).toHaveLength(2)
      // a day of growth less 0.7 cm
      expect(at24[1]![1] - at24[0]![1]).toBeCloseTo(-0.67, 1)
      expect(sdLine('weightForAge', 1, panel, 0).filter(([x]) => x === 24)).toHaveLength(1)
    }
    expect(draw({ indicator: 'lengthForAge' })).toContain('mulai 24 bulan berdiri: −0,7 cm')
    expect(draw()).not.toContain('0,7 cm')
  })
  test('the axis of weight by length is centimetres, by the table of the panel', () => {
    const lying = sdLine('weightForLength', 1, '0-24', 0)
    const standing = sdLine('weightForLength', 1, '24-60', 0)
    expect([lying[0]![0], lying.at(-1)![0], standing[0]![0], standing.at(-1)![0]]).toEqual([45, 110, 65, 120])
    expect(chartPoints('weightForLength', '24-60', boys).every((p) => p.measurement.ageDays >= 731)).toBe(true)
    expect(draw({ indicator: 'weightForLength' })).toContain('panjang badan dalam cm')
  })
})

describe('words keep apart', () => {
  test('labels of lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 8, max: 16 }),
        (heights, gap) => {
          const placed = spreadLabels(heights, gap)
          const sorted = [...placed].sort((a, b) => a - b)
          for (let i = 1; i < sorted.length; i++) expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(gap - 1e-6)
          const apart = [...heights].sort((a, b) => a - b).every((h, i, all) => i === 0 || h - all[i - 1]! >= gap)
          if (apart) expect(placed).toEqual(heights)
        },
      ),
    )
  })
  test('names of events never touch each other or a mark; a mark is always drawn', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: fc.integer({ min: 0, max: 24 }), name: fc.string({ minLength: 1, maxLength: 18 }) }), {
          maxLength: 8,
        }),
        (marks) => {
          const sorted = [...marks].sort((a, b) => a.x - b.x)
          const placed = placeEvents(
            sorted,
            (x) => 28 + x * 12,
            { left: 28, right: 316, perLetter: 7, rows: 3 },
            (m) => m.name,
          )
          expect(placed).toHaveLength(marks.length)
          const boxes = placed.flatMap((p) => {
            const width = p.mark.name.length * 7
            return p.labelled
              ? [
                  {
                    row: p.row,
                    from: p.anchor === 'start' ? p.at + 9 : p.at - 9 - width,
                    to: p.anchor === 'start' ? p.at + 9 + width : p.at - 9,
                  },
                ]
              : []
          })
          const touching = boxes.filter((a, i) =>
            boxes.some((b, k) => i < k && a.row === b.row && a.to >= b.from && b.to >= a.from),
          )
          expect(touching).toEqual([])
          for (const box of boxes) expect(box.from >= 28 && box.to <= 316).toBe(true)
        },
      ),
    )
  })
})

test('measures as people write them', () => {
  expect([
    measureText('weightForAge', 8.75, 'id'),
    measureText('weightForAge', 8.9, 'id'),
    measureText('weightForAge', 9, 'en'),
    measureText('lengthForAge', 76.4, 'id'),
    measureText('lengthForAge', 81, 'id'),
  ]).toEqual(['8,75 kg', '8,9 kg', '9.0 kg', '76,4 cm', '81,0 cm'])
})

test('advice: the most urgent first, what to do before what it is called, never a letter of the card', () => {
  const judged = (part: object) =>
    judgeMeasurement(boy, { id: 'x', date: '2023-07-07', place: 'posyandu', verified: false, ...part })
  const advice = (part: object, tRun = 0, missedMonths = 0, ageMonths = 18) => {
    const latest = judged(part)
    return plainAdvice({ latest, categories: classifyChild(latest, CATEGORIES_2020), tRun, missedMonths, ageMonths }).id
  }
  expect(advice({ weightG: 7200, lengthHeightTenthMm: 7450, position: 'l' })).toContain('hari ini')
  expect(advice({ weightG: 11_000, lengthHeightTenthMm: 8200, position: 'l', oedema: 1 })).toContain('hari ini')
  // with a complication the alert and the line name the same place
  const swollen = judged({ weightG: 11_000, lengthHeightTenthMm: 8200, position: 'l', oedema: 1 })
  const rest = { categories: {}, tRun: 0, missedMonths: 0, ageMonths: 18 }
  expect(plainAdvice({ latest: swollen, ...rest, isToHospital: true }).id).toContain('rumah sakit hari ini')
  expect(plainAdvice({ latest: swollen, ...rest }).id).toContain('Puskesmas hari ini')
  expect(advice({ weightG: 11_000, lengthHeightTenthMm: 8200, position: 'l' })).toContain('Pertumbuhannya baik')
  expect(advice({ weightG: 11_000, lengthHeightTenthMm: 8200, position: 'l' }, 2)).toContain('tujuh hari')
  expect(advice({ weightG: 11_000, lengthHeightTenthMm: 8200, position: 'l' }, 1)).toContain('bulan depan')
  expect(advice({ weightG: 9500, lengthHeightTenthMm: 7500, position: 'l' })).toContain('pendek')
  expect(advice({ weightG: 90_000, lengthHeightTenthMm: 8200, position: 'l' })).toContain('diukur ulang')
  expect(advice({ weightG: 11_000, lengthHeightTenthMm: 8200, position: 'l' }, 0, 2)).toContain('bulan ini')
  // below six months breast milk alone: no word of eating, whatever the gain
  const plump = { weightG: 11_000, lengthHeightTenthMm: 8200, position: 'l' }
  for (const tRun of [0, 1]) {
    expect(advice(plump, tRun, 0, 5)).toMatch(/ASI|[Ss]usui/)
    expect(advice(plump, tRun, 0, 5)).not.toMatch(/makan|telur/)
    expect(advice(plump, tRun, 0, 6)).toMatch(/makan/)
  }
  expect(plainAdvice({ categories: {}, tRun: 0, missedMonths: 3, ageMonths: 12 }).id).toContain('posyandu')
})

test('the figure holds one drawing for each screen and paper, each with its own name', () => {
  const html = String((<GrowthFigure {...base} advice={{ id: 'Timbang lagi.', en: 'Weigh again.' }} />).toString())
  expect(html.indexOf('Timbang lagi.')).toBeLessThan(html.indexOf('<svg'))
  expect(['g-p-t', 'g-w-t', 'g-a4-t'].map((id) => count(html, `id="${id}"`))).toEqual([1, 1, 1])
  expect(count(html, 'role="img"')).toBe(3)
})
