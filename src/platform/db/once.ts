// Idempotency of commands: the same key gives the same answer, however often a form or a phone sends it. Must stay
// true: key, answer and deed share one transaction; a second sender waits for the first and then reads its answer.
import { sql } from 'kysely'
import { type Result, refuse } from '../../kernel/refusal.ts'
import { writeLate } from './late-rows.ts'
import type { Tx } from './tx.ts'

type Tables = { idempotency: { key: string; request_hash: string; answer: string | null } }
type Stored = { idempotency: { key: string; request_hash: string; answer: unknown } }

/** Marks `key` as done in this transaction; false when it was done before. For work that has no answer. */
export async function claimOnce(tx: Tx, key: string, requestHash: string): Promise<boolean> {
  const claimed = await tx
    .withTables<Tables>()
    .insertInto('idempotency')
    .values({ key, request_hash: requestHash, answer: 'null' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return claimed.numInsertedOrUpdatedRows === 1n
}

/**
 * Runs `work` unless `key` was used before in this region; then gives the stored answer without running it. Only
 * accepted answers are kept (as JSON): after a refusal the same key may be sent again with a corrected form. A key that
 * comes back with another request is refused with `idempotency-key-reused`.
 * `requestHash` covers everything that makes the request what it is, the sender's account included.
 */
export async function once<T>(
  tx: Tx,
  key: string,
  requestHash: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const table = tx.withTables<Tables>()
  const claimed = await table
    .insertInto('idempotency')
    .values({ key, request_hash: requestHash, answer: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 0n) {
    const before = await tx
      .withTables<Stored>()
      .selectFrom('idempotency')
      .select(['request_hash', 'answer'])
      .where(sql.ref('region_code'), '=', sql`current_setting('app.region')`)
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    if (before.request_hash !== requestHash) return refuse('idempotency-key-reused')
    return { ok: true, value: before.answer as T }
  }
  const result = await work()
  if (result.ok) await writeLate(tx, writeAnswers, [{ key, answer: JSON.stringify(result.value ?? null) }])
  else
    await table
      .deleteFrom('idempotency')
      .where(sql<boolean>`region_code = current_setting('app.region') and key = ${key}`)
      .execute()
  return result
}

/** With the last rows of the transaction: nobody else sees the key before its commit. */
async function writeAnswers(tx: Tx, rows: readonly { readonly key: string; readonly answer: string }[]): Promise<void> {
  await sql`
    update idempotency i set answer = given.answer::jsonb
    from unnest(${rows.map((one) => one.key)}::text[], ${rows.map((one) => one.answer)}::text[]) as given (key, answer)
    where i.region_code = current_setting('app.region') and i.key = given.key`.execute(tx)
}
