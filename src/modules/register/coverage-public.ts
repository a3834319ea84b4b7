// Which places of a coverage figure may be published. Pure. Must stay true: from what is shown no count from 1 to 4 follows, of owners, of
// those who lack it or of both, neither alone nor by subtracting from the sums beside it; what is withheld is withheld whole.
import { type Hidden, hiddenCounts, type KnownSum } from '../../kernel/small-counts.ts'

export type Owned = { readonly numerator: number; readonly denominator: number }
/** A total and the groups whose lines add up to it: places, sexes, ages. */
export type OwnedSum<T extends Owned> = { readonly total: T; readonly groups: readonly (readonly T[])[] }

const KINDS = 3
const countsOf = ({ numerator, denominator }: Owned): readonly number[] => [
  numerator,
  denominator - numerator,
  denominator,
]
/** What readers have of a total that another page decided: all three counts, or none. */
const decided = (total: Owned, isShown: boolean): readonly Hidden[] =>
  countsOf(total).map((count) => (isShown ? undefined : count >= 1 && count <= 4 ? 'small' : 'beside'))

/**
 * Whether the total and each line of each group may be shown. `isTotalShown`: decided on another page already, where the total is
 * one line of many.
 */
export function publishable<T extends Owned>(
  { total, groups }: OwnedSum<T>,
  isTotalShown?: boolean,
): { readonly total: boolean; readonly groups: readonly (readonly boolean[])[] } {
  const lines = [total, ...groups.flat()]
  const counts = lines.flatMap(countsOf)
  const sums: KnownSum[] = lines.map((_line, n) => ({ total: n * KINDS + 2, parts: [n * KINDS, n * KINDS + 1] }))
  let first = 1
  for (const group of groups) {
    const from = first
    for (let kind = 0; kind < KINDS; kind++)
      sums.push({ total: kind, parts: group.map((_line, n) => (from + n) * KINDS + kind) })
    first += group.length
  }
  const hidden = hiddenCounts(counts, sums, isTotalShown === undefined ? [] : decided(total, isTotalShown))
  const shown = (n: number) => hidden.slice(n * KINDS, (n + 1) * KINDS).every((mark) => mark === undefined)
  let next = 1
  return { total: shown(0), groups: groups.map((group) => group.map(() => shown(next++))) }
}
