// The one type that stores take. Must stay true: types only, so that pure files and the field worker may name it
// without pulling a database in. A store names its own tables: `tx.withTables<RegisterTables>()`.
import type { Transaction } from 'kysely'

/** An open transaction under one role and, for regions, one region. It ends with the function it was given to. */
export type Tx = Transaction<Record<never, never>>

export type TransactionOptions = {
  /** Refuses every write; cheaper, and says what the code means. */
  readonly readOnly?: boolean
  /**
   * `kept`: the plan of a statement is made once and serves whatever its values are. For commands, whose statements all go by key;
   * a statement with a condition that may be left out would keep the plan of the dearer case.
   */
  readonly plans?: 'kept'
  /** `snapshot`: every statement sees the database as of the first one (repeatable read). For exports. */
  readonly isolation?: 'snapshot'
  /** Longest time one statement may take, in milliseconds, when the pool's own limit does not fit (reports, imports). */
  readonly statementTimeoutMs?: number
}
