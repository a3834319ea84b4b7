// Tables of a document: heads (one or two levels), rows that grow with their longest cell, heads repeated on a new page.
// Must stay true: a row is never cut; an empty table still shows its head and one row of dashes.
import { fillRuns } from '../placeholders.ts'
import type { BlockOf, Column, Item } from '../template.ts'
import { MM, type TextStyle } from './canvas.ts'
import { itemFieldsOf, spaceOf } from './parts.ts'
import type { Flow, Piece, Setting } from './piece.ts'
import { type Paragraph, paragraph, plain } from './typeset.ts'

const PAD_X = 1.1 * MM
const NUMBER_SHARE = 0.045

export function tableFlow(block: BlockOf<'table'>, setting: Setting): Flow {
  const { canvas, left } = setting
  const size = Math.max((block.size ?? 9) * setting.scale, 7)
  const body: TextStyle = { face: 'sans', size }
  const numberWidth = Math.max(
    setting.width * NUMBER_SHARE * (setting.width > 600 ? 0.6 : 1),
    canvas.widthOf('00', body) + 2 * PAD_X,
  )
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = block.columns.map((column) => ((setting.width - numberWidth) * column.share) / shares)
  const edges = [left, left + numberWidth]
  for (const width of widths) edges.push(edges.at(-1)! + width)
  const padY = 0.7 * MM * setting.scale

  const value = setting.scope.data[block.of]
  const items: readonly Item[] = Array.isArray(value) ? value : []
  const itemFields = itemFieldsOf(setting, block.of)
  const count = Math.max(items.length, block.minRows ?? 1)
  const rows = Array.from({ length: count }, (_, index): Piece => {
    const item = items[index]
    const cells = block.columns.map((column, at) => {
      const runs =
        item === undefined
          ? [{ text: '-', bold: false }]
          : fillRuns(column.value, { ...setting.scope, item, itemFields })
      return paragraph(
        canvas,
        runs,
        body,
        widths[at]! - 2 * PAD_X,
        item === undefined ? 'center' : (column.align ?? 'left'),
        1.22,
      )
    })
    return bandOf([plain(canvas, String(index + 1), body, numberWidth - 2 * PAD_X, 'center', 1.22), ...cells])
  })
  const head = headOf(block, setting, edges, padY, size)
  const counts = block.counted
    ? [
        bandOf(
          edges
            .slice(1)
            .map((_, at) =>
              plain(
                canvas,
                at === 0 ? '' : `(${at})`,
                { face: 'sans', size: Math.max(size * 0.8, 6.5) },
                widthAt(at) - 2 * PAD_X,
                'center',
                1.15,
              ),
            ),
        ),
      ]
    : []
  const full: Piece = {
    height: head.height + (counts[0]?.height ?? 0),
    keepWithNext: true,
    draw: (y) => {
      head.draw(y)
      counts[0]?.draw(y + head.height)
    },
  }
  const pieces: Piece[] = [full, ...rows]
  if (block.title !== undefined) {
    const title = plain(canvas, block.title.id, { face: setting.face, size: size * 1.15, bold: true }, setting.width)
    const en = plain(
      canvas,
      block.title.en,
      { face: setting.face, size: Math.max(size * 0.85, 6.5), italic: true },
      setting.width,
      'left',
      1.2,
    )
    const height = title.height + en.height + MM
    pieces.unshift({
      height,
      keepWithNext: true,
      draw(y) {
        title.draw(left, y)
        en.draw(left, y + title.height)
      },
    })
  }
  return { space: spaceOf(block, 4, setting), pieces, repeat: full }

  function widthAt(at: number): number {
    return edges[at + 1]! - edges[at]!
  }

  function bandOf(cells: readonly Paragraph[]): Piece {
    const height = Math.max(...cells.map((cell) => cell.height)) + 2 * padY
    return {
      height,
      draw(y) {
        cells.forEach((cell, at) => {
          canvas.box(edges[at]!, y, widthAt(at), height, 0.5)
          cell.draw(edges[at]! + PAD_X, y + padY)
        })
      },
    }
  }
}

/** The head: columns of one `group` side by side share a cell above their own. */
function headOf(
  block: BlockOf<'table'>,
  setting: Setting,
  edges: readonly number[],
  padY: number,
  bodySize: number,
): Piece {
  const { canvas } = setting
  const bold: TextStyle = { face: 'sans', size: Math.max(bodySize * 0.92, 6.5), bold: true }
  const small: TextStyle = { face: 'sans', size: Math.max(bodySize * 0.78, 6.5), italic: true }
  const words = (label: { id: string; en: string }, width: number) => {
    const id = plain(canvas, label.id, bold, width - 2 * PAD_X, 'center', 1.18)
    const en = plain(canvas, label.en, small, width - 2 * PAD_X, 'center', 1.15)
    return {
      height: id.height + en.height,
      draw(x: number, y: number) {
        id.draw(x, y)
        en.draw(x, y + id.height)
      },
    }
  }
  const lower = block.columns.map((column, at) => words(column.label, edges[at + 2]! - edges[at + 1]!))
  const groups = groupsOf(block.columns).map((group) => {
    const [x, end] = [edges[group.from + 1]!, edges[group.to + 2]!]
    return { ...group, x, width: end - x, set: words(group.label, end - x) }
  })
  const groupHeight = groups.length === 0 ? 0 : Math.max(...groups.map((group) => group.set.height)) + 2 * padY
  const isGrouped = (at: number) => groups.some((group) => at >= group.from && at <= group.to)
  const lowerHeight =
    Math.max(...lower.map((cell, at) => (isGrouped(at) ? cell.height : cell.height - groupHeight))) + 2 * padY
  const height = groupHeight + lowerHeight
  const number = plain(canvas, 'No', bold, edges[1]! - edges[0]! - 2 * PAD_X, 'center', 1.18)
  return {
    height,
    draw(y) {
      canvas.box(edges[0]!, y, edges[1]! - edges[0]!, height, 0.5)
      number.draw(edges[0]! + PAD_X, y + (height - number.height) / 2)
      lower.forEach((cell, at) => {
        const [x, width] = [edges[at + 1]!, edges[at + 2]! - edges[at + 1]!]
        const top = isGrouped(at) ? y + groupHeight : y
        const room = isGrouped(at) ? lowerHeight : height
        canvas.box(x, top, width, room, 0.5)
        cell.draw(x + PAD_X, top + (room - cell.height) / 2)
      })
      for (const group of groups) {
        canvas.box(group.x, y, group.width, groupHeight, 0.5)
        group.set.draw(group.x + PAD_X, y + (groupHeight - group.set.height) / 2)
      }
    },
  }
}

function groupsOf(columns: readonly Column[]) {
  const groups: { label: { id: string; en: string }; from: number; to: number }[] = []
  columns.forEach((column, at) => {
    if (column.group === undefined) return
    const last = groups.at(-1)
    if (last !== undefined && last.to === at - 1 && last.label.id === column.group.id) last.to = at
    else groups.push({ label: column.group, from: at, to: at })
  })
  return groups
}
