// A straight scale and a straight path, so that the field program draws this chart without d3-scale and d3-shape: they
// cost 13 kB of its 60 kB (gzip) for two lines of arithmetic. Ticks come from d3-array.
// Must stay true: same answers as d3 for the same domain (scale.test.ts).
import { ticks } from 'd3-array'

export type Scale = {
  (value: number): number
  readonly domain: readonly [number, number]
  /** Round values inside the domain, about so many. */
  readonly ticks: (count: number) => readonly number[]
}

/** Maps a domain to a range, linearly and unclamped. The domain must not be empty. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [from, to] = domain
  const slope = (range[1] - range[0]) / (to - from)
  return Object.assign((value: number) => range[0] + (value - from) * slope, {
    domain,
    ticks: (count: number) => ticks(from, to, count),
  })
}

/** Whole pixels and tenths: enough for the eye, short on the wire. */
export const tenth = (value: number) => Math.round(value * 10) / 10

/** `M x y L x y ...` through points that are pixels already. */
export function polyline(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x},${y}`).join('')
}
