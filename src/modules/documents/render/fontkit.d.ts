// The part of fontkit that is used here; the package ships no types.
declare module 'fontkit' {
  export type Font = {
    readonly postscriptName: string
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string): Run
  }
  export type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number; advanceWidth?: number }
  export type Run = {
    readonly glyphs: readonly unknown[]
    readonly positions: readonly Position[]
    readonly advanceWidth: number
  }
  export function create(bytes: Uint8Array): Font
}
