// What the use cases of data protection are handed, who keeps its registers, and the journal row each of them leaves.

import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { KEEPERS } from './rules.ts'

export type PrivacyTools = { readonly database: Database; readonly ring: KeyRing; readonly clock: Clock }

/** Registers of the whole region are kept by those who hold their role for the whole region. */
export function keeperRole(visitor: Visitor): (typeof KEEPERS)[number] | undefined {
  const code = visitor.region?.code
  if (code === undefined) return undefined
  return KEEPERS.find((role) => assignmentsFor(visitor.actor, code, role).some((one) => one.place === code))
}

export async function tell(
  tx: Tx,
  tools: PrivacyTools,
  visitor: Visitor,
  action: string,
  more: { readonly subject?: string | null; readonly fields?: readonly string[]; readonly reason?: string } = {},
): Promise<void> {
  const role = keeperRole(visitor)
  const unit = role === undefined ? undefined : assignmentsFor(visitor.actor, visitor.region!.code, role)[0]?.unit
  await writeJournal(tx, {
    at: tools.clock.now(),
    actor: visitor.actor!.accountId,
    role: role ?? 'citizen',
    ...(unit === undefined ? {} : { unit }),
    device: visitor.device,
    action,
    ...(more.subject === undefined || more.subject === null ? {} : { subject: more.subject }),
    ...(more.fields === undefined ? {} : { fields: more.fields }),
    ...(more.reason === undefined ? {} : { reason: more.reason }),
  })
}

/** The citizen's own doing, whatever roles the account holds beside. */
export async function tellOwn(tx: Tx, tools: PrivacyTools, visitor: Visitor, action: string): Promise<void> {
  await writeJournal(tx, {
    at: tools.clock.now(),
    actor: visitor.actor!.accountId,
    role: 'citizen',
    device: visitor.device,
    action,
    ...(visitor.actor!.personId === undefined ? {} : { subject: visitor.actor!.personId }),
  })
}
