// Splits CSV bytes into records and fields without making strings: positions only, in arrays that are used again.
// Must stay true: the same records as csv-parse on every well-formed file (records.test.ts), quotes, doubled quotes,
// line breaks inside quotes and CRLF included; what is not well formed is told, never guessed away.

/** How a field stands in the file. `stray`: a quotation mark in an unquoted field; `broken`: text after a closing one. */
export const FIELD = { plain: 0, quoted: 1, doubled: 2, stray: 3, broken: 4 } as const

const QUOTE = 34
const COMMA = 44
const LF = 10
const CR = 13

export class CsvRecords {
  /** Fields of the record last read. */
  count = 0
  /** Content of field i without its quotation marks: bytes `starts[i]` to `ends[i]`. */
  starts = new Int32Array(64)
  ends = new Int32Array(64)
  kinds = new Uint8Array(64)
  /** Where the record ends, its line break left out. */
  recordEnd = 0
  /** Line breaks inside the record and at its end. */
  lines = 0
  /** False when a field is stray or broken. */
  wellFormed = true
  /** True when a field is broken. */
  broken = false

  private add(start: number, end: number, kind: number): void {
    const { count } = this
    if (count === this.starts.length) this.grow()
    this.starts[count] = start
    this.ends[count] = end
    this.kinds[count] = kind
    this.count = count + 1
  }

  private grow(): void {
    const longer = <T extends Int32Array | Uint8Array>(old: T, made: T): T => {
      made.set(old)
      return made
    }
    const size = this.starts.length * 2
    this.starts = longer(this.starts, new Int32Array(size))
    this.ends = longer(this.ends, new Int32Array(size))
    this.kinds = longer(this.kinds, new Uint8Array(size))
  }

  /**
   * Reads the record that begins at `from`. Returns where the next one begins, or -1 when the record does not end
   * before `to` and more bytes may come (`last` false). An open quotation mark at the very end also gives -1.
   */
  read(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    this.count = 0
    this.lines = 0
    this.wellFormed = true
    this.broken = false
    let at = from
    for (;;) {
      let start = at
      let end = at
      let kind: number = FIELD.plain
      let byte = at < to ? bytes[at]! : LF
      if (byte === QUOTE) {
        kind = FIELD.quoted
        start = ++at
        for (;;) {
          while (at < to && bytes[at] !== QUOTE) if (bytes[at++] === LF) this.lines++
          if (at >= to || (at + 1 === to && !last)) return -1
          if (at + 1 === to || bytes[at + 1] !== QUOTE) break
          kind = FIELD.doubled
          at += 2
        }
        end = at++
        byte = at < to ? bytes[at]! : LF
        if (byte !== COMMA && byte !== LF && !(byte === CR && (at + 1 === to || bytes[at + 1] === LF))) {
          kind = FIELD.broken
          this.wellFormed = false
          this.broken = true
          start--
        }
      }
      let stray = false
      while (byte !== COMMA && byte !== LF) {
        if (byte === QUOTE) stray = true
        byte = ++at < to ? bytes[at]! : LF
      }
      if (at >= to && !last) return -1
      if (kind === FIELD.plain || kind === FIELD.broken) {
        end = byte === LF && at > start && bytes[at - 1] === CR ? at - 1 : at
        if (stray && kind === FIELD.plain) {
          kind = FIELD.stray
          this.wellFormed = false
        }
      }
      this.add(start, end, kind)
      if (byte === LF) {
        this.recordEnd = at > from && bytes[at - 1] === CR ? at - 1 : at
        this.lines++
        return at < to ? at + 1 : at
      }
      at++
    }
  }

  /** Reads one line by its commas alone, quotation marks as plain letters: the way out of a quote that never closes. */
  readLiterally(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    this.count = 0
    this.lines = 1
    this.wellFormed = false
    this.broken = false
    let at = from
    let start = from
    let kind: number = FIELD.plain
    for (; at < to && bytes[at] !== LF; at++) {
      if (bytes[at] === QUOTE) kind = FIELD.stray
      if (bytes[at] !== COMMA) continue
      this.add(start, at, kind)
      kind = FIELD.plain
      start = at + 1
    }
    if (at >= to && !last) return -1
    this.recordEnd = at > start && bytes[at - 1] === CR ? at - 1 : at
    this.add(start, this.recordEnd, kind)
    return at < to ? at + 1 : at
  }
}

const decoder = new TextDecoder()

/** Field `i` of the record as text, doubled quotation marks made single. */
export function fieldText(bytes: Uint8Array, records: CsvRecords, i: number): string {
  const text = decoder.decode(bytes.subarray(records.starts[i], records.ends[i]))
  return records.kinds[i] === FIELD.doubled ? text.replaceAll('""', '"') : text
}
