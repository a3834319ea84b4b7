// SQL of invitations: a case, its token (hashed), and whether it was used. Must stay true: nothing here knows an answer, and an
// invitation never tells when it was used.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { SatisfactionTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<SatisfactionTables>()
export type InvitationRow = SatisfactionTables['satisfaction_invitation']

/** False when the case has one already. */
export async function insertInvitation(tx: Tx, row: InvitationRow): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('satisfaction_invitation')
    .values(row)
    .onConflict((c) => c.columns(['region_code', 'case_id']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** With `hold`, marking the token waits until this transaction ends. */
export async function findInvitation(
  tx: Tx,
  region: RegionCode,
  tokenHash: string,
  hold = false,
): Promise<InvitationRow | undefined> {
  return tables(tx)
    .selectFrom('satisfaction_invitation')
    .selectAll()
    .where('region_code', '=', region)
    .where('token_hash', '=', tokenHash)
    .$if(hold, (query) => query.forShare())
    .executeTakeFirst()
}

export async function findInvitationOfCase(
  tx: Tx,
  region: RegionCode,
  caseId: string,
): Promise<InvitationRow | undefined> {
  return tables(tx)
    .selectFrom('satisfaction_invitation')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
}

/** Marks tokens as used, each once, and forgets their sealed form; gives how many were not used before. */
export async function spendInvitations(tx: Tx, region: RegionCode, tokenHashes: readonly string[]): Promise<number> {
  if (tokenHashes.length === 0) return 0
  const done = await tables(tx)
    .updateTable('satisfaction_invitation')
    .set({ spent: true, token_sealed: null })
    .where('region_code', '=', region)
    .where('token_hash', 'in', [...tokenHashes])
    .where('spent', '=', false)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** Which of these tokens are used. */
export async function listSpent(
  tx: Tx,
  region: RegionCode,
  tokenHashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (tokenHashes.length === 0) return new Set()
  const rows = await tables(tx)
    .selectFrom('satisfaction_invitation')
    .select('token_hash')
    .where('region_code', '=', region)
    .where('token_hash', 'in', [...tokenHashes])
    .where('spent', '=', true)
    .execute()
  return new Set(rows.map((row) => row.token_hash))
}

/** Unused, not yet reminded, issued on or before a day and still valid on another. */
export async function listToRemind(
  tx: Tx,
  region: RegionCode,
  issuedUntil: string,
  today: string,
  limit: number,
): Promise<readonly InvitationRow[]> {
  return tables(tx)
    .selectFrom('satisfaction_invitation')
    .selectAll()
    .where('region_code', '=', region)
    .where('spent', '=', false)
    .where('reminded_on', 'is', null)
    .where('issued_on', '<=', issuedUntil)
    .where('expires_on', '>=', today)
    .orderBy('token_hash')
    .limit(limit)
    .execute()
}

export async function setReminded(tx: Tx, region: RegionCode, caseId: string, today: string): Promise<void> {
  await tables(tx)
    .updateTable('satisfaction_invitation')
    .set({ reminded_on: today })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('reminded_on', 'is', null)
    .execute()
}

/** Invitations that ended before a day are of no more use; gives how many went. */
export async function deleteInvitations(tx: Tx, region: RegionCode, expiredBefore: string): Promise<number> {
  const done = await tables(tx)
    .deleteFrom('satisfaction_invitation')
    .where('region_code', '=', region)
    .where('expires_on', '<', expiredBefore)
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}

/** How many were asked in a range of days, by service. */
export async function countAsked(
  tx: Tx,
  region: RegionCode,
  unitId: string,
  from: string,
  to: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = await tables(tx)
    .selectFrom('satisfaction_invitation')
    .select(['service_id', (e) => e.fn.countAll<number>().as('n')])
    .where('region_code', '=', region)
    .where('unit_id', '=', unitId)
    .where('issued_on', '>=', from)
    .where('issued_on', '<=', to)
    .groupBy('service_id')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.service_id, Number(row.n)]))
}
