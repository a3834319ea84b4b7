// Registering partners and changing their state. Must stay true: one officer registers, another lets it begin or go on;
// suspending takes one officer, because it protects people; a key is shown once and kept sealed.
import { randomBytes } from 'node:crypto'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Role, type Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { seal } from '../../platform/secrets/seal.ts'
import { partnerKeyContext } from './check-command.ts'
import { decideStep, type Entry, faultsOfEntry, isStep, KEEPERS, type PartnerState } from './rules.ts'
import { changePartner, findPartner, insertPartner } from './store.ts'

export type PartnerTools = { readonly database: Database; readonly ring: KeyRing; readonly clock: Clock }

/** The role for the whole region under which somebody reads or changes partners. */
export function roleFor(visitor: Visitor, roles: readonly Role[]): Role | undefined {
  const code = visitor.region?.code
  if (code === undefined) return undefined
  return roles.find((role) => assignmentsFor(visitor.actor, code, role).some((one) => one.place === code))
}

async function tell(tx: Tx, tools: PartnerTools, visitor: Visitor, role: Role, action: string): Promise<void> {
  const unit = assignmentsFor(visitor.actor, visitor.region!.code, role)[0]?.unit
  await writeJournal(tx, {
    at: tools.clock.now(),
    actor: visitor.actor!.accountId,
    role,
    device: visitor.device,
    action,
    ...(unit === undefined ? {} : { unit }),
  })
}

export async function registerPartner(
  tools: PartnerTools,
  visitor: Visitor,
  entry: Entry,
  key: string,
): Promise<Result<{ readonly partnerId: string }>> {
  const role = roleFor(visitor, KEEPERS)
  if (role === undefined) return refuse('not-yours')
  const { code: region, timeZone } = visitor.region!
  const now = tools.clock.now()
  const faults = faultsOfEntry(entry, todayIn(timeZone, now.getTime()))
  if (faults.length > 0) return refuseAll(faults)
  const account = visitor.actor!.accountId
  return tools.database.inRegion(region, (tx) =>
    once(tx, `partner.register:${key}`, account, async () => {
      const partnerId = newId()
      await insertPartner(tx, {
        region_code: region,
        partner_id: partnerId,
        name: entry.name.trim(),
        agreement: entry.agreement.trim(),
        purpose: entry.purpose.trim(),
        fields: [...new Set(entry.fields)],
        daily_limit: Number(entry.dailyLimit),
        from_day: entry.fromDay,
        until_day: entry.untilDay,
        state: 'proposed',
        resume_by: null,
        made_by: account,
        made_at: now,
        decided_by: null,
        changed_at: now,
        reason: null,
        key_sealed: null,
        key_made_at: null,
      })
      await tell(tx, tools, visitor, role, 'partner.register')
      return accept({ partnerId })
    }),
  )
}

/** Refuses `not-found`, `partner-reason`, `partner-state`, `partner-four-eyes`. */
export async function stepPartner(
  tools: PartnerTools,
  visitor: Visitor,
  id: string,
  step: string,
  reason: string,
  key: string,
): Promise<Result<null>> {
  const role = roleFor(visitor, KEEPERS)
  if (role === undefined || !isUuid(id) || !isStep(step)) return refuse('not-found')
  const words = reason.trim()
  if (step !== 'confirm' && (words.length < 10 || words.length > 300)) return refuse('partner-reason', 'reason')
  if (/(?<!\d)\d{16}(?!\d)/.test(words)) return refuse('partner-number', 'reason')
  const region = visitor.region!.code
  const account = visitor.actor!.accountId
  return tools.database.inRegion(region, (tx) =>
    once(tx, `partner:${id}:${step}:${key}`, account, async () => {
      const row = await findPartner(tx, region, id, true)
      if (row === undefined) return refuse('not-found')
      const decided = decideStep(
        {
          state: row.state as PartnerState,
          madeBy: row.made_by,
          ...(row.resume_by === null ? {} : { resumeBy: row.resume_by }),
        },
        step,
        account,
      )
      if (!decided.ok) return decided
      await changePartner(tx, region, id, {
        state: decided.value.state,
        resume_by: decided.value.resumeBy,
        changed_at: tools.clock.now(),
        ...(step === 'confirm' ? { decided_by: account } : { reason: words }),
      })
      await tell(tx, tools, visitor, role, `partner.${step}`)
      return accept(null)
    }),
  )
}

/** A new shared secret; the older one ends at once. From the command line, by whoever keeps the server. */
export async function makePartnerKey(
  tools: PartnerTools,
  region: string,
  id: string,
): Promise<Result<{ readonly key: string }>> {
  if (!isUuid(id)) return refuse('not-found')
  const secret = randomBytes(32).toString('base64url')
  const now = tools.clock.now()
  return tools.database.inRegion(region, async (tx) => {
    const row = await findPartner(tx, region, id, true)
    if (row === undefined) return refuse('not-found')
    if (row.state === 'ended' || row.state === 'proposed') return refuse('partner-state')
    await changePartner(tx, region, id, {
      key_sealed: seal(tools.ring, secret, partnerKeyContext(id)),
      key_made_at: now,
      changed_at: now,
    })
    await writeJournal(tx, { at: now, actor: 'system:cli', role: 'system', action: 'partner.key' })
    return accept({ key: secret })
  })
}
