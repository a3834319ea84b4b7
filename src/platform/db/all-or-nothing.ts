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
  send(tx, 'savepoint all_or_nothing')
  const result = await work()
  if (!result.ok) {
    takeBack()
    send(tx, 'rollback to savepoint all_or_nothing')
  }
  // Also after a rollback: the savepoint itself would stay open, and an outer one of the same name be hidden.
  send(tx, 'release savepoint all_or_nothing')
  return result
}

/** Waits for no answer: the database takes statements in the order in which they were sent, and a failed one fails all that follow, the commit too. */
function send(tx: Tx, text: string): void {
  sql
    .raw(text)
    .execute(tx)
    .catch(() => {})
}
