// Claim: the index of 100,000 people (nine elements, two in a hundred answers empty) is computed exactly in under 1 second,
// from single answers to index, grades and interval. Prints the figure beside the limit; exit 1 when it does not hold.
import { getEdition } from '../src/modules/satisfaction/editions.ts'
import { interval } from '../src/modules/satisfaction/interval.ts'
import { averagesOf, computeIndex } from '../src/modules/satisfaction/satisfaction-index.ts'
import { tallyAnswers } from '../src/modules/satisfaction/tally.ts'

const PEOPLE = 100_000
const LIMIT_MS = 1000
const edition = getEdition('permenpan-14-2017')

// A fixed generator, so that two machines compute the same index.
let seed = 63_11n
const random = (below: number): number => {
  seed = (seed * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n
  return Number((seed >> 33n) % BigInt(below))
}
const rows = Array.from({ length: PEOPLE }, () =>
  edition.elements.map(() => (random(50) === 0 ? null : [1, 2, 3, 3, 3, 4, 4][random(7)]!)),
)

const runs = Array.from({ length: 5 }, () => {
  const started = performance.now()
  const tally = tallyAnswers(edition, rows)
  const result = computeIndex(edition, averagesOf(tally.elements))
  const band = interval(tally.complete, 2 * PEOPLE)
  return {
    ms: performance.now() - started,
    text: `${result.index} ${result.grade}, ${band?.low} to ${band?.high}, ${tally.counted} counted`,
  }
})
const slowest = Math.max(...runs.map((run) => run.ms))
console.log(
  `satisfaction index of ${PEOPLE} people: slowest of ${runs.length} runs ${slowest.toFixed(0)} ms, limit ${LIMIT_MS} ms (${runs[0]!.text})`,
)
if (slowest > LIMIT_MS) process.exitCode = 1
