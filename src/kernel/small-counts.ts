// Counts of people as they may be published: what is below five is hidden, and so is a second count beside it when the first could be had
// by subtracting from a total that is shown. Pure. Must stay true: from what is shown, within one sum, no count from 1 to 4 follows.
export const FEWEST_SHOWN = 5

/** `small`: 1 to 4, written "<5". `beside`: 0 or from five on, hidden because a small one would follow from it. */
export type Hidden = 'small' | 'beside' | undefined
/** A sum that readers know: parts, and where the total stands among the counts; without `total` it is shown elsewhere. */
export type KnownSum = { readonly total?: number; readonly parts: readonly number[] }

/** What to hide among these counts so that none of the sums gives a small one away. Indexes of `sums` point into `counts`. */
export function hiddenCounts(counts: readonly number[], sums: readonly KnownSum[]): readonly Hidden[] {
  const hidden: Hidden[] = counts.map((count) => (count > 0 && count < FEWEST_SHOWN ? 'small' : undefined))
  // Each round hides at least one count more, so this ends.
  for (let again = true; again; ) {
    again = false
    for (const sum of sums) {
      const next = nextToHide(counts, hidden, sum)
      if (next === undefined) continue
      hidden[next] = 'beside'
      again = true
    }
  }
  return hidden
}

function nextToHide(counts: readonly number[], hidden: readonly Hidden[], sum: KnownSum): number | undefined {
  const { total, parts } = sum
  const [small, beside] = (['small', 'beside'] as const).map((mark) => parts.filter((i) => hidden[i] === mark))
  const isTotalHidden = total !== undefined && hidden[total] !== undefined
  const withheld = small!.length + beside!.length
  if (isTotalHidden) {
    // A total that is not shown follows only when every part is shown, or when four parts of one make it four.
    if (withheld === 0) return smallestShown(counts, hidden, parts)
    const isForced = hidden[total] === 'small' && small!.length >= FEWEST_SHOWN - 1
    return isForced ? total : undefined
  }
  if (withheld === 0) return undefined
  const left = [...small!, ...beside!].reduce((all, i) => all + counts[i]!, 0)
  if (isAmbiguous(small!.length, beside!.length, left)) return undefined
  return smallestShown(counts, hidden, parts) ?? total
}

/** May a reader who knows how many are hidden, and their sum, think of two values for each of them? */
function isAmbiguous(small: number, beside: number, left: number): boolean {
  if (beside === 0) return small >= 2 && left > small && left < (FEWEST_SHOWN - 1) * small
  if (small === 0) return beside >= 2 && left > FEWEST_SHOWN * beside
  return left - FEWEST_SHOWN * beside >= small + 1
}

/** The least part that is shown and counts anybody; a nought when there is no other. */
function smallestShown(
  counts: readonly number[],
  hidden: readonly Hidden[],
  parts: readonly number[],
): number | undefined {
  const open = parts.filter((i) => hidden[i] === undefined)
  const people = open.filter((i) => counts[i]! > 0)
  return (people.length > 0 ? people : open).reduce<number | undefined>(
    (least, i) => (least === undefined || counts[i]! < counts[least]! ? i : least),
    undefined,
  )
}
