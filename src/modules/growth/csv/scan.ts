// Walks through a growth file piece by piece: header first, then one call a record, with the line each begins on.
// Must stay true: memory stays the same for any file (a piece, and at most 1 MiB of an unfinished record), and no
// record is lost: a quotation mark that never closes costs its own line only.
import { accept, type Refusal, type Result, refuse } from '../../../kernel/refusal.ts'
import { type Header, readHeader } from './columns.ts'
import { CsvRecords, fieldText } from './records.ts'

const LONGEST_RECORD = 1 << 20

export type RecordSeen = {
  readonly bytes: Uint8Array
  readonly records: CsvRecords
  readonly from: number
  /** Line of the file on which the record begins; the header is line 1. */
  readonly line: number
  /** The record was cut at its line because a quotation mark in it never closes. */
  readonly openQuote: boolean
}

export class CsvScan {
  readonly records = new CsvRecords()
  private rest: Uint8Array = new Uint8Array(0)
  private line = 1
  private header: Header | undefined
  private readonly onHeader: (header: Header, bytes: Uint8Array, records: CsvRecords) => void
  private readonly onRecord: (seen: RecordSeen) => void
  private readonly onPieceEnd: () => void

  /**
   * `onPieceEnd` is called before the bytes of a piece are let go: positions kept from `onRecord` are good until then.
   * An empty line is a record of one empty field; the line break at the very end of a file begins none.
   */
  constructor(on: { header: CsvScan['onHeader']; record: CsvScan['onRecord']; pieceEnd: () => void }) {
    this.onHeader = on.header
    this.onRecord = on.record
    this.onPieceEnd = on.pieceEnd
  }

  /** Takes the next bytes; `last` with the final (maybe empty) piece. Refuses a file that is no growth file. */
  push(piece: Uint8Array, last: boolean): Result<undefined> {
    let bytes = piece
    if (this.rest.length > 0) {
      bytes = new Uint8Array(this.rest.length + piece.length)
      bytes.set(this.rest)
      bytes.set(piece, this.rest.length)
    }
    const { records } = this
    const to = bytes.length
    let from = 0
    if (this.header === undefined) {
      if (to < 3 && !last) return this.keep(bytes, from)
      if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
        return refuse('growth.csv-not-text')
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) from = 3
      const next = records.read(bytes, from, to, last)
      if (next < 0)
        return last ? refuse('growth.csv-not-text') : to > LONGEST_RECORD ? this.tooLong() : this.keep(bytes, 0)
      if (records.count === 1 && records.recordEnd === from && next === to && last) return refuse('growth.csv-empty')
      const header = readHeader(Array.from({ length: records.count }, (_, i) => fieldText(bytes, records, i)))
      if (!header.ok) return header
      this.header = header.value
      this.onHeader(header.value, bytes, records)
      this.line += records.lines
      from = next
    }
    while (from < to) {
      let next = records.read(bytes, from, to, last)
      // a quote that runs over lines and then does not fit the header swallowed its neighbours: read its line alone
      const swallowed = next >= 0 && records.lines > 1 && (records.broken || records.count !== this.header.names.length)
      const openQuote = swallowed || (next < 0 && (last || to - from > LONGEST_RECORD))
      if (openQuote) {
        next = records.readLiterally(bytes, from, to, last)
        if (next < 0) {
          this.onPieceEnd()
          return this.tooLong()
        }
      }
      if (next < 0) break
      this.onRecord({ bytes, records, from, line: this.line, openQuote })
      this.line += records.lines
      from = next
    }
    this.onPieceEnd()
    return this.keep(bytes, from)
  }

  private keep(bytes: Uint8Array, from: number): Result<undefined> {
    this.rest = from === bytes.length ? new Uint8Array(0) : bytes.slice(from)
    return accept(undefined)
  }

  private tooLong(): { readonly ok: false; readonly refusals: readonly Refusal[] } {
    return refuse('growth.csv-line-too-long', undefined, { line: this.line })
  }
}
