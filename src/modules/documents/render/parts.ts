// What several kinds of block share: spaces, text styles, two-language pairs, the emblem's place.
// Must stay true: no letter is smaller than 6.5 points, whatever the scale.
import type { Run } from '../placeholders.ts'
import type { ScalarField } from '../template.ts'
import { MM, type TextStyle } from './canvas.ts'
import type { Piece, Setting } from './piece.ts'
import { type Align, paragraph, plain } from './typeset.ts'

export function spaceOf(
  block: { readonly spaceMm?: number | undefined },
  fallbackMm: number,
  setting: Setting,
): number {
  // Spaces give way sooner than letters do.
  return (block.spaceMm ?? fallbackMm) * MM * setting.scale ** 2
}

export function style(setting: Setting, size: number, more: Partial<TextStyle> = {}): TextStyle {
  return { face: setting.face, size: Math.max(size * setting.scale, 6.5), ...more }
}

/** Indonesian lines with the English below in small italics, as one piece. */
export function pair(
  setting: Setting,
  runs: readonly Run[],
  en: string | undefined,
  size: number,
  align: Align,
  more: Partial<TextStyle> = {},
): Piece {
  const above = paragraph(setting.canvas, runs, style(setting, size, more), setting.width, align)
  // Where there is no other language, nothing stands twice.
  const isOne = en === undefined || en === '' || en === runs.map((run) => run.text).join('')
  const below = isOne
    ? undefined
    : plain(setting.canvas, en, style(setting, Math.min(8.5, size * 0.8), { italic: true }), setting.width, align, 1.25)
  return {
    height: above.height + (below?.height ?? 0),
    draw(y) {
      above.draw(setting.left, y)
      below?.draw(setting.left, y + above.height)
    },
  }
}

/** The official file, placed and never redrawn; without one its place stays marked, so that nobody takes it for official. */
export function drawEmblem(setting: Setting, of: 'state' | 'region', x: number, y: number, size: number): void {
  const file = setting.frame.emblems[of]
  if (file !== undefined) {
    setting.canvas.image(file, x, y, size)
    return
  }
  setting.canvas.dashedCircle(x + size / 2, y + size / 2, size / 2 - 1)
  const words = of === 'state' ? 'Lambang\nnegara' : 'Lambang\ndaerah'
  const text = plain(setting.canvas, words, { face: 'sans', size: 7 }, size, 'center', 1.2)
  text.draw(x, y + (size - text.height) / 2)
}

/** The fields inside a list field; none when it is no list. */
export function itemFieldsOf(setting: Setting, of: string): Readonly<Record<string, ScalarField>> {
  const field = setting.scope.fields[of]
  return field?.type === 'list' ? field.fields : {}
}
