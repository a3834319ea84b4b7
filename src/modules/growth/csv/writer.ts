// Writes CSV bytes: copied fields, and results in the format of WHO's program (clenhei 4 decimals and cbmi 6, trailing
// zeros left out; scores always 2). Must stay true: what goes out is well-formed CSV whatever came in.
import { type GrowthScores, PER_ROW, POSITION } from '../engine.ts'
import { type CsvRecords, FIELD } from './records.ts'

const COMMA = 44
const QUOTE = 34
const ZERO = 48
const encoder = new TextEncoder()

export class CsvWriter {
  private bytes: Uint8Array
  private used = 0
  private readonly full: Uint8Array[] = []
  private readonly block: number

  /** `block`: bytes of one piece handed on; a piece may be longer when a record is. */
  constructor(block = 1 << 20) {
    this.block = block
    this.bytes = new Uint8Array(block)
  }

  /** Room for `count` more bytes; call before writing them. */
  room(count: number): void {
    if (this.used + count <= this.bytes.length) return
    if (this.used > 0) this.full.push(this.bytes.subarray(0, this.used))
    this.bytes = new Uint8Array(Math.max(this.block, count))
    this.used = 0
  }

  /** Pieces to hand on; with `all`, what is begun too. Each piece is given once. */
  take(all: boolean): Uint8Array[] {
    if (all && this.used > 0) {
      this.full.push(this.bytes.subarray(0, this.used))
      this.bytes = new Uint8Array(this.block)
      this.used = 0
    }
    return this.full.splice(0)
  }

  text(text: string): void {
    this.raw(encoder.encode(text), 0)
  }

  /** Copies bytes as they are. */
  raw(source: Uint8Array, start: number, end = source.length): void {
    this.room(end - start)
    const { bytes } = this
    let to = this.used
    if (end - start > 200) {
      bytes.set(source.subarray(start, end), to)
      to += end - start
    } else for (let i = start; i < end; i++) bytes[to++] = source[i]!
    this.used = to
  }

  /** Copies bytes inside quotation marks, doubling those within. */
  quoted(source: Uint8Array, start: number, end: number): void {
    this.room(2 * (end - start) + 2)
    this.bytes[this.used++] = QUOTE
    for (let i = start; i < end; i++) {
      const byte = source[i]!
      this.bytes[this.used++] = byte
      if (byte === QUOTE) this.bytes[this.used++] = QUOTE
    }
    this.bytes[this.used++] = QUOTE
  }

  /** Field `i` of a record as it stood; quoted when it was not well formed. */
  field(source: Uint8Array, records: CsvRecords, i: number): void {
    const kind = records.kinds[i]!
    const start = records.starts[i]!
    const end = records.ends[i]!
    if (kind === FIELD.plain) this.raw(source, start, end)
    else if (kind === FIELD.quoted || kind === FIELD.doubled) this.raw(source, start - 1, end + 1)
    else this.quoted(source, start, end)
  }

  byte(code: number): void {
    this.room(1)
    this.bytes[this.used++] = code
  }

  /** The same byte so many times. */
  repeat(code: number, times: number): void {
    this.room(times)
    this.bytes.fill(code, this.used, this.used + times)
    this.used += times
  }

  /** Results of one row, each with the comma before it. */
  results(scores: GrowthScores, row: number): void {
    this.room(700)
    const { bytes } = this
    bytes[this.used++] = COMMA
    this.decimal(scores.usedLengthHeightCm[row]!, 4, 1e4)
    bytes[this.used++] = COMMA
    const position = scores.usedPosition[row]!
    if (position !== POSITION.unknown) bytes[this.used++] = position === POSITION.lying ? 108 : 104
    bytes[this.used++] = COMMA
    bytes[this.used++] = ZERO + scores.standingTooYoung[row]!
    bytes[this.used++] = COMMA
    this.decimal(scores.bmi[row]!, 6, 1e6)
    for (let at = row * PER_ROW, end = at + PER_ROW; at < end; at++) {
      const z = scores.scores[at]!
      bytes[this.used++] = COMMA
      if (Number.isNaN(z)) {
        bytes[this.used++] = COMMA
        continue
      }
      this.hundredths(z)
      bytes[this.used++] = COMMA
      bytes[this.used++] = ZERO + scores.flags[at]!
    }
  }

  private hundredths(value: number): void {
    const { bytes } = this
    const size = Math.abs(value)
    if (value < 0) bytes[this.used++] = 45
    if (size >= 1000) {
      if (size > 9e15) {
        this.letters((size / 100).toFixed(2))
        return
      }
      this.whole(Math.floor(size / 100))
    } else bytes[this.used++] = ZERO + ((size / 100) | 0)
    const rest = size % 100
    bytes[this.used++] = 46
    bytes[this.used++] = ZERO + ((rest / 10) | 0)
    bytes[this.used++] = ZERO + (rest % 10)
  }

  /** `value` with at most `places` decimals, trailing zeros left out; nothing when it is no finite number. */
  private decimal(value: number, places: number, scale: number): void {
    if (!Number.isFinite(value)) return
    const scaled = Math.abs(value) * scale
    let rest = Math.round(scaled)
    const nearHalf = Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-4
    if (nearHalf || scaled > 1e14) {
      const below = Math.floor(scaled)
      // a half that binary holds exactly goes to the even digit, as R and Python round; others by their exact value
      const exactHalf = scaled - below === 0.5 && (2 * below + 1) % 5 ** places === 0
      if (!exactHalf) {
        this.letters(String(Number(value.toFixed(places))))
        return
      }
      rest = below % 2 === 0 ? below : below + 1
    }
    if (value < 0 && rest !== 0) this.bytes[this.used++] = 45
    this.whole(Math.floor(rest / scale))
    rest %= scale
    if (rest === 0) return
    this.bytes[this.used++] = 46
    for (let unit = scale / 10; rest > 0; unit /= 10) {
      const digit = (rest / unit) | 0
      this.bytes[this.used++] = ZERO + digit
      rest -= digit * unit
    }
  }

  private whole(value: number): void {
    const { bytes } = this
    let digits = 1
    for (let power = 10; value >= power; power *= 10) digits++
    this.used += digits
    for (let at = this.used - 1, rest = value, i = 0; i < digits; i++, at--) {
      const next = Math.floor(rest / 10)
      bytes[at] = ZERO + (rest - next * 10)
      rest = next
    }
  }

  private letters(text: string): void {
    for (let i = 0; i < text.length; i++) this.bytes[this.used++] = text.charCodeAt(i)
  }
}
