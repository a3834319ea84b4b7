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
  #sent = 0
  #onSent = () => {}
  constructor(
    readonly client: pg.PoolClient,
    readonly nameOf: (text: string) => string | undefined = () => undefined,
  ) {}

  end(): void {
    this.#open = false
  }

  /** Until so many more statements are on their way to the server, which takes them in that order. */
  sent(more: number): Promise<void> {
    const wanted = this.#sent + more
    return new Promise((resolve) => {
      this.#onSent = () => {
        if (this.#sent >= wanted) resolve()
      }
      this.#onSent()
    })
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#open)
      throw new Error('This transaction is over: a query came after its end. Await every query inside the function.')
    const answer = this.client.query({
      name: this.nameOf(query.sql),
      text: query.sql,
      values: [...query.parameters],
    })
    this.#sent++
    this.#onSent()
    const result = await answer
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

/** A connection that does not pipeline takes one statement at a time. */
function pipelines(client: pg.PoolClient): boolean {
  return 'pipeline' in client && client.pipeline === true
}

/** Where transactions run: the pool, and the names of statements when the server keeps them. */
export type Ground = { readonly pool: pg.Pool; readonly names: StatementNames | undefined }
export type Opening = { readonly role: Role; readonly begin: string; readonly readOnly: boolean }

/**
 * Beginning, last rows and commit wait for nobody: each goes to the server right behind the one before, which takes them in order
 * and refuses all that follow a failed one. So a short reading costs one trip there and back instead of three.
 */
async function attempt<T>(ground: Ground, opening: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await ground.pool.connect()
  const connection = new KyselyConnection(client, (text) => ground.names?.nameOf(opening.role, text))
  const here = { open: true }
  let broken = false
  const began = client.query(opening.begin)
  // Whoever waits for the first statement hears of it too; here it must only not be nobody's.
  began.catch(() => {})
  try {
    if (!pipelines(client)) await began
    const tx = kyselyOn(connection)
    const { value, late } = await inside.run(here, () => gathering(tx, work))
    await began
    if (opening.readOnly) {
      connection.end()
      // Nothing depends on it, and whoever takes the connection next comes behind it.
      client.query('commit').catch(() => {})
      return value
    }
    const onTheWay = connection.sent(late.statements)
    const written = inside.run(here, () => late.write(tx))
    await Promise.race([onTheWay, written])
    connection.end()
    const [{ command }] = await Promise.all([client.query('commit'), written])
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
    // Of a transaction that never began, its first statement only knows that it stands in none.
    await began
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
