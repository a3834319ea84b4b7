// Boundaries: what a file may hold, which feature is which village, and that thinning never tears neighbours apart.
import { describe, expect, it } from 'vitest'
import { inventBoundaries } from '../../../bindings/demo-boundaries.ts'
import { findOwnAreas } from '../../regions/areas-own.ts'
import { findCrossing } from './crossing.ts'
import { drawZooms, innerPoint } from './draw.ts'
import { type Position, readBoundaries } from './geojson.ts'
import { drawVillage } from './layers.ts'
import { matchVillages } from './match.ts'
import { drawAreas, type Point, thin } from './topology.ts'

const VILLAGES = [
  { code: '63.11.01.2001', name: 'Muara Ninian', district: 'Juai', districtCode: '63.11.01' },
  { code: '63.11.01.2002', name: 'Sirap', district: 'Juai', districtCode: '63.11.01' },
  { code: '63.11.02.2001', name: 'Sirap', district: 'Halong', districtCode: '63.11.02' },
]
type Ring = readonly (readonly [number, number])[]
const square = (x: number, y: number, size = 0.1): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const feature = (properties: unknown, ...rings: readonly unknown[]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
})
const file = (features: readonly unknown[], rest: Readonly<Record<string, unknown>> = {}): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features, ...rest }))
const refusal = (bytes: Uint8Array) => {
  const read = readBoundaries(bytes)
  return read.ok ? 'read' : `${read.refusals[0]!.code} ${read.refusals[0]!.params?.line ?? ''}`.trim()
}

