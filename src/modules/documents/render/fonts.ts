// The fonts that documents embed: Noto Serif, Noto Sans and Noto Sans Mono (SIL OFL 1.1), from packages, never from the
// machine. Must stay true: read once; the same installation gives the same bytes everywhere; a letter that no font has is
// named before anything is signed. Where a face's package is not installed the serif stands in for it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type Glyph } from 'fontkit'
import { sfntOfWoff } from './woff.ts'

export type Face = 'serif' | 'sans' | 'mono'
export type FontStyle = { readonly face: Face; readonly bold?: boolean; readonly italic?: boolean }

// Families come in files by script: basic Latin first, the rest of Latin only for the letters the first one lacks.
const SCRIPTS = ['latin', 'latin-ext'] as const
const require = createRequire(import.meta.url)
const FAMILIES: Readonly<Record<Face, string>> = {
  serif: 'noto-serif',
  sans: installed('noto-sans') ?? 'noto-serif',
  mono: installed('noto-sans-mono') ?? 'noto-serif',
}
const loaded = new Map<string, Font>()

function fontId(style: FontStyle, script: (typeof SCRIPTS)[number]): string {
  const italic = style.italic && style.face !== 'mono' ? 'italic' : 'normal'
  return `${FAMILIES[style.face]}-${script}-${style.bold ? 700 : 400}-${italic}`
}

/** The font of an id that `partsOf` gave. */
export function fontOf(id: string): Font {
  const known = loaded.get(id)
  if (known !== undefined) return known
  const family = id.slice(0, id.indexOf('-latin'))
  const font = create(sfntOfWoff(readFileSync(require.resolve(`@fontsource/${family}/files/${id}.woff`))))
  rememberOutlines(font)
  loaded.set(id, font)
  return font
}

// Shaping words (kerning, ligatures) is a third of the work of a page, and most words of a document are its template's.
const REMEMBERED_WORDS = 4000
const shapes = new Map<string, Record<string, unknown>>()

/** Where the PDF library keeps the shaped words of a font: one place for all documents, emptied when it has grown large. */
export function shapesOf(id: string): Record<string, unknown> {
  let known = shapes.get(id)
  if (known === undefined || Object.keys(known).length > REMEMBERED_WORDS) {
    known = Object.create(null) as Record<string, unknown>
    shapes.set(id, known)
  }
  return known
}

/**
 * The part of a font that a paper embeds is cut out glyph by glyph, and each was read anew from the file for each paper to see
 * whether it consists of others. A font's glyphs are few and never change: what was read is kept.
 */
function rememberOutlines(font: Font): void {
  const glyphOf = font.getGlyph.bind(font)
  const known = new Map<number, Glyph>()
  font.getGlyph = (id, codePoints) => {
    let glyph = known.get(id)
    if (glyph === undefined) {
      glyph = glyphOf(id, codePoints)
      const outline = glyph._decode?.()
      if (outline !== undefined) glyph._decode = () => outline
      known.set(id, glyph)
    }
    return glyph
  }
}

const advances = new Map<string, Map<string, number>>()

/**
 * How wide a text is set, in thousandths of its size. Words carry the space behind them, as the PDF library shapes them when it
 * draws; asking the library itself shaped every word anew for each document, a tenth of the work of a paper.
 */
export function advanceOf(id: string, text: string): number {
  const known = advances.get(id) ?? new Map<string, number>()
  advances.set(id, known)
  let sum = 0
  for (const word of text.match(/[^ \t]*[ \t]|[^ \t]+$/g) ?? []) {
    let width = known.get(word)
    if (width === undefined) {
      const font = fontOf(id)
      width = (font.layout(word).advanceWidth * 1000) / font.unitsPerEm
      if (known.size >= REMEMBERED_WORDS) known.clear()
      known.set(word, width)
    }
    sum += width
  }
  return sum
}

export type FontPart = { readonly font: string; readonly text: string }

/** Cuts a text into stretches of one font each. Letters without a glyph go to the first font; see `unprintable`. */
export function partsOf(text: string, style: FontStyle): readonly FontPart[] {
  const first = fontId(style, 'latin')
  if (isBasic(text)) return [{ font: first, text }]
  const parts: { font: string; text: string }[] = []
  for (const letter of text) {
    const font = fontFor(letter, style) ?? first
    const last = parts.at(-1)
    if (last?.font === font) last.text += letter
    else parts.push({ font, text: letter })
  }
  return parts
}

function installed(family: string): string | undefined {
  try {
    require.resolve(`@fontsource/${family}/files/${family}-latin-400-normal.woff`)
    return family
  } catch {
    return undefined
  }
}

function fontFor(letter: string, style: FontStyle): string | undefined {
  const ids = SCRIPTS.map((script) => fontId(style, script))
  return ids.find((id) => fontOf(id).hasGlyphForCodePoint(letter.codePointAt(0)!))
}

function isBasic(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x20 || code > 0x7e) return false
  }
  return true
}

/** The letters of a text that no embedded font has, each once; empty when all can be printed. */
export function unprintable(text: string): readonly string[] {
  if (isBasic(text)) return []
  const missing = [...text.normalize('NFC')].filter(
    (letter) => letter !== '\n' && fontFor(letter, { face: 'serif' }) === undefined,
  )
  return [...new Set(missing)]
}
