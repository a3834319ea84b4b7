// Does a boundary cross itself? A sweep from west to east over the lines of one polygon, holes included. Pure. Must stay true: neighbours in
// a ring meet and do not cross; crossings smaller than a metre are slips of a pen and are let through; the work is bounded.
import type { Position, Ring } from './geojson.ts'

type Segment = {
  readonly a: Position
  readonly b: Position
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
  readonly ring: number
  readonly index: number
  readonly of: number
}
/** About half a metre. */
const SLIP = 0.000_005
/** Comparisons for one polygon; a village's border needs some thousands. */
export const MOST_COMPARED = 20_000_000

/** Where the rings of a polygon cross themselves or each other; `too-fine` when that cannot be found out in bounded time. */
export function findCrossing(polygon: readonly Ring[], most = MOST_COMPARED): Position | 'too-fine' | undefined {
  const segments = polygon.flatMap(segmentsOf).sort((one, other) => one.west - other.west)
  let active: Segment[] = []
  let compared = 0
  for (const one of segments) {
    active = active.filter(({ east }) => east >= one.west)
    compared += active.length
    if (compared > most) return 'too-fine'
    for (const other of active) {
      if (other.north < one.south || other.south > one.north || areNeighbours(one, other)) continue
      const at = crossingOf(one, other)
      if (at !== undefined) return at
    }
    active.push(one)
  }
  return undefined
}

function segmentsOf(positions: Ring, ring: number): readonly Segment[] {
  return positions.map((a, index) => {
    const b = positions[(index + 1) % positions.length]!
    return {
      a,
      b,
      west: Math.min(a[0], b[0]),
      east: Math.max(a[0], b[0]),
      south: Math.min(a[1], b[1]),
      north: Math.max(a[1], b[1]),
      ring,
      index,
      of: positions.length,
    }
  })
}

function areNeighbours(one: Segment, other: Segment): boolean {
  if (one.ring !== other.ring) return false
  const apart = Math.abs(one.index - other.index)
  return apart <= 1 || apart === one.of - 1
}

/** Twice the signed area of a triangle: on which side of the line from a to b the position lies. */
const side = (a: Position, b: Position, p: Position): number =>
  (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

function crossingOf(one: Segment, other: Segment): Position | undefined {
  const length = Math.hypot(one.b[0] - one.a[0], one.b[1] - one.a[1])
  const otherLength = Math.hypot(other.b[0] - other.a[0], other.b[1] - other.a[1])
  if (length === 0 || otherLength === 0) return undefined
  const [c, d] = [side(one.a, one.b, other.a) / length, side(one.a, one.b, other.b) / length]
  const [e, f] = [side(other.a, other.b, one.a) / otherLength, side(other.a, other.b, one.b) / otherLength]
  const opposite = (x: number, y: number) => (x > SLIP && y < -SLIP) || (x < -SLIP && y > SLIP)
  if (!opposite(c, d) || !opposite(e, f)) return undefined
  const t = c / (c - d)
  return [other.a[0] + t * (other.b[0] - other.a[0]), other.a[1] + t * (other.b[1] - other.a[1])]
}
