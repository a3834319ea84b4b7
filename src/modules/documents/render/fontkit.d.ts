// The part of fontkit that is used here; the package ships no types.
declare module 'fontkit' {
  export type Font = {
    readonly postscriptName: string
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string): Run
    /** The same object for the same number, always. */
    getGlyph(id: number, codePoints?: readonly number[]): Glyph
  }
  export type Glyph = {
    /** Reads the outline from the file, each time anew; null for a glyph without one. */
    _decode?(): object | null
  }
  export type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number; advanceWidth?: number }
  export type Run = {
    readonly glyphs: readonly unknown[]
    readonly positions: readonly Position[]
    readonly advanceWidth: number
  }
  export function create(bytes: Uint8Array): Font
}
