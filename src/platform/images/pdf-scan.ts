// What a PDF may not bring into the house: programs, other files, ways to start something. Must stay true: everything that
// can be reached from the catalog is looked at, each object once, within bounds; what goes beyond the bounds is refused.
import { inflateSync } from 'node:zlib'
import { PdfArray, PdfDict, PdfName, type PdfObject, PdfRef } from '@libpdf/core'

const MOST_OBJECTS = 50_000
const MOST_STREAMS = 5_000
const MOST_INFLATED_BYTES = 100_000_000

const ACTIVE_KEYS = new Set([
  'JS',
  'JavaScript',
  'EF',
  'EmbeddedFiles',
  'XFA',
  'RichMediaContent',
  'RichMediaSettings',
  '3DD',
])
const ACTIVE_NAMES = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Rendition',
  'Movie',
  'Sound',
  'RichMedia',
  'RichMediaExecute',
  'FileAttachment',
  'Screen',
  '3D',
  'PS',
])

export type Resolve = (ref: PdfRef) => PdfObject | null

/** Is there anything in it that acts? `too-much` when it has more objects than any letter needs. */
export function findActive(start: PdfObject, resolve: Resolve): 'active' | 'too-much' | undefined {
  const seen = new Set<string>()
  const waiting: PdfObject[] = [start]
  let count = 0
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (++count > MOST_OBJECTS) return 'too-much'
    if (object instanceof PdfRef) {
      const key = `${object.objectNumber} ${object.generation}`
      if (seen.has(key)) continue
      seen.add(key)
      const found = resolve(object)
      if (found !== null) waiting.push(found)
    } else if (object instanceof PdfArray) waiting.push(...object.toArray())
    else if (object instanceof PdfDict) {
      if (acts(object, resolve)) return 'active'
      for (const [, value] of object) waiting.push(value)
    }
  }
  return undefined
}

function acts(dict: PdfDict, resolve: Resolve): boolean {
  for (const key of dict.keys()) if (ACTIVE_KEYS.has(key.value)) return true
  for (const key of ['S', 'Subtype']) {
    const name = dict.get(key, resolve as never)
    if (name instanceof PdfName && ACTIVE_NAMES.has(name.value)) return true
  }
  return false
}

/** Does it unpack to more than memory should be asked for? Looked at before any object of it is read. */
export function isBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = MOST_INFLATED_BYTES
  let streams = 0
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at)) {
    if (++streams > MOST_STREAMS) return true
    let from = at + 6
    if (file[from] === 0x0d) from++
    if (file[from] === 0x0a) from++
    const end = file.indexOf('endstream', from)
    try {
      left -= inflateSync(file.subarray(from, end === -1 ? undefined : end), { maxOutputLength: left }).length
    } catch (thrown) {
      if (thrown instanceof RangeError || (thrown as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return true
      // Not packed this way: as large as it looks.
    }
    if (left <= 0) return true
    at = end === -1 ? file.length : end + 9
  }
  return false
}
