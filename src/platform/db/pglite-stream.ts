// The embedded database behind a stream that speaks PostgreSQL's own protocol, so that the same `pg` client, value
// types and transactions serve both adapters. Must stay true: PGlite has ONE session; the pool over it has ONE client,
// so whoever holds it from BEGIN to COMMIT is alone, and the pool's queue is first come, first served.
import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { valueTypes } from './value-types.ts'

/** The message of the protocol that runs a text without parameters. */
function simpleQuery(text: string): Buffer {
  const body = Buffer.from(`${text}\0`)
  const head = Buffer.from('Q\0\0\0\0')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

class PGliteStream extends Duplex {
  constructor(readonly pglite: PGlite) {
    super()
  }

  connect(): this {
    // A new client meets the old session: whatever the last one left there (a transaction, statements, a role) goes.
    for (const text of ['rollback', 'discard all']) this.pglite.execProtocolRawSync(simpleQuery(text))
    process.nextTick(() => this.emit('connect'))
    return this
  }

  // A socket's manners that pg expects; there is no socket.
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  override _read(): void {}

  // pg corks parse, bind, execute and sync: they arrive here together and cost one call into WebAssembly.
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#send(
      chunks.length === 1 && chunks[0] !== undefined
        ? chunks[0].chunk
        : Buffer.concat(chunks.map(({ chunk }) => chunk)),
      done,
    )
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send(chunk, done)
  }

  #send(message: Buffer, done: (error?: Error | null) => void): void {
    this.#ask(message).then(
      (bytes) => {
        // Never within the write itself: a pipelining client notes what it asked only after it has written.
        if (bytes.length > 0) process.nextTick(() => this.push(bytes))
        done()
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    )
  }

  /**
   * The answer as it comes. Asked in any other way PGlite also parses every answer, for itself, and keeps what it parsed for ever:
   * 20 kB a request. The bytes are PGlite's own memory, hence the copies.
   */
  async #ask(message: Buffer): Promise<Buffer> {
    const parts: Buffer[] = []
    const onRawData = (data: Uint8Array) => void parts.push(Buffer.from(data))
    await this.pglite.execProtocolRawStream(message, { syncToFs: false, onRawData })
    return Buffer.concat(parts)
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null)
    done()
  }
}

/** A pool of exactly one client over the embedded database. Ending it leaves PGlite itself open. */
export function openPGlitePool(pglite: PGlite, options: { acquireTimeoutMs?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    stream: () => new PGliteStream(pglite),
    user: 'postgres',
    database: 'postgres',
    password: 'unused',
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: options.acquireTimeoutMs ?? 60_000,
    types: valueTypes,
    // As over a socket; here every statement is answered before the next is written.
    pipeline: true,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
