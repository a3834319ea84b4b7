// Writing the journal: one row in the same transaction as the deed it tells of. Must stay true: append-only; field
// names and keys, never values; no NIK, no name. Numbers and hashes come later from the sealer, so that no citizen's
// request waits for another one's row.
import { sql } from 'kysely'
import { writeLate } from '../db/late-rows.ts'
import type { Tx } from '../db/tx.ts'
import { newId } from '../ids.ts'

export type JournalEntry = {
  readonly at: Date
  /** Account id, or `system:` and the name of the actor. */
  readonly actor: string
  /** The role under which it was done (`front-desk`, `verifier`, `citizen`, `system`). */
  readonly role: string
  readonly unit?: string
  readonly device?: string
  readonly caseId?: string
  /** Key of the person whose data it is: the person's id or a keyed hash. Never the NIK. */
  readonly subject?: string
  /** What was done, as `thing.verb`: `case.decide`, `person.read`. */
  readonly action: string
  /** Names of the fields read or changed; their values stay out. */
  readonly fields?: readonly string[]
  /** Why, where a reason is required (masked number opened, correction). */
  readonly reason?: string
}

export type JournalTable = {
  region_code: string
  id: string
  at: Date
  actor: string
  role: string
  unit: string | null
  device: string | null
  case_id: string | null
  subject: string | null
  action: string
  fields: string[]
  reason: string | null
  number: number | null
  hash: Buffer | null
}
type Row = Omit<JournalTable, 'region_code' | 'number' | 'hash'>

function row(entry: JournalEntry): Row {
  for (const word of [entry.subject, entry.caseId, entry.reason, entry.device]) {
    if (word !== undefined && /(?<!\d)\d{16}(?!\d)/.test(word))
      throw new Error('A journal entry must not carry a 16-digit number (NIK or KK).')
  }
  return {
    id: newId(),
    at: entry.at,
    actor: entry.actor,
    role: entry.role,
    unit: entry.unit ?? null,
    device: entry.device ?? null,
    case_id: entry.caseId ?? null,
    subject: entry.subject ?? null,
    action: entry.action,
    fields: [...(entry.fields ?? [])],
    reason: entry.reason ?? null,
  }
}

/** The same text for any number of rows, so that the server plans it once. */
async function insertRows(tx: Tx, rows: readonly Row[]): Promise<void> {
  await sql`
    insert into journal (id, at, actor, role, unit, device, case_id, subject, action, fields, reason)
    select id, at, actor, role, unit, device, case_id, subject, action, fields, reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, at timestamptz, actor text, role text, unit text,
      device text, case_id text, subject text, action text, fields text[], reason text)`.execute(tx)
}

/** Appends to the journal of the transaction's region, at its end. One statement for all entries. */
export async function writeJournal(tx: Tx, entry: JournalEntry | readonly JournalEntry[]): Promise<void> {
  await writeLate(tx, insertRows, (Array.isArray(entry) ? entry : [entry]).map(row))
}
