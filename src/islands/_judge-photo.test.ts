import { describe, expect, test } from 'vitest'
import { greyOf, judgePhoto } from './_judge-photo.ts'

const SIDE = 64
const draw = (light: (x: number, y: number) => number): Uint8Array =>
  Uint8Array.from({ length: SIDE * SIDE }, (_, i) => light(i % SIDE, Math.floor(i / SIDE)))

describe('judging a photograph', () => {
  test('letters on paper pass', () => {
    expect(
      judgePhoto(
        draw((x, y) => (y % 8 < 2 && x % 3 === 0 ? 30 : 190)),
        SIDE,
        SIDE,
      ),
    ).toEqual([])
  })
  test('the same paper in the dark is dark', () => {
    expect(
      judgePhoto(
        draw((x, y) => (y % 8 < 2 && x % 3 === 0 ? 4 : 40)),
        SIDE,
        SIDE,
      ),
    ).toEqual(['dark'])
  })
  test('soft shades without an edge are blurred', () => {
    expect(
      judgePhoto(
        draw((x, y) => 120 + 40 * Math.sin(x / 20) + 20 * Math.cos(y / 25)),
        SIDE,
        SIDE,
      ),
    ).toEqual(['blurred'])
  })
  test('a burnt-out sheet with hard edges is glare', () => {
    expect(
      judgePhoto(
        draw((x, y) => (x % 4 === 0 && y % 2 === 0 ? 90 : 255)),
        SIDE,
        SIDE,
      ),
    ).toEqual(['glare'])
  })
})

test('light is weighed as eyes do', () => {
  expect([...greyOf(new Uint8ClampedArray([255, 255, 255, 255, 0, 255, 0, 255, 0, 0, 255, 255]))]).toEqual([
    255, 149, 29,
  ])
})
