// From the scores of a village and all counts that are shown, no hidden count may follow: an attacker who tries everything, in fractions.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownCount } from './access.ts'
import { indicators, scorecard } from './editions.ts'
import { type Count, scoreText, villageResult } from './score.ts'
import { inSteps, shownStep } from './shown-score.ts'

const all = indicators.indicators
const scored = all.filter(({ kind, unit }) => kind !== 'supply' && unit !== 'village')
type Counts = ReadonlyMap<string, Count>
const stepOf = (counts: Counts) => shownStep(villageResult(all, counts, 2026, scorecard), all, scorecard)
/** All that is told of the scores. */
function told(counts: Counts, step: number): string {
  const { specific, sensitive, score, grade } = villageResult(all, counts, 2026, scorecard)
  const text = (one: typeof score) => (one === undefined ? null : inSteps(scoreText(one), step))
  return JSON.stringify([text(specific), text(sensitive), text(score), grade ?? null])
}
const whole: Count = { numerator: 40, denominator: 60 }
const village = (...small: readonly Count[]): Counts =>
  new Map(scored.map(({ code }, at) => [code, small[at] ?? whole]))

test('nothing hidden: a tenth of a point; one hidden count beside shown ones: coarser', () => {
  expect(stepOf(village())).toBe(1)
  const counts = village({ numerator: 3, denominator: 30 })
  const step = stepOf(counts)
  expect(step).toBeGreaterThan(1)
  // a tenth would have told it: no other count from 1 to 4 gives the same scores
  const others = [1, 2, 4].map((numerator) => told(village({ numerator, denominator: 30 }), 1))
  expect(others).not.toContain(told(counts, 1))
})

test('a count hidden above its target changes no score, so nothing is rounded for it', () => {
  expect(stepOf(village({ numerator: 98, denominator: 100 }))).toBe(1)
})

test('steps round half up and a score that is not told is empty', () => {
  expect([
    inSteps('72.5', 1),
    inSteps('72.5', 10),
    inSteps('72.5', 50),
    inSteps('72.4', 50),
    inSteps('72.5', 0),
  ]).toEqual(['72.5', '73', '75', '70', null])
  expect(inSteps(null, 10)).toBeNull()
})

const optionsOf = ({ denominator }: Count, kind: string): readonly Count[] =>
  kind === 'few-people'
    ? [1, 2, 3, 4].flatMap((d) => Array.from({ length: d + 1 }, (_, n) => ({ numerator: n, denominator: d })))
    : [1, 2, 3, 4].map((n) => ({ numerator: kind === 'few-reached' ? n : denominator - n, denominator }))

test('whoever tries every other count finds at least one that gives the same, unless no score is told', () => {
  const small = fc.oneof(
    fc.record({ numerator: fc.integer({ min: 1, max: 4 }), denominator: fc.integer({ min: 9, max: 60 }) }),
    fc
      .integer({ min: 1, max: 4 })
      .chain((denominator) => fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) })),
    fc.integer({ min: 9, max: 60 }).chain((denominator) =>
      fc.record({
        numerator: fc.integer({ min: denominator - 4, max: denominator - 1 }),
        denominator: fc.constant(denominator),
      }),
    ),
  )
  fc.assert(
    fc.property(fc.array(small, { minLength: 1, maxLength: 2 }), (few) => {
      const counts = village(...few)
      const step = stepOf(counts)
      if (step === 0) return
      const kinds = few.map((one) => shownCount(one, false).kind)
      const [first, second] = few.map((one, at) => optionsOf(one, kinds[at]!))
      const same = first!.flatMap((one) =>
        (second ?? [undefined]).flatMap((other) => {
          const guess = other === undefined ? [one] : [one, other]
          return told(village(...guess), step) === told(counts, step) ? [guess] : []
        }),
      )
      for (const at of few.keys())
        expect(new Set(same.map((guess) => JSON.stringify(guess[at]))).size).toBeGreaterThan(1)
    }),
    { numRuns: 40 },
  )
})
