// Turns growth CSV into scored CSV: every input column in its order, then the results. Pure of the world: bytes in,
// bytes and reports out; the command line (and a worker, if it must) brings the streams.
// Must stay true: as many records go out as come in, in the same order; a bad one goes out with empty results.
import type { Refusal, Result } from '../../../kernel/refusal.ts'
import { createColumns, createScores, scoreRows } from '../engine.ts'
import { fillRow, type Header, RESULT_COLUMNS, RESULT_COUNT } from './columns.ts'
import { type CsvRecords, FIELD } from './records.ts'
import { CsvScan, type RecordSeen } from './scan.ts'
import { CsvWriter } from './writer.ts'

const BATCH = 4096
const COMMA = 44
const LF = 10

export type LineReport = { readonly line: number; readonly refusal: Refusal }

export class ScoreFile {
  private readonly writer = new CsvWriter()
  private readonly columns = createColumns(BATCH)
  private readonly scores = createScores(BATCH)
  private readonly froms = new Int32Array(BATCH)
  private readonly ends = new Int32Array(BATCH)
  private waiting = 0
  private bytes: Uint8Array = new Uint8Array(0)
  private header: Header | undefined
  private copyWhole = true
  private reports: LineReport[] = []
  private readonly scan = new CsvScan({
    header: (header, bytes, records) => this.begin(header, bytes, records),
    record: (seen) => this.record(seen),
    pieceEnd: () => this.flush(),
  })
  /** Records read so far, good and bad. */
  rows = 0
  badRows = 0
  /** Names of old result columns of the input that this run replaces. */
  replaced: readonly string[] = []

  /** Takes the next bytes. Refuses a file without a usable header, or with a line no CSV has. */
  push(piece: Uint8Array, last: boolean): Result<undefined> {
    const done = this.scan.push(piece, last)
    this.bytes = new Uint8Array(0)
    return done
  }

  /** Output ready to be written; with `all`, everything there is. */
  take(all: boolean): Uint8Array[] {
    return this.writer.take(all)
  }

  /** Bad lines since the last call. */
  takeReports(): LineReport[] {
    const taken = this.reports
    this.reports = []
    return taken
  }

  private begin(header: Header, bytes: Uint8Array, records: CsvRecords): void {
    this.header = header
    this.copyWhole = header.replaced.length === 0
    this.replaced = header.replaced.map((i) => header.names[i]!)
    this.rebuild(bytes, records)
    this.writer.text(`,${RESULT_COLUMNS.join(',')}\n`)
  }

  private record(seen: RecordSeen): void {
    const { bytes, records } = seen
    this.bytes = bytes
    this.rows++
    const row = this.waiting
    const bad: Refusal | undefined = seen.openQuote
      ? { code: 'growth.line-open-quote' }
      : fillRow(bytes, records, this.header!, this.columns, row)
    if (bad === undefined && this.copyWhole && records.wellFormed) {
      this.froms[row] = seen.from
      this.ends[row] = records.recordEnd
      this.waiting = row + 1
      if (this.waiting === BATCH) this.flush()
      return
    }
    if (bad === undefined) {
      // its fields must be written one by one, while their places are known
      scoreRows(this.columns, this.scores, row, row + 1)
      this.flush()
      this.rebuild(bytes, records)
      this.writer.results(this.scores, row)
    } else {
      this.flush()
      this.badRows++
      this.reports.push({ line: seen.line, refusal: bad })
      this.rebuild(bytes, records)
      this.writer.repeat(COMMA, RESULT_COUNT)
    }
    this.writer.byte(LF)
  }

  /** Scores and writes the records that wait; their bytes may go afterwards. */
  private flush(): void {
    const { waiting, writer, bytes, froms, ends } = this
    if (waiting === 0) return
    this.waiting = 0
    // a row scored on its own beyond `waiting` is not touched: scoreRows works on rows below it only
    scoreRows(this.columns, this.scores, 0, waiting)
    for (let row = 0; row < waiting; row++) {
      writer.raw(bytes, froms[row]!, ends[row]!)
      writer.results(this.scores, row)
      writer.byte(LF)
    }
  }

  /** Writes the kept fields one by one: short records are filled up, what is too much goes into the last field. */
  private rebuild(bytes: Uint8Array, records: CsvRecords): void {
    const { names, replaced } = this.header!
    const { writer } = this
    let first = true
    for (let i = 0; i < names.length; i++) {
      if (replaced.includes(i)) continue
      if (!first) writer.byte(COMMA)
      first = false
      if (i >= records.count) continue
      const surplus = i === names.length - 1 && records.count > names.length
      if (surplus) {
        const quotedFirst = records.kinds[i] === FIELD.quoted || records.kinds[i] === FIELD.doubled
        writer.quoted(bytes, records.starts[i]! - (quotedFirst ? 1 : 0), records.recordEnd)
      } else writer.field(bytes, records, i)
    }
  }
}
