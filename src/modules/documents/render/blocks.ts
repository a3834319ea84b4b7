// One function a kind of block: from template and data to a flow of pieces. Indonesian first, English in small italics.
// Must stay true: black only; sizes follow the setting's scale; what is optional and absent leaves no hole.
import { fillRuns, fillText, holds } from '../placeholders.ts'
import type { Block, BlockOf, Item } from '../template.ts'
import { MM } from './canvas.ts'
import { drawEmblem, itemFieldsOf, pair, spaceOf, style } from './parts.ts'
import { type Flow, flow, type Piece, type Setting } from './piece.ts'
import { tableFlow } from './table.ts'
import { paragraph, plain } from './typeset.ts'

export function flowOf(block: Block, setting: Setting): Flow | undefined {
  if (!holds(block.when, setting.scope.data)) return undefined
  switch (block.block) {
    case 'corner':
      return corner(block, setting)
    case 'emblem':
      return emblem(block, setting)
    case 'heading':
      return heading(block, setting)
    case 'letterhead':
      return letterhead(block, setting)
    case 'title':
      return title(block, setting)
    case 'sentence':
      return sentence(block, setting)
    case 'name':
      return name(block, setting)
    case 'rows':
      return rows(block, setting)
    case 'table':
      return tableFlow(block, setting)
    case 'notes':
      return notes(block, setting)
  }
}

function corner(block: BlockOf<'corner'>, setting: Setting): Flow {
  const label = pair(
    { ...setting, width: setting.width * 0.6 },
    [{ text: block.label.id, bold: false }],
    block.label.en,
    10,
    'left',
  )
  const value = paragraph(
    setting.canvas,
    fillRuns(block.value, setting.scope),
    style(setting, 10.5, { bold: true }),
    setting.width * 0.4,
    'right',
  )
  return flow(spaceOf(block, 0, setting), {
    height: Math.max(label.height, value.height),
    draw(y) {
      label.draw(y)
      value.draw(setting.left + setting.width * 0.6, y)
    },
  })
}

function emblem(block: BlockOf<'emblem'>, setting: Setting): Flow {
  const size = block.sizeMm * MM * setting.scale
  return flow(spaceOf(block, 2, setting), {
    height: size,
    draw: (y) => drawEmblem(setting, block.of, setting.left + (setting.width - size) / 2, y, size),
  })
}

function heading(block: BlockOf<'heading'>, setting: Setting): Flow {
  const pieces = block.lines.map((line) =>
    pair(setting, fillRuns(line.text, setting.scope), line.en, line.size ?? 11.5, 'center'),
  )
  return flow(spaceOf(block, 2, setting), ...pieces)
}

/** Emblem of the region at the left, office lines centred, a double rule below: the head of an Indonesian office letter. */
function letterhead(block: BlockOf<'letterhead'>, setting: Setting): Flow {
  const size = 21 * MM * setting.scale
  const inner = setting.width - 2 * (size + 3 * MM)
  const lines = block.lines.map((line, index) => {
    const isLast = index === block.lines.length - 1
    return paragraph(
      setting.canvas,
      fillRuns(line, setting.scope),
      style(setting, isLast ? 9 : 13),
      isLast ? inner + size : inner,
      'center',
      1.25,
    )
  })
  const text = lines.reduce((sum, line) => sum + line.height, 0)
  const height = Math.max(text, size) + 2.5 * MM
  return flow(0, {
    height: height + 1,
    draw(y) {
      drawEmblem(setting, 'region', setting.left, y + (height - 2.5 * MM - size) / 2, size)
      let at = y + (height - 2.5 * MM - text) / 2
      lines.forEach((line, index) => {
        const shift = index === block.lines.length - 1 ? size / 2 : 0
        line.draw(setting.left + size + 3 * MM - shift, at)
        at += line.height
      })
      setting.canvas.line(setting.left, y + height - 1.6, setting.left + setting.width, y + height - 1.6, 1.4)
      setting.canvas.line(setting.left, y + height + 0.6, setting.left + setting.width, y + height + 0.6, 0.5)
    },
  })
}

function title(block: BlockOf<'title'>, setting: Setting): Flow {
  const pieces: Piece[] = [
    {
      ...pair(setting, [{ text: block.text.id, bold: true }], block.text.en, block.size ?? 18, 'center', {
        bold: true,
      }),
      keepWithNext: true,
    },
  ]
  if (block.number !== undefined)
    pieces.push(pair(setting, fillRuns(block.number, setting.scope), undefined, setting.size / setting.scale, 'center'))
  return flow(spaceOf(block, 7, setting), ...pieces)
}

function sentence(block: BlockOf<'sentence'>, setting: Setting): Flow {
  const runs = fillRuns(block.text, setting.scope)
  return flow(
    spaceOf(block, 5, setting),
    pair(setting, runs, block.en, block.size ?? setting.size / setting.scale, block.align ?? 'center'),
  )
}

