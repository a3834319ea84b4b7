// The one door to the data: every statement of the program runs inside one of these functions, under a role and, for a
// region, under its code. Must stay true: there is no way to run SQL as the login; both adapters behave alike.
import type { PGlite } from '@electric-sql/pglite'
import type { Dialect } from 'kysely'
import type pg from 'pg'
import { type CopyIn, loadAlone } from './copy-in.ts'
import { type FolderLock, lockFolder, type RequestHandler } from './folder-lock.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { openPGlite } from './pglite.ts'
import { openPGlitePool } from './pglite-stream.ts'
import { openPostgresPool, type PostgresOptions, waitForPostgres } from './postgres.ts'
import { roleDialect, runUnderRole } from './role-dialect.ts'
import { beginStatement, type Role, roleSettings } from './roles.ts'
import { StatementNames } from './statement-names.ts'
import { transact } from './transaction.ts'
import type { TransactionOptions, Tx } from './tx.ts'

export type Work<T> = (tx: Tx) => Promise<T>

export interface Database {
  readonly kind: 'pglite' | 'postgres'
  /** As puja_app inside one region, by its code (`63.11`, `63`, `00`). The only way to a region's rows. */
  inRegion<T>(region: string, work: Work<T>, options?: TransactionOptions): Promise<T>
  /** As puja_public: reads the catalogue and rollups, writes nothing. */
  asPublic<T>(work: Work<T>): Promise<T>
  /** As puja_platform: shared facts, and the tables opened to it across regions (outbox, journal seals). */
  asPlatform<T>(work: Work<T>, options?: TransactionOptions): Promise<T>
  /** As puja_auth in the schema `auth`: accounts and sessions. */
  asAuth<T>(work: Work<T>, options?: TransactionOptions): Promise<T>
  /** As puja_owner: definitions, backup. Reads all regions, writes none. */
  asOwner<T>(work: Work<T>, options?: TransactionOptions): Promise<T>
  /** As `asOwner`, and takes rows as COPY; undefined on the embedded database. For the first fill of an empty place. */
  readonly loading:
    | (<T>(work: (tx: Tx, copy: CopyIn) => Promise<T>, options?: TransactionOptions) => Promise<T>)
    | undefined
  /** A Kysely dialect under one role, for a library that brings its own queries. */
  dialectAs(role: 'auth' | 'jobs'): Dialect
  /** Runs SQL text of a library under one role, outside any transaction of ours; several statements when there are no values. */
  runAs(
    role: 'auth' | 'jobs',
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: unknown[]; rowCount: number }>
  /** Called after each committed writing transaction of a region, in this process only; must not throw. Gives the way to stop. */
  onCommit(listener: (region: string) => void): () => void
  /** Connections of the main pool, for the metrics. `waiting` above zero for long means the pool or the server is too small. */
  load(): { readonly open: number; readonly idle: number; readonly waiting: number }
  /** One line for logs and the start page; no password in it. */
  describe(): string
  /** Waits for transactions under way, then lets go of connections and the folder. Safe to call twice. */
  close(): Promise<void>
}

export type DatabaseOptions = {
  readonly migrations?: readonly Migration[]
  /** Called while the server is not there yet, with the reason. */
  readonly onWait?: (reason: string) => void
} & (
  | ({ readonly kind: 'postgres'; readonly startPatienceMs?: number } & PostgresOptions)
  | {
      readonly kind: 'pglite'
      readonly folder?: string
      readonly cacheFolder?: string
      /** One that is open already; whoever opened it closes it. */
      readonly pglite?: PGlite
      readonly onRequest?: RequestHandler
    }
)

/** Libraries that bring their own queries, each with connections of its own. */
type LibraryRole = 'auth' | 'jobs'

/**
 * Their queries are few and by key: planning them anew took ten times what running them takes (the queue's table is in
 * partitions). The queue need not wait for the disk: what it forgets in a crash is handed over or done again, and a hand-over is
 * on the disk with the next commit of ours, before its row leaves the outbox.
 */
const LIBRARY_SETTINGS: Readonly<Record<LibraryRole, readonly string[]>> = {
  auth: ['plan_cache_mode=force_generic_plan'],
  jobs: ['plan_cache_mode=force_generic_plan', 'synchronous_commit=off'],
}

type Parts = {
  kind: Database['kind']
  pool: pg.Pool
  names: StatementNames | undefined
  rolePool(role: LibraryRole): pg.Pool
  shared: boolean
  description: string
  loading: Database['loading']
  end(): Promise<void>
}

class PooledDatabase implements Database {
  readonly kind
  readonly loading
  readonly #parts: Parts
  readonly #listeners = new Set<(region: string) => void>()
  #closing: Promise<void> | undefined

  constructor(parts: Parts) {
    this.kind = parts.kind
    this.loading = parts.loading
    this.#parts = parts
  }

