// What stays hidden: by hand, and over generated tables a reader who tries every possibility.
import { expect, test } from 'vitest'
import { type Hidden, hiddenCounts } from './small-counts.ts'

/** A small generator of our own, so that a failure can be run again. */
function randomOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
const all = (counts: readonly number[]) => ({ parts: counts.map((_, i) => i) })

test.each([
  [
    [3, 8, 20],
    ['small', 'beside', undefined],
  ],
  [
    [8, 20, 0],
    [undefined, undefined, undefined],
  ],
  // two ones make two: nobody is hidden by their company
  [
    [1, 1, 9],
    ['small', 'small', 'beside'],
  ],
  [
    [1, 4, 9],
    ['small', 'small', undefined],
  ],
  [
    [1, 5, 6, 30],
    ['small', 'beside', 'beside', undefined],
  ],
  [[], []],
] as const)('%j hides %j', (counts, wanted) => {
  expect(hiddenCounts([...counts], [all(counts)])).toEqual(wanted)
})

/** Every value that one hidden count may have, for whoever knows the marks, the shown counts and the total. */
function possible(counts: readonly number[], hidden: readonly Hidden[], of: number): ReadonlySet<number> {
  const unknown = hidden.flatMap((mark, i) => (mark === undefined ? [] : [i]))
  const left = unknown.reduce((sum, i) => sum + counts[i]!, 0)
  const found = new Set<number>()
  const values = (i: number, most: number) =>
    hidden[i] === 'small'
      ? [1, 2, 3, 4].filter((v) => v <= most)
      : [0, ...Array(most + 1).keys()].filter((v) => v === 0 || v >= 5)
  const walk = (at: number, rest: number, own: number | undefined): void => {
    if (at === unknown.length) {
      if (rest === 0 && own !== undefined) found.add(own)
      return
    }
    for (const value of values(unknown[at]!, rest)) walk(at + 1, rest - value, unknown[at] === of ? value : own)
  }
  walk(0, left, undefined)
  return found
}

test('one shown total: no small count follows, unless nothing is left to hide', () => {
  const random = randomOf(41)
  let hiding = 0
  for (let round = 0; round < 400; round++) {
    const counts = Array.from({ length: 2 + random(4) }, () => (random(3) === 0 ? random(6) : random(14)))
    const hidden = hiddenCounts(counts, [all(counts)])
    counts.forEach((count, i) => {
      if (count > 0 && count < 5) expect(hidden[i]).toBe('small')
      else expect(hidden[i]).not.toBe('small')
    })
    if (hidden.every((mark) => mark !== undefined)) continue
    counts.forEach((_, i) => {
      if (hidden[i] === 'small') {
        hiding++
        expect([counts, hidden, [...possible(counts, hidden, i)]].at(2)!.length).toBeGreaterThan(1)
      }
    })
  }
  expect(hiding).toBeGreaterThan(100)
})

test('rows and columns with totals: no sum has one hidden count alone; what is large everywhere stays', () => {
  const random = randomOf(7)
  for (let round = 0; round < 200; round++) {
    const [rows, columns] = [2 + random(3), 2 + random(5)]
    const inner = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => random(40) + (random(4) === 0 ? 0 : 6)),
    )
    // The first row and column are the totals.
    const width = columns + 1
    const counts: number[] = []
    const at = (r: number, c: number) => r * width + c
    for (let r = 0; r <= rows; r++)
      for (let c = 0; c <= columns; c++)
        counts[at(r, c)] = inner
          .filter((_, i) => r === 0 || i === r - 1)
          .flatMap((row) => row.filter((_, i) => c === 0 || i === c - 1))
          .reduce((sum, n) => sum + n, 0)
    const line = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
    const sums = [
      ...Array.from({ length: rows + 1 }, (_, r) => ({ total: at(r, 0), parts: line(columns).map((c) => at(r, c)) })),
      ...Array.from({ length: width }, (_, c) => ({ total: at(0, c), parts: line(rows).map((r) => at(r, c)) })),
    ]
    const hidden = hiddenCounts(counts, sums)
    for (const { total, parts } of sums)
      expect([total, ...parts].filter((i) => hidden[i] !== undefined)).not.toHaveLength(1)
    if (counts.every((count) => count === 0 || count >= 5))
      expect(hidden.every((mark) => mark === undefined)).toBe(true)
  }
})
