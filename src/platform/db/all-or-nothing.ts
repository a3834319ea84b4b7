// A refusal is a value, so a transaction that meets one would commit what was written before it. This undoes exactly that:
// a savepoint around the work. Must stay true: refused = nothing of the work remains, and the transaction goes on (a journal
// row of the refusal, a wrong PIN that counts); thrown = the whole transaction goes, as always. May be nested.
import { sql } from 'kysely'
import type { Result } from '../../kernel/refusal.ts'
import { markLate } from './late-rows.ts'
import type { Tx } from './tx.ts'

/** Runs `work`; when it is refused, everything it wrote is undone. */
export async function allOrNothing<T>(tx: Tx, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const takeBack = markLate(tx)
  await sql`savepoint all_or_nothing`.execute(tx)
  const result = await work()
  if (!result.ok) {
    takeBack()
    await sql`rollback to savepoint all_or_nothing`.execute(tx)
  }
  // Also after a rollback: the savepoint itself would stay open, and an outer one of the same name be hidden.
  await sql`release savepoint all_or_nothing`.execute(tx)
  return result
}
