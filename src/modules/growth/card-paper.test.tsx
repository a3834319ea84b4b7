// The growth card as a file: every chart the house draws is read back from its SVG, everything stands inside the page, nothing is left out.
import { expect, test } from 'vitest'
import { addMonths } from '../../kernel/date.ts'
import { Speaking } from '../../platform/ui/language.ts'
import { PAPER_WORK_HERE } from '../documents/paper-work.ts'
import { readDrawing } from '../documents/render/svg-shapes.ts'
import { hasPoppler, wordsOf } from '../documents/render/test-tools.ts'
import { cardReport } from './card-paper.tsx'
import { CHART_INDICATORS } from './chart/geometry.ts'
import { GrowthChart } from './chart/growth-chart.tsx'
import { countChildMonths } from './count-months.ts'
import { judgeMeasurement } from './rules/measurement.ts'
import { EDITIONS } from './testing/growth-world.ts'

const NAME = `Putri "<b>&amp;" 🙂 ${'Panjang'.repeat(12)}`
const born = '2025-02-10'
const measured = Array.from({ length: 12 }, (_, i) => ({
  ...judgeMeasurement(
    { sex: 2, birthDate: born },
    {
      id: `m${i}`,
      date: addMonths(born, i),
      place: 'posyandu',
      verified: true,
      weightG: 3100 + i * 480,
      lengthHeightTenthMm: 4900 + i * 210,
      position: 'l',
      headTenthMm: 3400 + i * 80,
    },
  ),
  childId: 'c',
  posyanduId: 'melati',
  villageCode: '63.11.05.2005',
  facts: {},
  findings: [],
  measurer: 'a',
  state: 'verified' as const,
  recordedAt: new Date(0),
}))
const card = {
  child: {
    childId: 'c',
    name: NAME,
    sex: 2 as const,
    birthDate: born,
    birthExact: true,
    ageDays: 340,
    ageMonths: 11,
    posyandu: { posyanduId: 'melati', name: 'Posyandu Melati', village: 'Paringin Kota', may: {} as never },
    redLine: [{ from: '2025-02-01', below: -3 }],
  },
  months: countChildMonths({ sex: 2, birthDate: born }, measured, new Map(), EDITIONS),
  events: [{ date: '2025-08-12', name: { id: 'diare', en: 'diarrhoea' } }],
  advice: { id: 'Tumbuh baik.', en: 'Growing well.' },
}
const at = { today: '2026-01-20', nowMs: Date.UTC(2026, 0, 20), region: 'Kabupaten Balangan', language: 'id' as const }
const draw = () => PAPER_WORK_HERE.report(cardReport(card, at))

test('each chart is read whole: as many shapes as its markup has, none without a place', () => {
  for (const indicator of CHART_INDICATORS) {
    const svg = String(
      (
        <Speaking value="id">
          <GrowthChart
            id="g"
            indicator={indicator}
            sex={2}
            birthDate={born}
            panel="0-24"
            measurements={measured}
            events={card.events}
            redLine={card.child.redLine}
            size="print"
          />
        </Speaking>
      ).toString(),
    )
    const { shapes } = readDrawing(svg)
    const count = (tag: string) => shapes.filter((shape) => shape.tag === tag).length
    for (const tag of ['path', 'circle', 'text']) expect(count(tag)).toBe(svg.split(`<${tag} `).length - 1)
    for (const shape of shapes) if (shape.tag !== 'path') expect(Number.isFinite(shape.x + shape.y)).toBe(true)
  }
  expect(() => readDrawing('<svg viewBox="0 0 1 1"><image href="x"/></svg>')).toThrow('<image>')
})

test('the same card gives the same bytes, without a script, a link or the name in its facts', async () => {
  const [one, two] = [await draw(), await draw()]
  expect(Buffer.compare(one, two)).toBe(0)
  const text = Buffer.from(one).toString('latin1')
  expect(text.startsWith('%PDF-1.7')).toBe(true)
  expect(text).not.toMatch(/\/JavaScript|\/URI|\/Title \([^)]*Putri/)
})

test.skipIf(!hasPoppler)(
  'three sheets of A4, no word outside the margins, a long name on as many lines as it needs',
  async () => {
    const words = wordsOf(await draw())
    expect(new Set(words.map(({ page }) => page))).toEqual(new Set([1, 2, 3]))
    for (const { text, box } of words)
      expect([text, box[0] > 36 && box[2] < 559 && box[1] > 30 && box[3] < 815]).toEqual([text, true])
    const all = words.map(({ text }) => text).join(' ')
    for (const part of ['Putri', 'Tumbuh', 'baik.', 'garis', 'merah', '(BGM),', 'diare', '10 Jan 2026', '3/3'])
      expect(all).toContain(part)
    expect(words.map(({ text }) => text).join('')).toContain('Panjang'.repeat(12))
  },
)
