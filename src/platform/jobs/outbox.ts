// Work for after the commit: written with the deed in one transaction, handed to the job queue by the dispatcher.
// Must stay true: payloads carry ids, never personal data; the row's id becomes the job's id, so handing over twice
// queues once.
import { sql } from 'kysely'
import { writeLate } from '../db/late-rows.ts'
import type { Tx } from '../db/tx.ts'
import { newId } from '../ids.ts'

export type OutboxPayload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type OutboxEntry = {
  /** The name of the job that does it (`notify.send`). */
  readonly kind: string
  /** What it is about (a case, a village). Jobs defined to collapse queue one waiting job for each key. */
  readonly key?: string
  readonly payload?: OutboxPayload
  /** Not before this instant. */
  readonly notBefore?: Date
}

export type OutboxTable = {
  region_code: string
  id: string
  kind: string
  key: string | null
  payload: OutboxPayload
  not_before: Date | null
  created_at: Date
}
type Row = { id: string; kind: string; key: string | null; payload: OutboxPayload; not_before: Date | null }

/** The same text for any number of rows, so that the server plans it once. */
async function insertRows(tx: Tx, rows: readonly Row[]): Promise<void> {
  await sql`
    insert into outbox (id, kind, key, payload, not_before)
    select id, kind, key, payload, not_before
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, key text, payload jsonb, not_before timestamptz)`.execute(
    tx,
  )
}

/** Queues work for the transaction's region, at its end. One statement for all entries. */
export async function writeOutbox(tx: Tx, entry: OutboxEntry | readonly OutboxEntry[]): Promise<void> {
  const rows = (Array.isArray(entry) ? entry : [entry]).map(({ kind, key, payload, notBefore }) => ({
    id: newId(),
    kind,
    key: key ?? null,
    payload: payload ?? {},
    not_before: notBefore ?? null,
  }))
  await writeLate(tx, insertRows, rows)
}
