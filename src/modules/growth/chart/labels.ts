// Keeps the words of a chart apart: names of lines at their ends, names of events along the axis.
// Must stay true: a word that finds no room is left out of the picture (it stands in the description), never overprinted.

/** Moves label heights (any order) apart to at least `gap`, each as little as possible, keeping their order. */
export function spreadLabels(heights: readonly number[], gap: number): readonly number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!)
  const placed = heights.slice()
  // groups of touching labels sit around their mean
  let groups = order.map((i) => ({ members: [i], middle: heights[i]! }))
  for (let moved = true; moved; ) {
    moved = false
    for (let g = 1; g < groups.length; g++) {
      const [a, b] = [groups[g - 1]!, groups[g]!]
      const bottomOfA = a.middle + ((a.members.length - 1) * gap) / 2
      const topOfB = b.middle - ((b.members.length - 1) * gap) / 2
      if (topOfB - bottomOfA >= gap - 1e-9) continue
      const members = [...a.members, ...b.members]
      const middle = members.reduce((sum, i) => sum + heights[i]!, 0) / members.length
      groups = [...groups.slice(0, g - 1), { members, middle }, ...groups.slice(g + 1)]
      moved = true
      break
    }
  }
  for (const { members, middle } of groups)
    members.forEach((i, n) => {
      placed[i] = middle + (n - (members.length - 1) / 2) * gap
    })
  return placed
}

export type PlacedEvent<M> = {
  readonly mark: M
  readonly at: number
  readonly row: number
  readonly anchor: 'start' | 'end'
  readonly labelled: boolean
}

/**
 * Places the names of events (sorted by x) beside their marks, in the lowest row and on the side where they fit
 * between the edges without touching a mark or an earlier name.
 */
export function placeEvents<M extends { readonly x: number }>(
  marks: readonly M[],
  px: (x: number) => number,
  room: { readonly left: number; readonly right: number; readonly perLetter: number; readonly rows: number },
  nameOf: (mark: M) => string,
): readonly PlacedEvent<M>[] {
  const taken: { row: number; from: number; to: number }[] = marks.map((mark) => ({
    row: 0,
    from: px(mark.x) - 8,
    to: px(mark.x) + 8,
  }))
  return marks.map((mark, i) => {
    const at = px(mark.x)
    const width = nameOf(mark).length * room.perLetter
    for (let row = 0; row < room.rows; row++)
      for (const anchor of ['start', 'end'] as const) {
        const from = anchor === 'start' ? at + 9 : at - 9 - width
        const to = from + width
        const free =
          from >= room.left &&
          to <= room.right &&
          taken.every(
            (other, k) =>
              (k === i && other.row === 0 && k < marks.length) ||
              other.row !== row ||
              to < other.from ||
              from > other.to,
          )
        if (!free) continue
        taken.push({ row, from, to })
        return { mark, at, row, anchor, labelled: true }
      }
    return { mark, at, row: 0, anchor: 'start', labelled: false }
  })
}
