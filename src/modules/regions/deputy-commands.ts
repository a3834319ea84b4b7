// A deputy is proposed by one, confirmed by another, and ended early or by time. Must stay true: the assignment that comes of
// it names whose work it is and when it ends; nobody confirms their own proposal or their own standing in; all is journalled.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { instantOf, todayIn } from '../../kernel/zone.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import {
  DEPUTISED,
  dayAfter,
  decideConfirmer,
  faultsOfProposal,
  NAMERS,
  type Proposal,
  TITLES,
} from './deputy-rules.ts'
import { changeDeputy, endAssignment, insertDeputy, listPosts, lockDeputy, lockPost, overlaps } from './deputy-store.ts'
import { insertAssignment } from './store.ts'

export type DeputyTools = { readonly database: Database; readonly clock: Clock }

/** Naming deputies is for the whole office, never by a deputy. */
export function isNamer(visitor: Visitor): boolean {
  const { code } = visitor.region!
  return NAMERS.some((role) =>
    assignmentsFor(visitor.actor, code, role).some((one) => one.place === code && one.deputyFor === undefined),
  )
}

async function tell(
  tx: Tx,
  { clock }: DeputyTools,
  visitor: Visitor,
  action: string,
  subject: string,
  reason?: string,
): Promise<void> {
  await writeJournal(tx, {
    at: clock.now(),
    actor: visitor.actor!.accountId,
    role: NAMERS.find((role) => assignmentsFor(visitor.actor, visitor.region!.code, role).length > 0) ?? 'officer',
    device: visitor.device,
    subject: `account:${subject}`,
    action,
    ...(reason === undefined ? {} : { reason }),
  })
}

/** Refuses `not-yours`, what `faultsOfProposal` finds, `deputy-overlap`. */
export async function proposeDeputy(
  tools: DeputyTools,
  visitor: Visitor,
  proposal: Proposal,
  key: string,
): Promise<Result<{ readonly deputyId: string }>> {
  if (!isNamer(visitor)) return refuse('not-yours')
  const region = visitor.region!
  const now = tools.clock.now()
  const account = visitor.actor!.accountId
  return tools.database.inRegion(region.code, async (tx) =>
    once(tx, `deputy:${key}`, `propose:${account}`, async () => {
      const posts = await listPosts(tx, region.code, DEPUTISED, now)
      const post = posts.find((one) => one.assignment_id === proposal.assignment)
      const faults = faultsOfProposal(proposal, {
        ...(post === undefined ? {} : { holder: post.account_id }),
        isOfficer: posts.some((one) => one.account_id === proposal.account),
        proposer: account,
        today: todayIn(region.timeZone, now.getTime()),
      })
      if (faults.length > 0 || post === undefined) return refuseAll(faults)
      const from = new Date(instantOf(region.timeZone, proposal.from, 0))
      const until = new Date(instantOf(region.timeZone, dayAfter(proposal.to), 0))
      await lockPost(tx, region.code, post.assignment_id)
      if (await overlaps(tx, region.code, post.assignment_id, from, until)) return refuse('deputy-overlap', 'from')
      const deputyId = newId()
      const nip = proposal.nip.replace(/\s/g, '')
      await insertDeputy(tx, {
        region_code: region.code,
        deputy_id: deputyId,
        assignment_id: post.assignment_id,
        account_id: proposal.account,
        title: TITLES.find((one) => one === proposal.title)!,
        printed_name: proposal.printedName.trim(),
        nip: nip === '' ? null : nip,
        decree: proposal.decree.trim(),
        valid_from: from,
        valid_until: until,
        state: 'proposed',
        proposed_by: account,
        proposed_at: now,
        decided_by: null,
        decided_at: null,
        ended_by: null,
        ended_at: null,
        granted: null,
      })
      await tell(tx, tools, visitor, 'deputy.propose', proposal.account)
      return accept({ deputyId })
    }),
  )
}

