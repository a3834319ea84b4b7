// Puts pieces on pages. Pure: heights in, positions out.
// Must stay true: every piece stands exactly once, in order; the closing part never stands alone on a page.
import type { Flow, Piece } from './piece.ts'

export type Placed = { readonly piece: Piece; readonly y: number }
export type Heights = {
  /** room on a page that others follow */ readonly full: number /** room above the closing part */
  readonly last: number
}

/** Points; a sum of hundreds of heights is off by far less. */
const ROUNDING = 0.01

export function totalHeight(flows: readonly Flow[]): number {
  return flows.reduce(
    (sum, flow, index) =>
      sum + (index === 0 ? 0 : flow.space) + flow.pieces.reduce((height, piece) => height + piece.height, 0),
    0,
  )
}

/** Pages of pieces with their y from the top of the text area. `stretch` widens the spaces of a one-page document. */
export function paginate(flows: readonly Flow[], heights: Heights, stretch = 1): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]]
  let y = 0
  let at: Flow | undefined
  const isOnePage = totalHeight(flows) <= heights.last
  const next = () => {
    pages.push([])
    y = 0
  }
  const put = (piece: Piece) => {
    pages.at(-1)!.push({ piece, y })
    y += piece.height
  }
  flows.forEach((flow, index) => {
    at = flow
    const space = pages.at(-1)!.length === 0 || index === 0 ? 0 : flow.space * stretch
    y += space
    flow.pieces.forEach((piece, order) => {
      if (!isOnePage && y + needed(flow.pieces, order) > heights.full && pages.at(-1)!.length > 0) {
        next()
        if (order > 0 && flow.repeat !== undefined) put(flow.repeat)
      }
      put(piece)
    })
  })
  // Spaces are stretched until they fill the page exactly; what rounding adds to that is no overflow.
  if (y > heights.last + ROUNDING) {
    // The closing part does not fit below: it takes the last pieces along to its own page.
    const page = pages.at(-1)!
    let from = page.length - 1
    while (from > 1 && page[from - 1]!.piece.keepWithNext) from--
    const moved = page.splice(Math.max(from, 1))
    next()
    if (moved.length > 0 && at?.repeat !== undefined && at.pieces.length > moved.length) put(at.repeat)
    for (const { piece } of moved) put(piece)
  }
  return pages
}

/** Height up to and with the first piece that may end a page. */
function needed(pieces: readonly Piece[], from: number): number {
  let height = 0
  for (let index = from; index < pieces.length; index++) {
    height += pieces[index]!.height
    if (!pieces[index]!.keepWithNext) break
  }
  return height
}
