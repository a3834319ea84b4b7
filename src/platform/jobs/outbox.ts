// Work for after the commit: written with the deed in one transaction, handed to the job queue by the dispatcher.
// Must stay true: payloads carry ids, never personal data; the row's id becomes the job's id, so handing over twice
// queues once.
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
type Insertable = { outbox: { id: string; kind: string; key: string | null; payload: string; not_before: Date | null } }

/** Queues work for the transaction's region. One statement for any number of entries. */
export async function writeOutbox(tx: Tx, entry: OutboxEntry | readonly OutboxEntry[]): Promise<void> {
  const entries = Array.isArray(entry) ? entry : [entry]
  if (entries.length === 0) return
  await tx
    .withTables<Insertable>()
    .insertInto('outbox')
    .values(
      entries.map(({ kind, key, payload, notBefore }) => ({
        id: newId(),
        kind,
        key: key ?? null,
        payload: JSON.stringify(payload ?? {}),
        not_before: notBefore ?? null,
      })),
    )
    .execute()
}