  async inRegion<T>(region: string, work: Work<T>, options: TransactionOptions = {}): Promise<T> {
    // Without names for its statements a server keeps none of their plans.
    const asked = this.#parts.names === undefined ? { ...options, plans: undefined } : options
    const value = await transact(
      this.#parts,
      { role: 'app', begin: beginStatement('app', region, asked), readOnly: options.readOnly === true },
      work,
    )
    if (options.readOnly !== true) for (const listener of this.#listeners) listener(region)
    return value
  }

  asPublic<T>(work: Work<T>): Promise<T> {
    return this.#as('public', work, { readOnly: true })
  }

  asPlatform<T>(work: Work<T>, options: TransactionOptions = {}): Promise<T> {
    return this.#as('platform', work, options)
  }

  asAuth<T>(work: Work<T>, options: TransactionOptions = {}): Promise<T> {
    return this.#as('auth', work, options)
  }

  asOwner<T>(work: Work<T>, options: TransactionOptions = {}): Promise<T> {
    return this.#as('owner', work, options)
  }

  #as<T>(role: Role, work: Work<T>, options: TransactionOptions): Promise<T> {
    const begin = beginStatement(role, undefined, options)
    return transact(this.#parts, { role, begin, readOnly: options.readOnly === true }, work)
  }

  dialectAs(role: 'auth' | 'jobs'): Dialect {
    return roleDialect(this.#parts.rolePool(role), role, this.#parts.shared, this.#parts.names)
  }

  async runAs(
    role: 'auth' | 'jobs',
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: unknown[]; rowCount: number }> {
    const { shared, names } = this.#parts
    return runUnderRole({ pool: this.#parts.rolePool(role), role, shared, names }, text, values)
  }

  onCommit(listener: (region: string) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  load(): { open: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.#parts.pool
    return { open: totalCount, idle: idleCount, waiting: waitingCount }
  }

  describe(): string {
    return this.#parts.description
  }

  close(): Promise<void> {
    this.#closing ??= this.#parts.end()
    return this.#closing
  }
}

async function openEmbedded(options: DatabaseOptions & { kind: 'pglite' }): Promise<Database> {
  const migrations = options.migrations ?? readMigrations()
  const lock: FolderLock | undefined =
    options.folder === undefined ? undefined : await lockFolder(options.folder, options.onRequest)
  try {
    const { folder, cacheFolder, pglite: given } = options
    const pglite = given ?? (await openPGlite({ folder, migrations, cacheFolder }))
    const pool = openPGlitePool(pglite)
    await migrate(pool, migrations)
    return new PooledDatabase({
      kind: 'pglite',
      pool,
      names: new StatementNames(),
      rolePool: () => pool,
      shared: true,
      loading: undefined,
      description:
        options.folder === undefined
          ? 'embedded database (PGlite) in memory'
          : `embedded database (PGlite) in ${options.folder}`,
      end: async () => {
        await pool.end()
        if (given === undefined) await pglite.close()
        await lock?.release()
      },
    })
  } catch (error) {
    await lock?.release()
    throw error
  }
}

/** The address without its password, for people to read. */
function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    return `${parsed.hostname || parsed.searchParams.get('host') || 'local socket'}${parsed.port === '' ? '' : `:${parsed.port}`}${parsed.pathname}`
  } catch {
    return 'address not readable'
  }
}

async function openServer(options: DatabaseOptions & { kind: 'postgres' }): Promise<Database> {
  const pool = openPostgresPool(options)
  const rolePools = new Map<LibraryRole, pg.Pool>()
  try {
    await waitForPostgres(pool, options.startPatienceMs ?? 30_000, options.onWait ?? (() => {}))
    await migrate(pool, options.migrations ?? readMigrations())
  } catch (error) {
    await pool.end()
    throw error
  }
  return new PooledDatabase({
    kind: 'postgres',
    pool,
    names: options.prepare === false ? undefined : new StatementNames(),
    rolePool: (role: LibraryRole) => {
      const known = rolePools.get(role)
      if (known !== undefined) return known
      const settings = roleSettings(role, 'session')
        .split('; ')
        .map((setting) =>
          setting
            .replace(/^set /, '')
            .replace(/^role /, 'role=')
            .replace(' = ', '='),
        )
      const opened = openPostgresPool({
        ...options,
        poolSize: 4,
        settings: [...settings, ...LIBRARY_SETTINGS[role]],
        applicationName: `puja-${role}`,
      })
      rolePools.set(role, opened)
      return opened
    },
    shared: false,
    loading: (work, transaction = {}) => loadAlone(options, work, transaction),
    description: `PostgreSQL at ${withoutPassword(options.url)}`,
    end: async () => {
      await Promise.all([pool.end(), ...[...rolePools.values()].map((other) => other.end())])
    },
  })
}

/**
 * Opens the database, brings it to the newest schema and gives the door to it. Throws DataFolderInUse when another
 * process holds the folder, DatabaseUnavailable when the server does not answer within its patience (30 s).
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.kind === 'pglite' ? openEmbedded(options) : openServer(options)
}
