// A drawing of our pages on paper: the paints of its classes (styles/charts.css has those of the screen) and how it is put on a canvas.
// Must stay true: each line differs by more than its colour, because most printers are black only.
import { type Canvas, MM, type Paint } from './canvas.ts'
import type { Piece, Placing } from './piece.ts'
import { type Drawing, readDrawing, type Shape } from './svg-shapes.ts'

const INK = '#1d1d1b'
const PAINTS: Readonly<Record<string, Paint>> = {
  zone: { fill: '#edf6ec' },
  gl: { stroke: '#c9c9c4', width: 0.5 },
  gl2: { stroke: '#9a9a94', width: 1 },
  ax: { stroke: '#4a4a46', width: 1 },
  k0: { stroke: '#17702f', width: 1.9 },
  k1: { stroke: '#9a5b00', width: 1.2, dash: [4, 3] },
  k2: { stroke: '#8f1d1d', width: 1.5, dash: [9, 3] },
  k3: { stroke: INK, width: 1.5 },
  bgm: { stroke: '#e79a9a', width: 5 },
  me: { stroke: INK, width: 3 },
  pt: { fill: INK, stroke: '#ffffff', width: 1.2 },
  hollow: { fill: '#ffffff', stroke: INK, width: 2 },
  flag: { fill: '#f2c230', stroke: INK, width: 1.2 },
}
const INKS: Readonly<Record<string, string>> = {
  mut: '#4a4a46',
  l0: '#17702f',
  l1: '#9a5b00',
  l2: '#8f1d1d',
  l3: INK,
}

/** As wide as the text, or smaller where the page is set smaller; centred. */
export function drawingPiece(svg: string, { canvas, left, width, scale }: Placing): Piece {
  const drawing = readDrawing(svg)
  const shown = width * scale
  const by = shown / drawing.width
  return {
    height: drawing.height * by + 1 * MM,
    draw: (y) => draw(canvas, drawing, left + (width - shown) / 2, y, by),
  }
}

function draw(canvas: Canvas, drawing: Drawing, x: number, y: number, by: number): void {
  for (const shape of drawing.shapes) {
    if (shape.tag === 'text') write(canvas, shape, drawing.textSize, x, y, by)
    else {
      const paint: Paint = Object.assign({}, ...shape.classes.map((name) => PAINTS[name]))
      const { x: cx, y: cy, r } = shape.tag === 'circle' ? shape : { x: 0, y: 0, r: 0 }
      const d =
        shape.tag === 'path'
          ? shape.d
          : `M${cx - r},${cy}A${r},${r} 0 1 1 ${cx + r},${cy}A${r},${r} 0 1 1 ${cx - r},${cy}z`
      canvas.path(d, { x, y, by }, shape.tag === 'path' && shape.dash ? { ...paint, dash: shape.dash } : paint)
    }
  }
}

function write(canvas: Canvas, shape: Extract<Shape, { tag: 'text' }>, size: number, x: number, y: number, by: number) {
  const style = {
    face: 'sans' as const,
    size: size * by,
    ...(shape.classes.includes('bld') ? { bold: true } : {}),
    ...(shape.classes.includes('halo') ? { halo: true as const } : {}),
    ...shape.classes.reduce<{ colour?: string }>(
      (all, name) => (INKS[name] === undefined ? all : { colour: INKS[name] }),
      {},
    ),
  }
  const wide = canvas.widthOf(shape.text, style)
  const shift = shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? wide / 2 : wide
  canvas.text(shape.text, x + shape.x * by - shift, y + shape.y * by, style)
}