describe('a file of boundaries', () => {
  it('is read with holes and several parts', () => {
    const read = readBoundaries(
      file([
        feature({ Kode_Desa: '63.11.01.2001', luas: 3 }, square(115, -2), square(115.02, -1.98, 0.02)),
        {
          type: 'Feature',
          properties: null,
          geometry: { type: 'MultiPolygon', coordinates: [[square(115.2, -2)], [square(115.4, -2)]] },
        },
      ]),
    )
    expect(read.ok && read.value.map((one) => one.polygons.map((rings) => rings.length))).toEqual([[2], [1, 1]])
    expect(read.ok && read.value[0]!.properties).toEqual({ kode_desa: '63.11.01.2001', luas: '3' })
  })

  it.each([
    ['nothing', new Uint8Array(), 'map-file-missing'],
    ['no JSON', new TextEncoder().encode("'; -- 🌾"), 'map-file-unreadable'],
    ['another JSON', new TextEncoder().encode('[1,2]'), 'map-file-unreadable'],
    ['no features', file([]), 'map-file-empty'],
    [
      'metres',
      file([feature({}, square(115, -2))], { crs: { properties: { name: 'EPSG:32750' } } }),
      'map-file-projection',
    ],
    [
      'a line',
      file([{ type: 'Feature', geometry: { type: 'LineString', coordinates: [[115, -2]] } }]),
      'map-file-shape 1',
    ],
    [
      'an open ring',
      file([feature({}, square(115, -2)), feature({}, [...square(115, -2).slice(0, 4), [115.5, -2.5]])]),
      'map-file-open 2',
    ],
    [
      'two corners',
      file([
        feature({}, [
          [115, -2],
          [115.1, -2],
          [115, -2],
          [115, -2],
        ]),
      ]),
      'map-file-ring 1',
    ],
    [
      'a line that crosses itself',
      file([
        feature({}, square(115, -2)),
        feature({ nama_desa: 'Sirap' }, [
          [115, -2],
          [115.2, -2.2],
          [115.2, -2],
          [115, -2.25],
          [115, -2],
        ]),
      ]),
      'map-file-crossing 2',
    ],
    ['latitude first', file([feature({}, square(-2, 115))]), 'map-file-place 1'],
    [
      'words for numbers',
      file([
        feature({}, [
          ['115', '-2'],
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
      ]),
      'map-file-position 1',
    ],
  ])('with %s is refused', (_, bytes, code) => expect(refusal(bytes)).toBe(code))
})

it('a crossing is found wherever it lies and named with its village; meeting lines and slips of a pen are none', () => {
  const wave = (amplitude: number): Ring =>
    Array.from({ length: 4000 }, (_, i): Position => {
      const turn = (2 * Math.PI * i) / 4000
      const radius = 0.05 + amplitude * Math.sin(97 * turn)
      return [115.5 + radius * Math.cos(turn), -2.3 + radius * Math.sin(turn)]
    })
  expect(findCrossing([wave(0.02)])).toBeUndefined()
  // two positions swapped make two crossings beside them
  const swapped = wave(0.02).map((one, i, all) => (i === 1000 ? all[1040]! : i === 1040 ? all[1000]! : one))
  expect(findCrossing([swapped])).toBeDefined()
  const outer: Ring = [
    [115, -2],
    [115.1, -2],
    [115.1, -2.1],
    [115, -2.1],
  ]
  const hole = (east: number): Ring => [
    [115.02, -2.02],
    [east, -2.02],
    [east, -2.06],
    [115.02, -2.06],
  ]
  expect(findCrossing([outer, hole(115.06)])).toBeUndefined()
  expect(findCrossing([outer, hole(115.2)])).toEqual([expect.closeTo(115.1, 9), expect.any(Number)])
  const slip: Ring = [
    [115, -2],
    [115.1, -2.1],
    [115.1, -2.100_001],
    [115.100_001, -2.1],
    [115, -2.2],
  ]
  expect(findCrossing([slip])).toBeUndefined()
  expect(findCrossing([wave(0.02)], 1000)).toBe('too-fine')
  const bow: Ring = [
    [115, -2],
    [115.2, -2.2],
    [115.2, -2],
    [115, -2.25],
    [115, -2],
  ]
  const read = readBoundaries(file([feature({ WADMKD: "Sirap'; --" }, bow)]))
  expect(read.ok ? [] : read.refusals).toMatchObject([
    { code: 'map-file-crossing', params: { line: 1, name: "Sirap'; --" } },
  ])
})

it('finds villages by code in any spelling, else by both names, and guesses between none', () => {
  const read = readBoundaries(
    file([
      feature({ KDEPUM: '6311012001' }, square(115, -2)),
      feature({ NAMOBJ: 'Desa SIRAP', WADMKC: 'Kec. Halong' }, square(115.2, -2)),
      feature({ nama: 'sirap' }, square(115.4, -2)),
      feature({ kode_desa: '63.11.01.2001' }, square(115.6, -2)),
      feature({ nama_desa: 'Antah Berantah' }, square(115.8, -2)),
    ]),
  )
  const { byVillage, odd, missing } = matchVillages(read.ok ? read.value : [], VILLAGES)
  expect([...byVillage].map(([code, one]) => [code, one.line])).toEqual([
    ['63.11.01.2001', 1],
    ['63.11.02.2001', 2],
  ])
  expect(odd.map((one) => [one.line, one.why])).toEqual([
    [3, 'two'],
    [4, 'taken'],
    [5, 'unknown'],
  ])
  expect(missing).toEqual(['63.11.01.2002'])
})

it('thins a line to what shows, closed lines too', () => {
  const line = Array.from({ length: 50 }, (_, x): Point => [x, x % 2 === 0 ? 0 : 0.4])
  expect(thin(line, 0.5)).toEqual([line[0], line[49]])
  expect(thin(line, 0.1).length).toBe(50)
  const ring: readonly Point[] = [
    [0, 0],
    [5, 0.1],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ]
  expect(thin(ring, 0.5)).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ])
})

