// The part of fontkit that is used here; the package ships no types.
declare module 'fontkit' {
  export type Font = {
    readonly postscriptName: string
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string): unknown
  }
  export function create(bytes: Uint8Array): Font
}