function name(block: BlockOf<'name'>, setting: Setting): Flow {
  const text = fillText(block.text, setting.scope)
  // A long name keeps to two lines: it shrinks from 19 to 13 points before it takes a third.
  let size = 19
  let set = plain(setting.canvas, text, style(setting, size, { bold: true }), setting.width, 'center')
  while (set.lines.length > 2 && size > 13) {
    size -= 1
    set = plain(setting.canvas, text, style(setting, size, { bold: true }), setting.width, 'center')
  }
  return flow(spaceOf(block, 6, setting), { height: set.height, draw: (y) => set.draw(setting.left, y) })
}

function rows(block: BlockOf<'rows'>, setting: Setting): Flow {
  const shown = block.rows.filter((row) => holds(row.when, setting.scope.data))
  const columns = block.columns ?? 1
  const gap = 6 * MM
  const width = (setting.width - gap * (columns - 1)) / columns
  const size = setting.size / setting.scale
  const cells = shown.map((row) => {
    const labelWidth = width * (block.labels ?? (columns === 2 ? 0.4 : 0.36))
    const valueWidth = width - labelWidth - 3 * MM
    const label = labelOf(setting, row.label, size, labelWidth - 2 * MM, block.english !== false)
    const runs = fillRuns(row.value, setting.scope).map((run) => (row.bold ? { ...run, bold: true } : run))
    const value = paragraph(setting.canvas, runs, style(setting, size), valueWidth)
    return {
      height: Math.max(label.height, value.height) + 1.1 * MM * setting.scale,
      draw(x: number, y: number) {
        label.draw(x, y)
        setting.canvas.text(':', x + labelWidth, y + style(setting, size).size * 1.06, style(setting, size))
        value.draw(x + labelWidth + 3 * MM, y)
      },
    }
  })
  const perColumn = Math.ceil(cells.length / columns)
  const pieces: Piece[] = Array.from({ length: perColumn }, (_, index) => {
    const line = Array.from({ length: columns }, (_, column) => cells[column * perColumn + index])
    return {
      height: Math.max(...line.map((cell) => cell?.height ?? 0)),
      draw(y) {
        for (const [column, cell] of line.entries()) cell?.draw(setting.left + column * (width + gap), y)
      },
    }
  })
  if (block.title !== undefined) {
    const head = pair(setting, [{ text: block.title.id, bold: true }], block.title.en, size, 'left')
    pieces.unshift({ height: head.height + 1.5 * MM * setting.scale, draw: head.draw, keepWithNext: true })
  }
  return { space: spaceOf(block, 4, setting), pieces }
}

/** A label with its English: on the same line where both fit, else below it. */
function labelOf(setting: Setting, label: { id: string; en: string }, size: number, width: number, english: boolean) {
  const { canvas } = setting
  const id = plain(canvas, label.id, style(setting, size), width)
  if (!english) return id
  const small = style(setting, Math.min(8, size * 0.75), { italic: true })
  const used = id.lines.at(-1)?.width ?? 0
  const gap = 1.6 * MM
  if (id.lines.length === 1 && used + gap + canvas.widthOf(label.en, small) <= width) {
    return {
      height: id.height,
      draw(x: number, y: number) {
        id.draw(x, y)
        canvas.text(label.en, x + used + gap, y + style(setting, size).size * 1.06, small)
      },
    }
  }
  const en = plain(canvas, label.en, small, width, 'left', 1.2)
  return {
    height: id.height + en.height,
    draw(x: number, y: number) {
      id.draw(x, y)
      en.draw(x, y + id.height - 0.5)
    },
  }
}

function notes(block: BlockOf<'notes'>, setting: Setting): Flow | undefined {
  const items = setting.scope.data[block.of]
  const field = setting.scope.fields[block.of]
  if (!Array.isArray(items) || items.length === 0 || field?.type !== 'list') return undefined
  const size = Math.min(10, setting.size / setting.scale)
  const head = pair(setting, [{ text: block.title.id, bold: true }], block.title.en, size, 'left')
  const number = 6 * MM
  const pieces = items.map((item: Item, index: number): Piece => {
    const runs = fillRuns(block.text, { ...setting.scope, item, itemFields: itemFieldsOf(setting, block.of) })
    const text = paragraph(setting.canvas, runs, style(setting, size), setting.width - number)
    return {
      height: text.height + 0.8 * MM,
      draw(y) {
        setting.canvas.text(`${index + 1}.`, setting.left, y + style(setting, size).size * 1.06, style(setting, size))
        text.draw(setting.left + number, y)
      },
    }
  })
  return { space: spaceOf(block, 5, setting), pieces: [{ ...head, keepWithNext: true }, ...pieces] }
}
