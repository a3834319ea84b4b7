// Boundaries as paths for a page: Mercator's map fitted to a frame, one set for the region and one for each district. Pure. Must
// stay true: whole units, relative steps, so that 157 villages stay small enough for a slow phone.
import { geoMercator } from 'd3-geo'
import type { BoundaryFeature, Position, Ring } from './geojson.ts'
import type { KnownVillage } from './match.ts'
import { type Area, drawAreas, type Point } from './topology.ts'

export type Shape = {
  /** The region or district that fills the frame. */
  readonly zoom: string
  /** The village; the zoom itself for the frame with its thick lines. */
  readonly area: string
  readonly path: string
  /** Where a word stands; of the frame: its size. */
  readonly x: number
  readonly y: number
}
const WIDTH = 1000
const HEIGHT = 1100
const MARGIN = 6

/** All zooms of a region: itself, and each district that has a village. */
export function drawZooms(
  region: string,
  villages: readonly KnownVillage[],
  features: ReadonlyMap<string, BoundaryFeature>,
): readonly Shape[] {
  const drawn = villages.filter((one) => features.has(one.code))
  const areaOf = (village: KnownVillage, group: string): Area => ({
    code: village.code,
    group,
    rings: features.get(village.code)!.polygons.flat(),
  })
  const districts = [...new Set(drawn.map((one) => one.districtCode))]
  return [
    ...drawZoom(
      region,
      drawn.map((one) => areaOf(one, one.districtCode)),
      1.3,
    ),
    ...districts.flatMap((code) =>
      drawZoom(
        code,
        drawn.filter((one) => one.districtCode === code).map((one) => areaOf(one, code)),
        1.6,
      ),
    ),
  ]
}

function drawZoom(zoom: string, areas: readonly Area[], tolerance: number): readonly Shape[] {
  const box = boxOf(areas.flatMap((area) => area.rings))
  const inside = [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, HEIGHT - MARGIN],
  ] as [[number, number], [number, number]]
  const mercator = geoMercator().fitExtent(inside, { type: 'MultiPoint', coordinates: box.map((one) => [...one]) })
  const flat = ([longitude, latitude]: Position): Point => mercator([longitude, latitude]) ?? [0, 0]
  const [left, bottom] = flat(box[0]!)
  const [right, top] = flat(box[1]!)
  const project = (position: Position): Point => {
    const [x, y] = flat(position)
    return [x - left + MARGIN, y - top + MARGIN]
  }
  const { rings, borders } = drawAreas(areas, project, tolerance)
  const size: Point = [Math.ceil(right - left) + 2 * MARGIN, Math.ceil(bottom - top) + 2 * MARGIN]
  return [
    { zoom, area: zoom, path: borders.map((line) => pathOf(line, false)).join(''), x: size[0], y: size[1] },
    ...areas.map((area) => {
      const own = rings.get(area.code)!
      const [x, y] = innerPoint(own)
      return { zoom, area: area.code, path: own.map((ring) => pathOf(ring, true)).join(''), x, y }
    }),
  ]
}

/** South-west and north-east. */
function boxOf(rings: readonly Ring[]): readonly [Position, Position] {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const ring of rings)
    for (const [longitude, latitude] of ring) {
      west = Math.min(west, longitude)
      east = Math.max(east, longitude)
      south = Math.min(south, latitude)
      north = Math.max(north, latitude)
    }
  return [
    [west, south],
    [east, north],
  ]
}

function pathOf(points: readonly Point[], isClosed: boolean): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  let [x, y] = first
  const steps = rest.map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`
    ;[x, y] = [nextX, nextY]
    return step
  })
  return `M${first[0]} ${first[1]}l${steps.join(' ').replaceAll(' -', '-')}${isClosed ? 'z' : ''}`
}

/** A point well inside the largest ring: of a raster over it, the one farthest from every line. */
export function innerPoint(rings: readonly (readonly Point[])[]): Point {
  const extent = (ring: readonly Point[]) => {
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
  }
  const size = (ring: readonly Point[]): number => {
    const { left, right, top, bottom } = extent(ring)
    return (right - left) * (bottom - top)
  }
  const ring = [...rings].sort((a, b) => size(b) - size(a))[0] ?? []
  if (ring.length === 0) return [0, 0]
  const { left, right, top, bottom } = extent(ring)
  let best = { point: ring[0]!, distance: -1 }
  for (let row = 1; row < 12; row++)
    for (let column = 1; column < 12; column++) {
      const point: Point = [left + ((right - left) * column) / 12, top + ((bottom - top) * row) / 12]
      if (!contains(ring, point)) continue
      const distance = Math.min(...ring.map((from, index) => away(point, from, ring[(index + 1) % ring.length]!)))
      if (distance > best.distance) best = { point, distance }
    }
  return [Math.round(best.point[0]), Math.round(best.point[1])]
}

function contains(ring: readonly Point[], [x, y]: Point): boolean {
  let isIn = false
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn
  }
  return isIn
}

function away([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}
