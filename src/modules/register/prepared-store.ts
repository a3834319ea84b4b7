// Frozen plans between prepare and commit. Must stay true: sealed, because a plan speaks of people by name and number;
// one open plan a case, one committed plan a case for ever.
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import type { ReservedNumbers } from './numbers.ts'
import type { Plan } from './plan.ts'
import type { RegisterTables } from './tables.ts'

export type StoredPlan = { readonly plan: Plan; readonly numbers: ReservedNumbers }
export type PreparedState = 'prepared' | 'committed' | 'released' | 'stale'
export type Prepared = StoredPlan & {
  readonly attempt: number
  readonly state: PreparedState
  readonly preparedAt: Date
}

export const planContext = (caseId: string) => `register.plan:${caseId}`
const table = (tx: Tx) => tx.withTables<RegisterTables>()

/** Stores a new plan after the last one of the case, which ends if it is still open. Gives the number of the attempt. */
export async function storePrepared(
  tx: Tx,
  ring: KeyRing,
  input: {
    readonly region: string
    readonly caseId: string
    readonly stored: StoredPlan
    readonly now: Date
    readonly last?: Pick<Prepared, 'attempt' | 'state'>
  },
): Promise<number> {
  const { region, caseId, now, last } = input
  if (last?.state === 'prepared') await endPrepared(tx, region, caseId, 'released', now)
  const attempt = (last?.attempt ?? 0) + 1
  await table(tx)
    .insertInto('prepared_change')
    .values({
      region_code: region,
      case_id: caseId,
      attempt,
      state: 'prepared',
      plan: seal(ring, JSON.stringify(input.stored), planContext(caseId)),
      prepared_at: now,
      ended_at: null,
      undone_by: null,
    })
    .execute()
  return attempt
}

/** The last plan of a case whatever became of it, locked until the transaction ends. */
export async function lockLast(
  tx: Tx,
  region: string,
  caseId: string,
): Promise<Pick<Prepared, 'attempt' | 'state'> | undefined> {
  const row = await table(tx)
    .selectFrom('prepared_change')
    .select(['attempt', 'state'])
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .orderBy('attempt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row && { attempt: row.attempt, state: row.state as PreparedState }
}

/** The open plan of a case, locked until the transaction ends; or the one it committed. */
export async function lockPrepared(
  tx: Tx,
  ring: KeyRing,
  region: string,
  caseId: string,
): Promise<Prepared | undefined> {
  const row = await table(tx)
    .selectFrom('prepared_change')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('state', 'in', ['prepared', 'committed'])
    .orderBy('attempt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      ...openPlan(ring, caseId, row.plan),
      attempt: row.attempt,
      state: row.state as PreparedState,
      preparedAt: row.prepared_at,
    }
  )
}

/** What the case would do or did, for officers' screens. */
export async function findPrepared(
  tx: Tx,
  ring: KeyRing,
  region: string,
  caseId: string,
): Promise<Prepared | undefined> {
  const row = await table(tx)
    .selectFrom('prepared_change')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      ...openPlan(ring, caseId, row.plan),
      attempt: row.attempt,
      state: row.state as PreparedState,
      preparedAt: row.prepared_at,
    }
  )
}

export async function committedPlans(
  tx: Tx,
  ring: KeyRing,
  region: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, StoredPlan>> {
  if (caseIds.length === 0) return new Map()
  const rows = await table(tx)
    .selectFrom('prepared_change')
    .select(['case_id', 'plan'])
    .where('region_code', '=', region)
    .where('case_id', 'in', [...caseIds])
    .where('state', '=', 'committed')
    .execute()
  return new Map(rows.map((row) => [row.case_id, openPlan(ring, row.case_id, row.plan)]))
}

export async function endPrepared(
  tx: Tx,
  region: string,
  caseId: string,
  state: Exclude<PreparedState, 'prepared'>,
  now: Date,
): Promise<void> {
  await table(tx)
    .updateTable('prepared_change')
    .set({ state, ended_at: now })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('state', '=', 'prepared')
    .execute()
}

export async function markUndone(tx: Tx, region: string, caseIds: readonly string[], by: string): Promise<void> {
  if (caseIds.length === 0) return
  await table(tx)
    .updateTable('prepared_change')
    .set({ undone_by: by })
    .where('region_code', '=', region)
    .where('case_id', 'in', [...caseIds])
    .where('state', '=', 'committed')
    .execute()
}

function openPlan(ring: KeyRing, caseId: string, sealed: Uint8Array): StoredPlan {
  return JSON.parse(openSealedText(ring, sealed, planContext(caseId))) as StoredPlan
}
