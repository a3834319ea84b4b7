// A file of boundaries, read and checked before anything is kept: GeoJSON of RFC 7946, polygons only, longitude and latitude
// within Indonesia, rings closed. Pure. Must stay true: whatever is refused says which feature and what to do about it.
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import { findCrossing } from './crossing.ts'
import { nameIn } from './village-names.ts'

export type Position = readonly [longitude: number, latitude: number]
/** Without the repeated last position; at least three. */
export type Ring = readonly Position[]
export type BoundaryFeature = {
  /** Place in the file, from 1. */
  readonly line: number
  readonly properties: Readonly<Record<string, string>>
  /** Polygons, each an outer ring and its holes. */
  readonly polygons: readonly (readonly Ring[])[]
}

export const MOST_BYTES = 12_000_000
const MOST_FEATURES = 2000
const MOST_POSITIONS = 1_000_000
const WEST = 94
const EAST = 142
const SOUTH = -12
const NORTH = 7

/** Refusals: `map-file-*`, with the number of the feature. */
export function readBoundaries(bytes: Uint8Array): Result<readonly BoundaryFeature[]> {
  if (bytes.length === 0) return refuse('map-file-missing', 'file')
  if (bytes.length > MOST_BYTES) return refuse('map-file-large', 'file', { max: MOST_BYTES / 1_000_000 })
  let file: unknown
  try {
    file = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, ''))
  } catch {
    return refuse('map-file-unreadable', 'file')
  }
  if (!isObject(file) || file.type !== 'FeatureCollection' || !Array.isArray(file.features))
    return refuse('map-file-unreadable', 'file')
  if (!isDegrees(file.crs)) return refuse('map-file-projection', 'file')
  const { features } = file
  if (features.length === 0) return refuse('map-file-empty', 'file')
  if (features.length > MOST_FEATURES) return refuse('map-file-many', 'file', { max: MOST_FEATURES })
  const read: BoundaryFeature[] = []
  let positions = 0
  for (const [index, feature] of features.entries()) {
    const line = index + 1
    const geometry = isObject(feature) && feature.type === 'Feature' ? feature.geometry : undefined
    const polygons = polygonsOf(geometry)
    if (polygons === undefined) return refuse('map-file-shape', 'file', { line })
    const kept: Ring[][] = []
    for (const polygon of polygons) {
      const rings: Ring[] = []
      for (const written of polygon) {
        const ring = readRing(written)
        if (typeof ring === 'string') return refuse(ring, 'file', { line })
        positions += ring.length
        if (positions > MOST_POSITIONS) return refuse('map-file-fine', 'file')
        rings.push(ring)
      }
      const crossing = findCrossing(rings)
      if (crossing === 'too-fine') return refuse('map-file-fine', 'file')
      if (crossing !== undefined) {
        const [longitude, latitude] = crossing.map((degrees) => degrees.toFixed(5))
        const name = nameIn(textsOf(isObject(feature) ? feature.properties : undefined)) ?? '–'
        return refuse('map-file-crossing', 'file', { line, name, longitude: longitude!, latitude: latitude! })
      }
      if (rings.length > 0) kept.push(rings)
    }
    if (kept.length === 0) return refuse('map-file-shape', 'file', { line })
    read.push({ line, properties: textsOf(isObject(feature) ? feature.properties : undefined), polygons: kept })
  }
  return accept(read)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The old member `crs`: nothing, or a name that means longitude and latitude. */
function isDegrees(crs: unknown): boolean {
  if (crs === undefined || crs === null) return true
  const name = isObject(crs) && isObject(crs.properties) ? String(crs.properties.name ?? '') : ''
  return /CRS84|EPSG:+4326/i.test(name)
}

function polygonsOf(geometry: unknown): readonly (readonly unknown[])[] | undefined {
  if (!isObject(geometry) || !Array.isArray(geometry.coordinates)) return undefined
  const list: readonly unknown[] =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [undefined]
  return list.every((one): one is readonly unknown[] => Array.isArray(one)) ? list : undefined
}

function readRing(written: unknown): Ring | string {
  if (!Array.isArray(written) || written.length < 4) return 'map-file-ring'
  const ring: Position[] = []
  for (const one of written) {
    const [longitude, latitude]: unknown[] = Array.isArray(one) ? one : []
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return 'map-file-position'
    if (!(longitude >= WEST && longitude <= EAST && latitude >= SOUTH && latitude <= NORTH)) return 'map-file-place'
    ring.push([longitude, latitude])
  }
  const [first, last] = [ring[0]!, ring.at(-1)!]
  if (first[0] !== last[0] || first[1] !== last[1]) return 'map-file-open'
  ring.pop()
  return twiceArea(ring) === 0 ? 'map-file-ring' : ring
}

function twiceArea(ring: Ring): number {
  let sum = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    sum += x * nextY - nextX * y
  }
  return sum
}

/** Properties as short texts by lower-case name; what is no text or number stays out. */
function textsOf(properties: unknown): Readonly<Record<string, string>> {
  if (!isObject(properties)) return {}
  return Object.fromEntries(
    Object.entries(properties)
      .slice(0, 60)
      .flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number'
          ? [[name.toLowerCase().slice(0, 60), String(value).trim().slice(0, 120)]]
          : [],
      ),
  )
}
