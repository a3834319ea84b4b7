// A Kysely dialect bound to one role, for libraries that bring their own queries (sign-in). Must stay true: every
// statement of such a library runs under that role and in that role's schema, never as the login.
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'
import { classify, isPlanOutdated } from './errors.ts'
import { type Role, roleSettings } from './roles.ts'
import type { StatementNames } from './statement-names.ts'
import { assertOutsideTransaction, KyselyConnection } from './transaction.ts'

class RoleConnection extends KyselyConnection {
  /** A statement the server prepared no longer fits the tables: the connection is given up with it. */
  outdated = false

  override executeQuery: KyselyConnection['executeQuery'] = async (query) => {
    try {
      return await super.executeQuery(query)
    } catch (error) {
      this.outdated ||= isPlanOutdated(error)
      throw classify(error)
    }
  }
}

class RoleDriver implements Driver {
  constructor(
    readonly pool: pg.Pool,
    readonly role: Role,
    /** True when the pool is shared with other roles (embedded database): the role is put on and taken off each time. */
    readonly shared: boolean,
    readonly names: StatementNames | undefined,
  ) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.shared) assertOutsideTransaction()
    const client = await this.pool.connect().catch((error: unknown) => {
      throw classify(error)
    })
    if (this.shared) await client.query(roleSettings(this.role, 'session'))
    return new RoleConnection(client, (text) => this.names?.nameOf(this.role, text))
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`
    await connection.executeQuery(CompiledQuery.raw(`begin${level}`))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (!(connection instanceof RoleConnection)) throw new Error('Not a connection of this driver.')
    connection.end()
    const stuck = this.shared
      ? await connection.client.query('reset role; reset search_path').then(
          () => false,
          () => true,
        )
      : false
    connection.client.release(stuck || connection.outdated)
  }

  /** The pool belongs to the Database, which ends it. */
  async destroy(): Promise<void> {}
}

export function roleDialect(pool: pg.Pool, role: Role, shared: boolean, names: StatementNames | undefined): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new RoleDriver(pool, role, shared, names),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}

/** Whose connections, under which role, shared with others or not, and the names of statements that come again. */
export type RoleGround = {
  readonly pool: pg.Pool
  readonly role: Role
  readonly shared: boolean
  readonly names: StatementNames | undefined
}

/** Runs a library's SQL text under a role. Without values the text may hold several statements, also BEGIN and COMMIT. */
export async function runUnderRole(
  { pool, role, shared, names }: RoleGround,
  text: string,
  values?: readonly unknown[],
): Promise<{ rows: unknown[]; rowCount: number }> {
  if (shared) assertOutsideTransaction()
  const client = await pool.connect().catch((error: unknown) => {
    throw classify(error)
  })
  let broken = false
  try {
    if (shared) await client.query(roleSettings(role, 'session'))
    const result: pg.QueryResult | pg.QueryResult[] =
      values === undefined || values.length === 0
        ? await client.query(text)
        : await client.query({ name: names?.nameOf(role, text), text, values: [...values] })
    const last = Array.isArray(result) ? result.at(-1) : result
    return { rows: last?.rows ?? [], rowCount: last?.rowCount ?? 0 }
  } catch (error) {
    // The text may have begun a transaction of its own and failed inside it.
    broken = isPlanOutdated(error)
    broken ||= await client.query('rollback').then(
      () => false,
      () => true,
    )
    throw classify(error)
  } finally {
    if (shared && !broken)
      broken = await client.query('reset role; reset search_path').then(
        () => false,
        () => true,
      )
    client.release(broken)
  }
}
