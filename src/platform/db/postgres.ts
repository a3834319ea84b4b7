// The PostgreSQL adapter: a pool of connections. Must stay true: the pool outlives the server (a restart is an error
// of the requests that were under way, nothing else); no event of an idle connection ends the process.
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { classify, DatabaseUnavailable } from './errors.ts'
import { gatheringSocket } from './gathering-socket.ts'
import { valueTypes } from './value-types.ts'

export type PostgresOptions = {
  readonly url: string
  /** Connections of this process. Two or three times the server's cores is plenty; more only queue inside the server. */
  readonly poolSize?: number
  readonly statementTimeoutMs?: number
  /** How long a request waits for a free connection before it is told that the service is busy. */
  readonly acquireTimeoutMs?: number
  /** Settings of every session of this pool, as `name=value`. */
  readonly settings?: readonly string[]
  readonly applicationName?: string
  /** False behind a pooler that hands out server sessions by transaction and knows no prepared statements. */
  readonly prepare?: boolean
  /** False for connections that take COPY: those answer one thing at a time. */
  readonly pipeline?: boolean
}

export const POOL_SIZE = 12

export function openPostgresPool(options: PostgresOptions): pg.Pool {
  const settings = [
    'TimeZone=UTC',
    'lock_timeout=10s',
    'idle_in_transaction_session_timeout=60s',
    ...(options.settings ?? []),
  ]
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? POOL_SIZE,
    connectionTimeoutMillis: options.acquireTimeoutMs ?? 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    application_name: options.applicationName ?? 'puja',
    keepAlive: true,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    types: valueTypes,
    pipeline: options.pipeline ?? true,
    stream: gatheringSocket,
  })
  // Both listeners only keep Node from ending the process: whoever holds the connection gets the error from his query.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Waits until the server answers, so that an app started beside its database comes up. Throws DatabaseUnavailable. */
export async function waitForPostgres(
  pool: pg.Pool,
  patienceMs: number,
  onWait: (reason: string) => void,
): Promise<void> {
  const until = Date.now() + patienceMs
  for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 4_000)) {
    try {
      await pool.query('select 1')
      return
    } catch (error) {
      const known = classify(error)
      if (!(known instanceof DatabaseUnavailable) || Date.now() + waitMs > until) throw known
      onWait(known.message)
      await delay(waitMs)
    }
  }
}
