// Counts of people as they may be published: what is below five is hidden, and so is a second count beside it when the first could be had
// by subtracting from totals that are shown. Pure. Must stay true: from what is shown, within one sum, no count from 1 to 4 follows, and
// none follows by adding and subtracting any of the sums together.
export const FEWEST_SHOWN = 5

/** `small`: 1 to 4, written "<5". `beside`: 0 or from five on, hidden because a small one would follow from it. */
export type Hidden = 'small' | 'beside' | undefined
/** A sum that readers know: parts, and where the total stands among the counts; without `total` it is shown elsewhere. */
export type KnownSum = { readonly total?: number; readonly parts: readonly number[] }

/** What to hide among these counts so that none of the sums gives a small one away. Indexes of `sums` point into `counts`. */
export function hiddenCounts(
  counts: readonly number[],
  sums: readonly KnownSum[],
  /** Marks that another page decided already, for the first so many counts: they stay as they are. */
  fixed: readonly Hidden[] = [],
): readonly Hidden[] {
  const isFixed = (at: number): boolean => at < fixed.length
  const hidden: Hidden[] = counts.map((count, at) =>
    isFixed(at) ? fixed[at] : count > 0 && count < FEWEST_SHOWN ? 'small' : undefined,
  )
  // Each round hides at least one count more, so this ends.
  for (let again = true; again; ) {
    again = false
    for (const sum of sums) {
      const next = nextToHide(counts, hidden, sum)
      if (next === undefined || isFixed(next)) continue
      hidden[next] = 'beside'
      again = true
    }
    if (again) continue
    for (const known of followingCounts(hidden, sums)) {
      if (hidden[known] !== 'small' || isFixed(known)) continue
      const next = besideOf(known, counts, hidden, sums, isFixed)
      if (next === undefined) continue
      hidden[next] = 'beside'
      again = true
      break
    }
  }
  return hidden
}

/** What more to hide so that this one does not follow: the least shown part beside it in any of its sums, else a total. */
function besideOf(
  known: number,
  counts: readonly number[],
  hidden: readonly Hidden[],
  sums: readonly KnownSum[],
  isFixed: (at: number) => boolean,
): number | undefined {
  const of = sums.filter(({ total, parts }) => total === known || parts.includes(known))
  const parts = [...new Set(of.flatMap((sum) => sum.parts))].filter((at) => !isFixed(at))
  const totals = of.flatMap(({ total }) => (total === undefined || hidden[total] !== undefined ? [] : [total]))
  return smallestShown(counts, hidden, parts) ?? totals.find((at) => !isFixed(at))
}

const NEARLY_NOUGHT = 1e-9

/** The hidden counts that adding and subtracting the sums gives away, whatever the counts are: by elimination. */
export function followingCounts(hidden: readonly Hidden[], sums: readonly KnownSum[]): readonly number[] {
  const unknown = hidden.flatMap((mark, at) => (mark === undefined ? [] : [at]))
  const column = new Map(unknown.map((at, i) => [at, i]))
  const rows = sums.flatMap(({ total, parts }) => {
    const row = new Float64Array(unknown.length)
    let holds = false
    const put = (at: number | undefined, by: number) => {
      const i = at === undefined ? undefined : column.get(at)
      if (i === undefined) return
      row[i] = row[i]! + by
      holds = true
    }
    for (const part of parts) put(part, 1)
    put(total, -1)
    return holds ? [row] : []
  })
  let top = 0
  for (let at = 0; at < unknown.length && top < rows.length; at++) {
    const found = rows.findIndex((row, i) => i >= top && Math.abs(row[at]!) > NEARLY_NOUGHT)
    if (found < 0) continue
    const pivot = rows[found]!
    rows[found] = rows[top]!
    rows[top] = pivot
    const by = pivot[at]!
    for (let i = at; i < pivot.length; i++) pivot[i] = pivot[i]! / by
    for (const row of rows) {
      const times = row[at]!
      if (row === pivot || Math.abs(times) <= NEARLY_NOUGHT) continue
      for (let i = at; i < row.length; i++) row[i] = row[i]! - times * pivot[i]!
    }
    top++
  }
  return rows.slice(0, top).flatMap((row) => {
    const left = [...row.keys()].filter((i) => Math.abs(row[i]!) > NEARLY_NOUGHT)
    return left.length === 1 ? [unknown[left[0]!]!] : []
  })
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