/** Confirms or refuses a proposal. Refuses `not-yours`, `not-found`, `deputy-four-eyes`, `deputy-own`, `deputy-state`, `deputy-over`. */
export async function decideDeputy(
  tools: DeputyTools,
  visitor: Visitor,
  deputyId: string,
  confirmed: boolean,
  key: string,
): Promise<Result<null>> {
  if (!isNamer(visitor)) return refuse('not-yours')
  if (!isUuid(deputyId)) return refuse('not-found')
  const region = visitor.region!.code
  const now = tools.clock.now()
  const account = visitor.actor!.accountId
  return tools.database.inRegion(region, async (tx) =>
    once(tx, `deputy:${deputyId}:${key}`, `decide:${account}:${confirmed}`, async () => {
      const row = await lockDeputy(tx, region, deputyId)
      if (row === undefined) return refuse('not-found')
      const conflict = decideConfirmer(account, { proposedBy: row.proposed_by, account: row.account_id })
      if (conflict !== undefined) return refusedAndTold(tx, tools, visitor, row.account_id, conflict)
      if (row.state !== 'proposed') return refuse('deputy-state')
      if (confirmed && row.valid_until <= now) return refuse('deputy-over')
      let granted: string | null = null
      if (confirmed) {
        const post = await lockPost(tx, region, row.assignment_id)
        if (post === undefined || (post.valid_until !== null && post.valid_until <= now)) return refuse('deputy-post')
        granted = newId()
        await insertAssignment(tx, {
          region_code: region,
          assignment_id: granted,
          account_id: row.account_id,
          role: post.role,
          place: post.place,
          services: post.services,
          unit_id: post.unit_id,
          deputy_for: row.assignment_id,
          valid_from: row.valid_from,
          valid_until: row.valid_until,
          created_by: account,
        })
      }
      await changeDeputy(tx, region, deputyId, {
        state: confirmed ? 'confirmed' : 'refused',
        decided_by: account,
        decided_at: now,
        granted,
      })
      await tell(tx, tools, visitor, confirmed ? 'deputy.confirm' : 'deputy.refuse', row.account_id)
      return accept(null)
    }),
  )
}

async function refusedAndTold(
  tx: Tx,
  tools: DeputyTools,
  visitor: Visitor,
  subject: string,
  refusal: Refusal,
): Promise<Result<never>> {
  await tell(tx, tools, visitor, 'deputy.decide.refused', subject, refusal.code)
  return refuseAll([refusal])
}

/** Ends a deputy before the time: by who names deputies, or by whoever came back. Refuses `not-found`, `not-yours`, `deputy-state`. */
export async function endDeputy(
  tools: DeputyTools,
  visitor: Visitor,
  deputyId: string,
  key: string,
): Promise<Result<null>> {
  if (!isUuid(deputyId)) return refuse('not-found')
  const region = visitor.region!.code
  const now = tools.clock.now()
  const account = visitor.actor!.accountId
  return tools.database.inRegion(region, async (tx) =>
    once(tx, `deputy:${deputyId}:${key}`, `end:${account}`, async () => {
      const row = await lockDeputy(tx, region, deputyId)
      if (row === undefined) return refuse('not-found')
      const post = await lockPost(tx, region, row.assignment_id)
      if (!isNamer(visitor) && post?.account_id !== account) return refuse('not-yours')
      if (row.state !== 'confirmed' && row.state !== 'proposed') return refuse('deputy-state')
      if (row.granted !== null) {
        // An assignment that has not begun ends as it begins: it holds at no moment.
        await endAssignment(tx, region, row.granted, row.valid_from > now ? row.valid_from : now)
      }
      await changeDeputy(tx, region, deputyId, { state: 'ended', ended_by: account, ended_at: now })
      await tell(tx, tools, visitor, 'deputy.end', row.account_id)
      return accept(null)
    }),
  )
}
