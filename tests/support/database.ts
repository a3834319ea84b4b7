// A fresh, migrated database for a test, on the adapter that PUJA_TEST_DB names. Must stay true: the same tests run on
// both adapters unchanged; every call gives a database of its own, so tests never see each other's rows.
import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { type Migration, readMigrations } from '../../src/platform/db/migrate.ts'
import { createPostgresDatabase } from './postgres.ts'

export type TestAdapter = 'pglite' | 'postgres'

/** Which adapter this run uses; the embedded one unless PUJA_TEST_DB=postgres. */
export function testAdapter(): TestAdapter {
  const word = process.env.PUJA_TEST_DB ?? ''
  if (word === '' || word === 'pglite') return 'pglite'
  if (word === 'postgres') return 'postgres'
  throw new Error(`PUJA_TEST_DB is pglite or postgres, not ${word}`)
}

export type TestDatabaseOptions = {
  readonly adapter?: TestAdapter
  /** Which migrations to apply; all of them unless told. `platformMigrations()` keeps a test of the ground on the ground. */
  readonly migrations?: readonly Migration[]
}

/** The migrations of the platform itself (0001 to 0009), without those of the modules. */
export function platformMigrations(): readonly Migration[] {
  return readMigrations().filter(({ name }) => name < '0010')
}

/**
 * Opens a database of its own, empty but migrated. `close()` also removes it. Embedded: from the cached snapshot, in
 * memory. PostgreSQL: a clone on the shared test server; throws NotRun('PostgreSQL') where none is installed.
 */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<Database> {
  const migrations = options.migrations ?? readMigrations()
  if ((options.adapter ?? testAdapter()) === 'pglite') return openDatabase({ kind: 'pglite', migrations })
  const { url, drop } = await createPostgresDatabase(migrations)
  const database = await openDatabase({ kind: 'postgres', url, migrations, poolSize: 8 })
  return withClose(database, drop)
}

function withClose(database: Database, after: () => Promise<void>): Database {
  const close = database.close.bind(database)
  let closing: Promise<void> | undefined
  return Object.assign(database, {
    close: () => {
      closing ??= close().then(after)
      return closing
    },
  })
}
