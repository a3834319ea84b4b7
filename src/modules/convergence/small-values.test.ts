// A reader with the page of every village and the sums of the district: no count of reached or waiting people from 1 to 4 follows.
import { expect, test } from 'vitest'
import { followingCounts, type Hidden, type KnownSum } from '../../kernel/small-counts.ts'
import type { ShownCount } from './access.ts'
import { inTens, shownMissing, shownPair } from './access.ts'
import { shownAmong } from './small-values.ts'

function randomOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
/** What a reader does not know of entitled, reached and waiting people, from what is written. */
const unknownOf = (shown: ShownCount | undefined): readonly [boolean, boolean, boolean] =>
  shown === undefined || shown.kind === 'exact'
    ? [false, false, false]
    : [!('denominator' in shown) || shown.denominator === undefined, true, true]

test('by adding and subtracting nothing small follows; what is large everywhere is shown whole', () => {
  const random = randomOf(3)
  let [small, rescued] = [0, 0]
  for (let round = 0; round < 60; round++) {
    const counts = Array.from({ length: 3 + random(12) }, () => {
      const denominator = random(5) === 0 ? 1 + random(8) : 20 + random(60)
      const numerator = random(4) === 0 ? Math.min(denominator, random(5)) : random(denominator + 1)
      return { numerator, denominator }
    })
    const shown = shownAmong(counts)
    const marks: Hidden[] = shown.flatMap((one) => unknownOf(one).map((is): Hidden => (is ? 'small' : undefined)))
    const every = (part: number): KnownSum => ({ parts: counts.map((_, i) => 3 * i + part) })
    const sums = [
      ...counts.map((_, i) => ({ total: 3 * i, parts: [3 * i + 1, 3 * i + 2] })),
      every(0),
      every(1),
      every(2),
    ]
    const known = new Set(followingCounts(marks, sums))
    counts.forEach(({ numerator, denominator }, i) => {
      const numbers = [denominator, numerator, denominator - numerator]
      numbers.forEach((n, part) => {
        if (n === 0 || n >= 5) return
        small++
        expect([counts, i, part, marks[3 * i + part] !== undefined && !known.has(3 * i + part)]).toEqual([
          counts,
          i,
          part,
          true,
        ])
      })
      if (numbers.every((n) => n === 0 || n >= 5) && shown[i]!.kind !== 'exact') rescued++
    })
  }
  expect(small).toBeGreaterThan(100)
  expect(rescued).toBeGreaterThan(10)
  const large = [30, 40, 50].map((denominator) => ({ numerator: 12, denominator }))
  expect(shownAmong([...large, undefined])).toEqual([...large.map((count) => ({ kind: 'exact', ...count })), undefined])
})

test('one village with few: another is withheld, its missing people with it', () => {
  const [few, other, third] = shownAmong([
    { numerator: 2, denominator: 40 },
    { numerator: 9, denominator: 30 },
    { numerator: 25, denominator: 60 },
  ])
  expect([few, other, third]).toEqual([
    { kind: 'few-reached', denominator: 40 },
    { kind: 'withheld', denominator: 30 },
    { kind: 'exact', numerator: 25, denominator: 60 },
  ])
  // 90 % of 40 less 2 is 34: the gap would give the two away
  expect([few, other, third].map((one) => shownMissing(34, one!))).toEqual(['withheld', 'withheld', 34])
  expect(shownMissing(0, { kind: 'few-waiting', denominator: 10 })).toBe('few')
  expect([shownPair(20, 22, false), shownPair(2, 22, false), shownPair(20, 22, true)]).toEqual([
    { part: 'withheld', of: 22 },
    { part: 'few', of: 22 },
    { part: 20, of: 22 },
  ])
  expect([shownPair(0, 3, false), shownPair(0, 30, false)]).toEqual([
    { part: 'few', of: 'few' },
    { part: 0, of: 30 },
  ])
  expect([inTens(131), inTens(134), inTens(4)]).toEqual([130, 130, 0])
})
