// The two lines of arithmetic against d3, which they stand in for.
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linearScale, polyline, tenth } from './scale.ts'

test('scale, ticks and path are those of d3', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0.5, max: 60, noNaN: true }),
      fc.integer({ min: 3, max: 20 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 30 }),
      (from, width, count, parts) => {
        const mine = linearScale([from, from + width], [366, 12])
        const theirs = scaleLinear()
          .domain([from, from + width])
          .range([366, 12])
        for (const part of parts) expect(mine(from + part * width)).toBeCloseTo(theirs(from + part * width), 6)
        expect(mine.ticks(count)).toEqual(theirs.ticks(count))
        const pixels = parts.map((part, i) => [i, tenth(mine(from + part * width))] as const)
        expect(polyline(pixels)).toBe(line<readonly [number, number]>().digits(1)([...pixels]))
      },
    ),
  )
})
