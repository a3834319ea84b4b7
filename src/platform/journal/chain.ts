// The hash chain of the journal, pure. Must stay true: every column of an entry goes into its hash, in a fixed order
// and an unambiguous form; version 1 of that form is never changed, because old entries were hashed with it.
import { createHash } from 'node:crypto'
import type { JournalTable } from './journal.ts'

export type SealableEntry = Omit<JournalTable, 'number' | 'hash'>

/** What the first entry of a region is chained to. */
export function genesis(region: string): Buffer {
  return createHash('sha256').update(`puja-journal 1 ${region}`).digest()
}

/** The hash of an entry under its number, chained to the one before it. 32 bytes. */
export function entryHash(before: Uint8Array, number: number, entry: SealableEntry): Buffer {
  const form = JSON.stringify([
    1,
    entry.region_code,
    number,
    entry.id,
    entry.at.toISOString(),
    entry.actor,
    entry.role,
    entry.unit,
    entry.device,
    entry.case_id,
    entry.subject,
    entry.action,
    entry.fields,
    entry.reason,
  ])
  return createHash('sha256').update(before).update(form).digest()
}
