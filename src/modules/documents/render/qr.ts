// A QR code as rectangles. Must stay true: error correction M at least (survives a fold and a photocopy), dark on white,
// quiet zone of four modules kept free by whoever places it.
import { encode } from 'uqr'

export type Matrix = readonly (readonly boolean[])[]
export const QUIET_MODULES = 4
// Trying all eight masks takes 13 ms a paper. Our content is signatures and random letters, as even as noise under any
// mask, so one fixed mask reads as well (the tests read it back from a bad print).
const MASK = 2

export function qrMatrix(content: string): Matrix {
  return encode(content, { ecc: 'M', border: 0, maskPattern: MASK }).data
}

/** Runs of dark modules of each row as rectangles; rows overlap by a hair, so no white line shows between them. */
export function qrRectangles(
  matrix: Matrix,
  x: number,
  y: number,
  side: number,
): readonly (readonly [number, number, number, number])[] {
  const module = side / matrix.length
  const rectangles: [number, number, number, number][] = []
  matrix.forEach((row, rowAt) => {
    let from = -1
    for (let at = 0; at <= row.length; at++) {
      const isDark = row[at] === true
      if (isDark && from < 0) from = at
      if (!isDark && from >= 0) {
        rectangles.push([x + from * module, y + rowAt * module, (at - from) * module, module * 1.02])
        from = -1
      }
    }
  })
  return rectangles
}
