// The counts of one service in the villages of a district as they may be shown beside the sums of the district. Pure. Must stay true: from
// the shown counts and the sums of reached, waiting and entitled people no count from 1 to 4 follows.
import { type Hidden, hiddenCounts, type KnownSum } from '../../kernel/small-counts.ts'
import type { ShownCount } from './access.ts'
import type { Count } from './score.ts'

/** In the order of the villages; one without data is undefined and in no sum. */
export function shownAmong(counts: readonly (Count | undefined)[]): readonly (ShownCount | undefined)[] {
  const known = counts.flatMap((count, at) => (count === undefined ? [] : [{ at, count }]))
  const numbers = known.flatMap(({ count: { numerator, denominator } }) => [
    denominator,
    numerator,
    denominator - numerator,
  ])
  const every = (part: number): KnownSum => ({ parts: known.map((_, i) => 3 * i + part) })
  const hidden = hiddenCounts(numbers, [
    ...known.map((_, i): KnownSum => ({ total: 3 * i, parts: [3 * i + 1, 3 * i + 2] })),
    every(0),
    every(1),
    every(2),
  ])
  const shown: (ShownCount | undefined)[] = counts.map(() => undefined)
  for (const [i, { at, count }] of known.entries())
    shown[at] = as(count, hidden[3 * i], hidden[3 * i + 1], hidden[3 * i + 2])
  return shown
}

function as({ numerator, denominator }: Count, all: Hidden, reached: Hidden, waiting: Hidden): ShownCount {
  if (all === 'small') return { kind: 'few-people' }
  if (all === 'beside') return { kind: 'withheld' }
  if (waiting === 'small') return { kind: 'few-waiting', denominator }
  if (reached === 'small') return { kind: 'few-reached', denominator }
  if (reached === 'beside' || waiting === 'beside') return { kind: 'withheld', denominator }
  return { kind: 'exact', numerator, denominator }
}
