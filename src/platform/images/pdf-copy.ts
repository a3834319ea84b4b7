// The pages of a PDF drawn anew: a new file gets only what a page needs to be seen (its box, its resources, its drawing).
// Must stay true: catalog, actions, notes, forms, names, metadata and history of the sent file are never copied; a key that
// this file does not know to be about drawing is dropped, names of fonts and pictures aside.
import { PDF, PdfArray, PdfDict, PdfName, PdfNull, type PdfObject, PdfRef, PdfStream } from '@libpdf/core'

const MOST_OBJECTS = 20_000
const DEEPEST = 60

/** Keys whose value maps names of the page's own choice to things; the names are kept. */
const MAPS = new Set(['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'CharProcs', 'Colorants'])

/** Keys that lead out of the drawing: actions, other files, other objects of the document, who made it when and with what. */
const DROPPED = new Set([
  ...['A', 'AA', 'OpenAction', 'Annots', 'JS', 'JavaScript', 'EF', 'AF', 'F', 'FFilter', 'FDecodeParms', 'Metadata'],
  ...['PieceInfo', 'StructParent', 'StructParents', 'OPI', 'Ref', 'Parent', 'P', 'Alternates', 'Thumb', 'LastModified'],
  ...['OC', 'OCProperties', 'URI', 'Next', 'Names', 'Measure', 'PtData', 'ID', 'Properties', 'ProcSet', 'Tabs', 'Lang'],
])

export class PdfTooComplex extends Error {}

/** A new file with the pages of `source`. Throws PdfTooComplex, and what the parser throws. */
export async function copyPages(source: PDF): Promise<Uint8Array> {
  const clean = PDF.create()
  const copier = new Copier(source, clean)
  for (const [index, page] of source.getPages().entries()) {
    const from = source.getObject(page.ref)
    if (!(from instanceof PdfDict)) throw new PdfTooComplex('A page is no page.')
    const entries: [string, PdfObject][] = [['Type', PdfName.of('Page')]]
    for (const key of ['MediaBox', 'CropBox', 'Rotate', 'Resources', 'Group']) {
      const value = key === 'Group' ? from.get(key) : inherited(source, from, key)
      if (value !== undefined) entries.push([key, copier.copy(value, 0)])
    }
    const contents = from.get('Contents')
    if (contents !== undefined) entries.push(['Contents', copier.copy(contents, 0)])
    clean.insertPage(index, new PdfDict(entries))
  }
  return clean.save()
}

function inherited(source: PDF, page: PdfDict, key: string): PdfObject | undefined {
  let at: PdfDict | undefined = page
  for (let depth = 0; at !== undefined && depth < DEEPEST; depth++) {
    const value = at.get(key)
    if (value !== undefined) return value
    const parent = at.get('Parent')
    const above: PdfObject | null | undefined = parent instanceof PdfRef ? source.getObject(parent) : parent
    at = above instanceof PdfDict ? above : undefined
  }
  return undefined
}

class Copier {
  readonly #copied = new Map<string, PdfRef>()
  #count = 0

  constructor(
    readonly source: PDF,
    readonly clean: PDF,
  ) {}

  copy(object: PdfObject, depth: number, isMap = false): PdfObject {
    if (++this.#count > MOST_OBJECTS || depth > DEEPEST) throw new PdfTooComplex('More parts than a letter has.')
    if (object instanceof PdfRef) return this.#reference(object, depth, isMap)
    if (object instanceof PdfArray) return new PdfArray(object.toArray().map((one) => this.copy(one, depth + 1)))
    if (object instanceof PdfStream) return this.#fill(new PdfStream([], object.data), object, depth, false)
    if (object instanceof PdfDict) return this.#fill(new PdfDict(), object, depth, isMap)
    return object
  }

  /** Registered before it is filled, so that a ring of references ends. */
  #reference(ref: PdfRef, depth: number, isMap: boolean): PdfObject {
    const key = `${ref.objectNumber} ${ref.generation} ${isMap}`
    const known = this.#copied.get(key)
    if (known !== undefined) return known
    const found = this.source.getObject(ref)
    if (found === null || found instanceof PdfRef) return PdfNull.instance
    if (!(found instanceof PdfDict)) return this.copy(found, depth + 1, isMap)
    const empty = found instanceof PdfStream ? new PdfStream([], found.data) : new PdfDict()
    const made = this.clean.register(empty)
    this.#copied.set(key, made)
    this.#fill(empty, found, depth + 1, isMap && !(found instanceof PdfStream))
    return made
  }

  #fill<D extends PdfDict>(into: D, from: PdfDict, depth: number, isMap: boolean): D {
    for (const [key, value] of from) {
      const name = key.value
      if (!isMap && (DROPPED.has(name) || (name === 'Length' && from instanceof PdfStream))) continue
      into.set(name, this.copy(value, depth + 1, !isMap && MAPS.has(name)))
    }
    return into
  }
}
