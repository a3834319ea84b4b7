// The unit of page making: something of a fixed height that is never cut. Types and the small helpers over them.
import type { Scope } from '../placeholders.ts'
import type { Canvas } from './canvas.ts'
import type { Face } from './fonts.ts'
import type { PageFrame } from './frame.ts'

export type Piece = {
  readonly height: number
  draw(y: number): void
  /** Must not be the last thing on a page (a title, a table head). */
  readonly keepWithNext?: boolean
}
/** A block ready for pages: white space before it, its pieces, and what is repeated when it goes on over a page. */
export type Flow = { readonly space: number; readonly pieces: readonly Piece[]; readonly repeat?: Piece }

export type Setting<F extends PageFrame = PageFrame> = {
  readonly canvas: Canvas
  readonly scope: Scope
  readonly frame: F
  readonly face: Face
  /** Text size in points at this scale. */
  readonly size: number
  /** 1 for the template's own sizes, less when it would need another page. */
  readonly scale: number
  readonly left: number
  readonly width: number
}

/** What a piece of a report needs of its page. */
export type Placing = Pick<Setting, 'canvas' | 'left' | 'width' | 'scale'>

export function flow(space: number, ...pieces: readonly Piece[]): Flow {
  return { space, pieces }
}
