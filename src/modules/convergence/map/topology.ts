// Boundaries made small without tearing them apart: rings are cut where neighbours meet, each shared line is thinned once, and both
// villages get the same line back. Pure. Must stay true: no gap and no overlap appears between neighbours.
import type { Position, Ring } from './geojson.ts'

export type Point = readonly [x: number, y: number]
export type Area = {
  readonly code: string
  /** Areas of one group have thin lines between them, groups thick ones. */
  readonly group: string
  readonly rings: readonly Ring[]
}
export type Drawn = {
  /** Rings of each area in the plane, in whole units. */
  readonly rings: ReadonlyMap<string, readonly (readonly Point[])[]>
  /** Lines between groups and at the outer edge. */
  readonly borders: readonly (readonly Point[])[]
}
type Arc = { readonly points: readonly Point[]; readonly groups: Set<string>; uses: number }

/** About a metre: nearer than that, two positions are the same corner. */
const GRID = 100_000
const keyOf = ([longitude, latitude]: Position): number =>
  Math.round(longitude * GRID) * 10_000_000 + Math.round((latitude + 20) * GRID)

/** `project` takes a position to the plane; lines may move by `tolerance` units there. */
export function drawAreas(areas: readonly Area[], project: (position: Position) => Point, tolerance: number): Drawn {
  const keyed = areas.flatMap((area) =>
    area.rings.map((ring) => ({ area, ring: withoutRepeats(ring) })).filter(({ ring }) => ring.length >= 3),
  )
  const corners = cornersOf(keyed.map(({ ring }) => ring))
  const arcs = new Map<string, Arc>()
  const rings = new Map<string, (readonly Point[])[]>(areas.map((area) => [area.code, []]))
  for (const { area, ring } of keyed) {
    const points: Point[] = []
    for (const part of cut(ring, corners)) {
      const isBackward = isReversed(part)
      const forward = isBackward ? [...part].reverse() : part
      const name = `${keyOf(forward[0]!)} ${keyOf(forward[1]!)} ${keyOf(forward.at(-1)!)} ${forward.length}`
      const arc = arcs.get(name) ?? {
        points: thin(forward.map(project), tolerance).map(whole),
        groups: new Set(),
        uses: 0,
      }
      arc.groups.add(area.group)
      arc.uses++
      arcs.set(name, arc)
      points.push(...(isBackward ? [...arc.points].reverse() : arc.points).slice(0, -1))
    }
    const drawn = points.filter((point, index) => !same(point, points[(index + 1) % points.length]!))
    if (drawn.length >= 3) rings.get(area.code)!.push(drawn)
  }
  // A village too small for this zoom is still a place to point at.
  for (const area of areas)
    if (rings.get(area.code)!.length === 0 && area.rings[0] !== undefined) {
      const [x, y] = whole(project(area.rings[0][0]!))
      rings.get(area.code)!.push([
        [x - 3, y - 3],
        [x + 3, y - 3],
        [x + 3, y + 3],
        [x - 3, y + 3],
      ])
    }
  return {
    rings,
    borders: [...arcs.values()].filter((arc) => arc.groups.size > 1 || arc.uses === 1).map((arc) => arc.points),
  }
}

const whole = ([x, y]: Point): Point => [Math.round(x), Math.round(y)]
const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1]

function withoutRepeats(ring: Ring): Ring {
  return ring.filter((one, index) => keyOf(one) !== keyOf(ring[(index + 1) % ring.length]!))
}

/** Positions where lines part: rings come to them from different neighbours. */
function cornersOf(rings: readonly Ring[]): ReadonlySet<number> {
  const neighbours = new Map<number, readonly [number, number]>()
  const corners = new Set<number>()
  for (const ring of rings)
    for (const [index, position] of ring.entries()) {
      const before = keyOf(ring.at(index - 1)!)
      const after = keyOf(ring[(index + 1) % ring.length]!)
      const pair = [Math.min(before, after), Math.max(before, after)] as const
      const key = keyOf(position)
      const known = neighbours.get(key)
      if (known === undefined) neighbours.set(key, pair)
      else if (known[0] !== pair[0] || known[1] !== pair[1]) corners.add(key)
    }
  return corners
}

/** The ring in parts from corner to corner, ends included; a ring without corners is one closed part from its least position. */
function cut(ring: Ring, corners: ReadonlySet<number>): readonly Ring[] {
  const at = ring.flatMap((position, index) => (corners.has(keyOf(position)) ? [index] : []))
  if (at.length === 0) {
    const least = ring.reduce((best, position, index) => (keyOf(position) < keyOf(ring[best]!) ? index : best), 0)
    return [[...ring.slice(least), ...ring.slice(0, least + 1)]]
  }
  return at.map((from, index) => {
    const to = at[(index + 1) % at.length]!
    return to > from ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)]
  })
}

/** One direction for a line, whichever neighbour is asked. */
function isReversed(part: Ring): boolean {
  const [first, last] = [keyOf(part[0]!), keyOf(part.at(-1)!)]
  return first === last ? keyOf(part[1]!) > keyOf(part.at(-2)!) : first > last
}

/** Douglas and Peucker's thinning; the ends stay. A closed line also keeps the point farthest from its start. */
export function thin(points: readonly Point[], tolerance: number): readonly Point[] {
  const last = points.length - 1
  if (last < 2) return points
  const keep = new Set([0, last])
  const parts: [number, number][] = []
  if (same(points[0]!, points[last]!)) {
    const far = farthest(points, 0, last).index
    keep.add(far)
    parts.push([0, far], [far, last])
  } else parts.push([0, last])
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const [from, to] = part
    if (to - from < 2) continue
    const { index, distance } = farthest(points, from, to)
    if (distance <= tolerance) continue
    keep.add(index)
    parts.push([from, index], [index, to])
  }
  return points.filter((_, index) => keep.has(index))
}

function farthest(
  points: readonly Point[],
  from: number,
  to: number,
): { readonly index: number; readonly distance: number } {
  const [ax, ay] = points[from]!
  const [bx, by] = points[to]!
  const length = Math.hypot(bx - ax, by - ay)
  let best = { index: from + 1, distance: -1 }
  for (let index = from + 1; index < to; index++) {
    const [x, y] = points[index]!
    const distance =
      length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
    if (distance > best.distance) best = { index, distance }
  }
  return best
}
