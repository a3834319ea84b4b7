// Unpacks a WOFF 1.0 font to the plain table form (sfnt) that is embedded in PDF, once at start.
// Must stay true: bytes in, bytes out; the PDF library could read WOFF itself, but inflates its tables again for every
// glyph (measured: 200 ms a page instead of 9).
import { inflateSync } from 'node:zlib'

const WOFF_HEADER = 44
const WOFF_ENTRY = 20
const SFNT_HEADER = 12
const SFNT_ENTRY = 16

/** Throws when the bytes are no WOFF 1.0 font. Layout: W3C "WOFF File Format 1.0", sections 3 and 4. */
export function sfntOfWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (woff.length < WOFF_HEADER || view.getUint32(0) !== 0x774f4646) throw new Error('not a WOFF 1.0 font')
  const count = view.getUint16(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const at = WOFF_HEADER + index * WOFF_ENTRY
    const offset = view.getUint32(at + 4)
    return {
      tag: view.getUint32(at),
      packed: woff.subarray(offset, offset + view.getUint32(at + 8)),
      length: view.getUint32(at + 12),
      checksum: view.getUint32(at + 16),
    }
  })
  const directory = SFNT_HEADER + SFNT_ENTRY * count
  const sfnt = new Uint8Array(tables.reduce((size, table) => size + aligned(table.length), directory))
  const out = new DataView(sfnt.buffer)
  const power = Math.floor(Math.log2(count))
  out.setUint32(0, view.getUint32(4))
  out.setUint16(4, count)
  out.setUint16(6, 16 << power)
  out.setUint16(8, power)
  out.setUint16(10, SFNT_ENTRY * count - (16 << power))
  let at = directory
  tables.forEach((table, index) => {
    const entry = SFNT_HEADER + SFNT_ENTRY * index
    out.setUint32(entry, table.tag)
    out.setUint32(entry + 4, table.checksum)
    out.setUint32(entry + 8, at)
    out.setUint32(entry + 12, table.length)
    sfnt.set(table.packed.length < table.length ? inflateSync(table.packed) : table.packed, at)
    at += aligned(table.length)
  })
  return sfnt
}

function aligned(length: number): number {
  return (length + 3) & ~3
}
