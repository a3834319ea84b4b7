// Invented boundaries for the demo: every village a cell around a point near its district's place on the tile map, with ragged lines.
// Must stay true: the same for the same villages; they go through the same check as a real file and say that they are invented.
import { readFileSync } from 'node:fs'
import { prepareMap, takeMap, uploadMap } from '../modules/convergence/map/map-commands.ts'
import type { Place } from '../modules/convergence/reading.ts'
import { packagePath } from '../platform/paths.ts'
import { chance } from './demo-chance.ts'
import type { House } from './house.ts'

type Point = readonly [number, number]
/** South-west corner of the invented map, and how far a tile reaches, in degrees. */
const [WEST, SOUTH, TILE] = [115.38, -2.53, 0.135]

/** A FeatureCollection of these villages; `tiles` gives column and row of each district. */
export function inventBoundaries(
  villages: readonly Pick<Place, 'code' | 'name' | 'district' | 'districtCode'>[],
  tiles: Readonly<Record<string, readonly [number, number]>>,
) {
  const sites = placeSites(villages, tiles)
  const coast = outline(tiles)
  return {
    type: 'FeatureCollection',
    features: villages.map((village, index) => ({
      type: 'Feature',
      properties: { kode_desa: village.code, nama_desa: village.name, kecamatan: village.district, catatan: 'rekaan' },
      geometry: { type: 'Polygon', coordinates: [degrees(ragged(cellOf(index, sites, coast)))] },
    })),
  }
}

/** The region's hull in units of a tile: wavy, wider than the districts it holds. */
function outline(tiles: Readonly<Record<string, readonly [number, number]>>): readonly Point[] {
  const spots = Object.values(tiles)
  const [x, y] = middle(spots.map(([column, row]): Point => [column + 0.5, row + 0.5]))
  return Array.from({ length: 28 }, (_, index): Point => {
    const angle = (index / 28) * 2 * Math.PI
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
    // As far as the farthest district in this direction reaches, and a little on.
    const reach = Math.max(...spots.map(([column, row]) => (column + 0.5 - x) * dx + (row + 0.5 - y) * dy))
    const far = reach + 0.45 + chance('outline', index) * 0.16
    return [x + dx * far, y + dy * far]
  })
}

/** A point for each village: scattered in its district's tile, then moved apart, so that no village is a sliver. */
function placeSites(
  villages: readonly Pick<Place, 'code' | 'districtCode'>[],
  tiles: Readonly<Record<string, readonly [number, number]>>,
): readonly Point[] {
  let sites = villages.map((village): Point => {
    const [column, row] = tiles[village.districtCode] ?? [0, 0]
    const lean = (chance(village.districtCode, 'lean') - 0.5) * 0.3
    return [
      column + 0.08 + chance(village.code, 'x') * 0.84 + lean,
      row + 0.08 + chance(village.code, 'y') * 0.84 - lean,
    ]
  })
  const coast = outline(tiles)
  for (let round = 0; round < 4; round++) sites = sites.map((_, index) => middle(cellOf(index, sites, coast)))
  return sites
}

function middle(points: readonly Point[]): Point {
  const sum = (axis: 0 | 1): number => points.reduce((total, point) => total + point[axis], 0) / points.length
  return [sum(0), sum(1)]
}

/** What of the hull is nearer to this site than to any other: the hull cut by a line for each neighbour. */
function cellOf(own: number, sites: readonly Point[], hull: readonly Point[]): readonly Point[] {
  const [x, y] = sites[own]!
  return sites.reduce((cell, [otherX, otherY], index) => {
    // Who stands a tile away has nothing to say here.
    if (index === own || Math.hypot(otherX - x, otherY - y) > 1.2) return cell
    const nearer = ([a, b]: Point): number =>
      (a - (x + otherX) / 2) * (otherX - x) + (b - (y + otherY) / 2) * (otherY - y)
    return cell.flatMap((point, at): readonly Point[] => {
      const next = cell[(at + 1) % cell.length]!
      const [here, there] = [nearer(point), nearer(next)]
      const crossing: Point = [
        point[0] + ((next[0] - point[0]) * here) / (here - there),
        point[1] + ((next[1] - point[1]) * here) / (here - there),
      ]
      const kept = here <= 0 ? [point] : []
      return here <= 0 !== there <= 0 ? [...kept, crossing] : kept
    })
  }, hull)
}

const grid = ([x, y]: Point): Point => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]

/** Straight lines become ragged; neighbours agree because the line, not the village, decides how. */
function ragged(cell: readonly Point[]): readonly Point[] {
  const corners = cell.map(grid).filter((point, index, all) => String(point) !== String(all[(index + 1) % all.length]!))
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length]!
    const isForward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1])
    const line = isForward ? wander(from, to, 3) : [...wander(to, from, 3)].reverse()
    return line.slice(0, -1)
  })
}

function wander(from: Point, to: Point, times: number): readonly Point[] {
  if (times === 0) return [from, to]
  const aside = (chance(from.join(), to.join(), 'aside') - 0.5) * 0.34
  const between: Point = grid([
    (from[0] + to[0]) / 2 + (to[1] - from[1]) * aside,
    (from[1] + to[1]) / 2 - (to[0] - from[0]) * aside,
  ])
  return [...wander(from, between, times - 1).slice(0, -1), ...wander(between, to, times - 1)]
}

function degrees(ring: readonly Point[]): readonly Point[] {
  const placed = ring.map(
    ([x, y]): Point => [Number((WEST + x * TILE).toFixed(6)), Number((SOUTH + (3 - y) * TILE).toFixed(6))],
  )
  return [...placed, placed[0]!]
}

/** Uploads the invented boundaries of the demo's first region and takes them into use. */
export async function seedBoundaries(house: House, account: string): Promise<void> {
  const region = '63.11'
  const { tools } = house.convergence
  const villages = tools.villages(region)
  const { tiles } = JSON.parse(readFileSync(packagePath('instruments', 'areas', `tiles-${region}.json`), 'utf8')) as {
    tiles: Record<string, [number, number]>
  }
  const bytes = new TextEncoder().encode(JSON.stringify(inventBoundaries(villages, tiles)))
  const prepared = prepareMap(region, villages, bytes)
  if (!prepared.ok) throw new Error(`The invented boundaries were refused: ${JSON.stringify(prepared.refusals)}`)
  const file = await house.cases.files.keep(region, bytes, 'application/geo+json')
  const acting = {
    region,
    actor: { accountId: account, name: 'tpps', sessionId: 'demo', assignments: [] },
    role: 'convergence-secretariat',
    device: 'demo',
    now: tools.now(),
    today: tools.today(region),
  }
  await house.database.inRegion(region, async (tx) => {
    const made = await uploadMap(tx, acting, file, prepared.value, {
      source: 'Batas rekaan untuk contoh (sel Voronoi), bukan batas wilayah yang sah',
      editionOn: acting.today,
      isInvented: true,
    })
    if (made.ok) await takeMap(tx, acting, made.value.id)
  })
}
