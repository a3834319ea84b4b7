// SQL of what time does: files that wait for their applicant too long, signatures that wait for the signer.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CasesTables } from './tables.ts'

/** What the system does when a state's time is over. */
const ACTIONS: Readonly<Record<string, string>> = { draft: 'discard', returned: 'expire', issued: 'finish' }

export async function listDueTimers(
  tx: Tx,
  region: RegionCode,
  now: Date,
  limit: number,
): Promise<readonly { readonly caseId: string; readonly action: string }[]> {
  const rows = await tx
    .withTables<CasesTables>()
    .selectFrom('case_file')
    .select(['case_id', 'state'])
    .where('region_code', '=', region)
    .where('applicant_until', '<', now)
    .orderBy('applicant_until')
    .limit(limit)
    .execute()
  return rows.flatMap((row) =>
    ACTIONS[row.state] === undefined ? [] : [{ caseId: row.case_id, action: ACTIONS[row.state]! }],
  )
}

export type Held = { readonly caseId: string; readonly heldAt: Date }

export type HeldForSigner = Held & {
  /** Who pressed sign when nobody answered. */
  readonly account: string
  readonly role: string
  readonly unit: string | null
}

const from = (after: Held | undefined) =>
  after === undefined ? sql`true` : sql`(c.state_since, c.case_id) > (${after.heldAt}, ${after.caseId}::uuid)`

/** What was put on hold for a cause before a moment, first held first, after the one given. */
export async function listHeldFor(
  tx: Tx,
  region: RegionCode,
  cause: string,
  before: Date,
  after: Held | undefined,
  limit: number,
): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    select c.case_id::text as "caseId", c.state_since as "heldAt" from case_file c
    where c.region_code = ${region} and c.state = 'on_hold' and c.hold_cause = ${cause} and c.state_since <= ${before}
      and ${from(after)}
    order by c.state_since, c.case_id limit ${limit}`.execute(tx)
  return rows
}

/** How many wait for a cause now. */
export async function countHeldFor(tx: Tx, region: RegionCode, cause: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from case_file
    where region_code = ${region} and state = 'on_hold' and hold_cause = ${cause}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** What was approved for signature while the signer was away, first approved first, after the one given. */
export async function listHeldForSigner(
  tx: Tx,
  region: RegionCode,
  after: Held | undefined,
  limit: number,
): Promise<readonly HeldForSigner[]> {
  const { rows } = await sql<HeldForSigner>`
    select c.case_id::text as "caseId", c.state_since as "heldAt", held.detail->>'approvedBy' as account,
      coalesce(held.detail->>'approvedAs', 'head') as role, held.detail->>'approvedIn' as unit
    from case_file c
    cross join lateral (
      select e.detail from case_event e
      where e.region_code = c.region_code and e.case_id = c.case_id and e.action = 'hold' order by e.seq desc limit 1
    ) held
    where c.region_code = ${region} and c.state = 'on_hold' and c.hold_cause = 'signer-down' and ${from(after)}
    order by c.state_since, c.case_id limit ${limit}`.execute(tx)
  return rows
}
