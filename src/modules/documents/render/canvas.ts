// One PDF/A-2b file being drawn: points from the top left corner, only embedded fonts. Deeds are black on white; drawings have colours.
// Must stay true: no clock and no chance in here, so the same input gives the same bytes.
import PDFDocument from 'pdfkit'
import { advanceOf, type FontStyle, fontOf, partsOf, shapesOf } from './fonts.ts'

export const MM = 72 / 25.4
const A4 = { short: 595.28, long: 841.89 } as const

export type TextStyle = FontStyle & {
  readonly size: number
  readonly spacing?: number
  readonly colour?: string
  /** White around the letters, so that lines behind them do not touch. */
  readonly halo?: true
}
/** Colours as `#rrggbb`. */
export type Paint = {
  readonly fill?: string
  readonly stroke?: string
  readonly width?: number
  readonly dash?: readonly number[]
}
export type FileFacts = {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly createdAtMs: number
  readonly language?: 'id' | 'en'
}

export class Canvas {
  readonly width: number
  readonly height: number
  readonly #document: PDFKit.PDFDocument
  readonly #parts: Uint8Array[] = []
  readonly #registered = new Set<string>()
  readonly #widths = new Map<string, number>()
  readonly #ended: Promise<void>
  #pages = 0

  constructor(orientation: 'portrait' | 'landscape', facts: FileFacts) {
    this.width = orientation === 'portrait' ? A4.short : A4.long
    this.height = orientation === 'portrait' ? A4.long : A4.short
    this.#document = new PDFDocument({
      size: 'A4',
      layout: orientation,
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      subset: 'PDF/A-2b',
      lang: facts.language === 'en' ? 'en' : 'id-ID',
      displayTitle: true,
      // No default font: the 14 standard fonts are never embedded, which PDF/A forbids.
      font: null as unknown as string,
      info: {
        Title: facts.title,
        Subject: facts.subject,
        Author: facts.author,
        Creator: 'Puja Indah',
        Producer: 'Puja Indah',
        CreationDate: new Date(Math.floor(facts.createdAtMs / 1000) * 1000),
      },
    })
    this.#document.on('data', (part: Uint8Array) => this.#parts.push(part))
    this.#ended = new Promise((resolve) => this.#document.on('end', () => resolve()))
  }

  get pages(): number {
    return this.#pages
  }

  addPage(): void {
    this.#pages++
    this.#document.addPage()
  }

  async finish(): Promise<Uint8Array> {
    this.#leaveRoomForSignature()
    this.#document.end()
    await this.#ended
    return Buffer.concat(this.#parts)
  }

  widthOf(text: string, style: TextStyle): number {
    const key = `${style.face}${style.bold ? 'b' : ''}${style.italic ? 'i' : ''}${text}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      width = partsOf(text, style).reduce((sum, part) => sum + advanceOf(part.font, part.text), 0)
      this.#widths.set(key, width)
    }
    return (width * style.size) / 1000 + (style.spacing ?? 0) * text.length
  }

  /** One line of text; `baseline` is the y of its baseline. */
  text(text: string, x: number, baseline: number, style: TextStyle): void {
    if (style.halo) {
      const { halo: _halo, ...behind } = style
      this.#document
        .lineJoin('round')
        .lineWidth(style.size * 0.3)
        .undash()
        .strokeColor('white')
      this.#write(text, x, baseline, behind, { fill: false, stroke: true })
    }
    if (style.colour !== undefined) this.#document.fillColor(style.colour)
    this.#write(text, x, baseline, style, {})
    if (style.colour !== undefined) this.#document.fillColor('black')
  }

  #write(text: string, x: number, baseline: number, style: TextStyle, paint: { fill?: false; stroke?: true }): void {
    let at = x
    for (const part of partsOf(text, style)) {
      this.#use(part.font)
      this.#document.fontSize(style.size).text(part.text, at, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...paint,
        ...(style.spacing === undefined ? {} : { characterSpacing: style.spacing }),
      })
      at += this.widthOf(part.text, style)
    }
  }

  line(x1: number, y1: number, x2: number, y2: number, width = 0.6): void {
    this.#document.lineWidth(width).undash().moveTo(x1, y1).lineTo(x2, y2).stroke('black')
  }

  box(x: number, y: number, width: number, height: number, line = 0.6): void {
    this.#document.lineWidth(line).undash().rect(x, y, width, height).stroke('black')
  }

  /** A path of SVG, placed at `x`, `y` and enlarged; widths of lines are enlarged with it. */
  path(d: string, at: { readonly x: number; readonly y: number; readonly by: number }, paint: Paint): void {
    const { fill, stroke, width = 1, dash } = paint
    if (fill === undefined && stroke === undefined) return
    const document = this.#document.save().translate(at.x, at.y).scale(at.by)
    document.lineWidth(width).lineJoin('round')
    if (dash === undefined) document.undash()
    else document.dash(dash[0]!, { space: dash[1] ?? dash[0]! })
    document.path(d)
    if (fill !== undefined && stroke !== undefined) document.fillAndStroke(fill, stroke)
    else if (fill !== undefined) document.fill(fill)
    else document.stroke(stroke)
    document.restore()
  }

  dashedCircle(x: number, y: number, radius: number): void {
    this.#document.lineWidth(0.6).dash(2, { space: 2 }).circle(x, y, radius).stroke('black')
    this.#document.undash()
  }

  /** Fills rectangles [x, y, width, height] as one path. */
  fill(rectangles: readonly (readonly [number, number, number, number])[]): void {
    for (const [x, y, width, height] of rectangles) this.#document.rect(x, y, width, height)
    this.#document.fill('black')
  }

  /** A PNG or JPEG, as large as fits into the square, centred. */
  image(bytes: Uint8Array, x: number, y: number, size: number): void {
    const options = { fit: [size, size] as [number, number], align: 'center' as const, valign: 'center' as const }
    this.#document.image(Buffer.from(bytes), x, y, options)
  }

  /** An empty form: without one the signing library adds its own, with fonts that are not embedded. */
  #leaveRoomForSignature(): void {
    this.#document.initForm()
    const root = this.#document as unknown as {
      readonly _root: { readonly data: { AcroForm: { data: Record<string, unknown> } } }
    }
    // PDF/A forbids readers to draw field appearances anew.
    root._root.data.AcroForm.data.NeedAppearances = false
  }

  #use(id: string): void {
    if (!this.#registered.has(id)) {
      // pdfkit takes a parsed font as well as bytes (its types only know bytes); parsing once saves 25 ms a document.
      this.#document.registerFont(id, fontOf(id) as unknown as Buffer)
      this.#registered.add(id)
      this.#document.font(id)
      shareShapes(this.#document, id)
    }
    this.#document.font(id)
  }
}

/** The shapes of words that a font came to know in other documents. */
function shareShapes(document: PDFKit.PDFDocument, id: string): void {
  const { _font: font } = document as unknown as { readonly _font: { layoutCache: Record<string, unknown> } }
  font.layoutCache = shapesOf(id)
}
