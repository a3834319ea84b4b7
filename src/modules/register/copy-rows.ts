// Rows of the register in the binary format of COPY: the server takes them over instead of reading text. Must stay true: columns
// and types are those of bulk-insert.ts; a value that its type cannot hold is an error here, never another value there.
import { dayNumberOf } from '../../kernel/date.ts'
import { type BulkTable, COLUMN_TYPES } from './bulk-insert.ts'

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const DAY_2000 = dayNumberOf('2000-01-01')
const INSTANT_2000_MS = DAY_2000 * 86_400_000
const BIGINT_OID = 20
const FIRST_BYTES = 256 * 1024

type Column = readonly [name: string, write: (to: CopyBuffer, value: NonNullable<unknown>) => void]

/** Gathers rows of one table; `take` gives what there is and begins anew. */
export class CopyRows {
  readonly #columns: readonly Column[]
  readonly #to = new CopyBuffer()

  constructor(readonly table: BulkTable) {
    this.#columns = Object.entries(COLUMN_TYPES[table]).map(([name, type]) => [name, WRITERS[type]])
    this.#to.bytes(SIGNATURE)
  }

  static columnsOf(table: BulkTable): readonly string[] {
    return Object.keys(COLUMN_TYPES[table])
  }

  add(row: object): void {
    this.#to.int16(this.#columns.length)
    for (const [name, write] of this.#columns) {
      const value = (row as Readonly<Record<string, unknown>>)[name]
      if (value == null) this.#to.int32(-1)
      else write(this.#to, value)
    }
  }

  take(): Uint8Array<ArrayBuffer> {
    this.#to.int16(-1)
    const bytes = this.#to.take()
    this.#to.bytes(SIGNATURE)
    return bytes
  }
}

/** How a value of a type stands behind the length of its field. */
const WRITERS = {
  text: (to, value) => to.text(String(value), 0),
  uuid: (to, value) => to.uuid(String(value)),
  int: (to, value) => {
    to.int32(4)
    to.int32(Number(value))
  },
  date: (to, value) => {
    to.int32(4)
    to.int32(dayNumberOf(String(value)) - DAY_2000)
  },
  timestamptz: (to, value) => {
    if (!(value instanceof Date)) throw new TypeError('not an instant')
    to.int32(8)
    to.int64((value.getTime() - INSTANT_2000_MS) * 1000)
  },
  bytea: (to, value) => {
    if (!(value instanceof Uint8Array)) throw new TypeError('not bytes')
    to.int32(value.length)
    to.bytes(value)
  },
  jsonb: (to, value) => to.text(typeof value === 'string' ? value : JSON.stringify(value), 1),
  'bigint[]': (to, value) => {
    if (!Array.isArray(value)) throw new TypeError('not a list')
    to.int32(value.length === 0 ? 12 : 20 + 12 * value.length)
    to.int32(value.length === 0 ? 0 : 1)
    to.int32(0)
    to.int32(BIGINT_OID)
    if (value.length === 0) return
    to.int32(value.length)
    to.int32(1)
    for (const one of value) {
      to.int32(8)
      to.int64(Number(one))
    }
  },
} as const satisfies Readonly<Record<string, Column[1]>>

/** Bytes in the order of the network, in a buffer that grows. */
class CopyBuffer {
  #buffer = new Uint8Array(FIRST_BYTES)
  #view = new DataView(this.#buffer.buffer)
  #at = 0
  /** The last one, and where it stands. */
  #uuid = ''
  #uuidAt = 0

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return
    const larger = new Uint8Array(Math.max(this.#buffer.length * 2, this.#at + bytes))
    larger.set(this.#buffer)
    this.#buffer = larger
    this.#view = new DataView(larger.buffer)
  }

  int16(value: number): void {
    this.#room(2)
    this.#view.setInt16(this.#at, value)
    this.#at += 2
  }

  int32(value: number): void {
    if ((value | 0) !== value) throw new RangeError('not a whole number of 32 bits')
    this.#room(4)
    this.#view.setInt32(this.#at, value)
    this.#at += 4
  }

  /** A safe whole number as 64 bits. */
  int64(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError('not a safe whole number')
    this.#room(8)
    this.#view.setInt32(this.#at, Math.floor(value / 4_294_967_296))
    this.#view.setUint32(this.#at + 4, value >>> 0)
    this.#at += 8
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length)
    this.#buffer.set(value, this.#at)
    this.#at += value.length
  }

  /** Text behind its length; before it the number of the format, where it has one (jsonb: 1). */
  text(value: string, format: number): void {
    const signs = value.length
    const head = format === 0 ? 4 : 5
    this.#room(head + signs * 3)
    const buffer = this.#buffer
    const start = this.#at + head
    let written = 0
    // Nearly all text is short and plain: a loop is faster than a call into the encoder.
    for (; written < signs; written++) {
      const sign = value.charCodeAt(written)
      if (sign > 127 || sign === 0 || signs > LONG) break
      buffer[start + written] = sign
    }
    if (written < signs) {
      if (value.includes('\0')) throw new RangeError('text with a zero byte')
      written = encoder.encodeInto(value, buffer.subarray(start)).written
    }
    this.#view.setInt32(this.#at, written + head - 4)
    if (format !== 0) buffer[start - 1] = format
    this.#at = start + written
  }

  uuid(value: string): void {
    this.#room(20)
    // One person has many rows, one after the other.
    if (value === this.#uuid) {
      this.#buffer.copyWithin(this.#at, this.#uuidAt, this.#uuidAt + 20)
      this.#at += 20
      return
    }
    if (value.length !== 36) throw new RangeError('not a uuid')
    this.#view.setInt32(this.#at, 16)
    let at = this.#at + 4
    let faults = 0
    for (let i = 0; i < 36; i += 2) {
      if (i === 8 || i === 13 || i === 18 || i === 23) faults |= value.charCodeAt(i++) ^ HYPHEN
      const byte = ((HEX[value.charCodeAt(i)] ?? -1) << 4) | (HEX[value.charCodeAt(i + 1)] ?? -1)
      faults |= byte & ~0xff
      this.#buffer[at++] = byte
    }
    if (faults !== 0) throw new RangeError('not a uuid')
    this.#uuid = value
    this.#uuidAt = this.#at
    this.#at = at
  }

  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#buffer.subarray(0, this.#at)
    this.#buffer = new Uint8Array(this.#buffer.length)
    this.#view = new DataView(this.#buffer.buffer)
    this.#at = 0
    this.#uuid = ''
    return bytes
  }
}

const LONG = 60
const HYPHEN = 45
const encoder = new TextEncoder()
const HEX = new Int8Array(128).fill(-1)
for (const [index, sign] of [...'0123456789abcdef'].entries()) {
  HEX[sign.charCodeAt(0)] = index
  HEX[sign.toUpperCase().charCodeAt(0)] = index
}
