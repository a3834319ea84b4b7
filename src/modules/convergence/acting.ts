// Who acts, for every command: account, role, unit, device, moment. Built from the visitor in one place, so that each journal row
// tells the same story.
import type { PlainDate } from '../../kernel/date.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Actor } from '../../platform/http/visitor.ts'
import type { JournalEntry } from '../../platform/journal/journal.ts'

export type Acting = {
  readonly region: RegionCode
  readonly actor: Actor
  readonly role: string
  readonly device: string
  readonly now: Date
  readonly today: PlainDate
}

/** A journal row of this actor; keys and field names only. */
export function entryOf(
  acting: Acting,
  action: string,
  rest: Pick<JournalEntry, 'subject' | 'fields' | 'reason'> = {},
): JournalEntry {
  return { at: acting.now, actor: acting.actor.accountId, role: acting.role, device: acting.device, action, ...rest }
}
