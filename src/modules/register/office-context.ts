// What the register's use cases for officers stand on, handed in at the top of the house: other modules appear as the few
// functions that are needed of them.
import type { Text } from '../../kernel/text.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Limits } from '../../platform/http/limits.ts'
import type { Assignment, Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import type { HeldForCoverage } from './coverage-store.ts'
import { journalReason, type Purpose } from './office-purposes.ts'

/** A paper or card about a thing, as the archive knows it. */
export type HeldPaper = {
  readonly ofId: string
  readonly name: Text
  readonly number: string
  readonly state: 'valid' | 'superseded' | 'revoked' | 'card'
  readonly since: Date
}

export type RegisterOffice = {
  readonly database: Database
  readonly ring: KeyRing
  readonly clock: Clock
  readonly limits: Limits
  /** "Balida, Paringin"; undefined for a code nobody knows. */
  villageName(code: string): string | undefined
  /** Name of a district or regency. */
  placeName(code: string): string | undefined
  papersOf(tx: Tx, region: string, ids: readonly string[]): Promise<readonly HeldPaper[]>
  /** Valid cards of a region, or of one of its villages. */
  held(tx: Tx, region: string, village?: string): Promise<HeldForCoverage>
}

export type Look = {
  readonly action: string
  readonly purpose: Purpose
  readonly subjects: readonly string[]
  readonly fields?: readonly string[]
  /** The officer's own words, where a number was opened. */
  readonly words?: string
}

/** Notes in the journal whose data were seen, by which unit and why; one row a person, one statement. */
export async function noteLook(
  tx: Tx,
  office: Pick<RegisterOffice, 'clock'>,
  visitor: Visitor,
  as: Assignment,
  look: Look,
): Promise<void> {
  const entry = {
    at: office.clock.now(),
    actor: visitor.actor?.accountId ?? '',
    role: as.role,
    unit: as.unit,
    device: visitor.device,
    action: look.action,
    fields: look.fields ?? [],
    reason: journalReason(look.purpose, look.words),
  }
  const subjects = [...new Set(look.subjects)]
  await writeJournal(tx, subjects.length === 0 ? entry : subjects.map((subject) => ({ ...entry, subject })))
}
