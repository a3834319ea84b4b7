// One transaction from BEGIN to COMMIT on one connection. Must stay true: the connection is held all the way; a tx
// that outlives its function cannot speak any more (it would speak for the next region); a COMMIT that the server
// answered with ROLLBACK is an error; a second transaction inside the first is a bug and says so.
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely'
import type pg from 'pg'
import { classify, isConnectionGone, isPlanOutdated, isRetryable } from './errors.ts'
import { gathering } from './late-rows.ts'
import type { Role } from './roles.ts'
import type { StatementNames } from './statement-names.ts'
import type { Tx } from './tx.ts'

const ATTEMPTS = 4
const inside = new AsyncLocalStorage<{ open: boolean }>()
const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()
const driver = new DummyDriver()
const dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createQueryCompiler: () => compiler,
  createIntrospector: (db: ConstructorParameters<typeof PostgresIntrospector>[0]) => new PostgresIntrospector(db),
}

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** A pg client as Kysely sees it. `end()` shuts it for good while the client lives on in the pool. */
export class KyselyConnection implements DatabaseConnection {
  #open = true
  constructor(
    readonly client: pg.PoolClient,
    readonly nameOf: (text: string) => string | undefined = () => undefined,
  ) {}

  end(): void {
    this.#open = false
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#open)
      throw new Error('This transaction is over: a query came after its end. Await every query inside the function.')
    const result = await this.client.query({
      name: this.nameOf(query.sql),
      text: query.sql,
      values: [...query.parameters],
    })
    return {
      rows: result.rows,
      numAffectedRows: CHANGES.has(result.command) ? BigInt(result.rowCount ?? 0) : undefined,
    }
  }

  // biome-ignore lint/correctness/useYield: reading by key in pages is the house rule; cursors hold a connection
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not offered: list by key, page by page.')
  }
}

/** Throws when the caller already stands in a transaction: with one connection the second would wait for ever. */
export function assertOutsideTransaction(): void {
  if (inside.getStore()?.open === true)
    throw new Error('A transaction was opened inside another one. Use the tx you have.')
}

function kyselyOn(connection: KyselyConnection): Tx {
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  })
  return new Transaction({ config: { dialect }, dialect, driver, executor })
}

/** Where transactions run: the pool, and the names of statements when the server keeps them. */
export type Ground = { readonly pool: pg.Pool; readonly names: StatementNames | undefined }
export type Opening = { readonly role: Role; readonly begin: string }

async function attempt<T>(ground: Ground, opening: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await ground.pool.connect()
  const connection = new KyselyConnection(client, (text) => ground.names?.nameOf(opening.role, text))
  const here = { open: true }
  let broken = false
  try {
    await client.query(opening.begin)
    const value = await inside.run(here, () => gathering(kyselyOn(connection), work))
    connection.end()
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') {
      throw new Error('Nothing was saved: a statement had failed and its error was swallowed inside the transaction.')
    }
    return value
  } catch (error) {
    connection.end()
    broken = isConnectionGone(error) || isPlanOutdated(error)
    const rolledBack =
      broken ||
      (await client.query('rollback').then(
        () => true,
        () => false,
      ))
    broken ||= !rolledBack
    throw error
  } finally {
    here.open = false
    client.release(broken)
  }
}

/**
 * Runs `work` in one transaction. A lost race (deadlock, serialization failure) runs again, so `work` touches nothing
 * but `tx`. Throws DatabaseUnavailable when the database cannot answer.
 */
export async function transact<T>(ground: Ground, opening: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
  assertOutsideTransaction()
  for (let n = 1; ; n++) {
    try {
      return await attempt(ground, opening, work)
    } catch (error) {
      if (n === ATTEMPTS || !(isRetryable(error) || isPlanOutdated(error))) throw classify(error)
      await delay(Math.random() * 20 * 2 ** n)
    }
  }
}
