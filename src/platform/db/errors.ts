// What can go wrong below SQL, as typed errors with a sentence. Must stay true: only trouble of the connection or of
// the machine becomes DatabaseUnavailable; a wrong statement stays the error it is, because that is a bug of ours.
import type { Text } from '../../kernel/text.ts'
import { refusals } from './refusals.ts'

/** `lost`: no connection; `busy`: none free in time, or the server has no room; `slow`: a statement ran out of its time; `full`: no space on the disk. */
export type UnavailableReason = 'lost' | 'busy' | 'slow' | 'full'

/** The database cannot answer just now. Safe to try again with the same idempotency key. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
  readonly code: `database-${UnavailableReason}`
  readonly text: Text
  constructor(
    readonly reason: UnavailableReason,
    cause: unknown,
  ) {
    super(`database ${reason}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.code = `database-${reason}`
    this.text = refusals[this.code].text
  }
}

/** Another process holds the data folder of the embedded database. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'
  readonly code = 'data-folder-in-use'
  readonly text: Text = refusals['data-folder-in-use'].text
  constructor(readonly folder: string) {
    super(`The data folder ${folder} is in use by another process.`)
  }
}

const LOST_SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
const LOST_STATE = /^(08|57P0)/
const LOST_MESSAGE =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout)/

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

/** The SQLSTATE of a database error, or `` for anything else. */
export function sqlState(error: unknown): string {
  const code = codeOf(error)
  return /^[0-9A-Z]{5}$/.test(code) && !LOST_SOCKET.has(code) ? code : ''
}

/** True when the transaction lost a race and may simply run again (serialization failure, deadlock). */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01'
}

/** True when another process migrated a table under a prepared statement; a new connection has no old plan. */
export function isPlanOutdated(error: unknown): boolean {
  return (
    sqlState(error) === '0A000' && error instanceof Error && error.message.startsWith('cached plan must not change')
  )
}

/** The name of the constraint a row broke, or undefined. Stores turn known ones into refusals. */
export function brokenConstraint(error: unknown): string | undefined {
  if (!sqlState(error).startsWith('23')) return undefined
  return typeof error === 'object' && error !== null && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined
}

/** Turns trouble of the connection into DatabaseUnavailable; gives every other error back as it is. */
export function classify(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable) return error
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ''
  if (code === '57014' || code === '55P03') return new DatabaseUnavailable('slow', error)
  if (code === '53100') return new DatabaseUnavailable('full', error)
  if (code === '53300' || code === '53400' || message.startsWith('timeout exceeded when trying to connect'))
    return new DatabaseUnavailable('busy', error)
  if (LOST_SOCKET.has(code) || LOST_STATE.test(code) || LOST_MESSAGE.test(message))
    return new DatabaseUnavailable('lost', error)
  return error
}

/** True when the connection itself is unusable and must not go back into the pool. */
export function isConnectionGone(error: unknown): boolean {
  const classified = classify(error)
  return classified instanceof DatabaseUnavailable && classified.reason === 'lost'
}
