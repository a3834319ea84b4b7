// A transaction that takes rows as COPY, some six times cheaper for the server than statements. Must stay true: as puja_owner, on
// a connection of its own (a pipelining connection takes no COPY), which goes with the transaction; all or nothing like any other.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { openPostgresPool, type PostgresOptions } from './postgres.ts'
import { beginStatement } from './roles.ts'
import { transact } from './transaction.ts'
import type { TransactionOptions, Tx } from './tx.ts'

/** Rows of a table in PostgreSQL's own binary format, the columns in the order named. */
export type CopyIn = (table: string, columns: readonly string[], rows: Uint8Array) => Promise<void>

export async function loadAlone<T>(
  postgres: PostgresOptions,
  work: (tx: Tx, copy: CopyIn) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const pool = openPostgresPool({ ...postgres, poolSize: 1, pipeline: false, applicationName: 'puja-load' })
  let client: pg.PoolClient | undefined
  pool.on('acquire', (acquired) => {
    client = acquired
  })
  try {
    const opening = { role: 'owner', begin: beginStatement('owner', undefined, options), readOnly: false } as const
    return await transact({ pool, names: undefined }, opening, (tx) =>
      work(tx, async (table, columns, rows) => {
        if (client === undefined) throw new Error('COPY needs the connection of its transaction.')
        await pipeline(Readable.from(pieces(rows)), client.query(copyFrom(copyText(table, columns))))
      }),
    )
  } finally {
    await pool.end()
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

function copyText(table: string, columns: readonly string[]): string {
  return `copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin (format binary)`
}

const PIECE_BYTES = 256 * 1024

/** In pieces, so that the socket is never handed more than it can take soon. */
function* pieces(bytes: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(PIECE_BYTES, bytes.length - at))
}