it('gives neighbours the same thinned line, so that all areas together fill the whole without gap or overlap', () => {
  const { districts } = findOwnAreas('63.11')!
  const villages = districts.flatMap((district) =>
    district.villages.map((one) => ({ ...one, district: district.name, districtCode: district.code })),
  )
  const tiles = Object.fromEntries(
    districts.map((one, index): [string, [number, number]] => [one.code, [index % 3, Math.floor(index / 3)]]),
  )
  const bytes = new TextEncoder().encode(JSON.stringify(inventBoundaries(villages, tiles)))
  const read = readBoundaries(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.refusals))
  const { byVillage } = matchVillages(read.value, villages)
  expect(byVillage.size).toBe(157)

  const { rings, borders } = drawAreas(
    villages.map((one) => ({ code: one.code, group: 'one', rings: byVillage.get(one.code)!.polygons.flat() })),
    ([x, y]) => [(x - 115) * 1000, (y + 3) * 1000],
    1.5,
  )
  const areaOf = (ring: readonly Point[]): number =>
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length]!
      return sum + (x * nextY - nextX * y) / 2
    }, 0)
  const parts = [...rings.values()].flat().reduce((sum, ring) => sum + Math.abs(areaOf(ring)), 0)
  const points = [...rings.values()].flat(2).length
  expect(points).toBeLessThan(157 * 26)
  const edges = new Map<string, number>()
  for (const ring of [...rings.values()].flat())
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length]!
      const name = [String(from), String(to)].sort().join(' ')
      edges.set(name, (edges.get(name) ?? 0) + 1)
    }
  const outer = [...edges.values()].filter((uses) => uses === 1).length
  const outerDrawn = borders.reduce((sum, line) => sum + line.length - 1, 0)
  expect([...edges.values()].every((uses) => uses <= 2)).toBe(true)
  expect(Math.abs(outer - outerDrawn)).toBeLessThanOrEqual(2)
  expect(parts).toBeGreaterThan(1000)

  const shapes = drawZooms('63.11', villages, byVillage)
  expect(shapes.filter((one) => one.zoom === '63.11').length).toBe(158)
  expect(new Set(shapes.map((one) => one.zoom)).size).toBe(9)
  expect(shapes.every((one) => /^(M-?\d+ -?\d+l[-\d ]+z?)+$/.test(one.path))).toBe(true)
  expect(shapes.filter((one) => one.zoom === '63.11').reduce((sum, one) => sum + one.path.length, 0)).toBeLessThan(
    30_000,
  )
})

it('puts a word inside a bent village, not into its bay', () => {
  const bay: readonly Point[] = [
    [0, 0],
    [90, 0],
    [90, 90],
    [60, 90],
    [60, 20],
    [0, 20],
  ]
  const [x, y] = innerPoint([bay])
  expect(y < 20 || x > 60).toBe(true)
})

describe('what a village may show', () => {
  const growth = (stunted: number, measured: number, due = measured) => ({
    growth: { stunted, measured, coverage: { measured, due } },
  })
  it('hides what points at fewer than five people, except from those who treat them', () => {
    expect(drawVillage('stunting', growth(4, 40), false, 'id')).toMatchObject({ step: 0, short: '' })
    expect(drawVillage('stunting', growth(4, 40), true, 'id')).toMatchObject({ step: 2, text: '10,00 %' })
    expect(drawVillage('stunting', growth(0, 4), false, 'en').step).toBe(0)
    const score = { score: '80.0', grade: 'B', missing: 3, shown_step: 1, at_risk: 17, risk_known: 20 }
    expect(drawVillage('missing', { score }, false, 'id')).toMatchObject({ step: 0 })
    expect(drawVillage('risk', { score }, false, 'id')).toMatchObject({ step: 0 })
    expect(drawVillage('risk', { score }, true, 'id')).toMatchObject({ step: 4 })
  })
  it('never draws no data as a value, and marks thin coverage', () => {
    expect(drawVillage('stunting', {}, true, 'id')).toMatchObject({ step: 0, text: 'belum ada data' })
    expect(drawVillage('stunting', growth(0, 40), false, 'id')).toMatchObject({ step: 1, text: '0,00 %' })
    expect(drawVillage('stunting', growth(12, 40, 60), false, 'id')).toMatchObject({ step: 4, isThin: true })
    expect(
      drawVillage(
        'score',
        { score: { score: '55.0', grade: null, missing: 0, shown_step: 1, at_risk: 0, risk_known: 0 } },
        true,
        'en',
      ),
    ).toMatchObject({ step: 0, text: 'data not enough' })
  })
})
