// Breaks runs of words into lines of a width and draws them. Must stay true: nothing is cut off; a word too long for the
// line (a name without spaces) is broken between letters; measuring and drawing use the same widths.
import type { Run } from '../placeholders.ts'
import type { Canvas, TextStyle } from './canvas.ts'

export type Align = 'left' | 'center' | 'right'
export type Paragraph = {
  readonly lines: readonly Line[]
  readonly height: number
  draw(x: number, y: number): void
}
type Piece = { readonly text: string; readonly style: TextStyle; readonly width: number }
type Line = { readonly pieces: readonly Piece[]; readonly width: number }
type Word = { readonly pieces: Piece[]; readonly width: number }

const LEADING = 1.36
// Where the baseline lies in a line of LEADING: as in Noto, ascent about 1.07 of the size.
const BASELINE = 1.06

/** Runs set in one base style; bold runs in its bold. `\n` breaks the line. */
export function paragraph(
  canvas: Canvas,
  runs: readonly Run[],
  style: TextStyle,
  width: number,
  align: Align = 'left',
  leading = LEADING,
): Paragraph {
  const lines = runs.length === 0 ? [] : breakLines(canvas, runs, style, width)
  const lineHeight = style.size * leading
  return {
    lines,
    height: lines.length * lineHeight,
    draw(x, y) {
      lines.forEach((line, index) => {
        const shift = align === 'left' ? 0 : align === 'center' ? (width - line.width) / 2 : width - line.width
        let at = x + shift
        const baseline = y + index * lineHeight + style.size * (BASELINE + (leading - LEADING) / 2)
        for (const piece of line.pieces) {
          canvas.text(piece.text, at, baseline, piece.style)
          at += piece.width
        }
      })
    },
  }
}

/** A paragraph of one plain text. */
export function plain(
  canvas: Canvas,
  text: string,
  style: TextStyle,
  width: number,
  align: Align = 'left',
  leading = LEADING,
): Paragraph {
  return paragraph(canvas, [{ text, bold: style.bold ?? false }], style, width, align, leading)
}

function breakLines(canvas: Canvas, runs: readonly Run[], style: TextStyle, width: number): readonly Line[] {
  const lines: Line[] = []
  let words: Word[] = []
  let used = 0
  const space = canvas.widthOf(' ', style)
  const close = () => {
    lines.push(joined(canvas, words))
    words = []
    used = 0
  }
  for (const word of wordsOf(canvas, runs, style)) {
    if (word === 'break') {
      close()
      continue
    }
    for (const fitting of word.width > width ? chopped(canvas, word, width) : [word]) {
      if (words.length > 0 && used + space + fitting.width > width + 0.01) close()
      used += (words.length > 0 ? space : 0) + fitting.width
      words.push(fitting)
    }
  }
  close()
  return lines
}

function wordsOf(canvas: Canvas, runs: readonly Run[], style: TextStyle): readonly (Word | 'break')[] {
  const words: (Word | 'break')[] = []
  let open: Piece[] = []
  const close = () => {
    if (open.length > 0) words.push({ pieces: open, width: open.reduce((sum, piece) => sum + piece.width, 0) })
    open = []
  }
  for (const run of runs) {
    const runStyle = run.bold ? { ...style, bold: true } : style
    for (const part of run.text.split(/(\s+)/)) {
      if (part === '') continue
      if (/^\s/.test(part)) {
        close()
        for (const sign of part) if (sign === '\n') words.push('break')
      } else open.push({ text: part, style: runStyle, width: canvas.widthOf(part, runStyle) })
    }
  }
  close()
  return words
}

function chopped(canvas: Canvas, word: Word, width: number): readonly Word[] {
  const parts: Word[] = []
  for (const piece of word.pieces) {
    let rest = ''
    for (const letter of piece.text) {
      if (rest !== '' && canvas.widthOf(rest + letter, piece.style) > width) {
        const cut = breakAfter(rest)
        parts.push(wordOf(canvas, rest.slice(0, cut), piece.style))
        rest = rest.slice(cut)
      }
      rest += letter
    }
    if (rest !== '') parts.push(wordOf(canvas, rest, piece.style))
  }
  return parts
}

/** Where a word too long for its line is best cut: after its last slash or hyphen, else where the room ends. */
function breakAfter(text: string): number {
  const at = Math.max(text.lastIndexOf('/'), text.lastIndexOf('-'))
  return at > 0 ? at + 1 : text.length
}

function wordOf(canvas: Canvas, text: string, style: TextStyle): Word {
  const width = canvas.widthOf(text, style)
  return { pieces: [{ text, style, width }], width }
}

/** Words of one line with real spaces between them, neighbours of one style drawn as one text (so it copies as words). */
function joined(canvas: Canvas, words: readonly Word[]): Line {
  const merged: { text: string; readonly style: TextStyle }[] = []
  words.forEach((word, index) => {
    word.pieces.forEach((piece, at) => {
      const text = index > 0 && at === 0 ? ` ${piece.text}` : piece.text
      const last = merged.at(-1)
      if (last !== undefined && (last.style.bold ?? false) === (piece.style.bold ?? false)) last.text += text
      else merged.push({ text, style: piece.style })
    })
  })
  const pieces = merged.map(({ text, style }) => ({ text, style, width: canvas.widthOf(text, style) }))
  return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0) }
}
