// A fresh, migrated database for a test, on the adapter that PUJA_TEST_DB names. Must stay true: the same tests run on
// both adapters unchanged; every call gives a database of its own, so tests never see each other's rows.
import { gunzipSync } from 'node:zlib'
import type { PGlite } from '@electric-sql/pglite'
import { type Database, type DatabaseOptions, openDatabase } from '../../src/platform/db/database.ts'
import { fingerprint, type Migration, readMigrations } from '../../src/platform/db/migrate.ts'
import { preparedSnapshot } from '../../src/platform/db/snapshot.ts'
import { openFilled } from './filled-memory.ts'
import { withoutTemplates } from './lean-tarball.ts'
import { clonePostgresDatabase, createPostgresDatabase } from './postgres.ts'

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
  if ((options.adapter ?? testAdapter()) === 'pglite')
    return embedded(await openFilled(await unpacked(groundOf(migrations))), migrations)
  return openServer(await createPostgresDatabase(migrations), migrations)
}

/**
 * A place that a test opens again and again, each time with migrations of its choice. Embedded it lies in memory and has the
 * platform's migrations already.
 */
export async function openTestPlace(): Promise<{ readonly place: DatabaseOptions; drop(): Promise<void> }> {
  if (testAdapter() === 'postgres') {
    const { url, drop } = await createPostgresDatabase([])
    return { place: { kind: 'postgres', url }, drop }
  }
  const pglite = await openFilled(await unpacked(platformMigrations()))
  return { place: { kind: 'pglite', pglite }, drop: () => pglite.close() }
}

async function openServer(
  { url, drop }: { readonly url: string; drop(): Promise<void> },
  migrations?: readonly Migration[],
): Promise<Database> {
  const database = await openDatabase({ kind: 'postgres', url, migrations, poolSize: 8 })
  return withClose(database, drop)
}

/**
 * What a copy begins with: the platform's migrations where a test asks for a few more, which are applied to the copy. That takes
 * less than preparing a snapshot of each such set, and the platform's is there already.
 */
function groundOf(migrations: readonly Migration[]): readonly Migration[] {
  const platform = platformMigrations()
  const isOnPlatform = platform.every(
    ({ name, hash }, at) => migrations[at]?.name === name && migrations[at].hash === hash,
  )
  return isOnPlatform && fingerprint(migrations) !== fingerprint(readMigrations()) ? platform : migrations
}

const tarballs = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
/** Most tests begin with all migrations or with the platform's; a tarball of either is some 60 MB. */
const MOST_TARBALLS = 2

/** The prepared snapshot without its compression, kept for this process: unpacking is half the time of opening one. */
function unpacked(migrations: readonly Migration[]): Promise<Uint8Array<ArrayBuffer>> {
  const key = fingerprint(migrations)
  const known = tarballs.get(key) ?? preparedSnapshot(migrations).then(unpack)
  tarballs.delete(key)
  tarballs.set(key, known)
  const [oldest] = tarballs.keys()
  if (tarballs.size > MOST_TARBALLS && oldest !== undefined) tarballs.delete(oldest)
  return known
}

async function unpack(packed: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(withoutTemplates(gunzipSync(await packed.arrayBuffer())))
}

export type Mould = {
  readonly database: Database
  /** After the database was closed: gives the way to open a copy of how it stood, as often as wanted. */
  set(): Promise<MouldSet>
}
/** `tarball` is what other processes open copies of; a PostgreSQL of our own is of no use to them. */
export type MouldSet = { open(): Promise<Database>; readonly tarball?: Uint8Array<ArrayBuffer> }

/** A migrated database that is filled once and copied for each test that begins with what it holds. */
export async function openMould(): Promise<Mould> {
  if (testAdapter() === 'postgres') {
    const { url, name } = await createPostgresDatabase()
    const database = await openDatabase({ kind: 'postgres', url, poolSize: 8 })
    return { database, set: async () => ({ open: async () => openServer(await clonePostgresDatabase(name)) }) }
  }
  const pglite = await openFilled(await unpacked(readMigrations()))
  return {
    database: await openDatabase({ kind: 'pglite', pglite }),
    set: async () => {
      // Written down to the files first: then no copy begins by recovering what the mould did.
      await pglite.exec('checkpoint')
      const filled = new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer())
      // The first copy is the mould itself: many processes need no second one.
      let first: PGlite | undefined = pglite
      const open = async () => {
        const mine = first ?? (await openFilled(filled))
        first = undefined
        return embedded(mine)
      }
      return { open, tarball: filled }
    },
  }
}

/** A copy of an embedded database that another process filled. */
export async function openTarball(tarball: Uint8Array<ArrayBuffer>): Promise<Database> {
  return embedded(await openFilled(tarball))
}

async function embedded(pglite: PGlite, migrations?: readonly Migration[]): Promise<Database> {
  return withClose(await openDatabase({ kind: 'pglite', pglite, migrations }), () => pglite.close())
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
